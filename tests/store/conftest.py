"""Both engines for every test of the store: ArcadeDB as it is embedded, Neo4j 5 LTS and the current release.

A test's `database` is opened on the session's loop and emptied afterwards, so tests do not see each other's data.
Only databases that these fixtures started are ever emptied.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.settings import Settings
from app.store.database import Database, Transaction
from app.store.migrations import migrate
from tests.conftest import Loop
from tests.neo4j.server import CURRENT, LTS, Neo4jMissing, running

OTHER_PLACES = ("sentinel", "neighbour", "bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham")
ENGINES = ("arcadedb", f"neo4j-{LTS}", f"neo4j-{CURRENT}")


@pytest.fixture(scope="session", params=ENGINES)
def engine_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Start one engine and give the settings to reach it."""
    folder = tmp_path_factory.mktemp(request.param.replace(".", "-"))
    if request.param == "arcadedb":
        yield Settings(data_dir=folder, neo4j_uri="", read_deadline=15)
        return
    version = request.param.removeprefix("neo4j-")
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running(version, folder))
        except Neo4jMissing as missing:
            if os.environ.get("PARTNERSHIPS_REQUIRE_NEO4J") == "1" and version == LTS:
                pytest.fail(f"Neo4j {version} is required: {missing}")
            pytest.skip(f"Neo4j {version}: {missing}")
        yield Settings(
            data_dir=folder,
            neo4j_uri=server.uri,
            neo4j_user=server.user,
            neo4j_password=SecretStr(server.password),
            read_deadline=15,
        )


@pytest.fixture(scope="session")
def open_engine(engine_settings: Settings, run: Loop) -> Iterator[Database]:
    """Open the engine once."""
    database = Database(engine_settings)
    database.deadline = 60
    run(database.open())
    run(migrate(database))
    yield database
    run(database.close())


@pytest.fixture
def database(open_engine: Database, run: Loop) -> Iterator[Database]:
    """Return an empty database with its schema."""
    yield open_engine

    async def empty(transaction: Transaction) -> None:
        ids = [row.id for row in await transaction.read("list_ids")]
        await transaction.write("delete_nodes", places=["", "testham", "other", *OTHER_PLACES], ids=ids)

    run(open_engine.write(empty))


@pytest.fixture
def place(tmp_path: Path) -> Callable[..., Path]:
    """Return a way to write a small place's file with its sources and areas beside it."""

    def write(text: str, name: str = "testham") -> Path:
        (tmp_path / "areas.yaml").write_text("areas:\n  - {id: testham, name: Testham}\n  - {id: other, name: Other}\n")
        (tmp_path / "sources.yaml").write_text(
            "sources:\n  - {id: minutes, title: Minutes, published: 2008-01}\n"
            "  - {id: report, title: Report, published: 2010}\n"
        )
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"place: {name}\n{text}")
        return path

    return write
