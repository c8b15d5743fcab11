"""Who holds posts, as rows say it: offices that fill them, vacancies that end it, and who of them comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.seat_state import is_vacated
from app.store.columns import Row

_CAPACITIES: dict[str, int] = {word.value: at for at, word in enumerate(words.TenureCapacity)}


@dataclass(frozen=True, slots=True)
class FillingPost:
    """A post whose holder fills another: one link of the chain, nearest first."""

    post_id: str
    role: words.Role
    label: str | None
    vacant_since: str | None
    organization_id: str
    organization_name: str
    vacant: words.YesNoNotRecorded | None = None
    term_years: float | None = None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that somebody holds, as what and for how long."""

    post: r.Post
    capacity: words.TenureCapacity
    period: r.Period
    citations: tuple[r.Citation, ...] = ()
    """What says so, where posts of every day are read."""


def filling_posts(found: Iterable[Row]) -> list[FillingPost]:
    """Read columns_of_a_filling_post of one post: the chain of posts whose holders fill it, nearest first."""
    return [
        FillingPost(
            row.post_id,
            words.Role(row.role),
            row.label,
            row.vacant_since,
            row.organization_id,
            row.organization_name,
            words.YesNoNotRecorded(row.vacant) if row.vacant else None,
            row.term_years,
        )
        for row in sorted(found, key=lambda row: (row.steps, row.post_id))
    ]


def span(period: r.Period) -> tuple[date, date]:
    """Return the first and the last day that a period may have."""
    return earliest(period.since), latest(period.until)


def has_lost(row: Row, on: date) -> bool:
    """Tell whether somebody holds a post no more, by a vacancy recorded later of it or of the office that fills it."""
    return has_lost_it(row.capacity, row.holding_since, row.office_vacated, row.seat_vacated, on)


def has_lost_it(capacity: str, since: str | None, office: str | None, seat: str | None, on: date) -> bool:
    """Tell the same of as what and since when it is held, and of when the office and the seat were recorded vacant."""
    if capacity == words.TenureCapacity.DEPUTY:
        return False
    return any(is_vacated(since, vacated, on) for vacated in (office, seat))


def left_by(row: Row, on: date) -> str | None:
    """Return when somebody had left a post by a day, as recorded: by the end, or a vacancy since; else nothing.

    A standing deputy leaves no seat.
    """
    if row.capacity == words.TenureCapacity.DEPUTY:
        return None
    ends = [row.holding_until] if row.holding_until and latest(row.holding_until) < on else []
    vacancies = (row.office_vacated, row.seat_vacated)
    ends += [vacated for vacated in vacancies if is_vacated(row.holding_since, vacated, on)]
    return min(ends, key=latest, default=None)


def tenure_ever_order(since: str | None, until: str | None, name: str) -> tuple[date, date, str]:
    """Return what everybody who ever held a seat is sorted by: when, then by name."""
    return earliest(since), latest(until), name


def tenure_order(capacity: str, name: str) -> tuple[int, str]:
    """Return what the holders of a seat are sorted by: as what, then by name."""
    return _CAPACITIES[capacity], name
