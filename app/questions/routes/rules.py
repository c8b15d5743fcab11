"""Which routes a voice takes from one body to another, as a rule on values.

The database walks and says what is one step from what; this chooses among the steps. A route is simple: it passes no
body twice. Upward routes count; only where there is none, those of which one step, and no more, leads sideways: along
somebody who sits on both bodies, which carries a voice only as far as that person happens to take it.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

MOST_STEPS = 6
"""No route is longer: a voice passed on seven times is nobody's any more."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step that a voice can take, from a body to another; what carries it is kept elsewhere, by both ends."""

    from_id: str
    to_id: str
    sideways: bool = False
    """Whether all there is between the two is somebody who sits on both."""


_Place = tuple[str, bool]
"""A body, and whether the way to it led sideways once."""
_Onward = Mapping[_Place, list[_Place]]


def shortest_routes(
    start: str, end: str, links: Iterable[Link], *, most: int = 3, most_steps: int = MOST_STEPS
) -> list[tuple[Link, ...]]:
    """Return the few shortest simple routes from `start` to `end`, shortest first, of one length in the order of ids.

    Nothing leads on from `end`. Where an upward step joins two bodies, a sideways one between them is left out.
    """
    if start == end:
        return []
    links = [link for link in links if link.from_id not in (link.to_id, end)]
    up = {(link.from_id, link.to_id) for link in links if not link.sideways}
    across = {(link.from_id, link.to_id) for link in links if link.sideways} - up
    upward = _few(start, (end, False), _onward(up, ()), most, most_steps)
    if upward or not across:
        return [_route(places) for places in upward]
    return [_route(places) for places in _few(start, (end, True), _onward(up, across), most, most_steps)]


def _onward(up: Collection[tuple[str, str]], across: Collection[tuple[str, str]]) -> _Onward:
    steps: dict[_Place, list[_Place]] = {}
    for here, there in sorted(up):
        steps.setdefault((here, False), []).append((there, False))
        steps.setdefault((here, True), []).append((there, True))
    for here, there in sorted(across):
        steps.setdefault((here, False), []).append((there, True))
    return {here: sorted(there) for here, there in steps.items()}


def _route(places: tuple[_Place, ...]) -> tuple[Link, ...]:
    return tuple(Link(here, there, sideways=after is not before) for (here, before), (there, after) in pairwise(places))


def _few(start: str, end: _Place, onward: _Onward, most: int, most_steps: int) -> list[tuple[_Place, ...]]:
    """Yen's algorithm: each next route leaves those found at some body, and is the shortest from there.

    It takes a search a body of every route found, however many ways there are. A route that led sideways never comes
    back to a body it passed before: there would be a shorter upward one.
    """
    before = _backwards(onward)
    first = _shortest((start, False), end, onward, before, frozenset(), frozenset(), most_steps)
    if first is None:
        return []
    found, waiting = [first], set[tuple[_Place, ...]]()
    while len(found) < most:
        last = found[-1]
        for at in range(len(last) - 1):
            root = last[: at + 1]
            taken = frozenset(known[at + 1] for known in found if known[: at + 1] == root)
            passed = frozenset(place for place in root[:-1])
            rest = _shortest(root[-1], end, onward, before, passed, taken, most_steps - at)
            if rest:
                waiting.add((*root[:-1], *rest))
        if not waiting:
            break
        best = min(waiting, key=lambda places: (len(places), places))
        waiting.remove(best)
        found.append(best)
    return found


def _shortest(
    start: _Place,
    end: _Place,
    onward: _Onward,
    before: _Onward,
    passed: frozenset[_Place],
    taken: frozenset[_Place],
    most_steps: int,
) -> tuple[_Place, ...] | None:
    """Return the shortest way past none of `passed` whose first step is none of `taken`; of several the first by id."""
    far = {end: 0}
    waiting = deque([end])
    while waiting:
        here = waiting.popleft()
        for there in before.get(here, ()):
            if there not in far and there not in passed and there != start:
                far[there] = far[here] + 1
                waiting.append(there)
    first = [there for there in onward.get(start, ()) if there in far and there not in taken]
    way = [start]
    while way[-1] != end:
        choices = first if len(way) == 1 else [there for there in onward[way[-1]] if there in far]
        if not choices:
            return None
        way.append(min(choices, key=lambda there: (far[there], there)))
        if len(way) + far[way[-1]] - 1 > most_steps:
            return None
    return tuple(way)


def _backwards(onward: _Onward) -> _Onward:
    before: dict[_Place, list[_Place]] = {}
    for here, all_ in onward.items():
        for there in all_:
            before.setdefault(there, []).append(here)
    return before
