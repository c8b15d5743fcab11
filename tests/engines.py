"""Both engines for tests of what the database does: ArcadeDB as it is embedded, Neo4j 5 LTS and the current release.

Each is started once a run and given out; whoever writes to one empties it afterwards. Only databases that these
fixtures started are ever emptied.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import neo4j
import psutil
import pytest
from pydantic import SecretStr

from app.settings import Settings
from app.store.database import Database, Transaction
from app.store.migrations import migrate
from tests.loop import Loop
from tests.neo4j.server import CURRENT, LTS, Neo4jMissing, running

EVERYTHING = "MATCH (n) WHERE NOT (n:Migration OR n:DataVersion OR n:Turn) DETACH DELETE n"
ENGINES = ("arcadedb", f"neo4j-{LTS}", f"neo4j-{CURRENT}")


@pytest.fixture(scope="session", params=ENGINES)
def engine_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Start one engine and give the settings to reach it; when all is done, a server has really gone."""
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
        process = psutil.Process(server.pid)
        yield Settings(
            data_dir=folder,
            neo4j_uri=server.uri,
            neo4j_user=server.user,
            neo4j_password=SecretStr(server.password),
            read_deadline=15,
        )
    assert not process.is_running()


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
def bare_engine(open_engine: Database, engine_settings: Settings, run: Loop) -> Iterator[Settings]:
    """Return the settings of a Neo4j that holds nothing, not even a schema; afterwards it has its schema again."""
    _strip(engine_settings)
    yield engine_settings
    _strip(engine_settings)
    run(migrate(open_engine))


def _strip(settings: Settings) -> None:
    """Take everything out of a Neo4j, an index of its own that it cannot do without aside."""
    password = settings.neo4j_password.get_secret_value()
    with neo4j.GraphDatabase.driver(settings.neo4j_uri, auth=(settings.neo4j_user, password)) as driver:

        def names(of: str) -> list[str]:
            rows = driver.execute_query(f"SHOW {of} YIELD name, type", database_="neo4j").records
            return [row["name"] for row in rows if row["type"] != "LOOKUP"]

        for kind in ("CONSTRAINT", "INDEX"):
            for name in names(f"{kind}{'ES' if kind == 'INDEX' else 'S'}"):
                driver.execute_query(f"DROP {kind} {name}", database_="neo4j")
        driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")


async def emptied(database: Database) -> None:
    """Remove everything from an engine that these fixtures started, but for its own accounts."""

    async def empty(transaction: Transaction) -> None:
        await transaction._transaction.run(EVERYTHING)
        await transaction.write("record_data_version", changed=1)

    await database.write(empty)
