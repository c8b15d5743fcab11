"""A data set goes into the database: what is new is added, what differs is overwritten, in one transaction."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.domain.facts import DataSet, Link, Node, by_label
from app.errors import DataRefused
from app.store.database import Database, Transaction
from app.store.openness import Unsettled, open_as_written, settle, unsettled_by

BATCH = 10_000
Progress = Callable[[int, int], None]
"""Called with how many facts are written and how many there are."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a load did, or would do: counts of facts, nodes and links together."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(slots=True)
class Difference:
    """What sets a data set apart from what the database holds of its places."""

    nodes: list[Node]
    links: list[Link]
    known: set[str]
    """Keys of those among them that overwrite what is there; the others are new."""
    moved: list[str]
    gone_nodes: list[str]
    gone_links: list[str]
    unsettled: Unsettled
    """Where who may see what has to be worked out anew."""
    summary: Summary


class Batch(NamedTuple):
    """Facts that are written together, and the template that writes them, with its arguments."""

    facts: Sequence[Node] | Sequence[Link]
    template: str
    arguments: tuple[str, ...]


async def write_data_set(
    database: Database,
    facts: DataSet,
    *,
    replace: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Write a checked data set in one transaction and say what that changed.

    With `replace`, facts of its places that it no longer has are removed; a node that another place's facts
    still mention is not, and DataRefused says which. With `dry_run` nothing is written.
    """

    async def work(transaction: Transaction) -> Summary:
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        difference = await _compare(transaction, facts, replace=replace)
        if dry_run:
            return difference.summary
        await _remove(transaction, difference, facts.places)
        await _write(transaction, difference, progress or (lambda done, whole: None))
        await settle(transaction, difference.unsettled)
        if difference.nodes or difference.links or difference.summary.removed:
            await transaction.write("record_data_version", changed=1)
        return difference.summary

    return await database.write(work)


async def _compare(transaction: Transaction, facts: DataSet, *, replace: bool) -> Difference:
    places = sorted({n.place for n in facts.nodes} | {i.place for i in facts.links} | facts.places)
    node_rows = await transaction.read("list_node_digests", places=places)
    known_nodes = {(row.label, row.id): row.digest for row in node_rows}
    access_before = {(row.label, row.id): row.access for row in node_rows}
    known_links = {
        (row.type, row.id): (row.digest, row.from_id, row.to_id)
        for row in await transaction.read("list_link_digests", places=places)
    }
    nodes, links, moved = [], [], []
    unhung: list[tuple[str, str]] = []
    known: set[str] = set()
    for node in facts.nodes:
        digest = known_nodes.pop((node.label, node.id), None)
        if digest is not None:
            if digest == node.digest:
                continue
            known.add(f"{node.label} {node.id}")
        nodes.append(node)
    for link in facts.links:
        before = known_links.pop((link.type, link.id), None)
        if before is not None:
            if before[0] == link.digest:
                continue
            known.add(f"{link.type} {link.id}")
            if before[1:] != (link.from_id, link.to_id):
                moved.append(f"{link.type} {link.id}")
                unhung.append((link.type, before[1]))
        links.append(link)
    gone_nodes = [id_ for _, id_ in known_nodes] if replace else []
    gone_links: list[str] = []
    if replace:
        # Areas and sources belong to all places, so no place's file may remove them, nor move an area it leaves out.
        gone_nodes = [id_ for id_ in gone_nodes if "/" in id_]
        named = {node.id for node in facts.nodes if node.label == "Area"}
        for (type_, id_), (_, start, _) in known_links.items():
            if type_ != "PART_OF" or start in named:
                gone_links.append(f"{type_} {id_}")
                unhung.append((type_, start))
    written = len(nodes) + len(links)
    removed = len(gone_nodes) + len(gone_links)
    summary = Summary(written - len(known), len(known), removed, len(facts) - written)
    unsettled = unsettled_by(nodes, links, access_before, unhung)
    return Difference(nodes, links, known, moved, gone_nodes, gone_links, unsettled, summary)


async def _remove(transaction: Transaction, difference: Difference, places: set[str]) -> None:
    scope = sorted(places)
    if difference.gone_nodes:
        still = await transaction.read("list_outside_mentions", places=scope, ids=difference.gone_nodes)
        if still:
            first = still[0]
            raise DataRefused(
                f"'{first.id}' cannot be removed: '{first.by}' in {first.place or 'the shared files'} still mentions it"
                f" (and {len(still) - 1} more). Nothing was changed."
            )
    keys = [*difference.moved, *difference.gone_links]
    if keys:
        ids = [key.partition(" ")[2] for key in keys]
        await transaction.write("delete_links", places=["", *scope], ids=ids, keys=keys)
    if difference.gone_nodes:
        await transaction.write("delete_nodes", places=scope, ids=difference.gone_nodes)


async def _write(transaction: Transaction, difference: Difference, progress: Progress) -> None:
    whole, done = len(difference.nodes) + len(difference.links), 0
    batches = list(_batches(difference))
    rows = _rows(batches[0].facts, difference.known) if batches else []
    for index, (facts, query, arguments) in enumerate(batches):
        # The next batch is made ready while the database is busy with this one.
        following = batches[index + 1].facts if index + 1 < len(batches) else []
        preparing = asyncio.create_task(asyncio.to_thread(_rows, following, difference.known))
        written = await transaction.write(query, *arguments, rows=rows)
        rows.clear()  # the driver holds on to what it has sent until the transaction ends
        rows = await preparing
        if written != len(facts):
            lost = f"{len(facts) - written} of {len(facts)} facts"
            raise DataRefused(f"{lost} refer to something that is not there; nothing was written.")
        done += len(facts)
        progress(done, whole)


def _batches(difference: Difference) -> Iterator[Batch]:
    """Return the facts in writing order, nodes before the links between them, with the template that writes them."""
    for label, nodes in by_label(difference.nodes).items():
        for start in range(0, len(nodes), BATCH):
            yield Batch(nodes[start : start + BATCH], "merge_nodes", (label,))
    by_ends: dict[tuple[str, str, str], list[Link]] = {}
    for link in difference.links:
        by_ends.setdefault((link.type, link.from_label, link.to_label), []).append(link)
    for ends, links in by_ends.items():
        for start in range(0, len(links), BATCH):
            yield Batch(links[start : start + BATCH], "merge_links", ends)


def _rows(facts: Sequence[Node] | Sequence[Link], known: set[str]) -> list[dict[str, Any]]:
    return [_link_row(fact, known) if isinstance(fact, Link) else _node_row(fact, known) for fact in facts]


def _node_row(node: Node, known: set[str]) -> dict[str, Any]:
    is_known = f"{node.label} {node.id}" in known
    return {"id": node.id, "properties": _properties(node, is_known) | open_as_written(node, is_known=is_known)}


def _link_row(link: Link, known: set[str]) -> dict[str, Any]:
    properties = _properties(link, f"{link.type} {link.id}" in known)
    return {"id": link.id, "from": link.from_id, "to": link.to_id, "properties": properties}


def _properties(fact: Node | Link, overwrites: bool) -> dict[str, Any]:
    """Return what is written of a fact; nulls only where there may be something that they take away."""
    said = {"place": fact.place, "digest": fact.digest}
    if overwrites:
        return fact.properties | said
    return {name: value for name, value in fact.properties.items() if value is not None} | said
