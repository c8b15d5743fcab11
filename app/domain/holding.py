"""Who is in a seat on a day, as one value, and said in one phrase; a seat is not a person in it.

Unnamed is not unknown, and neither is the same as vacant, not taken up, or carried on after the end of a term.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.dates import latest, spoken, when
from app.domain.english import role_name, with_article
from app.domain.filling import Filling, filling
from app.domain.records import Citation, Post, Tenure
from app.domain.seat_state import Vacatable, due_by, found, is_deputy, state_of
from app.domain.vocabulary import PostState, Role, TenureCapacity, YesNoNotRecorded


class Titled(Protocol):
    """A post, as far as it is named."""

    @property
    def role(self) -> Role:
        """What the post is for."""
        ...

    @property
    def label(self) -> str | None:
        """How people call it."""
        ...

    @property
    def organization_name(self) -> str:
        """The name of the body it is on."""
        ...


class Office(Vacatable, Titled, Protocol):
    """A post whose holder fills another."""

    @property
    def post_id(self) -> str:
        """Its id."""
        ...

    @property
    def organization_id(self) -> str:
        """The id of the body it is on."""
        ...


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who is in a seat on a day."""

    post: Post
    chain: tuple[Office, ...]
    """The offices whose holders fill it, nearest first."""
    state: PostState
    tenures: tuple[Tenure, ...]
    """Who holds it, followed through the offices; deputies too."""
    vacant: bool
    """Whether a vacancy stands; of several seats alike, perhaps beside somebody who holds one."""
    last: Tenure | None
    """Who was the last to hold it, where nobody is known to now."""
    last_until: str | None
    """When that ended, as precise as recorded."""
    left: Tenure | None
    """Whose end is told: the last to hold it, or of several seats alike the one whose leaving left a vacancy."""

    @property
    def filling(self) -> Filling:
        """In how many of its seats somebody is named, and what is known of the others."""
        return filling(self.post.number, self.state, self.tenures, vacant=self.vacant)

    @property
    def is_silent(self) -> bool:
        """Whether no source says anything of who sits or sat there."""
        return self.state is PostState.HOLDER_NOT_RECORDED and not (self.tenures or self.last)

    @property
    def office(self) -> str:
        """The office whose holder fills it, nearest first: `chair of the Mental Health Forum`; empty without one."""
        return office_name(self.chain[0]) if self.chain else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Who holds it, each with a body or an office: `Ann Lee, chair of the Mental Health Forum`."""
        return tuple(_named(self.post, tenure, self.chain) for tenure in self.tenures)

    @property
    def held_by(self) -> str:
        """Who holds it, in a phrase: a name and body, an office, vacant, not taken up, or not recorded.

        Where the term of those who held it last is over, the phrase names them and says when.
        """
        names = "; ".join(self.names)
        if self.state is PostState.NOT_TAKEN_UP:
            return f"{names} (place not taken up)" if names else "not taken up"
        if self.state is PostState.FILLED:
            return self._all_named
        if self.state is PostState.TERM_OVER:
            return f"{names} ({self.term_over}){self.filling.others_said}"
        said = f"the {self.office}, name not recorded"
        if self.state is not PostState.BY_OFFICE:
            said = "vacant" if self.state is PostState.VACANT else "not recorded"
        return f"{said}; {names}" if names else said

    @property
    def _all_named(self) -> str:
        """Who holds it, how many beside them nobody is named in, and who deputizes."""
        others = self.filling.others_said
        if not others:
            return "; ".join(self.names)
        told = list(zip(self.names, map(is_deputy, self.tenures), strict=True))
        held = "; ".join(name for name, deputizes in told if not deputizes)
        return "; ".join([f"{held}{others}", *(name for name, deputizes in told if deputizes)])

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What says who is in it: of the seat, of who holds it, and of the end of who left, so of a vacancy."""
        facts = (self.post, *self.tenures, *((self.left,) if self.left else ()))
        return tuple(dict.fromkeys(citation for fact in facts for citation in fact.citations))

    @property
    def last_held_by(self) -> str:
        """Who held it last, where nobody is known to now: `Ann Lee until 2010`; empty where nobody is recorded."""
        return f"{self.last.holder_shown} until {spoken(self.last_until)}" if self.last and self.last_until else ""

    @property
    def known_vacant(self) -> bool | None:
        """Whether it is vacant: true when recorded so, false when somebody holds it, nothing when no source says."""
        if self.state is PostState.VACANT:
            return True
        return False if self.tenures or self.post.vacant is YesNoNotRecorded.NO else None

    @property
    def said(self) -> str:
        """Who holds it in a phrase, and who held it last where nobody is known to now."""
        return "; ".join(part for part in (self.held_by, self.last_held_by) if part)

    @property
    def why_empty(self) -> str:
        """Why no voice passes it, in a clause: `it stands empty`; empty where somebody may sit there."""
        return {
            PostState.VACANT: "it stands empty",
            PostState.NOT_TAKEN_UP: "it is not taken up",
            PostState.TERM_OVER: f"it was held by {self.held_by}",
        }.get(self.state, "")

    @property
    def term_over(self) -> str:
        """When the term ended of those who held it last: `term ended in 2010`; empty unless the term is over."""
        if self.state is not PostState.TERM_OVER:
            return ""
        ends = [due for t in self.tenures if not is_deputy(t) and (due := due_by(self.post, self.chain, t))]
        return f"term ended {when(max(ends).text)}"


def sitting(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> Sitting:
    """Say who is in a seat on a day, by `found` in app/domain/seat_state.py, which has the same arguments."""
    state, there, gone, vacant = found(post, tenures, chain, on)
    last, until = max(gone, key=lambda each: (latest(each[1]), each[0].holder_name), default=(None, None))
    left = last
    if state is PostState.NOT_TAKEN_UP or not all(map(is_deputy, there)):
        last, until, left = None, None, last if vacant else None
    return Sitting(post, tuple(chain), state, tuple(there), vacant, last, until, left)


def held_by(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> str:
    """Say in a phrase who is in a seat on a day; the same arguments as `sitting`."""
    return sitting(post, tenures, chain, on).held_by


def is_vacant(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> bool:
    """Tell whether a seat stands empty on a day, as a source says; the same arguments as `sitting`."""
    return state_of(post, tenures, chain, on) is PostState.VACANT


def office_name(office: Titled) -> str:
    """Name an office: `chair of the Mental Health Forum`, `Chief Executive of Bromley Mind`."""
    plain = office.role in {Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY}
    title = role_name(office.role) if plain or not office.label else office.label
    body = with_article(office.organization_name)
    return title if body.removeprefix("the ").lower() in title.lower() else f"{title} of {body}"


def _named(post: Post, tenure: Tenure, chain: Sequence[Office]) -> str:
    body = ""
    if chain and tenure.post_id != post.id:
        body = f", {office_name(chain[-1])}"
    elif tenure.affiliations:
        body = f", {tenure.affiliations[0]}"
    capacity = "" if tenure.capacity is TenureCapacity.SUBSTANTIVE else f" ({tenure.capacity.value})"
    return f"{tenure.holder_said}{body}{capacity}"
