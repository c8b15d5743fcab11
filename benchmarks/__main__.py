"""`make bench`: how fast it loads and answers at 100 places, on both engines; figures, and ratios where they can be.

Timings of one machine at one moment: compare the ratios, and the figures only with each other.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from uvicorn.loops.auto import auto_loop_factory

from app.domain.facts import DataSet
from app.main import settle
from app.reading.explorer import open_explorer
from app.settings import Settings
from app.store.writer import write_data_set
from benchmarks.asking import measure_browsing, measure_representation, measure_structure
from benchmarks.asking_pages import measure_pages
from benchmarks.asking_places import measure_places
from benchmarks.asking_routes import measure_routes
from benchmarks.drawing import measure_drawing
from benchmarks.engines import running_engine
from benchmarks.growing import measure_growth
from benchmarks.measuring import Report, Stopwatch
from benchmarks.memory import measure_memory_and_start
from benchmarks.peer.comparing import measure_beside_peer
from benchmarks.places import make_places
from benchmarks.under_load import measure_load
from tests.neo4j.server import CURRENT, LTS


def main() -> None:
    """Run what was asked for and print a table an engine."""
    asked = read_arguments()
    if asked.drawing:
        measure_drawing()
    elif asked.peer:
        measure_beside_peer(asked)
    elif asked.load:
        measure_load(asked)
    elif asked.growth:
        measure_growth(asked)
    elif asked.pages:
        measure_pages(asked)
    else:
        measure_questions(asked)


def read_arguments() -> argparse.Namespace:
    """Read what is to be measured, and how long."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--places", type=int, default=100)
    parser.add_argument("--engines", default=f"neo4j-{LTS},arcadedb", help=f"also neo4j-{CURRENT}")
    parser.add_argument("--rounds", type=int, default=300, help="questions asked of each sort")
    parser.add_argument("--data", default="", help="folder in which the places stay for the next run")
    only = parser.add_argument_group("only one thing").add_mutually_exclusive_group()
    only.add_argument("--drawing", action="store_true", help="how fast pictures are drawn, in Chromium")
    only.add_argument("--peer", action="store_true", help="the API beside @neo4j/graphql")
    only.add_argument("--load", action="store_true", help="many readers who ask for everything at once")
    only.add_argument("--growth", type=_numbers, default=[], help="sizes in places, such as 10,100,1000")
    only.add_argument("--pages", type=int, nargs="?", const=30, default=0, help="so many pages of each kind")
    parser.add_argument("--seconds", type=float, default=10, help="of each shot at the peer, or of all readers' asking")
    parser.add_argument("--clients", type=int, default=50, help="readers who ask at once")
    pages = parser.add_argument_group("pages")
    pages.add_argument("--kinds", default="", help="only these, such as place,body")
    pages.add_argument("--profile", action="store_true", help="print where their time goes")
    peer = parser.add_argument_group("beside the peer")
    peer.add_argument("--shots", type=int, default=5, help="pairs of shots at each question")
    peer.add_argument("--connections", type=int, default=8)
    peer.add_argument("--workers", type=_numbers, default=[1, 2], help="such as 1 or 1,2")
    peer.add_argument("--questions", type=lambda said: said.split(","), default=[], help="such as Q1,Q3")
    return parser.parse_args()


def _numbers(said: str) -> list[int]:
    return [int(each) for each in said.split(",")]


def measure_questions(asked: argparse.Namespace) -> None:
    """Load the places, ask everything on each engine, and print its table."""
    with Stopwatch() as made:
        facts = make_places(asked.places)
    size = f"{len(facts.nodes)} nodes, {len(facts.links)} relationships"
    print(f"{asked.places} places: {size}, made in {made.seconds:.0f} s")
    for engine in asked.engines.split(","):
        report = Report(engine)
        with tempfile.TemporaryDirectory() as folder, running_engine(engine, Path(folder)) as started:
            # The event loop that the site runs on, which is quicker than the standard library's where it is installed.
            with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
                runner.run(measure(started.settings, facts, asked.rounds, report))
            measure_memory_and_start(started.settings, report)
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


if __name__ == "__main__":
    main()
