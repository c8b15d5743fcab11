"""`make bench ARGS="--pages"`: what each kind of page costs the site: the first time, and asked for again.

Pages are asked of the application itself, without a socket between, so that the time of its process is that of the
page. "First" is with nothing kept of any place, as after a load; names and lists, which are read once for each version
of the data, stay.
"""

import asyncio
import cProfile
import os
import pstats
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fastapi import FastAPI
from uvicorn.loops.auto import auto_loop_factory

from app.main import create_app
from app.reading.explorer import Explorer
from app.reading.shelved_files import drawings_in
from app.settings import Settings
from benchmarks.addresses import PAGES, PICTURES, Kind
from benchmarks.engines import filled_engine
from benchmarks.measuring import percentile

WARM_UP = 3
"""Pages of each kind before anything is noted."""
Times = list[tuple[float, float]]
"""Seconds of the processor, and of the clock."""


def measure_pages(asked: Namespace) -> None:
    """Print a table an engine."""
    kinds = [kind for kind in (*PAGES, *PICTURES) if not asked.kinds or kind.name in asked.kinds.split(",")]
    for engine in asked.engines.split(","):
        kept = Path(asked.data) if asked.data else None
        with filled_engine(engine, asked.places, kept) as started:
            print(f"\n{engine}, {asked.places} places; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
            with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
                runner.run(_measure(started.settings, kinds, asked))


async def _measure(settings: Settings, kinds: Sequence[Kind], asked: Namespace) -> None:
    app = create_app(settings.model_copy(update={"read_deadline": 30.0}))
    async with app.router.lifespan_context(app) as state:
        explorer: Explorer = state["explorer"]  # type: ignore[index] # what the lifespan of this app yields
        await asyncio.sleep(5)  # what is planned and imported beside the first pages
        print("| kind | kB | first: CPU ms p50, p95 | time ms p50, p95 | again: CPU ms p50, p95 | time ms p50, p95 |")
        print("| --- | --- | --- | --- | --- | --- |")
        for kind in kinds:
            size, first, again = 0, [], []
            for number in range(WARM_UP + asked.pages):
                path = kind.address(number % asked.places)
                forget_places(explorer)
                noted = number >= WARM_UP
                with profiled(asked.profile and noted and number % 10 == 3, kind.name):
                    one, size = await timed(app, state, path)
                other, _ = await timed(app, state, path)
                if noted:
                    first.append(one)
                    again.append(other)
            print(f"| {kind.name} | {size / 1000:.0f} | {_said(first)} | {_said(again)} |", flush=True)


def forget_places(explorer: Explorer) -> None:
    """Drop what is kept of any place or page, on disk too; what there is one of for all of the data stays."""
    drawings_in(explorer.settings.data_dir).clear()
    for shelf in explorer.kept.shelves:
        if shelf.room > 1:
            explorer.kept[shelf].forget()


async def timed(app: FastAPI, state: Any, path: str) -> tuple[tuple[float, float], int]:
    """Ask for an address; return the seconds of the processor and of the clock, and the size of the answer."""
    where = urlsplit(path)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(where.path),
        "raw_path": where.path.encode(),
        "root_path": "",
        "query_string": where.query.replace(" ", "%20").encode(),
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": dict(state),
    }
    status, size = 0, 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status, size
        status = message.get("status", status)
        size += len(message.get("body", b""))

    begin, used = time.perf_counter(), time.process_time()
    await app(scope, receive, send)
    took = time.process_time() - used, time.perf_counter() - begin
    assert status == 200, f"{status} at {path}"
    return took, size


@contextmanager
def profiled(wanted: bool, name: str) -> Iterator[None]:
    """Print where the time goes, by function, of what stands on the event loop."""
    if not wanted:
        yield
        return
    profile = cProfile.Profile()
    with profile:
        yield
    print(f"\n{name}")
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    pstats.Stats(profile).sort_stats("cumtime").print_stats(45)


def _said(times: Times) -> str:
    return " | ".join(
        ", ".join(f"{percentile(each, share) * 1000:.1f}" for share in (50, 95)) for each in zip(*times, strict=True)
    )
