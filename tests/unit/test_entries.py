"""Facts become entries again, and these the same facts: over every file that comes with the project, and every field."""

from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from app.domain.facts import DataSet, Link, Node
from app.errors import DataRefused
from app.exchange.entries.addresses import Address, facts_by_entry
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.entries.ordering import in_order
from app.exchange.entries.spelling import spelled
from app.exchange.entries.to_facts import checked_entries, labels_in
from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from app.exchange.yaml_files import read_files
from app.exchange.yaml_text import read_document
from tests.conftest import SEEDS
from tests.unit.entry_cases import AREAS, SOURCES, WHOLE

FOLDERS = (SEEDS, SEEDS / "examples", SEEDS.parent / "tests" / "sentinel" / "places")
File = PlaceFile | SourcesFile | AreasFile
ANOTHER_SPELLING = {"posts.holders.holder"}
"""What has a second spelling that is never written."""


def by_key(facts: DataSet, place: str) -> Mapping[tuple[str, str], Node | Link]:
    """Return what facts of one place say, by what each is known by; a property without a value says nothing."""
    found: list[Node | Link] = [*facts.nodes, *facts.links]
    return {
        (fact.label if isinstance(fact, Node) else fact.type, fact.id): fact for fact in found if fact.place == place
    }


def said(facts: DataSet, place: str) -> dict[tuple[str, str], Any]:
    """Return label or type, ends and properties of each fact, so that what differs is told."""
    return {
        key: (
            {name: value for name, value in fact.properties.items() if value is not None},
            () if isinstance(fact, Node) else (fact.from_label, fact.from_id, fact.to_label, fact.to_id),
        )
        for key, fact in by_key(facts, place).items()
    }


def files_of(entries: Entries) -> list[tuple[File, str]]:
    """Return the files that entries fill, each with its text."""
    if entries.place:
        return [(entries.file, text_of(entries.file))]
    return [
        (entries.areas_file, text_of(entries.areas_file)),
        (entries.sources_file, text_of(entries.sources_file)),
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a place that says everything."""
    folder = tmp_path_factory.mktemp("whole")
    for name, text in (("wholeham", WHOLE), ("sources", SOURCES), ("areas", AREAS)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def folders(whole: Path) -> list[Path]:
    return [*FOLDERS, whole]


def test_entries_become_the_facts_that_they_were_made_of(whole: Path) -> None:
    for folder in folders(whole):
        checked = read_files([folder])
        assert checked.problems == []
        for place in ("", *sorted(checked.facts.places)):
            again = DataSet()
            for file, _ in files_of(entries_of(checked.facts, place)):
                one = checked_entries(file, labels_in(checked.facts))
                assert [str(problem) for problem in one.problems] == []
                again.extend(one.facts)
            assert said(again, place) == said(checked.facts, place), place
            assert {key: fact.digest for key, fact in by_key(again, place).items()} == {
                key: fact.digest for key, fact in by_key(checked.facts, place).items()
            }


def test_a_file_that_is_written_is_read_as_the_same_entries(whole: Path, tmp_path: Path) -> None:
    for folder in folders(whole):
        facts = read_files([folder]).facts
        for place in ("", *sorted(facts.places)):
            for number, (file, text) in enumerate(files_of(entries_of(facts, place))):
                path = tmp_path / f"{place or number}.yaml"
                path.write_text(text, "utf-8")
                document = read_document(path)
                assert document.count == 0
                assert type(file).model_validate(document.value) == file


def test_a_folder_that_is_written_has_no_problem_and_the_same_facts(whole: Path, tmp_path: Path) -> None:
    for number, folder in enumerate(folders(whole)):
        facts = read_files([folder]).facts
        target = tmp_path / str(number)
        target.mkdir()
        for place in ("", *sorted(facts.places)):
            for file, text in files_of(entries_of(facts, place)):
                name = place or next(iter(type(file).model_fields))
                (target / f"{name}.yaml").write_text(text, "utf-8")
        checked = read_files([target], doubting=True)
        assert [str(problem) for problem in checked.problems] == []
        for place in ("", *sorted(facts.places)):
            assert said(checked.facts, place) == said(facts, place)


def test_entries_are_the_same_in_whatever_order_facts_come(whole: Path) -> None:
    for folder in folders(whole):
        facts = read_files([folder]).facts
        turned = DataSet(facts.nodes[::-1], facts.links[::-1], facts.places)
        for place in sorted(facts.places):
            assert entries_of(in_order(turned), place) == entries_of(in_order(facts), place)


def _paths(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = f"{before}{field.alias or name}"
        inner = [found for part in (field.annotation, *field.metadata) for found in _models(part)]
        yield from (each for found in inner for each in _paths(found, f"{path}.")) if inner else [path]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _said_paths(value: BaseModel, before: str = "") -> Iterator[str]:
    """Go through the fields of a model and of what is in it that say more than when they are left out."""
    for name, field in type(value).model_fields.items():
        path, inner = f"{before}{field.alias or name}", getattr(value, name)
        if inner is None or inner == field.default:
            continue
        parts = inner if isinstance(inner, list) else [inner]
        yield from (each for part in parts if isinstance(part, BaseModel) for each in _said_paths(part, f"{path}."))
        if not all(isinstance(part, BaseModel) for part in parts):
            yield path


def test_every_field_of_the_format_is_read_back(whole: Path) -> None:
    facts = read_files([whole]).facts
    found: set[str] = set()
    for place in ("", "wholeham"):
        for file, _ in files_of(entries_of(facts, place)):
            found |= set(_said_paths(file))
    expected = {path for file in (PlaceFile, SourcesFile, AreasFile) for path in _paths(file)}
    assert expected - found == ANOTHER_SPELLING, "the case says nothing in these fields, or they have no inverse"


def test_what_is_written_in_the_shortest_way_stays_as_it_is(whole: Path) -> None:
    document = read_document(whole / "wholeham.yaml")
    entries = entries_of(read_files([whole]).facts, "wholeham")
    written = PlaceFile.model_validate(document.value)
    themes = {"themes": written.themes}
    assert {name: list(value) for name, value in entries.file} | themes == {
        name: list(value) for name, value in written
    }


def test_an_entry_has_an_address_and_its_facts(whole: Path) -> None:
    facts = read_files([whole]).facts
    entries = entries_of(facts, "wholeham")
    by_entry = facts_by_entry(facts)
    assert len(entries.by_address()) == len(entries.all)
    assert {address for address in by_entry if "/" in address.id} == {
        entry.address for entry in entries.all if entry.address.kind != "theme"
    }
    seat = by_entry[Address("post", "wholeham/seat")]
    assert [node.id for node in seat.nodes] == ["wholeham/seat"]
    assert sorted({link.type for link in seat.links}) == ["APPOINTED_BY", "HOLDS", "ON_BEHALF_OF", "POST_IN"]
    meeting = by_entry[Address("meeting", "wholeham/big")]
    assert {link.type for link in meeting.links} == {"MEETING_OF", "ATTENDED", "REPORTED_BACK"}
    assert [link.id for link in by_entry[Address("line", "wholeham/money")].links] == ["wholeham/money"]
    assert sum(map(len, by_entry.values())) == len(facts)
    assert str(Address("post", "wholeham/seat")) == "post wholeham/seat"


def test_an_entry_of_a_file_has_the_address_of_its_facts(whole: Path) -> None:
    for folder in folders(whole):
        facts = read_files([folder]).facts
        models: list[tuple[str, type[File]]] = [(place, PlaceFile) for place in facts.places]
        models += [("areas", AreasFile), ("sources", SourcesFile)]
        for name, model in models:
            if not (folder / f"{name}.yaml").exists():
                continue
            file = model.model_validate(read_document(folder / f"{name}.yaml").value)
            place = name if model is PlaceFile else ""
            addresses = {entry.address for entry in entries_of(facts, place).all}
            here = {entry.address for entry in entries_in(file).all}
            assert here == (addresses if place else {each for each in addresses if f"{each.kind}s" == name})


def test_what_fits_into_no_file_is_told_by_its_id(whole: Path) -> None:
    facts = read_files([whole]).facts
    (node,) = [node for node in facts.nodes if node.id == "wholeham/seat"]
    node.properties["termYears"] = 1000.0
    with pytest.raises(DataRefused, match=r"What is recorded of 'wholeham/seat' fits into no file: termYears: "):
        entries_of(facts, "wholeham")


def test_an_entry_that_says_something_else_is_another(whole: Path, tmp_path: Path) -> None:
    before = entries_of(read_files([whole]).facts, "wholeham").by_address()
    for name in ("sources", "areas"):
        (tmp_path / f"{name}.yaml").write_text((whole / f"{name}.yaml").read_text("utf-8"), "utf-8")
    changed = WHOLE.replace("{organization: voluntary, as: apologies}", "{organization: voluntary, as: guest}")
    # The same in more words is no change.
    changed = changed.replace("      - filled\n", "      - {post: wholeham/filled, certainty: inferred}\n")
    (tmp_path / "wholeham.yaml").write_text(changed, "utf-8")
    after = entries_of(read_files([tmp_path]).facts, "wholeham").by_address()
    assert [address for address in before if before[address] != after[address]] == [Address("meeting", "wholeham/big")]


def test_a_theme_without_a_body_is_not_kept_and_leaves_no_gap(tmp_path: Path) -> None:
    body = '{{id: {0}, name: B, classification: forum, kind: formal, theme: {0}, cites: "m, 1"}}'
    themes = ", ".join(f"{{id: {name}, name: {name}}}" for name in ("one", "two", "three"))
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: T}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: m, title: M}]")
    bodies = ", ".join(body.format(name) for name in ("three", "one"))
    (tmp_path / "testham.yaml").write_text(f"place: testham\nthemes: [{themes}]\norganizations: [{bodies}]\n")
    facts = read_files([tmp_path]).facts
    entries = entries_of(facts, "testham")
    assert [theme.id for theme in entries.file.themes] == ["one", "three"]
    again = checked_entries(entries.file, labels_in(facts)).facts
    assert said(again, "testham") == said(facts, "testham")


def test_a_group_that_is_not_public_names_no_seat(tmp_path: Path) -> None:
    text = """
place: testham
organizations:
  - {id: board, name: Board, classification: committee, kind: formal, cites: "m, 1"}
  - {id: hushed, name: Hushed, classification: forum, kind: formal, access: members, cites: "m, 1"}
posts:
  - {id: board--member--for-hushed, on: board, onBehalfOf: hushed, cites: "m, 1"}
"""
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: T}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: m, title: M}]")
    (tmp_path / "testham.yaml").write_text(text)
    facts = read_files([tmp_path]).facts
    entries = entries_of(facts, "testham")
    assert entries.file.posts[0].id == "board--member--for-hushed"
    assert checked_entries(entries.file, labels_in(facts)).problems == []


def test_problems_of_entries_are_told_as_those_of_a_file(whole: Path) -> None:
    facts = read_files([whole]).facts
    entries = entries_of(facts, "wholeham")
    known = {id_: label for id_, label in labels_in(facts).items() if id_ != "ward"}
    problems = checked_entries(entries.file, known).problems
    assert {problem.field for problem in problems} == {
        "organizations[1].areas[2]",
        "organizations[4].areas[1]",
        "posts[1].area",
    }
    assert all(problem.file == "wholeham.yaml" for problem in problems)


def test_short_forms_are_written_where_they_say_all(whole: Path) -> None:
    values = spelled(entries_of(read_files([whole]).facts, "wholeham").file)
    posts = {post.get("id", "-"): post for post in values["posts"]}
    assert posts["seat"]["onBehalfOf"][1] == "people"
    assert posts["seat"]["cites"] == ["minutes, p. 3", "minutes, p. 4"]
    assert posts["office"]["cites"] == "minutes, p. 3"
    assert posts["filled"]["filledByHolderOf"]["post"] == "office"
    assert values["organizations"][0]["alternateNames"] == ["TF", "Forum, the"]
    assert values["organizations"][3]["areas"] == "ward"
    assert values["people"][0]["alternateNames"] == ["A. Ray"]


def test_an_id_that_is_made_of_groups_is_left_out_in_whatever_order_they_are_read(tmp_path: Path) -> None:
    groups = ("mind", "mind-two", "old-mind", "a")
    body = '  - {{id: {0}, name: B, classification: forum, kind: formal, cites: "m, 1"}}'
    seat = '  - {{on: a, onBehalfOf: [{0}], cites: "m, 1"}}'
    orders = list(permutations(groups, 3))
    text = ["place: testham", "organizations:", *(body.format(group) for group in groups)]
    text += ["posts:", *(seat.format(", ".join(order)) for order in orders)]
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: T}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: m, title: M}]")
    (tmp_path / "testham.yaml").write_text("\n".join(text))
    facts = in_order(read_files([tmp_path]).facts)
    posts = entries_of(facts, "testham").file.posts
    assert {tuple(link.organization for link in post.onBehalfOf) for post in posts} == set(orders)
    assert [post.id for post in posts] == [None] * len(orders)


def test_what_nobody_sees_is_written_so_that_it_can_be_read(whole: Path) -> None:
    text = text_of(entries_of(read_files([whole]).facts, "wholeham").file)
    assert 'name: "Ro\\u200Bads"' in text
    assert all(line.isprintable() for line in text.split("\n"))
