"""The client side of the embedded engine: finds or starts the engine of a data folder, and holds a lease."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import DatabaseUnavailable
from app.store import embedded_state as shared
from app.store.embedded_start import Host, explain_folder, full_disk, is_full, prepare_folder, start_host
from app.store.embedded_state import EngineState, FileLock, StateUnreadable

START_LIMIT = 30.0
"""Seconds that a start may take."""


@dataclass(frozen=True, slots=True)
class EngineAddress:
    """Where a running engine answers Bolt, and as whom to speak to it. Good until the engine ends."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


class EmbeddedEngine:
    """A client's hold on the engine of one data folder.

    The engine is a process of its own, which all clients of the folder share: the first starts it, and it
    stops when the last has left, in whatever way. Every method may be called from any thread.
    """

    def __init__(self, data_dir: Path, *, grace: float = 2.0, heap: str = "512m") -> None:
        """Name the data folder; nothing is started yet.

        If this client is the one that starts the engine, the engine stays `grace` seconds after its last
        client and has `heap` of memory (as Java writes it).
        """
        self.folder = data_dir.absolute()
        self._grace = grace
        self._heap = heap
        self._guard = threading.Lock()
        self._lease: socket.socket | None = None
        self._address: EngineAddress | None = None

    def acquire(self) -> EngineAddress:
        """Find the folder's engine or start it, and hold it until `release`. Blocks for up to 30 s.

        Called again it gives the same address, or a new one if the engine has died since.
        Raises DatabaseUnavailable, with a sentence that says why.
        """
        with self._guard:
            if self._address is not None and self.alive():
                return self._address
            self._leave()
            found = None
            try:
                with contextlib.suppress(StateUnreadable):
                    found = self._find()
                state, self._lease = found or self._find_or_start()
            except OSError as error:
                raise DatabaseUnavailable(explain_folder(self.folder, error)) from error
            uri = f"bolt://{shared.LOOPBACK}:{state.bolt_port}"
            self._address = EngineAddress(uri, shared.USER, state.password, shared.DATABASE)
            return self._address

    def release(self) -> None:
        """Release the engine; it stops soon, unless another client holds it."""
        with self._guard:
            self._leave()

    def alive(self) -> bool:
        """Whether the engine we hold still runs; false if we hold none. Only peeks at a socket."""
        lease = self._lease
        if lease is None:
            return False
        try:
            return lease.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
        except BlockingIOError:
            return True  # nothing to read and not closed: the host holds its end
        except OSError:
            return False

    def trouble(self) -> str:
        """Say what probably keeps the engine from writing, or where it is told."""
        return full_disk(self.folder) if is_full(self.folder) else f"Its log says why: {self.folder / shared.LOG_FILE}."

    def _leave(self) -> None:
        if self._lease is not None:
            self._lease.close()
        self._lease = self._address = None

    def _find(self) -> tuple[EngineState, socket.socket] | None:
        """Take a lease on the engine that the state file names, if it answers."""
        state = shared.read_state(self.folder)
        # Without the look at the process, the token of a dead engine would go to whoever has its port now.
        if state is None or not state.lives:
            return None
        lease = shared.take_lease(state)
        return None if lease is None else (state, lease)

    def _find_or_start(self) -> tuple[EngineState, socket.socket]:
        """Start the engine unless another client does so at this moment; wait until it answers."""
        deadline = time.monotonic() + START_LIMIT
        prepare_folder(self.folder)
        host_lock = FileLock(self.folder / shared.HOST_LOCK)
        host: Host | None = None
        with self._only_starter(deadline):
            while time.monotonic() < deadline:
                try:
                    if found := self._find():
                        return found
                except StateUnreadable as error:
                    if host_lock.is_held():
                        raise DatabaseUnavailable(self._explain_state()) from error
                status = None if host is None else host.process.poll()
                # A held lock without an answer: an engine that is starting, possibly by a client that was
                # killed meanwhile, or one that is closing its database. Either way it is worth waiting for.
                if (host is None or status is not None) and not host_lock.is_held():
                    if host is not None and status not in (None, shared.ALREADY_HOSTED):
                        raise DatabaseUnavailable(host.explain_end())
                    shared.remove_state(self.folder)  # left by an engine that was killed
                    host = start_host(self.folder, self._grace, self._heap)
                time.sleep(0.02)
        raise DatabaseUnavailable(self._explain_silence())

    @contextlib.contextmanager
    def _only_starter(self, deadline: float) -> Iterator[None]:
        lock = FileLock(self.folder / shared.START_LOCK)
        while not lock.take():
            if time.monotonic() >= deadline:
                raise DatabaseUnavailable(self._explain_silence())
            time.sleep(0.02)
        try:
            yield
        finally:
            lock.give_back()

    def _explain_state(self) -> str:
        return (
            f"An engine runs on {self.folder}, but its {shared.STATE_FILE} is damaged or of another "
            "version: stop every command that uses this folder, then try again."
        )

    def _explain_silence(self) -> str:
        log = self.folder / shared.LOG_FILE
        return f"The embedded database did not answer within {START_LIMIT:.0f} s. Its log is {log}."
