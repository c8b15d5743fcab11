"""How long one reader waits who has the servers to himself, beside the same question put to the database itself."""

import asyncio
import statistics
import time
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from neo4j import READ_ACCESS, AsyncGraphDatabase

from app.reading.explorer import today
from app.settings import Settings
from app.store.queries import load_query
from benchmarks.engines import Engine
from benchmarks.peer.questions import Question, ids_of
from benchmarks.peer.sides import Side, shoot

BOARD = """MATCH (o:Organization {id: $id})
RETURN [o.id, o.name, o.classification,
  [(p:Post)-[:POST_IN]->(o) | [p.id, p.role,
    [(h)-[:HOLDS]->(p) | [labels(h), h.id, h.name]],
    [(p)-[:ON_BEHALF_OF]->(g) | [g.id, g.name, g.classification]]]],
  [(o)-[:REPORTS_TO]->(up) | [up.id, up.name, up.classification]]]"""
"""The rows of the second question, as few words as they can be asked in."""


def measure_one_connection(
    engine: Engine, ours: Side, peer: Side, chosen: Sequence[Question], asked: Namespace
) -> None:
    """Print p50 over one connection: raw Bolt, ours and the peer's, in turn; the median of all turns."""
    print("\nOne connection: p50 ms, the median of all turns\n\n| | raw Bolt | ours | ours above Bolt | the peer |")
    print("| --- | --- | --- | --- | --- |")
    for question in chosen:
        if not (ids := ids_of(question)):
            continue
        bolt, mine, theirs = [], [], []
        for _ in range(asked.shots):
            bolt.append(asyncio.run(_bolt(engine.settings, question.name, ids, asked.seconds)))
            mine.append(shoot(ours, question.ours, engine.pid, seconds=asked.seconds, connections=1).p50)
            theirs.append(shoot(peer, question.peers, engine.pid, seconds=asked.seconds, connections=1).p50)
        raw, us, them = map(statistics.median, (bolt, mine, theirs))
        print(f"| {question.name} | {raw:.2f} | {us:.2f} | {us - raw:.2f} | {them:.2f} |", flush=True)


async def _bolt(settings: Settings, name: str, ids: Sequence[str], seconds: float) -> float:
    """Return the middle time of a question's statement over one connection of the driver."""
    statement = load_query("read", "find_represented_posts").text if name == "Q1" else BOARD
    auth = (settings.neo4j_user, settings.neo4j_password.get_secret_value())
    times: list[float] = []
    async with AsyncGraphDatabase.driver(settings.neo4j_uri, auth=auth, notifications_min_severity="OFF") as driver:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            id_ = ids[len(times) % len(ids)]
            begin = time.perf_counter()
            async with driver.session(database=settings.neo4j_database, default_access_mode=READ_ACCESS) as session:
                await (await session.run(statement, _parameters(name, id_))).single()
            times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def _parameters(name: str, id_: str) -> dict[str, Any]:
    if name == "Q1":
        return {"of": id_, "on": today(), "maxSteps": 4, "includeProposed": False}
    return {"id": id_}
