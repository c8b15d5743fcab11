"""What another program asks to be changed: entries given as values become a draft, and faults are told at their paths.

Paths are those of the request, with positions counted from 0: `input.entries[0].after.holders[1].since`.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from app.exchange.entries.addresses import Address
from app.record.checking import Objection
from app.record.drafting import Conflict
from app.record.drafts import MOST_STEPS, SECTIONS, Draft, Said, Step, is_within
from app.store.history import MOST_WHY, Once

DEEPEST = 20
"""Levels of lists and objects in an entry: the data format has five."""
LONGEST_KEY = 200
"""Characters of an idempotency key."""
MISSING = object()
"""Stands for what an entry shall say where nobody said it."""
_POSITION = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class GivenEntry:
    """An entry as a program gives it."""

    kind: str
    id: str
    before: str
    """The digest that it read; empty where there was none."""
    after: Any
    """What the entry shall say; None where it is to be removed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong or doubted, where in the request, and what would be right."""

    path: str
    """Empty where it is at nothing that was given, but follows from it."""
    message: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """A change that was made."""

    number: int
    """Of the change in the history; 0 where all of it was recorded already."""
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """What a change would do."""

    told: tuple[str, ...]
    doubts: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeConflict:
    """Entries that somebody else changed."""

    entries: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class ChangeRefused:
    """Why nothing was written."""

    problems: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()


def draft_given(place: str, entries: Sequence[GivenEntry], why: str = "", key: str = "") -> tuple[Draft, list[Fault]]:
    """Make a draft of the entries that a program gives, and list what keeps it from being one."""
    faults, steps = list[Fault](), dict[Address, Step]()
    faults += wrong_reason("input.why", why)
    if len(key) > LONGEST_KEY:
        expected = f"A text of 1 to {LONGEST_KEY} characters, another for each change."
        faults.append(Fault("input.idempotencyKey", f"The key has {len(key):,} characters.", expected))
    if not 0 < len(entries) <= MOST_STEPS:
        expected = f"1 to {MOST_STEPS} entries: send more in several requests."
        faults.append(Fault("input.entries", f"There are {len(entries):,} entries.", expected))
    for number, given in enumerate(entries[:MOST_STEPS]):
        address, path = Address(given.kind, given.id), f"input.entries[{number}]"
        if not is_within(address, place):
            faults.append(
                Fault(f"{path}.id", f"'{given.id[:120]}' is no {given.kind} of {place[:80]}.", _own(place, given))
            )
        elif address in steps:
            faults.append(Fault(path, f"The {address.kind} '{address.id[:120]}' is given twice.", "Each entry once."))
        said, wrong = _said(given, place, f"{path}.after")
        faults += wrong
        steps[address] = Step(address, given.before, said)
    return Draft(place, tuple(steps.values())), faults


def wrong_reason(path: str, why: str) -> list[Fault]:
    """Say that the sentence that says why is longer than one; nothing where it is not."""
    if len(why) <= MOST_WHY:
        return []
    return [Fault(path, f"why has {len(why):,} characters.", f"A sentence of {MOST_WHY:,} at most.")]


def _own(place: str, given: GivenEntry) -> str:
    return f"The id of the place, {place[:80]}." if given.kind == "area" else f"An id such as {place[:80]}/name."


def _said(given: GivenEntry, place: str, path: str) -> tuple[Said | None, list[Fault]]:
    """Read what an entry shall say, as JSON has it; an id that it does not say is its own."""
    if given.after is None and given.kind != "area":
        return None, []
    fault = _no_entry(given, path)
    if fault:
        return None, [fault]
    said: Said = orjson.loads(orjson.dumps(given.after))
    id_ = said.get("id")
    own = given.id if given.kind == "area" else given.id.partition("/")[2]
    if id_ is not None and id_ not in (own, given.id):
        return None, [Fault(f"{path}.id", "It is another id than that of the entry.", f"'{own[:120]}', or none.")]
    return {"id": own, **{name: value for name, value in said.items() if name != "id"}}, []


def _no_entry(given: GivenEntry, path: str) -> Fault | None:
    """Say why a value can be no entry of a file, whatever its fields are."""
    if given.after is MISSING:
        return Fault(path, "It is missing.", "What the entry shall say, or null to remove it.")
    if given.after is None:
        return Fault(path, "A place is not removed by the API.", "What the area shall say.")
    if not isinstance(given.after, dict):
        return Fault(path, "It is no object.", f"An object, as an item of {SECTIONS[given.kind]} in a file.")
    if _depth(given.after) > DEEPEST:
        return Fault(path, f"It has more than {DEEPEST} levels.", "Lists and objects as the data format has them.")
    try:
        orjson.dumps(given.after)
    except TypeError:
        return Fault(path, "It has a value that JSON cannot hold.", "Text, and numbers of 64 bits.")
    return None


def _depth(value: Any) -> int:
    """Count levels, without a level of calls for each; no more than are too many."""
    level, depth = [value], 0
    while level and depth <= DEEPEST:
        depth += 1
        inner = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list))
        level = [value for values in inner for value in values if isinstance(value, dict | list)]
    return depth


def faults_of(draft: Draft, objections: Iterable[Objection]) -> tuple[Fault, ...]:
    """Tell the check's objections at their paths in the request; those elsewhere say where in words."""
    positions = {step.address: number for number, step in enumerate(draft.steps)}
    return tuple(_fault(each, positions.get(each.address) if each.address else None) for each in objections)


def _fault(objection: Objection, position: int | None) -> Fault:
    if position is None:
        where = ", ".join(filter(None, (str(objection.address or ""), objection.field)))
        return Fault("", f"{where}: {objection.says}" if where else objection.says, objection.expected)
    field = _POSITION.sub(lambda match: f"[{int(match[1]) - 1}]", objection.field)
    return Fault(
        ".".join(filter(None, (f"input.entries[{position}].after", field))), objection.says, objection.expected
    )


def once_of(account: str, key: str, draft: Draft, why: str) -> Once | None:
    """Tell a change that is asked for again from a new one; None where the program chose no key."""
    if not key:
        return None
    return Once(_digest(account, key), _digest(account, key, draft.text(), why))


def once_asked(account: str, key: str, event: str, asked: Any) -> Once | None:
    """Return the same for an event that a program reports: all that it asked tells it from another."""
    if not key:
        return None
    said = orjson.dumps(asked, option=orjson.OPT_SORT_KEYS, default=str).decode()
    return Once(_digest(account, key), _digest(account, key, event, said))


def _digest(*parts: str) -> str:
    said = orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(said, digest_size=16).hexdigest()
