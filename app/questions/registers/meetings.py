"""The register of meetings of the year up to the day: whether each was held, who came, and whether enough."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.domain.dates import earliest, months_after
from app.domain.english import counted, figure
from app.domain.quorum import quorum_of
from app.domain.records import Meeting
from app.domain.vocabulary import AttendanceKind
from app.questions.balance.attendance import Turnout, each_once, turnout
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row

COLUMNS = (
    Column("body", "Body"),
    Column("date", "Date", in_one_line=True),
    Column("what", "Meeting", expected=False),
    Column("record", "Record", expected=False),
    Column("quorum", "Quorum met"),
    Column("needed", "Needed", in_one_line=True),
    Column("present", "Present", in_one_line=True),
    Column("deputies", "Deputies", expected=False, in_one_line=True),
    Column("apologies", "Apologies", expected=False, in_one_line=True),
    Column("others", "In attendance, or guests", expected=False, in_one_line=True),
    Column("venue", "Venue", expected=False),
    Column("note", "Note", in_files_alone=True),
    Column("bodyId", "Body id", in_files_alone=True),
)

_OTHERS = (AttendanceKind.IN_ATTENDANCE, AttendanceKind.GUEST)


def year_before(on: date) -> date:
    """Return the day after which the meetings of the year up to a day are: the same day a year before."""
    return months_after(on, -12)


def in_the_year(meeting: Meeting, on: date) -> bool:
    """Tell whether a meeting was within the year up to a day."""
    return year_before(on) < earliest(meeting.date) <= on


def turnouts(place: PlaceRead) -> list[tuple[str, Turnout]]:
    """Return who came to the meetings of each of a place's bodies that meets, in the order of names."""
    standing = place.standing
    meeting = {each.organization_id for each in standing.register.meetings if in_the_year(each, standing.on)}
    ours = sorted(meeting & standing.register.own, key=lambda id_: (cells.bodies(standing, [id_]).order, id_))
    return [(id_, turnout(standing.register, id_, standing.on)) for id_ in ours]


def _rows(place: PlaceRead) -> list[Row]:
    on, register = place.standing.on, place.standing.register
    rows = []
    for body, found in turnouts(place):
        cancelled = [each for each in register.meetings if each.organization_id == body and each.is_cancelled]
        told = [
            *((each, "who came is recorded") for each in found.meetings),
            *((each, "who came is not recorded") for each in found.unrecorded),
            *((each, "only planned: nothing was recorded after it") for each in found.to_come),
            *((each, "cancelled") for each in cancelled),
        ]
        year = [(each, record) for each, record in told if in_the_year(each, on)]
        year.sort(key=lambda each: (earliest(each[0].date), each[0].id))
        held = set(found.meetings)
        rows += [Row(m.id, _entries(place, m, record, held=m in held), m.citations) for m, record in year]
    return rows


def _entries(place: PlaceRead, meeting: Meeting, record: str, *, held: bool) -> dict[str, Entry]:
    standing = place.standing
    there = standing.register.attendance.get(meeting.id, ()) if held else ()
    kinds = Counter(each.kind for each in each_once(there))
    quorum = quorum_of(standing.organizations[meeting.organization_id], meeting, there)
    shown = cells.said(quorum.met)
    if shown.pieces and not quorum.stated:
        shown = Entry((Piece(f"{shown.text}, by count"),), f"{shown.value}, by count", shown.order)
    return {
        "body": cells.bodies(standing, [meeting.organization_id]),
        "date": cells.day(meeting.date, f"/meetings/{meeting.id}"),
        "what": cells.words(meeting.label),
        "record": cells.words(record),
        "quorum": shown,
        "needed": cells.number(quorum.needed or None),
        "present": cells.number(kinds[AttendanceKind.PRESENT] if held else None),
        "deputies": cells.number(kinds[AttendanceKind.DEPUTISING] if held else None),
        "apologies": cells.number(kinds[AttendanceKind.APOLOGIES] if held else None),
        "others": cells.number(sum(kinds[kind] for kind in _OTHERS) if held else None),
        "venue": cells.words(meeting.venue),
        "note": cells.words(meeting.note),
        "bodyId": cells.words(meeting.organization_id),
    }


def _remark(rows: Sequence[Row]) -> str:
    known = [row["quorum"].text for row in rows if row["quorum"].pieces]
    met = sum(text.startswith("Yes") for text in known)
    if not known:
        return ""
    return f"It is known of {counted(len(known), 'meeting')} whether there was a quorum: {figure(met)} had one."


MEETINGS = Kind(
    "meetings",
    "Meetings",
    "Every meeting of the year up to the day: whether it was held, who came, and whether that was a quorum.",
    "meeting",
    "meetings",
    COLUMNS,
    _rows,
    _remark,
    of_a_year=True,
)
