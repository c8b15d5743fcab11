"""Lanes side by side: who runs beside whom so that few lines cross, and who can have the same lane.

For two strips that overlap, one before the other costs a number of crossings that no third changes; so the best order
is found by moving one at a time, and each lane by colouring intervals in that order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

CLEAR = 8.0
"""Between the ends of two that have the same lane."""
_MOST_ROUNDS = 4


class Strip(NamedTuple):
    """What runs along a lane from `low` to `high`, and where it is joined from lanes before and from lanes after."""

    key: Hashable
    low: float
    high: float
    before: tuple[float, ...]
    after: tuple[float, ...]


def lanes_of(strips: Sequence[Strip]) -> dict[Hashable, int]:
    """Return each strip's lane, from 0; strips that come near each other have different ones."""
    lane: dict[Hashable, int] = {}
    done: list[tuple[float, float, int]] = []
    for strip in _ordered(strips):
        low, high = strip.low - CLEAR, strip.high + CLEAR
        own = 1 + max((at for other_low, other_high, at in done if other_low < high and low < other_high), default=-1)
        lane[strip.key] = own
        done.append((strip.low, strip.high, own))
    return lane


def _ordered(strips: Sequence[Strip]) -> list[Strip]:
    """Start with what hangs on what is before, the short ones first; then move each to where it costs least."""
    start = sorted(strips, key=_lean)
    cost: dict[tuple[int, int], int] = {}
    for place, one in enumerate(start):
        for beside in range(place + 1, len(start)):
            other = start[beside]
            if one.high <= other.low or other.high <= one.low:
                continue  # neither crosses the other, whichever is first
            more = _cost(one, other) - _cost(other, one)
            if more:
                cost[place, beside], cost[beside, place] = more, -more
    order = list(range(len(start)))
    if cost:
        _improve(order, cost)
    return [start[place] for place in order]


def _lean(strip: Strip) -> tuple[float, float, float, str]:
    joins = len(strip.before) + len(strip.after)
    lean = (len(strip.after) - len(strip.before)) / joins if joins else 0.0
    length = strip.high - strip.low
    return (lean, length if lean <= 0 else -length, strip.low, _written(strip.key))


@lru_cache(maxsize=4096)
def _written(key: Hashable) -> str:
    return str(key)


def _cost(first: Strip, second: Strip) -> int:
    """Count the crossings when one is before the other: the places of each that are inside the other."""
    crossings = 0
    if second.before:
        crossings = max(0, bisect_left(second.before, first.high) - bisect_right(second.before, first.low))
    if first.after:
        crossings += max(0, bisect_left(first.after, second.high) - bisect_right(first.after, second.low))
    return crossings


def _improve(order: list[int], cost: dict[tuple[int, int], int]) -> None:
    """Move strips one by one; `cost` of a pair is what it costs more in this order than in the other."""
    for _ in range(_MOST_ROUNDS):
        moved = False
        for each in list(order):
            place = order.index(each)
            best, best_place, change = 0, place, 0
            for earlier in range(place - 1, -1, -1):
                change += cost.get((each, order[earlier]), 0)
                if change < best:
                    best, best_place = change, earlier
            change = 0
            for later in range(place + 1, len(order)):
                change += cost.get((order[later], each), 0)
                if change < best:
                    best, best_place = change, later
            if best_place != place:
                order.insert(best_place, order.pop(place))
                moved = True
        if not moved:
            return
