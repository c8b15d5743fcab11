"""The facts of a place as its file said them, read back whole: without what the database adds for its own use."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.dates import earliest, latest
from app.domain.facts import DataSet, Link, Node, Value
from app.store.changes import NODES
from app.store.database import Transaction
from app.store.recorded import OWN_LABELS

_ADDED = frozenset({"id", "place", "digest", "open", "holdsFrom", "holdsUntil", "onlyProposed", "earliest", "latest"})
"""Properties that a file says nothing of, or that are said by its dates."""


async def facts_of_place(transaction: Transaction, place: str) -> DataSet:
    """Read everything that is recorded of a place, whatever its access; nothing for one that nobody knows."""
    found = DataSet(places={place})
    links: dict[tuple[str, str], Link] = {}
    for label in OWN_LABELS:
        for row in await transaction.read("list_said_of_place", label, place=place, within=f"{place}/"):
            found.nodes.append(Node(label, row.id, row.said["place"], _as_said(row.said)))
            for type_, said, from_label, from_id, to_label, to_id in row.links:
                ends = (from_label, from_id, to_label, to_id)
                links[type_, said["id"]] = Link(type_, said["id"], place, *ends, _as_said(said))
    for row in await _lines_elsewhere(transaction, place):
        ends = (row.from_label, row.from_id, row.to_label, row.to_id)
        links[row.type, row.id] = Link(row.type, row.id, place, *ends, _as_said(row.said))
    found.links = list(links.values())
    return found


async def shared_facts(transaction: Transaction) -> DataSet:
    """Read the areas, what they are part of, and the sources that belong to no place."""
    ids = await transaction.read("list_ids")
    areas, sources = (
        [row.id for row in ids if row.label == label and "/" not in row.id] for label in ("Area", "Source")
    )
    asked: dict[str, list[str]] = {name: [] for name in NODES.values()} | {"areas": areas, "sources": sources}
    found = DataSet()
    for row in await transaction.read("list_recorded_nodes", **asked):
        found.nodes.append(Node(row.label, row.id, "", _as_said(row.said)))
    for row in await transaction.read("list_shared_facts", areas=areas, sources=sources):
        for type_, id_, _, label, start, end in row.links:
            found.links.append(Link(type_, id_, "", label, start, "Area", end, {"access": "public"}))
    return found


async def _lines_elsewhere(transaction: Transaction, place: str) -> Iterable[Any]:
    """Read the lines that a place records between bodies of other places."""
    for noted in await transaction.read("list_bodies_elsewhere", places=[place]):
        lines = await transaction.read("list_lines_elsewhere", ids=noted.bodies, places=[place])
        if lines:
            ids, keys = [line.id for line in lines], [f"{line.type} {line.id}" for line in lines]
            return await transaction.read("list_recorded_links", places=[place], ids=ids, keys=keys)
    return []


def _as_said(properties: Mapping[str, Any]) -> dict[str, Value]:
    """Return the properties that a file says, with the days between which its dates lie."""
    said: dict[str, Value] = {name: value for name, value in properties.items() if name not in _ADDED}
    since, until = properties.get("since"), properties.get("until")
    bounds: dict[str, Value] = {
        "earliest": earliest(since) if since else None,
        "latest": latest(until) if until else None,
    }
    return said | {name: day for name, day in bounds.items() if day}
