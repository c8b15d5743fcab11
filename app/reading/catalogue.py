"""What is small, often asked for and seldom changes: areas, sources and names, kept as long as the data stays."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.as_at import AsAt
from app.domain.counting import BodyCounts, SortOfBody, count_bodies
from app.domain.ending import ended_briefly
from app.domain.english import listed, name_order
from app.domain.records import Area, Source
from app.reading.aside import Aside
from app.reading.keeping import Keeping, Shelf
from app.reading.versions import Versions
from app.store import rows
from app.store.columns import Row
from app.store.database import Database
from app.store.making import made
from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Name:
    """One thing that search can find, with every name it has."""

    label: str
    id: str
    name: str
    others: tuple[str, ...]
    place: str
    """The place whose file it is in."""
    classification: str | None
    until: str | None = None
    """When it ended, as precise as recorded; of bodies only."""
    last_day: date | None = None
    """The last day on which it can have been there; nothing while no end of it is known."""
    followers: tuple[str, ...] = ()
    """The names of the bodies that followed it, by name."""
    elsewhere: frozenset[str] = frozenset()
    """The other places that a joint body is of."""

    def has_ended(self, on: date) -> bool:
        """Tell whether it is no more on a day."""
        return self.last_day is not None and self.last_day < on

    def ending(self, on: date) -> str:
        """Say in a few words that it has ended, when, and who followed; nothing while it has not."""
        return ended_briefly(self.until, self.followers) if self.has_ended(on) else ""

    def is_of(self, places: Collection[str]) -> bool:
        """Tell whether it is of one of some places."""
        return self.place in places or any(place in places for place in self.elsewhere)


@dataclass(frozen=True, slots=True)
class Contents:
    """The catalogue at one version of the data."""

    version: int
    areas: dict[str, Area]
    sizes: dict[str, int]
    """How many organizations each area has, people at large among them, whatever their dates."""
    sorts: dict[str, tuple[SortOfBody, ...]]
    """The same by what decides whether they count on a day."""
    sources: dict[str, Source]
    names: list[Name] = field(default_factory=list)
    by_id: dict[str, Name] = field(default_factory=dict)
    """The bodies and people among them, by id."""

    def counts(self, area: str, as_at: AsAt) -> BodyCounts:
        """Count the bodies of an area as at a day."""
        return count_bodies((each for each in self.sorts[area] for _ in range(each.bodies)), as_at)

    def titled(self, words: str, area_ids: Iterable[str]) -> str:
        """Add the places of a body to the title of a page about it, but those that it names: `The Board, Bromley`."""
        names = [self.areas[id_].name for id_ in area_ids if id_ in self.areas]
        left = [name for name in names if name.casefold() not in words.casefold()]
        return f"{words}, {listed(left)}" if left else words

    def around(self, area: str) -> set[str]:
        """Return the ids of an area and of every area it is part of."""
        found: set[str] = set()
        at: str | None = area
        while at is not None and at not in found:
            found.add(at)
            known = self.areas.get(at)
            at = known.part_of_id if known else None
        return found


def _name(row: Row) -> Name:
    names = (*row.alternate_names, *row.former_names)
    return Name(
        row.label,
        row.id,
        row.name,
        names,
        row.place,
        row.classification,
        row.until,
        rows.day(row.holds_until),
        tuple(sorted(row.followers, key=name_order)),
        _NOWHERE if row.area_ids in ([], [row.place]) else frozenset(row.area_ids) - {row.place},
    )


_NOWHERE: frozenset[str] = frozenset()


_CONTENTS: Shelf[Contents] = Shelf("contents", 1)


class Catalogue:
    """Keeps the contents of one database; a look costs one small round trip, to see that nothing has changed."""

    def __init__(
        self,
        database: Database,
        kept: Keeping | None = None,
        aside: Aside | None = None,
        versions: Versions | None = None,
    ) -> None:
        """Take the database to read from, where to keep the contents, and threads to look through them in.

        `versions` are those of the same database, where somebody looks at them already.
        """
        self.database = database
        self.versions = Versions(database) if versions is None else versions
        """Which state of the data there is."""
        self.kept = Keeping() if kept is None else kept
        """Where the contents are, and what is made of them."""
        self.aside = Aside() if aside is None else aside
        """Where many names are looked through."""

    @property
    def places(self) -> int:
        """How many places have organizations, as last read; none before that."""
        contents = self.kept[_CONTENTS].latest("contents")
        return sum(1 for size in contents.sizes.values() if size) if contents else 0

    @property
    def version(self) -> int | None:
        """The version of the data as last read; none before that."""
        contents = self.kept[_CONTENTS].latest("contents")
        return contents.version if contents else None

    async def contents(self) -> Contents:
        """Return the areas, sources and names as they are now."""
        version = (await self.versions.now()).number
        return await self.kept[_CONTENTS].once("contents", version, lambda: self._read(version))

    async def _read(self, version: int) -> Contents:
        reader = Reader(self.database)
        areas = await reader.areas()
        listed = await self.database.read("list_names")
        names = await made(listed, lambda: [_name(row) for row in listed])
        return Contents(
            version,
            {id_: area for id_, (area, _) in areas.items()},
            {id_: sum(each.bodies for each in sorts) for id_, (_, sorts) in areas.items()},
            {id_: sorts for id_, (_, sorts) in areas.items()},
            await reader.sources(),
            names,
            {name.id: name for name in names if name.label in {"Organization", "Person"}},
        )
