"""How this project is tested.

Real parts throughout: the embedded engine and Neo4j as databases, Chromium as browser; nothing is mocked.

- `tests/unit`: rules on values, files on disk; no database, and nothing that takes long.
- `tests/bounds`: what may not be passed: processor and memory on files made to take much, what no map may break.
- `tests/sheets`: spreadsheets as officers keep them, and files that are none; no database.
- `tests/store`: everything that talks to the database, on both engines (fixture `database`, one run an engine).
  With PARTNERSHIPS_REQUIRE_NEO4J=1 a missing Neo4j is a failure; without it, its runs say why they are skipped.
- `tests/api`, `tests/exam`: the application in this process over the embedded engine with the project's own seeds.
- `tests/browser`: the application as a process, looked at with Chromium.

Databases and the application are made once a session, on free loopback ports, in folders that pytest removes.

`make test` gives the files to two workers. A file's tests, and all tests of one engine, stay in one worker, so that
what they share is made once; both workers' applications read one database, which the first of them fills. No test
writes to it: whoever wants another place, or to write, has it from `sites`, one engine a worker that is emptied in between.
"""

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.caching.answers import forget_answers
from app.main import create_app
from app.reading.explorer import Explorer
from app.settings import Settings
from tests import engine_classes, workers
from tests.engines import bare_engine, engine_settings, open_engine
from tests.loop import Loop
from tests.sites import Sites

__all__ = ["SEEDS", "Loop", "bare_engine", "engine_settings", "open_engine"]

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def pytest_configure(config: pytest.Config) -> None:
    """Let every Java compile quickly rather than well, and start quickly: an engine of tests lives too short for more."""
    workers.note(config)
    os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
    engine_classes.use()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    workers.arrange(items, workers.costs_of(config))


def pytest_collection_finish() -> None:
    """Look for no garbage among what is imported and collected by now, since all of it stays."""
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> workers.ByFileOrEngine:
    """Say which tests stay together."""
    config.option.loadscopereorder = False
    return workers.ByFileOrEngine(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Let a worker tell what a test said, whatever it said."""
    return workers.sendable((yield))


@pytest.fixture(scope="session")
def run() -> Iterator[Loop]:
    """Return a way to run coroutines on the session's own loop."""
    loop = Loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of the application under test: the embedded engine in a new folder, with the seeds.

    The workers of a run have the folder, and so the engine, in common.
    """
    folder = workers.shared_folder(tmp_path_factory) / "data"
    return Settings(data_dir=folder, seeds_dir=SEEDS, neo4j_uri="", read_deadline=15)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, run: Loop) -> Iterator[Sites]:
    """Return a way to serve places of a test's own.

    A fixture that does lives as long as a module or a package needs it, so that the next has the engine.
    """
    with pytest.MonkeyPatch.context() as patch:
        # The engines run already, and what a command holds early it would hold until the tests end.
        patch.setattr("app.commands.beginning.start_engine_early", lambda: None)
        sites = Sites(tmp_path_factory, run)
        yield sites
        sites.close()


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """Return a client of the application, its database filled with the seeds."""
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def nothing_kept(client: TestClient) -> Iterator[None]:
    """Have what is asked worked out anew, by a program that a test changes; what it said then is not said to others."""
    explorer: Explorer = client.app_state["explorer"]
    forget_answers(explorer)
    yield
    forget_answers(explorer)


@pytest.fixture(scope="session")
def ask(client: TestClient) -> Callable[[str, dict[str, object]], dict[str, object]]:
    """Return a way to ask GraphQL: query text and variables in, `data` out; errors fail the test."""

    def ask(query: str, variables: dict[str, object]) -> dict[str, object]:
        answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer["errors"]
        data: dict[str, object] = answer["data"]
        return data

    return ask
