"""Where the lanes of every gutter are, and with them how wide it is and where columns stand."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from app.diagram.columns.lanes import Strip, lanes_of
from app.diagram.columns.levels import GUTTER, Levels
from app.diagram.columns.plan import BarEnd, Plan, Port, Row, Upright
from app.diagram.columns.roles import Roles

BAND_EDGE = 9.0
"""From the boxes of the context band to its edge; lanes and bars end before it."""
_OUTER = 14.0
_EMPTY = 6.0
_CHIPS = 13.0
_PLAIN = 8.0
_BESIDE_CHIP = 10.0
_MOST_PITCH = 6.0


@dataclass(slots=True)
class Across:
    """Everything's place from left to right."""

    left: list[float] = field(default_factory=list)
    """Of each column's boxes."""
    right: list[float] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)
    """Of each gutter, its left edge; then the right edge of the whole."""
    lane: dict[Upright, float] = field(default_factory=dict)
    stops: dict[Upright, dict[object, float]] = field(default_factory=dict)
    """How high each upright is joined, by what joins it."""
    width: float = 0.0

    def middle(self, column: int) -> float:
        """Return the middle of a column's boxes."""
        return (self.left[column] + self.right[column]) / 2


def stops_at(levels: Levels, roles: Roles, upright: Upright, stops: Set[object]) -> dict[object, float]:
    """Return the height of each place where an upright is joined; a bar is met at the edge that faces the others."""
    found: dict[object, float] = {stop: levels.port[stop] for stop in stops if isinstance(stop, Port)}
    ports = list(found.values())
    for stop in stops:
        if isinstance(stop, BarEnd):
            others = [levels.middle[other.bar] for other in stops if isinstance(other, BarEnd) and other != stop]
            others += ports
            under = others[0] > levels.middle[stop.bar] if others else stop.bar not in roles.foot
            found[stop] = levels.bottom_of(stop.bar) if under else levels.top_of(stop.bar)
        elif not isinstance(stop, Port):
            found[stop] = levels.track[upright.trunk]
    return found


def across_of(levels: Levels, roles: Roles, row: Row, plan: Plan, widths: Mapping[str, float], pitch: float) -> Across:
    """Place lanes, `pitch` apart, gutters and columns."""
    gutters: list[list[Strip]] = [[] for _ in range(row.count + 1)]
    across = Across()
    for upright, stops in sorted(plan.uprights.items(), key=lambda each: each[0]):
        across.stops[upright] = at = stops_at(levels, roles, upright, stops)
        gutters[upright.gutter].append(_strip(plan, upright, at))
    margins = _margins(plan, row)
    x = 0.0
    for gutter in range(row.count + 1):
        across.edges.append(x)
        outer = gutter in {0, row.count}
        before, after = margins[gutter]
        if gutter == 0:
            before = _EMPTY
        if gutter == row.count:
            after = _EMPTY
        x += _lanes(across, gutters[gutter], x, before, after, _OUTER if outer else GUTTER, pitch)
        if gutter < row.count:
            across.left.append(round(x, 2))
            x += widths[row.keys[gutter]]
            across.right.append(round(x, 2))
    across.width = x
    across.edges.append(x)
    return across


def _strip(plan: Plan, upright: Upright, at: Mapping[object, float]) -> Strip:
    before, after = set[float](), set[float]()
    for stop, y in at.items():
        if isinstance(stop, Port):
            (before if stop.side == "right" else after).add(y)
        elif isinstance(stop, BarEnd):
            # At its end, a bar reaches to the lanes that end there: what passes is better beyond them.
            first, last = plan.spans[stop.bar]
            if upright.gutter in {first, last + 1}:
                (after if upright.gutter == first else before).add(y)
        else:
            joined = plan.horizontals[upright.trunk]
            if min(joined) < upright.gutter:
                before.add(y)
            if max(joined) > upright.gutter:
                after.add(y)
    return Strip(upright, min(at.values()), max(at.values()), tuple(sorted(before)), tuple(sorted(after)))


def _margins(plan: Plan, row: Row) -> list[tuple[float, float]]:
    """Return the room beside boxes, before and after each gutter's lanes: more where chips stand."""
    margins = [(_PLAIN, _PLAIN)] * (row.count + 1)
    at = {id_: place for place, key in enumerate(row.keys) for id_ in row.stacks[key].whole}
    for port, chips in plan.ports.items():
        if chips:
            gutter = at[port.body] + (port.side == "right")
            before, after = margins[gutter]
            margins[gutter] = (_CHIPS, after) if port.side == "right" else (before, _CHIPS)
    if row.own < row.count:
        before, after = margins[row.own]
        margins[row.own] = (before, after + BAND_EDGE)
    return margins


def _lanes(
    across: Across, strips: list[Strip], x: float, before: float, after: float, least: float, pitch: float
) -> float:
    """Place the lanes of one gutter from `x` on; give the gutter's width."""
    lanes = lanes_of(strips)
    count = max(lanes.values(), default=-1) + 1
    chips = {lanes[strip.key] for strip in strips if isinstance(strip.key, Upright) and strip.key.bar}
    steps = [_BESIDE_CHIP if {lane, lane + 1} <= chips else pitch for lane in range(count - 1)]
    need = before + sum(steps) + after
    width = max(least, need)
    if count > 1:
        more = min((width - need) / (count - 1), max(0.0, _MOST_PITCH - pitch))
        steps = [step + more for step in steps]
    at = x + before + (width - before - after - sum(steps)) / 2
    places = [at]
    for step in steps:
        places.append(places[-1] + step)
    for strip in strips:
        assert isinstance(strip.key, Upright)
        across.lane[strip.key] = round(places[lanes[strip.key]], 2)
    return width
