"""The picture around one body from left to right; words over lines have room of their own, which no line crosses."""

from collections.abc import Callable, Mapping

from app.diagram import text
from app.diagram.content import Box, Picture
from app.diagram.focus.around import Around, around
from app.diagram.focus.chips import hanging
from app.diagram.focus.columns import places_of, put_in_order, stand
from app.diagram.focus.drawing import Drawing
from app.diagram.focus.gaps import Gap
from app.diagram.focus.headings import headings_of
from app.diagram.focus.hops import Hops, Port, hops_of
from app.diagram.focus.ports import Ports
from app.diagram.focus.slots import LABEL_HEIGHT, OVER_LINE, broken, name_width, slots_of
from app.diagram.geometry import Geometry, Label, PlacedBox

_MARGIN = 14.0
_WIDTHS = {-1: 156.0, 0: 170.0, 1: 204.0, 2: 176.0}
_WIDTH_FURTHER = 150.0
_LSP_WIDTH = 132.0
_LABEL_ROOM = {0: 196.0, -1: 156.0}
_LABEL_FURTHER = 90.0
_UNDER_HEADINGS = 10.0
_HEADING_OVER = 20.0
"""A heading may be so much wider than its column, which the margins and the narrowest gap leave room for."""

Words = Mapping[str, tuple[str, ...]]
"""The phrases beside lines, by the lines' ids."""
Broken = dict[Port, tuple[str, ...]]
"""The same in lines, by the port over whose line they stand."""


def lay_out_wide(
    picture: Picture, focus: str, words: Words, room_for: Callable[[Hops], Broken] | None = None
) -> Geometry:
    """Place a picture around `focus` in columns.

    Where others may stand in the place of the words, `room_for` says how much room is kept for them.
    """
    found = around(picture, focus)
    boxes = {box.id: box for box in picture.boxes if box.id in found.columns}
    hops = hops_of(found)
    put_in_order(hops)
    labels = labels_of(hops, words)
    kept = room_for(hops) if room_for else labels
    order = places_of(hops)
    widths = {column: _width(found, column, boxes) for column in hops.items}
    slots = slots_of(hops, boxes, widths, kept, lambda port: order.get(port, 0.0))
    headings = _headings(found, widths)
    top = _MARGIN + max(map(len, headings.values()), default=0) * text.LINE_HEIGHT + _UNDER_HEADINGS
    bottom = stand(hops, slots, top)
    ports = Ports(hops, slots)
    gaps = {column: Gap(column, [hop for hop in hops.all if hop.gap == column], ports, kept) for column in hops.items}
    lefts: dict[int, float] = {}
    x = _MARGIN
    last = max(hops.items)
    for column in hops.items:
        lefts[column] = x
        gaps[column].left = x + widths[column]
        has_room = column != last or any(hop.gap == column for hop in hops.all)
        x = round(x + widths[column] + (gaps[column].width if has_room else 0.0), 1)
    placed = []
    for item, slot in slots.items():
        if item.body:
            middle = round(lefts[item.row] + slot.width / 2, 1)
            placed.append(PlacedBox(boxes[item.body], middle, slot.y, slot.width, slot.height, slot.lines))
    drawing = Drawing(hops, boxes, slots, ports, gaps, lefts, widths)
    said = [
        Label("", lines, round(lefts[column] + widths[column] / 2, 1), _MARGIN + text.SIZE, "middle", is_heading=True)
        for column, lines in headings.items()
    ]
    said += [_label(port, lines, gaps, ports) for port, lines in labels.items()]
    hung = [chip for one in placed for chip in hanging(one)]
    return Geometry(
        round(x + _MARGIN, 1),
        round(bottom + _MARGIN, 1),
        tuple(sorted(placed, key=lambda one: one.box.id)),
        tuple(drawing.routes),
        (*drawing.chips, *hung),
        labels=tuple(said),
    )


def labels_of(hops: Hops, words: Words) -> Broken:
    """Break words to the room of their gap, and give them to the port over whose line they stand."""
    labels = {}
    for id_, chain in hops.of_edge.items():
        hop = chain[0]
        if words.get(id_) and not hop.is_loop:
            room = _LABEL_ROOM.get(hop.gap, _LABEL_FURTHER)
            labels[hop.end if hop.gap == 0 else hop.start] = broken(words[id_], room)
    return labels


def _label(port: Port, lines: tuple[str, ...], gaps: Mapping[int, Gap], ports: Ports) -> Label:
    gap = gaps[port.item.row if port.on_right else port.item.row - 1]
    first = ports[port] - OVER_LINE - (len(lines) - 1) * LABEL_HEIGHT
    return Label(port.key, lines, gap.words_at, round(first, 1))


def _width(found: Around, column: int, boxes: Mapping[str, Box]) -> float:
    most = _LSP_WIDTH if column == found.lsp_column else _WIDTHS.get(column, _WIDTH_FURTHER)
    return name_width([boxes[id_] for id_ in found.of_column(column)], most)


def _headings(found: Around, widths: Mapping[int, float]) -> dict[int, tuple[str, ...]]:
    return {
        column: text.balanced(words, widths[column] + _HEADING_OVER, bold=True)
        for column, words in headings_of(found).items()
    }
