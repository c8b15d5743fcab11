"""Whether somebody is in a seat on a day, as one value, from what little decides that.

A full record of the seat has all of it, and so has the short one that is read of many seats whose holders nobody names.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from app.domain.dates import END, bounds, earliest, latest, months_after
from app.domain.records import Period
from app.domain.vocabulary import PostState, TenureCapacity, YesNoNotRecorded

REPRESENTED = frozenset({PostState.FILLED, PostState.BY_OFFICE, PostState.HOLDER_NOT_RECORDED})
"""The states of a seat in which somebody may speak there: named, known by an office, or not recorded."""


class Recorded(Protocol):
    """What is recorded of a seat or an office: whether it stands empty."""

    @property
    def vacant(self) -> YesNoNotRecorded | None:
        """Whether a source calls it vacant."""
        ...

    @property
    def vacant_since(self) -> str | None:
        """Since when it is recorded as vacant."""
        ...


class Vacatable(Recorded, Protocol):
    """A seat or an office, as far as it is asked whether it stands empty, and how long its terms are."""

    @property
    def term_years(self) -> float | None:
        """How long a term of it is, in years."""
        ...


class SeveralVacatable(Recorded, Protocol):
    """A seat, as far as it is asked whether a vacancy ends a holding of it."""

    @property
    def number(self) -> int:
        """How many identical seats this is."""
        ...


class Timed(Protocol):
    """Somebody's holding of a seat: from when until when, and when its term is due to end."""

    @property
    def period(self) -> Period:
        """From when until when, as recorded."""
        ...

    @property
    def term_ends(self) -> str | None:
        """When the term is due to end, where a source says."""
        ...


class Held(Protocol):
    """Somebody's holding of a seat, as far as it is asked whether it lasts."""

    @property
    def period(self) -> Period:
        """From when until when, as recorded."""
        ...

    @property
    def capacity(self) -> TenureCapacity:
        """As what."""
        ...

    @property
    def vacated(self) -> str | None:
        """Since when the post held is recorded as vacant, which ends what began before."""
        ...


Holding = TypeVar("Holding", bound=Held)


class SeatHolding(Held, Timed, Protocol):
    """Somebody's holding of a seat, as far as it decides who is there."""

    @property
    def post_id(self) -> str:
        """The post held: the seat, or an office whose holder fills it."""
        ...


class OfficeSeat(Vacatable, Protocol):
    """A post whose holder fills another, as far as it decides who is there."""

    @property
    def post_id(self) -> str:
        """Its id."""
        ...


class Seat(SeveralVacatable, Vacatable, Protocol):
    """A seat, as far as it decides who is there."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def taken_up(self) -> YesNoNotRecorded:
        """Whether the place is taken up."""
        ...


Tenures = TypeVar("Tenures", bound=SeatHolding)


class Found(NamedTuple, Generic[Tenures]):
    """Who is found in a seat on a day."""

    state: PostState
    there: list[Tenures]
    gone: list[tuple[Tenures, str]]
    """Those who held it and left, each with when that was; no deputies."""
    vacant: bool
    """Whether a vacancy stands; of several seats alike, perhaps beside somebody who holds one."""


def found(post: Seat, tenures: Sequence[Tenures], chain: Sequence[OfficeSeat], on: date) -> Found[Tenures]:
    """Say who is in a seat on a day: the one place where this is decided.

    `tenures` are those that began by that day, whether or not they ended, followed through the chain of offices,
    nearest first; in any order. A place not taken up is so whoever it is for. A deputy alone does not fill a seat. A
    vacancy recorded later than a holder's start ends that holding, and a holder after the vacancy ends the vacancy. A
    term is over after its last day.
    """
    there: list[Tenures] = []
    gone: list[tuple[Tenures, str]] = []
    for tenure in tenures:
        if earliest(tenure.period.since) > on:
            continue
        left = _left(post, tenure, on)
        if left is None:
            there.append(tenure)
        elif not is_deputy(tenure):
            gone.append((tenure, left))
    held = [tenure for tenure in there if not is_deputy(tenure)]
    vacant = _vacancy_stands(post, chain, tenures, on)
    if post.taken_up is YesNoNotRecorded.NO:
        state = PostState.NOT_TAKEN_UP
    elif held:
        over = all(_is_over(due_by(post, chain, tenure), tenure, on) for tenure in held)
        state = PostState.TERM_OVER if over else PostState.FILLED
    elif vacant:
        state = PostState.VACANT
    else:
        state = PostState.BY_OFFICE if chain else PostState.HOLDER_NOT_RECORDED
    return Found(state, there, gone, vacant)


def state_of(post: Seat, tenures: Sequence[SeatHolding], chain: Sequence[OfficeSeat], on: date) -> PostState:
    """Say who is in a seat on a day as one value; the same arguments as `found`."""
    return found(post, tenures, chain, on).state


def there(post: SeveralVacatable, tenures: Iterable[Holding], on: date) -> list[Holding]:
    """Return those who hold a seat on a day, of those who began: who has not left, nor was ended by a vacancy."""
    begun = (tenure for tenure in tenures if earliest(tenure.period.since) <= on)
    return [tenure for tenure in begun if _left(post, tenure, on) is None]


def surely_there(since: str | None, until: str | None, vacated: str | None) -> bool:
    """Tell of a holding that has begun whether `there` keeps it on any day: nothing says when it began or ended."""
    return not (since or until or vacated)


class Due(NamedTuple):
    """When a term is due to end."""

    end: date
    """The last day that it may last."""
    text: str
    """As recorded, or as precise as its start: a term of two years from 2008 ends in 2010."""


def term_due(post: Vacatable, held: Timed) -> Due | None:
    """Return when a term is due to end: as recorded, or worked out from its start and length; nothing when unknown."""
    if held.term_ends:
        return Due(latest(held.term_ends), held.term_ends)
    end, since = term_end(post, held.period), held.period.since
    return Due(end, end.isoformat()[: len(since)]) if since and end < END else None


def term_end(post: Vacatable, period: Period) -> date:
    """Return the last day of a term that began with a holding: the end of time where no length or start is recorded."""
    if period.since and post.term_years:
        return months_after(bounds(period.since)[1], round(post.term_years * 12))
    return END


def is_deputy(tenure: Held) -> bool:
    """Tell whether somebody only stands in for who holds a seat, which fills none."""
    return tenure.capacity is TenureCapacity.DEPUTY


def _way_to(post: Seat, chain: Sequence[OfficeSeat], held: str) -> list[Vacatable]:
    """Return the seat, and the offices from it to the one that somebody holds."""
    ids = [post.id, *(office.post_id for office in chain)]
    return [post, *chain][: ids.index(held) + 1] if held in ids else [post]


def due_by(post: Seat, chain: Sequence[OfficeSeat], tenure: SeatHolding) -> Due | None:
    """Return when a holder's term is due to end: by the length of that of the office held."""
    held = _way_to(post, chain, tenure.post_id)[-1]
    # Of an office beyond those that are known, only what is recorded of the term itself counts.
    known = tenure.post_id == post.id or held is not post
    return term_due(held, tenure) if known or tenure.term_ends else None


def _is_over(due: Due | None, tenure: SeatHolding, on: date) -> bool:
    return due is not None and not tenure.period.until and due.end < on


def _left(post: SeveralVacatable, tenure: Held, on: date) -> str | None:
    """Return when somebody who began had left: by the end, or a vacancy recorded later; nothing when still there."""
    since, until = tenure.period.since, tenure.period.until
    ends = [until] if until and latest(until) < on else []
    if since and not is_deputy(tenure):
        vacancies = (vacated_since(post), tenure.vacated)
        ends += [text for text in vacancies if text and is_vacated(since, text, on)]
    return min(ends, key=latest, default=None)


def is_vacated(since: str | None, vacated: str | None, on: date) -> bool:
    """Tell whether a vacancy of a post, as `Tenure.vacated` gives it, ended by a day what began before it."""
    return bool(since and vacated) and latest(since) < earliest(vacated) <= on


def vacated_since(post: SeveralVacatable) -> str | None:
    """Return since when a seat is recorded as vacant, if that ends a holding: of several alike another may be meant."""
    return post.vacant_since if post.number == 1 and post.vacant is not YesNoNotRecorded.NO else None


def _dated_vacancy(seat: Vacatable, on: date) -> bool:
    return seat.vacant is not YesNoNotRecorded.NO and bool(seat.vacant_since) and earliest(seat.vacant_since) <= on


def _vacancy_stands(post: Seat, chain: Sequence[OfficeSeat], tenures: Sequence[SeatHolding], on: date) -> bool:
    """Tell whether the seat, or an office that fills it, is recorded as vacant and nobody took it since.

    A vacancy without a date is one of whatever day nobody is there.
    """
    seats: list[tuple[str, Vacatable]] = [(post.id, post), *((office.post_id, office) for office in chain)]
    for at, (_, seat) in enumerate(seats):
        after = {id_ for id_, _ in seats[at:]}
        if seat.vacant is YesNoNotRecorded.YES and not seat.vacant_since:
            return True
        if _dated_vacancy(seat, on) and not any(
            _took_it(tenure, seat.vacant_since, on) for tenure in tenures if tenure.post_id in after
        ):
            return True
    return False


def _took_it(tenure: SeatHolding, vacant_since: str | None, on: date) -> bool:
    since = tenure.period.since
    return bool(since) and not is_deputy(tenure) and earliest(vacant_since) <= earliest(since) <= on
