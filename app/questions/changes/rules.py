"""What differs between two days, and between a day and what is proposed, with a sentence for each difference.

The rule compares what holds on one day with what holds on another, as `app.domain.standing` decides it: what begins
belongs to the time after the first day, up to the last one; what ends belongs where the day after its last one does. A
date that is known less precisely belongs to every time that it may lie in. What has no date is no change, unless it is
proposed and proposals are asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal, Protocol

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.change_marks import ChangeMark
from app.domain.dates import bounds
from app.domain.register import Register
from app.domain.vocabulary import ChangeKind, FactStatus, LifecycleStatus, LineType
from app.questions.changes.rule_words import ChangeWords, Moment

UNDATED = "~"
"""Sorts after every date: what has none stands last."""
SubjectType = Literal["Organization", "Post", "Line"]
_KINDS = list(ChangeKind)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what happened, to what, when, and where that is recorded."""

    kind: ChangeKind
    subject_id: str
    subject_type: SubjectType
    body_ids: tuple[str, ...]
    """The bodies that it concerns, the one it happens to or on first."""
    date: str | None
    """As recorded, so perhaps only a year: the first day of what begins, the last one of what ends."""
    explanation: str
    """One plain sentence."""
    citations: tuple[r.Citation, ...]
    certainty: words.Certainty
    fact_id: str
    """What the sources record: the subject, or what was tied to it then, such as who held a seat."""

    @property
    def key(self) -> tuple[str, str]:
        """Return what changes are ordered by, no two alike: the date, years before their months, then the kind."""
        return self.date or UNDATED, f"{_KINDS.index(self.kind)} {self.subject_id} {self.fact_id}"


class _Fact(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def period(self) -> r.Period: ...
    @property
    def citations(self) -> tuple[r.Citation, ...]: ...
    @property
    def certainty(self) -> words.Certainty: ...


class _Decided(_Fact, Protocol):
    @property
    def status(self) -> FactStatus: ...


def changes_between(register: Register, since: date, as_at: AsAt, *, organization: str | None = None) -> list[Change]:
    """Return what differs between a day and that of `as_at` in a place, or of one body of it, by date.

    Where proposals count, what is proposed and would hold on the last day is a difference too, dated or not. The days
    may be the same: then only proposals differ. It takes time in proportion to the number of facts.
    """
    of = frozenset({organization}) if organization else register.own
    return sorted(_Reading(register, of, since, as_at).all(), key=lambda change: change.key)


def mark_of(kind: ChangeKind) -> ChangeMark:
    """Return the mark of a kind of change on its subject."""
    return _MARKS.get(kind, ChangeMark.CHANGED)


def marks_of(changes: Iterable[Change]) -> Mapping[str, ChangeMark]:
    """Say how a picture marks bodies, seats and lines, by their ids; a board is changed when a seat on it is."""
    marks: dict[str, ChangeMark] = {}
    boards: set[str] = set()
    for change in changes:
        mark = mark_of(change.kind)
        known = marks.setdefault(change.subject_id, mark)
        if known is not mark:
            marks[change.subject_id] = ChangeMark.CHANGED
        if change.subject_type == "Post":
            boards.add(change.body_ids[0])
    return dict.fromkeys(boards, ChangeMark.CHANGED) | marks


_MARKS = {
    ChangeKind.BEGAN: ChangeMark.ADDED,
    ChangeKind.PROPOSED: ChangeMark.ADDED,
    ChangeKind.ENDED: ChangeMark.ENDED,
    # Of a line this is the line to the successor; of a seat it stays the same seat, in other hands.
    ChangeKind.MERGED: ChangeMark.ADDED,
}


class _Reading:
    """One walk over a register's facts."""

    def __init__(self, register: Register, of: frozenset[str], since: date, as_at: AsAt) -> None:
        self.register, self.of, self.as_at = register, of, as_at
        self.since, self.until = since, as_at.on
        self.words = ChangeWords(register)

    def all(self) -> Iterator[Change]:
        for body in self.register.bodies():
            if body.id in self.of:
                yield from self._of_body(body)
        for line in filter(_can_change, self.register.lines):
            begins = ChangeKind.MERGED if line.type is LineType.SUCCEEDED_BY else ChangeKind.BEGAN
            subject = _Subject(line.id, "Line", (line.from_id, line.to_id))
            yield from self._of(subject, line, begins, ChangeKind.ENDED, partial(self.words.line, line))
        for post in self.register.posts.values():
            if post.vacant_since or _can_change(post):
                yield from self._of_post(post)
        yield from self._of_seats()

    def _of_post(self, post: r.Post) -> Iterator[Change]:
        """Return that a seat is added, with who is in it from then on; that it stands vacant, ends or is proposed."""
        first, subject, said = self.words.first(post), self._seat(post), partial(self.words.post, post)
        added = self._seat(post, *(id_ for fact in first for id_ in self.words.whose(fact)))
        cited = dict.fromkeys(cite for fact in (post, *first) for cite in fact.citations)
        told = replace(post, citations=tuple(cited))
        for whom, fact, begins in ((added, told, True), (subject, post, False)):
            for change in self._of(whom, fact, ChangeKind.BEGAN, ChangeKind.ENDED, said):
                if (change.kind is ChangeKind.BEGAN) == begins:
                    yield change
        if self._begins(post.vacant_since) and post.status is FactStatus.ACTUAL and self._wants(subject):
            yield subject.change(ChangeKind.VACATED, post.vacant_since, self.words.vacant(post), post)

    def _of_body(self, body: r.Organization) -> Iterator[Change]:
        status, period, subject = body.status, body.period, _Subject(body.id, "Organization", (body.id,))
        if status is LifecycleStatus.PROPOSED:
            if self._proposed(body):
                yield subject.change(ChangeKind.PROPOSED, period.since, self.words.body(body, Moment.PROPOSED), body)
            return
        setting_up = status is LifecycleStatus.SETTING_UP
        if self._begins(period.since):
            kind = ChangeKind.STATUS_CHANGED if setting_up else ChangeKind.BEGAN
            yield subject.change(kind, period.since, self.words.body(body, Moment.BEGINS), body)
        elif setting_up and self._proposed(body):
            yield subject.change(ChangeKind.STATUS_CHANGED, None, self.words.setting_up(body), body)
        if self._ends(period.until):
            kind = ChangeKind.STATUS_CHANGED if status is LifecycleStatus.DORMANT else ChangeKind.ENDED
            yield subject.change(kind, period.until, self.words.body(body, Moment.ENDS), body)
        for place, former in enumerate(body.former_names):
            if self._ends(former.until):
                said = self.words.renamed(body, former)
                yield subject.change(ChangeKind.RENAMED, former.until, said, body, f"name {place}")

    def _of_seats(self) -> Iterator[Change]:
        """Return what becomes of seats: who holds them, whom they are for. Of a proposed one its own says all."""
        posts = {id_: post for id_, post in self.register.posts.items() if post.status is FactStatus.ACTUAL}
        first = {fact.id for post in filter(_can_change, posts.values()) for fact in self.words.first(post)}
        filled, vacated, changed = ChangeKind.FILLED, ChangeKind.VACATED, ChangeKind.STATUS_CHANGED
        for holding in filter(_can_change, self.register.holdings):
            if (post := posts.get(holding.post_id)) is None:
                continue
            subject = self._seat(post, *(() if holding.holder_is_person else (holding.holder_id,)))
            # When the seat is recorded as vacant from then on, the sentence that says so names who left it.
            told = self._begins(post.vacant_since) and self.words.left_vacant(post, holding)
            for change in self._of(subject, holding, filled, vacated, partial(self.words.holding, holding)):
                if not (holding.id in first if change.kind is filled else told):
                    yield change
        for filling in filter(_can_change, self.register.fillings):
            by = self.register.posts.get(filling.by_post_id)
            if by is not None and (post := posts.get(filling.post_id)) is not None:
                subject = self._seat(post, by.organization_id)
                for change in self._of(subject, filling, filled, vacated, partial(self.words.filling, filling)):
                    if change.kind is vacated or filling.id not in first:
                        yield change
        for ties, said in ((self.register.behalf, self.words.speaking), (self.register.appointed, self.words.choosing)):
            for tie in filter(_can_change, ties):
                if (post := posts.get(tie.post_id)) is not None:
                    subject = self._seat(post, tie.organization_id)
                    yield from self._of(subject, tie, changed, changed, partial(said, tie))

    def _of(
        self, subject: "_Subject", fact: _Decided, begins: ChangeKind, ends: ChangeKind, said: Callable[[Moment], str]
    ) -> Iterator[Change]:
        if not self._wants(subject):
            return
        period = fact.period
        if fact.status is FactStatus.PROPOSED:
            if self._proposed(fact):
                yield subject.change(ChangeKind.PROPOSED, period.since, said(Moment.PROPOSED), fact)
            return
        if self._begins(period.since):
            yield subject.change(begins, period.since, said(Moment.BEGINS), fact)
        if self._ends(period.until):
            # Said in the id, since the same fact may begin and end within the time, as changes of one kind.
            yield subject.change(ends, period.until, said(Moment.ENDS), fact, "ends")

    def _wants(self, subject: "_Subject") -> bool:
        return not self.of.isdisjoint(subject.body_ids)

    def _seat(self, post: r.Post, *others: str) -> "_Subject":
        bodies = (post.organization_id, *self.words.groups(post.id), *others)
        return _Subject(post.id, "Post", tuple(dict.fromkeys(bodies)))

    def _begins(self, text: str | None) -> bool:
        if not text:
            return False
        first, last = bounds(text)
        return first <= self.until and last > self.since

    def _ends(self, text: str | None) -> bool:
        if not text:
            return False
        first, last = bounds(text)
        return first < self.until and last >= self.since

    def _proposed(self, fact: _Fact) -> bool:
        return self.as_at.include_proposed and self.as_at.within(fact.period)


def _can_change(fact: _Decided) -> bool:
    """Tell apart the many facts without any date, before anything is worked out about them."""
    return bool(fact.period.since or fact.period.until) or fact.status is FactStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class _Subject:
    """To what something happens."""

    id: str
    type: SubjectType
    body_ids: tuple[str, ...]

    def change(self, kind: ChangeKind, day: str | None, said: str, fact: _Fact, more: str = "") -> Change:
        id_ = f"{fact.id} {more}" if more else fact.id
        return Change(kind, self.id, self.type, self.body_ids, day, said, fact.citations, fact.certainty, id_)
