"""Who came to a body's meetings: counted over those of which a record says who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.dates import earliest, latest
from app.domain.register import Register
from app.domain.vocabulary import AttendanceKind, MeetingStatus


@dataclass(frozen=True, slots=True)
class Came:
    """How often somebody came, sent apologies and so on: each absence is counted once."""

    present: int = 0
    apologies: int = 0
    """Without a deputy: whoever sent one is counted with the deputy alone."""
    deputising: int = 0
    guests: int = 0
    in_attendance: int = 0


@dataclass(frozen=True, slots=True)
class Attending:
    """Who came for one body; for nobody recorded when there is no id."""

    organization_id: str | None
    came: Came


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who came to a body's meetings up to a day."""

    meetings: tuple[r.Meeting, ...]
    """The meetings whose record says who came, by date."""
    unrecorded: tuple[r.Meeting, ...]
    """Meetings of which no source says who came."""
    to_come: tuple[r.Meeting, ...]
    """Meetings known only from what was written before them: who came is not known, even where guests are named."""
    came: Came
    by_organization: tuple[Attending, ...]


def turnout(register: Register, body: str, on: date) -> Turnout:
    """Count who came to a body's meetings up to a day, as a whole and by whom they came for."""
    held, unrecorded, to_come = [], [], []
    for meeting in sorted((m for m in register.meetings if m.organization_id == body), key=lambda m: (m.date, m.id)):
        if meeting.is_cancelled:
            continue
        if earliest(meeting.date) > on or _written_before(meeting, register.published):
            to_come.append(meeting)
        elif register.attendance.get(meeting.id):
            held.append(meeting)
        else:
            unrecorded.append(meeting)
    entries = [entry for meeting in held for entry in each_once(register.attendance[meeting.id])]
    by: dict[str | None, list[r.Attendance]] = {}
    for entry in entries:
        # A body that is not public is not in the register: whom somebody came for is then not recorded.
        whom = entry.organization_id if entry.organization_id in register.organizations else None
        by.setdefault(whom, []).append(entry)
    rows = [Attending(id_, _came(ours)) for id_, ours in by.items()]
    rows.sort(key=lambda row: (row.organization_id is None, row.organization_id or ""))
    return Turnout(tuple(held), tuple(unrecorded), tuple(to_come), _came(entries), tuple(rows))


def _written_before(meeting: r.Meeting, published: Mapping[str, str]) -> bool:
    """Tell whether a meeting is recorded as planned, or every source of it is older than the day it was to be held."""
    if meeting.status:
        return meeting.status is MeetingStatus.PLANNED
    dates = [published.get(cite.source_id) for cite in meeting.citations]
    known = [text for text in dates if text]
    if not known or len(known) < len(dates):
        return False
    return max(latest(text) for text in known) < earliest(meeting.date)


def each_once(entries: Sequence[r.Attendance]) -> list[r.Attendance]:
    """Return a meeting's record without apologies of those in whose place somebody came: one absence counts once."""
    in_place_of = {entry.deputising_for_id for entry in entries} - {None}
    return [
        entry
        for entry in entries
        if entry.kind is not AttendanceKind.APOLOGIES or (entry.person_id or entry.organization_id) not in in_place_of
    ]


def _came(entries: Sequence[r.Attendance]) -> Came:
    kinds = [entry.kind for entry in entries]
    return Came(
        kinds.count(AttendanceKind.PRESENT),
        kinds.count(AttendanceKind.APOLOGIES),
        kinds.count(AttendanceKind.DEPUTISING),
        kinds.count(AttendanceKind.GUEST),
        kinds.count(AttendanceKind.IN_ATTENDANCE),
    )
