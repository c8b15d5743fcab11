"""What findings say alike: the sources and certainty of facts, and bodies and seats within a sentence."""

from collections.abc import Iterable
from typing import Protocol

from app.domain.english import are, capitalized, listed, role_name, with_article
from app.domain.records import Citation, Post
from app.domain.seating import is_several, several_seats
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty

_SURENESS = list(Certainty)


class Sourced(Protocol):
    """A fact with its sources and how sure it is."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is recorded."""
        ...

    @property
    def certainty(self) -> Certainty:
        """How sure it is."""
        ...


def cited(facts: Iterable[Sourced]) -> tuple[Citation, ...]:
    """Return the sources of facts, each once, in the order of the facts."""
    return tuple(dict.fromkeys(citation for fact in facts for citation in fact.citations))


def least_certain(facts: Iterable[Sourced], at_most: Certainty = Certainty.STATED) -> Certainty:
    """Return how sure the least certain of facts is."""
    return max((at_most, *(fact.certainty for fact in facts)), key=_SURENESS.index)


def called(standing: Standing, id_: str) -> str:
    """Write a body's name within a sentence: `the Mental Health Forum`."""
    return with_article(standing.name(id_))


def all_called(standing: Standing, ids: Iterable[str], last: str = "and") -> str:
    """Write several bodies' names within a sentence."""
    return listed([called(standing, id_) for id_ in ids], last)


def seat_called(standing: Standing, post: Post) -> str:
    """Write a seat within a sentence: `the seat “Chair” on the Carers Forum`, `the 2 seats for carers on ...`."""
    groups = [tie.organization_id for tie in standing.behalf(post.id)]
    noun = several_seats(post) if is_several(post) else "the seat"
    if post.label:
        noun += f" “{post.label}”"
    told = any(standing.name(id_).lower().removeprefix("the ") in (post.label or "").lower() for id_ in groups)
    if groups and not told:
        noun += f" for {all_called(standing, groups)}"
    elif not post.label:
        noun += f" of {role_name(post.role)}"
    return f"{noun} on {called(standing, post.organization_id)}"


def seat_is(post: Post) -> str:
    """Return the verb that `seat_called` takes: `is` for one seat, `are` for several."""
    return are(2 if is_several(post) else 1)


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    text = text.strip()
    return capitalized(text) + ("" if text.endswith(".") else ".")
