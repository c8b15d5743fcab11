"""What tests cost in seconds of processor, which a busy machine does not change: `make test ARGS="-p tests.costs"`.

Prints what each file took, itself and in the programs that it started (engines, browsers, commands), and the dearest
tests. Several files may share what the first of them started: what an engine does for a test counts for that test's
file, its start for the file that came first.
"""

import contextlib
import resource
import time
from collections import defaultdict
from collections.abc import Generator
from typing import Any

import psutil
import pytest

MOST = 40
"""How many files and tests are printed."""


def in_all() -> tuple[float, float]:
    """Return the seconds that this process has taken, and those of everything that it started."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    others = ended.ru_utime + ended.ru_stime
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            others += sum(process.cpu_times()[:4])
    return time.process_time(), others


class Costs:
    """Adds up what tests take: in a worker its own, in the process that gives out the work those of all."""

    def __init__(self) -> None:
        """Begin."""
        self.files: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        """By file: seconds of this process, of others, and how many tests."""
        self.tests: dict[str, float] = {}
        self._before = in_all()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, Any, Any]:
        """Measure a test, and what was started at the end of its file: a look at other processes takes long."""
        began = time.process_time()
        result = yield
        self.tests[item.nodeid] = time.process_time() - began
        file = _file(item)
        self.files[file][2] += 1
        if nextitem is None or _file(nextitem) != file:
            now = in_all()
            self.files[file][0] += now[0] - self._before[0]
            self.files[file][1] += now[1] - self._before[1]
            self._before = now
        return result

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over what was found, in a worker."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["costs"] = [dict(self.files), self.tests]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker found."""
        files, tests = getattr(node, "workeroutput", {}).get("costs", ({}, {}))
        self.tests |= tests
        for file, found in files.items():
            self.files[file] = [one + other for one, other in zip(self.files[file], found, strict=True)]

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print the dearest first."""
        say = terminalreporter.write_line
        terminalreporter.section("seconds of processor")
        groups: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        for file, found in self.files.items():
            parts = file.split("/")
            for name in ("together", "/".join(parts[:2]) if len(parts) > 2 else file):
                groups[name] = [one + other for one, other in zip(groups[name], found, strict=True)]
        for title, rows in (("group", groups), ("file", self.files)):
            say(f"{'own':>8} {'started':>8} {'tests':>6}  {title}")
            for name, (own, others, count) in sorted(rows.items(), key=lambda row: -sum(row[1][:2]))[:MOST]:
                say(f"{own:8.1f} {others:8.1f} {count:6.0f}  {name}")
        say(f"{'own':>8}  test")
        for name, own in sorted(self.tests.items(), key=lambda row: -row[1])[:MOST]:
            say(f"{own:8.2f}  {name}")


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


def pytest_configure(config: pytest.Config) -> None:
    """Measure this run."""
    config.pluginmanager.register(Costs(), "costs")
