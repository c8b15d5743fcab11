"""How much rests on how few: who carries the sector's seats, what has no deputy, whose term ends, what if they left.

A seat counts for the sector when it speaks for a voluntary, community or faith group, or for people at large. It is
carried by whoever holds it, followed through the offices that fill it; an office whose holder nobody named carries
it as one person, since one person holds it, whoever that is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.english import name_order
from app.domain.holding import office_name
from app.domain.records import Citation, Organization, Post
from app.domain.rules import is_there, of_the_sector, speaks_for
from app.domain.standing import Standing, StandingOffice
from app.domain.vocabulary import CarrierKind, Classification, TenureCapacity, YesNoNotRecorded
from app.questions.gaps.rules.terms import Term, unfollowed_terms

WINDOWS = (30, 90, 180)
"""How many days ahead the end of a term is told of: three steps, the last the furthest."""

FORUMS = frozenset({Classification.FORUM, Classification.NETWORK})
"""What is asked for its paid hours: bodies that exist to bring people together."""

_NONE_AT_ALL = ("none", "nil", "no ", "no,", "not paid", "unpaid", "without", "0 ", "zero")


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
            groups = tuple(id_ for id_ in speaks_for(standing, post) if of_the_sector(standing.organizations.get(id_)))
            if groups and post.taken_up is not YesNoNotRecorded.NO:
                self.groups[post.id] = groups
        self._carried = {id_: carriers_of(standing, id_) for id_ in self.groups}

    @cached_property
    def carriers(self) -> tuple[Carrier, ...]:
        """Who carries seats for the sector, those with most first, then by name."""
        seats: dict[tuple[CarrierKind, str], list[str]] = {}
        for post, held in self._carried.items():
            for key in held:
                seats.setdefault(key, []).append(post)
        found = [self._carrier(kind, id_, posts) for (kind, id_), posts in seats.items()]
        return tuple(sorted(found, key=lambda each: (-len(each.posts), name_order(each.name), each.id)))

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
        seats: dict[str, list[str]] = {}
        for post, groups in self.groups.items():
            for group in groups:
                seats.setdefault(group, []).append(post)
        found = []
        for group, posts in seats.items():
            if group not in self.standing.register.own:
                continue  # its other seats may stand in another place's register
            rests = {self._rests_on(post) for post in posts}
            only = next(iter(rests)) if len(rests) == 1 else None
            if only and len(posts) > 1:
                carrier = self._carrier(*only, posts)
                found.append(Resting(self.standing.organizations[group], carrier, carrier.posts))
        return tuple(sorted(found, key=lambda each: name_order(each.group.name)))

    @cached_property
    def without_paid_hours(self) -> tuple[Unpaid, ...]:
        """The place's forums and networks without paid hours: first where a source says none, then where none says."""
        found = []
        for body in self.standing.register.bodies():
            if body.classification in FORUMS and is_there(body, self.standing):
                said = body.capacity.paid_hours if body.capacity else None
                if said is None or says_none(said):
                    found.append(Unpaid(body, said is not None))
        return tuple(sorted(found, key=lambda each: (not each.recorded_as_none, name_order(each.body.name))))

    def _rests_on(self, post: str) -> tuple[CarrierKind, str] | None:
        """Return the one person whom a seat rests on; nothing when there may be another who speaks."""
        held = self._carried[post]
        alone = len(held) == 1 and self.standing.posts[post].number == 1 and not has_deputy(self.standing, post)
        return held[0] if alone and held[0][0] is not CarrierKind.ORGANIZATION else None

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

    def _still_speaks(self, post: str, without: tuple[CarrierKind, str]) -> bool:
        held = self._carried[post]
        if without not in held:
            return bool(held) or not self.standing.vacant(post)
        # Of several like seats one is known to be left; somebody unnamed may sit in another.
        others = len(held) > 1 or self.standing.posts[post].number > 1
        return others or has_deputy(self.standing, post, other_than=without[1])

    def _meant(self, holder: str) -> tuple[CarrierKind, str] | None:
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


def carriers_of(standing: Standing, post: str) -> tuple[tuple[CarrierKind, str], ...]:
    """Return who carries a seat: whoever holds it, deputies left out; else the office at the end of what fills it."""
    if standing.vacant(post):
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
    post = standing.posts[id_]
    return f"the {office_name(StandingOffice(post, standing.name(post.organization_id)))} (name not recorded)"


def has_deputy(standing: Standing, post: str, *, other_than: str = "") -> bool:
    """Tell whether a seat has a standing deputy, other than somebody."""
    tenures = standing.tenures(post)
    return any(t.capacity is TenureCapacity.DEPUTY and t.holder_id != other_than for t in tenures)


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
