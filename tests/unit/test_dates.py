"""Dates of reduced precision mean every day they may mean, and nothing that is no date is taken for one."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import BEGINNING, END, PartialDate, bounds, earliest, latest, spoken

days = st.dates(min_value=date(1000, 1, 1))


@given(days, st.sampled_from((4, 7, 10)))
def test_bounds_agree_with_the_edtf_library(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    first, last = bounds(text)
    oracle = parse_edtf(text)
    assert (first.timetuple()[:3], last.timetuple()[:3]) == (oracle.lower_strict()[:3], oracle.upper_strict()[:3])


@given(days, st.sampled_from((4, 7, 10)))
def test_a_day_lies_within_every_date_that_may_mean_it(day: date, length: int) -> None:
    said = PartialDate(day.isoformat()[:length])
    assert said.earliest <= day <= said.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2007-02-30", "February 2007 has 28 days: there is no day 30"),
        ("2007-13", "there is no month 13"),
        ("2007-00", "there is no month 00"),
        ("0000", "there is no year 0000"),
        ("7 May 2007", "expected a date such as 2007"),
        ("2007-1", "expected a date such as 2007"),
        ("", "expected a date"),
        ("２００７", "expected a date such as 2007"),
    ],
)
def test_what_is_no_date_is_refused_with_what_would_be_right(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        bounds(text)


def test_unknown_starts_and_ends_reach_as_far_as_time_does() -> None:
    assert (earliest(None), latest(None)) == (BEGINNING, END)


def test_dates_are_spoken_as_precisely_as_they_are_known() -> None:
    assert [spoken(text) for text in ("2008", "2008-01", "2010-01-22")] == ["2008", "January 2008", "22 January 2010"]
