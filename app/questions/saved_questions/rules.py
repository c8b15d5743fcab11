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
    empty: str = ""
    """Why nobody speaks in a seat that is there for them: `it stands empty`; empty where there is none."""


def boards_of(standing: Standing) -> list[Organization]:
    """Return the place's boards that are there and have a seat recorded: of the others nothing can be said."""
    return [
        body
        for body in standing.register.bodies()
        if is_a_board(body) and is_there(body, standing.as_at) and standing.posts_on(body.id)
    ]


def boards_without(standing: Standing, group: str) -> Iterator[WithoutVoice]:
    """Return the boards on which no seat, or only an empty one, is for the group or for any that speaks for it."""
    voices = voices_of(standing, group)
    said = {
        missing.absence.from_id: missing.absence for missing in standing.absences if missing.absence.subject_id == group
    }
    for board in boards_of(standing):
        theirs = [post for post in standing.posts_on(board.id) if voices & {*speaks_for(standing, post)}]
        why = [reason for post in theirs if (reason := standing.sitting(post.id).why_empty)]
        if len(why) == len(theirs):
            absence = said.get(board.id)
            known = (absence.note, absence.citations) if absence else ("", ())
            yield WithoutVoice(board, *known, why[0] if why else "")
