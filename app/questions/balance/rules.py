"""Who is on a body: its seats by sector, vote, basis and holder, who came to its meetings, and who is a member.

A seat counts for the sector of whom it speaks for. Where it speaks for nobody recorded, it counts for the body that
holds it, else for the body whose office fills it, else for the employer of whoever holds it: the order in which the
model says whom a seat represents. What no source tells is counted as not recorded, never guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.standing import Standing
from app.domain.vocabulary import SectorSign
from app.domain.vocabulary import YesNoNotRecorded as YesNo
from app.questions.balance.attendance import Turnout, turnout
from app.questions.balance.composition import Judged, judge_composition
from app.questions.balance.sectors import once, sector_of

Word = TypeVar("Word")

SECTORS: tuple[words.Sector | None, ...] = (
    words.Sector.VOLUNTARY,
    words.Sector.COMMUNITY,
    words.Sector.FAITH,
    words.Sector.STATUTORY,
    words.Sector.PRIVATE,
    words.Sector.MULTI_AGENCY,
    None,
)
"""The order in which sectors are shown: those that a voluntary sector's forum speaks for come first."""


@dataclass(frozen=True, slots=True)
class SeatCount:
    """So many seats, by their vote and by who is in them; each of the two adds up to all."""

    seats: int = 0
    voting: int = 0
    not_voting: int = 0
    voting_not_recorded: int = 0
    filled: int = 0
    unnamed: int = 0
    """Of the filled: somebody is known to sit there, by an office or by the place being taken up, but not by name."""
    vacant: int = 0
    not_taken_up: int = 0
    holder_not_recorded: int = 0
    term_over: int = 0
    """Held last by somebody whose term is over: who holds it now, no source says."""

    def __add__(self, other: "SeatCount") -> "SeatCount":
        """Add two counts, number by number."""
        return SeatCount(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class PlacedSeat:
    """One seat on the body (or several alike), with its sector and what says so."""

    post: r.Post
    sector: words.Sector | None
    sign: SectorSign
    body_ids: tuple[str, ...]
    """The bodies whose sector it is: whom it speaks for, who holds it, whose office or who employs."""
    count: SeatCount


@dataclass(frozen=True, slots=True)
class SectorShare:
    """The seats of one sector; of none recorded when it is empty."""

    sector: words.Sector | None
    count: SeatCount


@dataclass(frozen=True, slots=True)
class MemberShare:
    """The bodies of one sector that are members of the body by a line, apart from any seat."""

    sector: words.Sector | None
    members: int
    organization_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Who is on a body, on the day of the standing that it was counted from."""

    of_id: str
    whole: SeatCount
    by_sector: tuple[SectorShare, ...]
    by_voting: tuple[tuple[YesNo, int], ...]
    by_basis: tuple[tuple[words.Basis, int], ...]
    by_role: tuple[tuple[words.Role, int], ...]
    placed: tuple[PlacedSeat, ...]
    members: tuple[MemberShare, ...]
    member_lines: tuple[r.Line, ...]
    turnout: Turnout
    composition: tuple[Judged, ...] = ()
    """What its own terms say of who is on it, each rule judged."""

    @property
    def member_count(self) -> int:
        """How many bodies are members by a line."""
        return sum(share.members for share in self.members)


def balance_of(standing: Standing, body: str) -> Balance:
    """Count who is on a body of the standing's place; a body without seats gives zeros."""
    placed = tuple(_placed(standing, post) for post in standing.posts_on(body))
    shares = [SectorShare(sector, _sum(s.count for s in placed if s.sector is sector)) for sector in SECTORS]
    posts = [seat.post for seat in placed]
    lines = tuple(line for line in standing.lines_to(body) if line.type is words.LineType.MEMBER_OF)
    return Balance(
        body,
        _sum(seat.count for seat in placed),
        tuple(share for share in shares if share.count.seats),
        _tally(YesNo, [(post.voting, post.number) for post in posts]),
        _tally(words.Basis, [(post.basis, post.number) for post in posts]),
        _tally(words.Role, [(post.role, post.number) for post in posts]),
        placed,
        _members(standing, lines),
        lines,
        turnout(standing.register, body, standing.on),
        tuple(judge_composition(standing, standing.organizations[body])) if body in standing.organizations else (),
    )


def _placed(standing: Standing, post: r.Post) -> PlacedSeat:
    sector, sign, bodies = sector_of(standing, post.id)
    return PlacedSeat(post, sector, sign, bodies, _count(standing, post))


def _count(standing: Standing, post: r.Post) -> SeatCount:
    """Count the places of one post; every place is in exactly one state, and a deputy alone fills none."""
    number, sitting = post.number, standing.sitting(post.id)
    state = sitting.state
    here, vacant, away, left = sitting.filling
    over = here if state is words.PostState.TERM_OVER else 0
    certain = post.taken_up is YesNo.YES or state is words.PostState.BY_OFFICE
    unnamed = left if certain else 0
    return SeatCount(
        number,
        number if post.voting is YesNo.YES else 0,
        number if post.voting is YesNo.NO else 0,
        number if post.voting is YesNo.NOT_RECORDED else 0,
        here - over + unnamed,
        unnamed,
        vacant,
        away,
        left - unnamed,
        over,
    )


def _members(standing: Standing, lines: Sequence[r.Line]) -> tuple[MemberShare, ...]:
    ids = once(line.from_id for line in lines)
    bodies = [standing.organizations[id_] for id_ in ids if id_ in standing.organizations]
    found = []
    for sector in SECTORS:
        ours = [body for body in bodies if body.sector is sector]
        if ours:
            found.append(MemberShare(sector, sum(body.count for body in ours), tuple(body.id for body in ours)))
    return tuple(found)


def _sum(counts: Iterable[SeatCount]) -> SeatCount:
    return sum(counts, SeatCount())


def _tally(every: Iterable[Word], counted: Sequence[tuple[Word, int]]) -> tuple[tuple[Word, int], ...]:
    sums = ((word, sum(number for each, number in counted if each is word)) for word in every)
    return tuple((word, number) for word, number in sums if number)
