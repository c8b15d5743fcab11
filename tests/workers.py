"""How tests are given to several workers: what is dear to make is made in one of them, and long files go first."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ENGINE = re.compile(r"[\[-](arcadedb|neo4j-[\d.]+)[\]-]")
"""What stands among the parameters of a test that has a run for each engine."""

OF_ENGINES = ("tests/store/", "tests/edges/", "tests/truth/")
"""Where tests of the engines are."""

LONGEST = (
    "neo4j-5",
    "neo4j-2",
    "tests/browser/",
    "tests/web/test_closing.py",
    "tests/bounds/",
)
"""How the names of engines and of tests begin that take long: begun first, so that no worker is left alone with them."""


def arrange(items: list[pytest.Item]) -> None:
    """Put the engines and files that take long first, and otherwise leave the order as it is.

    What takes an engine's schema away comes last of what is asked of it, since the engine forgets its plans with it.
    """

    def turn(item: pytest.Item) -> tuple[int, bool]:
        scope = together(item.nodeid)
        place = next((n for n, start in enumerate(LONGEST) if scope.startswith(start)), len(LONGEST))
        return place, place < len(LONGEST) and "bare_engine" in getattr(item, "fixturenames", ())

    items.sort(key=turn)


def together(nodeid: str) -> str:
    """Return the engine that a test is of, or its file: the tests of one of these stay in one worker."""
    file = nodeid.partition("::")[0]
    engine = ENGINE.search(nodeid) if file.startswith(OF_ENGINES) else None
    return engine[1] if engine else file


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of this run have in common."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def sendable(said: Any) -> Any:
    """Return a report as it can be sent between processes: half characters, which are no UTF-8, are written out."""
    if isinstance(said, str):
        return said.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(said, dict):
        return {sendable(name): sendable(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return type(said)(map(sendable, said))
    return said


class ByFileOrEngine(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives a worker a whole file at a time, or all tests of one engine."""

    def _split_scope(self, nodeid: str) -> str:
        return together(nodeid)
