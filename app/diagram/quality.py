"""How clear a drawing is, in numbers: what lies on what, what crosses what, and how large its words come out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from app.diagram.geometry import GAP, Geometry, PlacedBox, Point, Route
from app.diagram.text import SIZE

_TOUCH = 0.5
"""As deep into a box as a line may reach and still only touch it."""
_APART = 2.0
"""Parallel lines closer than this are one to the eye."""
A3_WIDTH = 1168.0
"""The width of an A3 sheet on its side within margins of 4 mm, in points."""

Stretch = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Quality:
    """What is counted of one drawing; each list holds the ids of what is at fault."""

    overlaps: tuple[tuple[str, str], ...]
    """Pairs of boxes on each other."""
    over_boxes: tuple[tuple[str, str], ...]
    """Lines, and the boxes that they pass over but through a gap."""
    collinear: tuple[tuple[str, str], ...]
    """Pairs of lines of different trunks that lie on each other."""
    crossings: int
    """Where two lines cross that have no body in common; lines that share a trunk count each for itself."""


def quality_of(geometry: Geometry) -> Quality:
    """Measure a drawing of horizontal and vertical lines."""
    return Quality(
        tuple(overlaps(geometry.boxes)),
        tuple(lines_over_boxes(geometry)),
        tuple(collinear(geometry.routes)),
        crossings(geometry.routes),
    )


def movement(before: Geometry, after: Geometry) -> float:
    """Say how far the box goes that moves farthest from one drawing to another, of those that are in both."""
    at = {placed.box.id: placed for placed in before.boxes}
    return max(
        (
            max(abs(placed.x - at[placed.box.id].x), abs(placed.y - at[placed.box.id].y))
            for placed in after.boxes
            if placed.box.id in at
        ),
        default=0.0,
    )


def frame_used(geometry: Geometry, room: float, most: float) -> float:
    """Say which share of the room that it is shown in a drawing fills with boxes and what lies between them.

    `most` is how large a unit is shown at most; what is narrower than its room leaves the rest of it empty.
    """
    if not geometry.boxes:
        return 0.0
    wide = max(placed.x + placed.width / 2 for placed in geometry.boxes)
    wide -= min(placed.x - placed.width / 2 for placed in geometry.boxes)
    return min(1.0, wide * min(most, room / geometry.width) / room)


def label_size(width: float, room: float) -> float:
    """Say how large words come out when a drawing of a width is fitted into a room: of its unit, pixels or points."""
    return SIZE * min(1.0, room / width) if width else SIZE


def overlaps(boxes: Sequence[PlacedBox]) -> list[tuple[str, str]]:
    """Return the pairs of boxes that lie on each other."""
    return [
        (one.box.id, two.box.id)
        for one, two in combinations(boxes, 2)
        if abs(one.x - two.x) < (one.width + two.width) / 2 - 0.01
        and abs(one.y - two.y) < (one.height + two.height) / 2 - 0.01
    ]


def lines_over_boxes(geometry: Geometry) -> list[tuple[str, str]]:
    """Return each line that passes over a box, its own included, but through a bar's gap."""
    found = []
    for route in geometry.routes:
        stretches = list(pairwise(route.points))
        for placed in geometry.boxes:
            # The ends of a line may stand within the box round a rounded or cut outline.
            own = placed.box.id in {route.edge.from_id, route.edge.to_id}
            if any(_is_over(stretch, placed, 13.5 if own else _TOUCH) for stretch in stretches):
                found.append((route.edge.id, placed.box.id))
    return found


def _is_over(stretch: Stretch, placed: PlacedBox, deep: float) -> bool:
    (x0, y0), (x1, y1) = stretch
    half_width, half_height = placed.width / 2 - deep, placed.height / 2 - min(deep, placed.height / 2 - 0.1)
    inside = (
        min(x0, x1) < placed.x + half_width
        and max(x0, x1) > placed.x - half_width
        and min(y0, y1) < placed.y + half_height
        and max(y0, y1) > placed.y - half_height
    )
    return inside and not (x0 == x1 and any(abs(gap - x0) < GAP / 2 - 1 for gap in placed.gaps))


def collinear(routes: Sequence[Route]) -> list[tuple[str, str]]:
    """Return each pair of lines of different trunks that run on each other for more than a moment."""
    found = set[tuple[str, str]]()
    for along in (0, 1):
        across = 1 - along
        level = sorted(
            (
                one[across],
                min(one[along], other[along]),
                max(one[along], other[along]),
                route.trunk or route.edge.id,
                route.edge.id,
            )
            for route in routes
            for one, other in pairwise(route.points)
            if one[across] == other[across]
        )
        for place, (at, low, high, trunk, id_) in enumerate(level):
            for other_at, other_low, other_high, other_trunk, other_id in level[place + 1 :]:
                if other_at - at >= _APART:
                    break
                if trunk != other_trunk and min(high, other_high) - max(low, other_low) > _APART:
                    found.add((min(id_, other_id), max(id_, other_id)))
    return sorted(found)


def crossings(routes: Sequence[Route]) -> int:
    """Count the crossings of horizontal with vertical stretches of lines that have no body in common."""
    return len(crossing_pairs(routes))


def crossing_pairs(routes: Sequence[Route]) -> list[tuple[int, int]]:
    """Return the places of the lines that cross, those that run upright first; a pair as often as it crosses."""
    flat: list[tuple[float, float, float, int]] = []
    upright: list[tuple[float, float, float, int]] = []
    for place, route in enumerate(routes):
        x0, y0 = route.points[0]
        for x1, y1 in route.points[1:]:
            if y0 == y1:
                flat.append((y0, min(x0, x1), max(x0, x1), place))
            if x0 == x1:
                upright.append((x0, min(y0, y1), max(y0, y1), place))
            x0, y0 = x1, y1
    flat.sort()
    levels = [stretch[0] for stretch in flat]
    ends = [{route.edge.from_id, route.edge.to_id} for route in routes]
    found = []
    for x, low, high, place in upright:
        for _, left, right, other in flat[bisect_right(levels, low) : bisect_left(levels, high)]:
            if left < x < right and ends[place].isdisjoint(ends[other]):
                found.append((place, other))
    return found


def crossings_of_any(lines: Sequence[tuple[str, str, Sequence[Point]]]) -> int:
    """Count the crossings of lines that run in any direction, each given with its two bodies; as `crossings` does."""
    boxed = [
        (
            {one, other},
            points,
            min(x for x, _ in points),
            max(x for x, _ in points),
            min(y for _, y in points),
            max(y for _, y in points),
        )
        for one, other, points in lines
    ]
    count = 0
    for (ends, points, left, right, top, bottom), (ends2, points2, left2, right2, top2, bottom2) in combinations(
        boxed, 2
    ):
        if ends & ends2 or right < left2 or right2 < left or bottom < top2 or bottom2 < top:
            continue
        count += sum(_cross(a, b) for a in pairwise(points) for b in pairwise(points2))
    return count


def _cross(one: Stretch, two: Stretch) -> bool:
    (p, q), (r, s) = one, two
    return _turn(p, q, r) * _turn(p, q, s) < 0 and _turn(r, s, p) * _turn(r, s, q) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
