"""Whom a name means: what is called exactly that before what is like it, and a place's own before what is elsewhere.

Where several answer a name equally well, nobody is chosen for the reader: they are all named, and asked back.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.domain.english import ordinary
from app.domain.folding import untitled
from app.errors import Ambiguous, Candidate, UnknownId
from app.reading.catalogue import Catalogue, Contents, Name
from app.reading.explorer import today
from app.reading.mentions import is_question, mentioned
from app.reading.moved import moved_to
from app.reading.search import SURE, WHO, Spelled, asked_name, ended_last, nearest, scored

BODIES = frozenset({"Organization"})
"""What has seats, lines and members."""
PEOPLE = frozenset({"Person"})
"""Who may hold a seat."""
MOST_OTHERS = 5
"""What else a name may mean is not listed longer beside an answer."""
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_ALIKE = 2.0
"""Names that are so nearly as like a misspelt one as the best are as good as that."""


class Fit(IntEnum):
    """How a name answers what was asked for, the best first."""

    CALLED = 0
    """It is called that."""
    SHORT = 1
    """These are its initials."""
    PART = 2
    """Words of it are what was asked for."""
    ALIKE = 3
    """It is spelt something like that."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means: one thing, several that it fits equally well, or nothing."""

    text: str
    name: Name | None
    """What is meant, when that is certain enough."""
    tied: tuple[Name, ...]
    """What it may mean equally well; empty when one thing, or nothing, is meant."""
    others: tuple[Name, ...]
    """What else it may have meant, or the nearest names to a text that means nothing."""
    fit: Fit | None
    """How well what is meant, or tied, answers the text; None for nothing."""

    def candidates(self, contents: Contents) -> list[Candidate]:
        """Return those that are meant equally well, or the one that is, as a choice names them; what has ended last."""
        names = ended_last(self.tied or ((self.name,) if self.name else ()))
        day = today()
        return [
            Candidate(it.id, it.name, kind_of(it, contents), it.place, _place(it, contents), it.ending(day))
            for it in names
        ]


async def meaning(
    catalogue: Catalogue,
    text: str,
    *,
    labels: Collection[str] = WHO,
    fits: Callable[[Name], bool] | None = None,
    area: str = "",
    here: str = "",
) -> Meaning:
    """Find what a reader means by an id or a name as well as it is remembered.

    Only things of the sorts in `labels`, and that `fits`, are looked at; with `area`, only those of that place or of
    one around it. `here` is a place that is known otherwise, such as that of the other end of a route: its own go
    before others, and a better name elsewhere is asked about when something here goes by that name, too.
    """
    contents = await catalogue.contents()
    text = " ".join(text.split())
    here = area or here
    if "/" in text and (known := contents.by_id.get(text)) and _wanted(known, labels, fits):
        return Meaning(text, known, (), (), Fit.CALLED)
    if (new := await moved_to(catalogue, text)) and (known := contents.by_id.get(new)) and _wanted(known, labels, fits):
        return Meaning(text, known, (), (), Fit.CALLED)
    found = [(score, it) for score, it in await scored(catalogue, text, area or None) if _wanted(it.name, labels, fits)]
    sure = [(fit_of(asked_name(text), it), score, it) for score, it in found if score >= SURE]
    if _ID.fullmatch(text):
        # An id that nobody has is no name: what is spelt like it is offered, and never taken for it.
        sure = [it for it in sure if it[0] is Fit.CALLED]
        found = [] if not sure else found
    if is_question(text):
        # What is only spelt like a question is no answer to it; what it names may be.
        sure = [it for it in sure if it[0] is not Fit.ALIKE]
        named = [name for it in await mentioned(catalogue, text) for name in it.names if _wanted(name, labels, fits)]
        if named and not sure:
            return Meaning(text, None, (), tuple(named[:MOST_OTHERS]), None)
    if not sure:
        near = [it.name for _, it in found[:MOST_OTHERS]]
        if not near:
            like = await nearest(catalogue, text.rpartition("/")[2] or text, labels=labels)
            near = [it for it in like if _wanted(it, labels, fits)]
        return Meaning(text, None, (), tuple(near), None)
    best = _best(text, sure, contents.around(here) if here else set(), here)
    rest = [it.name for _, _, it in sure if it.name not in best]
    fit = max(fit for fit, _, it in sure if it.name in best)
    if fit is Fit.ALIKE:
        # Beside what has the very words in its name, what is merely spelt something like them is not meant.
        rest += [it.name for score, it in found if score < SURE]
    others = tuple(rest[:MOST_OTHERS])
    return Meaning(text, best[0], (), others, fit) if len(best) == 1 else Meaning(text, None, tuple(best), others, fit)


async def resolve(
    catalogue: Catalogue,
    text: str,
    *,
    labels: Collection[str] = WHO,
    fits: Callable[[Name], bool] | None = None,
    area: str = "",
    here: str = "",
    nobody: str = "",
) -> Name:
    """Return the one thing that `meaning` finds; Ambiguous names all that are meant equally well.

    UnknownId says `nobody`, or that nobody is called that, and offers the nearest names.
    """
    found = await meaning(catalogue, text, labels=labels, fits=fits, area=area, here=here)
    return chosen(found, await catalogue.contents(), nobody)


def chosen(found: Meaning, contents: Contents, nobody: str = "") -> Name:
    """Return what is meant; Ambiguous or UnknownId, as `resolve` does, when that is not one thing."""
    if found.tied:
        raise ambiguous(found, contents)
    if found.name is None:
        said = nobody or f"Nobody here is called '{found.text[:120]}'."
        raise UnknownId(said, [(name.id, name.name) for name in found.others], found.text)
    return found.name


def ambiguous(found: Meaning, contents: Contents) -> Ambiguous:
    """Return the error that asks which of several is meant."""
    return Ambiguous(found.text, found.candidates(contents), called=found.fit is Fit.CALLED)


async def resolve_area(catalogue: Catalogue, text: str) -> str:
    """Return the id of the place that a text means, by its id or whole name; UnknownId offers the nearest places."""
    contents = await catalogue.contents()
    wanted = asked_name(text)
    for area in contents.areas.values():
        if text == area.id:
            return area.id
    same = [area.id for area in contents.areas.values() if wanted and asked_name(area.name) == wanted]
    if len(same) == 1:
        return same[0]
    raise await unknown_area(catalogue, text)


async def unknown_area(catalogue: Catalogue, text: str) -> UnknownId:
    """Return the error for a place that nobody knows: it offers the places most like it, else the largest ones."""
    contents = await catalogue.contents()
    near = [(name.id, name.name) for name in await nearest(catalogue, text, labels={"Area"})]
    if not near:
        largest = sorted(contents.sizes, key=lambda id_: (-contents.sizes[id_], id_))[:MOST_OTHERS]
        near = [(id_, contents.areas[id_].name) for id_ in largest if contents.sizes[id_]]
    return UnknownId(f"No area has the id '{text[:120]}'.", near, text)


def fit_of(wanted: str, known: Spelled) -> Fit:
    """Say how the best of something's names answers a folded text."""
    texts = {wanted, untitled(wanted)} if known.name.label == "Person" else {wanted}
    names = [written.removeprefix("the ") for written in known.written]
    if any(text in names for text in texts):
        return Fit.CALLED
    if any(wanted in short for short in known.short):
        return Fit.SHORT
    return Fit.PART if any(f" {text}" in f" {name}" for text in texts for name in names) else Fit.ALIKE


def kind_of(name: Name, contents: Contents) -> str:
    """Say what has a name: `forum`, `person`, `place`."""
    if name.label == "Area":
        area = contents.areas.get(name.id)
        around = contents.areas.get(area.part_of_id or "") if area else None
        sort = f"place, {area.classification}" if area and area.classification else "place"
        return f"{sort}, part of {around.name}" if around else sort
    if name.label == "Source":
        return "source"
    sort = "person" if name.label == "Person" else ordinary(name.classification or "other")
    return "organization" if sort == "other" else sort


def what_it_is(name: Name, contents: Contents) -> str:
    """Say what has a name, and where: `forum, Bromley`; of a body that has ended first that: `ended in 2012: forum`."""
    place = _place(name, contents) if name.label in WHO else ""
    ended = name.ending(today())
    said = f"{ended}: {kind_of(name, contents)}" if ended else kind_of(name, contents)
    return f"{said}, {place}" if place else said


def _place(name: Name, contents: Contents) -> str:
    place = contents.areas.get(name.place)
    return place.name if place else ""


def _wanted(name: Name, labels: Collection[str], fits: Callable[[Name], bool] | None) -> bool:
    return name.label in labels and (fits is None or fits(name))


def _best(text: str, sure: Sequence[tuple[Fit, float, Spelled]], around: Collection[str], here: str) -> list[Name]:
    """Return what answers best: one thing, or all that are equally good."""
    first = min(fit for fit, _, _ in sure)
    top = _equal(first, sure)
    if not here:
        return _as_written(text, top)
    for places in ({here}, around):
        ours = [it for it in top if it.name.is_of(places)]
        if ours:
            return _as_written(text, ours)
    # Somebody elsewhere answers better; but where words of a name here are what was asked for, that may be meant.
    own = [it for fit, _, it in sure if fit <= Fit.PART and it.name.is_of(around)]
    return [it.name for it in (*own, *top)] if own else _as_written(text, top)


def _equal(first: Fit, sure: Iterable[tuple[Fit, float, Spelled]]) -> list[Spelled]:
    equal = [(score, it) for fit, score, it in sure if fit is first]
    if first is not Fit.ALIKE:
        return [it for _, it in equal]
    best = max(score for score, _ in equal)
    return [it for score, it in equal if score >= best - _ALIKE]


def _as_written(text: str, equal: Sequence[Spelled]) -> list[Name]:
    """Of several called the same but for signs, take the one that is written as the reader wrote it: 50+ is not 50."""
    same = [it.name for it in equal if text.casefold() in {name.casefold() for name in (it.name.name, *it.name.others)}]
    return same if len(same) == 1 else [it.name for it in equal]
