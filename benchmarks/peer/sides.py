"""The two sides: our site and the peer, each a process (or a few) over one Neo4j, and what one shot at them gives."""

import json
import math
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.settings import Settings
from benchmarks.peer.questions import Body
from benchmarks.serving import OFTEN, cpu_seconds, family_of, serving
from tests.neo4j.server import free_port

FOLDER = Path(__file__).parent
WORKERS = "PARTNERSHIPS_WORKERS"
PATIENCE = 10
"""How often a side is asked, a second between, until it answers at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """A server that answers questions by POST."""

    name: str
    url: str
    process: psutil.Process

    @property
    def family(self) -> list[psutil.Process]:
        """Its processes."""
        return family_of(self.process)


@dataclass(frozen=True, slots=True)
class Shot:
    """What some seconds of asking came to; times are milliseconds, those of processors for each request."""

    rate: float
    p50: float
    p95: float
    server: float
    database: float
    asked: int
    failed: int


def install() -> None:
    """Fetch the peer and what asks, unless they are there: from the lock file, in a folder of their own."""
    lock, stamp = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        quietly = "--ignore-scripts --no-audit --no-fund --loglevel=error".split()
        subprocess.run(["npm", "ci", "--prefix", str(FOLDER), *quietly], check=True)
        stamp.touch()


@contextmanager
def our_side(settings: Settings, workers: int) -> Iterator[Side]:
    """Run the site with so many workers."""
    with serving(settings, {**OFTEN, WORKERS: str(workers)} if workers > 1 else OFTEN) as site:
        yield Side("ours", f"{site.address}/graphql", site.process)


@contextmanager
def the_peer(settings: Settings, workers: int) -> Iterator[Side]:
    """Run the peer with so many workers."""
    port = free_port()
    environment = os.environ | {
        "NODE_ENV": "production",
        "NEO4J_URI": settings.neo4j_uri,
        "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "PORT": str(port),
        "PEER_WORKERS": str(workers),
    }
    process = subprocess.Popen(["node", FOLDER / "server.mjs"], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        assert any(line.strip() == "ready" for line in process.stdout), "the peer did not start"
        yield Side("peer", f"http://127.0.0.1:{port}/", psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=20)


def shoot(side: Side, bodies: Sequence[Body], database: int | None, *, seconds: float, connections: int) -> Shot:
    """Ask one side for some seconds over some connections; `database` is the process of the database."""
    command = ["node", str(FOLDER / "shoot.mjs"), side.url, str(connections), str(seconds)]
    behind = [psutil.Process(database)] if database else []
    before = cpu_seconds(side.family), cpu_seconds(behind)
    said = subprocess.run(command, input=json.dumps(list(bodies)), capture_output=True, text=True, check=True)
    after = cpu_seconds(side.family), cpu_seconds(behind)
    found = json.loads(said.stdout)
    asked = max(1, found["asked"])
    server, engine = ((late - early) * 1000 / asked for early, late in zip(before, after, strict=True))
    p50, p95 = (found[each] or math.nan for each in ("p50", "p95"))  # nothing came back
    return Shot(found["rate"], p50, p95, server, engine, found["asked"], found["failed"])


def answer(side: Side, body: Body) -> Body:
    """Ask one thing once, and see that it is answered without errors."""
    request = urllib.request.Request(  # noqa: S310 - a server that we started
        side.url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    said = ""
    for _ in range(PATIENCE):
        try:
            with urllib.request.urlopen(request, timeout=60) as answered:  # noqa: S310
                said = answered.read().decode()
        except urllib.error.HTTPError as error:  # a server that has just started may ask to come again
            said = error.read().decode()
        found: Body = json.loads(said)
        if "errors" not in found:
            return found
        time.sleep(1)
    raise SystemExit(f"{side.name} does not answer: {said[:500]}")
