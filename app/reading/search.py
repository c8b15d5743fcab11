"""Search over every name that something has or had: tolerant of spelling and abbreviations, best first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.domain.folding import folded, untitled
from app.errors import BadInput
from app.reading.catalogue import Catalogue, Contents, Name
from app.reading.explorer import today
from app.reading.keeping import Shelf
from app.reading.likely import LEAST_WORD, SET_WEIGHT, SMALL_WORDS, WORDS_WEIGHT, Likely
from app.reading.moved import moved_to

LONGEST = 200
"""Characters of a search text that are looked at."""
GOOD_ENOUGH = 68.0
"""How like a name must be to be listed."""
SURE = 84.0
"""How like a name must be to be taken for what was meant."""
WHO = frozenset({"Organization", "Person"})
"""What can be represented."""
_LABEL_ORDER = {"Organization": 0, "Person": 1, "Area": 2, "Source": 3}


@dataclass(frozen=True, slots=True)
class Spelled:
    """What has a name, with its names as they are compared: every search looks at all of them."""

    name: Name
    written: tuple[str, ...]
    """Every name it has, folded, the current one first."""
    short: tuple[frozenset[str], ...]
    """The abbreviations of each."""


_SPELLED: Shelf[list[Spelled]] = Shelf("names as they are compared", 1)
_LIKELY: Shelf[Likely[Spelled]] = Shelf("names to choose from", 1)


async def search(catalogue: Catalogue, text: str, *, area: str | None = None, first: int = 10) -> list[Name]:
    """Return at most `first` things whose names are like `text`, best first; an empty text finds nothing.

    Bodies that have ended come after the others.

    With `area`, only what is of that place or of one around it, such as its county, and the area itself.
    """
    if not 0 <= first <= 100:
        raise BadInput(f"first is {first}: expected 0 to 100.")
    found = ended_last([name for _, name in (await _scored(catalogue, text, area))[:first]])
    new = await moved_to(catalogue, text.strip())
    meant = (await catalogue.contents()).by_id.get(new) if new else None
    return [meant, *(name for name in found if name != meant)][:first] if meant else found


def ended_last(names: Iterable[Name]) -> list[Name]:
    """Put the bodies that have ended by today after everything else, each part in the order it comes."""
    return sorted(names, key=lambda name: name.has_ended(today()))


async def _scored(catalogue: Catalogue, text: str, area: str | None) -> list[tuple[float, Name]]:
    return [(score, it.name) for score, it in await scored(catalogue, text, area)]


async def scored(catalogue: Catalogue, text: str, area: str | None) -> list[tuple[float, Spelled]]:
    """Return everything whose names are like `text`, best first, with how like it each is; `area` as for `search`."""
    contents = await catalogue.contents()
    wanted = asked_name(text)
    if not wanted:
        return []
    names = await spelled_names(catalogue, contents)
    if area is not None:
        around = contents.around(area)
        names = [it for it in names if it.name.is_of(around) or it.name.id == area]
        return await catalogue.aside(lambda: _like(wanted, names))
    likely = await likely_names(catalogue, contents)
    return await catalogue.aside(lambda: _like(wanted, _candidates(likely, wanted, GOOD_ENOUGH)))


def _like(wanted: str, names: Iterable[Spelled]) -> list[tuple[float, Spelled]]:
    person = untitled(wanted)
    found = [(_likeness(wanted, it), it) for it in names]
    if person != wanted:
        found = [(max(score, _likeness(person, it)) if it.name.label == "Person" else score, it) for score, it in found]
    good = [(score, it) for score, it in found if score >= GOOD_ENOUGH]
    good.sort(key=lambda it: (-it[0], _LABEL_ORDER[it[1].name.label], len(it[1].name.name), it[1].name.id))
    return good


async def nearest(catalogue: Catalogue, text: str, most: int = 3, *, labels: Collection[str] = WHO) -> list[Name]:
    """Return the things of some sorts whose names are most like a text that found nothing, however unlike."""
    wanted = folded(text[:LONGEST].replace("-", " ").replace("/", " "))
    likely = await likely_names(catalogue, await catalogue.contents())
    return await catalogue.aside(lambda: _most_like(wanted, likely, most, labels))


def _most_like(wanted: str, likely: Likely[Spelled], most: int, labels: Collection[str]) -> list[Name]:
    for least in (60.0, 40.0):
        names = [it for it in likely.near(wanted, least) if it.name.label in labels]
        scored = sorted((-_fuzzy(wanted, it), it.name.id, it.name) for it in names)
        good = [name for score, _, name in scored if -score >= least]
        if len(good) >= most:
            break  # none of the others is as like as the last of these
    return good[:most]


def _candidates(likely: Likely[Spelled], wanted: str, least: float) -> list[Spelled]:
    """Return what has a name that may be like a folded text, with and without the titles of a person."""
    near, person = likely.near(wanted, least), untitled(wanted)
    if person == wanted:
        return near
    return [*near, *(it for it in set(likely.near(person, least)).difference(near) if it.name.label == "Person")]


async def ids_named(catalogue: Catalogue, text: str, label: str) -> list[str]:
    """Return the ids of the things of a sort that have a text in one of their names, as names are compared.

    Titles before a person's name do not count.
    """
    names = await spelled_names(catalogue, await catalogue.contents())
    wanted = folded(text[:LONGEST])
    if not wanted:
        return []
    texts = {wanted, untitled(wanted)} if label == "Person" else {wanted}

    def found() -> list[str]:
        known = (it for it in names if it.name.label == label)
        return [it.name.id for it in known if any(text in name for text in texts for name in it.written)]

    return await catalogue.aside(found)


def has_text(text: str, *names: str) -> bool:
    """Tell whether one of a thing's names has a text in it, as names are compared; a text of nothing is in none."""
    wanted = folded(text[:LONGEST])
    return bool(wanted) and any(wanted in folded(name) for name in names)


async def spelled_names(catalogue: Catalogue, contents: Contents) -> list[Spelled]:
    """Return all names of the contents as they are compared, folded once for each version of the data."""
    return await catalogue.kept[_SPELLED].once(
        "names", contents.version, lambda: catalogue.aside(lambda: [spelled(name) for name in contents.names])
    )


async def likely_names(catalogue: Catalogue, contents: Contents) -> Likely[Spelled]:
    """Return the same names to choose from in bulk, put in order once for each version of the data."""
    names = await spelled_names(catalogue, contents)
    return await catalogue.kept[_LIKELY].once(
        "names", contents.version, lambda: catalogue.aside(lambda: Likely.of(names, _given))
    )


def _given(it: Spelled) -> tuple[tuple[str, ...], Iterable[str]]:
    return it.written, (short for each in it.short for short in each)


def spelled(name: Name) -> Spelled:
    """Fold the names of one thing."""
    given = (name.name, *name.others)
    return Spelled(name, tuple(map(folded, given)), tuple(map(initials, given)))


def asked_name(text: str) -> str:
    """Fold a name as a reader wrote it: without an article before it."""
    wanted = folded(text[:LONGEST])
    return wanted.removeprefix("the ") or wanted


def initials(name: str) -> frozenset[str]:
    """Return the abbreviations people would make of a name: with and without its small words."""
    parts = folded(name).split()
    if len(parts) < 2:
        return frozenset()
    return frozenset(["".join(p[0] for p in parts), "".join(p[0] for p in parts if p not in SMALL_WORDS)])


def likeness(wanted: str, name: Name) -> float:
    """Say from 0 to 130 how well a name answers a folded text: exact, then abbreviation, beginning, likeness."""
    return _likeness(wanted, spelled(name))


def _likeness(wanted: str, spelled: Spelled) -> float:
    return max(
        _one(wanted, known, short, current=number == 0)
        for number, (known, short) in enumerate(zip(spelled.written, spelled.short, strict=True))
    )


def _one(wanted: str, known: str, short: frozenset[str], *, current: bool) -> float:
    bonus = 1.0 if current else 0.0
    known = known.removeprefix("the ") or known
    if wanted == known:
        return 125.0 + 5 * bonus
    if len(wanted) > 1 and " " not in wanted and wanted in short:
        return 115.0 + bonus
    if known.startswith(wanted + " ") or known.startswith(wanted):
        return 105.0 + bonus - min(len(known) - len(wanted), 40) / 10
    if f" {wanted}" in f" {known}":
        return 100.0 + bonus - min(len(known) - len(wanted), 40) / 10
    if len(wanted) < 4:
        return 0.0
    return _alike(wanted, known) + bonus / 2


def _alike(wanted: str, known: str) -> float:
    whole = fuzz.ratio(wanted, known)
    # A name that is only one word of what was asked is a poor answer: "council" for "youth council".
    shorter = len(known.split()) < len(wanted.split())
    words = fuzz.token_set_ratio(wanted, known) if " " in wanted and not shorter else 0.0
    return max(
        whole, fuzz.token_sort_ratio(wanted, known), words * SET_WEIGHT, _word_by_word(wanted, known) * WORDS_WEIGHT
    )


def _word_by_word(wanted: str, known: str) -> float:
    """Match every word that was asked for with the word most like it, so that one misspelt word does little harm."""
    given = known.split()
    best: Iterable[float] = [
        max((fuzz.ratio(word, other) for other in given), default=0.0)
        for word in wanted.split()
        if word not in SMALL_WORDS
    ]
    scores = list(best)
    return sum(scores) / len(scores) if scores and min(scores) >= LEAST_WORD else 0.0


def _fuzzy(wanted: str, spelled: Spelled) -> float:
    return max(_alike(wanted, known) for known in spelled.written)
