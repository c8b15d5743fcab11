"""Processes that meet on an empty database, the site among them: all come up, and the first data is there once."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app.settings import Settings
from app.store import turns
from app.store.database import Database, Transaction
from app.store.migrations import migrate
from app.store.queries import schema_queries
from tests.conftest import SEEDS, Loop
from tests.neo4j.server import LTS

ADDRESS = "Partnership Explorer is at"
COMMANDS = (["who", "COA"], ["load", str(SEEDS)], ["search", "ageing"])
LIMIT = 120.0


@contextmanager
def process(environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `partnerships`, and see that it has ended."""
    command = [sys.executable, "-m", "app.cli", *arguments]
    started = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield started
    finally:
        if started.poll() is None:
            started.terminate()
        started.communicate(timeout=30)


def comes_up(site: subprocess.Popen[str]) -> str:
    """Read what a site says until it says where it is, or ends."""
    assert site.stdout is not None
    said = ""
    while ADDRESS not in said and (line := site.stdout.readline()):
        said += line
    return said


def meet(environment: dict[str, str], after: float) -> None:
    """Start a site and, some time after, three commands; all must do what they are there for."""
    environment = environment | {"PARTNERSHIPS_PORT": "0"}
    with ExitStack() as stack:
        site = stack.enter_context(process(environment, "serve"))
        time.sleep(after)
        commands = [stack.enter_context(process(environment, *each)) for each in COMMANDS]
        said = [each.communicate(timeout=LIMIT)[0] for each in commands]
        assert [each.returncode for each in commands] == [0, 0, 0], "\n".join(said)
        assert not any("Traceback" in each for each in said)
        assert "has seats on 8 bodies" in said[0]
        assert ADDRESS in comes_up(site)


@pytest.mark.parametrize("after", [0.0, 0.8, 1.6])
def test_a_site_and_commands_meet_on_an_empty_folder(tmp_path: Path, after: float) -> None:
    meet({"PARTNERSHIPS_DATA_DIR": str(tmp_path / "data"), "PARTNERSHIPS_NEO4J_URI": ""}, after)


@pytest.mark.parametrize("engine_settings", [f"neo4j-{LTS}"], indirect=True, scope="session")
def test_a_site_and_commands_meet_on_an_empty_neo4j(bare_engine: Settings, tmp_path: Path) -> None:
    here = {
        "PARTNERSHIPS_DATA_DIR": str(tmp_path / "data"),
        "PARTNERSHIPS_NEO4J_URI": bare_engine.neo4j_uri,
        "PARTNERSHIPS_NEO4J_PASSWORD": bare_engine.neo4j_password.get_secret_value(),
    }
    meet(here, 0.0)


def test_an_old_database_is_brought_up_by_one_of_those_who_meet_on_it(
    database: Database, engine_settings: Settings, run: Loop
) -> None:
    async def forget(transaction: Transaction) -> None:
        await transaction._transaction.run("MATCH (m:Migration) DETACH DELETE m")

    async def all_at_once() -> list[list[str]]:
        others = [Database(engine_settings) for _ in range(4)]
        for other in others:
            other.deadline = 60
            await other.open()
        try:
            return await asyncio.gather(*(migrate(other) for other in others))
        finally:
            for other in others:
                await other.close()

    run(database.write(forget))
    done = run(all_at_once())
    assert sorted(done) == [[], [], [], schema_queries()]


def test_a_turn_is_one_processs_at_a_time_and_said_when_it_lasts(
    database: Database, engine_settings: Settings, run: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(turns, "SAID_AFTER", 0.2)
    monkeypatch.setattr(turns.log, "warning", said.append)
    inside: list[str] = []

    async def both() -> None:
        other = Database(engine_settings)
        await other.open()
        first = asyncio.Event()

        async def have(whose: Database, name: str) -> None:
            async with whose.turns.one():
                first.set()
                inside.append(f"{name} in")
                async with whose.turns.one():  # within one's own turn, such as a write
                    await asyncio.sleep(0.5)
                inside.append(f"{name} out")

        one = asyncio.create_task(have(database, "one"))
        await first.wait()
        await have(other, "other")
        await one
        await other.close()

    run(both())
    assert inside == ["one in", "one out", "other in", "other out"]
    assert said == [said[0]]
    assert "another process" in said[0]
