"""The Cypher script of a place, run into an empty database, is the place: on every engine, and twice as well as once."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.exchange.formats.cypher_script import cypher_script
from app.exchange.formats.graph import plainly
from app.exchange.formats.public_facts import PublicFacts
from app.store.database import Database, Transaction
from tests.conftest import SEEDS, Loop
from tests.unit.format_cases import hostile_place, place_in

Fact = tuple[str, ...]


def statements(place: PublicFacts) -> Iterator[str]:
    """Go through the statements of a script as `cypher-shell` does, a line each."""
    for line in cypher_script(place).decode().splitlines():
        if not line.startswith("//"):
            assert line.endswith(";")
            yield line.removesuffix(";")


@pytest.mark.parametrize("name", ["gloucester", "hostile"])
def test_a_script_makes_the_place(database: Database, run: Loop, name: str) -> None:
    place = hostile_place() if name == "hostile" else place_in(SEEDS, name)

    async def written(transaction: Transaction) -> None:
        for _ in range(2):
            for statement in statements(place):
                if not statement.startswith("CREATE CONSTRAINT"):
                    await (await transaction._transaction.run(statement)).consume()

    async def held(transaction: Transaction) -> tuple[list[Any], list[Any]]:
        asked = transaction._transaction
        nodes = await asked.run("MATCH (n) WHERE n.place IS NOT NULL RETURN labels(n)[0], n.id, properties(n)")
        found = [(label, id_, has) async for label, id_, has in nodes]
        links = await asked.run("MATCH (a)-[r]->(b) RETURN type(r), r.id, a.id, b.id, properties(r)")
        return found, [tuple(row) async for row in links]

    run(database.write(written))
    nodes, links = run(database.write(held))
    facts = place.facts
    assert sorted(nodes, key=lambda it: it[:2]) == sorted(
        ((it.label, it.id, plainly(it) | {"id": it.id, "place": it.place}) for it in facts.nodes), key=lambda it: it[:2]
    )
    assert sorted(links, key=lambda it: it[:2]) == sorted(
        ((it.type, it.id, it.from_id, it.to_id, plainly(it) | {"id": it.id, "place": it.place}) for it in facts.links),
        key=lambda it: it[:2],
    )


def test_constraints_are_statements_that_every_engine_takes(database: Database, run: Loop) -> None:
    found = [each for each in statements(hostile_place()) if each.startswith("CREATE CONSTRAINT")]
    assert len(found) == 5
    assert database._driver

    async def made() -> None:
        assert database._driver
        async with database._driver.session(database=database._database) as session:
            for statement in found:
                await (await session.run(statement)).consume()

    run(made())
