"""Lines of one body and kind share a trunk: a net, which passes rows at bends and meets boxes at ports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.diagram.content import Box, Edge
from app.diagram.marks import Chip

SEAT_PITCH = 12.0
COUNTED_PITCH = 26.0
ARROW_PITCH = 10.0


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """What has a place in a row: a body, or the bend of a net that passes the row (`net` 0 and up)."""

    row: int
    body: str
    net: int = -1


@dataclass(frozen=True, slots=True, order=True)
class Port:
    """Where something meets a box: a net that starts there, an edge that ends there, or a hanging chip."""

    body: str
    on_top: bool
    kind: str
    """source, end or chip."""
    key: str
    pitch: float


@dataclass(frozen=True, slots=True)
class Pin:
    """One end of a net in the gap under row `gap`: on a bend, or at a port of a body."""

    gap: int
    net: int
    item: Item
    port: Port | None
    on_upper: bool
    """Whether the item is in the row above the gap."""


@dataclass(slots=True)
class Wiring:
    """Everything that is to be placed and joined, in a fixed order."""

    rows: list[list[Item]]
    pins: list[Pin]
    paths: dict[str, list[tuple[Pin, Pin]]] = field(default_factory=dict)
    """For each edge's id, its pins from gap to gap, from its first body to its second."""
    ports: dict[str, list[Port]] = field(default_factory=dict)
    """For each body, its ports, hanging chips first."""


def pitch_of(chips: Sequence[Chip]) -> float:
    """Return the room that the end of a line needs beside others: more when a number stands beside its chip."""
    if not chips:
        return ARROW_PITCH
    return COUNTED_PITCH if any(chip.number > 1 for chip in chips) else SEAT_PITCH


def wired(boxes: Mapping[str, Box], edges: Sequence[Edge], row_of: Mapping[str, int]) -> Wiring:
    """Work out nets, bends and ports for the edges between bodies of different rows; loops are left to others."""
    wiring = Wiring([[] for _ in range(max(row_of.values()) + 1)], [])
    for id_ in sorted(row_of):
        wiring.rows[row_of[id_]].append(Item(row_of[id_], id_))
        wiring.ports[id_] = [
            Port(id_, False, "chip", str(place), pitch_of([chip])) for place, chip in enumerate(boxes[id_].chips)
        ]
    bundle = bundles(edges)
    nets: dict[tuple[str, str, bool, bool, bool], list[Edge]] = {}
    for edge in edges:
        if edge.from_id != edge.to_id:
            up = row_of[edge.to_id] < row_of[edge.from_id]
            shared = edge.to_id if edge.id in bundle else edge.from_id
            nets.setdefault((shared, edge.style.key, edge.is_proposed, up, edge.id in bundle), []).append(edge)
    for number, ((_, style, proposed, up, gathers), members) in enumerate(sorted(nets.items())):
        pins = dict[Pin, None]()
        for edge in members:
            trunk = f"{style}{proposed}"
            start = Port(edge.from_id, up, "source", edge.id if gathers else trunk, ARROW_PITCH)
            end = Port(edge.to_id, not up, "end", trunk if gathers else edge.id, pitch_of(edge.chips))
            for port in (start, end):
                if port not in wiring.ports[port.body]:
                    wiring.ports[port.body].append(port)
            wiring.paths[edge.id] = _path(number, start, end, row_of, up)
            pins.update((pin, None) for pair in wiring.paths[edge.id] for pin in pair)
        wiring.pins.extend(sorted(pins, key=_order))
        for bend in sorted({pin.item for pin in pins if pin.port is None}):
            wiring.rows[bend.row].append(bend)
    return wiring


def bundles(edges: Sequence[Edge]) -> set[str]:
    """Return the ids of edges that share a trunk into their second body: of one kind, from bodies with no other line.

    Twenty-seven members of a forum are then one comb and not twenty-seven lines. Seats keep lines of their own, since
    each ends in its chip.
    """
    degree = Counter(id_ for edge in edges for id_ in {edge.from_id, edge.to_id})
    into: dict[tuple[str, str, bool], list[str]] = {}
    for edge in edges:
        if not edge.chips and degree[edge.from_id] == 1 and edge.from_id != edge.to_id:
            into.setdefault((edge.to_id, edge.style.key, edge.is_proposed), []).append(edge.id)
    return {id_ for ids in into.values() if len(ids) > 1 for id_ in ids}


def _order(pin: Pin) -> tuple[int, bool, Item, str]:
    return (pin.gap, pin.on_upper, pin.item, pin.port.key if pin.port else "")


def _path(net: int, start: Port, end: Port, row_of: Mapping[str, int], up: bool) -> list[tuple[Pin, Pin]]:
    first, last = row_of[start.body], row_of[end.body]
    step = -1 if up else 1
    path = []
    for row in range(first, last, step):
        gap = row - 1 if up else row
        here = Item(row, start.body) if row == first else Item(row, "", net)
        there = Item(row + step, end.body) if row + step == last else Item(row + step, "", net)
        path.append(
            (
                Pin(gap, net, here, start if row == first else None, not up),
                Pin(gap, net, there, end if row + step == last else None, up),
            )
        )
    return path
