"""Whom the names in minutes mean: the body's own people first, exact before alike, and asked back where unclear."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.english import listed, ordinary
from app.domain.folding import folded, untitled
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address
from app.exchange.minutes.finds import Certainty
from app.exchange.rows import slug
from app.reading.catalogue import Catalogue, Name
from app.reading.resolving import BODIES, PEOPLE, Fit, Meaning, meaning
from app.record.drafts import plain
from app.record.forms.asking import About

PERSON, BODY = "person", "body"
NEW = "+"
"""The choice of somebody, or a body, that is not recorded yet."""
_MOST = 8
"""Candidates that are offered."""
_INITIAL = re.compile(r"^([^\W\d_])\.?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who, or which body, a name may mean."""

    id: str
    """As a file of the place writes it."""
    name: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What a name of the minutes means."""

    sort: str
    text: str
    id: str = ""
    """As a file of the place writes it; empty for what is new, or not decided."""
    name: str = ""
    certainty: Certainty = Certainty.SURE
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    """Those that it may mean: to be chosen from, where it is not decided."""
    is_new: bool = False

    @property
    def key(self) -> str:
        """What the choice of it is called in a form."""
        return key_of(self.sort, self.text)

    @property
    def is_decided(self) -> bool:
        """Tell whether it is known whom it means."""
        return bool(self.id) or self.is_new


def key_of(sort: str, text: str) -> str:
    """Return what the choice of a name is called in a form."""
    return f"who_{sort}_{slug(text)[:80]}"


class Names:
    """The people and bodies of a place, for the names of some minutes of one of its bodies."""

    def __init__(self, about: About, catalogue: Catalogue, body: str, choices: Mapping[str, str]) -> None:
        """Take what is recorded, the id of the body that met, and what somebody chose for names that are unclear."""
        self.about, self.catalogue, self.body, self._choices = about, catalogue, body, choices
        self._found: dict[tuple[str, str], Match] = {}

    async def person(self, name: str, organization: str = "") -> Match:
        """Return whom a name means; `organization` is the id of the body it stands with, where there is one."""
        key = PERSON, folded(name)
        if key not in self._found:
            self._found[key] = self._chosen(await self._person(name, organization))
        return self._found[key]

    async def organization(self, name: str) -> Match:
        """Return which body a name means."""
        key = BODY, folded(name)
        if key not in self._found:
            self._found[key] = self._chosen(await self._body(name))
        return self._found[key]

    def is_a_person(self, name: str) -> bool:
        """Tell whether a person is recorded by a name, and no body is."""
        return _fold(name) in self._people and folded(name).removeprefix("the ") not in self._bodies

    @property
    def matches(self) -> tuple[Match, ...]:
        """What the names that were asked about mean, each once."""
        return tuple(self._found.values())

    # People

    async def _person(self, name: str, organization: str) -> Match:
        same = self._people.get(_fold(name), [])
        if len(same) == 1:
            return self._one(name, same[0], organization)
        if same:
            return self._several(name, same)
        short = self._abbreviated(name)
        if short:
            own = [id_ for id_ in short if id_ in self._members]
            if len(own) == 1:
                reason = f"The one member or guest of this body whose name fits “{name}”."
                return self._match(name, own[0], Certainty.LIKELY, reason)
            return self._ask(name, short, f"“{name}” may be {self._listed(short)}.")
        found = await meaning(self.catalogue, name, labels=PEOPLE, area=self.about.known.place)
        like = [self._local(it) for it in _meant(found) if found.fit is not Fit.PART or len(name.split()) > 1]
        if like:
            candidates = tuple(self._candidate(id_, it) for id_, it in like[:_MOST])
            names = listed([it.name for it in candidates], "or")
            reason = f"Nobody is recorded as “{name}”: it may be {names}, or somebody new."
            return Match(PERSON, name, certainty=Certainty.LOOK, reason=reason, candidates=candidates)
        return Match(PERSON, name, name=name, is_new=True, reason="Not recorded yet.")

    def _one(self, name: str, id_: str, organization: str) -> Match:
        known = self.about.people[id_]
        if id_ in self._members:
            return self._match(name, id_, Certainty.SURE, "Recorded by this name at this body.")
        if organization and organization in self._employers.get(id_, ()):
            return self._match(name, id_, Certainty.SURE, "Recorded by this name, with this organization.")
        return self._match(
            name, id_, Certainty.LIKELY, f"{known} is recorded by this name, elsewhere than at this body."
        )

    def _several(self, name: str, same: list[str]) -> Match:
        own = [id_ for id_ in same if id_ in self._members]
        if len(own) == 1:
            reason = f"{len(same)} people are recorded by this name: this one is of this body."
            return self._match(name, own[0], Certainty.LIKELY, reason)
        return self._ask(name, same, f"{len(same)} people are recorded by this name.")

    def _abbreviated(self, name: str) -> list[str]:
        """Return the people whom a surname, or initials and a surname, may mean."""
        words = _fold(name).split()
        if not words or (len(words) > 1 and not all(_INITIAL.match(word) for word in words[:-1])):
            return []
        fitting = [id_ for fold, ids in self._people.items() for id_ in ids if _fits(words, fold.split())]
        return list(dict.fromkeys(fitting))

    def _match(self, name: str, id_: str, certainty: Certainty, reason: str) -> Match:
        candidates = (self._own(id_),)
        return Match(PERSON, name, id_, self.about.people[id_], certainty, reason, candidates)

    def _ask(self, name: str, ids: list[str], reason: str) -> Match:
        own_first = sorted(ids, key=lambda id_: id_ not in self._members)
        candidates = tuple(self._own(id_) for id_ in own_first[:_MOST])
        return Match(PERSON, name, certainty=Certainty.LOOK, reason=reason, candidates=candidates)

    def _listed(self, ids: list[str]) -> str:
        return listed([self.about.people[id_] for id_ in ids[:_MOST]], "or")

    def _own(self, id_: str) -> Candidate:
        works = [self.about.name(it) for it in self._employers.get(id_, ())]
        seats = [self.about.name(it) for it in self._boards.get(id_, ())]
        what = [f"works for {listed(works[:2])}"] if works else []
        what += [f"on {listed(seats[:2])}"] if seats else []
        return Candidate(id_, self.about.people[id_], "; ".join(what))

    @cached_property
    def _people(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in self.about.seen("person"):
            if isinstance(entry.said, form.Person):
                said = entry.said
                for name in (said.name, *said.alternateNames, *(former.name for former in said.formerNames)):
                    ids = found.setdefault(_fold(name), [])
                    ids += [entry.said.id] if entry.said.id not in ids else []
        return found

    @cached_property
    def _employers(self) -> dict[str, list[str]]:
        people = [entry.said for entry in self.about.seen("person") if isinstance(entry.said, form.Person)]
        return {person.id: [work.organization for work in person.worksFor] for person in people}

    @cached_property
    def _boards(self) -> dict[str, list[str]]:
        """The bodies that people have seats on."""
        found: dict[str, list[str]] = {}
        for entry in self.about.seen("post"):
            if isinstance(entry.said, form.Post):
                for holder in entry.said.holders:
                    if person := holder.person or holder.holder:
                        found.setdefault(person, []).append(entry.said.on)
        return {person: list(dict.fromkeys(boards)) for person, boards in found.items()}

    @cached_property
    def _members(self) -> frozenset[str]:
        """Whoever has, or had, a seat on the body, or was at a meeting of it."""
        seated = {person for person, boards in self._boards.items() if self.body in boards}
        meetings = [entry.said for entry in self.about.seen("meeting") if isinstance(entry.said, form.Meeting)]
        came = {it.person for each in meetings if each.organization == self.body for it in each.attendance if it.person}
        return frozenset(seated | came) if self.body else frozenset()

    # Bodies

    async def _body(self, name: str) -> Match:
        same = self._bodies.get(folded(name).removeprefix("the "), [])
        if len(same) == 1:
            known = self.about.bodies[same[0]]
            reason = "Recorded by this name." if folded(known) == folded(name) else f"{known} is also called this."
            return Match(BODY, name, same[0], known, reason=reason, candidates=(self._body_told(same[0]),))
        if same:
            candidates = tuple(map(self._body_told, same[:_MOST]))
            reason = f"{len(same)} bodies are recorded by this name."
            return Match(BODY, name, certainty=Certainty.LOOK, reason=reason, candidates=candidates)
        found = await meaning(self.catalogue, name, labels=BODIES, area=self.about.known.place)
        like = [self._local(it) for it in _meant(found)]
        candidates = tuple(self._candidate(id_, it) for id_, it in like[:_MOST])
        if len(like) == 1 and found.fit is Fit.CALLED:
            id_, it = like[0]
            return Match(BODY, name, id_, it.name, reason="Recorded by this name.", candidates=candidates)
        if len(like) == 1 and found.fit is Fit.SHORT:
            id_, it = like[0]
            reason = f"{it.name} is shortened to this."
            return Match(BODY, name, id_, it.name, Certainty.LIKELY, reason, candidates)
        if like:
            names = listed([it.name for it in candidates], "or")
            reason = f"No body is recorded as “{name}”: it may be {names}, or a new one."
            return Match(BODY, name, certainty=Certainty.LOOK, reason=reason, candidates=candidates)
        return Match(BODY, name, name=name, is_new=True, reason="Not recorded yet.")

    @cached_property
    def _bodies(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in self.about.seen("organization"):
            said = entry.said
            if isinstance(said, form.Organization):
                for name in (said.name, *said.alternateNames, *(former.name for former in said.formerNames)):
                    ids = found.setdefault(folded(name).removeprefix("the "), [])
                    ids += [said.id] if said.id not in ids else []
        return found

    def _body_told(self, id_: str) -> Candidate:
        said = self.about.known.said(Address("organization", whole_id(id_, self.about.known.place)))
        sort = ordinary(said.classification.value) if isinstance(said, form.Organization) else ""
        return Candidate(id_, self.about.bodies[id_], "" if sort == "other" else sort)

    # Both

    def _local(self, name: Name) -> tuple[str, Name]:
        return name.id.removeprefix(f"{self.about.known.place}/"), name

    def _candidate(self, id_: str, name: Name) -> Candidate:
        if id_ in self.about.people:
            return self._own(id_)
        if id_ in self.about.bodies:
            return self._body_told(id_)
        sort = ordinary(name.classification or "other")
        return Candidate(id_, name.name, ", ".join(it for it in ("" if sort == "other" else sort, name.place) if it))

    def _chosen(self, match: Match) -> Match:
        """Return a match as somebody chose it, where they did."""
        choice = self._choices.get(match.key, "")
        if choice == NEW:
            return Match(
                match.sort,
                match.text,
                name=match.text,
                candidates=match.candidates,
                is_new=True,
                reason="You said that it is new.",
            )
        for candidate in match.candidates:
            if candidate.id == choice:
                return Match(
                    match.sort,
                    match.text,
                    candidate.id,
                    candidate.name,
                    candidates=match.candidates,
                    reason="You chose it.",
                )
        return match


def _meant(found: Meaning) -> Iterable[Name]:
    return found.tied or ((found.name,) if found.name else ())


def _fold(name: str) -> str:
    text = folded(name)
    return untitled(text) or text


def _fits(short: list[str], whole: list[str]) -> bool:
    """Tell whether a surname, with initials or without, may be a whole name."""
    if len(whole) < 2 or short[-1] != whole[-1]:
        return False
    return all(word[0] == other[0] for word, other in zip(short[:-1], whole, strict=False))


def known_bodies(about: About, catalogue_names: Iterable[Name]) -> frozenset[str]:
    """Return the names of bodies that are never a person's in some minutes, as names are compared."""
    own = [entry.said for entry in about.seen("organization") if isinstance(entry.said, form.Organization)]
    names = [name for said in own for name in (said.name, *said.alternateNames)]
    names += [name for it in catalogue_names if it.label == "Organization" for name in (it.name, *it.others)]
    return frozenset(folded(name).removeprefix("the ") for name in names)


def plain_of(about: About, kind: str, id_: str) -> dict[str, object]:
    """Return what an entry of the place says, as a file writes it; nothing where there is none."""
    said = about.known.said(Address(kind, whole_id(id_, about.known.place)))
    return plain(said) if said else {}
