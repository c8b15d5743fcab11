"""The little that decides whether somebody is in a seat, read of many seats of which nothing is told."""

from typing import NamedTuple

from app.domain.records import Period, Post
from app.domain.vocabulary import TenureCapacity, YesNoNotRecorded
from app.store.columns import Row
from app.store.properties import Properties

_READINGS = Properties(Post).readings
_VACANT, _TAKEN_UP = _READINGS["vacant"], _READINGS["taken_up"]
_CAPACITIES = {capacity.value: capacity for capacity in TenureCapacity}


class SeatRead(NamedTuple):
    """A seat: `Seat` in app/domain/seat_state.py."""

    id: str
    number: int
    taken_up: YesNoNotRecorded
    vacant: YesNoNotRecorded | None
    vacant_since: str | None
    term_years: float | None


class OfficeRead(NamedTuple):
    """A post whose holder fills another: `OfficeSeat` in app/domain/seat_state.py."""

    post_id: str
    vacant: YesNoNotRecorded | None
    vacant_since: str | None
    term_years: float | None


class HoldingRead(NamedTuple):
    """Somebody's holding of a post: `SeatHolding` in app/domain/seat_state.py."""

    post_id: str
    capacity: TenureCapacity
    period: Period
    term_ends: str | None
    vacated: str | None


def may_be_empty(row: Row) -> bool:
    """Tell of a row of `whether_sat_in`, or of a post with `who_sits`, whether `found` may say that nobody sits there.

    Of most seats nothing does. A seat is empty where it or an office that fills it is called vacant, where it is not
    taken up, and where a term is over; one whose holder merely left is not.
    """
    return bool(
        row.vacant
        or row.vacant_since
        or row.term_years
        or row.taken_up == YesNoNotRecorded.NO
        or any(held.term_ends for held in row.tenures)
        or any(office.vacant or office.vacant_since or office.term_years for office in row.offices)
    )


def seat(row: Row) -> SeatRead:
    """Read `whether_sat_in`: the seat itself."""
    return SeatRead(row.id, row.number, _TAKEN_UP(row.taken_up), _VACANT(row.vacant), row.vacant_since, row.term_years)


def holdings(row: Row) -> list[HoldingRead]:
    """Read `whether_sat_in`: who holds it or held it, in any order."""
    return [
        HoldingRead(
            held.post_id, _CAPACITIES[held.capacity], Period(held.since, held.until), held.term_ends, held.vacated
        )
        for held in row.tenures
    ]


def offices(row: Row) -> list[OfficeRead]:
    """Read `whether_sat_in`: the chain of posts whose holders fill it, nearest first."""
    return [
        OfficeRead(office.post_id, _VACANT(office.vacant), office.vacant_since, office.term_years)
        for office in sorted(row.offices, key=lambda office: (office.steps, office.post_id))
    ]
