"""How a voice gets from one body to another: the database walks up a level at a time, the domain chooses the routes."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.as_at import AsAt
from app.domain.bodies import may_pass
from app.domain.records import Line, Post
from app.domain.seat_state import REPRESENTED, state_of
from app.errors import BadInput
from app.questions.routes.keeping import Kept, Seats, kept_of
from app.questions.routes.rules import MOST_STEPS, Link, shortest_routes
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.store import rows, seat_rows
from app.store.holding_rows import filling_posts
from app.store.rows import Row

MOST_ROUTES = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """What carries a voice one step: a line, or a seat, and how somebody comes to sit in it."""

    line: Line | None = None
    post_id: str | None = None
    """The seat on the body that the step leads to."""
    own_post_id: str | None = None
    """The seat on the body that it starts from, whose holder sits there too."""
    person_name: str | None = None
    """Who holds both, where a source names them."""
    may_be_empty: bool = False
    """Whether anything recorded may leave one of these seats empty; `_Walk.empty_of` asks whether it does."""


@dataclass(frozen=True, slots=True)
class Found:
    """The routes between two bodies; without any, how far the voice gets."""

    routes: list[tuple[Link, ...]]
    carriers: dict[Link, list[Passage]]
    reached: list[list[str]]
    """The ids of the bodies that it gets to by upward steps alone, a list a step."""
    blocked: frozenset[str]
    """Those of them that no route may pass: statutory bodies and their committees, and people at large."""
    leading: frozenset[str]
    """Without a route: the bodies whose voice gets to the other end in one step."""
    broken: tuple[tuple[Link, Passage], ...]
    """Steps that would be there if an empty seat were not: where a way breaks."""


@dataclass(slots=True)
class _Walk:
    """What the database has said so far."""

    explorer: Explorer
    start: str
    as_at: AsAt
    kept: Kept
    empty: frozenset[str] = frozenset()
    """The seats in which nobody is known to sit any more: they carry nothing."""
    known: dict[tuple[str, str], Row] = field(default_factory=dict)
    """What the database said of a body already, by the query."""
    carriers: dict[Link, list[Passage]] = field(default_factory=dict)
    broken: list[tuple[Link, Passage]] = field(default_factory=list)
    passable: dict[str, bool] = field(default_factory=dict)

    def without(self, empty: frozenset[str]) -> "_Walk":
        """Return a walk that begins anew, past more empty seats, with what the database said."""
        return _Walk(self.explorer, self.start, self.as_at, self.kept, self.empty | empty, self.known)

    async def empty_of(self, posts: set[str]) -> frozenset[str]:
        """Return those of some seats that are empty."""
        read = await read_seats(self.explorer, self.kept, posts, self.as_at)
        return frozenset(id_ for id_, (post, row) in read.items() if not _is_sat_in(post, row, self.as_at.on))

    async def up(self, ids: list[str]) -> None:
        """Take one step up from some bodies."""
        for row in await self._read("list_route_steps", ids):
            if self._passes(row):
                self._note(row.of, row.lines, lambda step: Passage(line=rows.line(step)))
                self._note(row.of, row.seats, lambda step: Passage(None, step.post_id, None, None, step.may_be_empty))
                self._note(
                    row.of,
                    row.offices,
                    lambda step: Passage(None, step.post_id, step.own_post_id, None, step.may_be_empty),
                )

    async def across(self, ids: list[str]) -> None:
        """Take one step sideways from some bodies: to where somebody sits who sits on them."""
        for row in await self._read("list_route_people", ids):
            if self._passes(row):
                for steps in (row.people, row.offices):
                    self._note(
                        row.of,
                        steps,
                        lambda step: Passage(None, step.post_id, step.own_post_id, step.person_name, step.may_be_empty),
                        sideways=True,
                    )

    async def leading(self, end: str) -> frozenset[str]:
        """Return the bodies whose voice gets to the other end in one upward step."""
        key = "list_route_leads", end
        if key not in self.kept.rows:
            self.kept.rows[key] = await self.explorer.database.read("list_route_leads", id=end, **self.as_at.parameters)
        return frozenset(row.id for row in self.kept.rows[key])

    def open_to(self, ids: Iterable[str]) -> list[str]:
        """Return those of some bodies through which a route may pass, as far as is known."""
        return [id_ for id_ in ids if self.passable.get(id_, True)]

    def _passes(self, row: Row) -> bool:
        """Tell whether steps from a body count; whose committee it is, the database says only with its steps."""
        if row.is_committee_of_statutory and row.of != self.start:
            self.passable[row.of] = False
        return self.passable.get(row.of, True)

    async def _read(self, query: str, ids: list[str]) -> list[Row]:
        keys = [(query, id_) for id_ in ids if (query, id_) not in self.known]
        self.known.update({key: self.kept.rows[key] for key in keys if key in self.kept.rows})
        asked = await self._ask(query, [id_ for _, id_ in keys if (query, id_) not in self.known])
        read = {(query, row.of): row for row in asked}
        self.known.update(read)
        self.kept.rows.update(read)
        return [self.known[query, id_] for id_ in ids if (query, id_) in self.known]

    async def _ask(self, query: str, ids: list[str]) -> list[Row]:
        if not ids:
            return []
        return await self.explorer.database.read(query, ids=ids, **self.as_at.parameters)

    def _note(
        self, start: str, steps: Iterable[Row], carrier: Callable[[Row], Passage], *, sideways: bool = False
    ) -> None:
        for step in steps:
            if step.leads_to not in (start, self.start):
                found, link = carrier(step), Link(start, step.leads_to, sideways)
                if self.empty & {found.post_id, found.own_post_id}:
                    if (link, found) not in self.broken:
                        self.broken.append((link, found))
                    continue
                self.passable.setdefault(step.leads_to, may_pass(step.sector, step.classification))
                carriers = self.carriers.setdefault(link, [])
                if found not in carriers:
                    carriers.append(found)


async def find_routes(
    explorer: Explorer, start: str, end: str, as_at: AsAt, *, first: int = 3, contents: Contents | None = None
) -> Found:
    """Return the shortest few routes by which a voice gets from `start` to `end`, both bodies known by id.

    No route passes an empty seat. `contents` is the catalogue, where it was looked at already.

    At most six steps, each one round trip: up and sideways at once, since of two bodies mostly no upward route is
    known. Raises BadInput when `first` is not 0 to 10.
    """
    if not 0 <= first <= MOST_ROUTES:
        raise BadInput(f"first is {first}: expected 0 to {MOST_ROUTES}.")
    known = explorer.catalogue.version
    if contents is None and known is not None:
        # Mostly nothing has changed since it was last looked: the walk need not wait for that to be seen.
        found, now = await asyncio.gather(
            _found(explorer, start, end, as_at, first, known), explorer.catalogue.contents()
        )
        if now.version == known:
            return found
        contents = now
    contents = contents or await explorer.catalogue.contents()
    return await _found(explorer, start, end, as_at, first, contents.version)


async def _found(explorer: Explorer, start: str, end: str, as_at: AsAt, first: int, version: int) -> Found:
    """Walk, with what is kept of a version of the data."""
    walk = _Walk(explorer, start, as_at, kept_of(explorer, version, as_at))
    # One is looked for even when none is asked for: whether there is any decides what is said.
    wanted = max(first, 1)
    (routes, reached), leading = await asyncio.gather(_climb(walk, start, end, wanted), walk.leading(end))
    looked_at = set[str]()
    while posts := _doubtful_seats(walk, routes) - looked_at:
        looked_at |= posts
        if empty := await walk.empty_of(posts):
            walk = walk.without(empty)
            routes, reached = await _climb(walk, start, end, wanted)
    blocked = frozenset(id_ for level in reached for id_ in level if not walk.passable[id_])
    carriers = {link: walk.carriers[link] for route in routes[:first] for link in route}
    broken = _broken(walk, start, end, routes, {start, *(id_ for level in reached for id_ in level)})
    leading = frozenset() if _is_upward(routes) else leading
    return Found(routes[:first], carriers, reached, blocked, leading, broken)


async def read_seats(explorer: Explorer, kept: Kept, ids: Iterable[str], as_at: AsAt) -> Seats:
    """Return some seats by id, each with its row of `list_route_seats`; what is kept is not read again."""
    known = {id_: kept.seats[id_] for id_ in ids if id_ in kept.seats}
    asked = sorted(set(ids) - known.keys())
    found = await explorer.database.read("list_route_seats", ids=asked, **as_at.parameters) if asked else []
    read = {row.id: (rows.post(row), row) for row in found}
    kept.seats.update(read)
    return known | read


def _is_sat_in(post: Post, row: Row, on: date) -> bool:
    if not seat_rows.may_be_empty(row):
        return True
    tenures = [rows.tenure(tenure) for tenure in row.tenures]
    return state_of(post, tenures, filling_posts(row.offices), on) in REPRESENTED


def _doubtful_seats(walk: _Walk, routes: list[tuple[Link, ...]]) -> set[str]:
    """Return the seats that routes rest on and that may be empty; without an upward route, also those of any step up.

    How far the voice gets is told by upward steps: a sideways one matters only where a route takes it.
    """
    links = {link for route in routes for link in route}
    if not _is_upward(routes):
        links |= {link for link in walk.carriers if not link.sideways}
    carriers = (carrier for link in links for carrier in walk.carriers[link] if carrier.may_be_empty)
    return {id_ for carrier in carriers for id_ in (carrier.post_id, carrier.own_post_id) if id_}


def _broken(
    walk: _Walk, start: str, end: str, routes: list[tuple[Link, ...]], reached: set[str]
) -> tuple[tuple[Link, Passage], ...]:
    """Return the empty seats on the way that would be the best one if somebody sat in them.

    Where even then no way would lead there, those that would bring the voice further than it gets.
    """
    broken = [(link, passage) for link, passage in walk.broken if link not in walk.carriers]
    best = shortest_routes(start, end, [*walk.carriers, *(link for link, _ in broken)], most=1)
    if _is_upward(routes):
        shorter = best[0] if len(best[0]) < len(routes[0]) else ()
        return tuple((link, passage) for link, passage in broken if link in shorter)
    if _is_upward(best):
        return tuple((link, passage) for link, passage in broken if link in best[0])
    # What lies beyond an empty seat was not walked: how far the voice would get is said, and no more.
    return tuple(
        (link, passage)
        for link, passage in broken
        if not link.sideways and link.from_id in reached and link.to_id not in reached
    )


async def _climb(walk: _Walk, start: str, end: str, wanted: int) -> tuple[list[tuple[Link, ...]], list[list[str]]]:
    """Return the few shortest routes, and the bodies reached by upward steps alone, a list a step."""
    levels, routes = list[list[str]](), list[tuple[Link, ...]]()
    reached, asked = {start}, {end}
    edge, aside = [start] if start != end else [], list[str]()
    for depth in range(1, MOST_STEPS + 1):
        is_upward, is_known = _is_upward(routes), len(routes) >= wanted
        if not (edge or aside) or (is_upward and is_known):
            break
        # Sideways steps count only while there is no upward route; once enough are known, more would be longer.
        looks_aside = not is_upward and not is_known
        up = sorted({*edge, *(aside if looks_aside else ())} - asked)
        asked.update(up)
        await asyncio.gather(walk.up(up), walk.across(edge if looks_aside else []))
        upward = {link.to_id for link in walk.carriers if not link.sideways and link.from_id in reached}
        levels.append(sorted(upward - reached))
        reached.update(levels[-1])
        edge = walk.open_to(id_ for id_ in levels[-1] if id_ != end)
        aside = walk.open_to({link.to_id for link in walk.carriers} - asked)
        # Shorter routes may still be found than those that are longer than what was walked.
        routes = _chosen(walk, start, end, wanted, depth)
    if len(routes) < wanted:
        routes = _chosen(walk, start, end, wanted)
    return routes, [level for level in levels if level]


def _is_upward(routes: list[tuple[Link, ...]]) -> bool:
    return bool(routes) and not any(link.sideways for link in routes[0])


def _chosen(walk: _Walk, start: str, end: str, wanted: int, most_steps: int = MOST_STEPS) -> list[tuple[Link, ...]]:
    return shortest_routes(start, end, walk.carriers, most=wanted, most_steps=most_steps)
