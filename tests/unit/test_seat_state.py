"""Who is in a seat on a day, at its edges: who began or left when, vacancies and who took the seat after, terms by office."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.dates import END
from app.domain.records import Period, Tenure
from app.domain.seat_state import Due, due_by, found, is_vacated, surely_there, term_due, there
from app.domain.vocabulary import PostState, YesNoNotRecorded
from tests.unit.test_holding import CHAIR, DAY, DEPUTY, post, tenure

OFFICE = replace(CHAIR, term_years=2.0)
BEYOND = replace(CHAIR, post_id="b/beyond", term_years=1.0)


def held(since: str | None, until: str | None = None, post_id: str = "b/seat", **said: object) -> Tenure:
    return tenure("Ann", post_id, period=Period(since, until), **said)


@pytest.mark.parametrize(
    ("holding", "is_there"),
    [
        (held("2010-02-01"), True),
        (held("2010-02-02"), False),
        (held("2010-02"), True),
        (held(None), True),
        (held(None, "2010-02-01"), True),
        (held(None, "2010-01-31"), False),
        (held("2009", vacated="2010-02-01"), False),
        (held("2009", vacated="2010-02-02"), True),
        (held(None, vacated="2010-01-01"), True),
        (held("2009", vacated="2010-01-01", capacity=DEPUTY), True),
    ],
)
def test_who_began_and_has_not_left_is_there(holding: Tenure, is_there: bool) -> None:
    assert there(post(), [holding], DAY) == ([holding] if is_there else [])
    assert found(post(), [held("2011"), holding], [], DAY).there == ([holding] if is_there else [])
    assert (found(post(), [holding], [], DAY).state is PostState.FILLED) is (
        is_there and holding.capacity is not DEPUTY
    )


def test_a_vacancy_of_the_seat_itself_ends_what_began_before() -> None:
    assert there(post("2010-01"), [held("2009-12-31")], DAY) == []
    assert there(post("2010-01"), [held("2010-01-01")], DAY) != []
    assert there(replace(post("2010-01"), number=2), [held("2009")], DAY) != []
    assert there(replace(post("2010-01"), vacant=YesNoNotRecorded.NO), [held("2009")], DAY) != []


def test_of_several_ends_the_first_day_counts_whatever_its_text() -> None:
    # By their letters "2009" stands before "2009-03", but it may last longer.
    gone = found(post(), [held("2008", "2009", vacated="2009-03")], [], DAY).gone
    assert [until for _, until in gone] == ["2009-03"]


@pytest.mark.parametrize(
    ("since", "until", "vacated", "sure"),
    [
        (None, None, None, True),
        ("2009", None, None, False),
        (None, "2011", None, False),
        (None, None, "2009", False),
        (None, "2011", "2009", False),
        ("2009", None, "2010", False),
    ],
)
def test_a_holding_without_any_date_is_surely_there(
    since: str | None, until: str | None, vacated: str | None, sure: bool
) -> None:
    assert surely_there(since, until, vacated) is sure


@pytest.mark.parametrize(
    ("since", "vacated", "ended"),
    [
        ("2010-01-31", "2010-02-01", True),
        ("2010-02-01", "2010-02-01", False),
        ("2010-01-30", "2010-02-02", False),
        ("2010", "2010-02-01", False),
        (None, "2010-02-01", False),
        ("2009", None, False),
    ],
)
def test_a_vacancy_ends_what_surely_began_before_it(since: str | None, vacated: str | None, ended: bool) -> None:
    assert is_vacated(since, vacated, DAY) is ended


@pytest.mark.parametrize(
    ("since", "post_id", "vacant"),
    [
        ("2010-01-15", "b/seat", False),
        ("2010-01-16", "b/seat", False),
        ("2010-01-14", "b/seat", True),
        (None, "b/seat", True),
        ("2010-02-01", "b/seat", False),
        ("2010-02-02", "b/seat", True),
        ("2010-01-20", "b/forum-chair", False),
        ("2010-01-20", "b/elsewhere", True),
    ],
)
def test_whoever_takes_a_seat_on_the_day_it_falls_vacant_or_later_ends_the_vacancy(
    since: str | None, post_id: str, vacant: bool
) -> None:
    seat = replace(post("2010-01-15"), number=2)
    assert found(seat, [held(since, post_id=post_id)], [CHAIR], DAY).vacant is vacant


def test_who_takes_the_seat_does_not_fill_the_office_that_stands_empty() -> None:
    empty = replace(CHAIR, vacant_since="2010-01-15")
    assert found(post(), [held("2010-01-20")], [empty], DAY).vacant
    assert not found(post(), [held("2010-01-20", post_id=CHAIR.post_id)], [empty], DAY).vacant
    assert found(post("2010-01-15"), [held("2010-01-20", capacity=DEPUTY)], [], DAY).vacant


def test_a_term_is_due_by_the_length_of_the_office_that_is_held() -> None:
    seat = replace(post(), term_years=4.0)
    assert due_by(seat, [OFFICE, BEYOND], held("2008")) == Due(date(2012, 12, 31), "2012")
    assert due_by(seat, [OFFICE, BEYOND], held("2008", post_id=OFFICE.post_id)) == Due(date(2010, 12, 31), "2010")
    assert due_by(seat, [OFFICE, BEYOND], held("2008", post_id=BEYOND.post_id)) == Due(date(2009, 12, 31), "2009")
    assert due_by(seat, [OFFICE], held("2008", post_id=BEYOND.post_id)) is None
    dated = held("2008", post_id=BEYOND.post_id, term_ends="2009-05")
    assert due_by(seat, [OFFICE], dated) == Due(date(2009, 5, 31), "2009-05")


def test_without_a_start_or_a_length_no_end_is_due() -> None:
    assert term_due(replace(post(), term_years=4.0), held(None)) is None
    assert term_due(post(), held("2008")) is None
    assert term_due(replace(post(), term_years=9000.0), held("2008")) is None
    assert END.year == 9999
