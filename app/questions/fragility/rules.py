"""How much rests on how few: who carries the sector's seats, what has no deputy, whose term ends, what if they left.

A seat counts for the sector when it speaks for a voluntary, community or faith group, or for people at large. It is
carried by whoever holds it, followed through the offices that fill it; an office whose holder nobody named carries
it as one person, since one person holds it, whoever that is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.bodies import FORUMS, is_there
from app.domain.carrying import Carrier, Key, carrier_name, carriers_of, has_deputy, resting_on_one, seats_carried
from app.domain.english import name_order
from app.domain.records import Citation, Organization, Post
from app.domain.seat_state import REPRESENTED
from app.domain.seats import sector_groups
from app.domain.standing import Standing
from app.domain.terms import Term, unfollowed_terms
from app.domain.vocabulary import CarrierKind

WINDOWS = (30, 90, 180)
"""How many days ahead the end of a term is told of: three steps, the last the furthest."""

_NONE_AT_ALL = ("none", "nil", "no ", "no,", "not paid", "unpaid", "without", "0 ", "zero")


@dataclass(frozen=True, slots=True)
class Undeputized:
    """A seat that somebody holds, without a standing deputy recorded."""

    post: Post
    others_have_one: bool
    """Whether other seats on the same body have one, so that silence tells something."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A term that has ended or will, with nobody following, and how many days from the day asked about."""

    term: Term
    days: int
    """Negative when it has ended already."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A group whose every seat rests on one person."""

    group: Organization
    carrier: Carrier
    posts: tuple[Post, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where its seats are recorded, each place once."""
        return tuple(dict.fromkeys(cite for post in self.posts for cite in post.citations))


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A forum or network without paid hours recorded."""

    body: Organization
    recorded_as_none: bool
    """Whether a source says that there are none; otherwise no source says anything."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A group that would have nobody left on some boards."""

    group: Organization
    boards: tuple[Organization, ...]
    everywhere: bool
    """Whether it would then be heard on no board at all by a seat of its own."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What would be left behind if somebody stopped."""

    carrier: Carrier
    """Who leaves; `posts` are all the posts they hold or fill, those on the groups' own bodies included."""
    silences: tuple[Silence, ...]


class Fragility:
    """How much rests on how few in a place, on the day of a standing."""

    def __init__(self, standing: Standing) -> None:
        """Find the sector's seats and who carries each."""
        self.standing = standing
        self.groups: dict[str, tuple[str, ...]] = {}
        """The groups of the sector that each seat speaks for, by the seat's id; seats for none are left out."""
        for post in standing.posts.values():
            if groups := sector_groups(standing, post):
                self.groups[post.id] = groups
        self._carried = {id_: carriers_of(standing, id_) for id_ in self.groups}

    @cached_property
    def carriers(self) -> tuple[Carrier, ...]:
        """Who carries seats for the sector, those with most first, then by name."""
        seats: dict[Key, list[str]] = {}
        for post, held in self._carried.items():
            for key in held:
                seats.setdefault(key, []).append(post)
        found = [self._carrier(kind, id_, posts) for (kind, id_), posts in seats.items()]
        return tuple(sorted(found, key=lambda each: (-len(each.posts), name_order(each.name), each.id)))

    def seats_of(self, posts: Iterable[Post]) -> int:
        """Count the seats of some posts that anybody is known to carry."""
        return sum(seats_carried(post, self._carried.get(post.id, ())) for post in posts)

    @cached_property
    def without_deputy(self) -> tuple[Undeputized, ...]:
        """The sector's seats that somebody holds without a standing deputy: those first where other seats have one."""
        standing = self.standing
        with_deputies = {post.organization_id for post in standing.posts.values() if has_deputy(standing, post.id)}
        found = [
            Undeputized(post, post.organization_id in with_deputies)
            for post in self._ordered(id_ for id_, held in self._carried.items() if held)
            if not has_deputy(standing, post.id)
        ]
        return tuple(sorted(found, key=lambda each: not each.others_have_one))

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """The terms that have ended with nobody following, or will within half a year; the earliest end first."""
        on = self.standing.on
        found = [Ending(term, (term.end - on).days) for term in unfollowed_terms(self.standing)]
        near = (each for each in found if each.days <= WINDOWS[-1])
        return tuple(sorted(near, key=lambda each: (each.days, each.term.post.id, each.term.holding.id)))

    @cached_property
    def resting_on_one(self) -> tuple[Resting, ...]:
        """The groups with two or more seats whose every seat rests on the same one person, by their names."""
        found = []
        for resting in resting_on_one(self.standing):
            carrier = self._carrier(*resting.on, resting.posts)
            found.append(Resting(resting.group, carrier, carrier.posts))
        return tuple(found)

    @cached_property
    def without_paid_hours(self) -> tuple[Unpaid, ...]:
        """The place's forums and networks without paid hours: first where a source says none, then where none says."""
        found = []
        for body in self.standing.register.bodies():
            if body.classification in FORUMS and is_there(body, self.standing.as_at):
                said = body.capacity.paid_hours if body.capacity else None
                if said is None or says_none(said):
                    found.append(Unpaid(body, said is not None))
        return tuple(sorted(found, key=lambda each: (not each.recorded_as_none, name_order(each.body.name))))

    def _carrier(self, kind: CarrierKind, id_: str, posts: Iterable[str]) -> Carrier:
        return Carrier(kind, id_, carrier_name(self.standing, kind, id_), self._ordered(posts))

    def _ordered(self, ids: Iterable[str]) -> tuple[Post, ...]:
        standing = self.standing
        posts = [standing.posts[id_] for id_ in ids]
        return tuple(sorted(posts, key=lambda post: (name_order(standing.name(post.organization_id)), post.id)))

    def if_left(self, holder: str) -> Departure | None:
        """Say what would happen if a person, the holder of an office or a body stopped; nothing when they hold nothing.

        A group falls silent on a board when each of its seats there that anybody is known to fill is filled by the
        one who leaves, with no deputy; a seat whose holder nobody recorded may still speak, so it is not silent.
        """
        key = self._meant(holder)
        if key is None:
            return None
        left = [post for post in self.standing.posts if key in carriers_of(self.standing, post)]
        own = self.standing.register.own
        seats: dict[tuple[str, str], list[str]] = {}
        for post, groups in self.groups.items():
            board = self.standing.posts[post].organization_id
            for group in groups:
                if group != key[1] and (group in own or board in own):  # of the others not every seat is known here
                    seats.setdefault((group, board), []).append(post)
        heard: dict[str, int] = {}
        silent: dict[str, list[str]] = {}
        for (group, board), posts in seats.items():
            if any(self._still_speaks(post, key) for post in posts):
                heard[group] = heard.get(group, 0) + 1
            elif any(key in self._carried[post] for post in posts):
                silent.setdefault(group, []).append(board)
        bodies = self.standing.organizations
        silences = [
            Silence(
                bodies[group],
                tuple(sorted((bodies[board] for board in boards), key=lambda each: name_order(each.name))),
                group in own and group not in heard,
            )
            for group, boards in silent.items()
        ]
        ordered = sorted(silences, key=lambda each: (not each.everywhere, name_order(each.group.name)))
        return Departure(self._carrier(*key, left), tuple(ordered))

    def _still_speaks(self, post: str, without: Key) -> bool:
        held = self._carried[post]
        if without not in held:
            return bool(held) or self.standing.state(post) in REPRESENTED
        # Of several like seats one is known to be left; somebody unnamed may sit in another.
        others = len(held) > 1 or self.standing.posts[post].number > 1
        return others or has_deputy(self.standing, post, other_than=without[1])

    def _meant(self, holder: str) -> Key | None:
        if holder in self.standing.posts:
            held = carriers_of(self.standing, holder)
            office = (CarrierKind.OFFICE, holder)
            if held and held[0][0] is CarrierKind.OFFICE and any(office in each for each in self._carried.values()):
                return office  # offices that fill each other in a circle have no end to go to
            return held[0] if held else None
        for kind, known in (
            (CarrierKind.PERSON, self.standing.register.people),
            (CarrierKind.ORGANIZATION, self.standing.organizations),
        ):
            if holder in known and self.standing.held(holder):
                return kind, holder
        return None


def says_none(paid_hours: str) -> bool:
    """Tell whether a source's phrase on paid hours says that there are none."""
    said = f"{paid_hours.strip().casefold()} "
    return said.startswith(_NONE_AT_ALL)


def by_window(endings: Iterable[Ending]) -> Mapping[int, tuple[Ending, ...]]:
    """Sort endings into 0 (ended), and within 30, 90 and 180 days; each stands in the nearest one only."""
    found: dict[int, list[Ending]] = {}
    for each in endings:
        window = 0 if each.days < 0 else next(days for days in WINDOWS if each.days <= days)
        found.setdefault(window, []).append(each)
    return {window: tuple(found[window]) for window in (0, *WINDOWS) if window in found}
