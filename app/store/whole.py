"""Facts as they are recorded, whole: as the files said them, to keep what a change takes away and to bring it back."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.facts import NODE_LABELS, DataSet, Link, Node, Value
from app.store.columns import Row
from app.store.database import Transaction

DERIVED = frozenset({"place", "digest", "open", "holdsFrom", "holdsUntil", "onlyProposed"})
"""Properties that no file says: a load works them out."""


async def whole_facts_of(
    transaction: Transaction, places: Iterable[str], elsewhere: Mapping[str, Iterable[str]], shared: Iterable[Node] = ()
) -> DataSet:
    """Read all facts of some places, whatever their access, and of some areas and sources that belong to no place.

    `elsewhere` are the bodies of other places from which lines start that a place records, as `Recorded` has them. Each
    fact has the digest that is recorded with it: 0 where a load ended it, so that a file that has it again is heard.
    """
    found = DataSet(places={place for place in places if place})
    for place in sorted(found.places):
        for label in (each for each in NODE_LABELS if each != "Area"):
            rows = await transaction.read("list_whole_facts_of_place", label, place=place, within=f"{place}/")
            for row in rows:
                _add(found, label, row)
    ids = sorted({body for place in found.places for body in elsewhere.get(place, ())})
    if ids:
        rows = await transaction.read("list_whole_lines_elsewhere", ids=ids, places=sorted(found.places))
        found.links += [_link(tuple(row)) for row in rows]
    ids_of = {label: sorted(node.id for node in shared if node.label == label) for label in ("Area", "Source")}
    if any(ids_of.values()):
        for row in await transaction.read("list_whole_shared_facts", areas=ids_of["Area"], sources=ids_of["Source"]):
            _add(found, row.label, row)
    return found


def _add(found: DataSet, label: str, row: Row) -> None:
    found.nodes.append(Node(label, row.id, row.place or "", _said(row.said), _known=[row.said["digest"] or 0]))
    found.links += [_link(link) for link in row.links]


def _link(row: Iterable[Any]) -> Link:
    type_, id_, place, from_label, from_id, to_label, to_id, said = row
    known = [said["digest"] or 0]
    return Link(type_, id_, place or "", from_label, from_id, to_label, to_id, _said(said), _known=known)


def _said(properties: Mapping[str, Any]) -> dict[str, Value]:
    return {name: _value(value) for name, value in properties.items() if name not in DERIVED and name != "id"}


def _value(value: Any) -> Value:
    """Take a value as the database sends it: days come as the driver's own."""
    day: Value = value.to_native() if hasattr(value, "to_native") else value
    return day
