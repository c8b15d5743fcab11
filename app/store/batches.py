"""What a load writes, in batches of what one statement writes: nodes before the relationships between them.

What is new is created, which asks the database nothing; what is known is looked up and overwritten. Whether a
relationship is open and when it holds follows from its ends: between new nodes that is known here, and the database
works it out where an end was there before.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from app.domain.facts import Link, Node, Value, by_label
from app.store.differing import Difference, key_of
from app.store.lifetimes import link_time_as_written, time_as_written
from app.store.openness import link_open_as_written, open_as_written
from app.store.templates import TEMPLATES

BATCH = 5_000
Fresh = Mapping[tuple[str, str], Mapping[str, Value]]
"""By label and id, what is written of new nodes beside what their file says."""


class Batch(NamedTuple):
    """Facts that are written together, and the template that writes them, with its arguments."""

    facts: Sequence[Node] | Sequence[Link]
    template: str
    arguments: tuple[str, ...]


def fresh_of(difference: Difference) -> Fresh:
    """Return what is written of new nodes beside what their file says: who may see them, and when they hold."""
    alike: dict[str, Mapping[str, Value]] = {}
    fresh: dict[tuple[str, str], Mapping[str, Value]] = {}
    for node in difference.nodes:
        if key_of(node) not in difference.known:
            written = open_as_written(node, is_known=False) | time_as_written(node, is_known=False)
            # Most nodes have the same: kept once, they take a tenth of the memory.
            fresh[node.label, node.id] = alike.setdefault(repr(written), written)
    return fresh


def batches_of(difference: Difference, fresh: Fresh) -> Iterator[Batch]:
    """Return the facts in writing order, nodes before the links between them, with the template that writes them."""
    for label, nodes in by_label(difference.nodes).items():
        new = [node for node in nodes if (label, node.id) in fresh]
        known = [node for node in nodes if (label, node.id) not in fresh]
        for template, some in (("create_nodes", new), ("merge_nodes", known)):
            for start in range(0, len(some), BATCH):
                yield Batch(some[start : start + BATCH], template, (label,))
    by_ends: dict[tuple[str, str, str, str], list[Link]] = {}
    for link in difference.links:
        is_between_new = (link.from_label, link.from_id) in fresh and (link.to_label, link.to_id) in fresh
        template = "create_links" if is_between_new else "merge_links"
        by_ends.setdefault((template, link.type, link.from_label, link.to_label), []).append(link)
    # In one order whatever comes first: the fewer texts a database gets, the fewer it has to plan.
    for (template, *ends), links in sorted(by_ends.items(), key=_writing_order):
        for start in range(0, len(links), BATCH):
            yield Batch(links[start : start + BATCH], template, tuple(ends))


def _writing_order(batch: tuple[tuple[str, str, str, str], Sequence[Link]]) -> tuple[bool, int]:
    template, *ends = batch[0]
    return template == "create_links", TEMPLATES[template].index(tuple(ends))


def rows_of(batch: Batch, known: set[str], fresh: Fresh) -> list[dict[str, Any]]:
    """Return what a statement is given for each fact of a batch."""
    return [
        _link_row(fact, known, fresh, batch.template) if isinstance(fact, Link) else _node_row(fact, fresh)
        for fact in batch.facts
    ]


def _node_row(node: Node, fresh: Fresh) -> dict[str, Any]:
    written = fresh.get((node.label, node.id))
    if written is not None:
        return {**_properties(node, overwrites=False), **written, "id": node.id}
    kept = open_as_written(node, is_known=True) | time_as_written(node, is_known=True)
    return {"id": node.id, "properties": _properties(node, overwrites=True) | kept}


def _link_row(link: Link, known: set[str], fresh: Fresh, template: str) -> dict[str, Any]:
    row: dict[str, Any] = {"from": link.from_id, "to": link.to_id}
    if template == "merge_links":
        is_known = f"{link.type} {link.id}" in known
        return row | {"id": link.id, "properties": _properties(link, overwrites=is_known)}
    ends = fresh[link.from_label, link.from_id], fresh[link.to_label, link.to_id]
    written = link_open_as_written(link, *ends) | link_time_as_written(link, *ends)
    return row | {"properties": _properties(link, overwrites=False) | written | {"id": link.id}}


def _properties(fact: Node | Link, *, overwrites: bool) -> dict[str, Any]:
    """Return what is written of a fact; nulls only where there may be something that they take away."""
    said = {"place": fact.place, "digest": fact.digest}
    if overwrites:
        return fact.properties | said
    return {name: value for name, value in fact.properties.items() if value is not None} | said
