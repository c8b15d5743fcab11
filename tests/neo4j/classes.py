"""Neo4j's classes as Java reads them fastest (class data sharing), which makes a start of the server a third cheaper.

`python -m tests.neo4j.classes` writes them down, once a machine and version, beside what else is fetched for the tests;
where they are missing, or Java finds them of other classes, a server starts as it does elsewhere.
"""

import asyncio
import os
import signal
import sys
import tempfile
from pathlib import Path

import psutil
from pydantic import SecretStr

from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.migrations import migrate
from tests.neo4j.fetching import CURRENT, LTS, archive, compile_main, java_for
from tests.neo4j.server import SHORT_LIVED, Neo4jFailed, Neo4jServer, running

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LIMIT = 120.0
"""Seconds that Java may take to write the file, as it ends."""


async def work(server: Neo4jServer) -> None:
    """Do with a server what tests do: make the schema, load the project's places."""
    password = SecretStr(server.password)
    database = Database(Settings(neo4j_uri=server.uri, neo4j_user=server.user, neo4j_password=password))
    database.deadline = 60
    await database.open()
    await migrate(database)
    await load_files(database, [SEEDS])
    await database.close()


def write(version: str) -> None:
    """Write the file: a server works as tests have it work, and Java keeps the classes that this took."""
    file = archive(version)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        draft = Path(folder, "classes.jsa")
        options = [*SHORT_LIVED, f"-XX:ArchiveClassesAtExit={draft}"]
        with running(version, Path(folder, "data"), java_options=options) as server:
            asyncio.run(work(server))
            os.kill(server.pid, signal.SIGTERM)
            psutil.Process(server.pid).wait(LIMIT)
        draft.rename(file)


def main() -> int:
    """Write the files that are not there."""
    for version in (LTS, CURRENT):
        if java_for(version) and compile_main(version) and not archive(version).exists():
            try:
                write(version)
            except (Neo4jFailed, OSError, psutil.Error) as error:  # the tests need it for speed alone
                sys.stderr.write(f"{error}\nNeo4j {version} starts without the file of its classes.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
