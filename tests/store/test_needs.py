"""Whoever has the words for what is closed reads that as if it were public, after whichever loads, on each engine."""

import dataclasses
import random

import pytest

from app.domain.clearance import Clearance, need_of
from app.domain.facts import DataSet, Link, Node, Value
from app.store.cleared import ClearedDatabase
from app.store.database import Database, Transaction
from app.store.queries import load_query, parse_query
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.store.openness_cases import PLACES, Tangle, open_facts
from tests.store.test_openness import written

ONE, OTHER = PLACES
CLEARANCES = [
    Clearance((f"members:{ONE}/",)),
    Clearance((f"confidential:{ONE}/", f"members:{ONE}/")),
    Clearance(("members:",)),
    Clearance(("confidential:", "members:")),
]
SEEN = parse_query(
    "seen",
    "// What a reader sees.\n// Parameters: none.\n// Columns: id.\n"
    "MATCH (n) WHERE n.open OPTIONAL MATCH (n)-[r]->() WHERE r.open"
    " RETURN collect([n.id, CASE WHEN r IS NULL THEN null ELSE type(r) + ' ' + r.id END]) AS rows",
)
FORGET = parse_query(
    "forget",
    "// Forget who may read what is closed.\n// Parameters: none.\n// Columns: count.\n"
    "MATCH (n)-[r]-() SET n.needs = null, r.needs = null RETURN count(*)",
)


def seen(database: Database, run: Loop, clearance: Clearance) -> tuple[set[str], set[str]]:
    rows = run(ClearedDatabase(database, clearance).read_values(SEEN, {}))
    return {row[0] for row in rows}, {row[1] for row in rows if row[1]}


def as_public(facts: DataSet, clearance: Clearance) -> DataSet:
    """Return facts that are public wherever a reader has the word for them."""

    def opened(fact: Node | Link) -> dict[str, Value]:
        access = str(fact.properties["access"])
        return {"access": "public"} if clearance.covers([need_of(access, fact.place)]) else {}

    nodes = [dataclasses.replace(node, properties=node.properties | opened(node)) for node in facts.nodes]
    links = [dataclasses.replace(link, properties=link.properties | opened(link)) for link in facts.links]
    return DataSet(nodes, links, facts.places)


def wrongly_seen(database: Database, run: Loop, tangle: Tangle) -> dict[Clearance, tuple[set[str], set[str]]]:
    """Return by clearance what is seen and should not be, and the other way round."""
    wrong = {}
    for clearance in CLEARANCES:
        (nodes, links), expected = seen(database, run, clearance), open_facts(as_public(tangle.all(), clearance))
        if (apart := (nodes ^ expected[0], links ^ expected[1])) != (set(), set()):
            wrong[clearance] = apart
    return wrong


@pytest.mark.parametrize("seed", range(2))
def test_who_has_the_words_sees_what_hangs_on_them_and_nothing_else(database: Database, run: Loop, seed: int) -> None:
    tangle = Tangle(random.Random(seed))
    written(database, run, tangle)
    assert wrongly_seen(database, run, tangle) == {}
    for round_ in range(5):
        place = tangle.chance.choice(PLACES)
        tangle.shuffle(place)
        run(write_data_set(database, tangle.facts(place), replace=True))
        assert wrongly_seen(database, run, tangle) == {}, (seed, round_, place)


def test_a_database_of_an_earlier_version_is_brought_right(database: Database, run: Loop) -> None:
    tangle = Tangle(random.Random(7))
    written(database, run, tangle)
    before = run(database.read("get_data_version"))[0].number

    async def migrated(transaction: Transaction) -> None:
        await transaction._run(FORGET, {})
        for name in ("0033_needs_of_nodes", "0034_needs_of_relationships", "0035_needs_are_a_change"):
            await transaction._run(load_query("schema", name, database.engine), {})

    run(database.write(migrated))
    assert wrongly_seen(database, run, tangle) == {}
    assert run(database.read("get_data_version"))[0].number == before + 1


def test_what_needs_nobody_knows_what_is_seen_by_nobody(database: Database, run: Loop) -> None:
    """As in a database whose form is older, in which something is closed and does not say for whom."""
    tangle = Tangle(random.Random(3))
    written(database, run, tangle)

    async def forgotten(transaction: Transaction) -> None:
        await transaction._run(FORGET, {})

    run(database.write(forgotten))
    public = open_facts(tangle.all())
    assert [seen(database, run, clearance) for clearance in CLEARANCES] == [public] * len(CLEARANCES)
