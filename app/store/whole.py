"""Facts as they are recorded, whole: as the files said them, to keep what a change takes away and to bring it back."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from app.domain.facts import DataSet, Link, Node, Value
from app.store.columns import Row
from app.store.database import Transaction
from app.store.openness import PARAMETER
from app.store.recorded import OWN_LABELS
from app.store.together import Ask

Fact = TypeVar("Fact", bound=Node | Link)
DERIVED = frozenset({"place", "digest", "open", "needs", "holdsFrom", "holdsUntil", "onlyProposed"})
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
        for label in OWN_LABELS:
            rows = await transaction.read("list_whole_facts_of_place", label, place=place, within=f"{place}/")
            for row in rows:
                _add(found, label, row)
    ids = sorted({body for place in found.places for body in elsewhere.get(place, ())})
    if ids:
        rows = await transaction.read("list_whole_lines_elsewhere", ids=ids, places=sorted(found.places))
        _add_links(found, (tuple(row) for row in rows))
    ids_of = {label: sorted(node.id for node in shared if node.label == label) for label in ("Area", "Source")}
    if any(ids_of.values()):
        for row in await transaction.read("list_whole_shared_facts", areas=ids_of["Area"], sources=ids_of["Source"]):
            _add(found, row.label, row)
    return found


def asks_of_place(place: str) -> list[Ask]:
    """Return what `facts_of_place` asks, to be read ahead with what else is asked then."""
    own = {"place": place, "within": f"{place}/"}
    return [
        Ask("list_bodies_elsewhere", (), {"places": [place]}),
        *(Ask("list_whole_facts_of_place", (label,), own) for label in OWN_LABELS),
    ]


async def facts_of_place(transaction: Transaction, place: str) -> DataSet:
    """Read everything that is recorded of a place, whatever its access; nothing for one that nobody knows."""
    rows = await transaction.read("list_bodies_elsewhere", places=[place])
    found = await whole_facts_of(transaction, [place], {row.place: row.bodies for row in rows})
    return _said_once(found)


def ask_of_nodes(place: str, ids: Mapping[str, Iterable[str]]) -> Ask:
    """Return what `facts_of_nodes` asks."""
    given = {name: sorted(ids.get(label, ())) for label, name in PARAMETER.items()}
    return Ask("list_whole_facts_of_nodes", (), {"place": place, "within": f"{place}/", **given})


async def facts_of_nodes(transaction: Transaction, place: str, ids: Mapping[str, Iterable[str]]) -> DataSet:
    """Read what is recorded of some of a place's nodes, by label, with all relationships that their entries say.

    Its own sources come with them, which a file tells from those that all places share by having them.
    """
    found, ask = DataSet(places={place}), ask_of_nodes(place, ids)
    for row in await transaction.read(ask.name, **ask.parameters):
        _add(found, row.label, row)
    return _said_once(found)


def _said_once(found: DataSet) -> DataSet:
    """Return facts with the digests of what they say; a relationship may have been found at both its ends."""
    links = {(link.type, link.id): as_said(link) for link in found.links}
    return DataSet([as_said(node) for node in found.nodes], list(links.values()), found.places, found.needs)


async def shared_facts(transaction: Transaction) -> DataSet:
    """Read the areas, what they are part of, and the sources that belong to no place."""
    ids = await transaction.read("list_ids")
    shared = [Node(row.label, row.id, "", {}) for row in ids if row.label in {"Area", "Source"} and "/" not in row.id]
    return await whole_facts_of(transaction, [], {}, shared)


def as_said(fact: Fact) -> Fact:
    """Return a fact whose digest is worked out of what it says, whatever is recorded with it."""
    return dataclasses.replace(fact, _known=None)


def _add(found: DataSet, label: str, row: Row) -> None:
    found.nodes.append(Node(label, row.id, row.place or "", _said(row.said), _known=row.said["digest"] or 0))
    if needs := row.said.get("needs"):
        found.needs[f"{label} {row.id}"] = needs
    _add_links(found, row.links)


def _add_links(found: DataSet, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        found.links.append(_link(row))
        if needs := row[-1].get("needs"):
            found.needs[f"{row[0]} {row[1]}"] = needs


def _link(row: Iterable[Any]) -> Link:
    type_, id_, place, from_label, from_id, to_label, to_id, said = row
    known = said["digest"] or 0
    return Link(type_, id_, place or "", from_label, from_id, to_label, to_id, _said(said), _known=known)


def _said(properties: Mapping[str, Any]) -> dict[str, Value]:
    return {name: _value(value) for name, value in properties.items() if name not in DERIVED and name != "id"}


def _value(value: Any) -> Value:
    """Take a value as the database sends it: days come as the driver's own."""
    day: Value = value.to_native() if hasattr(value, "to_native") else value
    return day
