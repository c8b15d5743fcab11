"""What minutes say, as a person has corrected it so far, whom each name means, and what is still to be asked."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from app.domain.dates_written import date_in
from app.domain.folding import folded
from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.attendance import by_initials
from app.exchange.minutes.document import Document, Piece
from app.exchange.minutes.entries import people_in
from app.exchange.minutes.finding import found_in
from app.exchange.minutes.finds import (
    Certainty,
    Find,
    Found,
    FoundAction,
    FoundMeeting,
    FoundPerson,
    FoundReport,
    FoundText,
    least,
)
from app.exchange.minutes.words import is_a_name, is_like_a_body, parts_of
from app.reading.catalogue import Catalogue
from app.record.forms.asking import About
from app.record.minutes.matching import Match, Names, known_bodies

YES, NO = "yes", "no"
MISSED = "missed"
"""The answer that names people who were not found, one a line."""
_MOST_MISSED = 100
_F = TypeVar("_F", bound=Find)
_EVERYBODY = frozenset({"all", "everyone", "all members", "members", "all partners"})


@dataclass(frozen=True, slots=True)
class Item:
    """One find, for somebody to accept, correct or reject."""

    key: str
    """`person-3`: by which its fields in a form begin."""
    kind: str
    find: Find
    """As it is corrected."""
    certainty: Certainty
    reason: str
    answer: str
    """`yes`, `no`, or nothing where it has to be looked at first."""
    matches: tuple[Match, ...] = ()
    problem: str = ""
    """What is wrong with a correction of it."""

    @property
    def is_taken(self) -> bool:
        """Tell whether it is to be recorded."""
        return self.answer == YES

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be said of it."""
        return not self.answer or (
            self.is_taken and (bool(self.problem) or any(not it.is_decided for it in self.matches))
        )


@dataclass(frozen=True, slots=True)
class Review:
    """Some minutes as they are understood so far."""

    document: Document
    items: tuple[Item, ...]
    body: Match | None
    """The body that met; None where none is named."""
    notes: tuple[str, ...]
    matches: tuple[Match, ...] = field(default=())
    people: Mapping[str, Match] = field(default_factory=dict)
    """By their names as they are compared, whom the names of those who were there mean."""

    def of(self, kind: str) -> list[Item]:
        """Return the items of a kind."""
        return [item for item in self.items if item.kind == kind]

    def taken(self, kind: str) -> list[Item]:
        """Return the items of a kind that are to be recorded."""
        return [item for item in self.of(kind) if item.is_taken]

    @property
    def open(self) -> list[Item]:
        """What is still to be answered."""
        return [item for item in self.items if item.is_open]

    @property
    def settled(self) -> "Review":
        """The same without what is still to be answered."""
        return replace(self, items=tuple(replace(it, answer=NO) if it.is_open else it for it in self.items))

    def value(self, kind: str) -> str:
        """Return the body's name, the day, the venue or what sort of meeting it was, where that is taken."""
        finds = [item.find for item in self.taken(kind)]
        return next((find.value for find in finds if isinstance(find, FoundText)), "")


async def review(
    document: Document, about: About, catalogue: Catalogue, body: str = "", answers: Mapping[str, str] | None = None
) -> Review:
    """Find what minutes say and whom its names mean, with what somebody has answered so far.

    `body` is the id, as the place's file writes it, of the body whose minutes they are, where that is known.
    """
    said = dict(answers or {})
    contents = await catalogue.contents()
    around = contents.around(about.known.place)
    bodies = known_bodies(about, [name for name in contents.names if name.is_of(around)])
    found = found_in(document, lambda text: folded(text).removeprefix("the ") in bodies)
    body_name = about.bodies.get(body, "") if body else ""
    texts = list(_texts(found, body_name, said))
    met = next((it.find for it in texts if it.kind == "body" and it.is_taken and isinstance(it.find, FoundText)), None)
    if body:
        match: Match | None = Match("body", body_name, body, body_name)
    else:
        own = Names(about, catalogue, "", said)
        match = await own.organization(met.value) if met and met.value else None
        if match:
            texts = [replace(it, matches=(match,), **_weaker(it, match)) if it.kind == "body" else it for it in texts]
    names = Names(about, catalogue, match.id if match else "", said)
    items = [*texts]
    people: dict[str, Match] = {}
    for number, each in enumerate([*_two_of_one(found.people, names), *_missed(said)], 1):
        item = await _person(f"person-{number}", each, names, said)
        items.append(item)
        if isinstance(item.find, FoundPerson) and item.is_taken and item.find.name:
            people[folded(item.find.name)] = item.matches[0]
    kept = [it.find for it in items if it.kind == "person" and it.answer != NO]
    named = [find for find in kept if isinstance(find, FoundPerson) and find.name]
    for number, action in enumerate(found.actions, 1):
        items.append(await _action(f"action-{number}", action, names, said, named))
    for number, meeting in enumerate(found.meetings, 1):
        items.append(
            _plain(
                f"meeting-{number}",
                "meeting",
                _changed(meeting, f"meeting-{number}", said, "date", "venue", "label"),
                said,
            )
        )
    taken = {folded(person.name) for person in named}
    for number, report in enumerate(found.reports, 1):
        item = _plain(f"report-{number}", "report", _changed(report, f"report-{number}", said, "text"), said)
        items.append(item if folded(report.name) in taken else replace(item, answer=NO))
    return Review(document, tuple(items), match, found.notes, names.matches, people)


def _texts(found: Found, body_name: str, said: Mapping[str, str]) -> Iterator[Item]:
    for kind in ("body", "date", "venue", "label"):
        find: FoundText | None = getattr(found, kind)
        if kind == "body" and body_name:
            continue
        given = " ".join(said.get(f"{kind}_value", "").split())
        problem = ""
        if kind == "date" and given:
            try:
                given = date_in(given)
            except ValueError as error:
                problem = f"{error}."
        if find is None:
            if kind in {"body", "date"} or given:
                reason = "" if given else "The minutes do not say it in a way that is understood: write it here."
                start = document_start(found)
                empty = FoundText(at=start, value=given, certainty=Certainty.LOOK, reason=reason)
                yield Item(
                    kind,
                    kind,
                    empty,
                    Certainty.SURE if given else Certainty.LOOK,
                    reason,
                    YES if given else "",
                    (),
                    problem,
                )
            continue
        if given and given != find.value:
            find = replace(find, value=given, certainty=Certainty.SURE, reason="You corrected it.")
        item = _plain(kind, kind, find, said)
        yield replace(item, problem=problem)


def document_start(found: Found) -> Any:
    """Return the place of what is nowhere in the text: its beginning."""
    del found
    return Piece("", 0)


def _plain(key: str, kind: str, find: Find, said: Mapping[str, str]) -> Item:
    return Item(key, kind, find, find.certainty, find.reason, _answer(key, find.certainty, said))


def _answer(key: str, certainty: Certainty, said: Mapping[str, str]) -> str:
    given = said.get(key, "")
    if given in {YES, NO}:
        return given
    return "" if certainty is Certainty.LOOK else YES


def _changed(find: _F, key: str, said: Mapping[str, str], *names: str) -> _F:
    """Return a find as somebody corrected it; a corrected one is certain."""
    new: dict[str, Any] = {}
    for name in names:
        given = said.get(f"{key}_{name}")
        if given is not None and " ".join(given.split()) != getattr(find, name):
            new[name] = " ".join(given.split())
    return dataclasses.replace(find, **new, certainty=Certainty.SURE, reason="You corrected it.") if new else find


def _two_of_one(people: Iterable[FoundPerson], names: Names) -> Iterator[FoundPerson]:
    """Take a name after another one for somebody, and not for where that one is from, where a person is so called."""
    for each in people:
        if not each.organization or each.is_body or not names.is_a_person(each.organization):
            yield each
            continue
        yield replace(each, organization="")
        reason = f"Stands after {each.name}, and a person is recorded by this name."
        yield FoundPerson(at=each.at, name=each.organization, how=each.how, certainty=Certainty.LOOK, reason=reason)


def _missed(said: Mapping[str, str]) -> Iterator[FoundPerson]:
    """Read those whom somebody added, one a line, with what stands after each name as in minutes."""
    for line in said.get(MISSED, "").splitlines()[:_MOST_MISSED]:
        people, _ = people_in(Piece(" ".join(line.split()), 0), AttendanceKind.PRESENT, lambda _: False)
        for each in people:
            yield replace(each, at=Piece("", 0), certainty=Certainty.SURE, reason="You added it.")


async def _person(key: str, found: FoundPerson, names: Names, said: Mapping[str, str]) -> Item:
    find = _changed(found, key, said, "name", "organization", "role", "capacity", "deputising_for")
    parts = parts_of(find.name)
    if find.name != found.name and parts.prefix:
        find = replace(find, name=parts.name, prefix=parts.prefix)
    how = said.get(f"{key}_how", "")
    if how in {kind.value for kind in AttendanceKind} and how != find.how.value:
        find = replace(find, how=AttendanceKind(how), certainty=Certainty.SURE, reason="You corrected it.")
    if find.how is not AttendanceKind.DEPUTISING and find.deputising_for and said.get(f"{key}_how"):
        find = replace(find, deputising_for="")
    if found.is_body:
        return await _body_there(key, find, names, said)
    body = await names.organization(find.organization) if find.organization else None
    person = await names.person(find.name, body.id if body else "")
    matches = [person, *([body] if body else [])]
    if find.deputising_for:
        matches.append(await names.person(find.deputising_for))
    problem = "" if find.name else "Write the name."
    certainty = least(find.certainty, *(it.certainty for it in matches))
    reason = " ".join(filter(None, [find.reason, *(_told(it) for it in matches)]))
    answer = _answer(key, find.certainty if all(it.is_decided for it in matches) else Certainty.LOOK, said)
    return Item(key, "person", find, certainty, reason, answer, tuple(matches), problem)


async def _body_there(key: str, find: FoundPerson, names: Names, said: Mapping[str, str]) -> Item:
    """Return a body that was there, of which the minutes name nobody."""
    match = await names.organization(find.organization)
    answer = _answer(key, find.certainty if match.is_decided else Certainty.LOOK, said)
    problem = "" if find.organization else "Write the name."
    certainty = least(find.certainty, match.certainty)
    reason = " ".join(filter(None, [find.reason, _told(match)]))
    return Item(key, "person", find, certainty, reason, answer, (match,), problem)


def _told(match: Match) -> str:
    return f"{match.text}: {match.reason[:1].lower()}{match.reason[1:]}" if match.reason else ""


async def _action(
    key: str, found: FoundAction, names: Names, said: Mapping[str, str], there: list[FoundPerson]
) -> Item:
    given = said.get(f"{key}_owners")
    find = _changed(found, key, said, "text", "due")
    if given is not None:
        owners = tuple(" ".join(part.split()) for part in given.split(",") if part.strip())
        if owners != found.owners:
            find = replace(find, owners=owners, certainty=Certainty.SURE, reason="You corrected it.")
    problem = ""
    if find.due and find.due != found.due:
        try:
            find = replace(find, due=date_in(find.due))
        except ValueError as error:
            problem = f"{error}."
    certainty, reason, matches = find.certainty, find.reason, list[Match]()
    whole: list[str] = []
    for owner in find.owners:
        if folded(owner) in _EVERYBODY:
            whole.append(owner)
            continue
        people = _whom(owner, there)
        if len(people) > 1:
            certainty = Certainty.LOOK
            reason = f"“{owner}” may be {' or '.join(people)}: write the name."
        name = people[0] if people else owner
        if not people and await _is_unclear(owner, names):
            certainty, reason = Certainty.LOOK, f"“{owner}” is nobody whom the minutes name: write the name."
            problem = reason if said.get(key) == YES else ""
            whole.append(owner)
            continue
        whole.append(name)
        matches.append(await _owner(name, bool(people), names))
    find = replace(find, owners=tuple(whole))
    certainty = least(certainty, *(it.certainty for it in matches))
    reason = " ".join(
        filter(None, [reason, *(_told(it) for it in matches if it.certainty is not Certainty.SURE or it.is_new)])
    )
    is_sure = find.certainty if all(it.is_decided for it in matches) else Certainty.LOOK
    answer = _answer(key, least(is_sure, Certainty.LOOK if certainty is Certainty.LOOK else Certainty.SURE), said)
    return Item(key, "action", find, certainty, reason, answer, tuple(matches), problem)


async def _is_unclear(owner: str, names: Names) -> bool:
    """Tell whether whoever acts is said by a word or initials that are nobody's: it may be a person or a body."""
    if len(owner.split()) > 1 or is_like_a_body(owner):
        return False
    return not (await names.organization(owner)).id


async def _owner(name: str, is_person: bool, names: Names) -> Match:
    if is_person:
        return await names.person(name)
    body = await names.organization(name)
    if body.id or not is_a_name(name, lambda _: False):
        return body
    return await names.person(name)


def _whom(owner: str, there: list[FoundPerson]) -> list[str]:
    """Return the names of those who were there whom initials, a first name, a role or a name may mean."""
    plain = folded(owner)
    whole = [it.name for it in there if folded(it.name) == plain]
    if whole:
        return whole[:1]
    letters = owner.replace(".", "").replace(" ", "").upper()
    if owner.replace(".", "").replace(" ", "").isupper() and len(letters) < 5:
        found = by_initials(there).get(letters, [])
        if found:
            return list(dict.fromkeys(it.name for it in found))
    role = plain.removeprefix("the ")
    by_role = [
        it.name for it in there if role and role in {folded(part) for part in (*it.capacity.split(", "), it.role)}
    ]
    if by_role:
        return list(dict.fromkeys(by_role))
    words = folded(parts_of(owner).name).split()
    if len(words) == 1:
        return list(
            dict.fromkeys(
                it.name for it in there if words[0] in (folded(it.name).split()[0], folded(it.name).split()[-1])
            )
        )
    if len(words) == 2 and len(words[0]) == 1:
        return list(
            dict.fromkeys(
                it.name for it in there if folded(it.name).split()[-1] == words[1] and folded(it.name)[0] == words[0]
            )
        )
    return []


def _weaker(item: Item, match: Match) -> dict[str, Any]:
    certainty = least(item.certainty, match.certainty)
    reason = " ".join(filter(None, [item.reason, match.reason]))
    return {"certainty": certainty, "reason": reason}


__all__ = ["NO", "YES", "FoundAction", "FoundMeeting", "FoundPerson", "FoundReport", "Item", "Review", "review"]
