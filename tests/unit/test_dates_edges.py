"""Where dates turn: the first and last day, month and year, what comes after them, and the words of a refusal."""

import re
from datetime import date, timedelta

import pytest

from app.domain.dates import (
    BEGINNING,
    END,
    PartialDate,
    bounds,
    days_after,
    earliest,
    latest,
    months_after,
    spoken,
    years_after,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("2007-01", date(2007, 1, 1), date(2007, 1, 31)),
        ("2007-12", date(2007, 12, 1), date(2007, 12, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007-04-01", date(2007, 4, 1), date(2007, 4, 1)),
        ("2007-04-30", date(2007, 4, 30), date(2007, 4, 30)),
    ],
)
def test_a_date_reaches_from_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    said = PartialDate(text)
    assert bounds(text) == (said.earliest, said.latest) == (earliest(text), latest(text)) == (first, last)
    assert str(said) == text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("0000-01", "there is no year 0000"),
        ("2007-00", "there is no month 00: months are 01 to 12"),
        ("2007-13-01", "there is no month 13: months are 01 to 12"),
        ("2007-04-00", "April 2007 has 30 days: there is no day 00"),
        ("2007-04-31", "April 2007 has 30 days: there is no day 31"),
        ("2007-4", "expected a date such as 2007, 2007-09 or 2007-09-14"),
        ("2007-09-14T00:00", "expected a date such as 2007, 2007-09 or 2007-09-14"),
    ],
)
def test_a_refusal_says_just_what_is_wrong(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(wrong)}$"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2007", "2007"),
        ("2007-09", "September 2007"),
        ("2007-09-04", "4 September 2007"),
        ("2007-12-31", "31 December 2007"),
    ],
)
def test_dates_are_spoken_without_noughts(text: str, said: str) -> None:
    assert PartialDate(text).spoken == spoken(text) == said


def test_days_months_and_years_later_stay_in_the_calendar() -> None:
    assert days_after(date(2008, 2, 28), 1) == date(2008, 2, 29)
    assert days_after(date(2008, 2, 28), 0) == date(2008, 2, 28)
    assert days_after(END - timedelta(days=2), 1) == END - timedelta(days=1)
    assert days_after(END - timedelta(days=2), 2) == days_after(END - timedelta(days=2), 3) == END


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2007, 1, 31), 1, date(2007, 2, 28)),
        (date(2008, 1, 31), 1, date(2008, 2, 29)),
        (date(2007, 12, 15), 1, date(2008, 1, 15)),
        (date(2007, 1, 15), -1, date(2006, 12, 15)),
        (date(2007, 3, 15), 0, date(2007, 3, 15)),
        (date(2007, 11, 30), 1, date(2007, 12, 30)),
        (date(1, 1, 31), 0, date(1, 1, 31)),
        (date(1, 1, 31), -1, BEGINNING),
        (date(1, 2, 28), -1, date(1, 1, 28)),
        (date(9999, 12, 1), 0, date(9999, 12, 1)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(9999, 12, 1), 1, END),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_years_later_is_the_same_day_or_the_28th_of_february() -> None:
    assert years_after(date(2008, 2, 29), 1) == date(2009, 2, 28)
    assert years_after(date(2008, 2, 29), -4) == date(2004, 2, 29)


def test_an_unknown_end_is_no_end() -> None:
    assert (earliest(None), latest(None)) == (earliest(""), latest("")) == (date.min, date.max)
