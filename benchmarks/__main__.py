"""`make bench`: how fast it loads and answers at 100 places, on both engines; figures, and ratios where they can be.

Timings of one machine at one moment: compare the ratios, and the figures only with each other.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from uvicorn.loops.auto import auto_loop_factory

from app.domain.facts import DataSet
from app.main import settle
from app.reading.explorer import open_explorer
from app.settings import Settings
from app.store.writer import write_data_set
from benchmarks.asking import measure_browsing, measure_representation, measure_structure
from benchmarks.asking_places import measure_places
from benchmarks.asking_routes import measure_routes
from benchmarks.drawing import measure_drawing
from benchmarks.measuring import Report, Stopwatch
from benchmarks.memory import measure_memory_and_start
from benchmarks.places import make_places
from tests.neo4j.server import CURRENT, LTS, Neo4jMissing, running

SERVER = ("-Xms6g", "-Xmx6g", "-Xmn4g", "-XX:+UseParallelGC")
"""A quarter of 24 GiB, which Neo4j would take by itself; one large transaction lives in the young part of it."""


def main() -> None:
    """Run what was asked for and print a table an engine."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--places", type=int, default=100)
    parser.add_argument("--engines", default=f"neo4j-{LTS},arcadedb", help=f"also neo4j-{CURRENT}")
    parser.add_argument("--rounds", type=int, default=300, help="questions asked of each sort")
    parser.add_argument("--drawing", action="store_true", help="only how fast pictures are drawn, in Chromium")
    asked = parser.parse_args()
    if asked.drawing:
        measure_drawing()
        return
    with Stopwatch() as made:
        facts = make_places(asked.places)
    size = f"{len(facts.nodes)} nodes, {len(facts.links)} relationships"
    print(f"{asked.places} places: {size}, made in {made.seconds:.0f} s")
    for engine in asked.engines.split(","):
        report = Report(engine)
        with tempfile.TemporaryDirectory() as folder, engine_settings(engine, Path(folder)) as settings:
            # The event loop that the site runs on, which is quicker than the standard library's where it is installed.
            with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
                runner.run(measure(settings, facts, asked.rounds, report))
            measure_memory_and_start(settings, report)
        report.print()


async def measure(settings: Settings, facts: DataSet, rounds: int, report: Report) -> None:
    """Load everything, then ask."""
    async with open_explorer(settings) as explorer:
        explorer.database.deadline = 120
        with Stopwatch() as loading:
            summary = await write_data_set(explorer.database, facts)
        assert summary.added == len(facts)
        report.add("validated facts written, the server just started", len(facts) / loading.seconds, "facts/s")
        with Stopwatch() as again:
            assert (await write_data_set(explorer.database, facts)).unchanged == len(facts)
        report.add("the same facts again, nothing changed", len(facts) / again.seconds, "facts/s")
        settle()
        await measure_representation(explorer, rounds, report)
        await measure_structure(explorer, rounds, report)
        await measure_browsing(explorer, rounds, report)
        await measure_routes(explorer, rounds, report)
        await measure_places(explorer, rounds, report)
        places = len(facts.places)
        more = make_places(places, start=places)
        with Stopwatch() as loading:
            await write_data_set(explorer.database, more)
        report.add("validated facts written, the server warm", len(more) / loading.seconds, "facts/s")


@contextmanager
def engine_settings(engine: str, folder: Path) -> Iterator[Settings]:
    """Start an engine with the memory it would have in use, and give the settings to reach it."""
    if engine == "arcadedb":
        yield Settings(data_dir=folder, neo4j_uri="", seeds_dir=folder)
        return
    try:
        with running(engine.removeprefix("neo4j-"), folder, java_options=SERVER, pagecache="512m", more="") as server:
            yield Settings(
                data_dir=folder,
                seeds_dir=folder,
                neo4j_uri=server.uri,
                neo4j_user=server.user,
                neo4j_password=SecretStr(server.password),
            )
    except Neo4jMissing as missing:
        raise SystemExit(f"{engine}: {missing}") from missing


if __name__ == "__main__":
    main()
