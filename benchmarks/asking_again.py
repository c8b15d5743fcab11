"""What it costs to be asked again what was asked before: processor time a request, of the server and its database.

`python -m benchmarks.asking_again --engine neo4j-5.26.16 --workers 2`; it asks about the seeds of the project.
"""

import argparse
import http.client
import json
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil

from app.settings import Settings
from benchmarks.engines import SMALLER, running_engine
from benchmarks.serving import OFTEN, Site, cpu_seconds, family_of, serving

QUERY = """{ organization(id: "bromley/council-on-ageing") {
  name posts { id role heldBy holders { holder { __typename } } } } }"""
"""A body with its seats, of the seeds."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked again and again."""

    name: str
    request: bytes
    expected: bytes
    """How the answer begins."""


def questions(address: str) -> list[Question]:
    """Return what is asked, each as the bytes that are sent."""
    host = urlsplit(address).netloc
    body = json.dumps({"query": QUERY}).encode()

    def get(path: str, *headers: str) -> bytes:
        lines = [f"GET {path} HTTP/1.1", f"host: {host}", "accept-encoding: br, gzip", *headers]
        return "\r\n".join([*lines, "", ""]).encode()

    sent = ("POST /graphql HTTP/1.1", f"host: {host}", "content-type: application/json", f"content-length: {len(body)}")
    post = "\r\n".join([*sent, "", ""])
    asked = f"/graphql?query={quote(QUERY)}"
    known = [f"if-none-match: {_tag(host, path)}" for path in ("/bromley", asked)]
    return [
        Question("POST /graphql, kept", post.encode() + body, b"HTTP/1.1 200"),
        Question("GET /graphql, kept", get(asked), b"HTTP/1.1 200"),
        Question("GET /graphql, 304", get(asked, known[1]), b"HTTP/1.1 304"),
        Question("a page, kept", get("/bromley"), b"HTTP/1.1 200"),
        Question("a page, 304", get("/bromley", known[0]), b"HTTP/1.1 304"),
        Question("/static, 304", get("/static/css/base.css", "if-none-match: *"), b"HTTP/1.1 304"),
        Question("/healthz", get("/healthz"), b"HTTP/1.1 200"),
    ]


def _tag(host: str, path: str) -> str:
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", path, headers={"accept-encoding": "br, gzip"})
    answer = connection.getresponse()
    answer.read()
    tag = answer.headers["etag"]
    connection.close()
    return str(tag)


def shoot(address: tuple[str, int], request: bytes, expected: bytes, times: int, connections: int) -> None:
    """Ask over some connections at once, each the next time when it has been answered."""

    def ask() -> None:
        with socket.create_connection(address) as asking:
            for _ in range(times // connections):
                asking.sendall(request)
                assert _answer(asking).startswith(expected)

    threads = [threading.Thread(target=ask) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _answer(asking: socket.socket) -> bytes:
    """Read one answer, by the length that it says."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += asking.recv(65536)
    head, _, body = read.partition(b"\r\n\r\n")
    _, found, rest = head.partition(b"content-length: ")
    left = int(rest.split(b"\r\n")[0]) - len(body) if found else 0
    while left > 0:
        left -= len(asking.recv(65536))
    return head


def _shot(site: Site, engine: psutil.Process | None, question: Question, times: int, connections: int) -> str:
    at = urlsplit(site.address)
    assert at.hostname
    assert at.port
    given = ((at.hostname, at.port), question.request, question.expected)
    shoot(*given, 50, 1)
    of_engine = [engine] if engine else []
    before, of_engine_before, start = cpu_seconds(site.family), cpu_seconds(of_engine), time.perf_counter()
    shooting = get_context("spawn").Process(target=shoot, args=(*given, times, connections))
    shooting.start()
    shooting.join()
    assert shooting.exitcode == 0
    seconds = time.perf_counter() - start
    used, of_engine_used = cpu_seconds(site.family) - before, cpu_seconds(of_engine) - of_engine_before
    return (
        f"| {question.name} | {connections} | {used / times * 1000:.3f} | {of_engine_used / times * 1000:.3f}"
        f" | {times / seconds:,.0f} |"
    )


@contextmanager
def _served(asked: argparse.Namespace) -> Iterator[tuple[Site, psutil.Process | None]]:
    with tempfile.TemporaryDirectory() as folder, running_engine(asked.engine, Path(folder), java=SMALLER) as engine:
        settings = engine.settings.model_copy(update={"seeds_dir": Settings().seeds_dir})
        with serving(settings, OFTEN | {"PARTNERSHIPS_WORKERS": str(asked.workers)}) as site:
            of_engine = psutil.Process(engine.pid) if engine.pid else None
            if of_engine is None:
                children = site.process.children(recursive=True)
                of_engine = next((it for it in children if it not in family_of(site.process)), None)
            yield site, of_engine


def main() -> None:
    """Ask each question many times, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="arcadedb", help="or neo4j- and a version")
    parser.add_argument("--times", type=int, default=6000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 8, 32])
    asked = parser.parse_args()
    with _served(asked) as (site, engine):
        print(f"{asked.engine}, {asked.workers} workers, load {psutil.getloadavg()[0]:.1f}")
        print("| asked again | connections | server CPU ms | database CPU ms | requests a second |")
        print("| --- | --- | --- | --- | --- |")
        for question in questions(site.address):
            for connections in asked.connections:
                print(_shot(site, engine, question, asked.times, connections), flush=True)


if __name__ == "__main__":
    main()
