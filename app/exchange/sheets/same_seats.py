"""Which row of a sheet is which recorded seat: the surest way to tell first."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.folding import folded
from app.domain.vocabulary import Role, TenureCapacity, YesNoNotRecorded
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
    deputies: frozenset[str]
    employers: frozenset[str]
    """Whom those who hold it work for."""
    is_vacant: bool
    note: str
    order: tuple[str, int]
    """By its id, in the order in which seats of one name were made."""

    @classmethod
    def of(cls, post: form.Post, works_for: Mapping[str, Collection[str]]) -> "Recorded":
        """Look at a seat; `works_for` has the employers of people."""
        groups = frozenset(link.organization for link in post.onBehalfOf if not link.until)
        there = [holder for holder in post.holders if not holder.until]
        now = frozenset(id_of(holder) for holder in there if holder.capacity is not TenureCapacity.DEPUTY)
        deputies = frozenset(id_of(holder) for holder in there if holder.capacity is TenureCapacity.DEPUTY)
        about = post.role, folded(post.label or ""), groups
        return cls(
            about,
            now,
            bool(there),
            max(post.number, post.numberMax or 0),
            deputies,
            frozenset(body for person in now for body in works_for.get(person, ())),
            post.vacant is YesNoNotRecorded.YES,
            folded(post.note or ""),
            _in_order(post.id or ""),
        )

    @property
    def content(self) -> object:
        """What is lost where a row that is about another seat is taken to be about this one."""
        return self.now, self.deputies, self.note


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
    in_order: Sequence[Sequence[SaidSeat]] = ()
    """Rows that nothing but their order tells apart, and that are taken to be the seats in that order."""
    unclear: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """New rows, by their number among the new, that may be any of some recorded seats."""


def seats_found(
    seats: Sequence[SaidSeat], posts: Mapping[int, form.Post], works_for: Mapping[str, Collection[str]]
) -> SeatsFound:
    """Tell which rows of a board are about which of its recorded seats, each by its number."""
    matching = _Matching(seats, {at: Recorded.of(post, works_for) for at, post in posts.items()})
    for way in SURE if posts else ():
        matching.go(way)
    if posts:
        matching.in_their_order()
    for way in WAYS if posts else ():
        matching.go(way)
    unclear = {at: found for at, number in enumerate(matching.left) if (found := matching.unclear.get(number))}
    return SeatsFound(matching.rows, list(matching.left.values()), list(matching.free), matching.told_in_order, unclear)


class _Matching:
    """What is left of rows and recorded seats while ways to tell are gone."""

    def __init__(self, seats: Sequence[SaidSeat], free: dict[int, Recorded]) -> None:
        self.free = dict(sorted(free.items(), key=lambda each: each[1].order))
        self.left = dict(enumerate(seats))
        self.rows: dict[int, list[SaidSeat]] = {}
        self.told_in_order: list[list[SaidSeat]] = []
        self.unclear: dict[int, list[int]] = {}

    def go(self, way: "Way") -> None:
        """Take the rows and seats that a way tells to be the same."""
        alike: dict[object, list[int]] = {}
        for at, post in self.free.items():
            alike.setdefault(way.alike(post.about), []).append(at)
        for number, seat in list(self.left.items()):
            near = alike.get(way.alike(seat.about), ())
            found = [at for at in near if at in self.free and way.same(seat, self.free[at])]
            if not found or (way.alone and _is_one_of_several(found, self.free, self.left, way)):
                continue
            self._take(number, found[0])

    def in_their_order(self) -> None:
        """Take rows and seats that have the same name and are for the same, where nothing better tells them apart.

        As many rows as seats are the same in their order; where there are more or fewer, and it would make a
        difference, it is not clear which is which.
        """
        rows: dict[object, list[int]] = {}
        for number, seat in self.left.items():
            rows.setdefault(seat.about, []).append(number)
        seats: dict[object, list[int]] = {}
        for at, post in self.free.items():
            seats.setdefault(post.about, []).append(at)
        for about, numbers in rows.items():
            there = seats.get(about, [])
            several = len({self.free[at].content for at in there}) > 1 and all(self.free[at].most == 1 for at in there)
            if several and len(numbers) != len(there):
                self.unclear |= dict.fromkeys(numbers, there)
                continue
            if several and len(numbers) > 1:
                self.told_in_order.append([self.left[number] for number in numbers])
            for number in numbers:
                for at in [at for at in there if at in self.free][:1]:
                    self._take(number, at)

    def _take(self, number: int, at: int) -> None:
        self.rows.setdefault(at, []).append(self.left.pop(number))
        if len(self.rows[at]) >= self.free[at].most:
            del self.free[at]


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


def _deputizes(seat: SaidSeat, post: Recorded) -> bool:
    return any(deputy.who.id in post.deputies for deputy in seat.deputies)


def _from_the_same(seat: SaidSeat, post: Recorded) -> bool:
    """Tell whether whoever holds a seat works for the body that the row has as its employer."""
    return seat.employer is not None and seat.employer in post.employers


def _for_their_employer(seat: SaidSeat, post: Recorded) -> bool:
    """Tell whether one of both is for a body of which the other says no more than that its holder works there."""
    if seat.groups:
        return not post.about[2] and bool(post.employers & set(seat.groups))
    return seat.employer is not None and seat.employer in post.about[2]


def _notes_the_same(seat: SaidSeat, post: Recorded) -> bool:
    return bool(post.note) and folded(seat.whole_note or "") == post.note


def _both_empty(seat: SaidSeat, post: Recorded) -> bool:
    return post.is_vacant and not post.now and seat.vacancy is not None


def _in_order(id_: str) -> tuple[str, int]:
    name, _, number = id_.rpartition("-")
    return (name, int(number)) if number.isdecimal() and len(number) < 9 else (id_, 1)


def _whole(about: About) -> object:
    return about


def _name(about: About) -> object:
    return about[:2]


def _role(about: About) -> object:
    return about[0]


SURE = (
    Way(_whole, _holds, False),
    Way(_whole, _deputizes, True),
    Way(_whole, _from_the_same, True),
    Way(_whole, lambda seat, post: _both_empty(seat, post) and _notes_the_same(seat, post), True),
    Way(_whole, _notes_the_same, True),
    Way(_whole, _both_empty, False),
)
"""How a row and a recorded seat of one name, for the same, may be told to be the same one, the surest first."""
WAYS = (
    Way(_name, _holds, False),
    Way(_name, _for_their_employer, True),
    Way(_name, lambda seat, post: _for_the_same(seat, post) and _deputizes(seat, post), True),
    Way(_name, lambda seat, post: _for_the_same(seat, post) and _notes_the_same(seat, post), True),
    Way(_name, lambda seat, post: _for_the_same(seat, post) and _both_empty(seat, post), True),
    Way(_role, lambda seat, post: _for_the_same(seat, post) and _holds(seat, post), True),
    Way(_name, lambda seat, post: _is_told_apart(seat, post) and _for_the_same(seat, post), True),
    Way(_role, lambda seat, post: seat.role in OFFICES, True),
    Way(lambda about: None, lambda seat, post: _says_only_who(seat) and _holds(seat, post), True),
)
"""How a row and a recorded seat of other names, or for others, may be the same one, the surest first."""
