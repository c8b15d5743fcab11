"""Who is new in a file and may be there already: proposed by what is public, never taken for granted."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.facts import LINES, DataSet, Node
from app.reading.duplicates import ENOUGH, Candidate, Likeness, likely_same
from app.record.duplicates import MOST, numbers_in, told_apart
from app.record.importing_orders import AnsweredPairs
from app.store.columns import Row
from app.store.database import Transaction

_LABELS = ("Organization", "Person")
MOST_EACH = 5
"""Recorded ones that are proposed for a new one."""


@dataclass(frozen=True, slots=True)
class MaybeSame:
    """Somebody who is recorded, and as whom a new entry may be meant."""

    id: str
    name: str
    what: str
    """What tells it from others of the name: its sort and its place."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposedSame:
    """A new body or person, and those recorded as whom it may be meant, the likeliest first."""

    id: str
    """The id that it would have."""
    name: str
    candidates: tuple[MaybeSame, ...]


async def propose_same(
    transaction: Transaction, facts: DataSet, known: Mapping[str, Row], answered: AnsweredPairs
) -> tuple[tuple[ProposedSame, ...], int]:
    """Return who of a file is new and may be there already, and how many more, but for pairs known to be two.

    Only what is public is proposed, so that nobody learns of what they may not see.
    """
    new = [node for node in facts.nodes if node.label in _LABELS and node.id not in known]
    if not new or not known:
        return (), 0
    likenesses = await transaction.read("list_likenesses", place="")
    if not likenesses:
        return (), 0
    names = {row.id: row for row in await transaction.read("list_names")}
    apart = {frozenset(pair) for pair in await told_apart(transaction)} | {frozenset(pair) for pair in answered.apart}
    found = await asyncio.to_thread(_likely, new, facts, names, likenesses, apart)
    by_new: dict[str, list[MaybeSame]] = defaultdict(list)
    names_of_new = {node.id: str(node.properties.get("name") or node.id) for node in new}
    for likeness in found:
        id_, other = likeness.first.id, likeness.second
        if id_ not in names_of_new:
            id_, other = other.id, likeness.first
        if len(by_new[id_]) < MOST_EACH:
            what = ", ".join(filter(None, (other.classification.replace("_", " "), other.place_name or other.place)))
            by_new[id_].append(MaybeSame(other.id, other.names[0], what, likeness.evidence))
    told = [ProposedSame(id_, names_of_new[id_], tuple(those)) for id_, those in by_new.items()]
    return tuple(told[:MOST]), max(0, len(told) - MOST)


def _likely(
    new: Iterable[Node],
    facts: DataSet,
    names: Mapping[str, Row],
    likenesses: Iterable[Row],
    apart: set[frozenset[str]],
) -> list[Likeness]:
    areas = {row.id: row.name for row in names.values() if row.label == "Area"}
    areas |= {node.id: str(node.properties["name"]) for node in facts.nodes if node.label == "Area"}
    against = [_recorded(names[row.id], row, areas) for row in likenesses if row.id in names]
    named = {id_: row.name for id_, row in names.items()}
    named |= {node.id: str(node.properties.get("name")) for node in facts.nodes if node.label == "Organization"}
    candidates = candidates_in(new, facts, areas)
    found = likely_same(candidates, against, apart=apart, named=named)
    told = {frozenset((each.first.id, each.second.id)) for each in found} | apart
    met = {link.to_id for link in facts.links if link.type == "MEETING_OF"}
    seated = {link.to_id for link in facts.links if link.type == "POST_IN"}
    titles = [each for each in candidates if each.id in met - seated]
    return found + [it for it in _called_in_part(titles, against) if frozenset((it.first.id, it.second.id)) not in told]


def _called_in_part(titles: Iterable[Candidate], against: Iterable[Candidate]) -> Iterator[Likeness]:
    """Find recorded bodies of whose names a new one that only met has a part: a title says the whole name seldom."""
    recorded = [it for it in against if it.label == "Organization"]
    for new in titles:
        for it in recorded:
            pairs = ((one, other) for one in new.compared for other in it.compared if it.place == new.place)
            if any(_is_part(one, other) or _is_part(other, one) for one, other in pairs):
                says = f"“{new.names[0]}” may be short for “{it.names[0]}”, or a title that has it."
                yield Likeness(new, it, ENOUGH, (says,))


def _is_part(short: str, long: str) -> bool:
    return " " in short and short != long and f" {short} " in f" {long} "


def _recorded(name: Row, row: Row, areas: Mapping[str, str]) -> Candidate:
    return Candidate(
        name.id,
        name.label,
        (name.name, *name.alternate_names, *name.former_names),
        name.place,
        areas.get(name.place, ""),
        name.classification or "",
        numbers_in(row.identifiers),
        frozenset(row.bodies),
        frozenset(row.meetings),
    )


def candidates_in(new: Iterable[Node], facts: DataSet, areas: Mapping[str, str]) -> list[Candidate]:
    """Return some bodies and people of a data set as they are compared with those that are recorded."""
    new = list(new)
    bodies, meetings = _around({node.id for node in new}, facts)
    return [
        Candidate(
            node.id,
            node.label,
            tuple(map(str, (node.properties["name"], *_texts(node, "alternateNames"), *_texts(node, "formerNames")))),
            node.place,
            areas.get(node.place, ""),
            str(node.properties.get("classification") or ""),
            numbers_in(str(node.properties.get("identifiers") or "")),
            frozenset(bodies[node.id]),
            frozenset(meetings[node.id]),
        )
        for node in new
    ]


def _texts(node: Node, name: str) -> list[str]:
    value = node.properties.get(name)
    return list(value) if isinstance(value, list) else []


def _around(new: set[str], facts: DataSet) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the bodies that new ones sit on, work for or are joined with, and the meetings that they were at."""
    boards = {link.from_id: link.to_id for link in facts.links if link.type == "POST_IN"}
    bodies, meetings = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for link in facts.links:
        if link.type == "HOLDS" and link.from_id in new:
            bodies[link.from_id].add(boards.get(link.to_id, ""))
        elif link.type == "WORKS_FOR" and link.from_id in new:
            bodies[link.from_id].add(link.to_id)
        elif link.type == "ATTENDED" and link.from_id in new:
            meetings[link.from_id].add(link.to_id)
        elif link.type in LINES:
            for one, other in ((link.from_id, link.to_id), (link.to_id, link.from_id)):
                if one in new:
                    bodies[one].add(other)
    return bodies, meetings
