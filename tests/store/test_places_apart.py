"""Loading a place finds all that is recorded of it, and reads nothing of other places, however many there are."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.domain.facts import DataSet
from app.record.loading import load_files
from app.store.database import Database, Transaction
from app.store.queries import load_query
from app.store.reader import Reader
from app.store.recorded import recorded_of
from app.store.writer import write_data_set
from benchmarks.places import make_places
from tests.conftest import Loop
from tests.recorded import recorded_links, recorded_nodes

Place = Callable[..., Path]
FEW, MANY = 2, 8
BODIES = """
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, 1"}
  - {id: mind, name: Mind, classification: charity, kind: formal, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, 1"}
"""
ELSEWHERE = """
organizations:
  - {id: club, name: Club, classification: forum, kind: collaboration, cites: "minutes, 1"}
posts:
  - {id: seat, on: club, onBehalfOf: testham/coa, holders: testham/ann, cites: "minutes, 1"}
lines:
  - {from: testham/coa, type: member_of, to: club, cites: "minutes, 1"}
  - {from: testham/coa, type: linked_to, to: testham/mind, cites: "minutes, 1"}
"""
BETWEEN = '  - {from: testham/coa, type: linked_to, to: testham/mind, cites: "minutes, 1"}\n'


async def agrees(transaction: Transaction, places: Sequence[str]) -> int:
    """Hold what is read of places against a look at everything; return how many facts that are."""
    found = await recorded_of(transaction, places)
    nodes = await recorded_nodes(transaction, places)
    links = await recorded_links(transaction, places)
    assert {key: tuple(known) for key, known in found.nodes.items()} == {(n[0], n[1]): tuple(n[2:]) for n in nodes}
    assert {key: tuple(known) for key, known in found.links.items()} == {(r[0], r[1]): tuple(r[2:]) for r in links}
    assert len(found) == len(nodes) + len(links)
    return len(found)


def test_one_more_place_reads_as_much_among_few_as_among_many(
    database: Database, run: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows, not seconds: those of the place itself and of what it shares with all."""
    rows: list[int] = []
    usual = Transaction._run

    async def counted(self: Transaction, *asked: Any) -> Any:
        found = await usual(self, *asked)
        rows.append(len(found) if isinstance(found, list) else 0)
        return found

    def again(number: int) -> int:
        """Load a place that is there already, and count the rows that were read for it."""
        rows.clear()
        with monkeypatch.context() as counting:
            counting.setattr(Transaction, "_run", counted)
            place = make_places(1, start=number)
            assert run(write_data_set(database, place)).unchanged == len(place)
        return sum(rows)

    run(write_data_set(database, make_places(FEW)))
    few = again(1)
    run(write_data_set(database, make_places(MANY - FEW, start=FEW)))
    assert again(1) == few
    run(database.write(lambda transaction: agrees(transaction, ["place-001", "place-005"])))


def test_what_a_place_says_of_others_is_found_wherever_it_is(database: Database, run: Loop, place: Place) -> None:
    testham, other = place(BODIES), place(ELSEWHERE, "other")
    run(load_files(database, [testham]))
    added = run(load_files(database, [other])).added
    assert run(database.write(lambda transaction: agrees(transaction, ["other"]))) == added
    run(database.write(lambda transaction: agrees(transaction, ["testham"])))
    run(database.write(lambda transaction: agrees(transaction, ["other", "testham"])))
    between, own = "other/testham-coa--linked-to--testham-mind", "other/testham-coa--member-of--club"
    found = run(Reader(database).lines_by_id([between, own, "other/nobody", "nowhere", "testham/nobody"]))
    assert {id_: (line.from_id, line.to_id) for id_, line in found.items()} == {
        between: ("testham/coa", "testham/mind"),
        own: ("testham/coa", "other/club"),
    }
    again = run(load_files(database, [other], replace=True))
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    run(load_files(database, [place(ELSEWHERE.replace("type: linked_to", "type: hosted_by"), "other")]))
    assert run(database.write(lambda transaction: agrees(transaction, ["other"]))) == added + 1
    gone = run(load_files(database, [place(ELSEWHERE.replace(BETWEEN, ""), "other")], replace=True))
    assert (gone.added, gone.changed, gone.removed) == (0, 0, 2)
    assert run(database.write(lambda transaction: agrees(transaction, ["other"]))) == added - 1
    run(write_data_set(database, DataSet([], [], {"other"}), replace=True))
    assert run(database.write(lambda transaction: agrees(transaction, ["other"]))) == 0


def test_a_database_of_an_earlier_version_learns_where_lines_elsewhere_start(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BODIES), place(ELSEWHERE, "other")]))

    async def forgotten_and_migrated(transaction: Transaction) -> None:
        before = await transaction.read("list_bodies_elsewhere", places=["other", "testham"])
        assert [(row.place, row.bodies) for row in before] == [("other", ["testham/coa"])]
        await transaction._transaction.run("MATCH (x:LinesElsewhere) DELETE x")
        assert await transaction.read("list_bodies_elsewhere", places=["other"]) == []
        await transaction._run(load_query("schema", "0022_lines_elsewhere", database.engine), {})
        assert await transaction.read("list_bodies_elsewhere", places=["other", "testham"]) == before

    run(database.write(forgotten_and_migrated))
    run(database.write(lambda transaction: agrees(transaction, ["other"])))
