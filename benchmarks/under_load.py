"""`make bench ARGS="--load"`: fifty readers who ask for everything at once, and what becomes of the site meanwhile."""

import asyncio
import multiprocessing
import os
import random
import time
from argparse import Namespace
from collections import defaultdict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from benchmarks.addresses import PAGES, PICTURES, Kind
from benchmarks.asking_http import Answer, Reader
from benchmarks.engines import filled_engine
from benchmarks.measuring import percentile
from benchmarks.serving import Site, cpu_seconds, memory_of, serving, setting_files

PAUSE = 0.05
"""Seconds between two looks at whether the site lives."""


@dataclass(slots=True)
class Seen:
    """What readers saw of one kind of address."""

    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    wrong: list[str] = field(default_factory=list)

    def note(self, answer: Answer, path: str) -> None:
        """Note an answer, and whether a refusal says what it ought to."""
        self.times.append(answer.seconds)
        self.statuses[answer.status] += 1
        refusal = answer.status == 503 and answer.headers.get("retry-after") and answer.body
        if answer.status != 200 and not refusal:
            self.wrong.append(f"{answer.status} at {path}: {answer.body[:200]!r}")


def measure_load(asked: Namespace) -> None:
    """Start the site over each engine, let everybody ask, and print what they saw."""
    for engine in asked.engines.split(","):
        kept = Path(asked.data) if asked.data else None
        with filled_engine(engine, asked.places, kept) as started, serving(started.settings) as site:
            print(f"\n{engine}, {asked.places} places, {asked.clients} readers, {asked.seconds:g} s; ", end="")
            print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
            _report(site, asked)


def _report(site: Site, asked: Namespace) -> None:
    # What a database has not planned yet it plans now; no reader of a site that is in use waits for that.
    asyncio.run(_once_each(site.address, asked.places))
    ours, theirs = multiprocessing.Pipe()
    crowd = multiprocessing.get_context("spawn").Process(target=_crowd, args=(site.address, vars(asked), theirs))
    before, begin = cpu_seconds(site.family), time.perf_counter()
    crowd.start()
    lives, memory, files = asyncio.run(_watch(site, crowd, ours))
    seen: dict[str, Seen] = ours.recv()
    crowd.join()
    used, lasted = cpu_seconds(site.family) - before, time.perf_counter() - begin
    asked_for = sum(len(each.times) for each in seen.values())
    print(f"{asked_for} answers, {asked_for / lasted:.0f} a second; the site had {used / lasted:.2f} processors")
    print(f"/healthz: {len(lives)} looks, p50 {percentile(lives, 50) * 1000:.0f} ms, ", end="")
    print(f"p95 {percentile(lives, 95) * 1000:.0f}, most {max(lives) * 1000:.0f}")
    print(
        f"the site's own memory: {memory[0]:.0f} MB before, {max(memory):.0f} at most, {memory[-1]:.0f} at the end; ",
        end="",
    )
    print(f"beside it, of processes that set pictures and papers, {max(files):.0f} at most")
    print("\n| kind | answered | told to come again | p50 ms | p95 ms |\n| --- | --- | --- | --- | --- |")
    for name, each in seen.items():
        p50, p95 = (percentile(each.times, share) * 1000 if len(each.times) > 1 else 0 for share in (50, 95))
        print(f"| {name} | {each.statuses[200]} | {each.statuses[503]} | {p50:.0f} | {p95:.0f} |")
    for wrong in [it for each in seen.values() for it in each.wrong][:10]:
        print(f"WRONG: {wrong}")


async def _once_each(address: str, places: int) -> None:
    reader = Reader(address)
    for kind in (*PAGES, *PICTURES):
        for _ in range(3):
            if (await reader.get(kind.address(places - 1))).status == 200:
                break
    reader.close()


async def _watch(site: Site, crowd: BaseProcess, done: Connection) -> tuple[list[float], list[float], list[float]]:
    """Look whether the site lives, how large it is, and what sets its files, until the crowd has gone."""
    lives, memory, files = [], [], []
    reader = Reader(site.address)
    while crowd.is_alive() and not done.poll():
        lives.append((await reader.get("/healthz")).seconds)
        family = site.family
        setters = [each for each in family if setting_files(each)]
        memory.append(memory_of(each for each in family if each not in setters))
        files.append(memory_of(setters))
        await asyncio.sleep(PAUSE)
    reader.close()
    return lives, memory, files


def _crowd(address: str, asked: dict[str, object], answer_to: Connection) -> None:
    """Be all the readers: in a process of its own, so that they do not keep whoever watches."""
    seen = asyncio.run(_everybody(address, Namespace(**asked)))
    plain = {name: Seen(it.times, dict(it.statuses), it.wrong) for name, it in seen.items()}
    for each in plain.values():
        each.statuses = {200: 0, 503: 0, **each.statuses}
    answer_to.send(plain)


async def _everybody(address: str, asked: Namespace) -> dict[str, Seen]:
    seen: dict[str, Seen] = {kind.name: Seen() for kind in (*PAGES, *PICTURES)}
    end = time.perf_counter() + asked.seconds
    readers = (_reader(address, random.Random(number), asked.places, end, seen) for number in range(asked.clients))
    await asyncio.gather(*readers)
    return seen


async def _reader(address: str, rng: random.Random, places: int, end: float, seen: dict[str, Seen]) -> None:
    """Ask for one thing after another, of any kind and place."""
    reader = Reader(address)
    kinds: tuple[Kind, ...] = (*PAGES, *PICTURES)
    while time.perf_counter() < end:
        kind = rng.choice(kinds)
        path = kind.address(rng.randrange(places))
        try:
            seen[kind.name].note(await reader.get(path), path)
        except (OSError, asyncio.IncompleteReadError) as error:
            seen[kind.name].wrong.append(f"{type(error).__name__} at {path}")
    reader.close()
