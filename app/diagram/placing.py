"""Where items stand along their rows, and where lines meet boxes: trunks straight, boxes near their lines."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from app.diagram.geometry import Size
from app.diagram.nets import Item, Pin, Port, Wiring
from app.diagram.spacing import spaced

BETWEEN_BOXES = 16.0
BESIDE_BOX = 10.0
BETWEEN_BENDS = 9.0
PORT_MARGIN = 10.0
_SWEEPS = 24
_MANY = 1500
_JOG = 30.0


class Placing:
    """The positions of items and ports, improved in sweeps."""

    def __init__(
        self,
        rows: Sequence[Sequence[Item]],
        wiring: Wiring,
        sizes: Mapping[str, Size],
        loops: set[str],
    ) -> None:
        self.rows = rows
        self.wiring = wiring
        self.sizes = sizes
        self.loops = loops
        self.x: dict[Item, float] = {}
        self.port_x: dict[Port, float] = {}
        self.partners: dict[Pin, list[Pin]] = {}
        self.pins_of: dict[Item, list[Pin]] = {}
        for path in wiring.paths.values():
            for one, two in path:
                self.partners.setdefault(one, []).append(two)
                self.partners.setdefault(two, []).append(one)
        for pin in wiring.pins:
            self.pins_of.setdefault(pin.item, []).append(pin)
        self.gaps = [self._gaps(row) for row in rows]
        self.width = max(
            self._half(row[0]) + sum(gaps) + self._half(row[-1]) for row, gaps in zip(rows, self.gaps, strict=True)
        )

    def improve(self) -> None:
        """Place everything."""
        for row, gaps in zip(self.rows, self.gaps, strict=True):
            places = spaced([self.width / 2] * len(row), [1.0] * len(row), gaps, *self._bounds(row))
            self.x.update(zip(row, places, strict=True))
        self._place_ports()
        sweeps = _SWEEPS if len(self.x) < _MANY else _SWEEPS // 3
        for sweep in range(sweeps):
            downwards = sweep % 2 == 0
            both = sweep < sweeps - 4
            for row in self.rows if downwards else reversed(self.rows):
                self._place_row(row, upwards=downwards, also=both and sweep % 4 > 1)
            self._place_ports()
        for row in (*self.rows, *reversed(self.rows), *self.rows):
            self._straighten(row)
        for _ in range(3):
            self._place_ports()

    def pin_x(self, pin: Pin) -> float:
        """Return where a pin stands."""
        return self.port_x[pin.port] if pin.port else self.x[pin.item]

    def _half(self, item: Item) -> float:
        return self.sizes[item.body].width / 2 if item.body else 0.0

    def _gaps(self, row: Sequence[Item]) -> list[float]:
        gaps = []
        for one, two in pairwise(row):
            room = BETWEEN_BOXES if one.body and two.body else BESIDE_BOX
            if not one.body and not two.body:
                room = BETWEEN_BENDS
            if one.body in self.loops:
                room += 12
            gaps.append(self._half(one) + room + self._half(two))
        return gaps

    def _bounds(self, row: Sequence[Item]) -> tuple[float, float]:
        return self._half(row[0]), self.width - self._half(row[-1])

    def _place_row(self, row: Sequence[Item], *, upwards: bool, also: bool) -> None:
        wished, weights = [], []
        for item in row:
            total = weight = 0.0
            for pin in self.pins_of.get(item, ()):
                if not also and pin.on_upper is upwards:
                    continue
                offset = self.pin_x(pin) - self.x[item]
                for partner in self.partners[pin]:
                    heavy = 8.0 if not item.body and not partner.item.body else 1.0
                    total += heavy * (self.pin_x(partner) - offset)
                    weight += heavy
            wished.append(total / weight if weight else self.x[item])
            weights.append(weight * (1 if item.body else 4) or 0.1)
        places = spaced(wished, weights, self.gaps[row[0].row], *self._bounds(row))
        for item, place in zip(row, places, strict=True):
            moved = place - self.x[item]
            self.x[item] = place
            for port in self.wiring.ports.get(item.body, ()) if item.body else ():
                self.port_x[port] += moved

    def _straighten(self, row: Sequence[Item]) -> None:
        """Move each bend, where there is room, exactly under or over what it joins: no line jogs for nothing."""
        gaps = self.gaps[row[0].row]
        low, high = self._bounds(row)
        for place, item in enumerate(row):
            if item.body:
                continue
            left = self.x[row[place - 1]] + gaps[place - 1] if place else low
            right = self.x[row[place + 1]] - gaps[place] if place + 1 < len(row) else high
            near = sorted(
                (abs(self.pin_x(partner) - self.x[item]), self.pin_x(partner))
                for pin in self.pins_of[item]
                for partner in self.partners[pin]
                if left <= self.pin_x(partner) <= right
            )
            if near and near[0][0] < _JOG:
                self.x[item] = near[0][1]

    def _place_ports(self) -> None:
        wish = {
            pin.port: sum(self.pin_of(partner) for partner in self.partners[pin]) / len(self.partners[pin])
            for pin in self.wiring.pins
            if pin.port
        }
        for row in self.rows:
            for item in row:
                if item.body:
                    for on_top in (False, True):
                        ports = [port for port in self.wiring.ports[item.body] if port.on_top is on_top]
                        self._place_side(item, ports, wish)

    def pin_of(self, pin: Pin) -> float:
        """Return where a pin stands, a box's middle before it has ports."""
        return self.port_x.get(pin.port, self.x[pin.item]) if pin.port else self.x[pin.item]

    def _place_side(self, item: Item, ports: list[Port], wish: Mapping[Port, float]) -> None:
        if not ports:
            return
        left = self.x[item] - self._half(item) + PORT_MARGIN
        right = self.x[item] + self._half(item) - PORT_MARGIN
        ports = sorted(ports, key=lambda port: (wish.get(port, left), port))
        gaps = [(one.pitch + two.pitch) / 2 for one, two in pairwise(ports)]
        if sum(gaps) > right - left:
            gaps = [gap * (right - left) / sum(gaps) for gap in gaps]
        places = spaced([wish.get(port, left) for port in ports], [1.0] * len(ports), gaps, left, right)
        self.port_x.update(zip(ports, places, strict=True))
