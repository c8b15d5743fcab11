"""The site as its readers have it: a process of its own, and what that process uses."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psutil

from app.settings import Settings

OFTEN = {"PARTNERSHIPS_READ_DEADLINE": "30"}
"""On a busy machine a reader waits rather than being told to come again, which would not be what is measured."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that answers."""

    address: str
    process: psutil.Process

    @property
    def family(self) -> list[psutil.Process]:
        """Its process, and those that it started and that belong to it."""
        return family_of(self.process)


def family_of(process: psutil.Process) -> list[psutil.Process]:
    """Return a process and those that it started, without the engine, which serves others too."""
    mine = [process, *process.children(recursive=True)]
    return [each for each in mine if "app.store.embedded_host" not in _asked(each, "cmdline", [])]


def setting_files(process: psutil.Process) -> bool:
    """Tell whether a process only sets one picture or paper, and ends with it."""
    return any(word.endswith("typesetter.py") for word in _asked(process, "cmdline", []))


def cpu_seconds(processes: Iterable[psutil.Process]) -> float:
    """Return how long processes, with those of theirs that have ended, have had a processor, to 0.01 s."""
    times = [taken for process in processes if (taken := _asked(process, "cpu_times", None))]
    return float(sum(each.user + each.system + each.children_user + each.children_system for each in times))


def memory_of(processes: Iterable[psutil.Process]) -> float:
    """Return how much memory processes have, in MB of 2**20 bytes."""
    found = [memory for process in processes if (memory := _asked(process, "memory_info", None))]
    return float(sum(memory.rss for memory in found)) / 2**20


def _asked(process: psutil.Process, what: str, gone: Any) -> Any:
    """Ask a process for something; `gone` when it has ended meanwhile, as one does that has set a file."""
    try:
        return getattr(process, what)()
    except psutil.NoSuchProcess:
        return gone


@contextmanager
def serving(settings: Settings, more: Mapping[str, str] = OFTEN) -> Iterator[Site]:
    """Start the site over a database; `more` settings by the names of their variables."""
    environment = os.environ | {
        "PARTNERSHIPS_PORT": "0",
        "PARTNERSHIPS_DATA_DIR": str(settings.data_dir),
        "PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir),
        "PARTNERSHIPS_NEO4J_URI": settings.neo4j_uri,
        "PARTNERSHIPS_NEO4J_USER": settings.neo4j_user,
        "PARTNERSHIPS_NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        **more,
    }
    # A site that starts again finds its Python files compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "app.cli", "serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        address = next((line.split()[-1] for line in process.stdout if "Partnership Explorer is at" in line), "")
        assert address, "the site did not start"
        yield Site(address, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=30)
