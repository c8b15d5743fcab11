"""On each engine, over a place with everything that can be recorded, open and not: both ways answer with the same bytes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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
from tests.api.selections import Asked, queries
from tests.api.ways import answered
from tests.conftest import Loop

PLACES = Path(__file__).parents[1] / "sentinel" / "places"
LABELS = {"organization": "Organization", "person": "Person", "post": "Post", "meeting": "Meeting", "area": "Area"}


@pytest.fixture
def explorer(database: Database, engine_settings: Settings, run: Loop) -> Iterator[Explorer]:
    """Return an explorer over the place."""
    run(load_files(database, [PLACES]))
    kept, aside = Keeping(), Aside()
    explorer = Explorer(engine_settings, database, Reader(database), Catalogue(database, kept, aside), kept, aside)
    yield explorer
    run(explorer.close())


async def _ids(database: Database) -> dict[str, list[str]]:
    """Return every id, of closed things too, by the field of Query that finds it."""
    found: dict[str, list[str]] = {field: ["nobody/nowhere"] for field in LABELS}
    for row in await database.read("list_ids"):
        for field, label in LABELS.items():
            if row.label == label:
                found[field].append(row.id)
    return found


def test_both_ways_answer_alike(explorer: Explorer, run: Loop) -> None:
    compiled = Counter[bool]()
    ids = run(_ids(explorer.database))

    @settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
    @given(queries(ids))
    def compare(asked: Asked) -> None:
        one, other = (
            run(answered(explorer, asked.query, asked.variables, how)) for how in (Compiling.NEVER, Compiling.ALWAYS)
        )
        assert one.sent == other.sent
        compiled[other.compiled] += 1

    compare()
    assert compiled[True] > 9 * compiled[False]
