"""Minutes in other layouts, in every format: at least 95 % of what they say is found, and of what is found is there."""

import pytest

from app.exchange.minutes.dates import dates_in
from app.exchange.minutes.document import Piece
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


def test_every_find_stands_where_it_says() -> None:
    for name, (blocks, _) in LAYOUTS.items():
        read = document_in("minutes.txt", WAYS["txt"](blocks))
        found = found_in(read)
        for find in (
            *found.people,
            *found.actions,
            *found.meetings,
            *found.reports,
            found.body,
            found.date,
            found.venue,
        ):
            if find:
                assert read.text[find.at.start : find.at.end] == find.at.text, (name, find)


def test_a_year_that_is_not_said_follows_from_the_day_of_the_week() -> None:
    first, other, wrong = (
        dates_in(Piece(text, 0), after="2009-06-01")[0]
        for text in ("Saturday 22 May", "Sunday 22nd May", "Monday 22 May 2010")
    )
    assert (first.value, other.value) == ("2010-05-22", "2011-05-22")
    assert (wrong.value, wrong.certainty) == ("2010-05-22", Certainty.LOOK)
    assert wrong.reason == "Monday 22 May 2010 was a Saturday."
    assert dates_in(Piece("22 May", 0), after="2009-06-01")[0].certainty is Certainty.LIKELY
