"""Somebody is taken out of the history for good: no change that is kept names them, and no undo brings them back."""

import re
from collections.abc import Iterable, Sequence

from app.domain.facts import Link, Node
from app.store.database import Transaction
from app.store.differing import id_in
from app.store.history import Kept, change_sets, kept_by, packed, parts_of

TAKEN_OUT = "(taken out)"
_EVERY = 1_000_000_000


async def redact(transaction: Transaction, id_: str, names: Iterable[str]) -> int:
    """Take a person out of every change that is kept, and their names out of its words; return how many that were.

    `names` are those that are recorded still; those that only the history has are found there.
    """
    known, redacted = set(names), 0
    changes = await change_sets(transaction, limit=_EVERY)
    for change in changes:
        known |= {name for each in await kept_by(transaction, change) for name in _names(each.before, id_)}
    for change in changes:
        is_named = False
        for part, kept in enumerate(await parts_of(transaction, change)):
            left = [each for each in kept if not _is_of(each, id_)]
            if len(left) < len(kept):
                is_named = True
                await transaction.write("rewrite_change_part", id=f"{change.number}/{part}", content=packed(left))
        why, *told = without([change.why, *change.told], known)
        is_named |= [why, *told] != [change.why, *change.told]
        if is_named:
            await transaction.write("rewrite_change_set", id=change.number, why=why, told=told, without=id_)
        redacted += is_named
    return redacted


def without(lines: Sequence[str], names: Iterable[str]) -> list[str]:
    """Return lines without somebody's names, in whatever letters they are written."""
    longest_first = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not longest_first:
        return list(lines)
    named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first), re.IGNORECASE)
    return [named.sub(TAKEN_OUT, line) for line in lines]


def names_of(node: Node) -> set[str]:
    """Return every name by which a person is recorded."""
    found = {str(node.properties.get("name") or "")}
    for others in (node.properties.get("alternateNames"), node.properties.get("formerNames")):
        found |= set(map(str, others)) if isinstance(others, list) else set()
    return found - {""}


def _names(before: Node | Link | None, id_: str) -> set[str]:
    return names_of(before) if isinstance(before, Node) and before.label == "Person" and before.id == id_ else set()


def _is_of(kept: Kept, id_: str) -> bool:
    """Tell whether a fact is the person, or a relationship of the person's: its id says so where it was new."""
    label, key_id = kept.key.partition(" ")[0], id_in(kept.key)
    if (label, key_id) == ("Person", id_):
        return True
    if isinstance(kept.before, Link):
        return id_ in (kept.before.from_id, kept.before.to_id)
    place, _, own = id_.partition("/")
    parts = key_id.split("--")
    return label.isupper() and (id_ in parts or (own in parts and key_id.startswith(f"{place}/")))
