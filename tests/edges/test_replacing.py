"""`load --replace` takes away what a place's file no longer has, of every type there is, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.facts import DataSet, Link, Node, Value
from app.domain.vocabulary import LineType
from app.record.loading import load_files
from app.record.telling import told_of
from app.store.database import Database
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.edges.conftest import BOTH_ENGINES
from tests.edges.graph import PLACE
from tests.engines import emptied
from tests.recorded import recorded_links
from tests.seeds import facts_of

pytestmark = BOTH_ENGINES

ENDS = {
    **{kind.relationship: [("Organization", "Organization")] for kind in LineType},
    "IN_AREA": [("Organization", "Area")],
    "WORKS_FOR": [("Person", "Organization")],
    "POST_IN": [("Post", "Organization")],
    "ON_BEHALF_OF": [("Post", "Organization")],
    "APPOINTED_BY": [("Post", "Organization")],
    "FILLED_BY_HOLDER_OF": [("Post", "Post")],
    "HOLDS": [("Person", "Post"), ("Organization", "Post")],
    "MEETING_OF": [("Meeting", "Organization")],
    "ATTENDED": [("Person", "Meeting"), ("Organization", "Meeting")],
    "REPORTED_BACK": [("Post", "Meeting")],
    "ARISING_FROM": [("Action", "Meeting")],
    "OWNED_BY": [("Action", "Person"), ("Action", "Organization")],
    "ASSESSES": [("Assessment", "Organization")],
    "SUBJECT": [("RecordedAbsence", "Organization")],
    "FROM": [("RecordedAbsence", "Organization")],
}
"""Every type of relationship that a place's file can have, and between what it leads."""

LABELS = ("Organization", "Person", "Post", "Meeting", "Action", "Assessment", "RecordedAbsence")


def whole(without: frozenset[str] = frozenset()) -> DataSet:
    """Return a place with two nodes of each label and a relationship of each type and ends, some types left out."""
    said: dict[str, Value] = {"name": "x", "access": "public"}
    nodes = [Node("Area", PLACE, "", said)]
    nodes += [Node(label, f"{PLACE}/{label.lower()}-{n}", PLACE, said) for label in LABELS for n in (1, 2)]
    links = []
    for type_, pairs in ENDS.items():
        for start, end in pairs if type_ not in without else ():
            there = PLACE if end == "Area" else f"{PLACE}/{end.lower()}-2"
            id_ = f"{PLACE}/{start}--{type_}--{end}".lower()
            links.append(Link(type_, id_, PLACE, start, f"{PLACE}/{start.lower()}-1", end, there, {"access": "public"}))
    return DataSet(nodes, links, {PLACE})


@pytest.fixture
def database(open_engine: Database, run: Loop) -> Iterator[Database]:
    yield open_engine
    run(emptied(open_engine))


def links_in(database: Database, run: Loop, *places: str) -> set[tuple[str, str]]:
    """Return type and id of every relationship of some places."""
    return {(row[0], row[1]) for row in run(_digests(database, places))}


async def _digests(database: Database, places: tuple[str, ...]) -> list[list[str]]:
    return await database.write(lambda transaction: recorded_links(transaction, places))


def test_a_relationship_of_any_type_goes_when_the_file_no_longer_has_it(database: Database, run: Loop) -> None:
    every = {(link.type, link.id) for link in whole().links}
    assert {type_ for type_, _ in every} == set(ENDS)
    run(write_data_set(database, whole()))
    run(write_data_set(database, DataSet(whole().nodes, [], {PLACE})))
    assert links_in(database, run, PLACE) == every, "without --replace nothing goes"
    types = sorted(ENDS)
    for without in (frozenset(types[::2]), frozenset(types[1::2])):
        # What the time before took away comes back, so that each type goes once and stays once.
        summary = run(write_data_set(database, whole(without), replace=True))
        kept = {key for key in every if key[0] not in without}
        assert links_in(database, run, PLACE) == kept
        assert summary.removed == len(every) - len(kept)


def test_every_type_of_the_places_is_among_those_tried(database: Database) -> None:
    assert {link.type for link in facts_of().links} - set(ENDS) <= {"PART_OF"}


AREAS = """
areas:
  - {id: edges, name: Edges, partOf: county}
  - {id: beyond, name: Beyond, partOf: county}
  - {id: county, name: County}
  - {id: shire, name: Shire}
"""


@pytest.fixture
def areas(tmp_path: Path, database: Database, run: Loop) -> Iterator[Path]:
    """Load the areas beside a place without facts, and return the file of the areas."""
    (tmp_path / "edges.yaml").write_text("place: edges\n")
    file = tmp_path / "areas.yaml"
    file.write_text(AREAS)
    run(load_files(database, [tmp_path]))
    assert outer(database, run) == {"edges": ["county"], "beyond": ["county"]}
    yield file
    run(emptied(database))


def outer(database: Database, run: Loop) -> dict[str, list[str]]:
    """Return the areas that each area is part of."""
    found: dict[str, list[str]] = {}
    for type_, _, _, _, start, end in run(_digests(database, ("",))):
        assert type_ == "PART_OF"
        found.setdefault(start, []).append(end)
    return found


def test_an_area_that_another_place_named_stays_where_it_is(areas: Path, database: Database, run: Loop) -> None:
    areas.write_text("areas:\n  - {id: edges, name: Edges, partOf: county}\n  - {id: county, name: County}\n")
    run(load_files(database, [areas.parent], replace=True))
    assert outer(database, run) == {"edges": ["county"], "beyond": ["county"]}


def test_an_area_is_part_of_what_its_file_says_and_no_longer_of_what_it_said(
    areas: Path, database: Database, run: Loop
) -> None:
    areas.write_text(AREAS.replace("Edges, partOf: county", "Edges, partOf: shire"))
    run(load_files(database, [areas.parent], replace=True))
    assert outer(database, run) == {"edges": ["shire"], "beyond": ["county"]}
    areas.write_text(AREAS.replace("Edges, partOf: county", "Edges"))
    assert run(load_files(database, [areas.parent])).removed == 0
    assert outer(database, run) == {"edges": ["shire"], "beyond": ["county"]}
    assert run(load_files(database, [areas.parent], replace=True)).removed == 1
    assert outer(database, run) == {"beyond": ["county"]}


def test_an_area_that_moves_is_in_one_place_without_being_told_to_leave_the_other(
    areas: Path, database: Database, run: Loop
) -> None:
    for there, other in (
        ("shire", "county"),
        ("beyond", "shire"),
        ("county", "beyond"),
        ("shire", "county"),
        ("county", "shire"),
    ):
        areas.write_text(AREAS.replace("Edges, partOf: county", f"Edges, partOf: {there}"))
        preview = run(load_files(database, [areas.parent], dry_run=True))
        summary = run(load_files(database, [areas.parent]))
        assert (summary, summary.removed) == (preview, 1), other
        assert outer(database, run) == {"edges": [there], "beyond": ["county"]}
        assert [" -> " in line for line in told_of(summary) if line.startswith("  ")] == [True]
