"""The picture around one body from top to bottom, for a phone: one body a row, lines beside them at either side.

Everything that touches the body itself runs on the left; what lies further up is joined on the right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.diagram import text
from app.diagram.channels import LANE
from app.diagram.content import Box, Picture
from app.diagram.focus.around import Around, around
from app.diagram.focus.chips import hanging, placed_row, row_width
from app.diagram.focus.headings import headings_of
from app.diagram.focus.runs import End, Run, ends_by_side, give_lanes, runs_of
from app.diagram.focus.slots import LABEL_HEIGHT, broken, inset, is_bold, label_width, name_height
from app.diagram.focus.slots import inside as room_inside
from app.diagram.geometry import CHIP, Geometry, Label, PlacedBox, PlacedChip, Point, Route

WIDTH = 360.0
_MARGIN = 6.0
_LEAST_BOX = 150.0
_PITCH = 10.0
_END = 16.0
_BETWEEN = 12.0
_OVER_BOX = 5.0


@dataclass(slots=True)
class _Stack:
    """Bodies under each other, with their headings and words, between the rooms for lines at either side."""

    left: float
    width: float
    placed: dict[str, PlacedBox] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    y: float = _MARGIN

    def say(self, owner: str, lines: tuple[str, ...], *, is_heading: bool = False) -> None:
        """Write words over the next box."""
        high = text.LINE_HEIGHT if is_heading else LABEL_HEIGHT
        first = self.y + (text.SIZE if is_heading else LABEL_HEIGHT - 2.5)
        self.labels.append(Label(owner, lines, self.left, round(first, 1), is_heading=is_heading))
        self.y += len(lines) * high + (_OVER_BOX if is_heading else _OVER_BOX / 2)

    def add(self, box: Box, ends: tuple[list[End], list[End]]) -> None:
        """Place the next box."""
        self.y += 9 if box.count > 1 else 1
        self.placed[box.id] = _placed(box, self.left, self.width, self.y, ends)
        self.y += self.placed[box.id].height + _BETWEEN + (12 if box.chips else 0)


def lay_out_narrow(picture: Picture, focus: str, words: Mapping[str, tuple[str, ...]]) -> Geometry:
    """Place a picture around `focus` in one column, within WIDTH as long as its lines leave room."""
    found = around(picture, focus)
    boxes = {box.id: box for box in picture.boxes if box.id in found.columns}
    order = _order(found, boxes)
    runs = runs_of(found, order)
    # At first there is room for every net in a lane of its own; then, if they share lanes, for no more than they need.
    lanes = tuple(len({run.net for run in runs if run.on_right is side}) for side in (False, True))
    stack = _stacked(found, boxes, order, runs, words, lanes)
    needed = give_lanes(runs)
    if needed != lanes:
        closer = _stacked(found, boxes, order, runs, words, needed)
        if give_lanes(runs) == needed:
            stack, lanes = closer, needed
        else:
            stack = _stacked(found, boxes, order, runs, words, lanes)
            give_lanes(runs)
    routes, chips = [], []
    for run in runs:
        route, row = _route(run, stack, _end_room(runs, on_right=run.on_right))
        routes.append(route)
        chips += row
    chips += [chip for one in stack.placed.values() for chip in hanging(one)]
    return Geometry(
        round(stack.left + stack.width + _side_room(runs, lanes, on_right=True), 1),
        round(stack.y + _MARGIN, 1),
        tuple(sorted(stack.placed.values(), key=lambda one: one.box.id)),
        tuple(routes),
        tuple(chips),
        labels=tuple(stack.labels),
    )


def _stacked(
    found: Around,
    boxes: Mapping[str, Box],
    order: list[str],
    runs: list[Run],
    words: Mapping[str, tuple[str, ...]],
    lanes: tuple[int, ...],
) -> _Stack:
    """Place all boxes with so many lanes at their left and right."""
    left, right = (_side_room(runs, lanes, on_right=side) for side in (False, True))
    stack = _Stack(left, max(WIDTH - left - right, _LEAST_BOX))
    ends, heads, column = ends_by_side(runs, order), headings_of(found), None
    for id_ in order:
        if found.columns[id_] != column:
            column = found.columns[id_]
            stack.y += _BETWEEN / 2
            if column in heads:
                stack.say("", text.wrapped(heads[column], stack.width, bold=True), is_heading=True)
        for run in runs:
            said = words.get(run.edge.id, ())
            if said and id_ in (run.start.box, run.end.box) and _is_labelled(run, id_, found.focus):
                stack.say(run.edge.id, broken(_together(said, stack.width), stack.width))
        stack.add(boxes[id_], ends.get(id_, ([], [])))
    return stack


def _order(found: Around, boxes: Mapping[str, Box]) -> list[str]:
    """Order bodies: column after column, each by name, sub-groups after what they are of."""
    parents = {e.from_id: e.to_id for e in found.edges if e.style.key == "sub-group-of"}
    order: list[str] = []

    def place(id_: str) -> None:
        if id_ not in order:
            order.append(id_)
            for other in same:
                if parents.get(other) == id_:
                    place(other)

    for column in sorted(set(found.columns.values())):
        same = sorted(found.of_column(column), key=lambda id_: (boxes[id_].name, id_))
        for id_ in [one for one in same if parents.get(one) not in same] + same:
            place(id_)
    return order


def _side_room(runs: list[Run], lanes: tuple[int, ...], *, on_right: bool) -> float:
    if not lanes[on_right]:
        return _MARGIN
    return round(_MARGIN + (lanes[on_right] - 1) * LANE + _end_room(runs, on_right=on_right) + 3, 1)


def _end_room(runs: list[Run], *, on_right: bool) -> float:
    """Return the room between the boxes and the nearest lane: for arrows, or for the longest row of seats."""
    rows = (row_width(run.edge) + CHIP for run in runs if run.on_right is on_right and run.edge.chips)
    return max(_END, *rows, 0.0)


def _is_labelled(run: Run, id_: str, focus: str) -> bool:
    """Whether a line's words stand over this box: over the other one for the body in focus, else where it starts."""
    if focus in (run.start.box, run.end.box):
        return id_ != focus
    return id_ == run.start.box


def _together(phrases: tuple[str, ...], room: float) -> tuple[str, ...]:
    """Put who holds a seat and how on one line, where that fits."""
    joined = " · ".join(phrases)
    return (joined,) if len(phrases) == 2 and label_width([joined]) <= room else phrases


def _placed(box: Box, left: float, width: float, top: float, ends: tuple[list[End], list[End]]) -> PlacedBox:
    lines = text.balanced(box.name, room_inside(box, width), bold=is_bold(box))
    height = max(name_height(box, lines), max(map(len, ends)) * _PITCH + 12)
    middle = round(top + height / 2, 1)
    for side in ends:
        for number, end in enumerate(side):
            end.y = round(middle + (number - (len(side) - 1) / 2) * _PITCH, 1)
    return PlacedBox(box, round(left + width / 2, 1), middle, width, height, lines)


def _route(run: Run, stack: _Stack, end_room: float) -> tuple[Route, list[PlacedChip]]:
    away = 1 if run.on_right else -1
    side = stack.left + stack.width if run.on_right else stack.left
    lane = side + away * (end_room + run.lane * LANE)
    points: list[Point] = []
    for end in (run.start, run.end):
        box = stack.placed[end.box]
        edge = box.x + away * (box.width / 2 - inset(box.box, box.width, box.height, end.y - box.y))
        both = [(round(edge, 1), end.y), (round(lane, 1), end.y)]
        points += both if end is run.start else both[::-1]
    chips: list[PlacedChip] = []
    if run.edge.chips:
        x, y = points[-1]
        chips = placed_row(run.edge, x, y, to_right=not run.on_right)
        points[-1] = (chips[-1].x if run.on_right else chips[0].x, y)
    return Route(run.edge, tuple(points), run.net, run.shares_end), chips
