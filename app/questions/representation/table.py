"""The same as a table to keep: every seat of an answer, those held for others and those with a say in them too."""

from collections.abc import Iterator

from app.domain.english import listed, ordinary, role_name
from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.representation import words
from app.questions.representation.tabling import since
from app.questions.representation.telling import Told, ToldPost, tell_representation
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer

_TITLE = "Representation"
_HEADINGS = (
    *("Who", "Represented", "Body", "Seat", "Role", "State", "Who sits there", "How", "Speaks for", "Vote", "Since"),
    *("Leads on to", "Sources", "Seat id", "Body id", "As at"),
)


def _table(told: Told, contents: Contents) -> Table:
    return Table(_TITLE, _HEADINGS, list(_rows(told, contents)))


def _rows(told: Told, contents: Contents) -> Iterator[tuple[Cell, ...]]:
    """Return a row a seat: those that speak for whoever asked, those held for others, those it has a say in."""
    person = told.person.id if told.person else ""
    for how, seats in (("yes", told.seats), ("involved", told.involved)):
        for seat in seats:
            higher = "; ".join(body.name for body in seat.higher)
            yield _row(told, how, seat.told, words.route(seat), person, higher, contents)
    for each in told.appoints:
        yield _row(told, "has a say", each.told, words.appoints(each.say), person, "", contents)


def _row(
    told: Told, how: str, seat: ToldPost, route: str, person: str, higher: str, contents: Contents
) -> tuple[Cell, ...]:
    return (
        told.name,
        how,
        seat.board.name,
        words.seat_name(seat),
        role_name(seat.post.role),
        ordinary(seat.state),
        seat.held_by,
        route,
        listed([body.name for body in seat.on_behalf_of]),
        ordinary(seat.post.voting),
        since(seat, person),
        higher,
        sources_said(seat.citations, contents.sources),
        seat.post.id,
        seat.board.id,
        told.answer.on.isoformat(),
    )


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    if not asked.of:
        return Table(_TITLE, _HEADINGS, [])
    told = await tell_representation(explorer, asked.of, asked.as_at)
    return _table(told, await explorer.catalogue.contents())


EXPORT = Export(
    name="who",
    summary="Who represents a body or a person where, as a table",
    takes=("whom", "as_at"),
    make=_make,
)
