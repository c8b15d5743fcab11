"""Several processes that serve the site on one port, and the one that starts, watches and stops them.

The first starts alone: it starts the database, fills it and says where the site is. The others find the database
through the data folder, as every command does. What each keeps agrees with the others through the version of the data.
This module stays light: the watching process needs nothing of the site.
"""

import os
import signal
import socket
import sys
import tempfile
import threading
import time
from contextlib import suppress
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import SpawnProcess
from types import FrameType

import structlog
import typer

from app.commands.listening import address_of, listen_for_each
from app.errors import DatabaseUnavailable
from app.logs import set_up_logs
from app.settings import Settings
from app.store.embedded import EmbeddedEngine

log = structlog.get_logger()

MEASURES = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which processes find the folder in which they count together."""
AT_ONCE = 5.0
"""Seconds: a process that ended sooner is started again only after as long."""
STOPPING = 15.0
"""Seconds that processes have to end by themselves."""


class _Worker:
    """One of the processes, started again when it ends."""

    def __init__(self, settings: Settings, listening: socket.socket, address: str, number: int) -> None:
        self._settings, self._listening, self._address, self._number = settings, listening, address, number
        self.process: SpawnProcess
        self.ready: connection.Connection
        self.start()

    def start(self) -> None:
        """Start the process; `ready` has something to read once it answers."""
        context = get_context("spawn")
        self.ready, theirs = context.Pipe(duplex=False)
        self.started = time.monotonic()
        given = (self._settings, self._listening, self._address, self._number, theirs)
        self.process = context.Process(target=serve_as_worker, args=given, name=f"worker {self._number}")
        self.process.start()
        theirs.close()

    def wait_ready(self, stop: connection.Connection) -> bool:
        """Wait until the process answers; False when it ended instead, or all are to stop."""
        done = connection.wait([self.ready, self.process.sentinel, stop])
        if stop in done:
            return False
        if self.ready in done and _received(self.ready):
            return True
        self.process.join(STOPPING)
        return False


def _received(ready: connection.Connection) -> bool:
    try:
        return bool(ready.recv())
    except EOFError:
        return False


def serve_by_workers(settings: Settings) -> None:
    """Serve with as many processes as are set, until told to stop by SIGTERM, SIGINT or the terminal's end."""
    set_up_logs(settings)
    sockets = listen_for_each(settings, settings.workers)
    address = address_of(settings, sockets[0])
    engine = None if settings.neo4j_uri else EmbeddedEngine(settings.data_dir)
    if engine:
        # It is held here too, so that it goes on when a process ends and is started again.
        threading.Thread(target=_hold, args=[engine], daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="partnerships-measures-") as measures:
        os.environ[MEASURES] = measures
        stop = _stop_on_signals()
        workers: list[_Worker] = []
        try:
            for number, listening in enumerate(sockets):
                workers.append(_Worker(settings, listening, address, number))
                if number == 0 and not workers[0].wait_ready(stop):
                    break
            else:
                _watch(workers, stop)
        finally:
            code = _end(workers)
            if engine:
                engine.release()
    if code:
        raise typer.Exit(code)


def _hold(engine: EmbeddedEngine) -> None:
    with suppress(DatabaseUnavailable):  # which the first process meets as well, and says
        engine.acquire()


def _stop_on_signals() -> connection.Connection:
    """Return what can be read from once a signal has asked to stop."""
    reading, writing = get_context("spawn").Pipe(duplex=False)

    def asked(number: int, frame: FrameType | None) -> None:
        writing.send(number)

    for each in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
        signal.signal(each, asked)
    return reading


def _watch(workers: list[_Worker], stop: connection.Connection) -> None:
    """Start again whatever ends, until all are to stop."""
    while not stop.poll():
        connection.wait([stop, *(worker.process.sentinel for worker in workers)])
        for worker in workers:
            if stop.poll() or worker.process.is_alive():
                continue
            code = worker.process.exitcode
            log.warning("a process of the site has ended and is started again", name=worker.process.name, code=code)
            if time.monotonic() - worker.started < AT_ONCE and stop.poll(AT_ONCE):
                return
            worker.start()


def _end(workers: list[_Worker]) -> int:
    """End every process, by force when it does not end by itself; return the exit code of one that failed to start."""
    codes = [worker.process.exitcode for worker in workers]
    for worker in workers:
        if worker.process.is_alive():
            worker.process.terminate()
    deadline = time.monotonic() + STOPPING
    for worker in workers:
        worker.process.join(max(0.0, deadline - time.monotonic()))
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
    return next((code for code in codes if code and code > 0), 0)


def serve_as_worker(
    settings: Settings, listening: socket.socket, address: str, number: int, ready: connection.Connection
) -> None:
    """Serve the site in this process, one of several; tell the one that watches once it answers."""
    from app.commands.serve import serve_on

    # After a graceful end uvicorn sends itself the signal once more: that is the end, and nothing to tell.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: sys.exit(0))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        serve_on(settings, listening, address, greets=number == 0, started=lambda: ready.send(True))
    except typer.Exit as end:
        sys.exit(end.exit_code)


def _end_with_parent() -> None:
    """Ask this process to stop when the one that watches it is gone, in whatever way."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
