"""The process of the embedded engine: runs ArcadeDB for one data folder until its last client has left.

Started by `app.store.embedded` as `python -m app.store.embedded_host DATA_DIR`. A client proves itself on the
control port with the token of the state file and keeps that connection open: the connection is its lease, and
the system closes it even for a client that was killed.
"""

import argparse
import asyncio
import contextlib
import hmac
import json
import os
import secrets
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.store import embedded_state as shared
from app.store.embedded_state import EngineState, FileLock

FIRST_CLIENT = 30.0
"""Seconds to wait for the first client, whose starter may have been killed meanwhile."""

START_LIMIT, STOP_LIMIT = 120.0, 30.0

LOGGING = """\
handlers = java.util.logging.ConsoleHandler
java.util.logging.ConsoleHandler.formatter = com.arcadedb.log.LogFormatter
.level = WARNING
com.arcadedb.level = INFO
"""
"""One log, on the console: ArcadeDB's own settings would write a second one, ten files of 100 MB."""


class Leases:
    """Counts the clients and says when to stop: some time after the last one left, or if none comes."""

    def __init__(self, state: EngineState, grace: float) -> None:
        """Take what clients must know, and the seconds to stay after the last. Needs a running loop."""
        self.over = asyncio.Event()
        self._token, self._welcome = state.token.encode(), state.welcome.encode()
        self._grace, self._count = grace, 0
        self._timer = asyncio.get_running_loop().call_later(FIRST_CLIENT, self.over.set)

    async def hold(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection: check its token, greet it, then wait for it to go."""
        with contextlib.suppress(OSError, TimeoutError, ValueError):
            async with asyncio.timeout(shared.HANDSHAKE_LIMIT):
                line = await reader.readline()
            # An engine that has decided to stop greets nobody: the client will start the next one.
            if hmac.compare_digest(line.strip(), self._token) and not self.over.is_set():
                self._enter()
                try:
                    writer.write(self._welcome + b"\n")
                    while await reader.read(64):
                        pass
                finally:
                    self._leave()
        writer.close()

    def _enter(self) -> None:
        self._timer.cancel()
        self._count += 1

    def _leave(self) -> None:
        self._count -= 1
        if self._count == 0:
            self._timer = asyncio.get_running_loop().call_later(self._grace, self.over.set)


def refuse_damaged_schema(folder: Path) -> None:
    """Raise for a schema that ArcadeDB cannot read, which it would replace by an old or empty one."""
    schema = folder / "databases" / shared.DATABASE / "schema.json"
    try:
        if schema.exists():
            json.loads(schema.read_text(encoding="utf-8"))
    except ValueError as error:
        raise RuntimeError(f"{schema} is damaged: restore a copy of the folder, or use another") from error


def start_database(folder: Path, password: str, heap: str) -> tuple[Any, int]:
    """Start ArcadeDB on free loopback ports; give the server and its Bolt port."""
    settings = folder / "engine-logging.properties"
    settings.write_text(LOGGING, encoding="utf-8")
    refuse_damaged_schema(folder)
    # Each start has a password of its own, so the users of the last start are of no use.
    (folder / "config" / "server-users.jsonl").unlink(missing_ok=True)
    import arcadedb_embedded as arcadedb  # here, since a host that is not needed should end at once

    try:
        arcadedb.jvm.start_jvm(
            heap_size=heap,
            jvm_args=[
                "-Xrs",  # leave signals to Python
                "-XX:+UseSerialGC",  # starts faster and needs less memory than G1
                "-XX:+ExitOnOutOfMemoryError",  # clients start a fresh engine; a crippled one helps nobody
                "-Djava.net.preferIPv4Stack=true",
                f"-Djava.util.logging.config.file={settings}",
            ],
        )
    except arcadedb.ArcadeDBError as error:
        raise RuntimeError(f"Java did not start with {heap} of memory (is there that much free?)") from error
    server = arcadedb.create_server(
        str(folder),
        password,
        config={
            "mode": "production",  # no web console, no file access from queries
            "host": shared.LOOPBACK,  # of every listener: Bolt and HTTP
            "bolt_port": 0,  # 0: a free one
            "http_port": 0,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "txWalFlush": 1,  # a write is on disk before it is acknowledged
            "server_saltIterations": 1,  # slow hashes protect weak passwords; ours has 256 random bits
            "serverMetrics": False,  # half a second of start
            "support_autoRegister": False,
            "opencypher_loadCsv_allowRemoteUrls": False,
        },
    )
    server.start()
    server.create_database(shared.DATABASE)  # or open it
    for plugin in server._java_server.getPlugins():  # the only place that knows the port chosen for 0
        if plugin.getName() == "Neo4j-Bolt":
            return server, int(plugin.getPort())
    raise RuntimeError("the Bolt plugin is missing")


def warm_up(server: Any) -> None:
    """Load the query machinery while the first client is still opening its connection."""
    with contextlib.suppress(Exception):
        server.get_database(shared.DATABASE).query("opencypher", "MATCH (n) RETURN n LIMIT 1")


async def serve(folder: Path, control: socket.socket, state: EngineState, grace: float) -> None:
    """Announce the engine and hold leases until there is nobody left, or SIGTERM asks to stop."""
    leases = Leases(state, grace)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leases.over.set)
    doors = await asyncio.start_server(leases.hold, sock=control, limit=256)
    shared.write_state(folder, state)
    await leases.over.wait()
    shared.remove_state(folder)
    doors.close()


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End the process, hung or not, unless the block is done in time; the write-ahead log keeps the data."""
    timer = threading.Timer(seconds, os._exit, [1])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def main() -> int:
    """Run the engine of the folder given; leaves with 0 after a clean stop."""
    parser = argparse.ArgumentParser(description="Runs the embedded engine of a data folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--grace", type=float, default=2.0, help="seconds to stay after the last client")
    parser.add_argument("--heap", default="512m", help="memory for Java, such as 512m")
    options = parser.parse_args()
    folder: Path = options.folder.absolute()
    os.umask(0o077)
    os.chdir(folder)  # ArcadeDB and Java put crash reports in ./log
    # A terminal's Ctrl-C or hang-up is for the client, which leaves in its own way.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    lock = FileLock(folder / shared.HOST_LOCK)
    if not lock.take():
        return shared.ALREADY_HOSTED
    try:
        with at_most(START_LIMIT):
            password = secrets.token_hex(32)
            server, bolt_port = start_database(folder, password, options.heap)
        with socket.create_server((shared.LOOPBACK, 0)) as control:
            state = EngineState.of_this_process(bolt_port, control.getsockname()[1], password)
            threading.Thread(target=warm_up, args=[server], daemon=True).start()
            asyncio.run(serve(folder, control, state, options.grace))
        with at_most(STOP_LIMIT):
            server.stop()
    except Exception as error:  # whatever it was: the client needs one line, the log has the rest
        traceback.print_exc()
        sys.stderr.write(shared.FAILURE + (str(error) or type(error).__name__).splitlines()[0] + "\n")
        return 1
    return 0


if __name__ == "__main__":
    # The database is closed by then; taking Java apart in order would keep the next start waiting for nothing.
    os._exit(main())
