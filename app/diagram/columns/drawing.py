"""From places to the whole geometry: boxes with their gaps, lines with their corners, chips and stripes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from math import sqrt

from app.diagram.columns.gutters import BAND_EDGE, Across
from app.diagram.columns.levels import Levels
from app.diagram.columns.plan import SLOT, BarEnd, Plan, Port, Row, Upright, Way
from app.diagram.columns.roles import Roles
from app.diagram.content import Box, Edge
from app.diagram.geometry import CHIP, Column, Geometry, PlacedBox, PlacedChip, Point, Route, placed_rows
from app.diagram.marks import Chip
from app.diagram.palette import Outline
from app.diagram.panels import beside_rows
from app.diagram.spreads import with_rows

_CHIP_PITCH = 10.0
_COUNTED_PITCH = 24.0
_PAST_LANE = 2.5
_LOOP = 8.0


class Sheet:
    """Everything in its place; while orders of columns are tried, only the lines of it are looked at."""

    def __init__(
        self, boxes: Mapping[str, Box], roles: Roles, row: Row, plan: Plan, levels: Levels, across: Across
    ) -> None:
        self.boxes, self.roles, self.row, self.plan = boxes, roles, row, plan
        self.levels, self.across = levels, across
        self.stops = across.stops
        self.ways = sorted(plan.ways, key=lambda way: way.edge.id)
        self.sides: dict[str, tuple[float, float]] = {}
        self.column = {id_: place for place, key in enumerate(row.keys) for id_ in row.stacks[key].whole}
        self.loops = self._loops()
        self.needs: dict[str, float] = {}
        """How high each bar must be that is open, once its rows have their place; 0 where they find none."""

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The lines with their corners."""
        return tuple(Route(way.edge, self._points(way), way.trunk, way.gathers) for way in self.ways)

    def geometry(self, folded: frozenset[str]) -> Geometry:
        """Return the whole; `folded` are the keys of columns that are one box."""
        routes = tuple(replace(route, at_row=self._is_marked_inside(route.edge)) for route in self.routes)
        boxes = tuple(self._spread(self._box(id_, routes)) for id_ in sorted(self.boxes))
        chips = [chip for route in routes for chip in self._chips(route)]
        chips += [chip for box in boxes if not box.notes for chip in self._hanging(box.box.id)]
        return Geometry(
            round(self.across.width, 2),
            round(self.levels.bottom, 2),
            boxes,
            routes,
            tuple(chips),
            self._columns(folded),
        )

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.across.width

    def _columns(self, folded: frozenset[str]) -> tuple[Column, ...]:
        columns = []
        for place, key in enumerate(self.row.keys):
            left, top = self._border(place), round(self.levels.heading_at.get(key, 0.0), 2)
            right = self._border(place + 1)
            columns.append(
                Column(
                    key,
                    self.levels.headings[key],
                    left,
                    top,
                    round(right - left, 2),
                    round(self.levels.bottom - top, 2),
                    is_alternate=place % 2 == 0 and bool(self.levels.headings[key]),
                    middle=round(self.across.middle(place) if top else (left + right) / 2, 2),
                    is_folded=key in folded,
                )
            )
        return tuple(columns)

    def _border(self, gutter: int) -> float:
        """Return where one stripe ends and the next begins: in the middle of a gutter, or the edge of the whole."""
        if gutter in {0, self.row.count}:
            return 0.0 if gutter == 0 else round(self.across.width, 2)
        if gutter == self.row.own:
            return round(self.across.left[gutter] - BAND_EDGE, 2)
        return round((self.across.edges[gutter] + self.across.left[gutter]) / 2, 2)

    def _sides(self, id_: str) -> tuple[float, float]:
        """Return a box's left and right edge; a bar reaches over the lanes that end at it."""
        if id_ not in self.sides:
            self.sides[id_] = self._sides_of(id_)
        return self.sides[id_]

    def _sides_of(self, id_: str) -> tuple[float, float]:
        if id_ in self.column:
            return self.across.left[self.column[id_]], self.across.right[self.column[id_]]
        if not self.row.own:
            return 0.0, round(self._border(0) or self.across.width, 2)
        if id_ in self.roles.bars:
            first, last = self.plan.spans[id_]
            left, right = self.across.left[first], self.across.right[last]
        elif self.row.own == self.row.count:
            return 0.0, round(self.across.width, 2)
        else:
            left, right = 0.0, self._border(self.row.own) - _PAST_LANE
        for upright, stops in self.plan.uprights.items():
            if BarEnd(id_) in stops:
                x = self.across.lane[upright]
                left, right = min(left, x - _PAST_LANE), max(right, x + _PAST_LANE)
        return round(left, 2), round(right, 2)

    def _box(self, id_: str, routes: tuple[Route, ...]) -> PlacedBox:
        left, right = self._sides(id_)
        top, bottom = self.levels.top_of(id_), self.levels.bottom_of(id_)
        panel, notes = self.levels.panels.get(id_), self.levels.notes.get(id_)
        start, room = round(left + beside_rows(self.boxes[id_]), 2), right - left - 2 * beside_rows(self.boxes[id_])
        gaps = set[float]()
        if id_ in self.roles.across:
            for route in routes:
                for (x0, y0), (x1, y1) in pairwise(route.points):
                    if x0 == x1 and left < x0 < right and min(y0, y1) < top + 1 and max(y0, y1) > bottom - 1:
                        gaps.add(x0)
        return PlacedBox(
            self.boxes[id_],
            round((left + right) / 2, 2),
            round(self.levels.middle[id_], 2),
            round(right - left, 2),
            self.levels.height[id_],
            self.levels.lines[id_],
            tuple(sorted(gaps)),
            panel.head if panel else self.levels.heads.get(id_, 0.0),
            placed_rows(panel, start, round(top, 2), round(room, 2), id_) if panel else (),
            placed_rows(notes, start, round(top, 2), round(room, 2), id_) if notes else (),
            bool(self.boxes[id_].roster),
            id_ in self.roles.across,
        )

    def _spread(self, placed: PlacedBox) -> PlacedBox:
        """Give a bar its rows: all where it is open, else those for seats that no line leads to."""
        if not placed.is_bar or not (placed.box.is_open or placed.box.at_large):
            return placed
        spread, self.needs[placed.box.id] = with_rows(placed)
        return spread

    def _points(self, way: Way) -> tuple[Point, ...]:
        if way.column >= 0:
            return self._straight(way)
        if not way.stops:
            return self._bar_loop(way.edge)
        points: list[Point] = []
        for here, there in pairwise(way.stops):
            upright = here if isinstance(here, Upright) else there
            assert isinstance(upright, Upright)
            x = self.across.lane[upright]
            ys = self.stops[upright]
            if isinstance(here, Port):
                points.append((self._edge(here), ys[here]))
            if here is not upright:
                points.append((x, ys[here]))
            if there is not upright:
                points.append((x, ys[there]))
            if isinstance(there, Port):
                points.append((self._edge(there), ys[there]))
        return _without_needless(points)

    def _edge(self, port: Port) -> float:
        """Return where a box's outline is, at the height of a port."""
        left, right = self._sides(port.body)
        inset = _inset(self.boxes[port.body], self.levels, port)
        return round(left + inset if port.side == "left" else right - inset, 2)

    def _straight(self, way: Way) -> tuple[Point, ...]:
        one, other = way.edge.from_id, way.edge.to_id
        step = (way.slot + 1) // 2 * SLOT * (1 if way.slot % 2 else -1)
        x = round(self.across.middle(way.column) + step, 2)
        up = self.levels.middle[other] < self.levels.middle[one]
        start = self.levels.top_of(one) if up else self.levels.bottom_of(one)
        end = self.levels.bottom_of(other) if up else self.levels.top_of(other)
        return ((x, round(start, 2)), (x, round(end, 2)))

    def _loops(self) -> dict[str, int]:
        """Return the numbers of the lines that each bar has to itself."""
        numbers: dict[str, int] = {}
        count = Counter[str]()
        for way in self.ways:
            if way.column < 0 and not way.stops:
                numbers[way.edge.id] = count[way.edge.from_id]
                count[way.edge.from_id] += 1
        return numbers

    def _bar_loop(self, edge: Edge) -> tuple[Point, ...]:
        """Draw a bar's line to itself under it, where neither lanes nor straight lines are."""
        bar, number = edge.from_id, self.loops[edge.id]
        first, last = self.plan.spans[bar]
        column = first + number % (last - first + 1)
        right = self.across.right[column] if self.row.count else self._sides(bar)[1]
        x, y = right - 6 - 16 * (number // (last - first + 1)), round(self.levels.bottom_of(bar), 2)
        return ((x - _LOOP, y), (x - _LOOP, y + _LOOP), (x, y + _LOOP), (x, y))

    def _is_marked_inside(self, edge: Edge) -> bool:
        """Tell whether the seats of a line have their marks in rows of their board, and not where it ends."""
        board, seats = self.boxes[edge.to_id], edge.fact_ids
        return edge.style.key == "seat" and bool(board.row_of(seats) or board.has_rows_of(seats))

    def _chips(self, route: Route) -> list[PlacedChip]:
        """Put the chips of a line beside its end: along a side, or along the edge of a bar; rows have their own."""
        if route.at_row:
            return []
        (x0, y0), (x1, y1) = route.points[-2], route.points[-1]
        chips, first = route.edge.chips, -(len(route.edge.chips) - 1) / 2
        if y0 == y1:
            x = x1 + (CHIP / 2 if x0 > x1 else -CHIP / 2)
            return [
                PlacedChip(chip, round(x, 2), round(y1 + (first + place) * _CHIP_PITCH, 2), route.edge.id)
                for place, chip in enumerate(chips)
            ]
        y = y1 + (CHIP / 2 if y0 > y1 else -CHIP / 2)
        return [
            PlacedChip(chip, round(x1 + (first + place) * _CHIP_PITCH, 2), round(y, 2), route.edge.id)
            for place, chip in enumerate(chips)
        ]

    def _hanging(self, id_: str) -> list[PlacedChip]:
        """Hang the chips of seats for people at large under their board, at its left."""
        if self.boxes[id_].is_open:
            return []
        x = self._sides(id_)[0] + 10
        if id_ in (*self.roles.top, *self.roles.foot) and self.row.count:
            x = self.across.left[0] + 10
        found = []
        for chip in self.boxes[id_].chips:
            found.append(PlacedChip(chip, round(x, 2), round(self.levels.bottom_of(id_) + CHIP / 2, 2), id_))
            x += _pitch(chip)
        return found


def _pitch(chip: Chip) -> float:
    return _COUNTED_PITCH if chip.number > 1 else _CHIP_PITCH + 1


def _inset(box: Box, levels: Levels, port: Port) -> float:
    """Return how far a box's outline is from its side at a port: more near the corners of round and cut boxes."""
    half = levels.height[box.id] / 2
    off = abs(levels.port[port] - levels.middle[box.id])
    match box.style.outline:
        case Outline.PILL:
            radius = min(13.0, half)
            into = off - (half - radius)
            return radius - sqrt(max(0.0, radius**2 - into**2)) if into > 0 else 0.0
        case Outline.HEXAGON:
            return min(9.0, half) * min(1.0, off / half)
        case Outline.OCTAGON:
            return max(0.0, off - (half - 6.0))
        case Outline.CUT:
            above = levels.middle[box.id] - levels.port[port]
            return max(0.0, above - (half - 6.0)) if port.side == "right" else 0.0
        case Outline.ELLIPSE:
            return 53.0 * (1 - sqrt(max(0.0, 1 - (off / half) ** 2)))
        case _:
            return 0.0


def _without_needless(points: list[Point]) -> tuple[Point, ...]:
    """Drop corners that are none."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
            continue
        kept.append(point)
    return tuple(kept)
