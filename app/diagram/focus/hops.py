"""Lines cut into hops from column to column, and the ports where hops meet bodies: some share one, most do not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from app.diagram.content import Edge
from app.diagram.focus.around import Around
from app.diagram.nets import Item


@dataclass(frozen=True, slots=True)
class Port:
    """Where hops meet one side of an item. A port of a bend is the bend itself."""

    item: Item
    on_right: bool
    key: str


@dataclass(frozen=True, slots=True)
class Hop:
    """The part of a line between two neighbouring columns, or from a column back to itself."""

    edge: Edge
    gap: int
    """The gap on the right of this column."""
    start: Port
    """At the left; of a loop, where the line starts."""
    end: Port
    net: str
    """Hops of a net run together."""

    @property
    def is_loop(self) -> bool:
        """Whether it comes back to the column it leaves."""
        return self.start.on_right and self.end.on_right


@dataclass(slots=True)
class Hops:
    """Every hop, and every item by its column, in a fixed order."""

    items: dict[int, list[Item]]
    of_edge: dict[str, list[Hop]] = field(default_factory=dict)
    """From left to right, whichever way the line points."""

    @property
    def all(self) -> list[Hop]:
        """All of them, line by line."""
        return [hop for hops in self.of_edge.values() for hop in hops]


def hops_of(around: Around) -> Hops:
    """Cut the lines at the columns they pass."""
    columns = around.columns
    items = {column: [Item(column, id_) for id_ in around.of_column(column)] for column in sorted({*columns.values()})}
    hops = Hops(items)
    for net, edge in enumerate(around.edges):
        left, right = sorted((edge.from_id, edge.to_id), key=lambda id_: columns[id_])
        low, high = columns[left], columns[right]
        if low == high:
            hops.of_edge[edge.id] = [_loop(edge, items_at=columns)]
            continue
        bends = [Item(column, "", net) for column in range(low + 1, high)]
        for bend in bends:
            items[bend.row].append(bend)
        chain = [Item(low, left), *bends, Item(high, right)]
        hops.of_edge[edge.id] = [_hop(around, edge, one, two, is_long=bool(bends)) for one, two in pairwise(chain)]
    return hops


def _hop(around: Around, edge: Edge, left: Item, right: Item, *, is_long: bool) -> Hop:
    start, end = Port(left, True, edge.id), Port(right, False, edge.id)
    hub = left if left.body == around.focus else right
    leaves = hub.body == edge.from_id
    net = f"{edge.id}@{left.row}"
    at_focus = hub.body == around.focus
    shares = bool(hub.body) and (leaves or not edge.chips)
    if shares and (at_focus or not is_long):
        key = f"{'from' if leaves else 'to'} {edge.style.key}{'?' if edge.is_proposed else ''}"
        net = f"{hub.row}/{hub.body} {key} {'right' if hub is left else 'left'}"
        start, end = (Port(left, True, key), end) if hub is left else (start, Port(right, False, key))
    return Hop(edge, left.row, start, end, net)


def _loop(edge: Edge, items_at: Mapping[str, int]) -> Hop:
    column = items_at[edge.from_id]
    ends = [Port(Item(column, id_), True, f"loop {edge.id}") for id_ in (edge.from_id, edge.to_id)]
    return Hop(edge, column, ends[0], ends[1], f"{edge.id} loop")
