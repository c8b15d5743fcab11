"""The register of attendance: how often each seat was at the table in the year up to the day, and who missed three."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from app.domain.dates import latest
from app.domain.english import agree, capitalized, counted, figure
from app.domain.records import Meeting, Post
from app.domain.standing import Standing
from app.domain.vocabulary import AttendanceKind, PostState
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.meetings import in_the_year, turnouts
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row
from app.questions.registers.seats import entries_of
from app.questions.reporting.rules import attendance_of

MISSED = 3
"""As many meetings missed one after the other are pointed out."""

COLUMNS = (
    Column("body", "Body"),
    Column("seat", "Seat"),
    Column("holder", "Held by"),
    Column("meetings", "Meetings", expected=False, in_one_line=True),
    Column("present", "Was there", expected=False, in_one_line=True),
    Column("deputies", "A deputy came", expected=False, in_one_line=True),
    Column("apologies", "Apologies", expected=False, in_one_line=True),
    Column("unnamed", "Not named", expected=False, in_one_line=True),
    Column("running", "Missed running", expected=False, in_one_line=True),
    Column("last", "Last there", expected=False, in_one_line=True),
    Column("for", "Speaks for", expected=False),
    Column("bodyId", "Body id", in_files_alone=True),
)

_THERE = frozenset({AttendanceKind.PRESENT, AttendanceKind.IN_ATTENDANCE, AttendanceKind.GUEST})
_ABLE = frozenset({PostState.FILLED, PostState.BY_OFFICE, PostState.TERM_OVER})
"""The states of a seat of whose holder a record of attendance can tell."""

Came = list[tuple[Meeting, AttendanceKind | None]]
"""How the holder of a seat was at each meeting that a record tells of; nothing where the record does not name them."""


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    days: dict[date, Standing] = {}
    rows = []
    for body, found in turnouts(place):
        year = [meeting for meeting in found.meetings if in_the_year(meeting, standing.on)]
        for post in standing.posts_on(body):
            came = list(_came(standing, days, post, year))
            if came:
                cites = tuple(dict.fromkeys(cite for meeting, _ in came for cite in meeting.citations))
                rows.append(Row(post.id, _entries(standing, post, came), cites))
    return rows


def _came(
    standing: Standing, days: dict[date, Standing], post: Post, meetings: Sequence[Meeting]
) -> Iterator[tuple[Meeting, AttendanceKind | None]]:
    """Yield how a seat's holder of the day was at each meeting, but for those when nobody is known to sit in it."""
    for meeting in meetings:
        day = latest(meeting.date)
        if day not in days:
            days[day] = Standing(standing.register, standing.as_at._replace(on=day))
        then = days[day]
        if post.id in then.posts and then.state(post.id) in _ABLE:
            yield meeting, attendance_of(then, post, standing.register.attendance[meeting.id])


def _entries(standing: Standing, post: Post, came: Came) -> dict[str, Entry]:
    there = [meeting for meeting, how in came if how in _THERE]
    deputies = sum(how is AttendanceKind.DEPUTISING for _, how in came)
    apologies = sum(how is AttendanceKind.APOLOGIES for _, how in came)
    running = missed_running(came)
    seat = entries_of(standing, post)
    last = max(there, key=lambda meeting: latest(meeting.date), default=None)
    shown = f"{running}, {figure(MISSED)} or more" if running >= MISSED else f"{running}"
    return {
        **{key: seat[key] for key in ("body", "seat", "holder", "for", "bodyId")},
        "meetings": cells.number(len(came)),
        "present": cells.number(len(there)),
        "deputies": cells.number(deputies),
        "apologies": cells.number(apologies),
        "unnamed": cells.number(len(came) - len(there) - deputies - apologies),
        "running": Entry((Piece(shown),), running, (running,)),
        "last": cells.day(last.date, f"/meetings/{last.id}") if last else cells.NOTHING,
    }


def missed_running(came: Came) -> int:
    """Count the most meetings one after the other to which nobody came for a seat: apologies, or not named as there."""
    missed = (how not in _THERE and how is not AttendanceKind.DEPUTISING for _, how in came)
    return max((sum(1 for _ in run) for away, run in groupby(missed) if away), default=0)


def _remark(rows: Sequence[Row]) -> str:
    absent = sum(row["running"].order >= (MISSED,) for row in rows if row["running"].order)
    if not absent:
        return ""
    missing = f"{agree(absent, 'was', 'were')} missing from {figure(MISSED)} or more meetings running"
    return capitalized(f"{counted(absent, 'seat')} {missing}.")


ATTENDANCE = Kind(
    "attendance",
    "Attendance by seat",
    "How often the holder of each seat came in the year up to the day, as the records of meetings name them.",
    "seat with a record of attendance",
    "seats with a record of attendance",
    COLUMNS,
    _rows,
    _remark,
    of_a_year=True,
)
