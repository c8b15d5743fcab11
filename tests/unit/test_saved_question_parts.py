"""The sentence of a saved question, and the blanks in it."""

import pytest

from app.domain.saved_question import Blank, SavedQuestion, blank_of, blanks_in
from app.domain.vocabulary import BlankKind

PLACE, GROUP = Blank("place", BlankKind.AREA, "a place"), Blank("group-2", BlankKind.BODY, "a group")


def question(text: str, *blanks: Blank) -> SavedQuestion:
    return SavedQuestion("q", text, "It tells.", True, 1, blanks, "voices", {})


def test_blanks_are_found_in_the_order_of_the_sentence() -> None:
    assert blanks_in("Who in [place] speaks for [group-2], [a b] or [Place]?") == ["place", "group-2"]


@pytest.mark.parametrize(
    ("value", "blank"),
    [("[place]", "place"), ("[group-2]", "group-2"), ("place", None), ("[place] and", None), ("", None)],
)
def test_a_parameter_is_a_blank_or_a_fixed_text(value: str, blank: str | None) -> None:
    assert blank_of(value) == blank


def test_a_sentence_is_said_with_what_fills_its_blanks() -> None:
    asked = question("Who in [place] speaks for [group-2]?", PLACE, GROUP)
    assert asked.parts({}) == [
        ("Who in ", False), ("a place", True), (" speaks for ", False), ("a group", True), ("?", False),
    ]  # fmt: skip
    assert asked.said({}) == "Who in [a place] speaks for [a group]?"
    assert asked.said({"place": "Bromley"}) == "Who in Bromley speaks for [a group]?"
    assert asked.parts({"place": "Bromley", "group-2": "carers"})[1::2] == [("Bromley", False), ("carers", False)]


def test_no_empty_piece_stands_beside_a_blank() -> None:
    asked = question("[place][group-2]", PLACE, GROUP)
    assert asked.parts({}) == [("a place", True), ("a group", True)]
    assert asked.parts({"group-2": "carers"}) == [("a place", True), ("carers", False)]


def test_a_question_is_about_a_place_when_just_one_blank_is() -> None:
    assert question("[place]", PLACE, GROUP).place is PLACE
    assert question("[group-2]", GROUP).place is None
    assert question("[place] [other]", PLACE, Blank("other", BlankKind.AREA, "another")).place is None
