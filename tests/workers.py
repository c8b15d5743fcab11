"""How tests are given to several workers: what is dear to make is made in one of them, and long files go first."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ENGINE = re.compile(r"[\[-](arcadedb|neo4j-[\d.]+)[\]-]")
"""What stands among the parameters of a test that has a run for each engine."""

OF_ENGINES = ("tests/store/", "tests/edges/")
"""Where tests of the engines are."""

LONGEST = (
    "tests/browser/",
    "tests/web/test_closing.py",
    "tests/bounds/",
)
"""How the names of tests begin that take long: begun first, so that no worker is left alone with them."""


def arrange(items: list[pytest.Item]) -> None:
    """Put long files first, and otherwise leave the order as it is."""
    items.sort(key=lambda item: next((n for n, start in enumerate(LONGEST) if item.nodeid.startswith(start)), 99))


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
        file = nodeid.partition("::")[0]
        engine = ENGINE.search(nodeid) if file.startswith(OF_ENGINES) else None
        return str(engine[1]) if engine else file
