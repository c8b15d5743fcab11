"""What was recorded later and keeps a change from being taken back: each later change by number, and why, by name.

Taking a change back takes away what that change wrote, and nothing else. So it waits where something recorded later
says another thing of the same fact, leads to what would go, or took away what would be led to again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.english import and_more, listed, ordinary, plural
from app.domain.facts import LINES, DataSet, Link, Node, said_by
from app.domain.vocabulary import LineType
from app.errors import DataRefused
from app.record.naming import name_of
from app.store.changes import NODES, Named, named_of
from app.store.database import Transaction
from app.store.differing import id_in, key_of
from app.store.history import ChangeSet, Kept, change_sets, find_change_sets, kept_by_each
from app.store.openness import PARAMETER
from app.store.whole import as_said, whole_facts_of

MOST_NAMED = 20
"""Things of one later change that are named."""
MOST_LATER = 1_000
"""Later changes that are looked through."""
_AT_A_TIME = 50
_FROM_THE_END = frozenset({"HOLDS", "ATTENDED", "REPORTED_BACK"})
_MENTIONS = ("deputisingFor", "for", "by")
"""Properties that have the id of somebody."""
_IDS = re.compile(r'"([^"\s]+/[^"\s]+)"')
_LINES = {kind.relationship: ordinary(kind.value) for kind in LineType}
Fact = Node | Link
Tells = Callable[[ChangeSet], bool]
"""Says of a change whether whoever asks may know something of it."""


class _Why(StrEnum):
    """What a later change did that is in the way, as a sentence goes on after its number."""

    DIFFERS = "changed since"
    RESTS = "recorded what rests on this"
    GONE = "took away what this needs"


@dataclass(frozen=True, slots=True)
class Later:
    """A later change that has to be taken back first."""

    number: int
    """0 where it is not for whoever asks."""
    says: str
    """What of it is in the way: a sentence that goes on after `Change 10`."""

    def __str__(self) -> str:
        """Say it as a sentence."""
        return f"Change {self.number} {self.says}" if self.number else self.says


@dataclass(slots=True)
class _Blocked:
    """A fact that is in the way, until it is as `free` asks for."""

    key: str
    why: _Why
    free: Callable[[Fact | None], bool]
    fact: Fact | None
    """As it is recorded now."""


@dataclass(slots=True)
class _Found:
    change: ChangeSet
    things: dict[_Why, dict[str, Fact]] = field(default_factory=dict)


async def refuse_while_others_rest(
    transaction: Transaction,
    change: ChangeSet,
    kept: Sequence[Kept],
    now: Mapping[str, Fact],
    then: DataSet,
    *,
    knows: Tells,
    reads: Tells,
) -> None:
    """Raise DataRefused where something recorded later is in the way of taking a change back.

    `now` is all that is recorded of its places, `then` what would be. Each problem is a `Later`, the newest first:
    whoever asks `knows` that there was a change, and `reads` what it did.
    """
    left = {key_of(fact): fact for fact in then.all()}
    nodes = {it.id: it for it in now.values() if isinstance(it, Node)}
    gone = {fact.id for key, fact in now.items() if isinstance(fact, Node) and key not in left}
    beyond = await _beyond(transaction, change, now, gone)
    blocked = [*_differing(kept, now), *_resting([*left.values(), *beyond.values()], gone)]
    blocked += await _missing(transaction, kept, now, left)
    if not blocked:
        return
    places = {*change.places, *(fact.place for fact in beyond.values() if fact.place)}
    found = await _changes_with(transaction, change, places, blocked)
    before = [each.before for each in kept if each.before] + [it for each in found for it in _facts_in(each)]
    known = nodes | {it.id: it for it in before if isinstance(it, Node) and it.id not in nodes}
    named = await _named(transaction, before + [it.fact for it in blocked if it.fact], known)
    problems = [_told(each, named, knows, reads) for each in found]
    if not found:
        what = "; ".join(_names([it.fact for it in blocked if it.fact], named, may_all=False))
        problems = [Later(0, f"In the way is {what or 'something that is recorded since'}.")]
    problems = list(dict.fromkeys(problems))
    numbers = [str(it.number) for it in problems if it.number]
    first = f" Undo change {numbers[0]} first." if len(numbers) == 1 else ""
    if len(numbers) > 1:
        few = [*numbers[:MOST_NAMED], *([and_more(len(numbers) - MOST_NAMED)] if len(numbers) > MOST_NAMED else [])]
        first = f" Undo {plural('change')} {listed(few)} first, in this order."
    raise DataRefused(
        f"Change {change.number} cannot be undone: what was recorded later is in the way.{first} Nothing was changed.",
        problems,
    )


def _differing(kept: Iterable[Kept], now: Mapping[str, Fact]) -> Iterator[_Blocked]:
    """Find what is neither as the change left it nor as it was before."""
    for each in kept:
        fact, after = now.get(each.key), each.after
        if (digest := _digest(fact)) != after and digest != _digest(each.before):
            yield _Blocked(each.key, _Why.DIFFERS, _is(after), fact)


def _is(digest: int | None) -> Callable[[Fact | None], bool]:
    return lambda fact: _digest(fact) == digest


def _resting(facts: Iterable[Fact], gone: set[str]) -> Iterator[_Blocked]:
    """Find what leads to something that would go."""
    for fact in facts if gone else ():
        if not gone.isdisjoint(_led_to(fact)):
            yield _Blocked(key_of(fact), _Why.RESTS, lambda it: it is None or gone.isdisjoint(_led_to(it)), fact)


async def _missing(
    transaction: Transaction, kept: Iterable[Kept], now: Mapping[str, Fact], left: Mapping[str, Fact]
) -> list[_Blocked]:
    """Find what would be led to again and is not there any more."""
    here = {fact.id for fact in left.values() if isinstance(fact, Node)}
    back = [it.before for it in kept if it.before and _digest(now.get(it.key)) != _digest(it.before)]
    wanted = {id_ for fact in back for id_ in _led_to(fact)} - here
    if not wanted:
        return []
    rows = await transaction.read("list_mentioned", **dict.fromkeys(NODES.values(), sorted(wanted)))
    lost = wanted - {row.id for row in rows}
    return [
        _Blocked(f"{label} {id_}", _Why.GONE, lambda it: it is not None, None)
        for id_ in sorted(lost)
        for label in NODES
    ]


async def _beyond(
    transaction: Transaction, change: ChangeSet, now: Mapping[str, Fact], gone: set[str]
) -> dict[str, Fact]:
    """Read the facts of other places that lead to what would go."""
    going: dict[str, list[str]] = {}
    for fact in now.values():
        if isinstance(fact, Node) and fact.id in gone:
            going.setdefault(fact.label, []).append(fact.id)
    if not going:
        return {}
    given = {name: going.get(label, []) for label, name in (PARAMETER | {"Source": "sources"}).items()}
    own = sorted(change.places)
    rows = [*await transaction.read("list_outside_mentions_of", places=own, **given)]
    if given["sources"]:
        rows += await transaction.read("list_citing", places=own, sources=given["sources"])
    places = sorted({row.place for row in rows if row.place})
    if not places:
        return {}
    elsewhere = {row.place: row.bodies for row in await transaction.read("list_bodies_elsewhere", places=places)}
    whole = await whole_facts_of(transaction, places, elsewhere)
    return {key_of(fact): fact for fact in whole.all() if key_of(fact) not in now}


def _led_to(fact: Fact) -> set[str]:
    """Return the ids that a fact leads to: its ends, what it cites, and whom it mentions."""
    found = {fact.from_id, fact.to_id} if isinstance(fact, Link) else set[str]()
    said = fact.properties
    found |= {line.partition(" ")[0] for line in str(said.get("cites") or "").split("\n")}
    found |= set(_IDS.findall(str(said.get("composition") or "")))
    found |= {str(said.get(name) or "") for name in _MENTIONS}
    return found - {""}


def _digest(fact: Fact | None) -> int | None:
    return as_said(fact).digest if fact else None


async def _changes_with(
    transaction: Transaction, change: ChangeSet, places: Iterable[str], blocked: Iterable[_Blocked]
) -> list[_Found]:
    """Go back through later changes, the newest first, until nothing is in the way; return those that were."""
    later = await find_change_sets(transaction, places=sorted(places))
    shared = {it.key for it in blocked if "/" not in id_in(it.key)}
    if shared:
        later = await find_change_sets(transaction)
    numbers = [it.number for it in later if it.number > change.number][:MOST_LATER]
    waiting: dict[str, list[_Blocked]] = {}
    for it in blocked:
        waiting.setdefault(it.key, []).append(it)
    found: list[_Found] = []
    for start in range(0, len(numbers), _AT_A_TIME):
        some = await change_sets(transaction, numbers=numbers[start : start + _AT_A_TIME])
        every = await kept_by_each(transaction, some)
        for each in some:
            there = _Found(each)
            for kept in every[each.number]:
                for it in waiting.pop(kept.key, ()):
                    fact = it.fact or kept.before
                    if fact:
                        there.things.setdefault(it.why, {})[kept.key] = fact
                    if not it.free(kept.before):
                        it.fact = kept.before
                        waiting.setdefault(kept.key, []).append(it)
            if there.things:
                found.append(there)
        if not waiting:
            break
    return found


def _facts_in(found: _Found) -> Iterator[Fact]:
    for each in found.things.values():
        yield from each.values()


async def _named(transaction: Transaction, facts: Iterable[Fact], known: Mapping[str, Node]) -> dict[str, Named]:
    """Name what facts are and lead to: as it is recorded, and what is gone as it was."""
    wanted: dict[str, set[str]] = {}
    for fact in facts:
        ends = (
            [(fact.label, fact.id)]
            if isinstance(fact, Node)
            else [(fact.from_label, fact.from_id), (fact.to_label, fact.to_id)]
        )
        for label, id_ in ends:
            wanted.setdefault(label, set()).add(id_)
    named = await named_of(transaction, wanted)
    return {id_: Named(node.label, node.properties, {}) for id_, node in known.items()} | named


def _told(found: _Found, named: Mapping[str, Named], knows: Tells, reads: Tells) -> Later:
    change = found.change
    if not knows(change):
        return Later(0, "What was recorded in another place, which you may not write in, is in the way.")
    if not reads(change):
        return Later(change.number, "is in the way: what it did is for those who may write in all of its places.")
    said = []
    for why, facts in found.things.items():
        names = _names(facts.values(), named, may_all=True)
        few = [*names[:MOST_NAMED], *([and_more(len(names) - MOST_NAMED)] if len(names) > MOST_NAMED else [])]
        said.append(f"{why}: {'; '.join(few)}")
    return Later(change.number, f"{', and '.join(said)}.")


def _names(facts: Iterable[Fact], named: Mapping[str, Named], *, may_all: bool) -> list[str]:
    """Name what facts are of, each once."""
    found: dict[str, None] = {}
    for fact in facts:
        ids = [fact.id] if isinstance(fact, Node) else [fact.from_id, fact.to_id]
        if may_all or not any(id_ in named and named[id_].is_confidential for id_ in ids):
            found.setdefault(_name(fact, named))
    return list(found)


def _name(fact: Fact, named: Mapping[str, Named]) -> str:
    def name(id_: str) -> str:
        return name_of(named[id_], id_) if id_ in named else id_

    if isinstance(fact, Link) and fact.type in LINES:
        return f"{name(fact.from_id)} {_LINES[fact.type]} {name(fact.to_id)}"
    if isinstance(fact, Link) and fact.type in _FROM_THE_END:
        return f"{name(fact.to_id)}: {name(fact.from_id)}"
    return name(said_by(fact)[1])
