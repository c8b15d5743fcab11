"""Report-back: owed by whoever sat there at the meeting, due after so many days, overdue worked out and never stored."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.register import Register, ReportBack
from app.domain.vocabulary import AttendanceKind, Classification, MeetingStatus, ReportState
from app.questions.reporting.rules import ReportDue, reports_due
from app.questions.reporting.words import owed
from tests.unit.gap_cases import FRESH, Place

DAYS = 14
"""Within how many days the bodies of these cases say that their members report, unless a case says otherwise."""

MEETING = date(2010, 1, 22)


def meeting(board: str, day: str = "2010-01-22") -> r.Meeting:
    return r.Meeting(f"p/meeting-{day}", board, day, None, None, None, FRESH)


def place_with_seat(**board_said: object) -> tuple[Place, str, str, str, str]:
    """Return a place with a board, a seat on it for a group, and who holds it."""
    place = Place(MEETING)
    group = place.body()
    said = {"report_back_days": DAYS} | board_said
    board = place.body(Classification.PARTNERSHIP_BOARD, sector=None, **said)
    seat, person = place.seat(board, [group]), place.person()
    place.hold(seat, person)
    return place, board, seat, group, person


def register(
    place: Place, *meetings: r.Meeting, came: tuple[ReportBack, ...] = (), there: tuple[r.Attendance, ...] = ()
) -> Register:
    """Return the place with meetings that a source from long after them tells of, unless the place says otherwise."""
    attendance = {each.id: there for each in meetings}
    known = place.standing().register
    published = {"fresh": "2010-12"} if place.on == MEETING else known.published
    return replace(known, meetings=meetings, reports=came, attendance=attendance, published=published)


def report(post: str, meeting_id: str, day: str | None) -> ReportBack:
    return ReportBack("p/report", post, meeting_id, day, None, None, FRESH)


def only(found: tuple[ReportDue, ...]) -> ReportDue:
    (due,) = found
    return due


def test_a_report_is_owed_from_the_day_after_the_meeting_to_those_spoken_for() -> None:
    place, board, seat, group, _ = place_with_seat()
    asked = register(place, meeting(board))
    assert reports_due(asked, AsAt(MEETING)) == ()
    due = only(reports_due(asked, AsAt(MEETING + timedelta(days=1))))
    assert (due.post.id, [body.id for body in due.groups]) == (seat, [group])
    assert (due.state, due.due) == (ReportState.DUE, MEETING + timedelta(days=DAYS))


@given(st.integers(0, 60), st.integers(0, 30))
def test_it_is_overdue_exactly_when_the_days_that_the_body_says_have_passed(days_after: int, allowed: int) -> None:
    place, board, *_ = place_with_seat(report_back_days=allowed)
    on = MEETING + timedelta(days=days_after + 1)
    due = only(reports_due(register(place, meeting(board)), AsAt(on)))
    assert (due.state is ReportState.OVERDUE) is (days_after + 1 > allowed)
    assert due.days == max(days_after + 1 - allowed, 0)


SAID = {
    None: ReportState.NO_DUTY,
    "Not recorded": ReportState.NO_DUTY,
    "None": ReportState.NO_DUTY,
    "Nobody reports to the forum.": ReportState.NO_DUTY,
    "Reports to the forum by email after each meeting": ReportState.OWED,
    "North forum, by word of mouth": ReportState.OWED,
}


@given(st.integers(0, 4_000), st.sampled_from(sorted(SAID, key=str)))
def test_nobody_is_late_where_nobody_said_by_when(days_after: int, said: str | None) -> None:
    place, board, seat, *_ = place_with_seat(report_back_days=None)
    place.posts[seat] = replace(place.posts[seat], report_back=said)
    met = meeting(board)
    day = AsAt(MEETING + timedelta(days=days_after + 1))
    due = only(reports_due(register(place, met), day))
    assert (due.state, due.due, due.days, due.duty is None) == (SAID[said], None, 0, SAID[said] is ReportState.NO_DUTY)
    told = owed(due)
    assert ("nor any duty to report" in told) is (due.duty is None)
    assert not any(word in told for word in (" late", "overdue", "due by"))
    came = only(reports_due(register(place, met, came=(report(seat, met.id, "2010-01-23"),)), day))
    assert (came.state, came.due, came.days) == (ReportState.REPORTED, None, 0)


def test_a_cancelled_meeting_has_no_report() -> None:
    place, board, *_ = place_with_seat()
    off = replace(meeting(board), status=MeetingStatus.CANCELLED)
    assert reports_due(register(place, off), AsAt(date(2010, 6, 1))) == ()


def test_a_report_counts_from_the_day_it_came_and_says_how_late_it_was() -> None:
    place, board, seat, *_ = place_with_seat()
    met = meeting(board)
    asked = register(place, met, came=(report(seat, met.id, "2010-02-10"),))
    assert only(reports_due(asked, AsAt(date(2010, 2, 9)))).state is ReportState.OVERDUE
    came = only(reports_due(asked, AsAt(date(2010, 2, 10))))
    assert (came.state, came.days) == (ReportState.REPORTED, 5)
    undated = register(place, met, came=(report(seat, met.id, None),))
    assert only(reports_due(undated, AsAt(date(2010, 2, 9)))).state is ReportState.REPORTED


def test_who_owes_is_who_sat_there_at_the_meeting() -> None:
    place, board, seat, _, _ = place_with_seat()
    place.holdings.clear()
    before, after = place.person(), place.person()
    place.hold(seat, before, period=r.Period(None, "2010-01-31"))
    place.hold(seat, after, period=r.Period("2010-02-01", None))
    due = only(reports_due(register(place, meeting(board)), AsAt(date(2010, 3, 1))))
    assert due.held_by == place.people[before].name


def test_vacant_seats_and_seats_of_statutory_bodies_owe_nothing() -> None:
    place = Place(MEETING)
    board = place.body(Classification.PARTNERSHIP_BOARD, sector=None)
    place.seat(board, [place.body()], vacant_since="2009")
    place.hold(place.seat(board, [place.council()]), place.person())
    assert reports_due(register(place, meeting(board)), AsAt(date(2011, 1, 1))) == ()


def test_apologies_and_a_deputy_are_told_and_end_no_debt() -> None:
    place, board, _, _, person = place_with_seat()
    sorry = r.Attendance(AttendanceKind.APOLOGIES, person, None, None, None)
    deputy = r.Attendance(AttendanceKind.DEPUTISING, place.person(), None, person, None)
    day = date(2010, 3, 1)
    alone = only(reports_due(register(place, meeting(board), there=(sorry,)), AsAt(day)))
    assert (alone.attendance, alone.state) == (AttendanceKind.APOLOGIES, ReportState.OVERDUE)
    helped = only(reports_due(register(place, meeting(board), there=(sorry, deputy)), AsAt(day)))
    assert (helped.attendance, helped.state) == (AttendanceKind.DEPUTISING, ReportState.OVERDUE)
    silent = only(reports_due(register(place, meeting(board)), AsAt(day)))
    assert (silent.attendance, silent.attendance_recorded) == (None, False)


def test_a_meeting_known_only_from_before_it_is_said_to_be_planned() -> None:
    place, board, *_ = place_with_seat()
    place.on = date(2010, 1, 1)  # its source is a month older
    due = only(reports_due(register(place, meeting(board)), AsAt(date(2010, 3, 1))))
    assert due.only_planned
    assert (due.state, due.days) == (ReportState.NOT_KNOWN, 0)


def test_a_meeting_known_by_its_month_counts_from_the_month_s_last_day() -> None:
    place, board, *_ = place_with_seat()
    asked = register(place, meeting(board, "2010-01"))
    assert reports_due(asked, AsAt(date(2010, 1, 31))) == ()
    assert only(reports_due(asked, AsAt(date(2010, 2, 1)))).due == date(2010, 2, 14)
