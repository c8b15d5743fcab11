"""When entries of the record last changed, as far as a reader may know: read once for each version of the data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.clearance import Clearance
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.moments import EVER, SHARED, Moment, PlaceMoments, Since, place_of, unpacked


@dataclass(frozen=True, slots=True)
class Vanished:
    """An entry that a reader saw and no longer sees."""

    id: str
    moment: int
    """When: milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Moments:
    """The moments of all entries, for readers of one clearance."""

    places: dict[str, PlaceMoments]
    clearance: Clearance

    def of(self, id_: str) -> datetime | None:
        """Return when an entry last changed, by its whole id; None where nobody kept that."""
        moment = self._of(id_)
        return datetime.fromtimestamp(moment / 1000, UTC) if moment else None

    def since(self, moment: datetime | None) -> Since:
        """Say which entries changed at a moment or later; all where none is said."""
        if moment is None:
            return EVER
        start = milliseconds(moment)
        if start <= self._floor:
            return EVER
        newer = {place for place, its in self.places.items() if its.base >= start}
        ids = frozenset(
            id_
            for place, its in self.places.items()
            if place not in newer
            for id_, each in its.entries.items()
            if self._seen(each, its.base) >= start
        )
        return Since(ids, tuple(f"{place}/" for place in sorted(newer - {SHARED})))

    def is_since(self, id_: str, moment: datetime | None) -> bool:
        """Tell whether an entry changed at a moment or later; any did where none is said."""
        return moment is None or self._of(id_) >= milliseconds(moment)

    def vanished(self, moment: datetime, place: str = "") -> list[Vanished]:
        """List the entries of a place, or of all, that readers saw and no longer see since a moment, as they went."""
        start = milliseconds(moment)
        found = (it for own, its in self.places.items() if not place or own == place for it in self._gone(its))
        return sorted((it for it in found if it.moment >= start), key=lambda it: (it.moment, it.id))

    def _gone(self, its: PlaceMoments) -> Iterator[Vanished]:
        covers = self.clearance.covers
        for id_, each in its.gone.items():
            moments = [it.moment for it in each if covers(it.had) and (it.needs is None or not covers(it.needs))]
            if moments:
                yield Vanished(id_, max(moments))

    @property
    def _floor(self) -> int:
        return self.places[SHARED].base if SHARED in self.places else 0

    def _of(self, id_: str) -> int:
        its = self.places.get(place_of(id_))
        if its is None:
            return self._floor
        return self._seen(its.entries.get(id_), its.base)

    def _seen(self, moment: Moment | None, base: int) -> int:
        if moment is None:
            return base
        fewer = (at for words, at in moment.fewer.items() if self.clearance.covers(words))
        return max(base, moment.all, *fewer) if moment.fewer else max(base, moment.all)


def milliseconds(moment: datetime) -> int:
    """Return a moment in milliseconds since 1970, as changes are kept by."""
    return round(moment.timestamp() * 1000)


_MOMENTS: Shelf[Moments] = Shelf("when entries last changed", 1)


async def moments_of(explorer: Explorer) -> Moments:
    """Return when entries last changed, for the readers that an explorer answers."""

    async def read() -> Moments:
        rows = await explorer.database.read_everything("list_moments", ids=[], every=True)
        return await explorer.aside(
            lambda: Moments({row.id: unpacked(row.id, row.base, row.content) for row in rows}, explorer.clearance)
        )

    version = (await explorer.versions.now()).number
    return await explorer.kept[_MOMENTS].once("all", version, read)
