"""Lanes side by side: who runs beside whom so that few lines cross, and who can have the same lane.

For two strips that overlap, one before the other costs a number of crossings that no third changes; so the best order
is found by moving one at a time, and each lane by colouring intervals in that order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

CLEAR = 8.0
"""Between the ends of two that have the same lane."""
_MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Strip:
    """What runs along a lane from `low` to `high`, and where it is joined from lanes before and from lanes after."""

    key: object
    low: float
    high: float
    before: tuple[float, ...]
    after: tuple[float, ...]


def lanes_of(strips: Sequence[Strip]) -> dict[object, int]:
    """Return each strip's lane, from 0; strips that come near each other have different ones."""
    lane: dict[object, int] = {}
    done: list[tuple[Strip, int]] = []
    for strip in _ordered(strips):
        own = 1 + max((at for other, at in done if _meet(strip, other)), default=-1)
        lane[strip.key] = own
        done.append((strip, own))
    return lane


def _meet(one: Strip, two: Strip) -> bool:
    return one.low < two.high + CLEAR and two.low < one.high + CLEAR


def _ordered(strips: Sequence[Strip]) -> list[Strip]:
    """Start with what hangs on what is before, the short ones first; then move each to where it costs least."""
    start = sorted(strips, key=_lean)
    cost: dict[tuple[int, int], int] = {}
    number = {id(strip): place for place, strip in enumerate(start)}
    for place, one in enumerate(start):
        for other in start[place + 1 :]:
            first, second = _cost(one, other), _cost(other, one)
            if first != second:
                cost[number[id(one)], number[id(other)]] = first - second
                cost[number[id(other)], number[id(one)]] = second - first
    order = list(range(len(start)))
    if cost:
        _improve(order, cost)
    return [start[place] for place in order]


def _lean(strip: Strip) -> tuple[float, float, float, str]:
    joins = len(strip.before) + len(strip.after)
    lean = (len(strip.after) - len(strip.before)) / joins if joins else 0.0
    length = strip.high - strip.low
    return (lean, length if lean <= 0 else -length, strip.low, str(strip.key))


def _cost(first: Strip, second: Strip) -> int:
    """Count the crossings when one is before the other."""
    return _within(second.before, first) + _within(first.after, second)


def _within(places: tuple[float, ...], strip: Strip) -> int:
    """Count the places inside a strip; they are sorted."""
    return max(0, bisect_left(places, strip.high) - bisect_right(places, strip.low))


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
