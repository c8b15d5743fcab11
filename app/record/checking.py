"""The one check over a draft: a place as it would be, each problem at the entry and the field that it is about.

An editor's draft is checked a second time, in the place as editors see it: what they name that is hidden from them is
told as what nobody has, in the same words.
"""

import dataclasses
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.clearance import clearance_of_editors
from app.domain.english import capitalized
from app.exchange.entries.addresses import Address, Entry
from app.exchange.entries.to_facts import read_values
from app.exchange.moving import at_new_ids
from app.exchange.problems import Problem
from app.exchange.yaml_files import Checked
from app.record.drafts import SECTIONS, Draft, Said, Step, plain
from app.store.changes import NODES
from app.store.database import Transaction
from app.store.moves import Move

_WORD = re.compile(r"[\w/-]+")
_FIELD = re.compile(r"(\w+)\[(\d+)\](?:\.(.*))?")


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong, or doubted, at a field of one of a draft's entries, or elsewhere because of it."""

    address: Address | None
    """The entry; None where it is none of the draft's."""
    field: str
    """The path within it, such as `holders[2].since`; counted from 1."""
    says: str
    expected: str = ""
    """What would be right, as far as it is said apart."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the check found."""

    checked: Checked
    addresses: Mapping[tuple[str, int], Address]
    """What stands where, by section and number, counted from 1."""
    names_unseen: bool
    """Whether anything that is mentioned is not for editors."""


async def look_at(
    transaction: Transaction,
    draft: Draft,
    entries: Sequence[Entry],
    moves: Iterable[Move],
    *,
    is_whole: bool,
    editors: Collection[str] | None = None,
) -> Looked:
    """Check some entries, or a whole place, as the draft has them, at the ids that others are by now.

    With `editors` what is not for editors of the place is not there, but for those of these words; what is of the place
    itself, `entries` say.
    """
    onward = {move.old: move.new for move in moves}
    left = {step.address: _at_new_ids(step, draft.place, onward) for step in draft.steps}
    said: list[tuple[Address, Said]] = []
    for entry in entries:
        step = left.pop(entry.address, None)
        if step is None and entry.address.kind != "area":
            said.append((entry.address, plain(entry.said)))
        elif step and step.said is not None:
            said.append((entry.address, step.said))
    said += [(step.address, step.said) for step in left.values() if step.said is not None]
    addresses: dict[tuple[str, int], Address] = {}
    files: dict[str, dict[str, Any]] = {}
    for address, values in said:
        shared = address.kind == "area"
        file = files.setdefault("areas" if shared else draft.place, {} if shared else {"place": draft.place})
        section = file.setdefault(SECTIONS[address.kind], [])
        section.append(values)
        addresses[SECTIONS[address.kind], len(section)] = address
    read = read_values(files)
    wanted = {name: sorted(read.mentioned.get(label, ())) for label, name in NODES.items()}
    found = await transaction.read("list_mentioned", **wanted) if any(wanted.values()) else []
    # Of a whole place everything is there: what of it is recorded and not in the draft is to go.
    rows = [row for row in found if not (is_whole and row.id.startswith(f"{draft.place}/"))]
    theirs = clearance_of_editors(draft.place)
    seen = [row for row in rows if row.open or (row.needs and theirs.covers(row.needs)) or is_named(row.id, editors)]
    names_unseen = len(seen) < len(rows)
    rows = rows if editors is None else seen
    checked = read.checked({row.id: row.label for row in rows}, [row.id for row in rows if not row.open])
    return Looked(checked, addresses, names_unseen)


def words_of(entries: Iterable[Entry]) -> frozenset[str]:
    """Return all words of what entries say, ids among them."""
    return frozenset(word for entry in entries for word in _WORD.findall(repr(plain(entry.said))))


def is_named(id_: str, words: Collection[str] | None) -> bool:
    """Tell whether an id is among some words, whole or as the file of its place has it."""
    return words is not None and not {id_, id_.partition("/")[2]}.isdisjoint(words)


def _at_new_ids(step: Step, place: str, moves: Mapping[str, str]) -> Step:
    """Return a step whose entry mentions what is by what it is now."""
    if step.said is None or not moves:
        return step
    section = SECTIONS[step.address.kind]
    return dataclasses.replace(step, said=at_new_ids(section, step.said, place, moves))


def objection_of(problem: Problem, addresses: Mapping[tuple[str, int], Address]) -> Objection:
    """Say a problem of the check at the entry where it stands, by what stands where."""
    found = f"{problem.found}: " if problem.found else ""
    nearest = f" (did you mean {problem.nearest}?)" if problem.nearest else ""
    says = capitalized(f"{found}{problem.expected.removeprefix('doubt: ')}{nearest}.")
    match = _FIELD.fullmatch(problem.field)
    address = addresses.get((match[1], int(match[2]))) if match else None
    expected = "" if problem.expected.startswith("doubt: ") else capitalized(f"{problem.expected}{nearest}.")
    return Objection(address, (match[3] or "") if match else problem.field, says, expected)
