"""How many bodies, boards and seats a place has on a day: one function, which every page, picture and table calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.as_at import AsAt
from app.domain.bodies import FORUMS, Sorted, counts_as_a_body, is_a_board, is_constituency, is_there
from app.domain.records import Period, Post
from app.domain.vocabulary import Classification, LifecycleStatus, OrganizationKind, Role, SeatMembership


class Counted(Sorted, Protocol):
    """What is known of a body when bodies are counted."""

    @property
    def count(self) -> int:
        """How many alike it stands for."""
        ...


@dataclass(frozen=True, slots=True)
class SortOfBody:
    """So many bodies that are alike in all that decides whether and how they count."""

    classification: Classification
    kind: OrganizationKind
    status: LifecycleStatus
    period: Period
    count: int
    """How many alike each of them stands for."""
    bodies: int
    last_day: date | None = None
    """The last day on which they can have been there; nothing while no end is known."""


@dataclass(frozen=True, slots=True)
class BodyCounts:
    """So many bodies, of those that are there on a day; people at large are none and are counted apart."""

    bodies: int = 0
    """One that stands for 22 alike is one."""
    standing_for: int = 0
    """How many those are that they stand for: 22 for one that stands for 22."""
    boards: int = 0
    forums: int = 0
    communities: int = 0
    """People at large whom seats are held for, such as carers."""
    not_there: int = 0
    """Bodies that are recorded and not counted: not yet begun, ended, or only proposed where proposals do not count."""


def count_bodies(bodies: Iterable[Counted], as_at: AsAt) -> BodyCounts:
    """Count bodies as at a day."""
    every = list(bodies)
    there = [body for body in every if counts_as_a_body(body, as_at)]
    people = [body for body in every if is_constituency(body)]
    return BodyCounts(
        bodies=len(there),
        standing_for=sum(body.count for body in there),
        boards=sum(is_a_board(body) for body in there),
        forums=sum(body.classification in FORUMS for body in there),
        communities=sum(is_there(body, as_at) for body in people),
        not_there=len(every) - len(people) - len(there),
    )


def counts_as_a_seat(post: Post, board: Classification) -> bool:
    """Tell whether a post is a seat on a body, and no employment nor a councillor's seat on the council."""
    return is_of_a_seat(post.role, board)


def is_of_a_seat(role: Role | None, board: Classification | None) -> bool:
    """Tell whether a role is that of a seat on a body.

    An officer is employed; an elected member sits on the council because of an election, whoever partners with it.
    """
    if role is Role.ELECTED_MEMBER:
        return board is not Classification.COUNCIL
    return role is not Role.OFFICER


def is_a_members_seat(post: Post, board: Classification) -> bool:
    """Tell whether a seat is that of a member, and not of an observer or of somebody who only comes when asked."""
    invited = post.membership in {SeatMembership.INVITED, SeatMembership.AS_NEEDED}
    return counts_as_a_seat(post, board) and post.role is not Role.OBSERVER and not invited


def count_seats(posts: Iterable[Post]) -> int:
    """Count seats: six alike that are recorded as one post are six."""
    return sum(post.number for post in posts)
