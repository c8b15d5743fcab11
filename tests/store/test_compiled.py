"""On each engine, over a place with everything that can be recorded, open and not: both ways answer alike."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.api.loading.context import Compiling
from app.reading.aside import Aside
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.keeping import Keeping
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from tests.api.documents import asked_of, written
from tests.api.selections import Asked, queries
from tests.api.ways import answered
from tests.conftest import Loop
from tests.seats.place import AREAS, SOURCES, place

PLACES = Path(__file__).parents[1] / "sentinel" / "places"
LABELS = {
    **{"organization": "Organization", "person": "Person", "post": "Post", "meeting": "Meeting", "area": "Area"},
    **{"source": "Source", "action": "Action", "assessment": "Assessment", "absence": "RecordedAbsence"},
}


@pytest.fixture
def explorer(database: Database, engine_settings: Settings, run: Loop) -> Iterator[Explorer]:
    """Return an explorer over an engine that is empty yet."""
    kept, aside = Keeping(), Aside()
    explorer = Explorer(engine_settings, database, Reader(database), Catalogue(database, kept, aside), kept, aside)
    yield explorer
    run(explorer.close())


async def _ids(database: Database) -> dict[str, list[str]]:
    """Return every id, of closed things too, by the field of Query that finds it."""
    found: dict[str, list[str]] = {field: [] for field in LABELS}
    for row in await database.read("list_ids"):
        for field, label in LABELS.items():
            if row.label == label:
                found[field].append(row.id)
    return {field: [*ids, "nobody/nowhere"] for field, ids in found.items()}


def anyhow(said: bytes) -> Any:
    """Read an answer with its lists in an order of their own.

    Two statements may meet facts in another order where none is given: holders of one name and one capacity, say. That
    what has an order keeps it is seen to the byte by tests/api/test_two_ways.py.
    """

    def ordered(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: ordered(each) for name, each in value.items()}
        if isinstance(value, list):
            return sorted(map(ordered, value), key=lambda each: json.dumps(each, sort_keys=True))
        return value

    return ordered(json.loads(said))


def test_both_ways_answer_alike(explorer: Explorer, run: Loop) -> None:
    compiled = Counter[bool]()
    run(load_files(explorer.database, [PLACES]))
    ids = run(_ids(explorer.database))

    def compare(asked: Asked) -> None:
        one, other = (
            run(answered(explorer, asked.query, asked.variables, how)) for how in (Compiling.NEVER, Compiling.ALWAYS)
        )
        assert anyhow(one.sent) == anyhow(other.sent), asked.query
        compiled[other.compiled] += 1

    documents = [asked_of(each.query, ids) for each in written("README.md", "docs", "app/commands", "benchmarks/peer")]
    for asked in documents:
        compare(asked)
    assert len(documents) > 10
    assert compiled[True] >= 8
    compiled.clear()
    # Each is a text that Neo4j has not seen yet, and planning one takes it longer than all the rest.
    many = 20 if explorer.database.engine == "arcadedb" else 2
    settings(deadline=None, max_examples=many, derandomize=True, suppress_health_check=list(HealthCheck))(
        given(queries(ids))(compare)
    )()
    assert compiled[True] > 9 * compiled[False]


SEATS = """
query ($on: Date, $also: Boolean!) { posts(first: 100, on: $on, includeProposed: $also) { edges { node { id
  holders { capacity period { since until } post { id }
    holder { ... on Person { name posts { post { id } } } ... on Organization { name } } }
  tenures(ever: true) { termEnds period { since } post { id } } filledByHolderOf { id } heldBy lastHeldBy state vacant
  onBehalfOf { id } appointers { say organization { id } } organization { id lines(ever: true) { id type from { id } to { id } } }
} } } }
"""


def test_seats_in_every_state_are_answered_alike(explorer: Explorer, run: Loop, tmp_path: Path) -> None:
    for name, text in {"areas": AREAS, "sources": SOURCES, "spa": place()}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    run(load_files(explorer.database, [tmp_path]))
    for on in ("2007-06-01", "2008-06-01", "2010-06-01"):
        for also in (False, True):
            given = {"on": on, "also": also}
            one = run(answered(explorer, SEATS, given, Compiling.NEVER))
            other = run(answered(explorer, SEATS, given, Compiling.ALWAYS))
            assert anyhow(one.sent) == anyhow(other.sent)
            assert other.compiled
