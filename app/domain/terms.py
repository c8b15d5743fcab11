"""Terms: the last day that somebody's holding of a seat may last, and whether anybody follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.dates import END, earliest, latest
from app.domain.dates import when as said_of
from app.domain.records import Post
from app.domain.register import Holding
from app.domain.seat_state import term_due
from app.domain.standing import Standing
from app.domain.vocabulary import TenureCapacity, YesNoNotRecorded

ENDING_DAYS = 90
"""How many days ahead the end of a term is told of."""


@dataclass(frozen=True, slots=True)
class Term:
    """A holding of a seat, and the last day that it may last."""

    post: Post
    holding: Holding
    end: date
    text: str
    """The end as precise as it is known: `2010`, `2010-01`, `2010-01-22`."""

    @property
    def when(self) -> str:
        """The end as people write it: `in 2010`, `on 22 January 2010`."""
        return said_of(self.text)


def unfollowed_terms(standing: Standing) -> Iterator[Term]:
    """Return every term, past, present or to come to its end, after which nobody is recorded in a seat there is."""
    held: dict[str, list[Holding]] = {}
    for holding in standing.register.holdings:
        if holding.post_id in standing.posts and _counts(standing, holding):
            held.setdefault(holding.post_id, []).append(holding)
    for id_, holdings in held.items():
        yield from _unfollowed(standing, standing.posts[id_], holdings)


def _counts(standing: Standing, holding: Holding) -> bool:
    return standing.as_at.counts(holding.status) and holding.capacity is not TenureCapacity.DEPUTY


def _unfollowed(standing: Standing, post: Post, holdings: list[Holding]) -> list[Term]:
    """Return the terms of a seat that nobody follows: no other holding, nor an office that fills it, lasts longer."""
    if standing.fillings(post.id) or post.taken_up is YesNoNotRecorded.NO:
        return []
    ends = [(holding, *_end(post, holding)) for holding in holdings]
    found: list[Term] = []
    for holding, end, text in ends:
        begun = earliest(holding.period.since) <= standing.on
        after = sum(other > end for _, other, _ in ends)
        if end < END and begun and after < post.number:
            found.append(Term(post, holding, end, text))
    return found


def _end(post: Post, holding: Holding) -> tuple[date, str]:
    """Return the last day that a holding may last, and the end as precise as it is known."""
    until = holding.period.until
    if until:
        return latest(until), until
    due = term_due(post, holding)
    return (due.end, due.text) if due else (END, "")
