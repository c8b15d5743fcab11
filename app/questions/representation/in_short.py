"""A question answered in a sentence, where a search knows whom it is about: who speaks for whom on which body."""

from dataclasses import dataclass

from app.domain.as_at import AsAt
from app.domain.english import as_recorded, capitalized, with_article
from app.domain.telling import sentence
from app.errors import UnknownId
from app.questions.representation import words
from app.questions.representation.ask import freshness
from app.questions.representation.headline import KNOWN
from app.questions.representation.own_seats import own_seats, said_first
from app.questions.representation.telling import Told, ToldSeat, tell_representation
from app.questions.representation.where_it_stands import where_it_stands
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer


@dataclass(frozen=True, slots=True)
class Short:
    """An answer in a sentence, and where all of it stands."""

    said: str
    href: str


async def answered_in_short(explorer: Explorer, group: str, board: str, as_at: AsAt) -> list[Short]:
    """Say who speaks for a group on a board, or where a group or person is represented at all.

    Of a board that is named alone, who sits on it; of a body that nobody is known to speak for, what else is recorded
    of it. Nothing where nobody is asked about, or none of those there are.
    """
    if board and not group:
        return await who_sits_on(explorer, board, as_at) or await answered_in_short(explorer, board, "", as_at)
    if not group:
        return []
    try:
        told = await tell_representation(explorer, group, as_at)
    except UnknownId:
        return []
    if not board:
        own = await own_seats(explorer, told.organization, as_at)
        shorts = [Short(text, _members(group) if text == own else f"/who?of={group}") for text in said_first(told, own)]
        if told.organization and not any(seat.told.state in KNOWN for seat in told.seats):
            shorts.append(Short(await where_it_stands(explorer, told.organization, as_at), f"/{group}"))
        return shorts
    known = (await explorer.reader.organizations([board])).get(board)
    if known is None:
        return []
    there = [seat for seat in told.seats if seat.told.board.id == board]
    if there:
        contents = await explorer.catalogue.contents()
        return [Short(_seat(told, seat, contents), f"/posts/{seat.told.post.id}") for seat in there]
    named = called(told)
    said = f"No seat on {with_article(known.name)} is recorded that speaks for {named}."
    return [Short(said, f"/routes?from={group}&to={board}")] if told.organization else [Short(said, f"/who?of={group}")]


async def who_sits_on(explorer: Explorer, board: str, as_at: AsAt) -> list[Short]:
    """Say who sits on a body; nothing where no seat on it is recorded, or nobody public has the id."""
    body = (await explorer.reader.organizations([board])).get(board)
    own = await own_seats(explorer, body, as_at)
    return [Short(own, _members(board))] if own else []


def _members(board: str) -> str:
    return f"/members/{board}"


def called(told: Told) -> str:
    """Name whom an answer is about within a sentence."""
    return told.name if told.person else with_article(told.name)


def _seat(told: Told, seat: ToldSeat, contents: Contents) -> str:
    """Say who sits in a seat and how it speaks for whoever is asked about."""
    newest = freshness(contents, (cite.source_id for cite in seat.told.citations)).newest
    name, board = capitalized(words.seat_name(seat.told)), with_article(seat.told.board.name)
    if told.person:
        return sentence(as_recorded(newest, f"{told.name} sits on {board}: {name}, {words.route(seat)}"))
    speaks = f"the seat “{name}” on {board} speaks for {called(told)} {words.route(seat)}: {words.holder(seat.told)}"
    return sentence(as_recorded(newest, speaks))
