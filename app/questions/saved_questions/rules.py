"""On which boards of a place nobody speaks for a group, and where a source says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.bodies import is_a_board, is_there
from app.domain.records import Citation, Organization
from app.domain.seats import speaks_for, voices_of
from app.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class WithoutVoice:
    """A board with seats recorded, none of them for the group."""

    board: Organization
    stated: str
    """What a source says of the absence, in our words; empty where no source says it."""
    citations: tuple[Citation, ...]


def boards_of(standing: Standing) -> list[Organization]:
    """Return the place's boards that are there and have a seat recorded: of the others nothing can be said."""
    return [
        body
        for body in standing.register.bodies()
        if is_a_board(body) and is_there(body, standing.as_at) and standing.posts_on(body.id)
    ]


def boards_without(standing: Standing, group: str) -> Iterator[WithoutVoice]:
    """Return the boards on which no seat is for the group, nor for any that exists to speak for it."""
    voices = voices_of(standing, group)
    said = {
        missing.absence.from_id: missing.absence for missing in standing.absences if missing.absence.subject_id == group
    }
    for board in boards_of(standing):
        if not any(voices & {*speaks_for(standing, post)} for post in standing.posts_on(board.id)):
            absence = said.get(board.id)
            yield WithoutVoice(board, absence.note if absence else "", absence.citations if absence else ())
