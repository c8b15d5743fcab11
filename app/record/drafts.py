"""A draft: entries of one place as they were and as they shall be, a value that can be kept and come back to."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from app.domain.facts import DataSet
from app.errors import BadInput
from app.exchange.derived_ids import entry_name, whole_id
from app.exchange.entries.addresses import KINDS, Address, facts_by_entry
from app.exchange.entries.listed import Entries
from app.exchange.entries.spelling import spelled
from app.exchange.fields import FileModel
from app.exchange.rows import slug
from app.store.differing import key_of
from app.store.whole import as_said

MOST_STEPS = 200
"""Entries that one draft may change: more than that is a file's."""
MOST_BYTES = 500_000
"""Of a draft that comes back as text."""
SECTIONS = {kind.name: kind.section for kind in KINDS}
MODELS = {kind.name: kind.model for kind in KINDS}

Said = dict[str, Any]
"""What an entry says, as a file spells it; it may have mistakes, which the check tells."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a draft."""

    address: Address
    was: str
    """The digest of the entry that it was made from; empty where there was none."""
    said: Said | None
    """What it shall say; None where it is to be removed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Entries of one place that shall be otherwise."""

    place: str
    steps: tuple[Step, ...]

    def text(self) -> str:
        """Write it down, to be kept and come back to."""
        steps = [[step.address.kind, step.address.id, step.was, step.said] for step in self.steps]
        return orjson.dumps({"place": self.place, "steps": steps}).decode()


def accepted(draft: Draft, doubted: Collection[str], why: str) -> Draft:
    """Return a draft whose doubted entries, named as an address is written, say why they are so.

    Without a reason it stays as it is.
    """
    steps = [
        replace(step, said=step.said | {"doubts": f"accepted, {why}"})
        if why and step.said is not None and str(step.address) in doubted and "doubts" in _fields_of(step.address)
        else step
        for step in draft.steps
    ]
    return Draft(draft.place, tuple(steps))


def _fields_of(address: Address) -> Collection[str]:
    return MODELS[address.kind].model_fields


def draft_in(text: str) -> Draft:
    """Read what `Draft.text` wrote; BadInput where it cannot be read."""
    try:
        if len(text.encode()) > MOST_BYTES:
            raise ValueError
        written = orjson.loads(text)
        steps = tuple(
            Step(Address(str(kind), str(id_)), str(was), None if said is None else dict(said))
            for kind, id_, was, said in written["steps"]
        )
        draft = Draft(str(written["place"]), steps)
    except (ValueError, TypeError, KeyError):
        raise BadInput("This draft cannot be read: fill the form in again.") from None
    if len(steps) > MOST_STEPS or any(not is_within(step.address, draft.place) for step in steps):
        raise BadInput("This draft cannot be read: fill the form in again.")
    return draft


def is_within(address: Address, place: str) -> bool:
    """Tell whether an entry is one of the place's, or the area that the place is."""
    if address.kind == "area":
        return address.id == place
    return address.kind in SECTIONS and address.id.startswith(f"{place}/")


@dataclass(frozen=True, slots=True)
class Known:
    """What is recorded of a place, as entries, for drafts to be made from."""

    entries: Entries
    digests: Mapping[Address, str] = field(repr=False)
    moved: Collection[str] = field(default=(), repr=False)
    """Ids that lead to others by now, so that nothing new gets one of them."""
    hidden: frozenset[Address] = field(default=frozenset(), repr=False)
    """The entries that are not for every editor of the place: confidential, or hanging on what is hidden from them."""
    partly: frozenset[Address] = field(default=frozenset(), repr=False)
    """These, and those of which some part is not."""
    to_editors: Entries | None = field(default=None, repr=False)
    """What every editor of the place may see, without the parts that are not for them; None where that is all of it."""

    @property
    def place(self) -> str:
        """The place's id."""
        return self.entries.place

    def said(self, address: Address) -> FileModel | None:
        """Return what an entry says; None where there is none."""
        return next((entry.said for entry in self.entries.all if entry.address == address), None)


def digest_of(facts: DataSet | None) -> str:
    """Return the digest of what an entry's facts say, in whatever order they come; empty where there are none."""
    if not facts or not len(facts):
        return ""
    each = sorted((key_of(fact), as_said(fact).digest) for fact in facts.all())
    return hashlib.blake2b(repr(each).encode(), digest_size=8).hexdigest()


def digests_of(facts: DataSet) -> dict[Address, str]:
    """Return the digest of every entry of a place."""
    return {address: digest_of(own) for address, own in facts_by_entry(facts).items()}


class Drafting:
    """Makes a draft of what is recorded of a place: takes the changes, and gives what is new its id."""

    def __init__(self, known: Known, was: Mapping[Address, str] | None = None) -> None:
        """Begin with nothing changed; `was` has the digests of entries that somebody looked at before now."""
        self.known, self._was = known, dict(known.digests) | dict(was or {})
        self._steps: dict[Address, Step] = {}
        self._taken = {entry.address.id for entry in known.entries.all} | set(known.moved)

    def now(self, address: Address) -> Said:
        """Return what an entry says in the draft so far, to be changed and given to `change`; BadInput for none."""
        if address in self._steps and (said := self._steps[address].said) is not None:
            return said
        recorded = self.known.said(address)
        if recorded is None:
            raise BadInput(f"There is no {address.kind} with the id '{address.id[:120]}' any more.")
        said = plain(recorded)
        # An id that is made of what an entry says would be another when it says something else.
        return said if "id" in said else {"id": address.id.partition("/")[2], **said}

    def change(self, address: Address, said: Said) -> None:
        """Let an entry say something else."""
        self._steps[address] = Step(address, self._was.get(address, ""), said)

    def remove(self, address: Address) -> None:
        """Let an entry go, as one that never was true."""
        self._steps[address] = Step(address, self._was.get(address, ""), None)

    def add(self, kind: str, said: Said, name: str = "") -> str:
        """Add an entry and return its id as the place's own file writes it, made of `name` where there is one.

        Without a name it is made of what the entry says, as the data format has it, and may be that of another entry:
        then it gets a number.
        """
        made = self._free(self._made(kind, said, name))
        said = {"id": made, **said}
        address = Address(kind, made if kind == "area" else f"{self.known.place}/{made}")
        self._taken.add(address.id)
        self._steps[address] = Step(address, self._was.get(address, ""), said)
        return made

    def _made(self, kind: str, said: Said, name: str) -> str:
        if name:
            return slug(name)[:80].strip("-") or kind
        try:
            return entry_name(MODELS[kind].model_validate(said), self.known.place)
        except ValueError:
            # What is wrong with it, the check will say.
            return kind

    def _free(self, wanted: str) -> str:
        number, found = 1, wanted
        while whole_id(found, self.known.place) in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        return found

    def draft(self) -> Draft:
        """Return the draft."""
        return Draft(self.known.place, tuple(self._steps.values()))


def plain(said: FileModel) -> Said:
    """Spell an entry as a file does, in plain values."""
    values: Said = orjson.loads(orjson.dumps(spelled(said)))
    return values
