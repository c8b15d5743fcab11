"""What is public of a place, as facts: for files that leave the site. What is hidden is left out by the database."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from app.domain.facts import DataSet, Link, Node, Value
from app.store.columns import Row
from app.store.database import Database
from app.store.recorded import OWN_LABELS
from app.store.whole import DERIVED

_OF_EDITORS = frozenset({"closedContactDetails", "doubts"})
"""Properties that no reader is shown: ways to reach somebody that are not public, and what the check was told."""
_MENTIONS = frozenset({"for", "deputisingFor", "by"})
"""Properties that name a body or a person, which may be hidden."""


async def open_facts_of_place(database: Database, place: str) -> DataSet:
    """Read the public facts that a place's file says, in no order; nothing for a place that nobody knows.

    They still cite every source that they do: `without_hidden` leaves out what is named in them and is not public.
    """
    rows, starts = await asyncio.gather(
        asyncio.gather(
            *(database.read("list_open_facts_of_place", label, place=place, within=f"{place}/") for label in OWN_LABELS)
        ),
        database.read("list_bodies_elsewhere", places=[place]),
    )
    found: dict[tuple[str, str], Link] = {}
    nodes: list[Node] = []
    for label, of_label in zip(OWN_LABELS, rows, strict=True):
        nodes += [Node(label, row.id, row.place or "", _said(row.said)) for row in of_label]
        found |= {(link.type, link.id): link for row in of_label for link in map(_link, row.links)}
    ids = sorted({body for row in starts for body in row.bodies})
    if ids:
        lines: list[Row] = await database.read("list_open_lines_elsewhere", places=[place], ids=ids)
        # A line between two nodes of other places may be found at both.
        found |= {(link.type, link.id): link for link in (_link(tuple(row)) for row in lines)}
    return DataSet(nodes, list(found.values()), {place})


def without_hidden(facts: DataSet, known: Mapping[str, object], sources: Mapping[str, object]) -> DataSet:
    """Return facts that name nothing but what is public: `known` bodies and people, and `sources`, by id.

    A rule of a body's own terms goes whole when it names a group that is not public, as on the body's page.
    """
    nodes = [Node(node.label, node.id, node.place, _shown(node.properties, known, sources)) for node in facts.nodes]
    links = [
        Link(
            it.type,
            it.id,
            it.place,
            it.from_label,
            it.from_id,
            it.to_label,
            it.to_id,
            _shown(it.properties, known, sources),
        )
        for it in facts.links
    ]
    return DataSet(nodes, links, facts.places)


def _shown(said: Mapping[str, Value], known: Mapping[str, object], sources: Mapping[str, object]) -> dict[str, Value]:
    shown = {name: value for name, value in said.items() if name not in _MENTIONS or value in known}
    if isinstance(cites := said.get("cites"), str):
        shown["cites"] = "\n".join(cite for cite in cites.split("\n") if cite.partition(" ")[0] in sources)
    if isinstance(rules := said.get("composition"), str):
        kept = [_rule(rule, sources) for rule in orjson.loads(rules) if _all_in(rule["organization_ids"], known)]
        shown["composition"] = orjson.dumps(kept).decode() if kept else None
    return shown


def _rule(rule: dict[str, Any], sources: Mapping[str, object]) -> dict[str, Any]:
    return rule | {"cites": [cite for cite in rule["cites"] if cite[0] in sources]}


def _all_in(ids: Iterable[str], known: Mapping[str, object]) -> bool:
    return all(id_ in known for id_ in ids)


def _link(row: Iterable[Any]) -> Link:
    type_, id_, place, from_label, from_id, to_label, to_id, said = row
    return Link(type_, id_, place or "", from_label, from_id, to_label, to_id, _said(said))


def _said(properties: Mapping[str, Any]) -> dict[str, Value]:
    """Take properties over by name: the database has them in an order that depends on when each was written."""
    hidden = DERIVED | _OF_EDITORS | {"id"}
    return {name: _value(properties[name]) for name in sorted(properties.keys() - hidden)}


def _value(value: Any) -> Value:
    """Take a value as the database sends it: days come as the driver's own."""
    day: Value = value.to_native() if hasattr(value, "to_native") else value
    return day
