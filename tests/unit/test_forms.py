"""What forms make of answers, without a database: dates as people write them, ids, sentences, drafts."""

from typing import Any

import pytest

from app.exchange.entries.addresses import Address, Entry
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.place_format import Area, PlaceFile
from app.record.drafts import Known
from app.record.forms.asking import About, Shape, Unclear, date_in
from app.record.forms.catalogue import FORMS, fields_of, form_named, forms_for, made_of

CITED = "minutes, 1"
PLACE: dict[str, Any] = {
    "place": "testham",
    "sources": [{"id": "minutes", "title": "Minutes"}],
    "organizations": [
        {"id": "board", "name": "Board", "classification": "forum", "kind": "collaboration", "cites": CITED},
        {"id": "carers", "name": "Carers", "classification": "constituency", "kind": "constituency", "cites": CITED},
    ],
    "people": [{"id": "ann", "name": "Ann Ray", "cites": CITED}, {"id": "bob", "name": "Bob Lee", "cites": CITED}],
    "posts": [
        {"id": "seat", "on": "board", "onBehalfOf": "carers", "holders": ["ann"], "cites": CITED},
        {"id": "two", "on": "board", "number": 2, "label": "Two seats", "holders": ["ann", "bob"], "cites": CITED},
    ],
}
SOURCE = {"source": "minutes", "source_where": "item 4"}


def about(kind: str, id_: str) -> About:
    entries = entries_in(PlaceFile.model_validate(PLACE)).all
    area = Entry(Address("area", "testham"), Area(id="testham", name="Testham"))
    known = Known(Entries("testham", (area, *entries)), {entry.address: "as it was" for entry in entries})
    return About(known, Address(kind, id_), {})


def made(word: str, kind: str, id_: str, answers: dict[str, str]) -> tuple[dict[str, Any], str]:
    """Return what a form writes, by kind and id, and its sentence."""
    found = made_of(form_named(word, kind), about(kind, id_), answers | SOURCE)
    return {f"{step.address.kind} {step.address.id}": step.said for step in found.draft.steps}, found.says


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("2026-03-14", "2026-03-14"),
        ("March 2026", "2026-03"),
        ("mar 2026", "2026-03"),
        ("14 March 2026", "2026-03-14"),
        ("1st Sept. 2026", "2026-09-01"),
        ("14/3/2026", "2026-03-14"),
        ("14.03.2026", "2026-03-14"),
        ("3/2026", "2026-03"),
        (" 2 May, 2026 ", "2026-05-02"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, date: str) -> None:
    assert date_in(text) == date


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "expected a date such as 14 March 2026"),
        ("Ma 2026", "expected a date such as"),
        ("31 April 2026", "April 2026 has 30 days"),
        ("14/13/2026", "there is no month 13"),
        ("3/14/2026", "there is no month 14"),
        ("26", "expected a date such as"),
    ],
)
def test_what_is_no_date_is_told_with_what_would_be_right(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        date_in(text)


def test_who_took_a_seat_is_added_and_who_had_it_left_then() -> None:
    written, says = made("took-a-seat", "post", "testham/seat", {"who": "Tina Tully", "since": "March 2026"})
    assert written["person testham/tina-tully"] == {
        "id": "tina-tully",
        "name": "Tina Tully",
        "cites": "minutes, item 4",
    }
    before, now = written["post testham/seat"]["holders"]
    assert before == {"holder": "ann", "cites": [CITED, "minutes, item 4"], "until": "2026-03"}
    assert now == {"person": "tina-tully", "since": "2026-03", "cites": "minutes, item 4"}
    assert says == "Tina Tully takes the seat member for Carers, Board from March 2026; Ann Ray left in March 2026."


def test_of_several_seats_who_has_one_stays_unless_somebody_says_otherwise() -> None:
    fates = [each for each in fields_of(FORMS["took-a-seat"], about("post", "testham/two")) if each.name[:4] == "fate"]
    assert [(each.given, each.shape) for each in fates] == [("stays", Shape.RADIO)] * 2
    answers = {"who": "Cy", "fate_0": "stays", "fate_1": "never"}
    written, _ = made("took-a-seat", "post", "testham/two", answers)
    assert [it.get("person") or it.get("holder") for it in written["post testham/two"]["holders"]] == ["ann", "cy"]


def test_somebody_of_the_same_name_is_asked_about() -> None:
    answers = {"who": "bob  LEE", "since": "2026"}
    with pytest.raises(Unclear) as unclear:
        made("took-a-seat", "post", "testham/seat", answers)
    (asked,) = unclear.value.more
    assert [choice.label for choice in asked.choices] == [
        "The same person: Bob Lee (Two seats, Board)",
        "Somebody else of the same name",
    ]
    same, _ = made("took-a-seat", "post", "testham/seat", answers | {"who_same": "bob"})
    assert list(same) == ["post testham/seat"]
    other, _ = made("took-a-seat", "post", "testham/seat", answers | {"who_same": "+"})
    assert other["person testham/bob-lee"]["name"] == "bob LEE"


def test_whoever_has_a_seat_again_has_it_by_another_id() -> None:
    answers = {"who": "Ann Ray", "who_same": "ann", "since": "2026", "fate_0": "stays"}
    place = PLACE["posts"][0]["holders"]
    PLACE["posts"][0]["holders"] = [{"person": "ann", "until": "2020"}]
    try:
        written, _ = made("took-a-seat", "post", "testham/seat", answers)
    finally:
        PLACE["posts"][0]["holders"] = place
    assert written["post testham/seat"]["holders"][1]["id"] == "ann--holds--seat--2"


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_form() -> None:
    with pytest.raises(Unclear) as unclear:
        made_of(FORMS["took-a-seat"], about("post", "testham/seat"), {"since": "soon", "from_body": "Trust"})
    assert [wrong.field for wrong in unclear.value.wrongs][:2] == ["who", "since"]
    assert {wrong.field for wrong in unclear.value.wrongs} == {
        "who", "since", "left_0", "from_body_sort", "source", "source_where",
    }  # fmt: skip


def test_a_correction_changes_what_was_changed_and_nothing_else() -> None:
    fields = {each.name: each.given for each in fields_of(FORMS["correct"], about("organization", "testham/board"))}
    written, _ = made("correct", "organization", "testham/board", fields | {"source": "", "source_where": ""} | SOURCE)
    unchanged = dict(PLACE["organizations"][0]) | {"cites": [CITED, "minutes, item 4"]}
    assert written["organization testham/board"] == unchanged
    written, _ = made("correct", "organization", "testham/board", fields | {"purpose": "To meet", "status": "dormant"})
    assert written["organization testham/board"] == unchanged | {"purpose": "To meet", "status": "dormant"}


def test_every_kind_of_entry_has_its_forms() -> None:
    assert {kind: [form.word for form in forms_for(kind)] for kind in ("area", "organization", "person", "post")} == {
        "area": ["new-body"],
        "organization": ["new-seat", "new-seats", "met", "joined", "renamed", "ended", "split", "correct", "remove"],
        "person": ["left", "new-name", "correct", "remove"],
        "post": ["took-a-seat", "left", "stands-empty", "reported", "correct", "remove"],
    }


SPLIT = {"name": "Carers' Board", "sort": "forum"}
"""What is always answered where a body is two."""


def test_a_body_that_was_divided_gives_seats_from_a_day_on() -> None:
    answers = SPLIT | {"how": "became", "since": "March 2026", "post_seat": "on"}
    written, says = made("split", "organization", "testham/board", answers)
    cites = "minutes, item 4"
    assert written.pop("organization testham/carers-board") == {
        "id": "carers-board", "name": "Carers' Board", "classification": "forum", "kind": "collaboration",
        "cites": cites, "founded": "2026-03",
    }  # fmt: skip
    line = {"id": "board--succeeded-by--carers-board", "from": "board", "type": "succeeded_by", "to": "carers-board"}
    assert written.pop("line testham/board--succeeded-by--carers-board") == line | {
        "since": "2026-03", "label": "divided", "cites": cites,
    }  # fmt: skip
    assert written.pop("organization testham/board") == PLACE["organizations"][0] | {"cites": [CITED, cites]}
    old = written.pop("post testham/seat")
    assert (old["on"], old["until"], old["holders"]) == ("board", "2026-03", [{"holder": "ann", "until": "2026-03"}])
    ((address, new),) = written.items()
    assert address.startswith("post testham/carers-board--")
    assert {name: new[name] for name in ("on", "since", "holders", "cites")} == {
        "on": "carers-board", "since": "2026-03", "cites": cites,
        "holders": [{"holder": "ann", "since": "2026-03", "cites": cites}],
    }  # fmt: skip
    assert "until" not in new
    assert says == "Board is two: Carers' Board came out of it, March 2026; one seat is Carers' Board's."


def test_a_body_that_always_was_two_gives_what_is_the_others_as_it_is() -> None:
    written, says = made("split", "organization", "testham/board", SPLIT | {"how": "was", "post_two": "on"})
    assert set(written) == {"organization testham/carers-board", "post testham/two"}
    assert written["post testham/two"] == PLACE["posts"][1] | {"on": "carers-board"}
    assert "was recorded as one with it by mistake; one seat is" in says


def test_what_is_missing_of_a_division_is_asked_for() -> None:
    def objections(**answers: str) -> dict[str, str]:
        with pytest.raises(Unclear) as unclear:
            made("split", "organization", "testham/board", answers)
        return {it.field: it.says for it in unclear.value.wrongs}

    assert set(objections(how="became")) == {"name", "sort", "since"}
    assert set(objections(**SPLIT | {"name": "board"}, how="was")) == {"name"}
    asked = {field.name: field for field in fields_of(FORMS["split"], about("organization", "testham/board"))}
    assert asked["sort"].given == "forum"
    assert asked["post_seat"].label == "member for Carers, Board: Ann Ray"
    assert not any(name.startswith(("line_", "head_line")) for name in asked)


def test_a_person_with_another_name_keeps_the_old_one_with_its_date() -> None:
    written, says = made("new-name", "person", "testham/ann", {"name": "Ann Lee", "until": "May 2024"})
    assert written["person testham/ann"] == {
        "id": "ann", "name": "Ann Lee", "formerNames": [{"name": "Ann Ray", "until": "2024-05"}],
        "cites": [CITED, "minutes, item 4"],
    }  # fmt: skip
    assert says == "Ann Ray is called Ann Lee since May 2024."
    with pytest.raises(Unclear) as unclear:
        made("new-name", "person", "testham/ann", {"name": ""})
    assert "Say what they are called now." in [it.says for it in unclear.value.wrongs]
