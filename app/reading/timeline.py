"""When a place changes: the dates at which something recorded of it begins or ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import bounds, spoken
from app.domain.english import agree, counted, figure
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf


@dataclass(frozen=True, slots=True)
class DatedChange:
    """A moment of the timeline: from this date on, a view differs from the one before."""

    on: str
    """As it stands in an address: the date on which something begins, or the day after the last of what ends."""
    began: int
    ended: int
    last: str = ""
    """The last day of what ends, as precise as recorded; empty where nothing does."""

    @property
    def day(self) -> date:
        """The day that the date in an address stands for."""
        return bounds(self.on)[1]

    @property
    def said(self) -> str:
        """The moment as a person writes it: on the day after an end nothing happens, so the end is what is named."""
        return spoken(self.on) if self.began or not self.last else f"after {spoken(self.last)}"

    @property
    def what(self) -> str:
        """What happens then: `3 facts begin, one ends`."""
        parts = []
        if self.began:
            parts.append(f"{counted(self.began, 'fact')} {agree(self.began, 'begins', 'begin')}")
        if self.ended:
            number = figure(self.ended) if parts else counted(self.ended, "fact")
            parts.append(f"{number} {agree(self.ended, 'ends', 'end')}")
        return ", ".join(parts)


MOMENTS: Shelf[tuple[DatedChange, ...]] = Shelf("moments", 500)
"""By place, with the version of the data they were found in: they change with nothing else."""


async def find_changes_dates(explorer: Explorer, area: str) -> tuple[DatedChange, ...]:
    """Return the moments at which an area changes, earliest first; of an area that nobody knows, none."""
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        return ()

    async def find() -> tuple[DatedChange, ...]:
        rows = await explorer.database.read("list_change_dates", area=area)
        return changes_of((row.since, row.until) for row in rows)

    return await explorer.kept[MOMENTS].once(area, contents.version, find)


def changes_of(periods: Iterable[tuple[str | None, str | None]]) -> tuple[DatedChange, ...]:
    """Work out the moments from periods, each from when until when as recorded; a date that cannot come is none."""
    began: dict[date, list[str]] = {}
    ended: dict[date, list[str]] = {}
    for since, until in periods:
        if since:
            began.setdefault(bounds(since)[1], []).append(since)
        if until and bounds(until)[1] < date.max:
            after = bounds(until)[1] + timedelta(days=1)
            ended.setdefault(after, []).append(until)
    return tuple(
        # Of `2007` and `2007-12-31`, which mean the same day here, the longer says more.
        DatedChange(
            max(began.get(day, [day.isoformat()]), key=len),
            len(began.get(day, ())),
            len(ended.get(day, ())),
            max(ended.get(day, [""]), key=len),
        )
        for day in sorted({*began, *ended})
    )


def before(changes: Iterable[DatedChange], day: date) -> DatedChange | None:
    """Find the last change that a view of `day` has behind it and that shows something else: the one before its own."""
    past = [change for change in changes if change.day <= day]
    if past and past[-1].day < day:
        return past[-1]
    return past[-2] if len(past) > 1 else None


def after(changes: Iterable[DatedChange], day: date) -> DatedChange | None:
    """Return the next change after `day`."""
    return next((change for change in changes if change.day > day), None)
