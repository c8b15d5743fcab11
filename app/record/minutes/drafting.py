"""Accepted finds become entries: one meeting with who was there, its actions, other meetings, and who is new."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.domain.dates import spoken
from app.domain.english import capitalized, counted, listed, numbered, ordinary
from app.domain.folding import folded
from app.domain.not_published import is_not_for_publication
from app.domain.vocabulary import Access, ActionStatus, AttendanceKind, MeetingStatus
from app.errors import BadInput
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address
from app.exchange.minutes.finds import FoundAction, FoundMeeting, FoundPerson, FoundReport
from app.exchange.sheets.bodies import sort_of_body
from app.reading.explorer import today
from app.record.drafts import Draft, Drafting, Said, plain
from app.record.forms.asking import About
from app.record.minutes.matching import BODY, PERSON, Match
from app.record.minutes.reviewing import Review

_SAME = 85
"""How like the text of an action must be to a recorded one of the same meeting to be that."""
_MOST_REPORTS = 4
_LONGEST_NOTE = 900


@dataclass(frozen=True, slots=True)
class MinutesDraft:
    """What minutes would write."""

    draft: Draft
    says: str
    """In a sentence."""
    body: str
    """The id of the body that met, as the place's file writes it."""


class _Writer:
    """Writes one meeting's entries."""

    def __init__(self, review: Review, about: About, source: str) -> None:
        """Take what was accepted, and the title of the minutes as a source."""
        self.review, self.about = review, about
        self.drafting = Drafting(about.known)
        self.place = about.known.place
        self.day = review.value("date")
        self._new: dict[tuple[str, str], str] = {}
        self._access: dict[str, str] = {}
        self._source = ""
        self._title = source
        self.met = ""

    def write(self) -> MinutesDraft:
        """Write all of it; BadInput where the body or the day is not known."""
        review = self.review
        if review.body is None or not review.body.is_decided:
            raise BadInput("Which body met is not known yet: say it.")
        if len(self.day) != len("2010-01-22"):
            raise BadInput("On which day it met is not known yet: say it.")
        name = review.body.name or review.body.text
        self._title = self._title or f"{name}, minutes of {spoken(self.day)}"
        body = self._body(review.body, 1, meets=True)
        self.met = self._meeting(body)
        actions = [self._action(item.find) for item in review.taken("action") if isinstance(item.find, FoundAction)]
        coming = [
            self._other(body, item.find) for item in review.taken("meeting") if isinstance(item.find, FoundMeeting)
        ]
        return MinutesDraft(self.drafting.draft(), self._says(name, sum(actions), sum(coming)), body)

    def _says(self, name: str, actions: int, meetings: int) -> str:
        finds = [item.find for item in self.review.taken("person")]
        ways = [(kind, sum(isinstance(it, FoundPerson) and it.how is kind for it in finds)) for kind in AttendanceKind]
        parts = [_so_many(number, kind) for kind, number in ways if number]
        more = [counted(actions, "action")] if actions else []
        more += [counted(meetings, "other meeting")] if meetings else []
        told = f"{name} met on {spoken(self.day)}: {listed(parts) or 'nobody is named'}"
        return capitalized(f"{told}; with {listed(more)}." if more else f"{told}.")

    # What is cited

    def _cites(self, at: int) -> str:
        if not self._source:
            self._source = self._source_id()
        return f"{self._source}, line {at}"

    def _source_id(self) -> str:
        title = " ".join(self._title.split())
        own = {it.said.title: it.said.id for it in self.about.seen("source") if isinstance(it.said, form.Source)}
        known = own | {title: id_ for id_, title in self.about.titles.items()}
        same = next((id_ for each, id_ in known.items() if folded(each) == folded(title)), "")
        said: Said = {"title": title, "published": self.day}
        if is_not_for_publication(title):
            said["access"] = Access.MEMBERS.value
        return same or self.drafting.add("source", said, title)

    # Who is new

    def _visible(self) -> Said:
        """Return who may see what is new: those alone who see the body that met."""
        body = self.review.body
        said = (
            self.about.known.said(Address("organization", whole_id(body.id, self.place))) if body and body.id else None
        )
        access = getattr(said, "access", None)
        return {"access": access.value} if access and access.value != "public" else {}

    def _body(self, match: Match, line: int, *, meets: bool = False) -> str:
        if match.id:
            return match.id
        key = BODY, folded(match.text)
        if key not in self._new:
            sort = sort_of_body(match.text, meets=meets)
            said: Said = {"name": match.text, "classification": sort.classification.value, "kind": sort.kind.value}
            said |= {"sector": sort.sector.value} if sort.sector else {}
            said |= self._visible() | {"cites": self._cites(line)}
            self._new[key] = self.drafting.add("organization", said, match.text)
        return self._new[key]

    def _person(self, match: Match, line: int, find: FoundPerson | None = None, body: str = "") -> str:
        if match.id:
            return match.id
        key = PERSON, folded(match.text)
        if key not in self._new:
            said: Said = {"name": match.text}
            if find:
                said |= {"honorificPrefix": find.prefix, "honorificSuffix": find.suffix}
                if body:
                    said["worksFor"] = [{"organization": body, "role": find.role} if find.role else body]
            said = (
                {name: value for name, value in said.items() if value} | self._visible() | {"cites": self._cites(line)}
            )
            self._new[key] = self.drafting.add("person", said, match.text)
        return self._new[key]

    # The meeting

    def _meeting(self, body: str) -> str:
        recorded = self._recorded(body, self.day)
        attendance = list(self._attendance())
        values = {"venue": self.review.value("venue"), "label": self.review.value("label")}
        if recorded is None:
            said: Said = {"organization": body, "date": self.day}
            said |= {name: value for name, value in values.items() if value}
            said |= {"status": MeetingStatus.HELD.value, "attendance": attendance, "cites": self._cites(1)}
            if not attendance:
                del said["attendance"]
            return self.drafting.add("meeting", said)
        address, now = recorded
        new = dict(now)
        new |= {name: value for name, value in values.items() if value and not now.get(name)}
        if now.get("status") == MeetingStatus.PLANNED.value:
            new["status"] = MeetingStatus.HELD.value
        before = [dict(it) for it in now.get("attendance") or []]
        new["attendance"] = self._laid_over(address.id.partition("/")[2], before, attendance)
        if new != now and (new["attendance"] or "attendance" in now):
            self.drafting.change(address, new)
        return address.id.partition("/")[2]

    def _laid_over(self, met: str, before: list[Said], new: Sequence[Said]) -> list[Said]:
        found = list(before)
        for each in new:
            at = next((at for at, it in enumerate(found) if _who(it) == _who(each)), None)
            if at is None:
                found.append(each | {"cites": self._cites(1)})
                continue
            found[at] = (
                each | {name: value for name, value in found[at].items() if name not in {"as"}} | {"as": each["as"]}
            )
            was, told = before[at].get("note"), each.get("note")
            if note := _notes(was, None if self._was_read(met) else told):
                found[at]["note"] = note
            else:
                found[at].pop("note", None)
        return found

    def _was_read(self, met: str) -> bool:
        """Tell whether minutes of a meeting were read before, and somebody chose what of them to keep: its actions."""
        actions = (entry.said for entry in self.about.seen("action"))
        return any(isinstance(said, form.Action) and said.arisingFrom == met for said in actions)

    def _recorded(self, body: str, day: str) -> tuple[Address, Said] | None:
        for entry in self.about.seen("meeting"):
            said = plain(entry.said)
            if said.get("organization") == body and str(said.get("date")) == day:
                return entry.address, said
        return None

    def _attendance(self) -> list[Said]:
        notes = self._reports()
        found: dict[str, Said] = {}
        for item in self.review.taken("person"):
            find = item.find
            if not isinstance(find, FoundPerson):
                continue
            line = self.review.document.line_at(find.at.start)
            by_sort = {(it.sort, folded(it.text)): it for it in item.matches}
            body = self._body(by_sort[BODY, folded(find.organization)], line) if find.organization else ""
            if find.is_body:
                found.setdefault(body, {"organization": body, "as": find.how.value})
                continue
            match = by_sort[PERSON, folded(find.name)]
            person = self._person(match, line, find, body)
            said: Said = {"person": person, "as": find.how.value}
            if find.deputising_for:
                said["deputisingFor"] = self._person(by_sort[PERSON, folded(find.deputising_for)], line)
            said |= {"for": body} if body else {}
            role = find.role if match.id or not body else ""
            told = [capitalized(it) for it in (role, find.capacity, find.note) if it] + notes.get(folded(find.name), [])
            said |= {"note": "; ".join(told)[:_LONGEST_NOTE]} if told else {}
            found.setdefault(person, said)
        return list(found.values())

    def _reports(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for item in self.review.taken("report"):
            if isinstance(item.find, FoundReport):
                found.setdefault(folded(item.find.name), []).append(item.find.text.rstrip("."))
        return {name: told[:_MOST_REPORTS] for name, told in found.items()}

    # Actions and other meetings

    def _action(self, find: FoundAction) -> bool:
        if self._is_recorded(find):
            return False
        line = self.review.document.line_at(find.at.start)
        item = next(it for it in self.review.of("action") if it.find is find)
        named = {folded(it.text) for it in item.matches}
        owners = [self._person(it, line) if it.sort == PERSON else self._body(it, line) for it in item.matches]
        said: Said = {"text": find.text, "arisingFrom": self.met}
        said |= {"status": ActionStatus.OUTSTANDING.value} if find.outstanding else {}
        said |= {"due": find.due} if find.due else {}
        said |= {"owners": list(dict.fromkeys(owners))} if owners else {}
        others = [owner for owner in find.owners if folded(owner) not in named]
        said |= {"ownerNote": capitalized(listed(others))} if others else {}
        if find.outstanding and find.number:
            said["note"] = f"Carried over at this meeting as number {find.number}."
        self.drafting.add("action", said | {"cites": self._cites(line)})
        return True

    def _is_recorded(self, find: FoundAction) -> bool:
        for entry in self.about.seen("action"):
            if isinstance(entry.said, form.Action) and entry.said.arisingFrom == self.met:
                like = fuzz.token_set_ratio(folded(entry.said.text), folded(find.text))
                if like >= _SAME and (entry.said.status is ActionStatus.OUTSTANDING) == find.outstanding:
                    return True
        return False

    def _other(self, body: str, find: FoundMeeting) -> bool:
        if self._recorded(body, find.date):
            return False
        line = self.review.document.line_at(find.at.start)
        said: Said = {"organization": body, "date": find.date}
        said |= {name: value for name, value in (("label", find.label), ("venue", find.venue)) if value}
        if find.is_past:
            said["status"] = MeetingStatus.HELD.value
        elif find.date > today().isoformat():
            said["status"] = MeetingStatus.PLANNED.value
        self.drafting.add("meeting", said | {"cites": self._cites(line)})
        return True


def _so_many(number: int, kind: AttendanceKind) -> str:
    """Say how many came in one way: `16 present`, `1 apology`, `2 guests`."""
    names = {AttendanceKind.APOLOGIES: "apology", AttendanceKind.GUEST: "guest"}
    return numbered(number, names[kind]) if kind in names else f"{number} {ordinary(kind.value)}"


def _notes(before: object, new: object) -> str:
    """Return a note with what another one says beside it."""
    told = str(before or "").split("; ") if before else []
    told += [part for part in (str(new).split("; ") if new else []) if part not in told]
    return "; ".join(told)[:_LONGEST_NOTE]


def _who(attendance: Said) -> tuple[object, object]:
    return attendance.get("person"), attendance.get("organization")


def draft_of(review: Review, about: About, source: str = "") -> MinutesDraft:
    """Make a draft of what was accepted; BadInput where something is still to be said.

    `source` is the title of the minutes; without one it is made of the body and the day.
    """
    return _Writer(review, about, source).write()
