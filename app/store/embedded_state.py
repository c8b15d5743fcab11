"""What the embedded engine's host and its clients share: the state file, the file locks, the proof of life.

In the data folder:

    engine.json   the running engine: process, ports, secrets; written when it answers, gone when it stops
    start.lock    held by the one client that is finding or starting the engine
    host.lock     held by the host for all its life, so that a folder never has two
    turn.lock     held by the one client that changes the database at this moment
    engine.log    what the host and the database say

Lock files stay: deleting one would let two processes hold locks on two files of the same name.
"""

import contextlib
import hmac
import json
import os
import secrets
import socket
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.errors import DatabaseUnavailable

FORMAT = 1
STATE_FILE = "engine.json"
START_LOCK = "start.lock"
HOST_LOCK = "host.lock"
TURN_LOCK = "turn.lock"
LOG_FILE = "engine.log"
DATABASE = "partnerships"
USER = "root"  # the only user ArcadeDB makes by itself
LOOPBACK = "127.0.0.1"

HANDSHAKE_LIMIT = 2.0
"""Seconds that either side of the control port gives the other."""

FAILURE = "The engine failed: "
"""How the host's last log line begins when it could not start; the client repeats the rest of that line."""

ALREADY_HOSTED = 75
"""Exit status of a host that found another host of its folder."""


class StateUnreadable(Exception):
    """The state file is there, but not as this version writes it."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """A running engine, as its state file tells it."""

    pid: int
    started: str
    bolt_port: int
    control_port: int
    password: str = field(repr=False)
    token: str = field(repr=False)
    welcome: str = field(repr=False)

    @classmethod
    def of_this_process(cls, bolt_port: int, control_port: int, password: str) -> "EngineState":
        """Describe the engine in this process, with fresh secrets for the control port."""
        token, welcome = secrets.token_hex(32), secrets.token_hex(32)
        pid = os.getpid()
        return cls(pid, process_started(pid), bolt_port, control_port, password, token, welcome)

    @property
    def lives(self) -> bool:
        """Whether the process that wrote this still runs; its id alone may have passed to another."""
        return self.started != "" and process_started(self.pid) == self.started


def read_state(folder: Path) -> EngineState | None:
    """Read the folder's state file; None if there is none, StateUnreadable if it makes no sense."""
    try:
        text = (folder / STATE_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise StateUnreadable from error
    try:
        fields = json.loads(text)
        if fields.pop("format") != FORMAT:
            raise StateUnreadable
        state = EngineState(**fields)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise StateUnreadable from error
    for name, kind in EngineState.__annotations__.items():
        if type(getattr(state, name)) is not kind:
            raise StateUnreadable
    return state


def write_state(folder: Path, state: EngineState) -> None:
    """Write the state file so that a reader sees all of it or nothing, and nobody else sees it at all."""
    draft = folder / (STATE_FILE + ".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as stream:
        json.dump({"format": FORMAT, **asdict(state)}, stream)
    draft.replace(folder / STATE_FILE)


def remove_state(folder: Path) -> None:
    """Remove the state file of an engine that is gone or going."""
    (folder / STATE_FILE).unlink(missing_ok=True)


def take_lease(state: EngineState) -> socket.socket | None:
    """Connect to a running engine: the open socket is the lease. None if that engine does not answer."""
    try:
        lease = socket.create_connection((LOOPBACK, state.control_port), timeout=HANDSHAKE_LIMIT)
    except OSError:
        return None
    try:
        lease.sendall(state.token.encode() + b"\n")
        with lease.makefile("rb") as answer:
            greeting = answer.readline(len(state.welcome) + 1)
        # Both sides prove themselves, since another process may have come by the port.
        if hmac.compare_digest(greeting.strip(), state.welcome.encode()):
            lease.settimeout(None)
            return lease
    except OSError:
        pass
    lease.close()
    return None


def process_started(pid: int) -> str:
    """Return when a process began, as text to compare; empty if there is none, or only its remains.

    Linux counts clock ticks since boot, which no change of the clock can shift; elsewhere `ps` knows.
    """
    if Path("/proc/self/stat").exists():
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
        except OSError:
            return ""
        # The second field is the program's name in brackets, which may itself hold spaces and brackets.
        fields = stat.rpartition(")")[2].split()
        return "" if fields[0] in "ZX" else fields[19]
    answer = subprocess.run(  # noqa: S603
        ["ps", "-o", "lstart=", "-p", str(pid)],  # noqa: S607 - where it lies differs by system
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
        check=False,
    )
    return answer.stdout.strip()


class FileLock:
    """An exclusive lock on a file, which the system frees when the process that holds it ends."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is locked yet."""
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Try to take the lock, without waiting."""
        try:
            import fcntl  # not on Windows, where the rest of the application still works
        except ImportError as error:
            raise DatabaseUnavailable(
                "The embedded database needs Linux or macOS: name a Neo4j server with PARTNERSHIPS_NEO4J_URI."
            ) from error
        # Python opens files so that no child inherits them: a child with the lock would keep it alive.
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def give_back(self) -> None:
        """Free the lock, if it was taken."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None

    def is_held(self) -> bool:
        """Whether another holds it at this moment."""
        if self.take():
            self.give_back()
            return False
        return True
