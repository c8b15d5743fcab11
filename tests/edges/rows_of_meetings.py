"""Rules on meetings, reports and changes that look ahead or back from a day."""

from datetime import date

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.vocabulary import ReportState
from app.questions.balance.attendance import turnout
from app.questions.changes.rules import changes_between
from app.questions.reporting.rules import reports_due
from app.questions.representation.ask import Freshness
from app.reading.timeline import after, before, changes_of
from tests.edges.dated_facts import Town
from tests.edges.days import SPELLINGS, around, plus
from tests.edges.rows import Ask, Row
from tests.unit.gap_cases import FRESH, Sort


def _board_with_a_meeting(
    day: str, *, published: str = "2012", reported: str | None = None, days: int | None = 14
) -> Town:
    place = Town()
    board = place.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY, report_back_days=days)
    seat = place.seat(board, [place.body()])
    place.hold(seat, place.person())
    place.meetings.append(r.Meeting("p/meeting", board, day, None, None, None, FRESH))
    if reported:
        place.reports.append(g.ReportBack("p/report", seat, "p/meeting", reported, None, None, FRESH))
    place.published["fresh"] = published
    return place


def _states(place: Town) -> Ask:
    register = place.register
    return lambda day: [(due.state.value, due.days) for due in reports_due(register, AsAt(day))]


def debts() -> list[Row]:
    """A report is owed from the day after the meeting, in time up to the last day for it, late from the day after."""
    due, reported, unknown = ReportState.DUE.value, ReportState.REPORTED.value, ReportState.NOT_KNOWN.value
    overdue = ReportState.OVERDUE.value
    rows = []
    for text in SPELLINGS:
        last = around(text).last
        asked = _states(_board_with_a_meeting(text))
        rows.append(Row(f"a meeting of {text} is over", asked, last, {-1: [], 0: [], 1: [(due, 0)]}))
        at_once = _states(_board_with_a_meeting(text, days=0))
        rows.append(Row(f"a report of {text} due at once", at_once, last, {0: [], 1: [(overdue, 1)]}))
        in_days = _states(_board_with_a_meeting(text, days=10))
        edge = plus(last, 10)
        never = _states(_board_with_a_meeting(text, days=None))
        silent = [(ReportState.OWED.value, 0)]
        rows.append(
            Row(f"a report of {text} whose last day nobody said", never, edge, {-1: silent, 0: silent, 1: silent})
        )
        rows.append(
            Row(
                f"a report of {text} due in ten days", in_days, edge, {-1: [(due, 0)], 0: [(due, 0)], 1: [(overdue, 1)]}
            )
        )
        came = _states(_board_with_a_meeting("2007-01-10", reported=text, days=10))
        first = around(text).first
        late = max((first - date(2007, 1, 20)).days, 0)
        if first > date(2007, 1, 22):
            rows.append(
                Row(f"a report that came in {text}", came, first, {-1: [(overdue, late - 1)], 0: [(reported, late)]})
            )
    for published, state in (("2007-09-13", unknown), ("2007-09-14", due), ("2007-09", due), ("2007-08", unknown)):
        asked = _states(_board_with_a_meeting("2007-09-14", published=published))
        rows.append(Row(f"a meeting told of in {published}", asked, date(2007, 9, 15), {0: [(state, 0)]}))
    return rows


def sitting() -> list[Row]:
    """Whoever sat there on the day of the meeting owes the report, also on the last day of their time."""
    rows = []
    for days, owed in ((-1, 0), (0, 1), (1, 1)):
        place = Town()
        board = place.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY, report_back_days=14)
        seat = place.seat(board, [place.body()])
        place.hold(seat, place.person(), period=r.Period(None, plus(date(2007, 9, 14), days).isoformat()))
        place.meetings.append(r.Meeting("p/meeting", board, "2007-09-14", None, None, None, FRESH))
        place.published["fresh"] = "2012"
        state = [(ReportState.OVERDUE.value, 95)] * owed
        rows.append(Row(f"who left {days} days after the meeting", _states(place), date(2008, 1, 1), {0: state}))
    return rows


def turnouts() -> list[Row]:
    """A meeting is to come up to the day before the first day it may be on."""
    rows = []
    for text in SPELLINGS:
        place = _board_with_a_meeting(text)
        board, register = place.meetings[0].organization_id, place.register

        def counted(day: date, register: g.Register = register, board: str = board) -> object:
            found = turnout(register, board, day)
            return len(found.to_come), len(found.unrecorded)

        rows.append(
            Row(f"a meeting of {text} is to come", counted, around(text).first, {-1: (1, 0), 0: (0, 1), 1: (0, 1)})
        )
    return rows


def changing() -> list[Row]:
    """What begins is a change up to its first possible day; what ends is one from the day after, between two days."""
    rows = []
    for text in SPELLINGS:
        first, last = around(text).first, around(text).last
        for name, period in (("begins", r.Period(text, None)), ("ends", r.Period(None, text))):
            place = Town()
            place.body(period=period)
            register = place.register

            def until(day: date, register: g.Register = register) -> object:
                return [found.kind.value for found in changes_between(register, date(1980, 1, 1), AsAt(day))]

            def since(day: date, register: g.Register = register) -> object:
                return [found.kind.value for found in changes_between(register, day, AsAt(date(2020, 1, 1)))]

            found = ["began" if name == "begins" else "ended"]
            if name == "begins":
                rows.append(Row(f"{text} {name} by a day", until, first, {-1: [], 0: found, 1: found}))
                rows.append(Row(f"{text} {name} after a day", since, last, {-1: found, 0: [], 1: []}))
            else:
                rows.append(Row(f"{text} {name} by a day", until, first, {-1: [], 0: [], 1: found}))
                rows.append(Row(f"{text} {name} after a day", since, last, {-1: found, 0: found, 1: []}))
    return rows


def _moment(since: str | None, until: str | None) -> Ask:
    """Ask for the day of the only moment there is, and whether it is later or earlier than a day."""
    moments = changes_of([(since, until)])
    return lambda day: (moments[0].day, bool(after(moments, day)), bool(before(moments, day)))


def moments() -> list[Row]:
    """A timeline stops where a view differs: on the date that something begins, and the day after the last of its time."""
    rows = []
    for text in SPELLINGS:
        days = around(text)
        rows.append(Row(f"the moment {text} begins", _moment(text, None), days.last, {0: (days.last, False, False)}))
        # The moment of the day itself is what is seen, so there is none before it but an earlier one.
        stops = {-1: (days.after, True, False), 0: (days.after, False, False), 1: (days.after, False, True)}
        rows.append(Row(f"the moment after {text}", _moment(None, text), days.after, stops))
    return rows


def beginnings() -> list[Row]:
    """Nothing was recorded before the earliest source, of which only a year may be known."""
    rows = []
    for text in SPELLINGS:
        ask = Freshness("2012", text).before_everything
        rows.append(Row(f"before {text}", ask, around(text).first, {-1: True, 0: False, 1: False}))
    return rows


OF_MEETINGS = (debts, sitting, turnouts, changing, moments, beginnings)
