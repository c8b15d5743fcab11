"""The seats of an answer as one table: since when somebody sits there, what is blank, and where the voice goes on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.counting import counts_as_a_seat
from app.domain.dates import spoken
from app.domain.english import agree, counted, figure, listed
from app.domain.records import Organization, Period, Tenure
from app.domain.vocabulary import PostState, TenureCapacity, YesNoNotRecorded
from app.questions.representation.seating import is_unnamed
from app.questions.representation.telling import ToldPost, ToldSeat


def holding_shown(told: ToldPost, person: str = "") -> Tenure | None:
    """Return a person's own holding of a seat, or without a person that of its one holder, deputies left out.

    Nothing where nobody is named, or several are.
    """
    if person:
        return next((tenure for tenure in told.tenures if tenure.holder_id == person), None)
    holders = [tenure for tenure in told.tenures if tenure.capacity is not TenureCapacity.DEPUTY]
    return holders[0] if len(holders) == 1 else None


def since(told: ToldPost, person: str = "") -> str:
    """Say since when the one holder, or the person, sits there and for how long, else since when the seat is there."""
    holder = holding_shown(told, person)
    said = _when(holder.period) if holder else ""
    if holder and holder.term_ends:
        said += f"{', ' if said else ''}term to {spoken(holder.term_ends)}"
    if said or not _when(told.post.period):
        return said
    return f"{_when(told.post.period)} (the seat)"


def _when(period: Period) -> str:
    if period.since and period.until:
        return f"{spoken(period.since)} to {spoken(period.until)}"
    return spoken(period.since) if period.since else f"until {spoken(period.until)}" if period.until else ""


def is_blank(told: ToldPost) -> bool:
    """Tell whether there is nothing to write of who sits in a seat."""
    return told.is_silent and not is_unnamed(told)


@dataclass(frozen=True, slots=True)
class Blanks:
    """Which columns have something in any row, and what no source says of the seats, in one sentence."""

    who: bool
    speaks_for: bool
    vote: bool
    since: bool
    said: str
    """`Of these 8 seats no source says who sits in 7, or whether any has a vote.`; empty where every cell is filled."""
    noun: str = "seat"
    """What they are: posts, where all are an officer's or a councillor's, which are no seats."""


def blanks_of(seats: Iterable[ToldPost], person: str = "") -> Blanks:
    """Find what is not recorded of some seats, so that the table says so once; `person` is whose seats they are."""
    rows = list(seats)
    whole = sum(told.post.number for told in rows)
    noun = "seat" if any(counts_as_a_seat(told.post, told.board.classification) for told in rows) else "post"

    def number(blank: Callable[[ToldPost], bool]) -> int:
        return sum(told.post.number for told in rows if blank(told))

    who = 0 if person else number(is_blank)
    names = 0 if person else number(lambda told: told.state is PostState.BY_OFFICE and not told.tenures)
    mute = number(lambda told: not told.on_behalf_of) if person else 0
    vote = number(lambda told: told.post.voting is YesNoNotRecorded.NOT_RECORDED)
    undated = number(lambda told: not since(told, person))
    parts = (
        (who, "who sits there", "who sits in any", "who sits in {}"),
        (names, "the name of who sits there", "the name of who sits in any", "the name of who sits in {}"),
        (mute, "for whom it speaks", "for whom any speaks", "for whom {} {be} held"),
        (vote, "whether it has a vote", "whether any has a vote", "whether {} {have} a vote"),
        (undated, "since when", "since when", "since when {} {be} held"),
    )
    said = [
        one if whole == 1 else every if blank == whole else _of_some(some, blank)
        for blank, one, every, some in parts
        if blank
    ]
    return Blanks(
        who < whole,
        mute < whole,
        vote < whole,
        undated < whole,
        f"Of {f'this {noun}' if whole == 1 else f'these {counted(whole, noun)}'} no source says {listed(said, 'or')}."
        if said
        else "",
        noun,
    )


def _of_some(said: str, number: int) -> str:
    """Say something of some of the seats, with the verb that their number takes."""
    return said.format(figure(number), be=agree(number, "is", "are"), have=agree(number, "has", "have"))


def ways_up(seats: Sequence[ToldSeat]) -> list[tuple[list[Organization], tuple[Organization, ...]]]:
    """Return where the voice can travel next: the boards that lead up to the same bodies, and those bodies."""
    found: dict[tuple[str, ...], tuple[list[Organization], tuple[Organization, ...]]] = {}
    for seat in seats:
        if seat.higher:
            boards, _ = found.setdefault(tuple(body.id for body in seat.higher), ([], seat.higher))
            if seat.told.board not in boards:
                boards.append(seat.told.board)
    return list(found.values())
