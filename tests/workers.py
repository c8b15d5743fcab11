"""How tests are given to several workers: what is dear to make is made in one of them, and long files go first."""

import math
import os
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
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


KEPT = "costs/tests"
"""Under which name pytest's cache has the seconds that each test took when it last ran."""


class Costs:
    """Notes the seconds that tests take, for the order of the next run and for `tests.touched`."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin with what is known of files that are still there."""
        self.config = config
        known = costs_of(config)
        there = {file for file in {test.partition("::")[0] for test in known} if (config.rootpath / file).exists()}
        self.known = {test: seconds for test, seconds in known.items() if test.partition("::")[0] in there}
        self.took: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up what a test took to be made ready, to run and to be cleared away."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Keep it."""
        if (kept := _cache(self.config)) and self.took:
            took = {test: round(seconds, 3) for test, seconds in self.took.items()}
            kept.set(KEPT, self.known | took)


def costs_of(config: pytest.Config) -> dict[str, float]:
    """Return the seconds that tests took when they last ran here, as far as that is kept."""
    kept = _cache(config)
    return kept.get(KEPT, {}) if kept else {}


def _cache(config: pytest.Config) -> pytest.Cache | None:
    return getattr(config, "cache", None)  # there is none with `-p no:cacheprovider`


def note(config: pytest.Config) -> None:
    """Have the costs of this run noted, in the one process that hears of all tests."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Costs(config))


def arrange(items: list[pytest.Item], costs: Mapping[str, float]) -> None:
    """Put what took long first: the engines and folders by their longest file, the files of a folder by what each took.

    The files of a folder stay together, since they have fixtures in common. Where nothing is known of what they took,
    what is known to be long goes first. What takes an engine's schema away comes last of what is asked of it, since the
    engine forgets its plans with it.
    """
    took, longest = defaultdict[str, float](float), defaultdict[str, float](float)
    first: dict[str, int] = {}
    for number, item in enumerate(items):
        scope = together(item.nodeid)
        took[scope] += costs.get(item.nodeid, 0.0)
        first.setdefault(scope, number)
        first.setdefault(_folder(scope), number)
    for scope, seconds in took.items():
        # Of what is long nothing may be known yet, where only a few files ever ran.
        known = math.inf if not seconds and scope.startswith(LONGEST) else seconds
        longest[_folder(scope)] = max(longest[_folder(scope)], known)

    def turn(item: pytest.Item) -> tuple[float, int, int, float, int, bool]:
        scope = together(item.nodeid)
        folder = _folder(scope)
        place = next((n for n, start in enumerate(LONGEST) if scope.startswith(start)), len(LONGEST))
        return -longest[folder], place, first[folder], -took[scope], first[scope], "bare_engine" in _fixtures(item)

    items.sort(key=turn)


def _folder(scope: str) -> str:
    return scope.rpartition("/")[0] or scope


def _fixtures(item: pytest.Item) -> Sequence[str]:
    return getattr(item, "fixturenames", ())


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
