"""How a voice gets from one body to another: the database walks up a level at a time, the domain chooses the routes."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.records import Line
from app.domain.routes import MOST_STEPS, Link, may_pass, shortest_routes
from app.errors import BadInput
from app.services.explorer import Explorer
from app.store import rows

MOST_ROUTES = 10


@dataclass(frozen=True, slots=True)
class Carrier:
    """What carries a voice one step: a line, or a seat, and how somebody comes to sit in it."""

    line: Line | None = None
    post_id: str | None = None
    """The seat on the body that the step leads to."""
    own_post_id: str | None = None
    """The seat on the body that it starts from, whose holder sits there too."""
    person_name: str | None = None
    """Who holds both, where a source names them."""


@dataclass(frozen=True, slots=True)
class Found:
    """The routes between two bodies; without any, how far the voice gets."""

    routes: list[tuple[Link, ...]]
    carriers: dict[Link, list[Carrier]]
    reached: list[list[str]]
    """The ids of the bodies that it gets to by upward steps alone, a list a step."""
    blocked: frozenset[str]
    """Those of them that no route may pass: statutory bodies and their committees, and people at large."""
    leading: frozenset[str]
    """Without a route: the bodies whose voice gets to the other end in one step."""


@dataclass(slots=True)
class _Walk:
    """What the database has said so far."""

    explorer: Explorer
    start: str
    on: date
    include_proposed: bool
    carriers: dict[Link, list[Carrier]] = field(default_factory=dict)
    passable: dict[str, bool] = field(default_factory=dict)

    async def up(self, ids: list[str]) -> None:
        """Take one step up from some bodies."""
        for start, no_way, lines, seats, offices in await self._read("list_route_steps", ids):
            if self._passes(start, no_way):
                self._note(start, lines, lambda rest: Carrier(line=rows.line(rest[0])))
                self._note(start, seats, lambda rest: Carrier(post_id=rest[0]))
                self._note(start, offices, lambda rest: Carrier(post_id=rest[0], own_post_id=rest[1]))

    async def across(self, ids: list[str]) -> None:
        """Take one step sideways from some bodies: to where somebody sits who sits on them."""
        for start, no_way, people, offices in await self._read("list_route_people", ids):
            if self._passes(start, no_way):
                self._note(start, people, lambda rest: Carrier(None, rest[1], rest[0], rest[2]), sideways=True)
                self._note(start, offices, lambda rest: Carrier(None, rest[1], rest[0]), sideways=True)

    def open_to(self, ids: Iterable[str]) -> list[str]:
        """Give those of some bodies through which a route may pass, as far as is known."""
        return [id_ for id_ in ids if self.passable.get(id_, True)]

    def _passes(self, id_: str, is_committee_of_statutory: bool) -> bool:
        """Tell whether steps from a body count; whose committee it is, the database says only with its steps."""
        if is_committee_of_statutory and id_ != self.start:
            self.passable[id_] = False
        return self.passable.get(id_, True)

    async def _read(self, query: str, ids: list[str]) -> list[Any]:
        if not ids:
            return []
        return await self.explorer.database.read(query, ids=ids, on=self.on, includeProposed=self.include_proposed)

    def _note(
        self, start: str, steps: Iterable[list[Any]], carrier: Callable[[list[Any]], Carrier], *, sideways: bool = False
    ) -> None:
        for there, sector, classification, *rest in steps:
            if there not in (start, self.start):
                self.passable.setdefault(there, may_pass(sector, classification))
                carriers = self.carriers.setdefault(Link(start, there, sideways), [])
                if (found := carrier(rest)) not in carriers:
                    carriers.append(found)


async def find_routes(
    explorer: Explorer, start: str, end: str, on: date, *, first: int = 3, include_proposed: bool = False
) -> Found:
    """Give the shortest few routes by which a voice gets from `start` to `end`, both bodies known by id.

    At most six steps, one round trip a step. Raises BadInput when `first` is not 0 to 10.
    """
    if not 0 <= first <= MOST_ROUTES:
        raise BadInput(f"first is {first}: expected 0 to {MOST_ROUTES}.")
    walk = _Walk(explorer, start, on, include_proposed)
    # One is looked for even when none is asked for: whether there is any decides what is said.
    wanted = max(first, 1)
    seen, levels, routes = {start}, list[list[str]](), list[tuple[Link, ...]]()
    edge = [start] if start != end else []
    for depth in range(1, MOST_STEPS + 1):
        if not edge or len(routes) >= wanted:
            break
        await walk.up(edge)
        levels.append(sorted({link.to_id for link in walk.carriers} - seen))
        seen.update(levels[-1])
        edge = walk.open_to(id_ for id_ in levels[-1] if id_ != end)
        routes = _chosen(walk, start, end, wanted, depth)
    routes = _chosen(walk, start, end, wanted)
    reached = [level for level in levels if level]
    leading = frozenset[str]()
    if not routes and start != end:
        routes, leading = await _sideways(walk, start, end, wanted, seen)
    blocked = frozenset(id_ for level in reached for id_ in level if not walk.passable[id_])
    kept = {link: walk.carriers[link] for route in routes[:first] for link in route}
    return Found(routes[:first], kept, reached, blocked, leading)


async def _sideways(
    walk: _Walk, start: str, end: str, wanted: int, reached: set[str]
) -> tuple[list[tuple[Link, ...]], frozenset[str]]:
    """Look for routes with one sideways step, from wherever the voice gets to; and for what leads to the end at all."""
    open_ = walk.open_to(sorted(reached))
    _, leads = await asyncio.gather(
        walk.across(open_),
        walk.explorer.database.read("list_route_leads", id=end, on=walk.on, includeProposed=walk.include_proposed),
    )
    seen = set(open_)
    routes = _chosen(walk, start, end, wanted)
    for further in range(MOST_STEPS - 1):
        edge = walk.open_to(sorted({link.to_id for link in walk.carriers} - seen - {end}))
        # What is not known yet goes at least one step further after its sideways one.
        is_known = len(routes) >= wanted and len(routes[-1]) <= further + 2
        if is_known or not edge:
            break
        seen.update(edge)
        await walk.up(edge)
        routes = _chosen(walk, start, end, wanted)
    return routes, frozenset(row[0] for row in leads)


def _chosen(walk: _Walk, start: str, end: str, wanted: int, most_steps: int = MOST_STEPS) -> list[tuple[Link, ...]]:
    return shortest_routes(start, end, walk.carriers, most=wanted, most_steps=most_steps)
