"""`make bench ARGS="--growth 10,100,1000"`: what questions cost as the database grows around what they are about.

One engine is filled step by step. The questions are about the same ten places at each size, so that only what lies
around them differs.
"""

import asyncio
import statistics
import tempfile
from argparse import Namespace
from pathlib import Path

from uvicorn.loops.auto import auto_loop_factory

from app.main import settle
from app.reading.explorer import open_explorer
from app.settings import Settings
from app.store.writer import write_data_set
from benchmarks.asking import measure_browsing, measure_representation, measure_structure
from benchmarks.asking_places import measure_places
from benchmarks.asking_routes import measure_routes
from benchmarks.engines import SERVER, fill, running_engine
from benchmarks.measuring import Report, Stopwatch
from benchmarks.places import make_places

ABOUT = 10
"""How many places the questions are about."""
MORE = 9000
"""From this number on are the places that are written one by one."""
WRITTEN = 5


def measure_growth(asked: Namespace) -> None:
    """Print a table an engine: a row a figure, a column a size, and the last beside the first."""
    for engine in asked.engines.split(","):
        with tempfile.TemporaryDirectory() as passing:
            folder = Path(asked.data).absolute() if asked.data else Path(passing)
            with running_engine(engine, folder, java=SERVER) as started:
                columns = []
                for places in asked.growth:
                    fill(started.settings, places, folder / f"filled-{engine}")
                    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
                        columns.append(runner.run(_measure(started.settings, places, asked.rounds)))
        _print(engine, asked.growth, columns)


async def _measure(settings: Settings, places: int, rounds: int) -> Report:
    report = Report(str(places))
    async with open_explorer(settings) as explorer:
        explorer.database.deadline = 120
        settle()
        about = tuple(f"place-{number:03}" for number in range(ABOUT))
        # Once unnoted: a server that has just been filled compiles what it runs.
        for noted in (Report("unnoted"), report):
            await measure_representation(explorer, rounds, noted, about)
            await measure_structure(explorer, rounds, noted, about)
            await measure_browsing(explorer, rounds, noted, about)
            await measure_routes(explorer, rounds, noted, about)
            await measure_places(explorer, rounds, noted, about)
        times = []
        for number in range(WRITTEN):
            one = make_places(1, start=MORE + places + number)
            with Stopwatch() as writing:
                await write_data_set(explorer.database, one)
            times.append(writing.seconds)
        report.add("one more place written, median", statistics.median(times) * 1000, "ms")
    return report


def _print(engine: str, sizes: list[int], columns: list[Report]) -> None:
    print(f"\n| {engine}: ms at so many places | {' | '.join(f'{each:,}' for each in sizes)} | last to first |")
    print("| --- |" + " --- |" * (len(sizes) + 1))
    for rows in zip(*(each.rows for each in columns), strict=True):
        values = [value for _, value, _ in rows]
        said = " | ".join(f"{value:,.1f}" for value in values)
        print(f"| {rows[0][0]} | {said} | {values[-1] / values[0]:.2f} |")
