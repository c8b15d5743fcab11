"""Saved questions about seats: who is represented where, who sits on a body, which boards have nobody from a group."""

from app.domain.english import agree, counted, figure, listed, with_article
from app.questions.representation import words as sentences
from app.questions.representation.seating import seat_count
from app.questions.representation.telling import ToldPost, ToldSeat, tell_posts, tell_representation
from app.questions.saved_questions.answering.base import (
    BODY,
    GROUP,
    PLACE,
    WHO,
    Answered,
    Answering,
    Asked,
    Item,
    address,
)
from app.questions.saved_questions.rules import WithoutVoice, boards_of, boards_without
from app.reading.registers import standing_of


async def _representation(asked: Asked) -> Answered:
    """Say where a group, people at large or a person is represented."""
    of = asked.given["of"]
    told = await tell_representation(asked.explorer, of, asked.as_at)
    items = tuple(_seat_item(seat, person=bool(told.person)) for seat in told.seats)
    return Answered(sentences.opening(told), items, address("/who", of=of))


def _seat_item(seat: ToldSeat, *, person: bool) -> Item:
    told = seat.told
    who = _for(told) if person else f"{sentences.holder(told)}; {sentences.route(seat)}"
    text = f"{told.board.name}: {sentences.seat_name(told)}{f', {who}' if who else ''}"
    return Item(text, told.post.id, f"/posts/{told.post.id}")


async def _seats_on(asked: Asked) -> Answered:
    """Say who sits on a body, and for whom."""
    of = asked.given["of"]
    posts = (await asked.explorer.reader.posts_on([of], asked.as_at)).get(of, [])
    told = await tell_posts(asked.explorer, posts, asked.as_at)
    seats = [told[post.id] for post in posts]
    items = tuple(
        Item(
            ", ".join(part for part in (f"{sentences.seat_name(it)}: {sentences.holder(it)}", _for(it)) if part),
            it.post.id,
            f"/posts/{it.post.id}",
        )
        for it in seats
    )
    return Answered(seat_count(seats), items, f"/{of}#seats")


def _for(told: ToldPost) -> str:
    groups = [with_article(body.name) for body in told.on_behalf_of]
    return f"for {listed(groups)}" if groups else ""


async def _boards_without(asked: Asked) -> Answered:
    """List the boards on which nobody speaks for a group."""
    area, of = asked.given["area"], asked.given["of"]
    standing = await standing_of(asked.explorer, area, asked.as_at)
    found, every = list(boards_without(standing, of)), boards_of(standing)
    name, seat = with_article(standing.name(of)), "nobody in a seat" if any(it.empty for it in found) else "no seat"
    stated = sum(bool(it.stated) for it in found)
    if not every:
        answer = "No board with a recorded seat is known there, so nobody can say."
    elif not found:
        whole = "the one board" if len(every) == 1 else f"every one of {counted(len(every), 'board')}"
        answer = f"On {whole} with recorded seats somebody speaks for {name}."
    else:
        answer = f"{_so_many(len(every), len(found))} {seat} for {name}"
        if stated:
            answer += f"; for {figure(stated) + ' of them' if len(found) > 1 else 'that one'} a source says so"
        answer += "."
    general = [missing.absence for missing in standing.absences if missing.absence.subject_id == of]
    notes = tuple(Item(f"A source says: {it.note}", it.subject_id, f"/{of}") for it in general if it.from_id is None)
    items = tuple(Item(f"{it.board.name}: {_missing(it)}", it.board.id, f"/{it.board.id}#seats") for it in found)
    return Answered(answer, notes + items, address("/who", of=of))


def _missing(found: WithoutVoice) -> str:
    if found.stated:
        return f"a source says there is none. {found.stated}"
    return f"a seat is there, and {found.empty}" if found.empty else "no seat recorded"


def _so_many(whole: int, number: int) -> str:
    """Begin a sentence on the boards that have no seat for a group: `Of 8 boards with recorded seats, one has`."""
    if whole == 1:
        return "The one board with recorded seats has"
    return f"Of {counted(whole, 'board')} with recorded seats, {figure(number)} {agree(number, 'has', 'have')}"


SEATS = {
    "representation": Answering({"of": WHO}, _representation),
    "seats-on": Answering({"of": BODY}, _seats_on),
    "boards-without": Answering({"area": PLACE, "of": GROUP}, _boards_without),
}
"""What answers questions about seats, by the name that files use."""
