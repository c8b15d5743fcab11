"""How seats and posts are marked: a mark for each way in which they are held, and chips that count those held alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.diagram.told import SeatTold
from app.domain.counting import counts_as_a_seat
from app.domain.records import Organization, Post
from app.domain.vocabulary import Basis, Classification, PostState, Role, YesNoNotRecorded


class MarkKind(StrEnum):
    """What a chip stands for; each has a shape of its own."""

    SEAT = "seat"
    """A seat: a circle."""
    OFFICE = "office"
    """A seat that is an office of its body, such as its chair: a diamond."""
    POST = "post"
    """The post of an officer, or of a councillor on the council, which is no seat on a partnership: a square."""


_OFFICES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """How a chip looks: one way in which seats are held."""

    voting: YesNoNotRecorded
    co_opted: bool
    taken_up: bool
    """False when a source says that nobody takes the seat up."""
    vacant: bool = False
    """Whether a source says that nobody sits there."""
    term_over: bool = False
    """Whether the term is over of the last who is known to have sat there."""
    kind: MarkKind = MarkKind.SEAT


@dataclass(frozen=True, slots=True)
class Chip:
    """Seats of one mark at the end of one line, or under a board when they are for people at large."""

    mark: Mark
    number: int


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A seat, or several alike, by the id of the post: how it is held, and how many it is."""

    post_id: str
    mark: Mark
    number: int


def mark_of(post: Post, told: SeatTold | None = None, board: Classification = Classification.OTHER) -> Mark:
    """Return the mark of a seat, or of a post, on this sort of board; silence about voting is neither yes nor no."""
    return Mark(
        post.voting,
        post.basis is Basis.CO_OPTED,
        taken_up=post.taken_up is not YesNoNotRecorded.NO,
        vacant=told is not None and told.state is PostState.VACANT,
        term_over=told is not None and told.state is PostState.TERM_OVER,
        kind=kind_of(post, board),
    )


def kind_of(post: Post, board: Classification) -> MarkKind:
    """Tell whether a post is a seat, a seat that is an office of its body, or no seat at all."""
    if not counts_as_a_seat(post, board):
        return MarkKind.POST
    return MarkKind.OFFICE if post.role in _OFFICES else MarkKind.SEAT


def chips_of(
    posts: Sequence[Post], told: Mapping[str, SeatTold], known: Mapping[str, Organization]
) -> tuple[Chip, ...]:
    """Return the chips of seats that one line, or one body, has: those held alike together."""
    return chips_held(held_of(posts, told, known))


def held_of(posts: Sequence[Post], told: Mapping[str, SeatTold], known: Mapping[str, Organization]) -> tuple[Held, ...]:
    """Return seats one by one, in an order of their own; `known` are the bodies that they are on, by id."""
    return tuple(
        sorted(
            {
                Held(post.id, mark_of(post, told.get(post.id), known[post.organization_id].classification), post.number)
                for post in posts
            }
        )
    )


def chips_held(seats: Iterable[Held]) -> tuple[Chip, ...]:
    """Return the chips of seats, each once."""
    numbers = Counter[Mark]()
    for seat in set(seats):
        numbers[seat.mark] += seat.number
    return tuple(Chip(mark, numbers[mark]) for mark in sorted(numbers))


def seats_among(chips: Iterable[Chip]) -> int:
    """Count the seats that chips stand for: posts of officers and councillors are none."""
    return sum(chip.number for chip in chips if chip.mark.kind is not MarkKind.POST)


def posts_among(chips: Iterable[Chip]) -> int:
    """Count the posts of officers and councillors that chips stand for."""
    return sum(chip.number for chip in chips if chip.mark.kind is MarkKind.POST)
