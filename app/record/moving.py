"""Two entries become one, or an entry gets another id: every fact moves, in one change; the old id leads to the new.

A draft is of one place. What moves may be mentioned by any place, so all of them that do are read, said anew as
`app/exchange/moving.py` has it, checked by the one check, compared with what is recorded, and written together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.domain.facts import DataSet
from app.domain.rights import Account, Role
from app.domain.visible import visible
from app.domain.vocabulary import Access
from app.errors import BadInput, NotAllowed, UnknownId
from app.exchange.entries.addresses import Address, facts_by_entry
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.ordering import in_order
from app.exchange.entries.to_facts import read_values
from app.exchange.fields import LocalId
from app.exchange.joining import Choice, choices_of, chosen
from app.exchange.moving import as_of, at_new_ids, move_in
from app.exchange.validation import JOINED
from app.reading.shelved_files import drawings_in
from app.record.checking import Objection, objection_of
from app.record.drafting import Conflict, Weighed, record_in
from app.record.drafts import SECTIONS, Said, digest_of, plain
from app.record.history import TAKEN_AWAY, why_of
from app.record.telling import told_of
from app.store.changes import NODES
from app.store.database import Database, Transaction
from app.store.moves import Move, There, moves_of, record_moves, recorded_by_id
from app.store.openness import PARAMETER
from app.store.recorded import Recorded
from app.store.whole import facts_of_nodes, facts_of_place
from app.store.writer import Leaving, Part, Summary, found_in, write_in

KINDS = {"Organization": "organization", "Person": "person", "Post": "post"}
"""What can be joined or get another id: the labels, each with the word for the entry."""
JOIN, RENAME = "join", "rename"
"""How such changes come about, as the history has it."""
_ID: TypeAdapter[str] = TypeAdapter(LocalId)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be moved."""

    old: str
    """The id that is given up."""
    new: str
    """The id that it becomes: of the entry that it is joined into, or one that nobody has."""
    joins: bool = True
    picks: Mapping[str, str] = field(default_factory=dict)
    """For fields that both say, whose value is taken: as `app/exchange/joining.py` names it."""
    was: Mapping[str, str] = field(default_factory=dict)
    """The digests of the entries when somebody looked at them, by id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries side by side."""

    kind: str
    old: str
    new: str
    first: Said
    """What the entry that stays says."""
    second: Said
    choices: tuple[Choice, ...]
    was: Mapping[str, str]
    """The digests of both, by id."""


async def named(database: Database, id_: str) -> tuple[str, str]:
    """Return the label and the name of what has an id; UnknownId and BadInput where nothing moves that has it."""

    async def work(transaction: Transaction) -> tuple[str, str]:
        there = await recorded_by_id(transaction, [id_])
        if id_ not in there:
            raise await _unknown(transaction, id_)
        label = _of_kinds(Wish(id_, "", joins=False), there)[id_].label
        facts = await facts_of_nodes(transaction, _place(id_), {label: [id_]})
        said = next(node for node in facts.nodes if node.id == id_).properties
        return label, _name_in(said, id_)

    return await database.write(work)


async def pair_of(database: Database, old: str, new: str, account: Account | None = None) -> Pair:
    """Read two entries that may be one; UnknownId and BadInput say why they are not two of one sort.

    NotAllowed where the account may not join what is of these places; None is the owner of the machine.
    """

    async def work(transaction: Transaction) -> Pair:
        moving = await _Moving.of(transaction, Wish(old, new), account)
        return moving.pair()

    return await database.write(work)


async def move(
    database: Database,
    wish: Wish,
    *,
    account: Account | None = None,
    by: str = "",
    why: str = "",
    dry_run: bool = False,
) -> Weighed:
    """Join or rename, in one transaction with a record of the change; with `dry_run` say what that would do.

    Nothing is written where something is wrong, or an entry was changed since somebody looked. UnknownId, BadInput and
    NotAllowed as `pair_of` says; NotAllowed also where places mention what moves that the account is no steward of.
    """
    reason = why_of(JOIN if wish.joins else RENAME, why, by=by or (account.name if account else ""))

    async def work(transaction: Transaction) -> Weighed:
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        moving = await _Moving.of(transaction, wish, account)
        if conflicts := moving.conflicts():
            return Weighed(conflicts=conflicts)
        await moving.settle()
        facts, problems = await moving.checked()
        if problems:
            return Weighed(problems=problems)
        part, leaving = await moving.part(), Leaving(replace=True)

        def tell(summary: Summary) -> list[str]:
            return [*moving.says(), *told_of(summary, replace=True, removed=TAKEN_AWAY)]

        if dry_run:
            summary = (await found_in(transaction, facts, leaving, part))[0]
            return Weighed(lines=tuple(tell(summary)), summary=summary)
        public = await recorded_by_id(transaction, moving.moves)
        summary = await write_in(transaction, facts, leaving, why=reason, tell=tell, part=part)
        number = (await transaction.read("get_data_version"))[0].number
        await record_moves(transaction, number, await moving.made(public))
        return Weighed(lines=tuple(tell(summary)), number=number, summary=summary)

    async with database.turns.one():
        done = await database.write(work)
    if not dry_run and done.number:
        drawings_in(database.settings.data_dir).clear()
    return done


class _Moving:
    """One such change, within its transaction."""

    def __init__(
        self, transaction: Transaction, wish: Wish, there: Mapping[str, There], account: Account | None
    ) -> None:
        self.transaction, self.wish, self.account = transaction, wish, account
        self.label = there[wish.old].label
        self.kind = KINDS[self.label]
        self.moves: dict[str, str] = {wish.old: wish.new}
        self.facts: dict[str, DataSet] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.is_hidden = False

    @classmethod
    async def of(cls, transaction: Transaction, wish: Wish, account: Account | None) -> "_Moving":
        """Look up what is to move; the errors of `pair_of`."""
        await _refuse_strangers(wish, account)
        there = await recorded_by_id(transaction, [wish.old, wish.new])
        for id_ in (wish.old, wish.new) if wish.joins else (wish.old,):
            if id_ not in there:
                raise await _unknown(transaction, id_)
        moving = cls(transaction, wish, _of_kinds(wish, there), account)
        for place in dict.fromkeys((_place(wish.old), _place(wish.new))):
            await moving.read(place)
        return moving

    async def read(self, place: str) -> None:
        """Read a place, as facts and as its file would say them."""
        if self.account and not self.account.may(Role.STEWARD, place):
            raise NotAllowed(
                "Facts of other places lead to it: an administrator, or a steward of all those places, can do this."
            )
        read = await facts_of_place(self.transaction, place)
        facts = in_order(read)
        facts.needs = read.needs
        self.facts[place] = facts
        self.files[place] = plain(entries_of(facts, place).file)
        self._keep_telling_ids(place)

    def pair(self) -> Pair:
        """Return both entries, the one that goes as the other's place would write it."""
        first, second = self._said(self.wish.new), self._second()
        choices = tuple(choices_of(first, second))
        return Pair(self.kind, self.wish.old, self.wish.new, first, second, choices, self._digests())

    def conflicts(self) -> tuple[Conflict, ...]:
        """Find which of both entries was changed since somebody looked at them."""
        now = self._digests()
        return tuple(
            Conflict(Address(self.kind, id_), self._said(id_), None, now[id_])
            for id_, was in self.wish.was.items()
            if id_ in now and was != now[id_]
        )

    async def settle(self) -> None:
        """Say the entry that two become, and read every place that mentions what moves."""
        if self.wish.joins:
            said = chosen(
                self._section, self._said(self.wish.new), self._second(), self.wish.picks, _place(self.wish.new)
            )
            self._put(self.wish.new, said | {"id": _own(self.wish.new)})
            self._put(self.wish.old, JOINED)
            self.is_hidden = said.get("access", Access.PUBLIC) != Access.PUBLIC
            for place in self.files:
                self._keep_telling_ids(place)
        seen: dict[str, str] = {}
        while seen != self.moves:
            seen = dict(self.moves)
            for file in self.files.values():
                self.moves |= move_in(dict(file), self.moves)
            for place in await self._mentioning():
                await self.read(place)
                seen = {}
        for file in self.files.values():
            move_in(file, self.moves)
            for section, listed in file.items():
                if isinstance(listed, list):
                    file[section] = [said for said in listed if said is not JOINED]

    def _keep_telling_ids(self, place: str) -> None:
        """Let seats for what is hidden by then keep the ids that they have: made anew, they would name it."""
        if not self.is_hidden:
            return
        ids = [node.id for node in self.facts[place].nodes if node.label == "Post" and node.place == place]
        for id_, said in zip(ids, self.files[place].get("posts", ()), strict=True):
            if "id" not in said and at_new_ids("posts", said, place, {self.wish.old: "", self.wish.new: ""}) != said:
                said["id"] = _own(id_)

    async def _mentioning(self) -> list[str]:
        ids = sorted(self.moves)
        given = dict.fromkeys(PARAMETER.values(), ids)
        rows = await self.transaction.read("list_places_mentioning", **given, ids=ids)
        return sorted({row.place for row in rows if row.place} - self.files.keys())

    async def checked(self) -> tuple[DataSet, tuple[Objection, ...]]:
        """Check what all places say by then; return their facts, and what is wrong."""
        read = read_values(self.files)
        wanted = {name: sorted(read.mentioned.get(label, ())) for label, name in NODES.items()}
        rows = await self.transaction.read("list_mentioned", **wanted) if any(wanted.values()) else []
        rows = [row for row in rows if row.id.partition("/")[0] not in self.files or row.label == "Area"]
        checked = read.checked({row.id: row.label for row in rows}, [row.id for row in rows if not row.open])
        return checked.facts, tuple(objection_of(problem, {}) for problem in checked.problems)

    async def part(self) -> Part:
        """Return what is recorded of all these places, to compare with."""
        needs = {key: words for facts in self.facts.values() for key, words in facts.needs.items()}
        part = Part(Recorded(), {}, needs)
        for row in await self.transaction.read("list_bodies_elsewhere", places=sorted(self.files)):
            part.recorded.elsewhere[row.place] = frozenset(row.bodies)
        for facts in self.facts.values():
            for fact in facts.all():
                record_in(part, fact)
        return part

    async def made(self, before: Mapping[str, There]) -> list[Move]:
        """Return the moves of what had a node; what was hidden, or is by now, stays so."""
        after = await recorded_by_id(self.transaction, self.moves.values())
        return [
            Move(old, new, before[old].open and after[new].open)
            for old, new in self.moves.items()
            if old in before and new in after
        ]

    def says(self) -> list[str]:
        """Say what moves, in a sentence."""
        if not self.wish.joins:
            return [f"The id {self.wish.old} is {self.wish.new} by now."]
        first, second = self._names
        return [f"{second} ({self.wish.old}) and {first} ({self.wish.new}) are one by now."]

    @property
    def _names(self) -> tuple[str, str]:
        found = []
        for id_ in (self.wish.new, self.wish.old):
            nodes = (node for node in self.facts[_place(id_)].nodes if node.id == id_)
            found.append(_name_in(next(nodes).properties, id_))
        return found[0], found[1]

    @property
    def _section(self) -> str:
        return SECTIONS[self.kind]

    def _said(self, id_: str) -> Said:
        said = self.files[_place(id_)][self._section][self._at(id_)]
        assert isinstance(said, dict)
        return said

    def _second(self) -> Said:
        """Return what the entry that goes says, as the file of the other's place would say it."""
        start, end = _place(self.wish.old), _place(self.wish.new)
        said = dict(self._said(self.wish.old))
        if start != end and self.kind == "organization":
            said.setdefault("areas", [start])
        sources = {source["id"] for source in self.files[start].get("sources", ())}
        return as_of(said, sources, start, end)

    def _put(self, id_: str, said: Any) -> None:
        self.files[_place(id_)][self._section][self._at(id_)] = said

    def _at(self, id_: str) -> int:
        """Return where an entry stands in its section: entries have the order of their nodes."""
        own = [
            node.id for node in self.facts[_place(id_)].nodes if node.label == self.label and node.place == _place(id_)
        ]
        return own.index(id_)

    def _digests(self) -> dict[str, str]:
        found = {}
        for id_ in (self.wish.old, self.wish.new) if self.wish.joins else (self.wish.old,):
            found[id_] = digest_of(facts_by_entry(self.facts[_place(id_)]).get(Address(self.kind, id_)))
        return found


async def _refuse_strangers(wish: Wish, account: Account | None) -> None:
    """Refuse (NotAllowed, BadInput) what cannot be joined whatever is recorded."""
    for id_ in (wish.old, wish.new):
        if "/" not in id_:
            raise BadInput(f"'{visible(id_[:120])}' is no id: expected one such as bromley/council-on-ageing.")
    if wish.old == wish.new:
        raise BadInput("An entry is not joined with itself: name two.")
    if account and not all(account.may(Role.STEWARD, _place(id_)) for id_ in (wish.old, wish.new)):
        raise NotAllowed("Only a steward of the place joins entries or changes ids.")
    if wish.joins:
        return
    place, _, own = wish.new.partition("/")
    if place != _place(wish.old):
        raise BadInput(f"The new id has to be of the same place: {_place(wish.old)}/{visible(own[:120])}.")
    try:
        _ID.validate_python(own)
    except ValidationError:
        raise BadInput(
            f"'{visible(wish.new[:120])}' cannot be an id: expected lower case with hyphens, such as council-on-ageing."
        ) from None


def _of_kinds(wish: Wish, there: Mapping[str, There]) -> Mapping[str, There]:
    """Refuse (BadInput) what is of no sort that moves, of two sorts, or taken."""
    if there[wish.old].label not in KINDS:
        raise BadInput(f"'{wish.old}' is no body, person or seat: only these can be joined or get another id.")
    if not wish.joins and wish.new in there:
        raise BadInput(f"'{wish.new}' is something else already: choose another id, or join the two.")
    if wish.joins and there[wish.old].label != there[wish.new].label:
        raise BadInput(f"'{wish.old}' and '{wish.new}' are of two sorts: only two of one sort can be one.")
    return there


async def _unknown(transaction: Transaction, id_: str) -> UnknownId:
    """Say that nothing has an id; where it is another by now, which."""
    move = next((move for move in await moves_of(transaction) if move.old == id_ and move.public), None)
    if move:
        return UnknownId(f"'{visible(id_[:120])}' is '{move.new}' by now.")
    return UnknownId(f"Nothing has the id '{visible(id_[:120])}'.")


def _name_in(said: Mapping[str, Any], id_: str) -> str:
    return visible(str(said.get("name") or said.get("label") or said.get("role") or id_))


def _place(id_: str) -> str:
    return id_.partition("/")[0]


def _own(id_: str) -> str:
    return id_.partition("/")[2]
