"""Killed in the middle of a change: what was acknowledged is there whole, of nothing else is there a part.

A few kills a run; PARTNERSHIPS_TEST_KILLS=100 asks for as many of each kind.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.record.history import history, undo
from app.settings import Settings
from app.store.database import Database, Transaction
from app.store.history import kept_by
from app.store.queries import parse_query
from tests.conftest import SEEDS, Loop
from tests.store.acknowledging import BODIES, opened
from tests.store.test_resilience import engine_pid

KILLS = int(os.environ.get("PARTNERSHIPS_TEST_KILLS", "3"))
WAYS = ("load", "draft")
"""By which a place is changed: loads of its file, or drafts of its entries as forms make them."""
LONGEST = 0.4
"""Seconds after an acknowledged round: one takes about half of that."""

BODIES_AND_CHANGES = parse_query(
    "bodies_and_changes",
    "// What stands there, and how many changes are kept.\n// Parameters: none.\n// Columns: names, changes.\n"
    "MATCH (n) WHERE n:Organization OR n:ChangeSet\n"
    "WITH collect(CASE WHEN n:Organization THEN n.name END) AS names, collect(CASE WHEN n:ChangeSet THEN 1 END) AS changes\n"
    "RETURN collect([names, size(changes)]) AS rows",
)


def environment(settings: Settings) -> dict[str, str]:
    given = {"DATA_DIR": str(settings.data_dir), "NEO4J_URI": settings.neo4j_uri, "NEO4J_USER": settings.neo4j_user}
    given["NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    return os.environ | {f"PARTNERSHIPS_{name}": value for name, value in given.items()}


def acknowledged(settings: Settings, folder: Path, way: str, first: int, after: float, *, engine: bool) -> int:
    """Write from a round on until, some seconds after the first, the writer is killed, or the engine before it."""
    loader = subprocess.Popen(
        [sys.executable, "-m", "tests.store.acknowledging", way, str(folder), str(first)],
        env=environment(settings),
        cwd=SEEDS.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert loader.stdout
    # A writer may say first that it waits for a slow engine: rounds alone are numbers.
    said = [next(line for line in loader.stdout if line.strip().isdigit())]
    time.sleep(after)
    if engine:
        os.kill(engine_pid(settings.data_dir), signal.SIGKILL)
    loader.kill()
    said += [line for line in loader.communicate(timeout=60)[0].splitlines() if line.strip().isdigit()]
    assert said[0].strip() == str(first)
    return int(said[-1])


async def standing(database: Database) -> int:
    """Return the round that stands in the database, whole, with a change for each round, the newest of them whole too."""

    async def work(transaction: Transaction) -> tuple[list[str], int]:
        ((names, changes),) = await transaction._run(BODIES_AND_CHANGES, {})
        return names, changes

    names, changes = await database.write(work)
    rounds = {int(found) for name in names for found in re.findall(r"of round (\d+)$", name)}
    assert len(names) == BODIES
    assert len(rounds) == 1, "a change is there in part"
    (number,) = rounds
    assert changes == number, "a change without its history, or the other way round"
    newest = (await history(database))[0]

    async def kept(transaction: Transaction) -> int:
        return len(await kept_by(transaction, newest))

    assert await database.write(kept) == newest.added + newest.changed
    assert newest.changed == (BODIES if number > 1 else 0)
    return number


def killed(settings: Settings, folder: Path, way: str, run: Loop, *, engine: bool) -> None:
    """Kill again and again, and look what stands there each time; the last change is taken back in the end."""
    chance, number = random.Random(4), 0

    async def look() -> int:
        async with opened(settings) as database:
            return await standing(database)

    async def take_back() -> None:
        async with opened(settings) as database:
            await undo(database, (await history(database))[0].number)

    for _ in range(KILLS):
        last = acknowledged(settings, folder, way, number + 1, chance.uniform(0, LONGEST), engine=engine)
        number = run(look())
        assert last <= number <= last + 1, "what was acknowledged is lost"
    run(take_back())


@pytest.mark.parametrize("way", WAYS)
def test_of_a_killed_writer_nothing_is_there_in_part(
    database: Database, engine_settings: Settings, run: Loop, tmp_path: Path, way: str
) -> None:
    killed(engine_settings, tmp_path, way, run, engine=False)


@pytest.mark.parametrize("way", WAYS)
def test_of_a_killed_engine_nothing_is_lost(run: Loop, tmp_path: Path, way: str) -> None:
    settings = Settings(data_dir=tmp_path / "data", neo4j_uri="", read_deadline=15)
    killed(settings, tmp_path, way, run, engine=True)
