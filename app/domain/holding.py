"""Who is in a seat on a day, as one value, and said in one phrase; a seat is not a person in it.

Unnamed is not unknown, and neither is the same as vacant, not taken up, or carried on after the end of a term.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from app.domain.dates import END, bounds, earliest, latest, months_after, spoken, when
from app.domain.english import role_name, with_article
from app.domain.records import Period, Post, Tenure
from app.domain.vocabulary import Certainty, PostState, Role, TenureCapacity, YesNoNotRecorded

REPRESENTED = frozenset({PostState.FILLED, PostState.BY_OFFICE, PostState.HOLDER_NOT_RECORDED})
"""The states of a seat in which somebody may speak there: named, known by an office, or not recorded."""


class Vacatable(Protocol):
    """A seat or an office, as far as it is asked whether it stands empty, and how long its terms are."""

    @property
    def vacant(self) -> YesNoNotRecorded | None:
        """Whether a source calls it vacant."""
        ...

    @property
    def vacant_since(self) -> str | None:
        """Since when it is recorded as vacant."""
        ...

    @property
    def term_years(self) -> float | None:
        """How long a term of it is, in years."""
        ...


class SeveralVacatable(Protocol):
    """A seat, as far as it is asked whether a vacancy ends a holding of it."""

    @property
    def vacant(self) -> YesNoNotRecorded | None:
        """Whether a source calls it vacant."""
        ...

    @property
    def vacant_since(self) -> str | None:
        """Since when it is recorded as vacant."""
        ...

    @property
    def number(self) -> int:
        """How many identical seats this is."""
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


class Titled(Protocol):
    """A post, as far as it is named."""

    @property
    def role(self) -> Role:
        """What the post is for."""
        ...

    @property
    def label(self) -> str | None:
        """How people call it."""
        ...

    @property
    def organization_name(self) -> str:
        """The name of the body it is on."""
        ...


class Office(Vacatable, Titled, Protocol):
    """A post whose holder fills another."""

    @property
    def post_id(self) -> str:
        """Its id."""
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


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who is in a seat on a day."""

    post: Post
    chain: tuple[Office, ...]
    """The offices whose holders fill it, nearest first."""
    state: PostState
    tenures: tuple[Tenure, ...]
    """Who holds it, followed through the offices; deputies too."""
    vacant: bool
    """Whether a vacancy stands; of several seats alike, perhaps beside somebody who holds one."""
    last: Tenure | None
    """Who was the last to hold it, where nobody is known to now."""
    last_until: str | None
    """When that ended, as precise as recorded."""

    @property
    def is_silent(self) -> bool:
        """Whether no source says anything of who sits or sat there."""
        return self.state is PostState.HOLDER_NOT_RECORDED and not (self.tenures or self.last)

    @property
    def office(self) -> str:
        """The office whose holder fills it, nearest first: `chair of the Mental Health Forum`; empty without one."""
        return office_name(self.chain[0]) if self.chain else ""

    @property
    def held_by(self) -> str:
        """Who holds it, in a phrase: a name and body, an office, vacant, not taken up, or not recorded.

        Where the term of those who held it last is over, the phrase names them and says when.
        """
        names = "; ".join(_named(self.post, tenure, self.chain) for tenure in self.tenures)
        if self.state is PostState.NOT_TAKEN_UP:
            return f"{names} (place not taken up)" if names else "not taken up"
        if self.state is PostState.FILLED:
            return names
        if self.state is PostState.TERM_OVER:
            return f"{names} ({self.term_over})"
        said = f"the {self.office}, name not recorded"
        if self.state is not PostState.BY_OFFICE:
            said = "vacant" if self.state is PostState.VACANT else "not recorded"
        return f"{said}; {names}" if names else said

    @property
    def last_held_by(self) -> str:
        """Who held it last, where nobody is known to now: `Ann Lee until 2010`; empty where nobody is recorded."""
        return f"{self.last.holder_shown} until {spoken(self.last_until)}" if self.last and self.last_until else ""

    @property
    def known_vacant(self) -> bool | None:
        """Whether it is vacant: true when recorded so, false when somebody holds it, nothing when no source says."""
        if self.state is PostState.VACANT:
            return True
        return False if self.tenures or self.post.vacant is YesNoNotRecorded.NO else None

    @property
    def said(self) -> str:
        """Who holds it in a phrase, and who held it last where nobody is known to now."""
        return "; ".join(part for part in (self.held_by, self.last_held_by) if part)

    @property
    def why_empty(self) -> str:
        """Why no voice passes it, in a clause: `it stands empty`; empty where somebody may sit there."""
        return {
            PostState.VACANT: "it stands empty",
            PostState.NOT_TAKEN_UP: "it is not taken up",
            PostState.TERM_OVER: f"it was held by {self.held_by}",
        }.get(self.state, "")

    @property
    def term_over(self) -> str:
        """When the term ended of those who held it last: `term ended in 2010`; empty unless the term is over."""
        if self.state is not PostState.TERM_OVER:
            return ""
        ends = [due for t in self.tenures if not _is_deputy(t) and (due := _due(self.post, self.chain, t))]
        return f"term ended {when(max(ends).text)}"


def sitting(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> Sitting:
    """Say who is in a seat on a day: the one place where this is decided.

    `tenures` are those that began by that day, whether or not they ended, followed through the chain of offices,
    nearest first; in any order. A place not taken up is so whoever it is for. A deputy alone does not fill a seat. A
    vacancy recorded later than a holder's start ends that holding, and a holder after the vacancy ends the vacancy. A
    term is over after its last day.
    """
    there: list[Tenure] = []
    gone: list[tuple[Tenure, str]] = []
    for tenure in tenures:
        if earliest(tenure.period.since) > on:
            continue
        left = _left(post, tenure, on)
        if left is None:
            there.append(tenure)
        elif not _is_deputy(tenure):
            gone.append((tenure, left))
    held = [tenure for tenure in there if not _is_deputy(tenure)]
    vacant = _vacancy_stands(post, chain, tenures, on)
    if post.taken_up is YesNoNotRecorded.NO:
        state = PostState.NOT_TAKEN_UP
    elif held:
        over = all(_is_over(_due(post, chain, tenure), tenure, on) for tenure in held)
        state = PostState.TERM_OVER if over else PostState.FILLED
    elif vacant:
        state = PostState.VACANT
    else:
        state = PostState.BY_OFFICE if chain else PostState.HOLDER_NOT_RECORDED
    last, until = max(gone, key=lambda each: (latest(each[1]), each[0].holder_name), default=(None, None))
    if held or state is PostState.NOT_TAKEN_UP:
        last, until = None, None
    return Sitting(post, tuple(chain), state, tuple(there), vacant, last, until)


def there(post: SeveralVacatable, tenures: Iterable[Holding], on: date) -> list[Holding]:
    """Return those who hold a seat on a day, of those who began: who has not left, nor was ended by a vacancy."""
    begun = (tenure for tenure in tenures if earliest(tenure.period.since) <= on)
    return [tenure for tenure in begun if _left(post, tenure, on) is None]


def surely_there(since: str | None, until: str | None, vacated: str | None) -> bool:
    """Tell of a holding that has begun whether `there` keeps it on any day: nothing says when it began or ended."""
    return not (since or until or vacated)


def state_of(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> PostState:
    """Say who is in a seat on a day as one value; the same arguments as `sitting`."""
    return sitting(post, tenures, chain, on).state


def held_by(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> str:
    """Say in a phrase who is in a seat on a day; the same arguments as `sitting`."""
    return sitting(post, tenures, chain, on).held_by


def is_vacant(post: Post, tenures: Sequence[Tenure], chain: Sequence[Office], on: date) -> bool:
    """Tell whether a seat stands empty on a day, as a source says; the same arguments as `sitting`."""
    return state_of(post, tenures, chain, on) is PostState.VACANT


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


def _is_deputy(tenure: Held) -> bool:
    return tenure.capacity is TenureCapacity.DEPUTY


def _way_to(post: Post, chain: Sequence[Office], held: str) -> list[Vacatable]:
    """Return the seat, and the offices from it to the one that somebody holds."""
    ids = [post.id, *(office.post_id for office in chain)]
    return [post, *chain][: ids.index(held) + 1] if held in ids else [post]


def _due(post: Post, chain: Sequence[Office], tenure: Tenure) -> Due | None:
    """Return when a holder's term is due to end: by the length of that of the office held."""
    held = _way_to(post, chain, tenure.post_id)[-1]
    # Of an office beyond those that are known, only what is recorded of the term itself counts.
    known = tenure.post_id == post.id or held is not post
    return term_due(held, tenure) if known or tenure.term_ends else None


def _is_over(due: Due | None, tenure: Tenure, on: date) -> bool:
    return due is not None and not tenure.period.until and due.end < on


def _left(post: SeveralVacatable, tenure: Held, on: date) -> str | None:
    """Return when somebody who began had left: by the end, or a vacancy recorded later; nothing when still there."""
    since, until = tenure.period.since, tenure.period.until
    ends = [until] if until and latest(until) < on else []
    if since and not _is_deputy(tenure):
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


def _vacancy_stands(post: Post, chain: Sequence[Office], tenures: Sequence[Tenure], on: date) -> bool:
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


def _took_it(tenure: Tenure, vacant_since: str | None, on: date) -> bool:
    since = tenure.period.since
    return bool(since) and not _is_deputy(tenure) and earliest(vacant_since) <= earliest(since) <= on


def office_name(office: Titled) -> str:
    """Name an office: `chair of the Mental Health Forum`, `Chief Executive of Bromley Mind`."""
    plain = office.role in {Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY}
    title = role_name(office.role) if plain or not office.label else office.label
    body = with_article(office.organization_name)
    return title if body.removeprefix("the ").lower() in title.lower() else f"{title} of {body}"


def _named(post: Post, tenure: Tenure, chain: Sequence[Office]) -> str:
    body = ""
    if chain and tenure.post_id != post.id:
        body = f", {office_name(chain[-1])}"
    elif tenure.affiliations:
        body = f", {tenure.affiliations[0]}"
    doubt = "perhaps " if tenure.certainty is Certainty.UNCERTAIN else ""
    capacity = "" if tenure.capacity is TenureCapacity.SUBSTANTIVE else f" ({tenure.capacity.value})"
    return f"{doubt}{tenure.holder_shown}{body}{capacity}"
