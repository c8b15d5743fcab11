"""`make bench ARGS="--peer"`: the API beside @neo4j/graphql, in turn, on one Neo4j; the whole table, and its noise."""

import math
import os
import statistics
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from app.settings import Settings
from benchmarks.engines import Engine, filled_engine
from benchmarks.peer.alone import measure_one_connection
from benchmarks.peer.questions import Question, questions
from benchmarks.peer.sides import Shot, Side, answer, install, our_side, shoot, the_peer
from tests.neo4j.server import LTS

WARM_UP = 5.0
"""Seconds of asking before anything is noted, so that both sides and the database have compiled what they run."""
ENOUGH, MOST_WARM_UPS = 50, 4
"""How many answers that is at least, unless it takes very long."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two shots, one just after the other."""

    ours: Shot
    peers: Shot

    @property
    def ratio(self) -> float:
        """Our requests a second to the peer's."""
        return self.ours.rate / self.peers.rate if self.peers.rate else math.nan


def measure_beside_peer(asked: Namespace) -> None:
    """Start everything, ask, and print the tables."""
    install()
    kept = Path(asked.data) if asked.data else None
    chosen = [each for each in questions(asked.places) if not asked.questions or each.name in asked.questions]
    with filled_engine(f"neo4j-{LTS}", asked.places, kept) as engine:
        pairs = f"{asked.shots} pairs of shots of {asked.seconds:g} s"
        print(f"{asked.places} places, {os.cpu_count()} cores, load {_load()}; {pairs}")
        for workers in asked.workers:
            _with_workers(engine, chosen, workers, asked)
        print(f"\nThe load at the end: {_load()}")


def _with_workers(engine: Engine, chosen: Sequence[Question], workers: int, asked: Namespace) -> None:
    if workers > 1 and "workers" not in Settings.model_fields:
        print(f"\n{workers} workers: this site cannot yet be started with more than one.")
        return
    with ExitStack() as stack:
        peer = stack.enter_context(the_peer(engine.settings, workers))
        ours = stack.enter_context(our_side(engine.settings, workers))
        beside = f"{workers} beside {workers} of the peer's workers, {asked.connections} connections"
        _table(f"No question twice: {beside}", chosen, lambda it: _pairs(ours, peer, it, engine, asked))
        alone = [question.alone() for question in chosen]
        _table(f"One question again and again: {beside}", alone, lambda it: _pairs(ours, peer, it, engine, asked))
        if workers == 1:
            measure_one_connection(engine, ours, peer, chosen, asked)


def _pairs(ours: Side, peer: Side, question: Question, engine: Engine, asked: Namespace) -> list[Pair]:
    """Shoot at both in turn, the peer first, once they are warm."""

    def shot(side: Side, seconds: float) -> Shot:
        bodies = question.ours if side is ours else question.peers
        return shoot(side, bodies, engine.pid, seconds=seconds, connections=asked.connections)

    for side in (peer, ours):
        answer(side, (question.ours if side is ours else question.peers)[0])
        for _ in range(MOST_WARM_UPS):
            if shot(side, WARM_UP).asked >= ENOUGH:
                break
    pairs = []
    for _ in range(asked.shots):
        theirs = shot(peer, asked.seconds)
        pairs.append(Pair(shot(ours, asked.seconds), theirs))
    return pairs


def _table(title: str, chosen: Iterable[Question], measured: Callable[[Question], list[Pair]]) -> None:
    found = {question.name: measured(question) for question in chosen}
    rows: dict[str, Callable[[list[Pair]], str]] = {
        "requests a second, ours to the peer's: median (min, max)": _ratios,
        "requests a second, ours / the peer's": lambda pairs: _both(pairs, lambda shot: shot.rate, "{:.0f}"),
        "server CPU ms a request": lambda pairs: _both(pairs, lambda shot: shot.server, "{:.2f}"),
        "database CPU ms a request": lambda pairs: _both(pairs, lambda shot: shot.database, "{:.2f}"),
        "p50 ms": lambda pairs: _both(pairs, lambda shot: shot.p50, "{:.1f}"),
        "p95 ms": lambda pairs: _both(pairs, lambda shot: shot.p95, "{:.1f}"),
        "refused or broken off": lambda pairs: _both(pairs, lambda shot: shot.failed, "{:.0f}"),
    }
    print(f"\n{title}\n\n| | {' | '.join(found)} |\n| --- |{' --- |' * len(found)}")
    for says, cell in rows.items():
        print(f"| {says} | {' | '.join(cell(pairs) for pairs in found.values())} |", flush=True)


def _ratios(pairs: list[Pair]) -> str:
    ratios = [pair.ratio for pair in pairs]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}, {max(ratios):.2f})"


def _both(pairs: list[Pair], value: Callable[[Shot], float], written: str) -> str:
    ours = statistics.median(value(pair.ours) for pair in pairs)
    theirs = statistics.median(value(pair.peers) for pair in pairs)
    return f"{written.format(ours)} / {written.format(theirs)}"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"
