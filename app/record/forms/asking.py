"""What a form is: what it is about, the fields that it asks, and the draft that the answers make."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.domain.dates import spoken
from app.domain.dates_written import date_in
from app.domain.described import Described
from app.domain.english import listed, ordinary, role_name
from app.domain.vocabulary import Access, Role
from app.errors import UnknownId
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address, Entry
from app.exchange.fields import FileModel
from app.reading.arranging import Column
from app.record.drafts import Draft, Drafting, Known, Said, plain

MOST_TYPED = 4_000
"""Characters of one answer."""
OTHER = "+"
"""The choice of what is not recorded yet."""
OF = "_of"
"""How the name of a field ends that says what a question beside is about."""
_CONFIDENTIAL = f"'{Access.CONFIDENTIAL.value}'"


class Shape(StrEnum):
    """How a field is asked."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    ONE_OF = "one_of"
    """A list to choose from."""
    RADIO = "radio"
    """The same, with every choice to be seen."""
    CHECK = "check"
    ROW = "row"
    """The same list beside its label, where many are asked alike."""
    HEAD = "head"
    """Nothing: a heading over what comes."""
    UNSEEN = "unseen"
    """Nothing either: what the form was shown for is sent along with it."""
    CELL = "cell"
    """The same again, in a table: a column is its label, a row says what it is about."""
    ORDER = "order"
    """A number: where something stands among its neighbours, those of the same row."""
    NAME = "name"
    """A name, which may be one that is recorded."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks."""

    name: str
    label: str
    hint: str = ""
    shape: Shape = Shape.TEXT
    choices: tuple[Choice, ...] = ()
    given: str = ""
    """What stands in it at first."""
    names: tuple[str, ...] = ()
    """Names that are recorded, to choose from while somebody types."""
    optional: bool = True
    row: str = ""
    """Of a cell, what its row is about; of a number in an order, which order that is."""
    lines: int = 4
    """Of a long answer, how many lines of it are seen at first."""
    within: str = ""
    """The heading under which it is folded away with its neighbours, where most need none of them."""
    of: str = ""
    """Of a question that an answer raised, what it is about: a name that somebody typed."""
    again: str = ""
    """What a button beside it says that shows the form anew, where what is asked below depends on its answer."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with an answer, and what would be right."""

    field: str
    """Its name; empty where it is none of the form's."""
    says: str


class Unclear(Exception):
    """The answers make no draft: something is wrong with them, or more has to be asked."""

    def __init__(
        self, wrongs: Sequence[Wrong], more: Sequence[Field] = (), settled: Mapping[str, str] | None = None
    ) -> None:
        """Take what is wrong, what is asked beside, and what was asked beside and is answered."""
        super().__init__()
        self.wrongs, self.more, self.settled = tuple(wrongs), tuple(more), dict(settled or {})


@dataclass(frozen=True, slots=True)
class Made:
    """What the answers make."""

    draft: Draft
    says: str
    """What will be written, in a sentence."""
    spots: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By an entry's id and the path of a field in it, the field of the form that says so."""
    source: str = ""
    """What the change cites, to be remembered for the next form."""
    source_said: str = ""
    """The same in words, to be said of the change: `as “Minutes of 14 March 2026” says`."""


@dataclass(frozen=True)
class About:
    """What a form is about, and what is recorded around it."""

    known: Known
    address: Address
    """The entry; for a form about a place, its area."""
    titles: Mapping[str, str]
    """The titles of sources that belong to no place, by their ids."""
    sees_all: bool = False
    """Whether whoever asks may see what is confidential."""
    remembered: str = ""
    """What the last form cited."""
    columns: tuple[Column, ...] = ()
    """Those of the place's picture, for a form that asks about it."""
    answered: Mapping[str, str] = field(default_factory=dict)
    """What stands in the form already: some of what it asks depends on that."""

    @property
    def entry(self) -> FileModel:
        """What is recorded of it; UnknownId where nothing is, or it is not for whoever asks."""
        said = self.known.said(self.address)
        if said is None or not self._is_seen(self.address):
            raise UnknownId("Nothing is recorded at this address that you may change.")
        return said

    @property
    def is_seen(self) -> bool:
        """Whether whoever asks may know of it."""
        return self._is_seen(self.address)

    @property
    def whole(self) -> bool:
        """Whether whoever asks may see all of it: what holds something confidential is for stewards."""
        said = self.known.said(self.address)
        if said is None or self.sees_all:
            return True
        return self.address not in self.known.partly and _CONFIDENTIAL not in repr(plain(said))

    def may_change(self, address: Address) -> bool:
        """Tell whether whoever asks may see all of an entry, and so change it."""
        return self.sees_all or address not in self.known.partly

    @cached_property
    def access(self) -> str:
        """Who may see it: those alone who see the body that it is on, too; empty for everybody."""
        said = self.known.said(self.address)
        on = getattr(said, "on", None)
        body = self.known.said(Address("organization", whole_id(on, self.known.place))) if isinstance(on, str) else None
        accesses = {access for each in (said, body) if (access := getattr(each, "access", None))}
        return max(accesses, key=list(Access).index, default=Access.PUBLIC).value if accesses - {Access.PUBLIC} else ""

    def seen(self, kind: str = "") -> Iterator[Entry]:
        """Give the entries of a kind, or of every kind, that whoever asks may see."""
        entries = self.known.entries if self.sees_all or self.known.to_editors is None else self.known.to_editors
        for entry in entries.all:
            if kind in {"", entry.address.kind} and self._is_seen(entry.address):
                yield entry

    def _is_seen(self, address: Address) -> bool:
        """Tell whether whoever asks may see an entry: what hangs on something hidden is hidden as that is."""
        return self.sees_all or address not in self.known.hidden

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The names of the place's bodies, by their ids in its file."""
        return {it.said.id: it.said.name for it in self.seen("organization") if isinstance(it.said, form.Organization)}

    @cached_property
    def people(self) -> dict[str, str]:
        """The names of its people, by their ids in its file."""
        return {it.said.id: it.said.name for it in self.seen("person") if isinstance(it.said, form.Person)}

    def name(self, id_: str) -> str:
        """Say whom an id of a file means: a body or a person of the place; the id of what is elsewhere."""
        return self.bodies.get(id_) or self.people.get(id_) or id_

    def told(self, said: Said) -> str:
        """Say what the form is about: a seat, a meeting, or what has a name."""
        if self.address.kind == "post":
            return self.seat(said)
        if self.address.kind == "meeting":
            return f"{said.get('label') or 'meeting'} of {self.name(str(said['organization']))}, {spoken(said['date'])}"
        return str(said.get("name", self.address.id))

    def seat(self, said: Said, new: Mapping[str, str] | None = None) -> str:
        """Say what a seat is: `chair, Board`, `Tenants' seat, Board`, `member for carers, Board`.

        `new` names bodies that are not recorded yet.
        """
        named = new or {}
        ids = [str(it.get("organization")) for it in listed_in(said, "onBehalfOf")]
        speaks = [named.get(id_) or self.name(id_) for id_ in ids]
        on = str(said.get("on"))
        role = role_name(Role(said.get("role", Role.MEMBER.value))) + (f" for {listed(speaks)}" if speaks else "")
        return f"{said.get('label') or role}, {named.get(on) or self.name(on)}"


def listed_in(said: Said, name: str) -> list[Said]:
    """Return the list of a field, each item in its long form, whatever short form it is spelled in."""
    alone = {"holders": "holder", "worksFor": "organization", "reports": "post"}.get(name, "organization")
    value = said.get(name) or []
    items = value if isinstance(value, list) else [value]
    return [dict(item) if isinstance(item, dict) else {alone: item} for item in items]


@dataclass(frozen=True, slots=True)
class Form:
    """One form."""

    word: str
    """In its address."""
    title: str
    kinds: frozenset[str]
    """Of the entries that it can be about."""
    fields: Callable[[About], list[Field]]
    make: Callable[[About, "Answers", Drafting], str]
    """Changes the draft by the answers, and says so in a sentence."""
    cites: bool = True
    """Whether it asks for a source."""
    stewards: bool = False
    """Whether it is for those alone who may see what is confidential."""
    pictures: bool = False
    """Whether it asks about the place's picture."""
    minutes: bool = False
    """Whether minutes say what it asks."""


class Answers:
    """What somebody answered; what is wrong is gathered, so that all of it is told at once."""

    def __init__(self, given: Mapping[str, str]) -> None:
        """Take the answers by the names of the fields."""
        self._given = given
        self.wrongs: list[Wrong] = []
        self.more: list[Field] = []
        self.spots: dict[tuple[str, str], str] = {}
        self.settled: dict[str, str] = {}
        """What was asked beside and is answered, by the names of fields: the form takes it along unseen."""

    def beside(self, name: str, of: str) -> str:
        """Return the answer to a question that an answer raised, which is about `of`; empty where there is none.

        It stays answered as long as that stands in the form, in whichever line or field, and is of nothing else.
        """
        found = self.text(name)
        if self._given.get(f"{name}{OF}", of) != of:
            found = ""
        ending = f"{name[name.rfind('_') :]}{OF}"
        for other, about in () if found else self._given.items():
            if about == of and other.endswith(ending):
                found = found or self.text(other.removesuffix(OF))
        if found:
            self.settled |= {name: found, f"{name}{OF}": of}
        return found

    def text(self, name: str, needed: str = "") -> str:
        """Return an answer without blanks around it; where it is needed, `needed` says what would be right."""
        text = " ".join(self._given.get(name, "").split())
        if len(text) > MOST_TYPED:
            self.wrong(name, f"That is longer than {MOST_TYPED:,} characters: shorten it.")
            return ""
        if needed and not text:
            self.wrong(name, needed)
        return text

    def long(self, name: str) -> str:
        """Return an answer of several lines."""
        return "\n".join(line.strip() for line in self._given.get(name, "").strip().splitlines())[: 10 * MOST_TYPED]

    def yes(self, name: str) -> bool:
        """Tell whether a box is ticked."""
        return bool(self._given.get(name))

    def word(self, name: str, words: type[Described], usual: str = "") -> str:
        """Return a word of a list; what is none is wrong."""
        found = self.text(name) or usual
        if found and found not in {word.value for word in words}:
            self.wrong(name, "Choose one of the list.")
            return usual
        return found

    def date(self, name: str, needed: str = "") -> str:
        """Return a date as files write it: `2026-03` for `March 2026`."""
        text = self.text(name, needed)
        try:
            return date_in(text) if text else ""
        except ValueError as error:
            self.wrong(name, f"The date '{text[:40]}' cannot be read: {error}.")
            return ""

    def wrong(self, name: str, says: str) -> None:
        """Note what is wrong with an answer."""
        self.wrongs.append(Wrong(name, says))

    def ask(self, asked: Field, says: str) -> None:
        """Ask for something more, and say why."""
        self.more.append(asked)
        self.wrongs.append(Wrong(asked.name, says))

    def spot(self, id_: str, path: str, name: str) -> None:
        """Say that a field of an entry is said by a field of the form."""
        self.spots[id_, path] = name


def wrong_days(fields: Sequence[Field], given: Mapping[str, str]) -> tuple[Wrong, ...]:
    """Say which days, on which further questions depend, cannot be read."""
    answers = Answers(given)
    for asked in fields:
        if asked.again:
            answers.date(asked.name, "Say first on which day it was.")
    return tuple(answers.wrongs)


def settled_in(given: Mapping[str, str]) -> dict[str, str]:
    """Return of the answers to a form those that were asked beside, each with what it is about."""
    pairs = [(name.removesuffix(OF), name) for name in given if name.endswith(OF) and name.removesuffix(OF) in given]
    return {name: given[name] for pair in pairs for name in pair}


def words_of(words: type[Described], *, first: str = "", without: Sequence[str] = ()) -> tuple[Choice, ...]:
    """Return the words of a list to choose from, each with what it means; `first` is said of no choice."""
    choices = [
        Choice(word.value, f"{ordinary(word.value)}: {word.description[:1].lower()}{word.description[1:].rstrip('.')}")
        for word in words
        if word.value not in without
    ]
    return (Choice("", first), *choices) if first else tuple(choices)
