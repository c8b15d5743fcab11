"""From places along rows to whole lines: the height of rows and gaps, and every line's corners."""

from collections.abc import Mapping, Sequence
from math import sqrt

from app.diagram.channels import LANE, Strand, lanes_of
from app.diagram.content import Box, Edge
from app.diagram.geometry import CHIP, Geometry, PlacedBox, PlacedChip, Point, Route
from app.diagram.marks import Chip
from app.diagram.nets import Item, Pin, Wiring, bundles
from app.diagram.palette import Outline
from app.diagram.placing import Placing

STUB = 13.0
"""From a row to the nearest lane, so that arrows stand clear."""
_BETWEEN_CHIPS = 2.0
_LOOP = 9.0


def drawn(
    boxes: Mapping[str, Box],
    edges: Sequence[Edge],
    wiring: Wiring,
    placing: Placing,
) -> Geometry:
    """Return the geometry of one part of a picture."""
    tracks = _Tracks(boxes, edges, wiring, placing)
    routes, chips = [], []
    gathered = bundles(edges)
    trunk_of: dict[int, str] = {}
    for edge in edges:
        points = tracks.loop(edge) if edge.from_id == edge.to_id else tracks.route(edge)
        trunk = trunk_of.setdefault(wiring.paths[edge.id][0][0].net, edge.id) if edge.id in wiring.paths else ""
        routes.append(Route(edge, points, trunk, edge.id in gathered))
        chips.extend(_along(points, edge.chips, edge.id))
    for id_, box in sorted(boxes.items()):
        ports = [port for port in wiring.ports[id_] if port.kind == "chip"]
        for port, chip in zip(ports, box.chips, strict=True):
            x = placing.port_x[port]
            y = tracks.outline_y(id_, x, on_top=False)
            chips.append(PlacedChip(chip, x, y + CHIP / 2, id_))
    placed = [tracks.box(item) for row in placing.rows for item in row if item.body]
    return Geometry(placing.width, tracks.height, tuple(placed), tuple(routes), tuple(chips))


class _Tracks:
    def __init__(
        self,
        boxes: Mapping[str, Box],
        edges: Sequence[Edge],
        wiring: Wiring,
        placing: Placing,
    ) -> None:
        self.boxes = boxes
        self.item_of = {item.body: item for row in placing.rows for item in row if item.body}
        self.chips_of: dict[str, Sequence[Chip]] = {edge.id: edge.chips for edge in edges}
        self.sizes = placing.sizes
        self.wiring = wiring
        self.placing = placing
        self.middle: list[float] = []
        self.lane_y: dict[tuple[int, int], float] = {}
        self.height = self._stacked()

    def box(self, item: Item) -> PlacedBox:
        size = self.sizes[item.body]
        x = self.placing.x[item]
        return PlacedBox(self.boxes[item.body], x, self.middle[item.row], size.width, size.height, size.lines)

    def outline_y(self, id_: str, x: float, *, on_top: bool) -> float:
        """Return where a box's outline is, above or below its middle, at an x."""
        item = self.item_of[id_]
        size = self.sizes[id_]
        half = size.height / 2
        if self.boxes[id_].style.outline is Outline.ELLIPSE:
            half *= sqrt(max(0.0, 1 - ((x - self.placing.x[item]) / (size.width / 2)) ** 2))
        return self.middle[item.row] + (-half if on_top else half)

    def route(self, edge: Edge) -> tuple[Point, ...]:
        path = self.wiring.paths[edge.id]
        points: list[Point] = []
        for one, two in path:
            here, there = self.placing.pin_x(one), self.placing.pin_x(two)
            if one.port:
                points.append((here, self.outline_y(one.port.body, here, on_top=one.port.on_top)))
            lane = self.lane_y.get((one.gap, one.net))
            if lane is not None:
                points += [(here, lane), (there, lane)]
            if two.port:
                points.append((there, self.outline_y(two.port.body, there, on_top=two.port.on_top)))
        return _without_straight_corners(points)

    def loop(self, edge: Edge) -> tuple[Point, ...]:
        item = self.item_of[edge.from_id]
        side = self.placing.x[item] + self.sizes[item.body].width / 2
        y = self.middle[item.row]
        return ((side, y - _LOOP), (side + _LOOP, y - _LOOP), (side + _LOOP, y + _LOOP), (side, y + _LOOP))

    def _stacked(self) -> float:
        y = 0.0
        for number, row in enumerate(self.placing.rows):
            height = max((self.sizes[item.body].height for item in row if item.body), default=0.0)
            self.middle.append(y + height / 2)
            y += height
            pins = sorted(
                {pin for pin in self.wiring.pins if pin.gap == number},
                key=lambda pin: (pin.net, pin.on_upper, self.placing.pin_x(pin)),
            )
            y = self._gap(number, y, pins, row)
        return y

    def _gap(self, number: int, y: float, pins: Sequence[Pin], row: Sequence[Item]) -> float:
        """Lay the lanes of the gap under a row; give where the next row starts."""
        hanging = 14.0 if any(self.boxes[item.body].chips for item in row if item.body) else 0.0
        if not pins:
            return y + hanging
        strands = [
            Strand(
                net,
                tuple(self.placing.pin_x(pin) for pin in pins if pin.net == net and pin.on_upper),
                tuple(self.placing.pin_x(pin) for pin in pins if pin.net == net and not pin.on_upper),
            )
            for net in sorted({pin.net for pin in pins})
        ]
        lanes = lanes_of(strands)
        under = max(STUB, hanging, self._chips_at(pins, on_upper=True))
        over = max(STUB, self._chips_at(pins, on_upper=False))
        for net, lane in lanes.items():
            self.lane_y[number, net] = y + under + lane * LANE
        return y + under + max(lanes.values(), default=0) * LANE + over

    def _chips_at(self, pins: Sequence[Pin], *, on_upper: bool) -> float:
        ends = {pin.port.key for pin in pins if pin.port and pin.on_upper is on_upper}
        most = max((len(self.chips_of.get(key, ())) for key in ends), default=0)
        return most * (CHIP + _BETWEEN_CHIPS) + 8 if most else 0.0


def _along(points: Sequence[Point], chips: Sequence[Chip], owner: str) -> list[PlacedChip]:
    """Put chips at a line's end, one after another back along its last stretch."""
    (x0, y0), (x1, y1) = points[-2:]
    length = max(abs(x1 - x0) + abs(y1 - y0), 0.001)
    dx, dy = (x0 - x1) / length, (y0 - y1) / length
    back = [CHIP / 2 + place * (CHIP + _BETWEEN_CHIPS) for place in range(len(chips))]
    return [PlacedChip(chip, x1 + dx * far, y1 + dy * far, owner) for chip, far in zip(chips, back, strict=True)]


def _without_straight_corners(points: Sequence[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for x, y in points:
        point = (round(x, 2), round(y, 2))
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-1][0] == kept[-2][0] == point[0] or kept[-1][1] == kept[-2][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
