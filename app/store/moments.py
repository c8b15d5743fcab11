"""When each entry of the record last changed, kept by every change in its own transaction, for whoever may know of it.

A node `Moments` a place says since when all of it is as it is, and lists only what changed later: a place that is
loaded costs one small node, and reading anything else costs nothing. A moment is that of the last change which
everybody learns of who sees the entry. What changed in it for fewer, because more words are needed for that, has
moments of its own, by those words. An entry that somebody no longer sees is gone for them: it is listed for
`KEPT_GONE`. What a change touched is found in `app/store/touching.py`.
"""

import base64
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import orjson

from app.store.database import Transaction
from app.store.faces import Words
from app.store.together import Ask

SHARED = "*"
"""The id of the node for areas and for sources that belong to no place."""
KEPT_GONE = 90 * 24 * 3600 * 1000
"""Milliseconds for which it is listed that an entry is gone: for ever would keep the names of whoever was taken out."""
OPEN: Words = frozenset()


class Gone(NamedTuple):
    """An entry that some readers no longer see."""

    moment: int
    had: Words
    """What it took to see it."""
    needs: Words | None
    """What it takes since; None where it is removed."""


@dataclass(slots=True)
class Moment:
    """When an entry last changed."""

    all: int = 0
    """For whoever sees it; 0 where that is only known of its place."""
    fewer: dict[Words, int] = field(default_factory=dict)
    """What changed for those alone who have some words."""


@dataclass(slots=True)
class PlaceMoments:
    """The moments of one place's entries, by their whole ids."""

    base: int = 0
    """Since when all that is not listed is as it is: the last change of it was no later."""
    entries: dict[str, Moment] = field(default_factory=dict)
    gone: dict[str, list[Gone]] = field(default_factory=dict)


@dataclass(slots=True)
class Touched:
    """What a change did: of each entry, the words that its changed facts took to see before, and take since."""

    facts: dict[str, set[Words]] = field(default_factory=lambda: defaultdict(set))
    before: dict[str, Words] = field(default_factory=dict)
    """Of entries that are gone, or that others see now: what it took to see them."""
    after: dict[str, Words] = field(default_factory=dict)
    """What it takes to see entries, where that is anything; of those that are there."""
    there: set[str] = field(default_factory=set)
    """Entries that were written, or that others see now."""
    new_places: set[str] = field(default_factory=set)
    """Places of which nothing was recorded before."""
    again: Callable[[], Collection[str]] = frozenset
    """Says which entries of such places everybody sees: only where some were there before is that asked."""


@dataclass(frozen=True, slots=True)
class Since:
    """Which entries changed since a moment, as queries are asked for them."""

    ids: frozenset[str] | None = None
    """Those of places not all of which did; None where all are wanted."""
    within: tuple[str, ...] = ()
    """With what ids begin in places of which all is as new."""

    def has(self, id_: str) -> bool:
        """Tell whether an entry is among them, as the database does."""
        return self.ids is None or id_ in self.ids or id_.startswith(self.within)

    @property
    def parameters(self) -> dict[str, list[str] | None]:
        """The parameters of a query that has the fragment `touched_since`."""
        return {"touched": None if self.ids is None else sorted(self.ids), "touchedIn": list(self.within)}


EVER = Since()


def place_of(id_: str) -> str:
    """Return the place whose file an entry is in; that of what belongs to none for an area."""
    place, slash, _ = id_.partition("/")
    return place if slash else SHARED


def ask_of_moments(places: Collection[str] | None) -> Ask:
    """Return what `moments_in` asks."""
    return Ask("list_moments", (), {"ids": sorted(places or ()), "every": places is None})


async def moments_in(transaction: Transaction, places: Collection[str] | None = None) -> dict[str, PlaceMoments]:
    """Read what is kept of some places, or of all."""
    ask = ask_of_moments(places)
    rows = await transaction.read(ask.name, **ask.parameters)
    return {row.id: unpacked(row.id, row.base, row.content) for row in rows}


async def note(transaction: Transaction, moment: int, touched: Touched) -> None:
    """Bring the moments of all places right that a change touched."""
    ids = {*touched.facts, *touched.before}
    places = {place_of(id_) for id_ in ids} | touched.new_places
    if not places:
        return
    kept = await moments_in(transaction, places | {SHARED})
    floor = kept[SHARED].base if SHARED in kept else 0
    by_place: dict[str, set[str]] = {place: set() for place in places}
    for id_ in ids:
        by_place[place_of(id_)].add(id_)
    for place, its in by_place.items():
        found = kept.get(place) or PlaceMoments(floor)
        if place in touched.new_places:
            found.base, found.entries = moment, {}
            for id_ in found.gone.keys() & set(touched.again() if found.gone else ()):
                del found.gone[id_]
        for id_ in its:
            if place not in touched.new_places:
                _set(found, id_, moment, touched)
            _set_gone(found, id_, moment, touched)
        await _write(transaction, place, found, moment)


def _set(found: PlaceMoments, id_: str, moment: int, touched: Touched) -> None:
    if id_ in touched.before and id_ not in touched.there:
        found.entries.pop(id_, None)
        return
    now = found.entries.setdefault(id_, Moment())
    own = touched.after.get(id_, OPEN)
    for words in touched.facts.get(id_, ()):
        if words <= own:
            now.all = moment
        else:
            now.fewer[words] = moment
    if id_ in touched.before:
        now.all = moment


def _set_gone(found: PlaceMoments, id_: str, moment: int, touched: Touched) -> None:
    is_there = id_ in touched.there
    own = touched.after.get(id_, OPEN)
    if is_there and id_ in found.gone:
        # Whoever sees it again is told nothing of its having been gone.
        left = [each for each in found.gone[id_] if not own <= each.had]
        found.gone.pop(id_)
        if left:
            found.gone[id_] = left
    if id_ in touched.before and not (is_there and own <= touched.before[id_]):
        found.gone.setdefault(id_, []).append(Gone(moment, touched.before[id_], own if is_there else None))


async def forget(transaction: Transaction, ids: Iterable[str]) -> None:
    """Keep nothing of some entries any more, not even that they are gone."""
    by_place: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        by_place[place_of(id_)].append(id_)
    for place, found in (await moments_in(transaction, list(by_place))).items():
        for id_ in by_place[place]:
            found.entries.pop(id_, None)
            found.gone.pop(id_, None)
        await _write(transaction, place, found, 0)


async def _write(transaction: Transaction, place: str, found: PlaceMoments, now: int) -> None:
    for id_ in [id_ for id_, each in found.gone.items() if max(it.moment for it in each) < now - KEPT_GONE]:
        del found.gone[id_]
    await transaction.soon("record_moments", id=place, base=found.base, content=packed(place, found))


def packed(place: str, found: PlaceMoments) -> str:
    """Write down what is kept of a place, short."""
    start = 0 if place == SHARED else len(place) + 1
    entries = {
        id_[start:]: [each.all, [[sorted(words), at] for words, at in each.fewer.items()]] if each.fewer else each.all
        for id_, each in found.entries.items()
    }
    gone = {
        id_[start:]: [[it.moment, sorted(it.had), None if it.needs is None else sorted(it.needs)] for it in each]
        for id_, each in found.gone.items()
    }
    if not entries and not gone:
        return ""
    return base64.b64encode(zlib.compress(orjson.dumps([entries, gone]), 3)).decode()


def unpacked(place: str, base: int, content: str) -> PlaceMoments:
    """Read what `packed` wrote."""
    if not content:
        return PlaceMoments(base)
    within = "" if place == SHARED else f"{place}/"
    entries, gone = orjson.loads(zlib.decompress(base64.b64decode(content)))
    return PlaceMoments(
        base,
        {f"{within}{own}": _moment(each) for own, each in entries.items()},
        {
            f"{within}{own}": [
                Gone(at, frozenset(had), None if needs is None else frozenset(needs)) for at, had, needs in each
            ]
            for own, each in gone.items()
        },
    )


def _moment(said: object) -> Moment:
    if isinstance(said, int):
        return Moment(said)
    assert isinstance(said, list)
    moment, fewer = said
    return Moment(moment, {frozenset(words): at for words, at in fewer})
