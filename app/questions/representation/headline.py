"""The answer in one sentence: on how many bodies somebody has a seat, and what is known of who sits there.

A seat is not a person in it. Each body counts once, by the best that is known of any seat there; seats count by their
number. The bodies of all states add up to those that the sentence names.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.domain.bodies import grammatical_number
from app.domain.counting import counts_as_a_seat
from app.domain.dates import spoken
from app.domain.english import agree, and_more, as_recorded, counted, figure, listed, with_article
from app.domain.holding import Sitting
from app.domain.records import Organization, Person
from app.domain.vocabulary import Directness, PostState
from app.questions.representation.ask import Answer, Freshness
from app.questions.representation.rules import Seat

_BEST = (
    PostState.FILLED,
    PostState.BY_OFFICE,
    PostState.HOLDER_NOT_RECORDED,
    PostState.TERM_OVER,
    PostState.VACANT,
    PostState.NOT_TAKEN_UP,
)
"""What is known of a body's seats, the best first."""
KNOWN = frozenset({PostState.FILLED, PostState.BY_OFFICE})
"""Somebody is known to sit there, by name or by an office."""


_MOST_PAST = 3
"""Seats that somebody once held, named in a sentence; their page has all."""


class Boards(NamedTuple):
    """How many bodies there are, and how many of them by the best that is known of a seat there."""

    bodies: int
    by_state: Counter[PostState]

    @property
    def known(self) -> int:
        """On how many somebody is known to sit, by name or by an office."""
        return sum(self.by_state[state] for state in KNOWN)


def boards_of(seats: Iterable[Seat], sittings: Mapping[str, Sitting]) -> Boards:
    """Count the bodies that some seats are on, each by the best state of its seats."""
    best: dict[str, PostState] = {}
    for seat in seats:
        if seat.post_id in sittings:
            state = sittings[seat.post_id].state
            best[seat.board_id] = min(best.get(seat.board_id, state), state, key=_BEST.index)
    return Boards(len(best), Counter(best.values()))


def opening_of(
    who: Organization | Person,
    answer: Answer,
    sittings: Mapping[str, Sitting],
    fresh: Freshness,
    boards: Mapping[str, Organization],
) -> str:
    """Say the answer for a body, people at large or a person in one sentence.

    `sittings` are by the ids of seats, `boards` the bodies that a person's seats are or were on.
    """
    if isinstance(who, Person):
        said = _once_held(answer, boards) or _of_person(answer, sittings, boards)
        return as_recorded(fresh.newest, f"{who.name} {said}.")
    return as_recorded(fresh.newest, f"{with_article(who.name)} {_of_body(answer, sittings, grammatical_number(who))}.")


def boards_named(answer: Answer) -> list[str]:
    """Return the ids of the bodies that `opening_of` is to be given: those that a person's seats are or were on."""
    ids = {seat.board_id for seat in answer.seats} | {past.board_id for past in answer.past}
    return sorted(ids) if answer.of_person else []


def _once_held(answer: Answer, boards: Mapping[str, Organization]) -> str:
    """Say which seats somebody held until when, who holds none now; empty where they hold one, or never did."""
    left = [(boards[each.board_id], each.until) for each in answer.past if each.board_id in boards]
    if not left:
        return ""
    parts = [f"on {with_article(board.name)} until {spoken(until)}" for board, until in left[:_MOST_PAST]]
    parts += [and_more(len(left) - _MOST_PAST).removeprefix("and ")] if len(left) > _MOST_PAST else []
    return f"held {'a seat' if len(left) == 1 else 'seats'} {listed(parts)}, and holds none now"


def _of_person(answer: Answer, sittings: Mapping[str, Sitting], boards: Mapping[str, Organization]) -> str:
    every = [s for seat in answer.seats if (s := sittings.get(seat.post_id)) and _holds(s, answer.of_id)]
    held = [s for s in every if _is_a_seat(s, boards)]
    posts = counted(len(every) - len(held), "post")
    if every and not held:
        return f"holds {posts} as an officer or councillor, and no seat on a partnership’s body"
    beside = f", and {posts} as an officer or councillor" if len(held) < len(every) else ""
    return f"{_of_seats(held)}{beside}"


def _is_a_seat(sitting: Sitting, boards: Mapping[str, Organization]) -> bool:
    board = boards.get(sitting.post.organization_id)
    return board is None or counts_as_a_seat(sitting.post, board.classification)


def _of_seats(held: Sequence[Sitting]) -> str:
    over = sum(sitting.state is PostState.TERM_OVER for sitting in held)
    said = f"holds {counted(len(held), 'seat')}"
    if not over:
        return said
    if over == len(held):
        return f"held {counted(over, 'seat')}, and the term {'there' if over == 1 else 'in each'} is over"
    return f"{said}; the term in {figure(over)} of them is over"


def _holds(sitting: Sitting, person: str) -> bool:
    return any(tenure.holder_id == person for tenure in sitting.tenures)


def _of_body(answer: Answer, sittings: Mapping[str, Sitting], number: int) -> str:
    are, have = agree(number, "is", "are"), agree(number, "has", "have")
    boards = boards_of(answer.seats, sittings)
    if not boards.bodies:
        return f"{are} represented on no body that is recorded here"
    direct = len({seat.board_id for seat in answer.seats if seat.directness is Directness.DIRECT})
    others = [seat for seat in answer.seats if seat.directness is not Directness.DIRECT and seat.post_id in sittings]
    through = sum(sittings[seat.post_id].post.number for seat in others)
    how = f": {figure(direct)} directly, and by {counted(through, 'seat')} through other groups" if through else ""
    on = counted(boards.bodies, "body", "bodies")
    if boards.known == boards.bodies:
        return f"{are} represented on {on}{how}"
    untaken = boards.by_state[PostState.NOT_TAKEN_UP]
    if untaken == boards.bodies:
        if through:
            return f"{have} {_places(untaken)} on {on}{how}, and {'it is not' if untaken == 1 else 'none is'} taken up"
        leave = agree(number, "does not take it", "do not take it") if untaken == 1 else ""
        return f"{have} {_places(untaken)} on {on}, and {leave or agree(number, 'takes', 'take') + ' none of them'} up"
    if boards.bodies == 1:
        return f"{have} a seat on {on}{how}{'; ' if how else ', '}{_alone(next(iter(boards.by_state)))}"
    return f"{have} seats on {on}{how}; {_rest(boards)}"


def _places(number: int) -> str:
    return "a place" if number == 1 else "places"


def _alone(state: PostState) -> str:
    return {
        PostState.HOLDER_NOT_RECORDED: "who sits in it is not recorded",
        PostState.TERM_OVER: "where the term of whoever sat there is over",
        PostState.VACANT: "which stands empty",
        PostState.NOT_TAKEN_UP: "which is not taken up",
    }[state]


def _rest(boards: Boards) -> str:
    """Say of how many bodies it is not known that somebody sits there, and why; where it is of all, say so."""
    said: list[str] = []
    for state, one, many in (
        (PostState.HOLDER_NOT_RECORDED, "who sits in one of them is not recorded", "who sits in {} is not recorded"),
        (PostState.TERM_OVER, "in one the term of whoever sat there is over", "in {} the terms are over"),
        (PostState.VACANT, "one stands empty", "{} stand empty"),
        (PostState.NOT_TAKEN_UP, "one is not taken up", "{} are not taken up"),
    ):
        number = boards.by_state[state]
        if number:
            of = "any of them" if number == boards.bodies and state is PostState.HOLDER_NOT_RECORDED else ""
            of = of or ("all" if number == boards.bodies else f"{number} of them" if not said else str(number))
            said.append(one if number == 1 else many.format(of))
    return listed(said)
