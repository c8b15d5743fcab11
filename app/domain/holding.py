"""Who holds a seat, said in one phrase; unnamed is not unknown, and neither is the same as vacant."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from app.domain.dates import bounds
from app.domain.english import role_name, with_article
from app.domain.records import Post, Tenure
from app.domain.vocabulary import Certainty, Role, TenureCapacity


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
    return f"{doubt}{tenure.holder_name}{body}{capacity}"
