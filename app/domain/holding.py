"""Who holds a seat, said in one phrase; unnamed is not unknown, and neither is the same as vacant."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from app.domain.dates import END, bounds, months_after
from app.domain.english import role_name, with_article
from app.domain.records import Period, Post, Tenure
from app.domain.vocabulary import Certainty, PostState, Role, TenureCapacity, YesNoNotRecorded


class Office(Protocol):
    """A post whose holder fills another."""

    @property
    def role(self) -> Role:
        """What the post is for."""
        ...

    @property
    def label(self) -> str | None:
        """How people call it."""
        ...

    @property
    def vacant_since(self) -> str | None:
        """Since when it is recorded as vacant."""
        ...

    @property
    def organization_name(self) -> str:
        """The name of the body it is on."""
        ...


def is_vacant(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> bool:
    """Tell whether a seat is recorded as vacant: it, or the office that fills it, and nobody holds it since."""
    if tenures:
        return False
    since = [text for text in (post.vacant_since, *(office.vacant_since for office in chain)) if text]
    return any(bounds(text)[0] <= on for text in since)


def term_end(post: Post, period: Period) -> date:
    """Return the last day of a term that began with a holding: the end of time where no length or start is recorded."""
    if period.since and post.term_years:
        return months_after(bounds(period.since)[1], round(post.term_years * 12))
    return END


def state_of(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> PostState:
    """Say who is in a seat on a day: the one place where this is decided.

    `tenures` are those that hold on that day, followed through the chain of offices, nearest first. A place not taken
    up is so whoever it is for; a deputy alone does not fill a seat; a term is over after its last day.
    """
    if post.taken_up is YesNoNotRecorded.NO:
        return PostState.NOT_TAKEN_UP
    held = [tenure for tenure in tenures if tenure.capacity is not TenureCapacity.DEPUTY]
    if held:
        # The length of a term is that of the seat asked about: an office that fills it may have another.
        own = [tenure for tenure in held if tenure.post_id == post.id and not tenure.period.until]
        over = len(own) == len(held) and all(term_end(post, tenure.period) < on for tenure in own)
        return PostState.TERM_OVER if over else PostState.FILLED
    if is_vacant(post, tenures, chain, on):
        return PostState.VACANT
    return PostState.BY_OFFICE if chain else PostState.HOLDER_NOT_RECORDED


def is_silent(tenures: Sequence[Tenure], chain: Sequence[Office], *, vacant: bool) -> bool:
    """Tell whether no source says anything of who sits there: neither a name, nor an office, nor that it is vacant."""
    return not (tenures or chain or vacant)


def held_by(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> str:
    """Say who holds a seat on a day: a name and body, an office whose holder is not named, vacant, or not recorded.

    `tenures` are those that hold on that day, followed through the chain of offices, nearest first.
    """
    if tenures:
        return "; ".join(_named(post, tenure, chain) for tenure in tenures)
    if is_vacant(post, tenures, chain, on):
        return "vacant"
    if chain:
        return f"the {office_name(chain[0])}, name not recorded"
    return "not recorded"


def office_name(office: Office) -> str:
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
    doubt = "perhaps " if tenure.certainty is Certainty.UNCERTAIN else ""
    capacity = "" if tenure.capacity is TenureCapacity.SUBSTANTIVE else f" ({tenure.capacity.value})"
    return f"{doubt}{tenure.holder_shown}{body}{capacity}"
