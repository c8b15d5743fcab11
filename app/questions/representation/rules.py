"""What "X is represented on B" means, as a rule on values.

The database walks; this decides. U is the body asked about.

- *direct*: a seat is on behalf of U; or U holds it on behalf of no other body (a constituency is none); or it is
  on behalf of nobody recorded and filled by the holder of one of U's own posts.
- *through*: a seat is on behalf of a group, or held by one, that U reaches; the shortest route counts.
- *involved*: what is not direct, where U, somebody who works for U, or the holder of one of U's own posts holds a
  seat on behalf of another group, or, for a person who works for U, of nobody recorded. It is no representation.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.vocabulary import Directness


@dataclass(frozen=True, slots=True)
class GroupSeat:
    """A seat on a board that is on behalf of a group or held by it."""

    group_id: str
    post_id: str
    board_id: str
    by: str
    """ON_BEHALF_OF or HOLDS."""
    for_another: bool
    """Whether it is on behalf of another body than the group."""


@dataclass(frozen=True, slots=True)
class OfficeSeat:
    """A seat that follows from U's own posts or people."""

    how: str
    """own: filled by one of U's posts; holder: held by whoever holds one; staff: by who works for U; itself: by U."""
    post_id: str
    board_id: str
    on_behalf_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """What the database found around U: steps from group to group, and seats."""

    steps: Sequence[tuple[str, str]]
    """Steps that a voice takes: a seat in which nobody is known to sit any more joins no groups."""
    seats: Sequence[GroupSeat]
    offices: Sequence[OfficeSeat]


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of the answer: ids, how it speaks for U, and the groups on the way, U and the board left out."""

    post_id: str
    board_id: str
    directness: Directness
    via: tuple[str, ...] = ()


def shortest_routes(start: str, steps: Iterable[tuple[str, str]], most: int) -> dict[str, tuple[str, ...]]:
    """Return, for every group that `start` reaches in at most `most` steps, the groups on the shortest way to it.

    The group itself is the last of its way. Of ways of one length the first in the order of ids counts.
    """
    onward: dict[str, list[str]] = {}
    for here, there in sorted(set(steps)):
        onward.setdefault(here, []).append(there)
    routes: dict[str, tuple[str, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if len(routes[here]) == most:
            continue
        for there in onward.get(here, ()):
            if there not in routes:
                routes[there] = (*routes[here], there)
                waiting.append(there)
    return routes


def represented(of: str, walk: Walk, max_steps: int) -> tuple[list[Seat], list[Seat]]:
    """Return the seats that represent U, direct ones first, then by length of route, and those it is involved in."""
    routes = shortest_routes(of, walk.steps, max_steps)
    direct: dict[str, Seat] = {}
    through: dict[str, Seat] = {}
    for seat in walk.seats:
        speaks = seat.by == "ON_BEHALF_OF" or not seat.for_another
        if not speaks or seat.board_id == of or seat.group_id not in routes:
            continue
        if seat.group_id == of:
            direct[seat.post_id] = Seat(seat.post_id, seat.board_id, Directness.DIRECT)
            continue
        via = routes[seat.group_id]
        known = through.get(seat.post_id)
        if seat.board_id not in via and (known is None or (len(via), via) < (len(known.via), known.via)):
            through[seat.post_id] = Seat(seat.post_id, seat.board_id, Directness.THROUGH, via)
    for office in walk.offices:
        if office.how == "own" and not office.on_behalf_of and office.board_id != of:
            direct[office.post_id] = Seat(office.post_id, office.board_id, Directness.DIRECT)
    involved: dict[str, Seat] = {}
    for office in walk.offices:
        if office.board_id == of or office.post_id in direct or of in office.on_behalf_of:
            continue
        if office.on_behalf_of or office.how == "staff":
            involved[office.post_id] = Seat(office.post_id, office.board_id, Directness.INVOLVED)
    seats = [*direct.values(), *(seat for post, seat in through.items() if post not in direct)]
    return (
        sorted(seats, key=lambda seat: (len(seat.via), seat.via, seat.board_id, seat.post_id)),
        sorted(involved.values(), key=lambda seat: (seat.board_id, seat.post_id)),
    )
