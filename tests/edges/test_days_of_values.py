"""The rules on values, on the day before a date, its first and last day and the day after, however exactly recorded."""

from collections.abc import Mapping

import pytest

from app.domain.as_at import AsAt
from app.domain.records import Period
from app.domain.standing import Standing
from tests.edges.dated_facts import INSIDE, OUTSIDE, Plant, Town
from tests.edges.days import SPELLINGS, around

Table = Mapping[str, tuple[Plant, ...]]


def cases(table: Table) -> list[object]:
    """Return every plant of a table, by what it dates and what notices."""
    return [pytest.param(plant, id=f"{fact}-{plant.__name__}") for fact, plants in table.items() for plant in plants]


def answers(plant: Plant, text: str) -> dict[str, list[bool]]:
    """Plant a fact since a date, until it, and within it; return what is seen on its four days, for each."""
    found = {}
    for name, period in (
        ("since", Period(text, None)),
        ("until", Period(None, text)),
        ("within", Period(text, text)),
        ("always", Period(None, None)),
    ):
        place = Town()
        seen = plant(place, period)
        found[name] = [seen(Standing(place.register, AsAt(day))) for day in around(text)]
    return found


HOLDS = {
    "since": [False, True, True, True],
    "until": [True, True, True, False],
    "within": [False, True, True, False],
    "always": [True, True, True, True],
}


@pytest.mark.parametrize("plant", cases(INSIDE))
def test_a_fact_is_there_from_its_first_possible_day_to_its_last(plant: Plant) -> None:
    assert {text: answers(plant, text) for text in SPELLINGS} == dict.fromkeys(SPELLINGS, HOLDS)


@pytest.mark.parametrize("plant", cases(OUTSIDE))
def test_what_a_fact_would_mend_is_missing_before_its_first_day_and_after_its_last(plant: Plant) -> None:
    lacks = {name: [not held for held in days] for name, days in HOLDS.items()}
    assert {text: answers(plant, text) for text in SPELLINGS} == dict.fromkeys(SPELLINGS, lacks)
