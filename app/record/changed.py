"""What changes of the record did to its entries: as they were before a change and after it, for whoever may read that.

What is recorded now is taken back change by change, in memory, until the change that is asked for: history keeps of
each fact only what it was before (decision 20).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.facts import DataSet, Link, Node
from app.domain.rights import Account, Role, may_edit
from app.domain.vocabulary import Access
from app.errors import DataRefused
from app.exchange.entries.addresses import Address, address_of
from app.exchange.entries.from_facts import entries_of
from app.record.drafting import holds_confidential
from app.record.drafts import Said, plain
from app.record.history import concerns, may_undo
from app.store.database import Database, Transaction
from app.store.differing import id_in, key_of
from app.store.history import ChangeSet, Found, Kept, change_sets, find_change_sets, kept_by
from app.store.whole import as_said, facts_of_place, whole_facts_of

MOST_FACTS = 2_000
"""Facts that a change touched of which the entries are shown: a load of a whole place is read from its file."""
MOST_TAKEN_BACK = 1_000
"""Later changes that are taken back to show an entry as it was."""
_AT_A_TIME = 50
_HANGING = frozenset({"POST_IN", "MEETING_OF", "ASSESSES", "SUBJECT", "ARISING_FROM"})
"""Links from what is hidden with what it hangs on."""


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry that a change touched."""

    address: Address
    before: Said | None
    """What it said; None where it was not there."""
    after: Said | None
    """What it said then; None where it was gone."""


async def changes_for(
    database: Database, account: Account, *, place: str = "", since: int = 0, entry: str = ""
) -> list[int]:
    """Return the numbers of the changes that somebody may know of, newest first: those of a place, or of an entry.

    Changes of an entry are those that they may read: of others nobody is told what they touched.
    """

    async def work(transaction: Transaction) -> list[Found]:
        own = None if may_edit(account, "") else [it.place for it in account.grants if may_edit(account, it.place)]
        return await find_change_sets(transaction, places=own, place=place, since=since, entry=entry)

    found = await database.write(work)
    return [it.number for it in found if concerns(it, account) and (not entry or may_undo(it, account))]


async def changes_numbered(database: Database, numbers: Sequence[int]) -> list[ChangeSet]:
    """Return the changes of some numbers, newest first."""

    async def work(transaction: Transaction) -> list[ChangeSet]:
        return await change_sets(transaction, numbers=numbers, limit=len(numbers)) if numbers else []

    return await database.write(work)


async def changed_entries(
    database: Database, account: Account, changes: Iterable[ChangeSet]
) -> dict[int, tuple[ChangedEntry, ...]]:
    """Return what each of some changes did to entries, by its number, as far as somebody may read it.

    A change is left out where they may not read what it did, where it touched very many facts, and where very many
    changes were made since.
    """
    asked = {it.number: it for it in changes if may_undo(it, account) and _facts_in(it) <= MOST_FACTS}

    async def work(transaction: Transaction) -> dict[int, tuple[ChangedEntry, ...]]:
        found: dict[int, tuple[ChangedEntry, ...]] = {}
        places = sorted({place for change in asked.values() for place in change.places or ("",)})
        for place in places:
            of_it = {number: it for number, it in asked.items() if place in (it.places or ("",))}
            sees_all = account.may(Role.STEWARD, place)
            for number, entries in (await _of_place(transaction, place, of_it, sees_all=sees_all)).items():
                # Areas and sources that belong to no place are met at each place of the change.
                every = {it.address: it for it in (*found.get(number, ()), *entries)}
                found[number] = tuple(every.values())
        return found

    return await database.write(work)


def _facts_in(change: ChangeSet) -> int:
    return change.added + change.changed + change.ended + change.removed


async def _of_place(
    transaction: Transaction, place: str, asked: dict[int, ChangeSet], *, sees_all: bool
) -> dict[int, list[ChangedEntry]]:
    """Return what changes did to the entries of a place, and to areas and sources that belong to no place."""
    then, found = _Then(place), dict[int, list[ChangedEntry]]()
    then.note((await facts_of_place(transaction, place)).all() if place else ())
    kept_of = {number: await kept_by(transaction, change) for number, change in asked.items()}
    shared = {each.key for kept in kept_of.values() for each in kept if "/" not in id_in(each.key)}
    stubs = [Node(key.partition(" ")[0], id_in(key), "", {}) for key in shared if key.startswith(("Area ", "Source "))]
    then.note(map(as_said, (await whole_facts_of(transaction, [], {}, stubs)).all()) if stubs else ())
    before, taken_back = 0, 0
    seen: list[tuple[ChangeSet, dict[Address, tuple[DataSet, DataSet]]]] = []
    while (before == 0 or before > min(asked)) and taken_back < MOST_TAKEN_BACK:
        # What belongs to no place may have been changed with any.
        some = await change_sets(transaction, place="" if stubs else place, before=before, limit=_AT_A_TIME)
        if not some:
            break
        for change in some:
            if change.number < min(asked):
                break
            kept = kept_of.get(change.number)
            if kept is None:
                then.take_back(await kept_by(transaction, change))
                continue
            addresses = then.addresses_in(kept)
            after = {address: then.facts_of(address) for address in addresses}
            then.take_back(kept)
            seen.append((change, {each: (then.facts_of(each), after[each]) for each in addresses}))
        before, taken_back = some[-1].number, taken_back + len(some)
    for change, touched in seen:
        found[change.number] = [
            ChangedEntry(address, then.said(address, was), then.said(address, became))
            for address, (was, became) in sorted(touched.items())
            if sees_all or not (then.is_hidden(address, was) or then.is_hidden(address, became))
        ]
    return found


@dataclass(slots=True)
class _Then:
    """What was recorded of a place at some time."""

    place: str
    facts: dict[str, Node | Link] = field(default_factory=dict)
    by_entry: dict[Address, dict[str, Node | Link]] = field(default_factory=dict)
    """The same facts, by the entry that says them."""
    confidential: set[str] = field(default_factory=set)
    """The ids of what was confidential at any time that was looked at."""
    hanging: set[tuple[str, str]] = field(default_factory=set)
    """What hung on what."""

    def note(self, facts: Iterable[Node | Link]) -> None:
        for fact in facts:
            key = key_of(fact)
            self._drop(key)
            self.facts[key] = fact
            self.by_entry.setdefault(address_of(fact), {})[key] = fact
            if isinstance(fact, Node) and fact.properties.get("access") == Access.CONFIDENTIAL:
                self.confidential.add(fact.id)
            if isinstance(fact, Link) and fact.type in _HANGING:
                self.hanging.add((fact.from_id, fact.to_id))

    def _drop(self, key: str) -> None:
        there = self.facts.pop(key, None)
        if there is not None:
            del self.by_entry[address_of(there)][key]

    def take_back(self, kept: Iterable[Kept]) -> None:
        for each in kept:
            self._drop(each.key)
            if each.before is not None:
                self.note([as_said(each.before)])

    def addresses_in(self, kept: Iterable[Kept]) -> list[Address]:
        """Return the entries whose facts a change touched that is now to be taken back."""
        facts = (fact for each in kept for fact in (each.before, self.facts.get(each.key)) if fact is not None)
        found = dict.fromkeys(map(address_of, facts))
        return [it for it in found if "/" not in it.id or it.id.startswith(f"{self.place}/")]

    def facts_of(self, address: Address) -> DataSet:
        found = DataSet(places={self.place} - {""})
        for fact in self.by_entry.get(address, {}).values():
            if isinstance(fact, Node):
                found.nodes.append(fact)
            else:
                found.links.append(fact)
        return found

    def said(self, address: Address, facts: DataSet) -> Said | None:
        """Spell an entry as a file does."""
        if not len(facts):
            return None
        try:
            entries = entries_of(facts, self.place if "/" in address.id else "").all
        except DataRefused:
            return None
        return next((plain(entry.said) for entry in entries if entry.address == address), None)

    def is_hidden(self, address: Address, facts: DataSet) -> bool:
        """Tell whether an entry is confidential, has something confidential in it, or leads to it."""
        hidden = set(self.confidential)
        while more := {start for start, end in self.hanging if end in hidden} - hidden:
            hidden |= more
        ends = {end for link in facts.links for end in (link.from_id, link.to_id)}
        return address.id in hidden or not hidden.isdisjoint(ends) or holds_confidential(facts)
