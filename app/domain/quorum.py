"""Whether enough came to a meeting: as its source says, or as a count of who is recorded as there shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.records import Attendance, Meeting, Organization
from app.domain.vocabulary import AttendanceKind, YesNoNotRecorded

_THERE = frozenset({AttendanceKind.PRESENT, AttendanceKind.DEPUTISING})


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many members came, how many are needed, and whether that is enough."""

    came: int
    """The people, or bodies, recorded as present or deputising."""
    needed: int
    """0 where no source gives a number."""
    met: YesNoNotRecorded
    stated: bool
    """Whether a source says so, and no count."""


def quorum_of(body: Organization, meeting: Meeting, there: Sequence[Attendance]) -> Quorum:
    """Tell whether a body's meeting had its quorum; what a source says counts before any count."""
    came = len({each.person_id or each.organization_id for each in there if each.kind in _THERE})
    needed = body.quorum_number or 0
    if meeting.quorate is not YesNoNotRecorded.NOT_RECORDED:
        return Quorum(came, needed, meeting.quorate, stated=True)
    if not came or not needed:
        return Quorum(came, needed, YesNoNotRecorded.NOT_RECORDED, stated=False)
    return Quorum(came, needed, YesNoNotRecorded.YES if came >= needed else YesNoNotRecorded.NO, stated=False)
