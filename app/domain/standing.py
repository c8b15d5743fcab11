"""What of a register holds on a day: who sits where, for whom, and what joins what.

A fact holds when its earliest possible start is unknown or not after the day, its latest possible end unknown or not
before it, it is not only proposed, unless proposals are asked for, and what it hangs on holds (`app.domain.hanging`).
Organizations of any status are always listed; `is_there` tells which of them are there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt, Decided
from app.domain.bodies import has_ended
from app.domain.dates import latest
from app.domain.hanging import Supports
from app.domain.holding import Sitting, sitting
from app.domain.register import Employment, Filling, Holding, Missing, Register, Tie
from app.domain.seat_state import vacated_since
from app.domain.seating import seat_order

LONGEST_CHAIN = 8
"""As many offices are followed from a seat as the database's own walk follows."""


Fact = TypeVar("Fact", bound=Decided)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class StandingOffice:
    """A post whose holder fills another, as `app.domain.holding` reads it."""

    post: r.Post
    organization_name: str

    @property
    def post_id(self) -> str:
        """The id of the post."""
        return self.post.id

    @property
    def organization_id(self) -> str:
        """The id of the body it is on."""
        return self.post.organization_id

    @property
    def role(self) -> words.Role:
        """What the post is for."""
        return self.post.role

    @property
    def label(self) -> str | None:
        """How people call it."""
        return self.post.label

    @property
    def vacant_since(self) -> str | None:
        """Since when it is recorded as vacant."""
        return self.post.vacant_since

    @property
    def vacant(self) -> words.YesNoNotRecorded | None:
        """Whether a source calls it vacant."""
        return self.post.vacant

    @property
    def term_years(self) -> float | None:
        """How long a term of it is."""
        return self.post.term_years


class Standing:
    """A register as it stands on a day. Every list is in the order of ids, posts in `seat_order`."""

    def __init__(self, register: Register, as_at: AsAt) -> None:
        """Find the seats of the day; everything else is sorted when it is first asked for, since few ask for all."""
        self.register = register
        self.as_at = as_at
        self.organizations: Mapping[str, r.Organization] = register.organizations
        self._supports = supports = Supports(register.organizations, as_at)
        held = [post for post in self._standing(register.posts.values()) if supports.carry(post.organization_id)]
        self.posts: dict[str, r.Post] = {post.id: post for post in sorted(held, key=seat_order)}
        self._posts_on = _by(self.posts.values(), lambda post: post.organization_id)
        self._sittings: dict[str, Sitting] = {}

    @cached_property
    def _behalf(self) -> dict[str, list[Tie]]:
        return self._ties(self.register.behalf)

    @cached_property
    def _appointed(self) -> dict[str, list[Tie]]:
        return self._ties(self.register.appointed)

    @cached_property
    def _for(self) -> dict[str, list[Tie]]:
        return _by((tie for ties in self._behalf.values() for tie in ties), lambda tie: tie.organization_id)

    @cached_property
    def _standing_fillings(self) -> list[Filling]:
        fillings = self._standing(self.register.fillings)
        return [filling for filling in fillings if {filling.post_id, filling.by_post_id} <= self.posts.keys()]

    @cached_property
    def _fillings(self) -> dict[str, list[Filling]]:
        return _by(self._standing_fillings, lambda filling: filling.post_id)

    @cached_property
    def _filled(self) -> dict[str, list[Filling]]:
        return _by(self._standing_fillings, lambda filling: filling.by_post_id)

    @cached_property
    def _begun(self) -> dict[str, list[Holding]]:
        begun = [h for h in self.register.holdings if h.post_id in self.posts and self.as_at.has_begun(h)]
        # Who left before the day was there, whatever became of a body that held the seat since.
        left = (h for h in begun if latest(h.period.until) < self.on or self._supports.carry_holder(h))
        return _by(left, lambda holding: holding.post_id)

    @cached_property
    def _holdings(self) -> dict[str, list[Holding]]:
        held = (h for begun in self._begun.values() for h in begun if self.as_at.within(h.period))
        return _by((h for h in held if self._supports.carry_holder(h)), lambda holding: holding.post_id)

    @cached_property
    def _held(self) -> dict[str, list[Holding]]:
        held = {holding.id for holdings in self._holdings.values() for holding in holdings}
        return _by((h for h in self.register.holdings if h.id in held), lambda holding: holding.holder_id)

    @cached_property
    def _employed(self) -> list[Employment]:
        return [
            e
            for e in self.register.employments
            if self.as_at.within(e.affiliation.period) and self._supports.last(e.affiliation.organization_id)
        ]

    @cached_property
    def _employments(self) -> dict[str, list[Employment]]:
        return _by(self._employed, lambda e: e.person_id)

    @cached_property
    def _staff(self) -> dict[str, list[Employment]]:
        return _by(self._employed, lambda e: e.affiliation.organization_id)

    @cached_property
    def lines(self) -> tuple[r.Line, ...]:
        """The lines that hold, both of whose ends are there."""
        return tuple(filter(self._supports.carry_line, self._standing(self.register.lines)))

    @cached_property
    def absences(self) -> tuple[Missing, ...]:
        """What is said to be missing: of bodies that have begun and not ended."""
        return tuple(
            missing
            for missing in self.register.absences
            if self.as_at.within(missing.period)
            and self._supports.last(missing.absence.subject_id)
            and self._supports.last(missing.absence.from_id)
        )

    @cached_property
    def _lines_from(self) -> dict[str, list[r.Line]]:
        return _by(self.lines, lambda line: line.from_id)

    @cached_property
    def _lines_to(self) -> dict[str, list[r.Line]]:
        return _by(self.lines, lambda line: line.to_id)

    @property
    def on(self) -> date:
        """The day."""
        return self.as_at.on

    def posts_on(self, body: str) -> tuple[r.Post, ...]:
        """Return the seats on a body."""
        return tuple(self._posts_on.get(body, ()))

    def posts_for(self, group: str) -> tuple[r.Post, ...]:
        """Return the seats, on any body, whose holders speak for a group."""
        return tuple(self.posts[tie.post_id] for tie in self._for.get(group, ()))

    def behalf(self, post: str) -> tuple[Tie, ...]:
        """Return the ties that say whom a seat's holder speaks for."""
        return tuple(self._behalf.get(post, ()))

    def appointed(self, post: str) -> tuple[Tie, ...]:
        """Return the ties that say who elects or appoints a seat's holder."""
        return tuple(self._appointed.get(post, ()))

    def fillings(self, post: str) -> tuple[Filling, ...]:
        """Return the posts that fill this one directly."""
        return tuple(self._fillings.get(post, ()))

    def filled_by(self, post: str) -> tuple[Filling, ...]:
        """Return the posts that this one's holder fills directly."""
        return tuple(self._filled.get(post, ()))

    def holdings(self, post: str) -> tuple[Holding, ...]:
        """Return who holds a post itself, not followed from other posts."""
        return tuple(self._holdings.get(post, ()))

    def held(self, holder: str) -> tuple[Holding, ...]:
        """Return what a person or body itself holds, not followed to other posts."""
        held = self._held.get(holder, ())
        return tuple(h for h in held if any(t.holder_id == holder for t in self.tenures(h.post_id)))

    def chain(self, post: str) -> tuple[StandingOffice, ...]:
        """Return the offices whose holders fill a seat, nearest first; a cycle is walked once."""
        found: list[StandingOffice] = []
        seen, edge = {post}, [post]
        for _ in range(LONGEST_CHAIN):
            edge = [f.by_post_id for id_ in edge for f in self._fillings.get(id_, ()) if f.by_post_id not in seen]
            seen.update(edge)
            for id_ in edge:
                if id_ in self.posts:
                    office = self.posts[id_]
                    found.append(StandingOffice(office, self.name(office.organization_id)))
            if not edge:
                break
        return tuple(found)

    def tenures(self, post: str) -> tuple[r.Tenure, ...]:
        """Return who holds a seat, followed through the offices that fill it; `post_id` says which is held itself."""
        return self.sitting(post).tenures if post in self.posts else ()

    def sitting(self, post: str) -> Sitting:
        """Say who is in a seat, and who was last."""
        if post not in self._sittings:
            chain = self.chain(post)
            ids = [post, *(office.post.id for office in chain)]
            begun = [self._tenure(holding) for id_ in ids for holding in self._begun.get(id_, ())]
            self._sittings[post] = sitting(self.posts[post], begun, chain, self.on)
        return self._sittings[post]

    def vacant(self, post: str) -> bool:
        """Tell whether a seat is recorded as vacant."""
        return self.state(post) is words.PostState.VACANT

    def state(self, post: str) -> words.PostState:
        """Say who is in a seat."""
        return self.sitting(post).state

    def held_by(self, post: str) -> str:
        """Say in a phrase who holds a seat: a name, an office, `vacant` or `not recorded`."""
        return self.sitting(post).held_by

    def employments(self, person: str) -> tuple[Employment, ...]:
        """Return the bodies that a person works for or is given with."""
        return tuple(self._employments.get(person, ()))

    def staff(self, body: str) -> tuple[Employment, ...]:
        """Return the people who work for a body or are given with it."""
        return tuple(self._staff.get(body, ()))

    def lines_from(self, body: str) -> tuple[r.Line, ...]:
        """Return the lines that start at a body."""
        return tuple(self._lines_from.get(body, ()))

    def lines_to(self, body: str) -> tuple[r.Line, ...]:
        """Return the lines that end at a body."""
        return tuple(self._lines_to.get(body, ()))

    def outliving(self, body: str) -> tuple[tuple[r.Line, ...], tuple[r.Post, ...]]:
        """Return the lines and seats of an ended body of which nobody recorded the end: they hold no more with it.

        Of the lines, those whose other end is still there; who followed the body is none of them.
        """
        known = self.organizations.get(body)
        if known is None or not has_ended(known, self.on):
            return (), ()
        lines = [
            line
            for line in self._standing(self.register.lines)
            if body in (line.from_id, line.to_id)
            and line.type is not words.LineType.SUCCEEDED_BY
            and self._supports.carry(line.to_id if line.from_id == body else line.from_id)
        ]
        posts = [post for post in self._standing(self.register.posts.values()) if post.organization_id == body]
        return tuple(lines), tuple(sorted(posts, key=seat_order))

    def name(self, id_: str) -> str:
        """Return the name of a body or person, as people write it; the id when nobody is known by it."""
        body, person = self.organizations.get(id_), self.register.people.get(id_)
        return body.name if body else person.shown if person else id_

    def _standing(self, facts: Iterable[Fact]) -> list[Fact]:
        return [fact for fact in facts if self.as_at.holds(fact)]

    def _ties(self, ties: Iterable[Tie]) -> dict[str, list[Tie]]:
        held = (tie for tie in self._standing(ties) if tie.post_id in self.posts)
        return _by((tie for tie in held if self._supports.carry(tie.organization_id)), lambda tie: tie.post_id)

    def _tenure(self, holding: Holding) -> r.Tenure:
        given = (self.name(e.affiliation.organization_id) for e in self.employments(holding.holder_id))
        person = self.register.people.get(holding.holder_id)
        return r.Tenure(
            holding.post_id,
            holding.holder_id,
            person.name if person else self.name(holding.holder_id),
            holding.holder_is_person,
            holding.capacity,
            holding.certainty,
            holding.note,
            holding.period,
            holding.citations,
            tuple(given),
            person.honorific_prefix if person else None,
            person.honorific_suffix if person else None,
            holding.term_ends,
            vacated_since(self.posts[holding.post_id]),
        )


def _by(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
