"""The order of bodies in their columns, and how high each stands: near to what it is joined with."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from app.diagram.focus.hops import Hops, Port
from app.diagram.focus.slots import Slot
from app.diagram.nets import Item
from app.diagram.ordering import ordered
from app.diagram.spacing import spaced


def put_in_order(hops: Hops) -> None:
    """Sort every column so that few lines cross, each sub-group after what it is a part of."""
    columns = list(hops.items)
    links = sorted({(hop.start.item, hop.end.item) for hop in hops.all if not hop.is_loop})
    rows = ordered([hops.items[column] for column in columns], links)
    for column, row in zip(columns, rows, strict=True):
        hops.items[column] = _families(row, hops)


def _families(row: Sequence[Item], hops: Hops) -> list[Item]:
    parent = {hop.start.item: hop.end.item for hop in hops.all if hop.is_loop and hop.edge.style.key == "sub-group-of"}
    placed: list[Item] = []

    def place(item: Item) -> None:
        if item not in placed:
            placed.append(item)
            for other in row:
                if parent.get(other) == item:
                    place(other)

    for item in row:
        if parent.get(item) not in row:
            place(item)
    for item in row:
        place(item)
    return placed


def places_of(hops: Hops) -> dict[Port, float]:
    """Return, for each port, the middle place in its column of what it leads to: by it ports are sorted."""
    place = {item: float(number) for items in hops.items.values() for number, item in enumerate(items)}
    leads: dict[Port, list[float]] = {}
    for hop in hops.all:
        leads.setdefault(hop.start, []).append(place[hop.end.item])
        leads.setdefault(hop.end, []).append(place[hop.start.item])
    return {port: sum(found) / len(found) for port, found in leads.items()}


def stand(hops: Hops, slots: Mapping[Item, Slot], top: float) -> float:
    """Return each slot its height in the drawing, from `top` down; give where the lowest ends."""
    tall = {column: sum(slots[item].up + slots[item].down for item in items) for column, items in hops.items.items()}
    anchor = max(tall, key=lambda column: (tall[column], column))
    bottom = top + tall[anchor]
    y = top
    for item in hops.items[anchor]:
        slots[item].y = round(y + slots[item].up, 1)
        y += slots[item].up + slots[item].down
    placed = set(hops.items[anchor])
    for column in sorted(hops.items, key=lambda column: (abs(column - anchor), column)):
        if column != anchor:
            _follow([slots[item] for item in hops.items[column]], _pulls(hops, slots, placed), top, bottom)
            placed.update(hops.items[column])
    return bottom


def _pulls(hops: Hops, slots: Mapping[Item, Slot], placed: set[Item]) -> dict[Item, list[float]]:
    """Where the lines to what is placed already would have each other item stand, so as to run straight."""
    pulls: dict[Item, list[float]] = {}
    for hop in hops.all:
        for here, there in ((hop.start, hop.end), (hop.end, hop.start)):
            if here.item not in placed and there.item in placed:
                far = slots[there.item]
                pulls.setdefault(here.item, []).append(
                    far.y + far.ports.get(there, 0.0) - slots[here.item].ports.get(here, 0.0)
                )
    return pulls


def _follow(column: Sequence[Slot], pulls: Mapping[Item, Sequence[float]], top: float, bottom: float) -> None:
    middle = (top + bottom) / 2
    wished = [sum(found) / len(found) if (found := pulls.get(slot.item)) else middle for slot in column]
    weights = [float(len(pulls.get(slot.item, ()))) or 0.1 for slot in column]
    gaps = [one.down + two.up for one, two in pairwise(column)]
    found = spaced(wished, weights, gaps, top + column[0].up, bottom - column[-1].down)
    for slot, y in zip(column, found, strict=True):
        slot.y = round(y, 1)
