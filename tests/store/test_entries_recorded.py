"""What is recorded of a place is read back as its entries, on every engine, and what they are written as loads unchanged."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.facts import DataSet, Link, Node
from app.errors import UnknownId
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.ordering import in_order
from app.exchange.place_format import PlaceFile
from app.exchange.yaml_files import read_files
from app.record.exporting import entries_recorded, export
from app.record.loading import load_files
from app.store.database import Database
from app.store.whole import facts_of_place, shared_facts
from app.store.writer import Summary
from tests.conftest import SEEDS, Loop
from tests.truth.drawn import each_drawn
from tests.truth.made_entries import rich_files
from tests.truth.made_places import Entry
from tests.unit.entry_cases import AREAS, SOURCES, WHOLE

Place = Callable[..., Path]

FILE = """
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p. 1"}
people:
  - {id: ann, name: Ann Ray, worksFor: coa, cites: "minutes, p. 1"}
posts:
  - {id: chair, on: coa, role: chair, holders: ann, cites: "minutes, p. 1"}
  - {id: seat, on: board, onBehalfOf: coa, filledByHolderOf: chair, cites: "minutes, p. 1"}
"""


def facts_in(facts: DataSet) -> dict[str, tuple[object, ...]]:
    """Return what facts say, by what each is known by."""
    found: list[Node | Link] = [*facts.nodes, *facts.links]
    return {
        f"{fact.label if isinstance(fact, Node) else fact.type} {fact.id}": (
            fact.place,
            () if isinstance(fact, Node) else (fact.from_label, fact.from_id, fact.to_label, fact.to_id),
            {name: value for name, value in fact.properties.items() if value is not None},
            fact.digest,
        )
        for fact in found
    }


def recorded(run: Loop, database: Database, place: str) -> DataSet:
    return run(database.write(lambda it: facts_of_place(it, place) if place else shared_facts(it)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a place that says everything."""
    folder = tmp_path_factory.mktemp("whole")
    for name, text in (("wholeham", WHOLE), ("sources", SOURCES), ("areas", AREAS)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_what_is_read_back_is_what_was_loaded(database: Database, run: Loop, whole: Path, tmp_path: Path) -> None:
    for folder in (SEEDS, SEEDS / "examples", whole):
        facts = read_files([folder]).facts
        run(load_files(database, [folder]))
        for place in sorted(facts.places):
            own = DataSet(
                [node for node in facts.nodes if node.place == place],
                [link for link in facts.links if link.place == place],
            )
            assert facts_in(recorded(run, database, place)) == facts_in(own)
            assert run(entries_recorded(database, place)) == entries_of(in_order(own), place)
            (tmp_path / f"{place}.yaml").write_text(run(export(database, place)).text, "utf-8")
    shared = facts_in(recorded(run, database, ""))
    for folder in (SEEDS, SEEDS / "examples", whole):
        facts = read_files([folder]).facts
        expected = facts_in(DataSet([node for node in facts.nodes if not node.place], []))
        expected |= facts_in(DataSet([], [link for link in facts.links if not link.place]))
        assert expected.items() <= shared.items()
    for name in ("areas", "sources"):
        (tmp_path / f"{name}.yaml").write_text(run(export(database, name)).text, "utf-8")
    summary = run(load_files(database, [tmp_path], replace=True))
    assert (summary.added, summary.changed, summary.removed) == (0, 0, 0)


ELSEWHERE = """
place: beta
sources: [{id: their-page, title: Theirs}]
organizations: [{id: far-body, name: Far, classification: forum, kind: formal, cites: "their-page, top"}]
people: [{id: far-person, name: Fay, cites: "their-page, top"}]
"""
"""What made entries mention of another place."""


@each_drawn(many=4, made=rich_files())
def test_what_is_read_back_of_made_places_is_what_was_loaded(
    database: Database, run: Loop, tmp_path: Path, made: Entry
) -> None:
    (tmp_path / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (tmp_path / "beta.yaml").write_text(ELSEWHERE)
    path = tmp_path / "alpha.yaml"
    path.write_text(text_of(PlaceFile.model_validate(made)), "utf-8")
    facts = read_files([tmp_path]).facts
    run(load_files(database, [tmp_path], replace=True))
    own = DataSet(
        [node for node in facts.nodes if node.place == "alpha"], [link for link in facts.links if link.place == "alpha"]
    )
    assert facts_in(recorded(run, database, "alpha")) == facts_in(own)
    path.write_text(run(export(database, "alpha")).text, "utf-8")
    summary = run(load_files(database, [tmp_path], replace=True))
    assert (summary.added, summary.changed, summary.removed) == (0, 0, 0)


def test_what_was_ended_by_a_load_is_read_back_with_its_end(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    shorter = FILE.replace(", holders: ann", "").replace(" filledByHolderOf: chair,", "").replace(", worksFor: coa", "")
    run(load_files(database, [place(shorter)], until="2026-11"))
    entries = run(entries_recorded(database, "testham"))
    (seat,) = [post for post in entries.file.posts if post.id == "seat"]
    (chair,) = [post for post in entries.file.posts if post.id == "chair"]
    assert seat.filledByHolderOf
    assert (seat.filledByHolderOf.post, seat.filledByHolderOf.until) == ("chair", "2026-11")
    assert [(holder.person, holder.until) for holder in chair.holders] == [("ann", "2026-11")]
    assert [(work.organization, work.until) for work in entries.file.people[0].worksFor] == [("coa", "2026-11")]
    path = place("")
    path.write_text(run(export(database, "testham")).text, "utf-8")
    before = facts_in(recorded(run, database, "testham"))
    run(load_files(database, [path]))
    assert facts_in(recorded(run, database, "testham")) == before
    assert run(load_files(database, [path])) == Summary(0, 0, 0, len(before) + 4)


def test_a_line_between_bodies_of_other_places_is_its_own_place_s(database: Database, run: Loop, place: Place) -> None:
    line = '\nlines:\n  - {from: other/coa, type: feeds_into, to: other/board, label: L, cites: "minutes, p. 2"}\n'
    other = place(FILE, "other")
    run(load_files(database, [other, place(line)]))
    entries = run(entries_recorded(database, "testham"))
    assert [(said.from_, said.to, said.label) for said in entries.file.lines] == [("other/coa", "other/board", "L")]
    assert run(entries_recorded(database, "other")).file.lines == []
    path = place("")
    path.write_text(run(export(database, "testham")).text, "utf-8")
    assert run(load_files(database, [path])).unchanged == 5


def test_what_several_files_said_is_read_back_together(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    run(
        load_files(
            database, [place(FILE.replace("id: ann, name: Ann Ray", "id: bob, name: Bob").replace("ann", "bob"))]
        )
    )
    entries = run(entries_recorded(database, "testham"))
    assert [person.name for person in entries.file.people] == ["Ann Ray", "Bob"]
    (chair,) = [post for post in entries.file.posts if post.id == "chair"]
    assert sorted(str(holder.person) for holder in chair.holders) == ["ann", "bob"]


def test_nothing_is_read_of_a_place_that_nobody_knows(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    assert run(entries_recorded(database, "nowhere")).all == ()
    with pytest.raises(UnknownId, match="Nothing is recorded of a place 'testhan'") as refused:
        run(export(database, "testhan"))
    assert list(refused.value.nearest) == [("testham", "place")]
