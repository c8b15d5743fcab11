"""What goes to Neo4j as one text that is planned once: by index whatever is there, and nothing where nothing is asked."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.record.loading import load_files
from app.store.database import Database, Transaction
from app.store.fixed import FixedSet, sets_of_changes
from app.store.planned_once import in_one_map
from app.store.statements import parameters_as_one
from app.store.together import Soon
from tests.conftest import Loop
from tests.store.test_history import everything
from tests.store.test_queries import SAID

SMALL = {"Redirect", "Moments", "DataVersion"}
"""Labels of which all nodes may be looked through: there are few."""
LARGE = "refresh_times_of_bodies"
"""A statement that looks at the sources of all places."""
PLACE = """
organizations: [{id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p"}]
people: [{id: tina, name: Tina Tully, cites: "minutes, p"}]
"""


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Name the steps of a plan, with what each is of."""
    yield plan["operatorType"].partition("@")[0], plan.get("args", {}).get("Details", "")
    for child in plan.get("children", ()):
        yield from operators(child)


async def scans(fixed: FixedSet, transaction: Transaction) -> list[str]:
    """Return what a set's plan looks for without an index."""
    given = [{name: SAID.get(name, ["a"]) for name in member.query.parameters} for member in fixed.members]
    text = fixed.query.text.replace("CYPHER", "EXPLAIN CYPHER", 1)
    asked = in_one_map(text, parameters_as_one(given))
    plan = (await (await transaction._transaction.run(*asked)).consume()).plan
    assert plan
    return [details for name, details in operators(plan) if name.endswith("Scan")]


def test_each_set_looks_up_by_index_in_a_database_with_nothing_in_it(database: Database, run: Loop) -> None:
    if database.engine == "arcadedb":
        assert all("CYPHER" not in member.query.text for fixed in sets_of_changes() for member in fixed.members)
        return
    for fixed in sets_of_changes():
        names = {member.query.name for member in fixed.members}
        for details in run(database.write(partial(scans, fixed))):
            label = details.partition(":")[2].split()[0].split("(")[0]
            assert label in SMALL or (label == "Source" and LARGE in names), (names, details)


def test_what_is_not_asked_of_a_set_does_nothing(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(PLACE)]))
    before = everything(database, run)
    rows = {"rows": [{"id": "testham/new", "name": "Zed Zola"}]}

    async def asked(transaction: Transaction) -> list[Any]:
        found: list[Any] = []
        for fixed in sets_of_changes():
            optional = [member for member in fixed.members if not member.is_needed]
            if len(optional) < len(fixed.members):
                continue
            some = [Soon(member.query, rows) for member in optional if member.query.name == "create_nodes"][:1]
            places = fixed.places_of(some)
            assert [fixed.members[place].query for place in places] == [each.query for each in some]
            answers = await transaction._answered(fixed.query, fixed.parameters_of(places, some))
            found += [answer for place, answer in enumerate(answers) if place not in places]
        raise Undone(found)

    if database.engine == "neo4j":
        with pytest.raises(Undone) as undone:
            run(database.write(asked))
        assert undone.value.found
        assert not any(undone.value.found)
    assert everything(database, run) == before


class Undone(Exception):
    """Ends a transaction so that nothing of it is kept."""

    def __init__(self, found: list[Any]) -> None:
        super().__init__()
        self.found = found
