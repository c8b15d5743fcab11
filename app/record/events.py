"""Events that a program reports: its answers go into the form of what happened, and the form's draft is written.

So a program may leave out what a person may, is told what a person is told, and nobody writes a second set of rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.rights import Account
from app.exchange.entries.addresses import Address
from app.reading.explorer import Explorer
from app.record.checking import Objection
from app.record.drafting import apply, weigh
from app.record.drafts import plain
from app.record.forms.asking import OTHER, About, Field, Form, Unclear, listed_in
from app.record.forms.catalogue import fields_of, form_named, made_of
from app.record.forms.opening import about_of
from app.record.forms.sources import SOURCE, TITLE, WHERE
from app.record.programs import (
    LONGEST_KEY,
    ChangeConflict,
    ChangeMade,
    ChangePreview,
    ChangeRefused,
    Fault,
    once_asked,
    wrong_reason,
)
from app.store.database import Transaction
from app.store.history import Once, made_already

Outcome = ChangeMade | ChangePreview | ChangeConflict | ChangeRefused


@dataclass(frozen=True, slots=True)
class Who:
    """A person, or a body, as a program names it: by an id, or by a name that may be new."""

    id: str = ""
    name: str = ""
    sort: str = ""
    """What sort of body a new one is."""
    is_another: bool = False
    """Whether a person is new though somebody of the same name is recorded."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a program wants an event written."""

    why: str = ""
    was: str = ""
    """The digest of what the event is about as the program read it; empty where it says none."""
    key: str = ""
    """What tells the same request from a new one."""
    asked: Any = None
    """All that was asked, as plain values, for the same."""
    preview: bool = False
    accepts_doubts: bool = False


@dataclass(slots=True)
class Answering:
    """The answers of a program to a form: first what stands in it, as on a page, then what the program says."""

    form: Form
    about: About
    given: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    """By the form's field, the path in the request that answers it."""
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Take what stands in the form."""
        self.given |= {it.name: it.given for it in self.fields}

    @property
    def fields(self) -> list[Field]:
        """What the form asks."""
        return fields_of(self.form, self.about)

    def say(self, name: str, value: object, path: str) -> None:
        """Answer a field; nothing is said where the program says nothing."""
        self.paths[name] = path
        if value is not None:
            self.given[name] = str(value)

    def person(self, name: str, who: Who | None, path: str) -> str:
        """Answer who it is; return the name, empty where nobody is named."""
        return self._named(name, who, path, self.about.people, "person")

    def body(self, name: str, who: Who | None, path: str) -> str:
        """Answer which body it is; return the name, empty where none is named."""
        if who and who.sort:
            self.given[f"{name}_sort"] = who.sort
        self.paths[f"{name}_sort"] = f"{path}.new.classification"
        return self._named(name, who, path, self.about.bodies, "organization")

    def _named(self, name: str, who: Who | None, path: str, known: Mapping[str, str], what: str) -> str:
        self.paths[name] = self.paths[f"{name}_same"] = path
        if who is None:
            return ""
        if who.id:
            own = self.own(who.id)
            if own not in known:
                place = self.about.known.place
                says = f"'{who.id[:120]}' is no {what} of {place} that you may name."
                self.faults.append(Fault(f"{path}.id", says, f"An id such as {place}/name, or a new {what}."))
                return ""
            self.given |= {name: known[own], f"{name}_same": own}
            return known[own]
        self.paths[name] = f"{path}.new.name"
        self.given[name] = who.name
        if who.is_another:
            self.given[f"{name}_same"] = OTHER
        return who.name

    def own(self, id_: str) -> str:
        """Return an id as the place's own file writes it."""
        return id_.removeprefix(f"{self.about.known.place}/")

    def source(self, source: str, title: str, where: str, path: str) -> None:
        """Answer where it is written."""
        self.say(WHERE, where, f"{path}.locator")
        self.paths[SOURCE], self.paths[TITLE] = f"{path}.source.id", f"{path}.source.title"
        self.given |= {SOURCE: self.own(source) if source else OTHER, TITLE: title}

    def holder(self, id_: str, path: str) -> int | None:
        """Return which of those who have the seat a person or a body is; a fault where it is none."""
        said = plain(self.about.entry)
        for number, holder in enumerate(listed_in(said, "holders")):
            whose = holder.get("person") or holder.get("organization") or holder.get("holder")
            if whose in (self.own(id_), id_) and not holder.get("until"):
                return number
        self.faults.append(Fault(path, f"'{id_[:120]}' is not recorded as holding the seat now."))
        return None


async def answering(explorer: Explorer, account: Account, word: str, kind: str, id_: str) -> Answering:
    """Open the form of an event; NotAllowed and UnknownId as on its page."""
    form = form_named(word, kind)
    return Answering(form, await about_of(explorer, account, Address(kind, id_), form=form))


async def made_before(explorer: Explorer, account: Account, event: str, asking: Asking) -> ChangeMade | None:
    """Return what the same request did the first time; BadInput where its key was used for another."""
    once = _once(account, event, asking)
    if once is None or asking.preview:
        return None

    async def work(transaction: Transaction) -> ChangeMade | None:
        made = await made_already(transaction, once)
        return ChangeMade(made.number, made.told) if made else None

    return await explorer.database.write(work)


async def report(
    explorer: Explorer, account: Account, label: str, event: str, said: Answering, asking: Asking
) -> Outcome:
    """Write an event, or say what it would do; `label` is that of the program's token."""
    why = " ".join(asking.why.split())
    faults = [*said.faults, *wrong_reason("input.why", why), *_wrong_key(asking.key)]
    if faults:
        return ChangeRefused(tuple(faults))
    try:
        made = made_of(said.form, said.about, said.given, asking.was)
    except Unclear as unclear:
        asked = {it.name: it for it in unclear.more}
        return ChangeRefused(
            tuple(Fault(_path(said, it.field), it.says, _choices(said, asked.get(it.field))) for it in unclear.wrongs)
        )
    sees_all = said.about.sees_all
    if asking.preview:
        weighed = await weigh(explorer.database, made.draft, sees_all=sees_all)
    else:
        weighed = await apply(
            explorer.database,
            made.draft,
            by=account.name,
            why=why,
            how="api",
            form=label,
            says=made.says,
            sees_all=sees_all,
            accepts_doubts=asking.accepts_doubts,
            once=_once(account, event, asking),
        )
    problems, doubts = (tuple(_faults(said, made.spots, each)) for each in (weighed.problems, weighed.doubts))
    if problems or (doubts and not weighed.summary and not weighed.conflicts):
        return ChangeRefused(problems, doubts)
    if weighed.conflicts:
        return ChangeConflict(weighed.conflicts)
    if asking.preview:
        return ChangePreview((made.says, *weighed.lines) if weighed.lines else (), doubts)
    # What is kept begins with the sentence; what was made now says it too.
    told = weighed.lines if not weighed.number or weighed.lines[:1] == (made.says,) else (made.says, *weighed.lines)
    return ChangeMade(weighed.number, told)


def _once(account: Account, event: str, asking: Asking) -> Once | None:
    return once_asked(account.id, asking.key, event, asking.asked)


def _wrong_key(key: str) -> list[Fault]:
    if len(key) <= LONGEST_KEY:
        return []
    expected = f"A text of 1 to {LONGEST_KEY} characters, another for each change."
    return [Fault("input.idempotencyKey", f"The key has {len(key):,} characters.", expected)]


def _path(said: Answering, name: str) -> str:
    return said.paths.get(name, "")


def _choices(said: Answering, asked: Field | None) -> str:
    """Say what a field that is asked beside may be answered with."""
    if asked is None or not asked.name.endswith("_same"):
        return ""
    place = said.about.known.place
    known = [f"{place}/{it.value}" for it in asked.choices if it.value != OTHER]
    return f"The id of the person, {' or '.join(known)}; or new with isAnother: true."


def _faults(said: Answering, spots: Mapping[tuple[str, str], str], objections: Iterable[Objection]) -> Iterable[Fault]:
    for it in objections:
        name = spots.get((it.address.id, it.field), "") if it.address else ""
        path = _path(said, name)
        where = "" if path or not it.address else f"{it.address}{', ' + it.field if it.field else ''}: "
        yield Fault(path, f"{where}{it.says}", it.expected)
