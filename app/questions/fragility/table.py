"""The same as a table to keep: who carries seats, groups that rest on one, terms that end, seats without a deputy."""

from collections.abc import Iterator

from app.domain.english import capitalized
from app.domain.records import Citation
from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.fragility import words
from app.questions.fragility.ask import FragilePlace, ToldFragility, find_fragility
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer

_HEADINGS = ("Place", "Kind", "In words", "Seats", "Days left", "Sources", "Id", "Seat ids", "As at")
_CARRIES, _RESTS, _ENDS, _UNDEPUTIZED, _UNPAID = (
    "Carries seats", "Rests on one person", "Term ends", "No deputy", "No paid hours",
)  # fmt: skip


def _table(told: ToldFragility, contents: Contents) -> Table:
    rows = [row for place in told.places for row in _rows(place, told, contents)]
    return Table("Fragility", _HEADINGS, rows)


def _rows(place: FragilePlace, told: ToldFragility, contents: Contents) -> Iterator[tuple[Cell, ...]]:
    found = place.fragility

    def row(
        kind: str, said: str, id_: str, posts: tuple[str, ...], cites: tuple[Citation, ...], days: int | None = None
    ) -> tuple[Cell, ...]:
        where = sources_said(dict.fromkeys(cites), contents.sources)
        return (
            place.area.name, kind, said, len(posts) or None, days, where, id_, "; ".join(posts), told.on.isoformat(),
        )  # fmt: skip

    for each in found.carriers:
        cites = tuple(cite for post in each.posts for cite in post.citations)
        yield row(_CARRIES, words.carrying(found, each), each.id, tuple(post.id for post in each.posts), cites)
    for rest in found.resting_on_one:
        posts = tuple(post.id for post in rest.posts)
        yield row(_RESTS, words.resting(found, rest), rest.group.id, posts, rest.citations)
    for end in found.endings:
        post = end.term.post.id
        yield row(_ENDS, words.ending(found, end), post, (post,), end.term.holding.citations, end.days)
    for bare in found.without_deputy:
        board = found.standing.name(bare.post.organization_id)
        said = capitalized(f"{words.seat_name(bare.post)} on {board}: no standing deputy is recorded.")
        yield row(_UNDEPUTIZED, said, bare.post.id, (bare.post.id,), bare.post.citations)
    for unpaid in found.without_paid_hours:
        yield row(_UNPAID, words.unpaid(unpaid), unpaid.body.id, (), unpaid.body.citations)


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    told = await find_fragility(explorer, asked.area, asked.as_at)
    return _table(told, await explorer.catalogue.contents())


EXPORT = Export(
    name="fragility",
    summary="What rests on how few, as a table",
    takes=("area", "as_at"),
    make=_make,
)
