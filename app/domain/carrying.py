"""Who carries the sector's seats, and what rests on one person: read alike by gaps and by fragility.

A seat is carried by whoever holds it, followed through the offices that fill it; an office whose holder nobody named
carries it as one person, since one person holds it, whoever that is. A seat rests on one person when nobody else can
speak there: one holder, one seat, and no standing deputy.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.english import name_order
from app.domain.holding import office_name
from app.domain.records import Organization, Post
from app.domain.seat_state import REPRESENTED
from app.domain.seats import sector_groups
from app.domain.standing import Standing, StandingOffice
from app.domain.vocabulary import CarrierKind, TenureCapacity

ALL_OF = 2
"""The fewest seats of a group that count as all of them resting on one person."""

Key = tuple[CarrierKind, str]
"""A carrier: what sort it is, and the id of the person, of the office's post or of the body."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries seats for the sector: a person, an office known without its holder's name, or a body."""

    kind: CarrierKind
    id: str
    """The id of the person, of the office's post, or of the body."""
    name: str
    """`Ann Lee`, `the chair of the Mental Health Forum (name not recorded)`."""
    posts: tuple[Post, ...]
    """The seats for the sector, by the names of the bodies they are on."""

    @property
    def seats(self) -> int:
        """How many seats those are: of several alike a body may have all, and one person has one."""
        return sum(seats_carried(post, [(self.kind, self.id)]) for post in self.posts)


def seats_carried(post: Post, carriers: Collection[Key]) -> int:
    """Count the seats of a post that some carry: of six alike a body has six, two people have two."""
    if any(kind is CarrierKind.ORGANIZATION for kind, _ in carriers):
        return post.number
    return min(post.number, len(carriers))


def carriers_of(standing: Standing, post: str) -> tuple[tuple[CarrierKind, str], ...]:
    """Return who carries a seat: whoever holds it, deputies left out; else the office at the end of what fills it.

    Nobody carries a seat that is vacant, not taken up, or whose last holder's term is over.
    """
    if standing.state(post) not in REPRESENTED:
        return ()
    held = [tenure for tenure in standing.tenures(post) if tenure.capacity is not TenureCapacity.DEPUTY]
    if held:
        kinds = {True: CarrierKind.PERSON, False: CarrierKind.ORGANIZATION}
        return tuple(dict.fromkeys((kinds[tenure.holder_is_person], tenure.holder_id) for tenure in held))
    chain = standing.chain(post)
    roots = [office.post.id for office in chain if not standing.fillings(office.post.id)] or [
        o.post.id for o in chain[-1:]
    ]
    if not roots and standing.filled_by(post):
        roots = [post]  # the office itself: whoever holds it fills other seats
    return tuple((CarrierKind.OFFICE, id_) for id_ in dict.fromkeys(roots))


def carrier_name(standing: Standing, kind: CarrierKind, id_: str) -> str:
    """Name a carrier: a name, or an office, whose holder's name nobody recorded."""
    if kind is not CarrierKind.OFFICE:
        return standing.name(id_)
    return f"{office_called(standing, id_)} (name not recorded)"


def office_called(standing: Standing, id_: str) -> str:
    """Write an office within a sentence, by its post: `the chair of the Mental Health Forum`."""
    post = standing.posts[id_]
    return f"the {office_name(StandingOffice(post, standing.name(post.organization_id)))}"


def has_deputy(standing: Standing, post: str, *, other_than: str = "") -> bool:
    """Tell whether a seat has a standing deputy, other than somebody."""
    tenures = standing.tenures(post)
    return any(t.capacity is TenureCapacity.DEPUTY and t.holder_id != other_than for t in tenures)


def rests_on(standing: Standing, post: str) -> Key | None:
    """Return the one person whom a seat rests on; nothing when there may be another who speaks."""
    held = carriers_of(standing, post)
    if len(held) != 1 or standing.posts[post].number > 1 or has_deputy(standing, post):
        return None
    return one_person(standing, post, held[0])


def one_person(standing: Standing, post: str, key: Key) -> Key | None:
    """Return the one person whom a carrier of a seat means, named or known by an office; nothing when it is a body.

    A body that supplies the holder of an office has one person there, whoever that is; an office of which there are
    several is no one person.
    """
    kind, id_ = key
    if kind is CarrierKind.PERSON:
        return key
    offices = [id_]
    if kind is CarrierKind.ORGANIZATION:
        offices = [t.post_id for t in standing.tenures(post) if t.holder_id == id_ and t.post_id != post]
    single = [office for office in dict.fromkeys(offices) if standing.posts[office].number == 1]
    return (CarrierKind.OFFICE, single[0]) if len(single) == 1 else None


class RestingGroup(NamedTuple):
    """A group of the place with two or more seats, every one of which rests on the same person."""

    group: Organization
    on: Key
    posts: tuple[str, ...]
    """The ids of its seats."""


def resting_on_one(standing: Standing) -> Iterator[RestingGroup]:
    """Find the place's own groups whose every seat, of two or more, rests on one person, by the groups' names."""
    seats: dict[str, list[str]] = {}
    for post in standing.posts.values():
        for group in sector_groups(standing, post):
            if group in standing.register.own:  # another place's group may have seats that this register does not know
                seats.setdefault(group, []).append(post.id)
    bodies = standing.organizations
    for group in sorted(seats, key=lambda id_: (name_order(bodies[id_].name), id_)):
        rests = {rests_on(standing, post) for post in seats[group]}
        only = rests.pop() if len(rests) == 1 else None
        if only and len(seats[group]) >= ALL_OF:
            yield RestingGroup(bodies[group], only, tuple(seats[group]))
