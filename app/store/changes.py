"""What a load changes, fact by fact, as it was and as it will be, with the names that people know the facts by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.facts import DataSet, Link, Node
from app.domain.vocabulary import Access
from app.store.columns import Row
from app.store.database import Transaction
from app.store.differing import Difference, id_in, key_of
from app.store.openness import PARAMETER

MOST = 400
"""How many facts of a sort are looked up to be told: more than that nobody reads."""
_TIES = frozenset({"POST_IN", "ON_BEHALF_OF", "MEETING_OF", "ARISING_FROM", "ASSESSES", "SUBJECT", "FROM"})
NODES = PARAMETER | {"Area": "areas", "Source": "sources"}
"""By label, the parameter that takes the ids of such nodes."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a node is called, and what it hangs on."""

    label: str
    said: Mapping[str, Any]
    ties: Mapping[str, list[str]]
    """By the type of the tie, the names at its end."""
    is_confidential: bool = False
    """Whether it is, or something that it hangs on: then not everybody may read its name."""


@dataclass(slots=True)
class Changes:
    """What differs, as far as it is told: the first few hundred of each sort."""

    nodes: list[tuple[Node | None, Node | None]] = field(default_factory=list)
    """Each as it was and as it will be: None before for what is new, None after for what the files have not."""
    links: list[tuple[Link | None, Link | None]] = field(default_factory=list)
    named: dict[str, Named] = field(default_factory=dict)
    """By id, every node that these facts are or lead to."""
    further_gone: int = 0
    """How many more facts the files no longer have."""
    further_new: int = 0
    """How many more are new or say something else."""


async def changes_of(
    transaction: Transaction,
    difference: Difference,
    facts: DataSet,
    places: Sequence[str],
    known: Mapping[str, Node | Link] | None = None,
) -> Changes | None:
    """Look up what a difference does; nothing where nothing was recorded before that differs.

    What is new is told only of places that were there before: of a place that is new, all of it is. `known` are the
    facts that the difference is of, by their keys, where they were read already.
    """
    changed = [key for key in map(key_of, difference.links) if key in difference.known][:MOST]
    links_before = [*changed, *difference.replaced[:MOST], *difference.gone_links[:MOST]]
    new_nodes = [node for node in difference.nodes if _is_told(node, difference)][:MOST]
    new_links = [link for link in difference.links if _is_told(link, difference)]
    gone_nodes = difference.gone_nodes[:MOST]
    if not (links_before or gone_nodes or new_nodes or new_links):
        return None
    if known is None:
        before = await _links(transaction, places, links_before)
    else:
        before = {key: link for key in links_before if isinstance(link := known.get(key), Link)}
    after = _told_first(new_links, before)
    wanted: dict[str, set[str]] = {}
    for label, id_ in _mentioned(new_nodes, [*before.values(), *after], gone_nodes):
        wanted.setdefault(label, set()).add(id_)
    rows = await _recorded(transaction, wanted)
    recorded = {f"{row.label} {row.id}": row for row in rows}
    found = Changes()
    found.further_gone = _beyond(difference.gone_nodes) + _beyond(difference.gone_links)
    found.further_new = sum(_is_told(node, difference) for node in difference.nodes) - len(new_nodes)
    found.further_new += len(new_links) - len(after)
    found.nodes = [(_node(recorded.get(key_of(node))), node) for node in new_nodes]
    found.nodes += [(_node(recorded[key]), None) for key in gone_nodes if key in recorded]
    found.links = [(before.pop(key_of(link), None), link) for link in after]
    found.links += [(link, None) for link in before.values()]
    found.named = _named(rows, facts, set().union(*wanted.values()))
    return found


async def named_of(transaction: Transaction, wanted: Mapping[str, Iterable[str]]) -> dict[str, Named]:
    """Name nodes as they are recorded, by their ids; `wanted` are these by label."""
    return _named(await _recorded(transaction, wanted), DataSet(), set())


async def _recorded(transaction: Transaction, wanted: Mapping[str, Iterable[str]]) -> list[Row]:
    return await transaction.read(
        "list_recorded_nodes", **{name: sorted(wanted.get(label, ())) for label, name in NODES.items()}
    )


def _is_told(fact: Node | Link, difference: Difference) -> bool:
    """Tell whether something was recorded before of where the fact belongs."""
    if fact.place:
        return fact.place in difference.before
    return bool(difference.before or difference.known or difference.moved)


def _beyond(keys: Sequence[str]) -> int:
    return max(0, len(keys) - MOST)


async def _links(transaction: Transaction, places: Sequence[str], keys: Sequence[str]) -> dict[str, Link]:
    if not keys:
        return {}
    ids = [id_in(key) for key in keys]
    rows = await transaction.read("list_recorded_links", places=places, ids=ids, keys=keys)
    made = [Link(*row) for row in rows]
    return {key_of(link): link for link in made}


def _told_first(links: Sequence[Link], before: Mapping[str, Link]) -> list[Link]:
    """Take the links that are told: those that overwrite one that was looked up, then some of the new ones."""
    first = [link for link in links if key_of(link) in before]
    return first + [link for link in links if key_of(link) not in before][:MOST]


def _mentioned(nodes: Iterable[Node], links: Iterable[Link], gone: Iterable[str]) -> Iterable[tuple[str, str]]:
    yield from ((node.label, node.id) for node in nodes)
    for link in links:
        yield link.from_label, link.from_id
        yield link.to_label, link.to_id
    for key in gone:
        label, _, id_ = key.partition(" ")
        yield label, id_


def _node(row: Row | None) -> Node | None:
    return Node(row.label, row.id, row.place, dict(row.said)) if row else None


def _named(rows: Iterable[Row], facts: DataSet, wanted: set[str]) -> dict[str, Named]:
    """Name what facts lead to: as the files say it, and else as it is recorded."""
    named: dict[str, Named] = {}
    rows = list(rows)
    names = {row.id: str(row.said.get("name") or row.said.get("label") or row.id) for row in rows}
    for row in rows:
        ties: dict[str, list[str]] = {}
        accesses = {row.said.get("access")}
        accesses |= {need.partition(":")[0] for need in row.said.get("needs") or ()}
        for type_, id_, name, access in row.ties:
            ties.setdefault(type_, []).append(name)
            names[id_] = name
            accesses.add(access)
        named[row.id] = Named(row.label, row.said, ties, Access.CONFIDENTIAL in accesses)
    here = {node.id: node for node in facts.nodes if node.id in wanted}
    led_to: dict[str, list[tuple[str, str]]] = {}
    for link in facts.links:
        if link.type in _TIES and link.from_id in here:
            led_to.setdefault(link.from_id, []).append((link.type, link.to_id))
    ends = {id_ for each in led_to.values() for _, id_ in each}
    names |= {node.id: str(node.properties.get("name") or node.id) for node in facts.nodes if node.id in ends}
    for id_, node in here.items():
        ties = {}
        for type_, end in led_to.get(id_, ()):
            ties.setdefault(type_, []).append(names.get(end, end))
        before = named.get(id_)
        hidden = node.properties.get("access") == Access.CONFIDENTIAL or (before is not None and before.is_confidential)
        named[id_] = Named(node.label, node.properties, ties, hidden)
    return named
