"""From hops to lines: their corners, and the chips at their ends."""

from collections.abc import Mapping

from app.diagram.content import Box
from app.diagram.focus.chips import placed_row
from app.diagram.focus.gaps import Gap
from app.diagram.focus.hops import Hop, Hops, Port
from app.diagram.focus.ports import Ports
from app.diagram.focus.slots import Slot, inset
from app.diagram.geometry import PlacedChip, Point, Route
from app.diagram.nets import Item


class Drawing:
    """Lines from their hops."""

    def __init__(
        self,
        hops: Hops,
        boxes: Mapping[str, Box],
        slots: Mapping[Item, Slot],
        ports: Ports,
        gaps: Mapping[int, Gap],
        lefts: Mapping[int, float],
        widths: Mapping[int, float],
    ) -> None:
        self._boxes, self._slots, self._ports = boxes, slots, ports
        self._gaps, self._lefts, self._widths = gaps, lefts, widths
        self.routes: list[Route] = []
        self.chips: list[PlacedChip] = []
        for chain in hops.of_edge.values():
            self._draw(chain)

    def _draw(self, chain: list[Hop]) -> None:
        edge = chain[0].edge
        points = [point for hop in chain for point in self._points(hop)]
        if not chain[0].is_loop and chain[0].start.item.body != edge.from_id:
            points.reverse()
        if edge.chips:
            x, y = points[-1]
            to_right = points[-1][0] > points[-2][0]
            row = placed_row(edge, x, y, to_right=to_right)
            self.chips += row
            points[-1] = (row[0].x if to_right else row[-1].x, y)
        shared = next((hop for hop in chain if not hop.net.startswith(edge.id)), None)
        ends_shared = shared is not None and " to " in shared.net
        self.routes.append(Route(edge, _simple(points), shared.net if shared else edge.id, ends_shared))

    def _points(self, hop: Hop) -> list[Point]:
        left, right = self._ports[hop.start], self._ports[hop.end]
        lane = self._gaps[hop.gap].lane(hop)
        start = self._side(hop.start)
        end = self._side(hop.end)
        if left == right:
            return [(round(start, 1), left), (round(end, 1), right)]
        return [(round(start, 1), left), (lane, left), (lane, right), (round(end, 1), right)]

    def _side(self, port: Port) -> float:
        """Return where a line meets its port: on the outline of a body, at the edge of the column for a bend."""
        left = self._lefts[port.item.row]
        within = 0.0
        if port.item.body:
            slot = self._slots[port.item]
            box = self._boxes[port.item.body]
            within = inset(box, slot.width, slot.height, self._ports[port] - slot.y)
        return left + self._widths[port.item.row] - within if port.on_right else left + within


def _simple(points: list[Point]) -> tuple[Point, ...]:
    """Leave out what lies on the way between two others."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and kept[-2][1] == kept[-1][1] == point[1]:
            kept.pop()
        kept.append(point)
    return tuple(kept)
