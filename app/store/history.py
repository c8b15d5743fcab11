"""Changes of the record, each kept with what it took away: written in the transaction that makes the change.

A change set is a node, `ChangeSet`, whose id is the number of the data's version that it made. Of every fact that it
touched it keeps the fact as it was before, nothing where it is new, and the digest of what it became, nothing where it
is gone. What a fact became is either what is recorded still, or what a later change kept as it was before that.
"""

import base64
import dataclasses
import getpass
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

import orjson

from app.domain.dates import latest
from app.domain.facts import Link, Node, said_by
from app.domain.vocabulary import Access
from app.errors import BadInput
from app.store.changes import Named
from app.store.columns import Row
from app.store.database import Transaction
from app.store.differing import Difference, id_in, key_of
from app.store.whole import as_said, whole_facts_of

PART = 5_000
"""Facts that one part of a change set keeps: more at once would take the memory that a large load has."""
LISTED = 50
MOST_WHY = 1_000
"""Letters of the sentence that says why."""
MOST_ENTRIES = 200
"""Entries whose ids stand with a change set, to be found by; of one that touched more, its parts are looked through."""
_DAY = "day"


@dataclass(frozen=True, slots=True)
class Why:
    """How a change came about, as it is kept with the change."""

    how: str
    """What was asked for: load, import, remove, undo, form, api."""
    why: str = ""
    """A sentence of whoever made it."""
    files: tuple[str, ...] = ()
    """The names of the files that were read."""
    undoes: int = 0
    """The number of the change that this takes back; 0 where it takes back none."""
    by: str = ""
    """Who: the name of an account; where it is empty, the account on the machine that runs this."""
    once: "Once | None" = None


@dataclass(frozen=True, slots=True)
class Once:
    """What tells a change that is asked for again, by a program that did not hear the answer, from a new one."""

    key: str
    """The digest of the key that the program chose, and of who it is."""
    asked: str
    """The digest of what it asked for."""


class Kept(NamedTuple):
    """A fact that a change touched."""

    key: str
    """Its label or type, and its id."""
    before: Node | Link | None
    """As it was; None where it is new."""
    after: int | None
    """The digest of what it became; None where it is gone."""
    entry: str = ""
    """The id of the entry that says it, where neither the key nor what it was tells that."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One change of the record; what `Why` has, and what it did."""

    number: int
    """The version of the data that it made."""
    moment: int
    """When: milliseconds since 1970."""
    by: str
    """Who: the name of an account, or of the one on the machine where the command ran."""
    how: str
    why: str
    files: tuple[str, ...]
    undoes: int
    places: tuple[str, ...]
    """The ids of the places whose facts it touched."""
    added: int
    changed: int
    ended: int
    removed: int
    told: tuple[str, ...]
    """What it did, by name, a sentence a line; of a place that was new, nothing."""
    parts: int
    confidential: bool
    """Whether what it tells may name something confidential: then only who may see that reads it."""


def user() -> str:
    """Return the name of the account that runs this; empty where the machine has none for it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


async def before_of(
    transaction: Transaction, difference: Difference, going: Iterable[str], ending: Collection[str]
) -> tuple[dict[str, Node | Link], Mapping[str, list[str]]]:
    """Read what is overwritten, ended or removed, whole, by its key, and what readers need of what is not open.

    Nothing is read where all is new.
    """
    touched = {*difference.known, *difference.moved, *going, *ending}
    if not touched:
        return {}, {}
    facts = [fact for fact in difference.written() if key_of(fact) in difference.known]
    ends = [
        end
        for key, link in difference.recorded.links.items()
        if f"{key[0]} {key[1]}" in touched
        for end in (link.from_id, link.to_id)
    ]
    places = {fact.place for fact in facts if fact.place} | {
        id_.partition("/")[0] for id_ in map(id_in, touched) if "/" in id_
    }
    places |= {end.partition("/")[0] for end in ends if "/" in end}
    shared = [fact for fact in difference.nodes if not fact.place and key_of(fact) in difference.known]
    shared += [Node("Area", end, "", {}) for end in ends if "/" not in end]
    whole = await whole_facts_of(transaction, places, difference.recorded.elsewhere, shared)
    return {key_of(fact): fact for fact in whole.all() if key_of(fact) in touched}, whole.needs


def kept_of(
    difference: Difference, before: dict[str, Node | Link], going: Iterable[str], ending: Iterable[str], until: str
) -> Iterator[Kept]:
    """Say of each fact that a change touches what it was and what it becomes."""
    gone = dict.fromkeys((*difference.moved, *going))
    for fact in difference.written():
        key = key_of(fact)
        gone.pop(key, None)
        was = before.get(key)
        entry = "" if was or isinstance(fact, Node) else said_by(fact)[1]
        yield Kept(key, was, fact.digest, entry)
    for key in ending:
        yield Kept(key, before.get(key), ended(before[key], until).digest)
    for key in gone:
        yield Kept(key, before.get(key), None)


def touched_by(facts: Iterable[Node | Link]) -> list[str] | None:
    """List the ids of the entries that say some facts; None where they are more than stand with a change set."""
    found = set[str]()
    for fact in facts:
        found.add(said_by(fact)[1])
        if len(found) > MOST_ENTRIES:
            return None
    return sorted(found)


def may_name_confidential(
    difference: Difference, before: Mapping[str, Node | Link], named: Mapping[str, Named]
) -> bool:
    """Tell whether a change touches something confidential, or leads to something that is: its words name that."""
    touched = (fact.properties for fact in (*difference.written(), *before.values()))
    return any(each.is_confidential for each in named.values()) or any(
        said.get("access") == Access.CONFIDENTIAL or said.get("closedContactDetails") for said in touched
    )


def ended(fact: Node | Link, until: str) -> Node | Link:
    """Return a fact with its end, as `end_nodes` and `end_links` write it."""
    end: dict[str, Any] = {"until": until, "latest": latest(until)}
    if isinstance(fact, Node) and fact.label == "Organization":
        end["dissolved"] = until
    return as_said(dataclasses.replace(fact, properties=fact.properties | end))


async def record(
    transaction: Transaction,
    number: int,
    moment: int,
    why: Why,
    counts: dict[str, int],
    told: Sequence[str],
    places: Iterable[str],
    kept: Iterator[Kept],
    *,
    confidential: bool = True,
    entries: Sequence[str] | None = None,
) -> None:
    """Write a change set and its parts; `entries` are the ids of what it touched, where these are few."""
    parts = 0
    while some := list(islice(kept, PART)):
        # Many parts are large: they go one by one.
        send = transaction.write if len(some) == PART else transaction.soon
        await send("record_change_part", id=f"{number}/{parts}", content=packed(some))
        parts += 1
    said = {
        "id": number,
        "moment": moment,
        "by": why.by or user(),
        "how": why.how,
        "why": why.why,
        "files": list(why.files),
    }
    said |= counts | {"undoes": why.undoes, "told": list(told), "places": sorted(places), "parts": parts}
    said["confidential"] = confidential
    if entries is not None:
        said["entries"] = list(entries)
    if why.once:
        said |= {"key": why.once.key, "asked": why.once.asked}
    await transaction.soon("record_change_set", said=said)


async def change_sets(
    transaction: Transaction,
    *,
    place: str = "",
    number: int = 0,
    numbers: Sequence[int] = (),
    before: int = 0,
    limit: int = LISTED,
) -> list[ChangeSet]:
    """Return the newest change sets, newest first: of one place, those of some numbers, or those before one."""
    wanted = [*numbers, *([number] if number else [])]
    rows = await transaction.read("list_change_sets", place=place, numbers=wanted, before=before, limit=limit)
    return [_change_set(row) for row in sorted(rows, key=lambda row: -row.number)]


class Found(NamedTuple):
    """A change set that was looked for, as far as it takes to tell who may know of it."""

    number: int
    places: tuple[str, ...]
    confidential: bool


async def find_change_sets(
    transaction: Transaction, *, places: Sequence[str] | None = None, place: str = "", since: int = 0, entry: str = ""
) -> list[Found]:
    """Find the change sets of any of some places that are of one place, since a moment, and touched an entry.

    The newest is first. Without `places`, of all; an entry is meant by its id.
    """
    rows = await transaction.read(
        "find_change_sets", every=places is None, places=list(places or ()), place=place, moment=since, of=entry
    )
    found = [
        Found(row.number, tuple(row.places or ()), row.confidential is not False)
        for row in rows
        if not entry or row.listed or await _touches(transaction, row, entry)
    ]
    return sorted(found, reverse=True)


async def _touches(transaction: Transaction, row: Row, entry: str) -> bool:
    """Tell whether a change set touched an entry that does not say with it which those were."""
    for part in range(row.parts or 0):
        for each in await transaction.read("list_change_parts", ids=[f"{row.number}/{part}"]):
            if any(_entry_of(kept) == entry for kept in unpacked(each.content)):
                return True
    return False


def _entry_of(kept: Kept) -> str:
    return said_by(kept.before)[1] if kept.before else kept.entry or id_in(kept.key)


async def made_already(transaction: Transaction, once: Once) -> ChangeSet | None:
    """Return the change that was made with a key; BadInput where that was asked for with other words."""
    rows = await transaction.read("list_change_sets_by_key", key=once.key)
    if not rows:
        return None
    if rows[0].asked != once.asked:
        raise BadInput("This idempotencyKey was used for another change: choose a new one for each.")
    return (await change_sets(transaction, number=rows[0].number))[0]


async def kept_by(transaction: Transaction, change: ChangeSet) -> list[Kept]:
    """Return what a change touched, as it was before."""
    return [each for part in await parts_of(transaction, change) for each in part]


async def kept_by_each(transaction: Transaction, changes: Iterable[ChangeSet]) -> dict[int, list[Kept]]:
    """Return the same of several changes, by their numbers, in one round trip."""
    ids = {each.number: [f"{each.number}/{part}" for part in range(each.parts)] for each in changes}
    rows = await transaction.read("list_change_parts", ids=[id_ for every in ids.values() for id_ in every])
    by_id = {row.id: row.content for row in rows}
    return {number: [it for id_ in every for it in unpacked(by_id[id_])] for number, every in ids.items()}


async def parts_of(transaction: Transaction, change: ChangeSet) -> list[list[Kept]]:
    """Return the same by parts, as they are kept."""
    ids = [f"{change.number}/{part}" for part in range(change.parts)]
    rows = await transaction.read("list_change_parts", ids=ids)
    by_id = {row.id: row.content for row in rows}
    return [unpacked(by_id[id_]) for id_ in ids]


def packed(kept: Iterable[Kept]) -> str:
    """Write facts down short: JSON, compressed, in letters that any database keeps."""
    said = orjson.dumps(
        [(each.key, _written(each.before), each.after, *([each.entry] if each.entry else [])) for each in kept]
    )
    return base64.b64encode(zlib.compress(said, 6)).decode()


def unpacked(content: str) -> list[Kept]:
    """Read what `packed` wrote."""
    said = orjson.loads(zlib.decompress(base64.b64decode(content)))
    return [Kept(key, _read(before), after, *entry) for key, before, after, *entry in said]


def _written(fact: Node | Link | None) -> list[Any] | None:
    if fact is None:
        return None
    said = {name: {_DAY: value} if isinstance(value, date) else value for name, value in fact.properties.items()}
    ends = [fact.from_label, fact.from_id, fact.to_label, fact.to_id] if isinstance(fact, Link) else []
    return [fact.label if isinstance(fact, Node) else fact.type, fact.id, fact.place, *ends, said]


def _read(written: list[Any] | None) -> Node | Link | None:
    if written is None:
        return None
    *ids, said = written
    properties = {
        name: date.fromisoformat(value[_DAY]) if isinstance(value, dict) else value for name, value in said.items()
    }
    if len(ids) == 3:
        label, id_, place = ids
        return Node(label, id_, place, properties)
    type_, id_, place, from_label, from_id, to_label, to_id = ids
    return Link(type_, id_, place, from_label, from_id, to_label, to_id, properties)


def _change_set(row: Row) -> ChangeSet:
    lists = {name: tuple(getattr(row, name) or ()) for name in ("files", "places", "told")}
    # What was kept before there was such a mark may name anything.
    said: dict[str, Any] = row._asdict() | lists | {"confidential": row.confidential is not False}
    return ChangeSet(**said)
