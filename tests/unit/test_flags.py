"""What bodies say of their relations is kept by who said it, and published in numbers that tell of nobody."""

from collections.abc import Iterable
from typing import Any

import pytest

from app.exchange.entries.addresses import Address, Entry
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.entries.to_facts import read_values
from app.exchange.place_format import Area, PlaceFile
from app.record.drafts import Known
from app.record.forms.asking import About, Unclear
from app.record.forms.catalogue import fields_of, form_named, made_of
from app.record.forms.flags import cell_name, counts_of, rating_of, services_of

CITED = "survey, 1"
SOURCE = {"source": "survey", "source_where": "its answer"}
FUNDING, CONTACTS = cell_name(("care", "funding")), cell_name(("care", "operational_contacts"))


def body(id_: str, kind: str = "collaboration", classification: str = "forum") -> dict[str, Any]:
    return {"id": id_, "name": id_.title(), "classification": classification, "kind": kind, "cites": CITED}


def flag(by: str, rating: str, dimension: str = "funding", **more: Any) -> dict[str, Any]:
    said = {
        "id": f"flag-{by}-{dimension.replace('_', '-')}",
        "organization": "care",
        "dimension": dimension,
        "rating": rating,
    }
    return said | {"by": by, "flag": True, "access": "confidential", "cites": CITED} | more


def about(kind: str, id_: str, flags: Iterable[dict[str, Any]] = (), *, sees_all: bool = True) -> About:
    file = {
        "place": "testham",
        "sources": [{"id": "survey", "title": "Survey of May 2026"}],
        "organizations": [body("forum"), body("care", "unit", "department"), body("roads", "unit", "department")],
        "assessments": list(flags),
    }
    entries = entries_in(PlaceFile.model_validate(file)).all
    known = Entries("testham", (Entry(Address("area", "testham"), Area(id="testham", name="Testham")), *entries))
    hidden = frozenset(it.address for it in entries if "confidential" in repr(it.said))
    digests = {entry.address: "as it was" for entry in known.all}
    return About(Known(known, digests, hidden=hidden), Address(kind, id_), {}, sees_all)


def made(word: str, given: About, answers: dict[str, str]) -> tuple[dict[str, Any], str]:
    found = made_of(form_named(word, given.address.kind), given, answers | SOURCE)
    return {step.address.id: step.said for step in found.draft.steps}, found.says


def test_a_body_gives_changes_and_takes_back_its_flags_at_once() -> None:
    forum = about("organization", "testham/forum", [flag("forum", "red"), flag("other", "green")])
    assert services_of(forum) == {"care": "Care", "roads": "Roads"}
    fields = {it.name: it for it in fields_of(form_named("flags", "organization"), forum)}
    assert (fields[FUNDING].given, fields[FUNDING].row, fields[FUNDING].label) == ("red", "Care", "Funding")
    assert fields[CONTACTS].given == ""
    written, says = made("flags", forum, {FUNDING: "amber", CONTACTS: "green", "on": "2 May 2026"})
    assert says == "Forum gives one flag: one green and changes one flag.".replace("one green", "1 green")
    assert written["testham/flag-forum-funding"]["rating"] == "amber"
    new = written["testham/flag-forum-care-operational-contacts"]
    assert (new["by"], new["access"], new["flag"], new["on"]) == ("forum", "confidential", True, "2026-05-02")
    written, says = made("flags", forum, {FUNDING: ""})
    assert (written, says) == ({"testham/flag-forum-funding": None}, "Forum takes one flag back.")
    for answers, field in (
        ({FUNDING: "red"}, "flags"),
        ({FUNDING: "blue"}, FUNDING),
        ({"service_funding": "red"}, "service"),
    ):
        with pytest.raises(Unclear) as unclear:
            made("flags", forum, {FUNDING: "red"} | answers)
        assert field in {it.field for it in unclear.value.wrongs}


def test_nobody_else_sees_a_flag() -> None:
    forum = about("organization", "testham/forum", [flag("forum", "red")], sees_all=False)
    fields = {it.name: it for it in fields_of(form_named("flags", "organization"), forum)}
    assert fields[FUNDING].given == ""
    assert counts_of(forum) == {}


def test_what_is_published_has_five_flags_behind_it() -> None:
    flags = [flag(f"body-{number}", "green" if number < 3 else "red") for number in range(5)]
    flags += [flag(f"body-{number}", "red", "strategic_networks") for number in range(4)]
    written, says = made("publish-map", about("area", "testham", flags), {"on": "May 2026", "by": "Forum"})
    assert says == "One cell is published as at May 2026, each made of 5 flags or more."
    (cell,) = written.values()
    assert {name: cell[name] for name in ("organization", "dimension", "rating", "flagCount", "by", "on")} == {
        "organization": "care",
        "dimension": "funding",
        "rating": "green",
        "flagCount": 5,
        "by": "forum",
        "on": "2026-05",
    }
    assert "access" not in cell
    with pytest.raises(Unclear) as unclear:
        made("publish-map", about("area", "testham", flags[5:]), {"on": "2026"})
    assert "No cell has 5 flags yet" in unclear.value.wrongs[0].says
    again = {
        "organization": "care",
        "dimension": "funding",
        "rating": "red",
        "flagCount": 6,
        "on": "2026-05",
        "by": "forum",
        "cites": CITED,
    }
    written, _ = made("publish-map", about("area", "testham", [*flags, again]), {"on": "May 2026"})
    assert [(id_, said["rating"], said["flagCount"]) for id_, said in written.items()] == [
        ("testham/care--funding--2026-05", "green", 5)
    ]


def test_a_body_counts_once_by_what_it_said_last() -> None:
    old = flag("forum", "green", id="old", on="2020")
    found = counts_of(about("area", "testham", [flag("forum", "red", on="2026"), old, flag("other", "red")]))
    assert found == {("care", "funding"): {"red": 2}}


@pytest.mark.parametrize(
    ("flags", "rating"),
    [
        ({"green": 3, "red": 2}, "green"),
        ({"green": 3, "red": 3}, "mixed"),
        ({"none": 5}, "none"),
        ({"amber": 2}, "amber"),
    ],
)
def test_a_cell_is_what_most_say(flags: dict[str, int], rating: str) -> None:
    assert rating_of(flags) == rating


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"access": "public"}, "a flag is confidential"),
        ({"access": "members"}, "a flag is confidential"),
        ({"by": None}, "a flag says by whom it is"),
        ({"flagCount": 4}, "5"),
    ],
)
def test_a_flag_that_others_could_see_is_refused(said: dict[str, Any], wrong: str) -> None:
    entry = {name: value for name, value in (flag("forum", "red") | said).items() if value is not None}
    file = {
        "place": "testham",
        "organizations": [body("forum"), body("care")],
        "assessments": [entry],
        "sources": [{"id": "survey", "title": "Survey"}],
    }
    checked = read_values({"testham": file, "areas": {"areas": [{"id": "testham", "name": "Testham"}]}}).checked({})
    assert wrong in " ".join(str(problem) for problem in checked.problems)
