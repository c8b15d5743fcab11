"""Where lines meet bodies, to the unit: no two different lines of a gap may run at the same height."""

from collections.abc import Mapping

from app.diagram.focus.hops import Hop, Hops, Port
from app.diagram.focus.slots import Slot
from app.diagram.nets import Item

_CLEAR = 4.0
_LEAST = 7.0
_STRAIGHT = 9.0
_CORNER = 6.0


class Ports:
    """The height of every port; those of bodies that many lines meet are moved a little until nothing coincides."""

    def __init__(self, hops: Hops, slots: Mapping[Item, Slot]) -> None:
        """Start where the slots have them, then settle the gaps from the body in focus outwards."""
        self._slots = slots
        self._at = {
            port: round(slots[port.item].y + slots[port.item].ports.get(port, 0.0), 1)
            for hop in hops.all
            for port in (hop.start, hop.end)
        }
        gaps: dict[int, list[Hop]] = {}
        for hop in hops.all:
            gaps.setdefault(hop.gap, []).append(hop)
        for gap in sorted(gaps, key=lambda gap: (abs(gap), gap)):
            self._settle(gap, gaps[gap])

    def __getitem__(self, port: Port) -> float:
        """Return a port's height; both sides of a bend have the same."""
        return self._slots[port.item].y if not port.item.body else self._at[port]

    def _settle(self, gap: int, hops: list[Hop]) -> None:
        """Move the ports on the side where lines come together, clear of those on the other side."""
        through = [hop for hop in hops if not hop.is_loop]
        fixed: dict[Port, str] = {}
        moving: dict[Item, dict[Port, str]] = {}
        for hop in hops:
            if hop.is_loop:
                fixed[hop.start] = fixed[hop.end] = hop.net
        for hop in through:
            stays, moves = (hop.end, hop.start) if gap == 0 else (hop.start, hop.end)
            fixed[stays] = hop.net
            moving.setdefault(moves.item, {})[moves] = hop.net
        for item, ports in moving.items():
            if item.body:
                self._move(item, ports, fixed)
            elif gap != 0:
                self._shift(item, next(iter(ports.values())), fixed)

    def _move(self, item: Item, ports: Mapping[Port, str], fixed: Mapping[Port, str]) -> None:
        slot = self._slots[item]
        lowest, room = slot.y - slot.height / 2 + _CORNER, slot.height / 2 - _CORNER
        last = float("-inf")
        ordered = sorted(ports, key=lambda port: (self._at[port], port.key))
        for number, port in enumerate(ordered):
            wish = self._at[port]
            own = [self[other] for other, net in fixed.items() if net == ports[port]]
            taken = [self[other] for other, net in fixed.items() if net != ports[port]]
            least = max(last + _LEAST, lowest)
            most = max(slot.y + room - (len(ordered) - 1 - number) * _LEAST, least)
            straight = [y for y in own if least <= y <= most and abs(y - wish) <= _STRAIGHT and _clear(y, taken)]
            steps = [round(least + step / 2, 1) for step in range(int((most - least) * 2) + 1)]
            free = [y for y in steps if _clear(y, taken) and all(abs(y - other) >= _CLEAR for other in own)]
            best = straight or free or [y for y in steps if _clear(y, taken)] or steps
            last = self._at[port] = min(best, key=lambda y: (abs(y - wish), y))

    def _shift(self, item: Item, net: str, fixed: Mapping[Port, str]) -> None:
        slot = self._slots[item]
        taken = [self[other] for other, other_net in fixed.items() if other_net != net and other.item != item]
        near = [slot.y + sign * step / 2 for step in range(13) for sign in (1, -1)]
        slot.y = next((round(y, 1) for y in near if _clear(y, taken)), slot.y)


def _clear(y: float, taken: list[float]) -> bool:
    return all(abs(y - other) >= _CLEAR for other in taken)
