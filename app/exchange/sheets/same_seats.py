"""Which row of a sheet is which recorded seat: the surest way to tell first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.folding import folded
from app.domain.vocabulary import Role, TenureCapacity
from app.exchange import place_format as form
from app.exchange.sheets.said_holders import OFFICES, SaidSeat

About = tuple[Role, str, frozenset[str]]
"""What tells a seat from others on its board, whoever holds it: its role, its name, whom it is for."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded seat that rows may be about, with what is asked of it once for each row."""

    about: About
    now: frozenset[str]
    """The ids of those who hold it."""
    is_held: bool
    most: int
    """Rows that may be about it."""
    is_empty: bool = False
    """Whether it is called vacant."""

    @classmethod
    def of(cls, post: form.Post) -> "Recorded":
        """Look at a seat."""
        groups = frozenset(link.organization for link in post.onBehalfOf if not link.until)
        there = [holder for holder in post.holders if not holder.until]
        now = frozenset(id_of(holder) for holder in there if holder.capacity is not TenureCapacity.DEPUTY)
        about = post.role, folded(post.label or ""), groups
        return cls(about, now, bool(there), max(post.number, post.numberMax or 0), post.vacant == "yes")


class Way(NamedTuple):
    """A way to tell that a row and a recorded seat are the same one."""

    alike: Callable[[About], object]
    """What both have the same: so few are looked at of many."""
    same: Callable[[SaidSeat, Recorded], bool]
    alone: bool
    """Whether only where there is no other."""


@dataclass(frozen=True, slots=True)
class SeatsFound:
    """Which rows are about which recorded seats, and what is left of both."""

    rows: Mapping[int, list[SaidSeat]]
    """By the number of the recorded seat."""
    new: Sequence[SaidSeat]
    free: Sequence[int]
    """The recorded seats that more rows might be about."""


def seats_found(seats: Sequence[SaidSeat], posts: Mapping[int, form.Post]) -> SeatsFound:
    """Tell which rows of a board are about which of its recorded seats, each by its number."""
    free = {at: Recorded.of(post) for at, post in posts.items()}
    rows: dict[int, list[SaidSeat]] = {}
    left = dict(enumerate(seats))
    for way in WAYS if free else ():
        alike: dict[object, list[int]] = {}
        for at, post in free.items():
            alike.setdefault(way.alike(post.about), []).append(at)
        for number, seat in list(left.items()):
            near = alike.get(way.alike(seat.about), ())
            found = [at for at in near if at in free and way.same(seat, free[at])]
            if not found or (way.alone and _is_one_of_several(found, free, left, way)):
                continue
            del left[number]
            rows.setdefault(found[0], []).append(seat)
            if len(rows[found[0]]) >= free[found[0]].most:
                del free[found[0]]
    return SeatsFound(rows, list(left.values()), list(free))


def _is_one_of_several(
    found: Sequence[int], free: Mapping[int, Recorded], left: Mapping[int, SaidSeat], way: Way
) -> bool:
    if len(found) > 1:
        return True
    post = free[found[0]]
    key = way.alike(post.about)
    return sum(way.alike(other.about) == key and way.same(other, post) for other in left.values()) > 1


def id_of(link: form.Holder | form.OrganizationLink) -> str:
    """Return whom a part of a seat is about."""
    if isinstance(link, form.Holder):
        return link.person or link.organization or link.holder or ""
    return link.organization


def _holds(seat: SaidSeat, post: Recorded) -> bool:
    return any(holder.who.id in post.now for holder in seat.holders)


def _for_the_same(seat: SaidSeat, post: Recorded) -> bool:
    groups = post.about[2]
    return not seat.groups or not groups or bool(groups & set(seat.groups))


def _is_told_apart(seat: SaidSeat, post: Recorded) -> bool:
    """Tell whether a seat of the same name is the same: of plain members there may be more than one."""
    return bool(seat.label or seat.role is not Role.MEMBER or not seat.holders or not post.is_held)


def _says_only_who(seat: SaidSeat) -> bool:
    """Tell whether a row says nothing of which seat it is, as a register of all whom a council sends."""
    return seat.role is Role.MEMBER and not seat.label and not seat.groups


def _whole(about: About) -> object:
    return about


def _name(about: About) -> object:
    return about[:2]


def _role(about: About) -> object:
    return about[0]


WAYS = (
    Way(_whole, _holds, False),
    Way(_whole, lambda seat, post: bool(seat.vacancy) and post.is_empty, False),
    Way(_whole, lambda seat, post: True, False),
    Way(_name, _holds, False),
    Way(_role, lambda seat, post: _for_the_same(seat, post) and _holds(seat, post), True),
    Way(_name, lambda seat, post: _is_told_apart(seat, post) and _for_the_same(seat, post), True),
    Way(_role, lambda seat, post: seat.role in OFFICES, True),
    Way(lambda about: None, lambda seat, post: _says_only_who(seat) and _holds(seat, post), True),
)
"""How a row and a recorded seat may be the same one, the surest first."""
