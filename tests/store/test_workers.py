"""Several processes on one port: a load by another is seen by all, one that dies is started again, a stop leaves none."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2 as httpx
import psutil
import pytest

from tests.store.test_starts import CLI, environment

PLACE = """
place: alpha
sources: [{id: minutes, title: Minutes}]
organizations:
  - {id: board, name: %s, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
"""
TRIES = 40
"""Connections, each of its own: that all of them meet one process of two does not happen."""


class Site:
    """A site of two processes over an engine of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seeds = folder, folder / "seeds"
        self.seeds.mkdir()
        (self.seeds / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}]")
        self.write("First Board")
        self.environment = environment(folder, workers="2", seeds_dir=str(self.seeds), read_deadline="15")
        self.said = folder / "said.txt"
        with self.said.open("w") as said:
            self.process = subprocess.Popen([*CLI, "serve"], env=self.environment, cwd=folder, stdout=said, stderr=said)
        self.watching = psutil.Process(self.process.pid)
        until(
            lambda: self.process.poll() is not None or "Ctrl-C stops it." in self.said.read_text(), self.said.read_text
        )
        assert self.process.poll() is None, self.said.read_text()
        self.address = self.said.read_text().split("Partnership Explorer is at ")[1].split()[0]
        until(lambda: len(self.workers()) == 2, self.said.read_text)

    def write(self, name: str) -> None:
        (self.seeds / "alpha.yaml").write_text(PLACE % name)

    def workers(self) -> list[psutil.Process]:
        return [each for each in self.watching.children() if "spawn_main" in _command(each)]

    def titles(self) -> set[str]:
        """Return what many readers, each on a connection of its own, are told the board is called."""
        asked = {"query": '{ organization(id: "alpha/board") { name } }'}
        answers = [httpx.post(f"{self.address}/graphql", json=asked, timeout=30) for _ in range(TRIES)]
        return {answer.json()["data"]["organization"]["name"] for answer in answers}

    def everything(self) -> list[psutil.Process]:
        return [self.watching, *self.watching.children(recursive=True)]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def until(holds: Callable[[], bool], said: Callable[[], str], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, said()
        time.sleep(0.05)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Site]:
    """Serve with two processes; afterwards none is left, whatever happened."""
    site = Site(tmp_path)
    everything = site.everything()
    yield site
    if site.process.poll() is None:
        site.process.terminate()
    site.process.wait(60)
    _, alive = psutil.wait_procs(everything, timeout=30)
    assert alive == []


def test_a_load_is_seen_by_all_and_a_stop_leaves_none(two: Site) -> None:
    assert two.said.read_text().count("Partnership Explorer is at") == 1
    assert two.titles() == {"First Board"}
    two.write("Second Board")
    alone = two.environment | {"PARTNERSHIPS_WORKERS": "1"}
    loaded = subprocess.run([*CLI, "load", str(two.seeds)], env=alone, capture_output=True, text=True, check=False)
    assert loaded.returncode == 0, loaded.stderr
    assert two.titles() == {"Second Board"}
    measured = httpx.get(f"{two.address}/metrics").text
    counted = [line for line in measured.splitlines() if line.startswith("partnerships_request_seconds_count")]
    assert sum(float(line.split()[-1]) for line in counted if 'route="/graphql"' in line) == 2 * TRIES
    died = two.workers()[0]
    died.kill()
    until(lambda: len(two.workers()) == 2 and died not in two.workers(), two.said.read_text)
    assert two.titles() == {"Second Board"}
    everything = two.everything()
    two.process.send_signal(signal.SIGTERM)
    assert two.process.wait(60) == 0
    _, alive = psutil.wait_procs(everything, timeout=30)
    assert alive == []
    assert "Traceback" not in two.said.read_text()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_none_is_left_when_the_one_that_watches_is_gone(two: Site, how: signal.Signals) -> None:
    everything = two.everything()
    two.process.send_signal(how)
    two.process.wait(60)
    _, alive = psutil.wait_procs(everything, timeout=60)
    assert alive == []
    assert "Traceback" not in two.said.read_text()


def test_what_keeps_it_from_starting_is_said_once(tmp_path: Path) -> None:
    given = environment(tmp_path, workers="2", neo4j_uri="bolt://127.0.0.1:9")
    ended = subprocess.run(
        [sys.executable, "-m", "app.cli", "serve"], env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 3
    assert ended.stderr.count("No database answers at bolt://127.0.0.1:9.") == 1
    assert "Traceback" not in ended.stderr
