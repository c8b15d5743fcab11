"""Runs Neo4j Community without Docker: for the tests, and for `make neo4j`.

The jars come from Maven Central (`pom.xml`, `fetching.py`); `Neo4jServer.java` starts them on one loopback port.
"""

import argparse
import contextlib
import hashlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import neo4j

from tests.neo4j.fetching import CURRENT, LTS, Neo4jMissing, archive, compile_main, fetch, java_for, require_java

__all__ = ["CURRENT", "LTS", "Neo4jFailed", "Neo4jMissing", "Neo4jServer", "fetch", "java_for", "running"]

START_LIMIT = 180.0
STOP_LIMIT = 20.0
READY = "Neo4j is ready"

JAVA = ["--add-opens=java.base/java.nio=ALL-UNNAMED"]
SMALL = ["-Xmx512m", "-XX:+UseSerialGC"]
SHORT_LIVED = [*SMALL, "-XX:TieredStopAtLevel=1"]
"""Compile quickly rather than well: on a busy machine this halves the start."""

SETTINGS = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.telemetry.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size={pagecache}
# Otherwise each database takes 256 MB of disk for its first transaction.
db.tx_log.preallocate=false
# Otherwise it says goodbye for 10 s. The name differs by version, and each knows only one.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
server.config.strict_validation.enabled=false
"""
KEPT_PLANS = """\
dbms.cypher.min_replan_interval=1d
dbms.cypher.statistics_divergence_threshold=1.0
internal.cypher.use_parameter_size=false
"""
"""Planning is most of what a server does for tests, since each fills the graph and empties it: with these a plan is kept,
whatever the counts of nodes and the lengths of lists have become since.
"""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """A running server: where it answers, as whom to speak to it, and its process."""

    version: str
    uri: str
    user: str
    password: str = field(repr=False)
    pid: int


class Neo4jFailed(RuntimeError):
    """Neo4j is there, but did not start; the message has its last lines."""


@contextlib.contextmanager
def running(
    version: str,
    data: Path,
    *,
    port: int = 0,
    java_options: Sequence[str] = SHORT_LIVED,
    pagecache: str = "64m",
    more: str = KEPT_PLANS,
) -> Iterator[Neo4jServer]:
    """Run Neo4j on a loopback port (0: a free one) over a data folder, from when Bolt answers to the block's end.

    What is not given is as tests want it. The password is made with the folder and kept in it. Raises Neo4jMissing if it
    cannot be run here, Neo4jFailed if it does not start.
    """
    port = free_port(port)
    data = data.absolute()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    password = the_password(data)
    settings = data / "neo4j.conf"
    settings.write_text(SETTINGS.format(port=port, pagecache=pagecache) + more, encoding="utf-8")
    classpath = f"{fetch(version)}/*{os.pathsep}{compile_main(version)}"
    shared = [f"-XX:SharedArchiveFile={file}"] if (file := archive(version)).exists() else []
    options = [*JAVA, *java_options, *shared, "-cp", classpath]
    log = data / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(require_java(version)), *options, "Neo4jServer", str(data), str(settings)],
            stdin=subprocess.PIPE,  # closed when we end, even by kill -9: then the server ends too
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=data,
            start_new_session=True,  # a terminal's Ctrl-C is for us, who stop the server in order
        )
    try:
        server = Neo4jServer(version, f"bolt://127.0.0.1:{port}", "neo4j", password, process.pid)
        wait_until_ready(process, log)
        ask_once(server)
        yield server
    finally:
        stop(process)


def wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the server's word that it is up; raises Neo4jFailed if none comes."""
    deadline = time.monotonic() + START_LIMIT
    while READY not in (text := log.read_text(encoding="utf-8", errors="replace")):
        if process.poll() is not None or time.monotonic() > deadline:
            last = "\n".join(text.splitlines()[-15:])
            raise Neo4jFailed(f"Neo4j did not start; the last lines of {log}:\n{last}")
        time.sleep(0.1)


def ask_once(server: Neo4jServer) -> None:
    """Make sure that Bolt answers a query, with the password."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("RETURN 1", database_="neo4j")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, and see that it does."""
    process.terminate()
    try:
        process.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdin is not None
    process.stdin.close()


def free_port(wanted: int = 0) -> int:
    """Find a loopback port that nobody listens on, or make sure of the one that is wanted."""
    try:
        with socket.create_server(("127.0.0.1", wanted)) as listener:
            return int(listener.getsockname()[1])
    except OSError as error:
        raise Neo4jFailed(f"Port {wanted} cannot be had ({error.strerror}): choose another.") from error


def the_password(data: Path) -> str:
    """Return the password of the data folder; a new folder gets one, and the file that tells Neo4j its hash.

    Neo4j reads that file, in the form that `neo4j-admin dbms set-initial-password` writes, at its very first
    start. Setting a password by a query would make each start some 6 s longer.
    """
    file = data / "password"
    if not file.exists():
        password, salt = secrets.token_hex(16), secrets.token_bytes(32)
        digest = hashlib.sha256(salt + password.encode()).digest()
        for _ in range(1023):
            digest = hashlib.sha256(digest).digest()
        initial = data / "data" / "dbms" / "auth.ini"
        initial.parent.mkdir(parents=True, exist_ok=True)
        initial.write_text(f"neo4j:SHA-256,{digest.hex().upper()},{salt.hex().upper()},1024:\n", encoding="utf-8")
        file.touch(mode=0o600)
        file.write_text(password, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def fetch_for_tests() -> None:
    """Fetch each version that this machine's Java can run, or raise Neo4jMissing if there is none."""
    for version in (LTS, CURRENT):
        if version == LTS or java_for(version):
            compile_main(version)


def main() -> int:
    """Run a server until Ctrl-C, and say how to use it."""
    parser = argparse.ArgumentParser(prog="python -m tests.neo4j.server", description=main.__doc__)
    parser.add_argument("--version", default=LTS, help=f"Neo4j version (default {LTS}; current {CURRENT})")
    parser.add_argument("--port", type=int, default=7687, help="Bolt port, on 127.0.0.1 (default 7687)")
    parser.add_argument("--data", type=Path, help="data folder (default .data/neo4j-VERSION)")
    parser.add_argument("--fetch", action="store_true", help="only fetch what the tests need")
    options = parser.parse_args()
    data: Path = options.data or Path(".data") / f"neo4j-{options.version}"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    say = sys.stdout.write
    try:
        if options.fetch:
            fetch_for_tests()
            return 0
        say(f"Starting Neo4j {options.version} (the first time it is fetched, which takes a minute) ...\n")
        sys.stdout.flush()
        with running(options.version, data, port=options.port, java_options=SMALL, more="") as server:
            say(
                f"Neo4j {server.version} answers on {server.uri}; its data is in {data}. In another terminal:\n\n"
                f"  export PARTNERSHIPS_NEO4J_URI={server.uri}\n"
                f"  export PARTNERSHIPS_NEO4J_USER={server.user}\n"
                f"  export PARTNERSHIPS_NEO4J_PASSWORD={server.password}\n"
                "  make run\n\nCtrl-C stops it.\n"
            )
            sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        say("\nNeo4j has stopped.\n")
    except (Neo4jMissing, Neo4jFailed) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
