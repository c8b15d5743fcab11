"""A draft is checked, shown and applied: by the one check, in the one transaction, with a record of the change."""

import dataclasses
import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.clearance import clearance_of_editors
from app.domain.facts import DataSet, Link, Node
from app.domain.visible import visible
from app.domain.vocabulary import Access
from app.errors import NotAllowed
from app.exchange.entries.addresses import Address, Entry, facts_by_entry
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries
from app.exchange.entries.ordering import in_order
from app.reading.shelved_files import drawings_in
from app.record.apart import facts_apart, with_themes_as_they_were
from app.record.checking import Objection, is_named, look_at, objection_of, words_of
from app.record.drafts import Draft, Known, Said, Step, digest_of, digests_of, plain
from app.record.history import TAKEN_AWAY, why_of
from app.record.telling import told_of
from app.store.database import Database, Transaction
from app.store.differing import key_of
from app.store.history import Once, made_already
from app.store.moves import Move, moves_of
from app.store.recorded import Recorded, RecordedLink, RecordedNode, starts_elsewhere
from app.store.together import Ask
from app.store.whole import as_said, asks_of_place, facts_of_place, whole_facts_of
from app.store.writer import Leaving, Part, Summary, found_in, write_in

_CONFIDENTIAL = re.compile(rf"""["']access["']: ?["']{Access.CONFIDENTIAL.value}["']""")
"""Within what is kept or spelled as text."""
_MOVES = Ask("list_redirects")
"""Every draft is looked at by the ids that others are by now."""
_WORD = re.compile(r"[\w/-]+")
_Writing = Callable[[Transaction, DataSet, Leaving, Part, Mapping[str, str]], Awaitable[Summary]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that somebody else changed since the draft was made."""

    address: Address
    now: Said | None
    """What it says now; None where it is gone."""
    yours: Said | None
    """What the draft has it say."""
    digest: str = ""
    """That of what it says now; empty where it is gone."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a draft would do, or did."""

    problems: tuple[Objection, ...] = ()
    """With one of these nothing is written."""
    doubts: tuple[Objection, ...] = ()
    """Those that are yet to be accepted."""
    conflicts: tuple[Conflict, ...] = ()
    """With one of these nothing is written either."""
    lines: tuple[str, ...] = ()
    """What changes, in sentences, under headings; nothing where nothing does."""
    number: int = 0
    """The number of the change that it became; 0 where nothing was written."""
    summary: Summary | None = field(default=None, repr=False)

    @property
    def stands(self) -> bool:
        """Tell whether it can be applied."""
        return not self.problems and not self.conflicts


async def known_of(database: Database, place: str) -> Known:
    """Read what is recorded of a place, to make drafts from; of one that nobody knows there is nothing."""

    async def work(transaction: Transaction) -> Known:
        facts = await _facts(transaction, place)
        moved = frozenset(move.old for move in await moves_of(transaction))
        return dataclasses.replace(_known(facts, place), moved=moved)

    return await database.write(work)


async def weigh(database: Database, draft: Draft, *, sees_all: bool = True) -> Weighed:
    """Say what a draft would do, all that is wrong with it, and what was changed since it was made; write nothing.

    NotAllowed where it touches what is confidential, and whoever asks may not see all.
    """

    async def work(transaction: Transaction) -> Weighed:
        return await _weighed(transaction, draft, sees_all)

    return await database.write(work)


async def apply(
    database: Database,
    draft: Draft,
    *,
    by: str,
    why: str = "",
    how: str = "form",
    form: str = "",
    says: str = "",
    sees_all: bool = True,
    accepts_doubts: bool = True,
    once: Once | None = None,
) -> Weighed:
    """Write a draft and a record of the change in one transaction; nothing where it does not stand or changes nothing.

    `by` is the account that asks, `form` says from what the draft came, and `says` what it does, in a sentence. Applied
    again it changes nothing; with the same `once`, whatever was changed since, it says what it did the first time.
    With `accepts_doubts` none is told: what a draft is doubted for, `weigh` shows before. NotAllowed where it touches
    what is confidential, and whoever asks may not see all; BadInput where `once` was of another change.
    """
    reason = dataclasses.replace(why_of(how, why, [form] if form else [], by=by), once=once)

    async def work(transaction: Transaction) -> Weighed:
        await transaction.soon("record_data_version", changed=0)
        if once and (made := await made_already(transaction, once)):
            return Weighed(lines=made.told, number=made.number)

        async def writing(
            into: Transaction, facts: DataSet, leaving: Leaving, part: Part, titles: Mapping[str, str]
        ) -> Summary:
            def tell(summary: Summary) -> list[str]:
                return [*([visible(says)] if says else []), *_told(summary, titles)]

            return await write_in(into, facts, leaving, why=reason, tell=tell, part=part)

        weighed = await _weighed(transaction, draft, sees_all, writing, accepts_doubts=accepts_doubts)
        # Some are found in all of the place alone, with which no draft is checked whose doubts are accepted.
        return dataclasses.replace(weighed, doubts=()) if accepts_doubts else weighed

    done = await database.write(work)
    if done.summary and done.summary.removed:
        drawings_in(database.settings.data_dir).clear()
    return done


def _told(summary: Summary, titles: Mapping[str, str]) -> list[str]:
    return told_of(summary, replace=True, removed=TAKEN_AWAY, titles=titles)


def _titles(*facts: DataSet) -> dict[str, str]:
    """Return the titles of sources, by their ids."""
    nodes = (node for each in facts for node in each.nodes if node.label == "Source")
    return {node.id: str(node.properties["title"]) for node in nodes if node.properties.get("title")}


async def _facts(transaction: Transaction, place: str) -> DataSet:
    """Read all that is recorded of a place, in the order of its file, and the area that it is; and the moves, ahead."""
    area_alone = Ask("list_whole_shared_facts", (), {"areas": [place], "sources": []})
    await transaction.ahead(*asks_of_place(place), area_alone, _MOVES)
    read = await facts_of_place(transaction, place)
    facts = in_order(read)
    facts.needs = read.needs
    area = await whole_facts_of(transaction, [], {}, [Node("Area", place, "", {})])
    facts.nodes += [as_said(node) for node in area.nodes]
    facts.links += [as_said(link) for link in area.links]
    return facts


def _known(facts: DataSet, place: str) -> Known:
    by_entry = facts_by_entry(facts)
    hidden, partly = _not_for_editors(by_entry, facts, place)
    shown = Entries(place, tuple(_entries(_as_editors_read(facts, place), place))) if partly else None
    every = Entries(place, tuple(_entries(facts, place)))
    return Known(every, digests_of(facts), hidden=hidden, partly=partly, to_editors=shown)


def _as_editors_read(facts: DataSet, place: str) -> DataSet:
    """Return the facts of a place that every editor of it may see."""
    editors = clearance_of_editors(place)

    def read(fact: Node | Link) -> bool:
        return editors.covers(facts.needs.get(key_of(fact)))

    nodes = [
        dataclasses.replace(node, properties={n: v for n, v in node.properties.items() if not _is_confidential(v)})
        for node in facts.nodes
        if read(node)
    ]
    return DataSet(nodes, [link for link in facts.links if read(link)], facts.places, facts.needs)


def _not_for_editors(
    by_entry: Mapping[Address, DataSet], facts: DataSet, place: str
) -> tuple[frozenset[Address], frozenset[Address]]:
    """Return the entries that editors of a place may not see, and beside these those of which they may not see all."""
    editors = clearance_of_editors(place)
    hidden, partly = set(), set()
    for address, own in by_entry.items():
        first, *_ = every = own.all()
        if not editors.covers(facts.needs.get(key_of(first))):
            hidden.add(address)
        if holds_confidential(own) or not all(editors.covers(facts.needs.get(key_of(fact))) for fact in every):
            partly.add(address)
    return frozenset(hidden), frozenset(hidden | partly)


def _entries(facts: DataSet, place: str) -> list[Entry]:
    """Return the entries of a place, after that of the area that it is."""
    areas = [entry for entry in entries_of(facts, "").all if entry.address == Address("area", place)]
    return [*areas, *entries_of(facts, place).all]


async def _weighed(
    transaction: Transaction,
    draft: Draft,
    sees_all: bool,
    writing: _Writing | None = None,
    *,
    accepts_doubts: bool = True,
) -> Weighed:
    # What is shown is checked with all of the place, for what two entries say that cannot both be so.
    facts = await facts_apart(transaction, draft, _MOVES) if writing and accepts_doubts else None
    is_whole = facts is None
    if facts is None:
        facts = await _facts(transaction, draft.place)
    entries, before = _entries(facts, draft.place), facts_by_entry(facts)
    unseen, hidden = _not_for_editors(before, facts, draft.place)
    if not sees_all:
        draft = _without_removals(draft, unseen)
        _refuse_confidential(draft, hidden - unseen)
    moves = await moves_of(transaction)
    looked = await look_at(transaction, draft, entries, moves, is_whole=is_whole)
    if not sees_all and (unseen or looked.names_unseen):
        seen = await _as_editors_see_it(transaction, draft, entries, before, unseen, moves, is_whole=is_whole)
        if seen:
            return seen
    checked, addresses = looked.checked, looked.addresses
    steps = {step.address: step for step in draft.steps}
    problems = tuple(objection_of(problem, addresses) for problem in checked.problems)
    doubts = tuple(it for each in checked.doubts if (it := objection_of(each, addresses)).address in steps)
    if not sees_all:
        problems, doubts = (
            tuple(dict.fromkeys(_as_seen(each, hidden) for each in some)) for some in (problems, doubts)
        )
    after = {} if problems else facts_by_entry(checked.facts)
    if not is_whole:
        with_themes_as_they_were(after, before)
    if problems:
        conflicts = tuple(_changed_since(draft.steps, before, entries))
        return Weighed(problems, doubts, conflicts)
    conflicts = tuple(_changed_since(draft.steps, before, entries, after))
    if conflicts:
        return Weighed(doubts=doubts, conflicts=conflicts)
    if writing and doubts and not accepts_doubts:
        return Weighed(doubts=doubts)
    part, new = Part(Recorded(), {}, facts.needs), DataSet(places={draft.place})
    await _take_in(transaction, part, new, ((before.get(it), after.get(it)) for it in _written(draft, entries)))
    leaving, titles = Leaving(replace=True), _titles(facts, new)
    if writing is None:
        summary = (await found_in(transaction, new, leaving, part))[0]
        _refuse_hidden(summary, sees_all=sees_all)
        return Weighed(doubts=doubts, lines=tuple(_told(summary, titles)), summary=summary)
    summary = await writing(transaction, new, leaving, part, titles)
    _refuse_hidden(summary, sees_all=sees_all)
    return Weighed(doubts=doubts, lines=tuple(_told(summary, titles)), number=summary.number, summary=summary)


def _without_removals(draft: Draft, unseen: Collection[Address]) -> Draft:
    """Return a draft in which nothing is removed that whoever asks does not know of: to them it is gone already."""
    return Draft(draft.place, tuple(it for it in draft.steps if it.said is not None or it.address not in unseen))


async def _take_in(
    transaction: Transaction, part: Part, new: DataSet, entries: Iterable[tuple[DataSet | None, DataSet | None]]
) -> None:
    """Note what is recorded of the entries that a draft writes, and what they say then."""
    for before, after in entries:
        for fact in before.all() if before else ():
            record_in(part, fact)
        new.extend(after or DataSet())
    if starts_elsewhere(new.links):
        for row in await transaction.read("list_bodies_elsewhere", places=sorted(new.places)):
            part.recorded.elsewhere[row.place] = frozenset(row.bodies)


async def _as_editors_see_it(
    transaction: Transaction,
    draft: Draft,
    entries: Sequence[Entry],
    before: Mapping[Address, DataSet],
    unseen: Collection[Address],
    moves: Iterable[Move],
    *,
    is_whole: bool,
) -> Weighed | None:
    """Say what is wrong with a draft where what is hidden from editors is not there; None for nothing.

    Whoever guesses the id of something hidden is told what they would be told of an id that nobody has. One thing
    cannot be alike: what is hidden keeps its id, so nothing new can have it. What an entry names already it may go on
    naming, such as a source that is hidden.
    """
    steps = {step.address for step in draft.steps}
    named = words_of(entry for entry in entries if entry.address in steps - set(unseen))
    seen = [it for it in entries if it.address not in unseen or is_named(it.address.id, named)]
    looked = await look_at(transaction, draft, seen, moves, is_whole=is_whole, editors=named)
    problems, doubts = (
        tuple(it for each in told if (it := objection_of(each, looked.addresses)).address in steps)
        for told in (looked.checked.problems, looked.checked.doubts)
    )
    known = {address: facts for address, facts in before.items() if address not in unseen}
    after = None if problems else facts_by_entry(looked.checked.facts)
    conflicts = tuple(_changed_since(draft.steps, known, seen, after))
    if problems or any(it.address in unseen for it in conflicts):
        return Weighed(problems, doubts, conflicts)
    taken = sorted(steps & set(unseen))
    return Weighed(tuple(Objection(it, "id", "This id is not free.", "Another id.") for it in taken)) if taken else None


def _refuse_confidential(draft: Draft, hidden: Collection[Address]) -> None:
    """Refuse (NotAllowed) what touches a confidential entry, or one with something confidential in it."""
    for step in draft.steps:
        if step.address in hidden or _is_confidential(repr(step.said)):
            raise NotAllowed(
                f"The {step.address.kind} has something confidential in it: a steward of the place can change it."
            )


def holds_confidential(facts: DataSet) -> bool:
    """Tell whether any of some facts is confidential, or has something confidential in it."""
    return any(_is_confidential(value) for fact in facts.all() for value in fact.properties.values())


def _refuse_hidden(summary: Summary, *, sees_all: bool) -> None:
    """Refuse (NotAllowed) what leads to something confidential, which its words would name."""
    if not sees_all and summary.changes and any(it.is_confidential for it in summary.changes.named.values()):
        raise NotAllowed("This leads to something confidential: a steward of the place can change it.")


def _as_seen(objection: Objection, hidden: Collection[Address]) -> Objection:
    """Return an objection as somebody may read it who does not see everything."""
    words = set(_WORD.findall(f"{objection.says} {objection.expected}"))
    names = {name for address in hidden for name in (address.id, address.id.partition("/")[2])}
    if objection.address in hidden or not names.isdisjoint(words):
        return Objection(None, "", "Something confidential rests on it: a steward of the place can change it.")
    return objection


def _is_confidential(value: object) -> bool:
    return value == Access.CONFIDENTIAL.value or (isinstance(value, str) and bool(_CONFIDENTIAL.search(value)))


def _changed_since(
    steps: Iterable[Step],
    before: Mapping[Address, DataSet],
    entries: Iterable[Entry],
    after: Mapping[Address, DataSet] | None = None,
) -> Iterator[Conflict]:
    """Find what somebody else changed; where it is known what the draft leads to, not what says that already."""
    by_address = {entry.address: entry.said for entry in entries}
    for step in steps:
        now = digest_of(before.get(step.address))
        if now != step.was and (after is None or now != digest_of(after.get(step.address))):
            said = by_address.get(step.address)
            yield Conflict(step.address, plain(said) if said else None, step.said, now)


def _written(draft: Draft, entries: Iterable[Entry]) -> list[Address]:
    """List whose facts a draft writes: those of its entries; where a theme is among them, those of all bodies."""
    own = [step.address for step in draft.steps]
    if any(address.kind == "theme" for address in own):
        own += [entry.address for entry in entries if entry.address.kind == "organization"]
    return list(dict.fromkeys(own))


def record_in(part: Part, fact: Node | Link) -> None:
    """Note a fact as recorded."""
    part.whole[key_of(fact)] = fact
    if isinstance(fact, Node):
        part.recorded.nodes[fact.label, fact.id] = RecordedNode(fact.digest, str(fact.properties.get("access")))
    else:
        ends = fact.from_label, fact.from_id, fact.to_id
        part.recorded.links[fact.type, fact.id] = RecordedLink(fact.digest, *ends)
