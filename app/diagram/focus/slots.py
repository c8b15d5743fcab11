"""How much room each body takes in its column: its name, its ports, and the words over the lines that leave it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt

from app.diagram import text
from app.diagram.content import Box
from app.diagram.focus.hops import Hops, Port
from app.diagram.nets import SEAT_PITCH, Item
from app.diagram.palette import Outline

LABEL_SIZE = 12.0
LABEL_HEIGHT = round(LABEL_SIZE * 1.15, 1)
ROW = 46.0
LEAST_HEIGHT = 30.0
_LEAST_WIDTH = 84.0
_PITCH = 10.0
_ROOM_AT_ENDS = 5.0
_UNDER_LINE = 6.0
OVER_LINE = 5.5
"""Between a line and the foot of the words over it."""
_SIDES = {Outline.HEXAGON: 28.0, Outline.PILL: 20.0, Outline.ELLIPSE: 36.0, Outline.OCTAGON: 16.0}
_BETWEEN = 10.0


@dataclass(slots=True)
class Slot:
    """An item with the room it takes above and under its middle; ports stand so far from the middle."""

    item: Item
    width: float
    height: float
    up: float
    down: float
    lines: tuple[str, ...] = ()
    ports: dict[Port, float] = field(default_factory=dict)
    y: float = 0.0


def broken(phrases: Sequence[str], room: float) -> tuple[str, ...]:
    """Break phrases into lines no wider than `room`, each phrase on lines of its own, in the size of labels."""
    larger = room * text.SIZE / LABEL_SIZE
    return tuple(line for phrase in phrases for line in text.wrapped(phrase, larger, most=3))


def label_width(lines: Sequence[str]) -> float:
    """Return how wide the lines of a label are."""
    return max((text.width(line, size=LABEL_SIZE) for line in lines), default=0.0)


def inside(box: Box, width: float) -> float:
    """Return the room for a name in a box of a width."""
    return width - _SIDES.get(box.style.outline, 14.0)


def is_bold(box: Box) -> bool:
    """Whether a box's name is bold."""
    return box.style.bold or box.is_focus


def name_width(boxes: Sequence[Box], most: float) -> float:
    """Return the width of a column: what its names need, at most `most`."""
    needs = [_LEAST_WIDTH]
    for box in boxes:
        named = text.balanced(box.name, inside(box, most), bold=is_bold(box))
        widest = max(text.width(line, bold=is_bold(box)) for line in named)
        needs.append(ceil(widest) + 1 + most - inside(box, most))
    return round(min(max(needs), most), 1)


def name_height(box: Box, lines: Sequence[str]) -> float:
    """Return the least height of a box with its name."""
    extra = {Outline.ELLIPSE: 12.0}.get(box.style.outline, 0.0)
    return max(LEAST_HEIGHT, round(len(lines) * text.LINE_HEIGHT + 9 + extra, 1))


def inset(box: Box, width: float, height: float, dy: float) -> float:
    """Return how far inside its frame a box's outline runs at a height `dy` from its middle: lines end there."""
    far = min(abs(dy), height / 2)
    match box.style.outline:
        case Outline.HEXAGON:
            return min(9.0, height / 2) * far / (height / 2)
        case Outline.OCTAGON:
            return max(0.0, far - height / 2 + 6)
        case Outline.PILL:
            return _of_arc(min(13.0, height / 2), far - height / 2 + min(13.0, height / 2))
        case Outline.ROUND:
            return _of_arc(4.0, far - height / 2 + 4.0)
        case Outline.ELLIPSE:
            return width / 2 * (1 - sqrt(1 - (far / (height / 2)) ** 2))
        case _:
            return 0.0


def _of_arc(radius: float, into: float) -> float:
    into = min(max(into, 0.0), radius)
    return radius - sqrt(radius * radius - into * into)


def slots_of(
    hops: Hops,
    boxes: Mapping[str, Box],
    widths: Mapping[int, float],
    labels: Mapping[Port, tuple[str, ...]],
    order_of: Callable[[Port], float],
) -> dict[Item, Slot]:
    """Measure every item. `labels` are the words at ports, `order_of` tells in which order ports want to stand."""
    ports: dict[Item, dict[bool, dict[Port, float]]] = {}
    for hop in hops.all:
        for port in (hop.start, hop.end):
            if port.item.body:
                pitch = SEAT_PITCH if hop.edge.chips and port.item.body == hop.edge.to_id else _PITCH
                sides = ports.setdefault(port.item, {False: {}, True: {}})[port.on_right]
                sides[port] = max(pitch, sides.get(port, 0.0))
    slots = {}
    for column, items in hops.items.items():
        for item in items:
            if item.body:
                slots[item] = _slot(item, boxes[item.body], widths[column], ports.get(item, {}), labels, order_of)
            else:
                slots[item] = _bend(item, labels)
    return slots


def _bend(item: Item, labels: Mapping[Port, tuple[str, ...]]) -> Slot:
    lines = max((len(said) for port, said in labels.items() if port.item == item), default=0)
    over = lines * LABEL_HEIGHT + OVER_LINE + _BETWEEN / 2 if lines else _PITCH / 2
    return Slot(item, 0.0, 0.0, over, _PITCH / 2 if not lines else _UNDER_LINE)


def _slot(
    item: Item,
    box: Box,
    width: float,
    sides: Mapping[bool, Mapping[Port, float]],
    labels: Mapping[Port, tuple[str, ...]],
    order_of: Callable[[Port], float],
) -> Slot:
    named = text.balanced(box.name, inside(box, width), bold=is_bold(box))
    slot = Slot(item, width, name_height(box, named), 0.0, 0.0, named)
    over, under = 0.0, 0.0
    for ports in sides.values():
        ordered = sorted(ports, key=lambda port: (order_of(port), port.key))
        places: list[float] = []
        for place, port in enumerate(ordered):
            words = len(labels.get(port, ())) * LABEL_HEIGHT + OVER_LINE if labels.get(port) else 0.0
            step = max((ports[port] + ports[ordered[place - 1]]) / 2, words + _UNDER_LINE) if place else 0.0
            places.append(places[-1] + step if places else 0.0)
        if not places:
            continue
        middle = places[-1] / 2
        slot.ports.update({port: place - middle for port, place in zip(ordered, places, strict=True)})
        slot.height = max(slot.height, places[-1] + 2 * _ROOM_AT_ENDS + _PITCH)
        first = labels.get(ordered[0], ())
        over = max(over, middle + (len(first) * LABEL_HEIGHT + OVER_LINE if first else 0.0))
        under = max(under, middle + _UNDER_LINE)
    badge = 9.0 if box.count > 1 else 0.0
    hanging = 13.0 if box.chips else 0.0
    slot.up = max(slot.height / 2 + badge, over) + _BETWEEN / 2
    slot.down = max(slot.height / 2 + hanging, under) + _BETWEEN / 2
    short = ROW - slot.up - slot.down
    if short > 0:
        slot.up, slot.down = slot.up + short / 2, slot.down + short / 2
    return slot
