"""Who is in a seat, of what one statement reads: the rules are those of `app/domain/holding.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.api.compiling.run import Make, Run
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.holding import Sitting, sitting
from app.domain.seat_state import surely_there, there
from app.store import rows
from app.store.columns import parse_columns, row_maker
from app.store.fragments import fragment_named
from app.store.holding_rows import filling_posts, has_lost_it, tenure_order
from app.store.statements import columns_named

TENURES, OFFICES = "columns_of_a_tenure", "columns_of_a_filling_post"
OF_A_TENURE = ("since", "until", "capacity", "vacated", "name")
"""The columns that decide whether somebody is there, and in which order they are told."""
OF_A_HELD_POST = ("capacity", "since", "office_vacated", "seat_vacated", "post_id")
"""The columns that decide whether somebody has lost a post, and in which order posts are told."""
OF_A_SEAT = ("vacant_since", "number", "vacant")
_CAPACITIES = {word.value: word for word in words.TenureCapacity}
_VACANT: dict[str | None, words.YesNoNotRecorded | None] = {None: None} | {
    word.value: word for word in words.YesNoNotRecorded
}


@dataclass(frozen=True, slots=True)
class _Seat:
    vacant_since: str | None
    number: int
    vacant: words.YesNoNotRecorded | None


@dataclass(frozen=True, slots=True)
class _Held:
    period: r.Period
    capacity: words.TenureCapacity
    vacated: str | None
    row: Sequence[Any]


def holders_maker(inner: Make, at: Sequence[int], day: int) -> Callable[..., Any]:
    """Return what makes the list of those who are there; `at` says where a tenure has OF_A_TENURE."""
    since, until, capacity, vacated, name = at

    def make(tenures: list[list[Any]], since_vacant: str | None, number: int, vacant: str | None, run: Run) -> Any:
        if len(tenures) > 1:
            tenures = sorted(tenures, key=lambda row: tenure_order(row[capacity], row[name]))
        if all(surely_there(row[since], row[until], row[vacated]) for row in tenures):
            return [inner(row, run) for row in tenures]
        held = [
            _Held(r.Period(row[since], row[until]), _CAPACITIES[row[capacity]], row[vacated], row) for row in tenures
        ]
        seat = _Seat(since_vacant, number, _VACANT[vacant])
        return [inner(each.row, run) for each in there(seat, held, run.days[day].on)]

    return make


def held_maker(inner: Make, at: Sequence[int], day: int) -> Make:
    """Return what makes the list of the posts that a person holds; `at` says where a row has OF_A_HELD_POST."""
    capacity, since, office, seat, id_ = at

    def make(held: list[list[Any]], run: Run) -> Any:
        on = run.days[day].on
        kept = [row for row in held if not has_lost_it(row[capacity], row[since], row[office], row[seat], on)]
        return [inner(row, run) for row in sorted(kept, key=lambda row: row[id_])]

    return make


def sitting_maker(day: int) -> Callable[..., Sitting]:
    """Return what says who is in a seat, of its record, of all columns of tenures and of offices that fill it."""
    tenure, office = _all_of(TENURES), _all_of(OFFICES)

    def make(seat: r.Post, tenures: list[Any], offices: list[Any], run: Run) -> Sitting:
        held = sorted(
            (rows.tenure(tenure(row)) for row in tenures), key=lambda it: tenure_order(it.capacity, it.holder_name)
        )
        return sitting(seat, held, filling_posts(map(office, offices)), run.days[day].on)

    return make


def every_column(columns_of: str) -> tuple[str, ...]:
    """Return all columns of a fragment, in its order."""
    return columns_named(columns_of)


def _all_of(columns_of: str) -> Callable[[Sequence[Any]], Any]:
    return row_maker(parse_columns(fragment_named(columns_of).columns))


SAID: dict[str, Callable[[Sitting], Any]] = {
    "heldBy": lambda found: found.held_by,
    "state": lambda found: found.state,
    "lastHeldBy": lambda found: found.last_held_by or None,
    "vacant": lambda found: found.known_vacant,
}
"""What fields of a post say of who is in it."""
