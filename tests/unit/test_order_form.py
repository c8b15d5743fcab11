"""Boxes of a picture are put in order by a form: what it lists, what it writes, and what it leaves alone."""

from typing import Any

import pytest

from app.exchange.entries.addresses import Address, Entry
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.place_format import Area, PlaceFile
from app.reading.arranging import Column
from app.record.drafts import MOST_STEPS, Known
from app.record.forms.asking import About, Unclear
from app.record.forms.catalogue import fields_of, form_named, made_of

COLUMNS = (
    Column("Care", ("testham/board", "testham/panel"), ("testham/forum", "testham/net", "kent/away")),
    Column("", ("testham/alone",), ()),
    Column("Roads", (), ("testham/group", "testham/other")),
)


def body(id_: str, **more: Any) -> dict[str, Any]:
    said = {"id": id_, "name": id_.title(), "classification": "forum", "kind": "collaboration"}
    return said | {"cites": "minutes, 1"} | more


def about(*, closed: str = "", columns: tuple[Column, ...] = COLUMNS) -> About:
    ids = ("board", "panel", "forum", "net", "alone", "group", "other", *(f"many{at}" for at in range(MOST_STEPS + 1)))
    file = {
        "place": "testham",
        "sources": [{"id": "minutes", "title": "Minutes"}],
        "organizations": [body(id_, **({"columnOrder": 2} if id_ == "panel" else {})) for id_ in ids],
    }
    entries = entries_in(PlaceFile.model_validate(file)).all
    known = Entries("testham", (Entry(Address("area", "testham"), Area(id="testham", name="Testham")), *entries))
    partly = frozenset({Address("organization", closed)}) if closed else frozenset()
    digests = {entry.address: "as it was" for entry in known.all}
    return About(
        Known(known, digests, partly=partly), Address("area", "testham"), {}, sees_all=not closed, columns=columns
    )


def made(answers: dict[str, str], given: About | None = None) -> tuple[dict[str, Any], str]:
    found = made_of(form_named("arrange", "area"), given or about(), {"order_panel": "2"} | answers)
    return {step.address.id: step.said for step in found.draft.steps}, found.says


def test_it_lists_the_boxes_of_each_column_as_they_stand_where_there_are_two() -> None:
    fields = fields_of(form_named("arrange", "area"), about())[1:]
    assert [(it.row, it.label, it.given) for it in fields] == [
        ("Care: boards and committees", "Board", ""),
        ("Care: boards and committees", "Panel", "2"),
        ("Care: forums and members", "Forum", ""),
        ("Care: forums and members", "Net", ""),
        ("Roads", "Group", ""),
        ("Roads", "Other", ""),
    ]


def test_it_says_which_columns_have_nothing_to_put_in_order() -> None:
    head = fields_of(
        form_named("arrange", "area"), about(columns=(*COLUMNS, Column("Health", ("testham/alone",), ())))
    )[0]
    assert head.hint.endswith(
        " The column that is not here has one box of this place at most, above and below: Health."
    )
    assert "not here" not in fields_of(form_named("arrange", "area"), about())[0].hint


def test_what_is_not_for_whoever_asks_is_not_listed() -> None:
    fields = fields_of(form_named("arrange", "area"), about(closed="testham/net"))
    assert [it.label for it in fields[1:]] == ["Board", "Panel", "Group", "Other"]


def test_a_place_without_two_boxes_in_a_column_says_so() -> None:
    (only,) = fields_of(form_named("arrange", "area"), about(columns=()))
    assert only.label == "No column of the picture has two boxes to put in order"


def test_only_what_is_moved_is_written() -> None:
    written, says = made({"order_board": "2", "order_panel": "1", "order_group": "1"})
    assert {id_: said["columnOrder"] for id_, said in written.items()} == {
        "testham/board": 2,
        "testham/panel": 1,
        "testham/group": 1,
    }
    assert says == "The boxes of Care: boards and committees and Roads stand in the order that is said."
    assert made({}) == ({}, "The boxes stand as they did.")


def test_an_order_can_be_left_to_the_picture_again() -> None:
    written, _ = made({"order_panel": ""})
    assert "columnOrder" not in written["testham/panel"]


@pytest.mark.parametrize("text", ["0", "1000", "first", "-1", "1.5", "²"])
def test_a_number_that_is_none_is_told_at_its_field(text: str) -> None:
    with pytest.raises(Unclear) as unclear:
        made({"order_forum": text})
    assert [(it.field, it.says) for it in unclear.value.wrongs] == [
        ("order_forum", "Say a whole number from 1 to 999, or nothing.")
    ]


def test_more_than_a_draft_may_change_is_refused() -> None:
    ids = tuple(f"testham/many{at}" for at in range(MOST_STEPS + 1))
    with pytest.raises(Unclear) as unclear:
        made(
            {f"order_many{at}": str(at + 1) for at in range(MOST_STEPS + 1)},
            about(columns=(Column("Care", ids, ()),)),
        )
    assert "At most 200 boxes" in unclear.value.wrongs[0].says
