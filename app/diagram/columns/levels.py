"""How high everything stands: bars, stacks, the channel between them, and the ports on the sides of boxes."""

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil

from app.diagram import text
from app.diagram.bars import SIGN
from app.diagram.columns.kinds import ELSEWHERE, Heading
from app.diagram.columns.lanes import Strip, lanes_of
from app.diagram.columns.plan import CHANNEL, BarEnd, Plan, Port, Row, Upright
from app.diagram.columns.roles import Roles
from app.diagram.content import Box
from app.diagram.geometry import CHIP
from app.diagram.palette import Outline
from app.diagram.panels import PANEL, Panel, beside_rows, least_width, notes_of, panel_of, stepped

BOX = 106.0
GUTTER = 26.0
WIDEST_BOX = 132.0
"""A longer word than such a box has room for is broken."""
FOLDED_BOX = 66.0
LANE = 5.0
_GAP = 5.0
_TIGHT_GAP = 12.0
_BADGE_GAP = 14.0
"""Under a box with a badge at its lower corner: the next one may have a sign or a badge at its upper one."""
_BAR = 30.0
_LOWER_BAR = 26.0
_BETWEEN_BARS = 22.0
_PITCH = 10.0
_MARGIN = 6.0
_SIDES = {Outline.HEXAGON: 22.0, Outline.PILL: 14.0, Outline.ELLIPSE: 26.0, Outline.OCTAGON: 12.0}
_HEADING_LINES = 3
_CORNER = 20.0
"""How far the sign or the badge at a corner of a box reaches into it, at most."""
_SIGN_ROOM, _BADGE_ROOM = 2.5, 6.5
"""How much farther a line of a name stands from an edge with a sign, or a badge, on it."""
_CLEAR = 6.0
"""From the room of arrows at bars to the lines that run over the columns."""
_UNDER_BAR = 6.0
"""From a bar to the name of a column under it."""


@dataclass(slots=True)
class Levels:
    """The height of everything, from 0 at the top."""

    middle: dict[str, float] = field(default_factory=dict)
    """Of each box, bars included."""
    height: dict[str, float] = field(default_factory=dict)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heading_at: dict[str, float] = field(default_factory=dict)
    """Where the columns begin whose names stand under the bars."""
    port: dict[Port, float] = field(default_factory=dict)
    panels: dict[str, Panel] = field(default_factory=dict)
    """Of boards that are open."""
    notes: dict[str, Panel] = field(default_factory=dict)
    """Of closed boards with seats that no line leads to."""
    heads: dict[str, float] = field(default_factory=dict)
    """Of these, and of bars with rows, how high the part is that has the name."""
    track: dict[str, float] = field(default_factory=dict)
    """Of each trunk in the channel."""
    head: float = 0.0
    line: float = 0.0
    """The forums' line."""
    bottom: float = 0.0

    def top_of(self, id_: str) -> float:
        """Return the upper edge of a box."""
        return self.middle[id_] - self.height[id_] / 2

    def bottom_of(self, id_: str) -> float:
        """Return the lower edge of a box."""
        return self.middle[id_] + self.height[id_] / 2

    def end_of(self, port: Port) -> float:
        """Return how high a line ends at most boxes: in the middle; at a board with rows beside its row or its name.

        Beside a row of a closed board it would seem to be about who that is for.
        """
        if panel := self.panels.get(port.body):
            return self.top_of(port.body) + panel.middle_of(port.row)
        if port.body in self.notes:
            return self.top_of(port.body) + self.heads[port.body] / 2
        return self.middle[port.body]


def width_of(heading: Heading, folded: frozenset[str], is_open: bool = False, least: float = 0.0) -> float:
    """Return how wide a column's boxes are; a folded one has room at least for the longest word of its name.

    A column in which a board is open is as wide as that. Another is as wide as usual, or a little wider where a word
    needs it: `least`.
    """
    if heading.key not in folded:
        return PANEL if is_open else max(BOX, min(least, WIDEST_BOX))
    word = max((text.width(word, bold=True) for word in heading.name.split()), default=0.0)
    return min(BOX, max(FOLDED_BOX, word - GUTTER + 8))


def levels_of(
    boxes: Mapping[str, Box],
    roles: Roles,
    row: Row,
    plan: Plan,
    widths: Mapping[str, float],
    through: set[str],
    rooms: Mapping[str, float],
    tall: Mapping[str, float],
) -> Levels:
    """Work out every height.

    `through` are boards of columns that no bar covers: they stand beside the bars. `rooms` is how wide the names of
    some bars may be, `tall` how high those are that are open.
    """
    levels = Levels()
    headings = {heading.key: heading for heading in roles.headings}
    for key in row.keys:
        name = headings[key].name
        levels.headings[key] = _headed(name, widths[key] + (0 if plan.headed_below else GUTTER - 8)) if name else ()
    whole = sum(widths[key] + GUTTER for key in row.keys[: row.own])
    _measure(levels, boxes, roles, row, plan, widths, max(whole, 2 * BOX), rooms, tall)
    _stand(levels, boxes, roles, row, plan, through)
    _join(levels, plan)
    return levels


def least_box(box: Box) -> float:
    """Return how wide a box must be for no word of its name, or of a hexagon's rows, to be broken."""
    words = [text.width(word, bold=box.style.bold) for word in box.name.split()]
    rows = [least_width(row) + 2 * beside_rows(box) for row in box.at_large if beside_rows(box)]
    return ceil(max((*rows, max(words, default=0.0) + _SIDES.get(box.style.outline, 8.0))))


@lru_cache(maxsize=4096)
def _named(name: str, room: float, bold: bool) -> tuple[str, ...]:
    """Break a name as `balanced` does; an order of columns is tried many times over, with the same names.

    A name that takes all the lines there may be is left as it is: made narrower, it would lose its end.
    """
    lines = text.wrapped(name, room, bold=bold)
    return lines if len(lines) == text.MOST_LINES else text.balanced(name, room, bold=bold)


@lru_cache(maxsize=4096)
def _headed(name: str, room: float) -> tuple[str, ...]:
    """Break the name of a column, likewise."""
    return text.wrapped(name, room, bold=True, most=_HEADING_LINES)


def _measure(
    levels: Levels,
    boxes: Mapping[str, Box],
    roles: Roles,
    row: Row,
    plan: Plan,
    widths: Mapping[str, float],
    whole: float,
    rooms: Mapping[str, float],
    tall: Mapping[str, float],
) -> None:
    need: dict[tuple[str, str], float] = {}
    for port, chips in plan.ports.items():
        if not port.row:
            need[port.body, port.side] = need.get((port.body, port.side), 0.0) + _PITCH * max(1, chips)
    for key in row.keys:
        for id_ in row.stacks[key].whole:
            box = boxes[id_]
            lines = _named(box.name, widths[key] - _SIDES.get(box.style.outline, 8.0), box.style.bold)
            ports = max(need.get((id_, "left"), 0.0), need.get((id_, "right"), 0.0))
            if box.is_open:
                panel = levels.panels[id_] = panel_of(box, widths[key] - 2 * beside_rows(box), ports + 5)
                levels.lines[id_], levels.height[id_] = panel.name, panel.height
                continue
            levels.lines[id_] = lines
            head = round(max(len(lines) * text.LINE_HEIGHT + 7 + _beside_signs(box, lines, widths[key]), ports + 5), 1)
            levels.height[id_] = head
            if box.at_large:
                note = levels.notes[id_] = notes_of(
                    box.at_large, widths[key] - 2 * beside_rows(box), head, _BADGE_ROOM if box.folded else 0.0
                )
                levels.heads[id_], levels.height[id_] = head, note.height
    for id_ in roles.across:
        first, last = plan.spans[id_]
        room = whole if id_ in (*roles.top, *roles.foot) else sum(widths[key] for key in row.keys[first : last + 1])
        sign = 2 * SIGN if boxes[id_].roster else 0.0
        levels.lines[id_] = _named(boxes[id_].name, rooms.get(id_, max(room, BOX + sign) - 30 - sign), True)
        least = _BAR if id_ in roles.top else _LOWER_BAR
        levels.height[id_] = round(max(least, len(levels.lines[id_]) * text.LINE_HEIGHT + 9), 1)
        if boxes[id_].is_open or boxes[id_].at_large:
            levels.heads[id_] = stepped(levels.height[id_])
            levels.height[id_] = max(levels.heads[id_], tall.get(id_, 0.0))


def _beside_signs(box: Box, lines: tuple[str, ...], room: float) -> float:
    """Return how much higher a box is so that neither its sign nor its badge stands on a long line of its name."""
    first, last = (text.width(line, bold=box.style.bold) for line in (lines[0], lines[-1]))
    up = _SIGN_ROOM if box.roster and first > room - 2 * _CORNER else 0.0
    down = _BADGE_ROOM if box.folded and not box.at_large and last > room - 2 * _CORNER else 0.0
    return 2 * max(up, down)


def _stand(levels: Levels, boxes: Mapping[str, Box], roles: Roles, row: Row, plan: Plan, through: set[str]) -> None:
    y = max((len(lines) for lines in levels.headings.values()), default=0) * text.LINE_HEIGHT + 9
    # Over a bar that is open, the names of columns would seem to be what its rows are about: they go under it.
    drop = y - _BETWEEN_BARS + _UNDER_BAR if plan.headed_below else 0.0
    y = _UNDER_BAR if plan.headed_below else y
    levels.head = y
    beside, y = _stand_bars(levels, boxes, roles, plan, y)
    below = [y + drop]
    for key in row.keys:
        at = beside if row.stacks[key].upper[:1] and row.stacks[key].upper[0] in through else y
        if plan.headed_below:
            levels.heading_at[key] = at - _BETWEEN_BARS + _UNDER_BAR
            at += drop
        for place, id_ in enumerate(row.stacks[key].upper):
            if place == 1:
                at = max(at, y + drop)
            at = _put(levels, boxes, plan, row.stacks[key].whole, id_, at)
        if key != ELSEWHERE:  # the context band has no forums' line
            below.append(at)
    beside_all = at if ELSEWHERE in row.keys else 0.0
    levels.line = y = _run(levels, plan, max(below), plan.horizontals.keys() - plan.under - plan.over) + 5
    below = [y]
    for key in row.keys:
        at = y
        for id_ in row.stacks[key].lower:
            at = _put(levels, boxes, plan, row.stacks[key].whole, id_, at)
        below.append(at)
    if plan.under:
        below.append(_run(levels, plan, max(below), plan.under))
    y = max(*below, beside_all) + _BETWEEN_BARS - _GAP
    for id_ in roles.foot:
        levels.middle[id_] = y + levels.height[id_] / 2
        y += levels.height[id_] + _BETWEEN_BARS
    under = {way.edge.from_id for way in plan.ways if way.edge.from_id == way.edge.to_id}
    hangs = any(boxes[id_].chips or id_ in under for id_ in (*roles.top, *roles.bars, *roles.foot))
    levels.bottom = y - _BETWEEN_BARS + (CHIP + 4 if hangs else _MARGIN)


def _stand_bars(levels: Levels, boxes: Mapping[str, Box], roles: Roles, plan: Plan, y: float) -> tuple[float, float]:
    """Let the bars over the columns stand from `y` on; return where columns begin beside those of them, and under."""
    for id_ in roles.top:
        levels.middle[id_] = y + levels.height[id_] / 2
        y += levels.height[id_] + _BETWEEN_BARS
    beside = y
    for members in _rows(roles, plan):
        high = max(levels.height[id_] for id_ in members)
        for id_ in members:
            levels.height[id_] = high
            levels.middle[id_] = y + high / 2
        y += high + _BETWEEN_BARS
    if plan.over:  # clear of the arrows that end at the bars, and of the names of columns
        y = _run(levels, plan, y - _CLEAR, plan.over) + _BETWEEN_BARS - _UNDER_BAR
        if any(boxes[id_].is_open for id_ in roles.top):  # they run over all columns
            beside = y
    return beside, y


def _put(levels: Levels, boxes: Mapping[str, Box], plan: Plan, whole: tuple[str, ...], id_: str, at: float) -> float:
    levels.middle[id_] = at + levels.height[id_] / 2
    place = whole.index(id_)
    tight = place + 1 < len(whole) and (id_, whole[place + 1]) in plan.tight
    gap = _TIGHT_GAP if tight or _hangs(boxes[id_]) else _GAP
    return at + levels.height[id_] + (_BADGE_GAP if boxes[id_].folded else gap)


def _hangs(box: Box) -> bool:
    """Tell whether chips hang under a box."""
    return bool(box.chips) and not box.at_large


def _rows(roles: Roles, plan: Plan) -> list[list[str]]:
    """Return the bars between top and foot row by row; those with a column between them can share one."""
    rows: list[list[str]] = []
    for id_ in roles.bars:
        first, last = plan.spans[id_]
        free = [
            members
            for members in rows[-1:]
            if all(last < plan.spans[other][0] - 1 or first > plan.spans[other][1] + 1 for other in members)
        ]
        if free:
            free[0].append(id_)
        else:
            rows.append([id_])
    return rows


def _run(levels: Levels, plan: Plan, above: float, trunks: Set[str]) -> float:
    """Let trunks run side by side under what ends `above`; return where the last of them does."""
    tracks = _tracks(plan, trunks)
    top = ceil((above + 4) / LANE) * LANE  # off the grid of the ports that the context band has beside it
    levels.track |= {str(trunk): top + LANE * lane for trunk, lane in tracks.items()}
    return top + LANE * (max(tracks.values(), default=-1) + 1)


def _tracks(plan: Plan, trunks: Set[str]) -> dict[Hashable, int]:
    """Return the tracks of trunks; gutters stand for places, since the lanes in them are not known yet."""
    ends: dict[str, tuple[set[float], set[float]]] = {trunk: (set(), set()) for trunk in trunks}
    for upright, stops in plan.uprights.items():
        if CHANNEL in stops and upright.trunk in trunks:
            for stop in stops:
                is_over = upright.trunk in plan.over
                if isinstance(stop, Port) or (is_over and isinstance(stop, BarEnd)):
                    is_below = isinstance(stop, Port) and (is_over or stop.body not in plan.upper)
                    is_below = is_below and upright.trunk not in plan.under
                    ends[upright.trunk][is_below].add(upright.gutter * 100.0)
    strips = [
        Strip(
            trunk,
            min(gutters) * 100.0,
            max(gutters) * 100.0,
            tuple(sorted(ends[trunk][0])),
            tuple(sorted(ends[trunk][1])),
        )
        for trunk, gutters in sorted(plan.horizontals.items())
        if trunk in trunks
    ]
    return lanes_of(strips)


def _join(levels: Levels, plan: Plan) -> None:
    """Return every port its height: on a side, what goes up is above what goes down, and the farthest in the middle.

    Ports on right sides stand on another grid than those on left sides, so that no two lines meet head on in a gutter.
    """
    reach: dict[Port, tuple[float, float]] = {}
    for upright, stops in plan.uprights.items():
        places = [_place(levels, upright, stop) for stop in stops]
        lowest, highest = min(places), max(places)
        for stop in stops:
            if isinstance(stop, Port):
                low, high = reach.get(stop, (lowest, highest))
                reach[stop] = (min(low, lowest), max(high, highest))
    sides: dict[tuple[str, str], list[Port]] = {}
    for port in plan.ports:
        sides.setdefault((port.body, port.side), []).append(port)

    def order(port: Port) -> tuple[float, str, str]:
        middle = levels.middle[port.body]
        low, high = reach.get(port, (middle, middle))
        up, down = middle - low, high - middle
        return (-1 / (1 + up) if up >= down else 1 / (1 + down), port.trunk, port.key)

    for (_, side), every in sides.items():
        base = 0.0 if side == "right" else LANE / 2
        for port in every:
            if port.row:
                levels.port[port] = round(_on_grid(levels.end_of(port), base), 2)
        ports = [port for port in every if not port.row]
        if not ports:
            continue
        sizes = [_PITCH * max(1, plan.ports[port]) for port in ports]
        y = levels.end_of(ports[0]) - sum(sizes) / 2
        y += _on_grid(y + _PITCH / 2, base) - (y + _PITCH / 2)
        for port in sorted(ports, key=order):
            size = _PITCH * max(1, plan.ports[port])
            levels.port[port] = round(y + size / 2, 2)
            y += size


def _on_grid(y: float, base: float) -> float:
    return round((y - base) / LANE) * LANE + base


def _place(levels: Levels, upright: Upright, stop: object) -> float:
    if isinstance(stop, Port):
        return levels.end_of(stop)
    if isinstance(stop, BarEnd):
        return levels.middle[stop.bar]
    return levels.track[upright.trunk]
