"""How long questions take, beside the bare query where there is one."""

import random
import time
from collections.abc import Sequence
from typing import Any

from app.api.loading.context import Context
from app.api.schema.root import SCHEMA
from app.domain.as_at import AsAt
from app.questions.representation.ask import find_representation
from app.questions.representation.telling import tell_representation
from app.reading.explorer import Explorer, today
from app.reading.structure import find_structure
from benchmarks.measuring import Report, percentile


async def _groups(explorer: Explorer, count: int, about: Sequence[str]) -> list[str]:
    names = (await explorer.catalogue.contents()).names
    sorts = {"forum", "charity", "constituency"}
    groups = [name.id for name in names if name.classification in sorts and is_about(name.id, about)]
    return random.Random(1).choices(groups, k=count)


def is_about(id_: str, about: Sequence[str]) -> bool:
    """Tell whether a body is of one of some places; of any where none are named."""
    return not about or id_.partition("/")[0] in about


async def measure_representation(explorer: Explorer, rounds: int, report: Report, about: Sequence[str] = ()) -> None:
    """Time the service and its bare query in turn, so that noise falls on both alike."""
    groups, bare, served, told = await _groups(explorer, rounds + 50, about), [], [], []
    for number, group in enumerate(groups):
        asked: dict[str, Any] = {"of": group, "on": today(), "maxSteps": 4, "includeProposed": False}
        start = time.perf_counter()
        await explorer.database.read("find_represented_posts", **asked)
        middle = time.perf_counter()
        await find_representation(explorer.database, group, AsAt(today()))
        end = time.perf_counter()
        await tell_representation(explorer, group, AsAt(today()))
        if number >= 50:
            bare.append(middle - start)
            served.append(end - middle)
            told.append(time.perf_counter() - end)
    report.add_times("who represents us: the bare query", bare)
    report.add_times("who represents us: the service", served)
    report.add("who represents us: service to bare query, p95", percentile(served, 95) / percentile(bare, 95), "x")
    report.add_times("who represents us: with every name, as on the page", told)


async def measure_structure(explorer: Explorer, rounds: int, report: Report, about: Sequence[str] = ()) -> None:
    """Time the structure of a whole place, once its queries are planned."""
    areas = about or list((await explorer.catalogue.contents()).areas)
    times = []
    for number in range(max(rounds // 10, 30) + 10):
        start = time.perf_counter()
        await find_structure(explorer, area=areas[number % len(areas)], as_at=AsAt(today()))
        if number >= 10:
            times.append(time.perf_counter() - start)
    report.add_times("the structure of a place", times)


BROWSE = """query ($area: ID!, $first: Int!) { organizations(area: $area, first: $first) { edges { node {
  name posts { role holders { holder { ... on Person { name worksFor { name } } } } onBehalfOf { name } } } } } }"""


async def _execute(explorer: Explorer, variables: dict[str, Any]) -> None:
    answer = await SCHEMA.execute(BROWSE, variable_values=variables, context_value=Context(explorer))
    assert not answer.errors, answer.errors


async def measure_browsing(explorer: Explorer, rounds: int, report: Report, about: Sequence[str] = ()) -> None:
    """Time plain browsing five levels deep, and count its round trips for few and for many rows."""
    areas = about or list((await explorer.catalogue.contents()).areas)
    times = []
    for first in (1, 10, 100):
        before = explorer.database.round_trips
        await _execute(explorer, {"area": areas[0], "first": first})
        report.add(f"GraphQL, five levels, {first} bodies: round trips", explorer.database.round_trips - before, "")
    for number in range(max(rounds // 10, 30)):
        start = time.perf_counter()
        await _execute(explorer, {"area": areas[number % len(areas)], "first": 100})
        times.append(time.perf_counter() - start)
    report.add_times("GraphQL, five levels, 100 bodies", times)
