"""Every planted gap is found and nothing else is reported, in generated places."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.domain.vocabulary import GapKind
from app.questions.gaps.rules import find_gaps
from app.questions.gaps.rules.finding import Gap
from tests.unit.gap_cases import Place
from tests.unit.gap_plants import DECOYS, PLANTS, Plant

ALL = [plant for plants in PLANTS.values() for plant in plants]
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def found(gaps: list[Gap]) -> Counter[tuple[GapKind, str]]:
    return Counter((gap.kind, gap.subject_id) for gap in gaps)


@given(on=DAYS, planted=st.lists(st.sampled_from([*ALL, *DECOYS]), max_size=14))
@settings(max_examples=120)
def test_every_planted_gap_is_found_and_nothing_else(on: date, planted: list[Plant]) -> None:
    place = Place(on)
    for plant in planted:
        plant(place)
    gaps = find_gaps(place.standing())
    event(f"{len(place.expected)} gaps planted")
    assert found(gaps) == Counter(place.expected)
    assert len({gap.id for gap in gaps}) == len(gaps)
    for gap in gaps:
        assert gap.citations
        assert gap.explanation[0].isupper()
        assert gap.explanation.endswith(".")
        assert not gap.explanation.endswith("..")


@given(on=DAYS, times=st.dictionaries(st.sampled_from(list(GapKind)), st.integers(1, 4), min_size=1))
@settings(max_examples=60)
def test_as_many_of_each_kind_are_found_as_are_planted(on: date, times: dict[GapKind, int]) -> None:
    place = Place(on)
    for kind, often in times.items():
        for number in range(often):
            PLANTS[kind][number % len(PLANTS[kind])](place)
    counts = Counter(gap.kind for gap in find_gaps(place.standing()))
    assert counts == Counter(kind for kind, _ in place.expected)
    assert all(counts[kind] >= often for kind, often in times.items())


@pytest.mark.parametrize("plant", [*ALL, *DECOYS], ids=lambda plant: plant.__name__)
def test_each_plant_alone_gives_its_gaps_and_no_other(plant: Plant) -> None:
    place = Place(date(2020, 2, 29))
    plant(place)
    assert found(find_gaps(place.standing())) == Counter(place.expected)
    assert bool(place.expected) == (plant in ALL)


@given(kinds=st.sets(st.sampled_from(list(GapKind))))
@settings(max_examples=30)
def test_only_the_kinds_asked_for_are_given_in_one_order(kinds: set[GapKind]) -> None:
    place = Place(date(2020, 2, 29))
    for plant in ALL:
        plant(place)
    every = find_gaps(place.standing())
    assert find_gaps(place.standing(), kinds) == [gap for gap in every if gap.kind in kinds]


def test_every_kind_has_a_plant() -> None:
    assert list(PLANTS) == list(GapKind)
