"""Minutes in other layouts, in every format: at least 95 % of what they say is found, and of what is found is there."""

import pytest

from app.exchange.minutes.finding import found_in
from app.exchange.minutes.finds import Certainty
from app.exchange.minutes.reading import document_in
from tests.minutes.documents import WAYS
from tests.minutes.layouts import LAYOUTS
from tests.minutes.measuring import assert_enough, facts_of, should_be


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_what_stands_in_minutes_is_found_and_nothing_besides(name: str, way: str) -> None:
    blocks, said = LAYOUTS[name]
    found = found_in(document_in(f"minutes.{way}", WAYS[way](blocks)))
    assert_enough(should_be(said), facts_of(found))


def test_what_is_not_certain_says_why() -> None:
    for name, (blocks, _) in LAYOUTS.items():
        found = found_in(document_in("minutes.txt", WAYS["txt"](blocks)))
        for find in (*found.people, *found.actions, *found.meetings, *found.reports):
            assert find.reason or find.certainty is Certainty.SURE, (name, find)
            assert find.reason == "" or find.reason.endswith("."), find


def test_who_was_absent_without_apologies_is_told_and_not_recorded() -> None:
    blocks, _ = LAYOUTS["an American list"]
    found = found_in(document_in("minutes.txt", WAYS["txt"](blocks)))
    assert "Walter Groves" not in {it.name for it in found.people}
    assert any("Walter Groves, absent without apologies" in note for note in found.notes)
    assert not any(
        "illness" in str(it) for it in found_in(document_in("x.txt", WAYS["txt"](LAYOUTS["running prose"][0]))).people
    )


def test_a_surname_that_bodies_have_too_is_asked_about_and_not_taken_for_one() -> None:
    told = "Apologies: PC Adam West, Jane Church (Westmoor Housing Association)"
    (person,) = found_in(document_in("x.txt", told.encode())).people
    assert person.certainty is Certainty.LOOK
    assert "Jane Church" in person.reason
