"""The edges of report-back: which report counts, how somebody was there, when it is known that a meeting was held."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.dates import END
from app.domain.duties import Duty, duty_to_report
from app.domain.register import Register
from app.domain.standing import Standing
from app.domain.vocabulary import (
    AttendanceKind,
    Classification,
    DutyScope,
    FactStatus,
    ReportState,
    Role,
    YesNoNotRecorded,
)
from app.questions.calendars.ask import reports_to_come
from app.questions.reporting.rules import (
    attendance_of,
    due_day,
    reports_due,
    representatives,
)
from app.questions.reporting.words import within
from tests.unit.gap_cases import Place
from tests.unit.test_reporting import DAYS, MEETING, meeting, only, place_with_seat, register, report

LATER = AsAt(date(2010, 6, 1))
PRESENT, APOLOGIES = AttendanceKind.PRESENT, AttendanceKind.APOLOGIES


def test_the_first_report_that_came_counts_and_an_undated_one_last() -> None:
    place, board, seat, *_ = place_with_seat()
    met = meeting(board)
    late = replace(report(seat, met.id, "2010-03"), id="p/a")
    early, undated = report(seat, met.id, "2010-01-30"), replace(report(seat, met.id, None), id="p/0")
    first_of_day = replace(early, id="p/b")
    due = only(reports_due(register(place, met, came=(late, undated, early, first_of_day)), LATER))
    assert (due.report, due.state, due.days) == (first_of_day, ReportState.REPORTED, 0)
    alone = only(reports_due(register(place, met, came=(late,)), LATER))
    assert (alone.report, alone.days) == (late, (date(2010, 3, 1) - date(2010, 2, 5)).days)
    assert only(reports_due(register(place, met, came=(undated,)), LATER)).days == 0


def test_a_report_of_another_seat_or_meeting_is_none() -> None:
    place, board, seat, *_ = place_with_seat()
    met = meeting(board)
    other = report(seat, "p/other", "2010-02-01"), report("p/other", met.id, "2010-02-01")
    due = only(reports_due(register(place, met, came=other), LATER))
    assert (due.report, due.state, due.days) == (None, ReportState.OVERDUE, (LATER.on - date(2010, 2, 5)).days)


def test_a_report_is_in_time_on_its_last_day_and_late_the_day_after() -> None:
    place, board, *_ = place_with_seat()
    asked, last = register(place, meeting(board)), MEETING + timedelta(days=DAYS)
    days = [only(reports_due(asked, AsAt(last + timedelta(days=after)))) for after in (0, 1)]
    assert [(due.state, due.days) for due in days] == [(ReportState.DUE, 0), (ReportState.OVERDUE, 1)]
    assert {due.due for due in days} == {last}


def test_a_body_may_say_within_how_many_days() -> None:
    place, board, seat, *_ = place_with_seat(report_back_days=0)
    there, post = place.organizations[board], replace(place.posts[seat], report_back=None)
    said = Duty(0, DutyScope.BODY)
    assert duty_to_report(there, post, {}) == said
    assert due_day(said, meeting(board)) == MEETING
    silent = replace(there, report_back_days=None)
    assert duty_to_report(silent, post, {}) is duty_to_report(None, post, {}) is None
    told, untold = replace(post, report_back="By post"), replace(post, report_back="never")
    owed = Duty(None, DutyScope.SEAT)
    assert (duty_to_report(silent, told, {}), duty_to_report(silent, untold, {})) == (owed, None)
    assert duty_to_report(there, told, {}) == duty_to_report(there, untold, {}) == said
    assert due_day(None, meeting(board)) is due_day(owed, meeting(board)) is None
    assert due_day(Duty(30, DutyScope.SEAT), meeting(board, "2010-02")) == date(2010, 3, 30)
    eternal = Duty(1, DutyScope.BODY)
    assert due_day(eternal, meeting(board, "9999-12-30")) == due_day(eternal, meeting(board, "9999-12-31")) == END
    assert due_day(eternal, meeting(board, "9999-12-29")) == date(9999, 12, 30)


AREA = r.Area("p", "Place", None, None, None)
BESIDE = r.Area("q", "Beside", None, None, "p")


@pytest.mark.parametrize(
    ("seat_days", "board_days", "place_days", "scope", "days"),
    [
        (3, 5, 7, DutyScope.SEAT, 3),
        (0, 5, 7, DutyScope.SEAT, 0),
        (None, 5, 7, DutyScope.BODY, 5),
        (None, 0, 7, DutyScope.BODY, 0),
        (None, None, 7, DutyScope.AREA, 7),
        (None, None, 0, DutyScope.AREA, 0),
        (None, None, None, DutyScope.SEAT, None),
    ],
)
def test_the_nearest_that_says_within_how_many_days_counts(
    seat_days: int | None, board_days: int | None, place_days: int | None, scope: DutyScope, days: int | None
) -> None:
    place, board, seat, *_ = place_with_seat(report_back_days=board_days, area_ids=("p",))
    place.posts[seat] = replace(place.posts[seat], report_back="By post", report_back_days=seat_days)
    area = replace(AREA, report_back_days=place_days)
    asked = replace(register(place, meeting(board)), areas={"p": area})
    due = only(reports_due(asked, LATER))
    assert due.duty == Duty(days, scope, area if scope is DutyScope.AREA else None)
    assert due.due == (None if days is None else MEETING + timedelta(days=days))
    assert due.state is (ReportState.OWED if days is None else ReportState.OVERDUE)


def test_what_one_place_says_holds_for_its_own_bodies_alone() -> None:
    place, board, seat, *_ = place_with_seat(report_back_days=None)
    post, there = replace(place.posts[seat], report_back=None), place.organizations[board]
    areas = {"p": replace(AREA, report_back_days=7), "q": BESIDE}
    assert duty_to_report(replace(there, area_ids=("q",)), post, areas) is None
    assert duty_to_report(replace(there, area_ids=("unknown",)), post, areas) is None
    both = {"p": replace(AREA, report_back_days=7), "q": replace(BESIDE, report_back_days=9)}
    for first, days in (("p", 7), ("q", 9)):
        joint = replace(there, area_ids=(first, *({"p", "q"} - {first})))
        assert duty_to_report(joint, post, both) == Duty(days, DutyScope.AREA, both[first])
    silent_first = replace(there, area_ids=("q", "p"))
    assert duty_to_report(silent_first, post, areas) == Duty(7, DutyScope.AREA, areas["p"])


def test_a_calendar_has_the_last_day_of_each_report_to_come_and_of_no_other() -> None:
    place, board, seat, group, person = place_with_seat()
    met = meeting(board)
    asked, last = register(place, met), MEETING + timedelta(days=DAYS)

    def events(on: date, body: str | None = None, known: Register = asked) -> list[tuple[str, str, str]]:
        found = reports_to_come(Standing(known, AsAt(on)), body)
        return [(event.when, event.summary, event.address) for event in found]

    name = place.people[person].name
    there = [(last.isoformat(), f"Report back due: {name}, {place.organizations[board].name}", f"/report-back/{seat}")]
    assert [events(last, body) for body in (None, board, group, "p/other")] == [there, there, there, []]
    assert events(last + timedelta(days=1)) == events(MEETING) == []
    told = replace(asked, reports=(report(seat, met.id, "2010-01-30"),))
    assert events(last, known=told) == []
    untold = replace(asked.organizations[board], report_back_days=None)
    silent = replace(asked, organizations={**asked.organizations, board: untold})
    assert events(last, known=silent) == []


def test_by_when_a_duty_is_to_be_met_is_said_with_the_place_that_says_so() -> None:
    assert within(Duty(None, DutyScope.SEAT)) == "by when is not recorded"
    assert within(Duty(0, DutyScope.BODY)) == "on the day of each meeting"
    assert within(Duty(1, DutyScope.SEAT)) == "within one day of each meeting"
    assert within(Duty(14, DutyScope.AREA, AREA)) == "within 14 days of each meeting, as said for all of Place"


def test_meetings_of_bodies_that_are_not_known_owe_nothing() -> None:
    place, board, *_ = place_with_seat()
    found = reports_due(register(place, meeting("p/nobody"), meeting(board)), LATER)
    assert only(found).meeting.organization_id == board


def test_the_latest_meeting_stands_first_and_then_the_groups_by_name() -> None:
    place, board, seat, group, _ = place_with_seat()
    other, early = place.body(name="A Group"), replace(meeting(board, "2010-01-22"), id="p/a-meeting")
    second, third = place.seat(board, [other]), place.seat(board, [group])
    for each in (second, third):
        place.hold(each, place.person())
    found = reports_due(register(place, early, replace(meeting(board, "2010-03"), id="p/0"), meeting(board)), LATER)
    assert [(due.meeting.date, due.meeting.id, due.post.id) for due in found] == [
        (day, id_, post)
        for day, id_ in (("2010-03", "p/0"), ("2010-01-22", "p/meeting-2010-01-22"), ("2010-01-22", "p/a-meeting"))
        for post in (second, *sorted((seat, third)))
    ]  # fmt: skip


def test_representatives_hold_a_seat_for_the_sector_and_take_it_up() -> None:
    place, board, seat, group, _ = place_with_seat()
    for said in ({"taken_up": YesNoNotRecorded.NO}, {"vacant_since": "2009"}):
        place.seat(board, [place.body()], **said)
    gone = place.seat(board, [place.body()], taken_up=YesNoNotRecorded.NO)
    place.hold(gone, place.person())
    place.seat(board, [place.body()])  # whose holder is not recorded
    mixed = place.seat(board, [place.council(), group])
    place.hold(mixed, place.person())
    found = [(post.id, [body.id for body in groups]) for post, groups in representatives(place.standing(), board)]
    assert found == sorted([(seat, [group]), (mixed, [group])])


def test_proposed_seats_owe_a_report_when_proposals_count() -> None:
    place, board, _, _, _ = place_with_seat()
    planned = place.seat(board, [place.body()], status=FactStatus.PROPOSED)
    place.hold(planned, place.person())
    asked = register(place, meeting(board))
    assert planned not in {due.post.id for due in reports_due(asked, LATER)}
    assert planned in {due.post.id for due in reports_due(asked, AsAt(LATER.on, include_proposed=True))}


def there(
    kind: AttendanceKind, person: str | None = None, *, body: str | None = None, instead: str | None = None
) -> r.Attendance:
    return r.Attendance(kind, person, body, instead, None)


def test_a_person_was_there_as_the_best_that_anybody_recorded() -> None:
    place, _, seat, group, person = place_with_seat()
    standing, post = place.standing(), place.posts[seat]
    other = place.person()
    assert attendance_of(standing, post, [there(APOLOGIES, person), there(PRESENT, person)]) is PRESENT
    assert attendance_of(standing, post, [there(PRESENT, other), there(PRESENT, body=group)]) is None
    assert attendance_of(standing, post, [there(PRESENT, other, instead="p/another")]) is None
    for kind, best in ((APOLOGIES, AttendanceKind.DEPUTISING), (PRESENT, PRESENT)):
        known = [there(kind, person), there(AttendanceKind.GUEST, other, instead=person)]
        assert attendance_of(standing, post, known) is best


@pytest.mark.parametrize("through", ["body", "office"])
def test_a_body_or_office_was_there_by_somebody_who_came_for_it(through: str) -> None:
    place = Place(MEETING)
    group, board = place.body(), place.body(Classification.PARTNERSHIP_BOARD, sector=None)
    seat = place.seat(board, [group])
    if through == "body":
        place.hold(seat, group)
    else:
        place.fill(seat, place.seat(group, role=Role.CHAIR))
    standing, post, somebody = place.standing(), place.posts[seat], place.person()
    assert attendance_of(standing, post, [there(AttendanceKind.GUEST, somebody, body=group)]) is AttendanceKind.GUEST
    assert attendance_of(standing, post, [there(PRESENT, somebody, body=board)]) is None
    assert attendance_of(standing, post, []) is None


@pytest.mark.parametrize(
    ("published", "planned"),
    [("2010-01-21", True), ("2010-01-22", False), ("2010-01", False), ("2009", True), (None, False)],
)
def test_a_meeting_is_only_planned_where_every_source_is_older(published: str | None, planned: bool) -> None:
    place, board, *_ = place_with_seat()
    asked = register(place, meeting(board))
    due = only(reports_due(replace(asked, published={"fresh": published} if published else {}), LATER))
    assert due.only_planned is planned
    assert due.state is (ReportState.NOT_KNOWN if planned else ReportState.OVERDUE)


def test_one_later_source_says_that_a_meeting_was_held() -> None:
    place, board, *_ = place_with_seat()
    cited = replace(meeting(board), citations=(r.Citation("before", "1"), r.Citation("after", "1")))
    asked = replace(register(place, cited), published={"before": "2009", "after": "2011"})
    assert not only(reports_due(asked, LATER)).only_planned
    assert only(reports_due(replace(asked, published={"before": "2009", "after": "2008"}), LATER)).only_planned
    assert not only(reports_due(replace(asked, meetings=(replace(cited, citations=()),)), LATER)).only_planned


def test_a_planned_meeting_may_have_a_report_all_the_same() -> None:
    place, board, seat, *_ = place_with_seat()
    met = meeting(board)
    asked = replace(register(place, met, came=(report(seat, met.id, "2010-02-07"),)), published={"fresh": "2009"})
    due = only(reports_due(asked, LATER))
    assert (due.state, due.days, due.only_planned) == (ReportState.REPORTED, 2, True)


def test_who_was_at_the_meeting_is_told_with_the_debt() -> None:
    place, board, seat, group, person = place_with_seat()
    due = only(reports_due(register(place, meeting(board), there=(there(PRESENT, person),)), LATER))
    assert (due.attendance, due.attendance_recorded) == (PRESENT, True)
    assert (due.board.id, due.post.id, [body.id for body in due.groups]) == (board, seat, [group])
    assert due.held_by == place.people[person].name
