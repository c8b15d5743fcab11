"""Engines to measure on: started for it, with the memory they would have in use, and filled with places."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from app.reading.explorer import open_explorer
from app.settings import Settings
from app.store.writer import write_data_set
from benchmarks.measuring import Stopwatch
from benchmarks.places import make_places
from tests.neo4j.server import Neo4jMissing, running

SERVER = ("-Xms6g", "-Xmx6g", "-Xmn4g", "-XX:+UseParallelGC")
"""A quarter of 24 GiB, which Neo4j would take by itself; one large transaction lives in the young part of it."""
SMALLER = ("-Xmx2g", "-XX:+UseParallelGC")
"""Enough for reading, where only a few hundred places are in the database and others need the machine too."""
AT_ONCE = 50
"""Places that one transaction writes, of those that are only there to be read."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine: how to reach it, and its process where we know it."""

    settings: Settings
    pid: int | None


@contextmanager
def running_engine(engine: str, folder: Path, *, java: tuple[str, ...] = SERVER) -> Iterator[Engine]:
    """Start an engine over a folder, which may hold data already."""
    # A site over the engine loads nothing by itself: what is measured is in the database already.
    seeds = folder / "no-seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    if engine == "arcadedb":
        yield Engine(Settings(data_dir=folder, neo4j_uri="", seeds_dir=seeds), None)
        return
    try:
        version = engine.removeprefix("neo4j-")
        with running(version, folder / engine, java_options=java, pagecache="512m", more="") as server:
            settings = Settings(
                data_dir=folder,
                seeds_dir=seeds,
                neo4j_uri=server.uri,
                neo4j_user=server.user,
                neo4j_password=SecretStr(server.password),
            )
            yield Engine(settings, server.pid)
    except Neo4jMissing as missing:
        raise SystemExit(f"{engine}: {missing}") from missing


@contextmanager
def filled_engine(engine: str, places: int, kept: Path | None, *, java: tuple[str, ...] = SMALLER) -> Iterator[Engine]:
    """Start an engine that has some places, numbered from 0; where a folder is named, those of the last run stay."""
    with tempfile.TemporaryDirectory() as passing:
        folder = (kept or Path(passing)).absolute()
        with running_engine(engine, folder, java=java) as started:
            fill(started.settings, places, folder / f"filled-{engine}")
            yield started


def fill(settings: Settings, places: int, note: Path) -> None:
    """Write the places that are missing of so many, numbered from 0; a note beside the engine says which are there."""
    there = int(note.read_text()) if note.exists() else 0
    with Stopwatch() as filling:
        for start in range(there, places, AT_ONCE):
            count = min(AT_ONCE, places - start)
            asyncio.run(_write(settings, start, count))
            note.write_text(str(start + count))
    if there < places:
        print(f"{note.name}: {places - there} places written in {filling.seconds:.0f} s", flush=True)


async def _write(settings: Settings, start: int, count: int) -> None:
    async with open_explorer(settings) as explorer:
        explorer.database.deadline = 120
        await write_data_set(explorer.database, make_places(count, start=start))
