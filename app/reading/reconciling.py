"""Which body or person each of many names may mean, as somebody asks who cleans a table: candidates with their scores.

One is called certain only where it is the only one that goes by the name, and where it is of the place that was named
beside; all others are for whoever asks to look at.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.english import capitalized, ordinary
from app.domain.vocabulary import Classification
from app.errors import UnknownId
from app.reading.catalogue import Catalogue, Name
from app.reading.moved import moved_to
from app.reading.resolving import Fit, fit_of, resolve_area
from app.reading.search import WHO, asked_name, ended_last, scored

ORGANIZATION, PERSON = "Organization", "Person"
AREA = "area"
"""The property by which a name is told from the same elsewhere: the place that it is of."""
MOST_CANDIDATES = 25
"""For one name: nobody looks at more."""
_USUAL = 10
_MOST_SCORE = 130.0
"""What `scored` gives to a name that is just what was asked for."""
_ELSEWHERE = 0.7
"""What is left of the score of what is of another place than was named."""
TYPES: Mapping[str, str] = {
    ORGANIZATION: "Organization",
    PERSON: "Person",
    **{str(each): capitalized(ordinary(each)) for each in Classification},
}
"""What a body or a person can be, by the word for it: either of them, and the sorts of body."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One name, and what is known of whoever has it."""

    query: str
    types: tuple[str, ...] = ()
    """Words of `TYPES`, of which one must be so; none for all."""
    needs_all: bool = False
    """Whether all of them must be so."""
    areas: tuple[str, ...] = ()
    """The ids or names of the places that it is of; none where nobody says."""
    limit: int = _USUAL


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name may mean."""

    name: Name
    score: float
    """From 0 to 100."""
    is_certain: bool
    is_there: bool | None
    """Whether it is of one of the places that were named; None where none was."""


def types_of(name: Name) -> tuple[str, ...]:
    """Return what something is, the sort of body before that it is one."""
    if name.label == PERSON:
        return (PERSON,)
    return (name.classification, ORGANIZATION) if name.classification else (ORGANIZATION,)


async def reconciled(catalogue: Catalogue, wanted: Wanted) -> list[Found]:
    """Return whom a name may mean, best first; an id, also one that is another by now, means what has it."""
    contents = await catalogue.contents()
    text = " ".join(wanted.query.split())
    places = await _places(catalogue, wanted.areas) if wanted.areas else None
    known = contents.by_id.get(text) or contents.by_id.get(await moved_to(catalogue, text) or "")
    if known and _is_wanted(known, wanted):
        there = _is_there(known, places)
        return [Found(known, 100.0, there is not False, there)]
    found = [(score, it) for score, it in await scored(catalogue, text, None) if _is_wanted(it.name, wanted)]
    called = [it.name for _, it in found if fit_of(asked_name(text), it) is Fit.CALLED]
    here = [name for name in called if _is_there(name, places) is not False]
    certain = here[0] if len(here) == 1 else None
    told = [
        Found(it.name, _out_of_100(score, there), it.name is certain, there)
        for score, it in found
        for there in (_is_there(it.name, places),)
    ]
    ranks = {name.id: rank for rank, name in enumerate(ended_last([each.name for each in told]))}
    told.sort(key=lambda each: (not each.is_certain, -each.score, ranks[each.name.id]))
    return told[: max(0, min(wanted.limit, MOST_CANDIDATES))]


async def _places(catalogue: Catalogue, areas: Collection[str]) -> frozenset[str]:
    """Return the ids of places by their ids or names; what is no place here is none of them."""
    found = set[str]()
    for area in areas:
        try:
            found.add(await resolve_area(catalogue, area))
        except UnknownId:
            continue
    return frozenset(found)


def _is_wanted(name: Name, wanted: Wanted) -> bool:
    if name.label not in WHO:
        return False
    matches = [each in types_of(name) for each in wanted.types]
    return not matches or (all(matches) if wanted.needs_all else any(matches))


def _is_there(name: Name, places: frozenset[str] | None) -> bool | None:
    return None if places is None else name.is_of(places)


def _out_of_100(score: float, is_there: bool | None) -> float:
    whole = min(100.0, score / _MOST_SCORE * 100)
    return round(whole * (_ELSEWHERE if is_there is False else 1.0), 1)
