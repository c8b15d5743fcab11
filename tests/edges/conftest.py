"""The embedded engine and Neo4j LTS for what the database answers: the current Neo4j reads dates and steps as that does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.edges.tagged_place import AREAS, SOURCES
from tests.edges.tagged_place import PLACE as FILE
from tests.neo4j.server import LTS
from tests.sites import Sites

BOTH_ENGINES = pytest.mark.parametrize("engine_settings", ["arcadedb", f"neo4j-{LTS}"], indirect=True, scope="session")


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of a small place."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "edges.yaml").write_text(FILE)
    (folder / "areas.yaml").write_text(AREAS)
    (folder / "sources.yaml").write_text(SOURCES)
    return folder


@pytest.fixture(scope="package")
def site(folder: Path, sites: Sites) -> Iterator[TestClient]:
    """Return the application over that place."""
    with sites.over(folder) as (client, _):
        yield client
