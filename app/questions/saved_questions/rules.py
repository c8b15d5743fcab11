"""On which boards of a place nobody speaks for a group, and where a source says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.records import Citation, Organization
from app.domain.standing import Standing
from app.domain.vocabulary import Classification, LifecycleStatus, LineType

BOARDS = frozenset(
    {Classification.LSP, Classification.EXECUTIVE, Classification.PARTNERSHIP_BOARD, Classification.COMMITTEE}
)


@dataclass(frozen=True, slots=True)
class WithoutVoice:
    """A board with seats recorded, none of them for the group."""

    board: Organization
    stated: str
    """What a source says of the absence, in our words; empty where no source says it."""
    citations: tuple[Citation, ...]


def boards_of(standing: Standing) -> list[Organization]:
    """Return the place's boards that are not disbanded and have a seat recorded: of the others nothing can be said."""
    return [
        body
        for body in standing.register.bodies()
        if body.classification in BOARDS and body.status is not LifecycleStatus.DISBANDED and standing.posts_on(body.id)
    ]


def speaking_for(standing: Standing, group: str) -> frozenset[str]:
    """Return a group and those that exist to speak for it."""
    lines = standing.lines_to(group)
    return frozenset({group, *(line.from_id for line in lines if line.type is LineType.SPEAKS_FOR)})


def boards_without(standing: Standing, group: str) -> Iterator[WithoutVoice]:
    """Return the boards on which no seat is for the group, nor for any that exists to speak for it."""
    speaking = speaking_for(standing, group)
    said = {
        missing.absence.from_id: missing.absence for missing in standing.absences if missing.absence.subject_id == group
    }
    for board in boards_of(standing):
        if not any(_speaks(standing, post.id, speaking) for post in standing.posts_on(board.id)):
            absence = said.get(board.id)
            yield WithoutVoice(board, absence.note if absence else "", absence.citations if absence else ())


def _speaks(standing: Standing, post: str, speaking: frozenset[str]) -> bool:
    behalf = standing.behalf(post)
    if behalf:
        return any(tie.organization_id in speaking for tie in behalf)
    # On nobody's recorded behalf a seat speaks for the body that holds it, or whose office fills it.
    held = any(holding.holder_id in speaking for holding in standing.holdings(post))
    return held or any(office.post.organization_id in speaking for office in standing.chain(post))
