"""How long the lists of the data are, place by place: counted once for each version of the data, and then known.

What a question may bring is estimated from it before anything is read.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.columns import Row

EVERYWHERE = ""
"""Stands for all places together."""


class Size(NamedTuple):
    """How long lists of one sort are."""

    of: int
    """How many things have such a list."""
    total: int
    """How many entries all of them have together."""
    longest: int
    """How many the longest has."""

    def of_so_many(self, owners: float, most: float | None = None) -> float:
        """Return how many entries so many of them bring at most, when no more than `most` are taken of each.

        Where more are asked than there are, some are asked more than once.
        """
        each = self.longest if most is None else min(most, self.longest)
        return min(owners * each, self.total * max(1.0, owners / max(self.of, 1)))


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long lists are, by the place and by the field of the API that gives them."""

    lists: Mapping[tuple[str, str], Size] = field(default_factory=dict)

    def of(self, place: str, name: str) -> Size | None:
        """Return the size of a list in a place, or everywhere when nobody knows the place; nothing when not counted."""
        known = place if (place, "Area.organizations") in self.lists else EVERYWHERE
        found = self.lists.get((known, name))
        if found is None and name in _OF_NO_PLACE:
            return self.lists.get((EVERYWHERE, name))
        # A place without a meeting has no row for the lists of its meetings.
        return found or (Size(0, 0, 0) if known and (EVERYWHERE, name) in self.lists else None)


def sizes_from(rows: Iterable[Row], alone: Mapping[str, int] | None = None) -> Sizes:
    """Make sizes of what was counted in each place, and add them up; `alone` are lists that no place has its own of."""
    lists: dict[tuple[str, str], Size] = {}
    for row in rows:
        size = Size(row.of, row.total, row.longest)
        lists[row.place, row.list] = size
        before = lists.get((EVERYWHERE, row.list), Size(0, 0, 0))
        lists[EVERYWHERE, row.list] = Size(
            before.of + size.of, before.total + size.total, max(before.longest, size.longest)
        )
    for (place, name), size in list(lists.items()):
        if name in _AT_THE_ROOT:
            lists[place, _AT_THE_ROOT[name]] = Size(1, size.total, size.total)
    for name, number in (alone or {}).items():
        lists[EVERYWHERE, name] = Size(1, number, number)
    return Sizes(lists)


_AT_THE_ROOT = {
    "Area.organizations": "Query.organizations",
    "Organization.posts": "Query.posts",
    "Organization.lines": "Query.lines",
    "Organization.meetings": "Query.meetings",
    "Meeting.actions": "Query.actions",
}
"""The fields that list the same from all places."""

_OF_NO_PLACE = frozenset({"Query.areas", "Query.sources"})

_SIZES: Shelf[Sizes] = Shelf("how long lists are", 1)


async def sizes_of(explorer: Explorer) -> Sizes:
    """Return how long lists are, as the catalogue last saw the data, once they are counted; errors as of any read."""
    version = explorer.catalogue.version
    if version is None:
        version = (await explorer.catalogue.contents()).version
    return await explorer.kept[_SIZES].once("sizes", version, lambda: _count(explorer))


async def prepare_sizes(explorer: Explorer) -> None:
    """Count them for whoever asks first; a database that does not answer is left to the questions, which say so."""
    with suppress(DatabaseUnavailable, DatabaseTooSlow):
        await sizes_of(explorer)


def sizes_known(explorer: Explorer) -> Sizes:
    """Return how long lists are as far as is known now, and have them counted anew when the data has changed.

    Nobody waits for it: until it is done an estimate goes by what was counted before, or by what is usual.
    """
    kept = explorer.kept[_SIZES]
    version = explorer.catalogue.version
    if version is not None:
        kept.begin("sizes", version, lambda: _count(explorer))
    return kept.latest("sizes") or Sizes()


def are_counted(explorer: Explorer, version: int) -> bool:
    """Tell whether it is known how long the lists of a version of the data are."""
    return explorer.kept[_SIZES].find("sizes", version) is not None


async def _count(explorer: Explorer) -> Sizes:
    contents = await explorer.catalogue.contents()
    alone = {"Query.areas": len(contents.areas), "Query.sources": len(contents.sources)}
    try:
        return sizes_from(await explorer.database.read_everything("count_lists"), alone)
    except DatabaseTooSlow:
        # Counting again would not be quicker: what is usual counts until the data changes.
        return Sizes()
