"""Rules on seats, terms and bodies that look ahead or back from a day."""

from datetime import date

from app.domain import records as r
from app.domain import register as g
from app.domain.as_at import AsAt
from app.domain.bodies import has_ended
from app.domain.standing import Standing
from app.domain.vocabulary import GapKind, LifecycleStatus, LineType
from app.questions.fragility.rules import Fragility, by_window
from app.questions.gaps.rules import find_gaps
from tests.edges.dated_facts import Town
from tests.edges.days import SPELLINGS, around, plus
from tests.edges.rows import Row, kinds_of

ENDING_DAYS = 90
TERMS = (GapKind.TERM_ENDED, GapKind.TERM_ENDING)
ENDED, ENDING = [GapKind.TERM_ENDED.value], [GapKind.TERM_ENDING.value]


def term(until: str | None, since: str | None = None, years: float | None = None) -> Town:
    """Plant somebody in a seat for a time, with nobody after them."""
    place = Town()
    seat = place.seat(place.board(), term_years=years)
    place.hold(seat, place.person(), period=r.Period(since, until))
    return place


def terms() -> list[Row]:
    """A term is over from the day after its last one, and about to end in the 90 days up to that day, itself in them."""
    rows = []
    for text in SPELLINGS:
        last = around(text).last
        ask = kinds_of(term(text), TERMS)
        rows.append(Row(f"a term until {text} ends", ask, last, {-1: ENDING, 0: ENDING, 1: ENDED}))
        rows.append(Row(f"a term until {text} is near", ask, plus(last, -ENDING_DAYS), {-1: [], 0: ENDING, 1: ENDING}))
    of_years = (
        ("2004-09-14", 3, date(2007, 9, 14)),
        ("2004-09", 3, date(2007, 9, 30)),
        ("2004", 3, date(2007, 12, 31)),
        ("2004-02-29", 3, date(2007, 2, 28)),
        ("2004-08-31", 2.5, date(2007, 2, 28)),
    )
    for since, years, last in of_years:
        ask = kinds_of(term(None, since, years), TERMS)
        rows.append(Row(f"{years} years since {since} end", ask, last, {-1: ENDING, 0: ENDING, 1: ENDED}))
    for text in SPELLINGS:
        days = around(text)
        if (days.last - days.first).days < ENDING_DAYS - 30:
            ask = kinds_of(term(plus(days.last, 30).isoformat(), text), TERMS)
            rows.append(Row(f"a term from {text} has begun", ask, days.first, {-1: [], 0: ENDING, 1: ENDING}))
    return rows


def followed() -> list[Row]:
    """A successor counts who stays longer than the one before, by a day: of two who leave together neither follows."""
    rows = []
    for days, expected in ((-1, 1), (0, 2), (1, 1)):
        place = Town()
        seat = place.seat(place.board())
        for until in ("2007-09-14", plus(date(2007, 9, 14), days).isoformat()):
            place.hold(seat, place.person(), period=r.Period("2000", until))
        register = place.register

        def ended(day: date, register: g.Register = register) -> object:
            return len(find_gaps(Standing(register, AsAt(day)), [GapKind.TERM_ENDED]))

        rows.append(Row(f"a successor who stays {days} days longer", ended, date(2008, 1, 1), {0: expected}))
    return rows


def windows() -> list[Row]:
    """Each ending stands in the nearest window: within 30, 90 and 180 days, and under 0 once it is over."""
    register = term("2007-09-14").register

    def window(day: date) -> object:
        return list(by_window(Fragility(Standing(register, AsAt(day))).endings))

    last = date(2007, 9, 14)
    return [
        Row("an ending is over", window, last, {-1: [30], 0: [30], 1: [0]}),
        Row("an ending within 30 days", window, plus(last, -30), {-1: [90], 0: [30], 1: [30]}),
        Row("an ending within 90 days", window, plus(last, -90), {-1: [180], 0: [90], 1: [90]}),
        Row("an ending within 180 days", window, plus(last, -180), {-1: [], 0: [180], 1: [180]}),
    ]


def bodies() -> list[Row]:
    """A body with a last day is there on it, whatever its status says; what still joins it is told from the day after."""
    rows = []
    for text in SPELLINGS:
        last = around(text).last
        for status in (LifecycleStatus.DISBANDED, LifecycleStatus.ACTIVE):
            place = Town()
            body = place.body(status=status, period=r.Period(None, text))
            place.join(place.body(), LineType.FEEDS_INTO, body)
            register = place.register

            def ended(day: date, register: g.Register = register, body: str = body) -> object:
                standing = Standing(register, AsAt(day))
                return has_ended(standing.organizations[body], day)

            rows.append(Row(f"a body {status.value} in {text} has ended", ended, last, {-1: False, 0: False, 1: True}))
            joined = kinds_of(place, (GapKind.NOT_ACTIVE,))
            found = [GapKind.NOT_ACTIVE.value]
            rows.append(Row(f"lines to a body {status.value} in {text}", joined, last, {-1: [], 0: [], 1: found}))
            aged = Town()
            aged.body(status=status, period=r.Period(None, text))
            aged.published["fresh"] = "1990"
            stale = kinds_of(aged, (GapKind.STALE,))
            found = [GapKind.STALE.value]
            rows.append(Row(f"age of a body {status.value} in {text}", stale, last, {-1: found, 0: found, 1: []}))
    return rows


def vacancies() -> list[Row]:
    """A seat is vacant from the first possible day on, and so is what its holder would fill."""
    rows = []
    for text in SPELLINGS:
        for filled in (False, True):
            place = Town()
            office = place.seat(place.board(), vacant_since=text)
            if filled:
                place.fill(place.seat(place.board()), office)
            register = place.register

            def vacant(day: date, register: g.Register = register) -> object:
                standing = Standing(register, AsAt(day))
                return sum(standing.vacant(id_) for id_ in standing.posts)

            number = 2 if filled else 1
            first = around(text).first
            rows.append(Row(f"vacant since {text}, {number}", vacant, first, {-1: 0, 0: number, 1: number}))
    return rows


def ages() -> list[Row]:
    """A source is old when it is more than two years older than the day, taken at its newest."""
    rows = []
    for text, edge in (
        ("2007-09-14", date(2009, 9, 14)),
        ("2007-09", date(2009, 9, 30)),
        ("2007", date(2009, 12, 31)),
        ("2008-02-29", date(2010, 2, 28)),
    ):
        place = Town()
        place.body()
        place.published["fresh"] = text
        old = [GapKind.STALE.value]
        # Two years before 1 March 2010 is 1 March 2008, so what is of 29 February 2008 is old on that day only.
        rows.append(Row(f"a source of {text}", kinds_of(place, (GapKind.STALE,)), edge, {-1: [], 0: [], 1: old}))
    return rows


OF_SEATS = (terms, followed, windows, bodies, vacancies, ages)
