"""Terms after which nobody follows: which holdings count, when they end, and how that is written."""

from datetime import UTC, date, datetime

import pytest

from app.domain import records as r
from app.domain.terms import ENDING_DAYS, unfollowed_terms
from app.domain.vocabulary import FactStatus, Role, TenureCapacity, YesNoNotRecorded
from app.exchange.calendar_format import calendar_file
from app.questions.calendars.ask import ends_of_terms
from tests.unit.gap_cases import Place

ON = date(2010, 3, 31)


@pytest.fixture
def p() -> Place:
    """Return a place with nothing in it."""
    return Place(ON)


def ends(p: Place, *, proposed: bool = False) -> list[tuple[str, date, str]]:
    """Return the terms found, by who holds, when it ends and how that is written."""
    found = unfollowed_terms(p.standing(include_proposed=proposed))
    return [(term.holding.holder_id, term.end, term.when) for term in found]


@pytest.mark.parametrize(
    ("since", "until", "years", "end", "when"),
    [
        (None, "2011", None, date(2011, 12, 31), "in 2011"),
        ("2009", "2011-02", 9.0, date(2011, 2, 28), "in February 2011"),
        ("2010-03-31", "2010-04-01", None, date(2010, 4, 1), "on 1 April 2010"),
        ("2009", None, 2.0, date(2011, 12, 31), "in 2011"),
        ("2009-05", None, 2.0, date(2011, 5, 31), "in May 2011"),
        ("2009-05-06", None, 2.0, date(2011, 5, 6), "on 6 May 2011"),
        ("2010-03-31", None, 1.0, date(2011, 3, 31), "on 31 March 2011"),
    ],
)
def test_a_term_ends_as_recorded_or_by_its_length(
    p: Place, since: str | None, until: str | None, years: float | None, end: date, when: str
) -> None:
    person = p.person()
    p.hold(p.seat(p.body(), term_years=years), person, period=r.Period(since, until))
    assert ends(p) == [(person, end, when)]


@pytest.mark.parametrize(
    ("since", "years"), [(None, None), (None, 2.0), ("2009", None), ("2010-04-01", 1.0), ("2011", 1.0), ("9999", 1.0)]
)
def test_what_has_no_end_or_has_not_begun_is_no_term(p: Place, since: str | None, years: float | None) -> None:
    p.hold(p.seat(p.body(), term_years=years), p.person(), period=r.Period(since, None))
    assert ends(p) == []


def test_somebody_follows_who_stays_longer(p: Place) -> None:
    seat, first, second = p.seat(p.body()), p.person(), p.person()
    p.hold(seat, first, period=r.Period(None, "2010-04"))
    p.hold(seat, second, period=r.Period(None, "2010-04"))
    assert [holder for holder, *_ in ends(p)] == [first, second]
    p.hold(seat, p.person(), period=r.Period("2010-05", None))
    assert ends(p) == []


def test_of_several_places_each_needs_one_who_follows(p: Place) -> None:
    seat, first = p.seat(p.body(), number=2), p.person()
    p.hold(seat, first, period=r.Period(None, "2010-04"))
    p.hold(seat, p.person())
    assert [holder for holder, *_ in ends(p)] == [first]
    p.hold(seat, p.person())
    assert ends(p) == []


def test_deputies_and_proposals_neither_end_nor_follow(p: Place) -> None:
    seat, first = p.seat(p.body()), p.person()
    p.hold(seat, first, period=r.Period(None, "2010-04"))
    p.hold(seat, p.person(), capacity=TenureCapacity.DEPUTY, period=r.Period(None, "2010-05"))
    p.hold(seat, p.person(), status=FactStatus.PROPOSED)
    assert [holder for holder, *_ in ends(p)] == [first]
    assert ends(p, proposed=True) == []


def test_a_seat_that_is_not_taken_up_or_filled_by_an_office_has_no_terms(p: Place) -> None:
    away, office, filled = (
        p.seat(p.body(), taken_up=YesNoNotRecorded.NO),
        p.seat(p.body(), role=Role.CHAIR),
        p.seat(p.body()),
    )
    p.fill(filled, office)
    for seat in (away, filled):
        p.hold(seat, p.person(), period=r.Period(None, "2010-04"))
    gone = p.seat(p.body(), period=r.Period(None, "2009"))
    p.hold(gone, p.person(), period=r.Period(None, "2009"))
    assert ends(p) == []
    p.hold(office, p.person(), period=r.Period(None, "2010-04"))
    assert [when for *_, when in ends(p)] == ["in April 2010"]


def test_an_end_is_told_of_ninety_days_ahead() -> None:
    assert ENDING_DAYS == 90


@pytest.mark.parametrize(
    ("until", "days", "unsure"),
    [
        ("2007", [], None),
        ("2007-09", ["DTSTART;VALUE=DATE:20070901", "DTEND;VALUE=DATE:20071001"], True),
        ("2007-09-14", ["DTSTART;VALUE=DATE:20070914", "DTEND;VALUE=DATE:20070915"], False),
    ],
)
def test_the_end_of_a_term_stands_in_calendars_no_more_precisely_than_known(
    until: str, days: list[str], unsure: bool | None
) -> None:
    place = Place(date(2007, 1, 1))
    place.hold(place.seat(place.body(), [place.body()]), place.person(), period=r.Period(None, until))
    events = list(ends_of_terms(place.standing(), None))
    lines = calendar_file("A", events, datetime(2007, 1, 1, tzinfo=UTC)).replace(b"\r\n ", b"").decode().split("\r\n")
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND"))] == days
    said = [line.endswith("(day not recorded)") for line in lines if line.startswith("SUMMARY")]
    assert said == ([] if unsure is None else [unsure])
