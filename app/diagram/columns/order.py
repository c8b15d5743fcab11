"""The order of columns: related ones near each other, and few lines crossing.

First the least total distance, from several orders to begin with, of which the one with the fewest crossings is taken;
then pairwise swaps with the crossings counted in whole layouts. What a place's file records is kept unless another
order saves a fifth of the crossings: readers find their way by where things were. Where it says that a theme's column
is fixed, it is kept in any case.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import gcd

from app.diagram.columns.drawing import Sheet
from app.diagram.columns.kinds import ELSEWHERE
from app.diagram.columns.roles import Roles
from app.diagram.columns.scene import Scene
from app.diagram.content import Picture
from app.diagram.quality import crossings

MOST_TRIES = 60
_ENOUGH_LINES = 5000
"""Tries times lines: large places are tried less, so that they take no longer."""
_SAVES = 0.8
_APART = 3
"""What a column under a bar costs that has nothing to do with the bar."""

Order = tuple[str, ...]


def ordered(scene: Scene, tried: Callable[[Scene], Sheet]) -> Order:
    """Choose the order of a scene's columns; `tried` lays a scene out, and is asked at most 60 times."""
    recorded = scene.order

    def crossed(order: Order) -> int:
        return crossings(tried(replace(scene, order=order)).routes)

    own = len(recorded) - (ELSEWHERE in recorded)  # the context band stays at the edge
    tries = min(MOST_TRIES, _ENOUGH_LINES // max(1, len(scene.picture.edges))) - 1
    is_fixed = any(box.theme.fixed for box in scene.picture.boxes if box.theme)
    at_first = crossed(recorded) if len(recorded) > 1 and not is_fixed else 0
    if not at_first:
        return recorded
    starts = _starts(recorded, own, max(1, tries // 2), *_weights(scene.picture, scene.roles))
    fewest, best = min((crossed(start), start) for start in starts)
    tries -= len(starts)
    improved = True
    while improved and tries > 0:
        improved = False
        # Neighbours first: they change least, and most often for the better.
        for one, other in sorted(combinations(range(own), 2), key=lambda pair: (pair[1] - pair[0], pair)):
            if tries <= 0:
                break
            tries -= 1
            swapped = _swapped(best, one, other)
            count = crossed(swapped)
            if count < fewest:
                best, fewest, improved = swapped, count, True
    return best if fewest <= at_first * _SAVES else recorded


def _weights(picture: Picture, roles: Roles) -> tuple[Counter[tuple[str, str]], list[set[str]]]:
    """Return the lines between each two columns, and the columns that each bar has to do with."""
    between = Counter[tuple[str, str]]()
    served: dict[str, set[str]] = {bar: set() for bar in roles.bars}
    for edge in picture.edges:
        one, other = roles.column_of.get(edge.from_id), roles.column_of.get(edge.to_id)
        if one and other and one != other and edge.style.key != "missing":
            between[min(one, other), max(one, other)] += 1
        for bar, key in ((edge.from_id, other), (edge.to_id, one)):
            if bar in served and key:
                served[bar].add(key)
    return between, [keys for _, keys in sorted(served.items())]


def _starts(
    recorded: Order, own: int, most: int, between: Mapping[tuple[str, str], int], served: Sequence[set[str]]
) -> list[Order]:
    """Return orders to begin with: near ones from different places, since from one the search ends where it happens to.

    Each begins somewhere in the recorded order and takes every so many-th column; the mirror of one is as good as it.
    """
    steps = [step for step in range(1, max(2, own)) if gcd(step, own) == 1]
    offsets = dict.fromkeys((0, own // 3, 2 * own // 3, *range(own)))
    found: dict[Order, Order] = {}
    for offset in offsets:
        for step in steps:
            if len(found) == most:
                return list(found.values())
            mixed = tuple(recorded[(offset + place * step) % own] for place in range(own))
            near = _nearest(mixed + recorded[own:], between, served)
            found.setdefault(min(near[:own], near[own - 1 :: -1] if own else ()), near)
    return list(found.values())


def _nearest(start: Order, between: Mapping[tuple[str, str], int], served: Sequence[set[str]]) -> Order:
    """Swap and move columns as long as the total distance shrinks."""

    def cost(order: Order) -> int:
        at = {key: place for place, key in enumerate(order)}
        total = sum(number * abs(at[one] - at[other]) for (one, other), number in between.items())
        for keys in served:
            places = [at[key] for key in keys if key in at]
            if places:
                total += _APART * (max(places) - min(places) + 1 - len(places))
        return total

    own = len(start) - (ELSEWHERE in start)
    best, least = start, cost(start)
    improved = True
    while improved:
        improved = False
        for one in range(own):
            for other in range(own):
                for changed in (_swapped(best, one, other), _moved(best, one, other)):
                    now = cost(changed)
                    if now < least:
                        best, least, improved = changed, now, True
    return best


def _swapped(order: Order, one: int, other: int) -> Order:
    changed = list(order)
    changed[one], changed[other] = changed[other], changed[one]
    return tuple(changed)


def _moved(order: Order, one: int, other: int) -> Order:
    changed = list(order)
    changed.insert(other, changed.pop(one))
    return tuple(changed)
