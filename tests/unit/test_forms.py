"""What forms make of answers, without a database: dates as people write them, ids, sentences, drafts."""

import dataclasses
from typing import Any

import pytest

from app.domain.dates_written import date_in
from app.exchange.entries.addresses import Address, Entry
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.place_format import Area, PlaceFile
from app.record.drafts import Known
from app.record.forms.asking import About, Shape, Unclear
from app.record.forms.catalogue import FORMS, fields_of, form_named, forms_for, made_of
from app.record.forms.meetings import members_of
from app.record.naming import change_of

CITED = "minutes, 1"
PLACE: dict[str, Any] = {
    "place": "testham",
    "sources": [{"id": "minutes", "title": "Minutes"}],
    "organizations": [
        {"id": "board", "name": "Board", "classification": "forum", "kind": "collaboration", "cites": CITED},
        {"id": "carers", "name": "Carers", "classification": "constituency", "kind": "constituency", "cites": CITED},
    ],
    "people": [
        {"id": "ann", "name": "Ann Ray", "cites": CITED},
        {"id": "bob", "name": "Bob Lee", "cites": CITED},
        {"id": "dee", "name": "Dee Dow", "cites": CITED},
    ],
    "meetings": [
        {
            "id": "met",
            "organization": "board",
            "date": "2026-03-01",
            "quorate": "no",
            "cites": CITED,
            "attendance": [{"person": "ann", "as": "apologies", "note": "Ill"}, {"person": "dee", "as": "guest"}],
        },
        {"id": "to-come", "organization": "board", "date": "2026-04-01", "status": "planned", "cites": CITED},
    ],
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
    kinds = ("area", "organization", "person", "post", "meeting")
    assert {kind: [form.word for form in forms_for(kind)] for kind in kinds} == {
        "area": ["new-body", "publish-map", "arrange"],
        "organization": [
            "new-seat",
            "new-seats",
            "met",
            "joined",
            "renamed",
            "ended",
            "split",
            "flags",
            "correct",
            "remove",
        ],
        "person": ["left", "new-name", "correct", "remove"],
        "post": ["took-a-seat", "left", "stands-empty", "by-office", "reported", "correct", "remove"],
        "meeting": ["came", "correct", "remove"],
    }
    assert "flags" not in [form.word for form in forms_for("organization", steward=False)]


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


@pytest.mark.parametrize(
    ("title", "more", "says"),
    [
        ("Minutes of 14 March 2026", {}, {"kind": "minutes", "published": "2026-03-14"}),
        ("Carers' strategy, May 2025", {}, {"kind": "report", "published": "2025-05"}),
        ("Terms of reference", {"source_date": "3/2020"}, {"kind": "terms_of_reference", "published": "2020-03"}),
        ("Report on May 2024 and June 2025", {}, {"kind": "report"}),
        ("Call with Ann", {"source_kind": "conversation"}, {"kind": "conversation"}),
        ("Minutes of May 2026", {"source_date": "2 June 2026"}, {"kind": "minutes", "published": "2026-06-02"}),
        ("Planning for 2030", {}, {}),
    ],
)
def test_a_new_source_has_a_date_and_a_kind(title: str, more: dict[str, str], says: dict[str, str]) -> None:
    answers = {"who": "Cy Lee", "source": "+", "source_title": title, "source_where": "p. 1"} | more
    answers |= {"fate_0": "stays", "fate_1": "stays"}
    found = made_of(form_named("took-a-seat", "post"), about("post", "testham/two"), answers)
    (source,) = (step.said for step in found.draft.steps if step.address.kind == "source")
    assert source
    assert {name: value for name, value in source.items() if name not in {"id", "title"}} == says


def test_a_source_of_the_list_and_another_are_not_both_cited() -> None:
    form, seat = form_named("took-a-seat", "post"), about("post", "testham/two")
    both = {"who": "Cy Lee", "source": "minutes", "source_title": "Letter of 2 May 2026", "source_where": "p. 1"}
    both |= {"fate_0": "stays", "fate_1": "stays"}
    with pytest.raises(Unclear) as unclear:
        made_of(form, seat, both)
    assert [(it.field, "leave one of the two out" in it.says) for it in unclear.value.wrongs] == [
        ("source_title", True)
    ]
    last = dataclasses.replace(seat, remembered="minutes, item 4")
    found = made_of(form, last, both)
    assert found.source == "letter-of-2-may-2026, p. 1"
    with pytest.raises(Unclear) as unread:
        made_of(form, last, both | {"source": "+", "source_kind": "nonsense", "source_date": "soon"})
    assert {it.field for it in unread.value.wrongs} == {"source_kind", "source_date"}


def test_who_came_to_a_meeting_that_is_recorded_is_said_later() -> None:
    fields = {it.name: it for it in fields_of(form_named("came", "meeting"), about("meeting", "testham/met"))}
    assert (fields["came_ann"].given, fields["came_bob"].given) == ("apologies", "not_said")
    assert (fields["there_1"].label, fields["there_1"].given) == ("Dee Dow (guest)", "stays")
    assert fields["quorate"].given == "no"
    written, says = made("came", "meeting", "testham/met", {"came_bob": "present", "came_ann": "apologies"})
    now = written["meeting testham/met"]
    assert now["attendance"] == [
        {"person": "ann", "as": "apologies", "note": "Ill"},
        {"person": "bob", "as": "present"},
        {"person": "dee", "as": "guest"},
    ]
    assert (now["status"], now["cites"]) == ("held", [CITED, "minutes, item 4"])
    told = "Board met on 1 March 2026: one member came (Bob Lee); Ann Ray sent apologies; one other as recorded before."
    assert says == told
    answers = {"came_ann": "not_said", "came_bob": "not_said", "there_1": "gone", "deputies": "Di Orr for Bob"}
    written, says = made("came", "meeting", "testham/met", answers)
    assert written["meeting testham/met"]["attendance"] == [
        {"person": "bob", "as": "apologies"},
        {"person": "di-orr", "as": "deputising", "deputisingFor": "bob"},
    ]


def test_of_a_meeting_to_come_each_member_counts_as_present() -> None:
    fields = {it.name: it for it in fields_of(form_named("came", "meeting"), about("meeting", "testham/to-come"))}
    assert (fields["came_ann"].given, fields["came_bob"].given) == ("present", "present")
    written, _ = made("came", "meeting", "testham/to-come", {})
    now = written["meeting testham/to-come"]
    assert (now["status"], len(now["attendance"])) == ("held", 2)


def test_a_meeting_is_corrected_and_taken_out_by_its_day() -> None:
    written, says = made(
        "correct", "meeting", "testham/met", {"date": "2 March 2026", "venue": "Hall", "quorate": "yes"}
    )
    assert says == "What is recorded of meeting of Board, 1 March 2026 is corrected."
    now = written["meeting testham/met"]
    assert (now["date"], now["venue"], now["quorate"], now["organization"]) == ("2026-03-02", "Hall", "yes", "board")
    assert len(now["attendance"]) == 2
    written, _ = made("remove", "meeting", "testham/to-come", {"sure": "yes"})
    assert written == {"meeting testham/to-come": None}


def test_a_new_chair_who_sits_on_other_boards_by_that_office_is_one_form() -> None:
    answers = {"who": "Dee Dow", "who_same": "dee", "since": "2026", "by_office": "Carers\nNew Board\n\nThird Board"}
    with pytest.raises(Unclear) as unclear:
        made("took-a-seat", "post", "testham/seat", answers)
    assert [it.name for it in unclear.value.more] == ["by_office_2_sort", "by_office_3_sort"]
    sorts = {"by_office_2_sort": "committee", "by_office_3_sort": "forum"}
    written, says = made("took-a-seat", "post", "testham/seat", answers | sorts)
    seats = [said for key, said in written.items() if key.startswith("post ") and key != "post testham/seat"]
    assert [said["on"] for said in seats] == ["carers", "new-board", "third-board"]
    assert {said["filledByHolderOf"] for said in seats} == {"seat"}
    assert "and sits on Carers, New Board and Third Board by that office; Ann Ray left in 2026." in says
    own, twice = {"by_office": "Board"}, {"by_office": "Carers\ncarers"}
    with pytest.raises(Unclear) as itself:
        made("by-office", "post", "testham/seat", own)
    assert "name other boards" in itself.value.wrongs[0].says
    written, says = made("by-office", "post", "testham/seat", twice)
    assert len(written) == 1
    assert says == "Whoever has the seat member for Carers, Board sits on Carers by that office."


def test_the_last_source_is_filled_in_and_said_but_a_letter_tells_of_its_own_matter_alone() -> None:
    PLACE["sources"].append(
        {"id": "letter", "title": "Letter of Ann Ray", "kind": "correspondence", "published": "2026-03-01"}
    )
    try:
        for last, stands, says in (
            ("minutes, item 4", "minutes", "Filled in from your last form: “Minutes”."),
            ("letter, p", "", ""),
        ):
            asked = dataclasses.replace(about("post", "testham/seat"), remembered=last)
            field = next(each for each in fields_of(FORMS["left"], asked) if each.name == "source")
            assert (field.given, says in field.hint, bool(field.hint)) == (stands, True, bool(says))
        assert [choice.label for choice in field.choices[1:3]] == ["Letter of Ann Ray, 1 March 2026", "Minutes"]
        answers = {"which": "testham/seat 0", "until": "2026", "source": "letter", "source_where": ""}
        found = made_of(FORMS["left"], about("post", "testham/seat"), answers)
        assert found.source_said == "as “Letter of Ann Ray” says"
        said = found.draft.steps[0].said or {}
        assert said["holders"][0]["cites"] == [CITED, "letter, all of it"]
    finally:
        PLACE["sources"].pop()
    with pytest.raises(Unclear):
        made_of(
            FORMS["left"],
            about("post", "testham/seat"),
            {"which": "testham/seat 0", "until": "2026", "source": "minutes"},
        )


def test_line_by_line_names_sources_by_their_titles_and_no_two_sides_alike() -> None:
    titles = {"testham/tor": "Terms of reference", "letter": "Letter"}
    old = "testham/tor Membership, page 2"
    assert (
        change_of("cites", old, f"{old}\nletter page 1", titles)
        == "“Letter”, page 1, beside “Terms of reference”, Membership, page 2"
    )
    long = "word " * 40
    said = change_of("note", f"{long}one", f"{long}two", {})
    before, after = said.split(" -> ")
    assert (before != after, before.endswith("one'"), after.endswith("two'")) == (True, True, True)


def test_a_pasted_page_is_read_line_by_line_as_it_is_seen() -> None:
    page = "Board\n3. Membership\nIt has four seats. They serve for two years.\n\nChair: Al Day\nParents (2): Jo Ward, Di Orr\nA B, C D"
    with pytest.raises(Unclear) as unclear:
        made("new-seats", "organization", "testham/board", {"seats": page})
    assert [(wrong.field, wrong.says.partition(":")[0]) for wrong in unclear.value.wrongs] == [
        ("seats", "Line 7, “A B, C D”"),
        ("seats_3", "Line 3, “It has four seats. They serve for two years.”, names nobody"),
    ]
    answers = {"seats": page.rpartition("\n")[0], "seats_3": "out"}
    written, says = made("new-seats", "organization", "testham/board", answers)
    assert (
        says == "3 seats are added to Board: 3 have a holder by name. Chair, Al Day; Parent, Jo Ward; Parent, Di Orr."
    )
    assert [it["name"] for address, it in written.items() if address.startswith("person")] == [
        "Al Day",
        "Jo Ward",
        "Di Orr",
    ]
    with pytest.raises(Unclear) as second:
        made("new-seats", "organization", "testham/board", {"seats": "Chair: Al Day\nChair: Jo Ward"})
    assert [wrong.says for wrong in second.value.wrongs] == [
        "Board has a chair already. Leave this one out, or add it as well."
    ]
    made("new-seats", "organization", "testham/board", {"seats": "Chair: Al Day\nChair: Jo Ward", "chair_2": "second"})


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(Unclear) as member:
        made("met", "organization", "testham/board", {"date": "2026-05-01", "deputies": "Rita Moss for Bob Leigh"})
    assert member.value.wrongs[0].says == (
        "Line 1, “Rita Moss for Bob Leigh”: no member is called Bob Leigh: did you mean Bob Lee, or one of one other member?"
    )
    with pytest.raises(Unclear) as body:
        made("new-seat", "organization", "testham/board", {"role": "member", "speaks_for": "Carer"})
    assert "Did you mean Carers?" in body.value.wrongs[0].says


def test_the_members_of_a_meeting_are_those_of_its_day_the_chair_first() -> None:
    PLACE["posts"].append(
        {
            "id": "z",
            "on": "board",
            "role": "chair",
            "holders": [{"person": "dee", "until": "2026-02-20"}],
            "cites": CITED,
        }
    )
    try:
        board = about("organization", "testham/board")
        assert list(members_of(board, day="2026-02-14")) == ["dee", "ann", "bob"]
        assert list(members_of(board)) == ["ann", "bob"]
        with pytest.raises(Unclear) as unclear:
            made("met", "organization", "testham/board", {"date": "14 February 2026"})
        assert [wrong.says for wrong in unclear.value.wrongs] == [
            "Dee Dow was a member on 14 February 2026: say whether they came."
        ]
        then = fields_of(FORMS["met"], dataclasses.replace(board, answered={"date": "14 February 2026"}))
        assert [field.name for field in then if field.shape is Shape.ROW] == ["came_dee", "came_ann", "came_bob"]
        made("met", "organization", "testham/board", {"date": "14 February 2026", "shown_for": "2026-02-14"})
        answers = {"date": "14 February 2026", "came_dee": "apologies"}
        written, _ = made("met", "organization", "testham/board", answers)
        (meeting,) = written.values()
        assert {it["person"]: it["as"] for it in meeting["attendance"]} == {
            "dee": "apologies",
            "ann": "present",
            "bob": "present",
        }
    finally:
        PLACE["posts"].pop()
