"""How long it takes to write what one form says, beside another version of the program: one form of each in turn.

`python -m benchmarks.saving --engine neo4j-5.26.16 --beside FOLDER`, where the folder has the other version.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from app.record.loading import load_if_empty
from app.settings import Settings
from app.store.opening import open_database
from benchmarks.engines import SMALLER, running_engine
from benchmarks.measuring import percentile
from benchmarks.saving_forms import FORMS

HERE = Path(__file__).resolve().parents[1]
FIRST = 5
"""Forms of each kind that are not counted: an engine plans each text once."""


@dataclass
class Version:
    """A running version of the program, which writes forms when it is asked to."""

    name: str
    process: "subprocess.Popen[str]"
    times: dict[str, list[float]] = field(default_factory=dict)
    trips: dict[str, float] = field(default_factory=dict)

    def write(self, word: str, number: int, *, counts: bool) -> None:
        """Have a form written."""
        assert self.process.stdin
        self.process.stdin.write(f"{word} {number}\n")
        self.process.stdin.flush()
        took = self.heard()
        if counts:
            self.times.setdefault(word, []).append(took["ms"])
            self.trips[word] = min(took["trips"], self.trips.get(word, took["trips"]))

    def heard(self) -> dict[str, Any]:
        """Return what it says next, but for what it warns of, such as that it waits for a young engine."""
        assert self.process.stdout
        said = next((line for line in self.process.stdout if line.startswith("{")), "")
        if not said:
            raise SystemExit(f"{self.name} has stopped")
        found: dict[str, Any] = json.loads(said)
        return found


@contextmanager
def _running(name: str, folder: Path, settings: Settings) -> Iterator[Version]:
    given = {"DATA_DIR": str(settings.data_dir), "NEO4J_URI": settings.neo4j_uri, "NEO4J_USER": settings.neo4j_user}
    given["NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    process = subprocess.Popen(
        [sys.executable, str(HERE / "benchmarks" / "saving_forms.py")],
        env=os.environ | {f"PARTNERSHIPS_{key}": value for key, value in given.items()} | {"PYTHONPATH": str(folder)},
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    version = Version(name, process)
    try:
        print(f"{name}: {version.heard()['program']}", flush=True)
        yield version
    finally:
        process.communicate(timeout=60)


async def _fill(settings: Settings) -> None:
    async with open_database(settings) as database:
        await load_if_empty(database, Settings().seeds_dir)


def measure(engine: str, rounds: int, beside: Path | None) -> None:
    """Write forms in turn, and print how long each took."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        started = stack.enter_context(running_engine(engine, folder, java=SMALLER))
        asyncio.run(_fill(started.settings))
        folders = {"before": beside, "now": HERE} if beside else {"now": HERE}
        versions = [stack.enter_context(_running(name, at, started.settings)) for name, at in folders.items() if at]
        print(f"{engine}, {rounds} forms of each kind, load {psutil.getloadavg()[0]:.1f}")
        numbers = count(1)
        for word in FORMS:
            for at in range(FIRST + rounds):
                for version in versions:
                    version.write(word, next(numbers), counts=at >= FIRST)
        for word in FORMS:
            for version in versions:
                times = version.times[word]
                print(
                    f"  {word:<12} {version.name:<7} p50 {median(times):6.1f} ms, p95 {percentile(times, 95):6.1f} ms,"
                    f" {version.trips[word]:.0f} round trips"
                )
            if len(versions) > 1:
                before, now = (each.times[word] for each in versions)
                print(f"  {word:<12} now to before: {median(b / a for a, b in zip(before, now, strict=True)):.2f}")


def main() -> None:
    """Read what is to be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="arcadedb", help="or neo4j- and a version")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--beside", type=Path, default=None, help="the folder of another version")
    asked = parser.parse_args()
    measure(asked.engine, asked.rounds, asked.beside.resolve() if asked.beside else None)


if __name__ == "__main__":
    main()
