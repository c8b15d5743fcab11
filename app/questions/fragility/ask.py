"""How much rests on how few in a place, with every name and in sentences that page, field and command share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.carrying import Carrier
from app.domain.dates import spoken
from app.domain.english import counted, listed, name_order, role_name, with_article
from app.domain.telling import all_called, called, seat_called, sentence
from app.domain.vocabulary import CarrierKind
from app.errors import UnknownId
from app.questions.fragility.rules import Departure, Ending, Fragility, Resting, Undeputized, Unpaid
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, standing_of


@dataclass(frozen=True, slots=True)
class Place:
    """One place with what rests on how few in it."""

    area: r.Area
    fragility: Fragility


@dataclass(frozen=True, slots=True)
class Told:
    """The answer for one place or for several, on a day."""

    on: date
    places: tuple[Place, ...]

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """Who carries seats for the sector; who does so in several places stands once, with all the seats."""
        if len(self.places) == 1:
            return self.places[0].fragility.carriers
        seats: dict[tuple[str, str], dict[str, r.Post]] = {}
        names: dict[tuple[str, str], Carrier] = {}
        for place in self.places:
            for each in place.fragility.carriers:
                key = (each.kind, each.id)
                names[key] = each
                seats.setdefault(key, {}).update((post.id, post) for post in each.posts)
        found = [Carrier(each.kind, each.id, each.name, tuple(seats[key].values())) for key, each in names.items()]
        return tuple(sorted(found, key=lambda each: (-len(each.posts), name_order(each.name), each.id)))

    @property
    def without_deputy(self) -> tuple[Undeputized, ...]:
        """The sector's seats that somebody holds without a standing deputy recorded, each once."""
        return tuple({e.post.id: e for place in self.places for e in place.fragility.without_deputy}.values())

    @property
    def endings(self) -> tuple[Ending, ...]:
        """The terms that have ended or will, the earliest end first, each once."""
        found = {each.term.holding.id: each for place in self.places for each in place.fragility.endings}
        return tuple(sorted(found.values(), key=lambda each: (each.days, each.term.post.id, each.term.holding.id)))

    @property
    def resting_on_one(self) -> tuple[Resting, ...]:
        """The groups whose every seat rests on one person."""
        return tuple(each for place in self.places for each in place.fragility.resting_on_one)

    @property
    def without_paid_hours(self) -> tuple[Unpaid, ...]:
        """The forums and networks without paid hours recorded."""
        return tuple(each for place in self.places for each in place.fragility.without_paid_hours)

    def if_left(self, holder: str) -> tuple[Place, Departure]:
        """Say what would happen if somebody left, in the first of the places where they hold anything."""
        for place in self.places:
            found = place.fragility.if_left(holder)
            if found:
                return place, found
        near = [each for each in self.carriers if holder.rpartition("/")[2] in each.id][:5] or self.carriers[:5]
        raise UnknownId(
            f"Nobody with the id '{holder[:120]}' is recorded as holding a post here on that day.",
            [(each.id, each.name) for each in near],
        )


async def find_fragility(explorer: Explorer, area: str | None, as_at: AsAt) -> Told:
    """Answer for a place, or for all of them; UnknownId when nobody knows the area."""
    ids = await areas_asked(explorer, area)
    contents = await explorer.catalogue.contents()
    places = []
    for id_ in ids:
        standing = await standing_of(explorer, id_, as_at)
        places.append(Place(contents.areas[id_], await explorer.aside(partial(Fragility, standing))))
    return Told(as_at.on, tuple(places))


def opening(told: Told) -> str:
    """Say in one sentence how many carry how many seats, and how many the first of them carries."""
    carriers = told.carriers
    where = f"In {told.places[0].area.name}" if len(told.places) == 1 else f"In {counted(len(told.places), 'place')}"
    seats = len({post.id for each in carriers for post in each.posts})
    if not seats:
        return f"{where} nobody is recorded as holding a seat for voluntary, community or faith groups on that day."
    one = "carries" if len(carriers) == 1 else "carry"
    most = len(carriers[0].posts)
    said = f"{where} {_people(carriers)} {one} {counted(seats, 'seat')} for voluntary, community and faith groups"
    return f"{said}; one of them carries {most}." if most > 1 and len(carriers) > 1 else f"{said}."


def _people(carriers: Sequence[Carrier]) -> str:
    counts = [
        (CarrierKind.PERSON, "named person", "named people"),
        (CarrierKind.OFFICE, "holder of an office whose name is not recorded", "holders of offices who are not named"),
        (CarrierKind.ORGANIZATION, "body", "bodies"),
    ]
    numbers = [(sum(c.kind is kind for c in carriers), one, many) for kind, one, many in counts]
    return listed([counted(number, one, many) for number, one, many in numbers if number])


def carrying(place: Fragility, carrier: Carrier) -> str:
    """Say which seats somebody carries, and for whom."""
    return sentence(f"{carrier.name} carries {counted(len(carrier.posts), 'seat')}: {_seats(place, carrier.posts)}")


def resting(place: Fragility, found: Resting) -> str:
    """Say that a group's every seat rests on one person."""
    return sentence(
        f"every seat of {called(place.standing, found.group.id)}, {counted(len(found.posts), 'seat')} on"
        f" {all_called(place.standing, dict.fromkeys(p.organization_id for p in found.posts))},"
        f" rests on one person: {found.carrier.name}"
    )


def ending(place: Fragility, found: Ending) -> str:
    """Say whose time has ended or will, when, and that nobody follows."""
    standing, term = place.standing, found.term
    who = standing.name(term.holding.holder_id)
    if found.days < 0:
        verb, distance = "ended", f"{counted(-found.days, 'day')} before"
    else:
        verb, distance = "ends", f"{counted(found.days, 'day')} after" if found.days else "that is"
    day = spoken(standing.on.isoformat())
    return sentence(
        f"{who}'s time in {seat_called(standing, term.post)} {verb} {term.when}, {distance} {day};"
        " nobody is recorded as following"
    )


def tenure_of(place: Fragility, found: Ending) -> r.Tenure:
    """Return the holding that ends, as a tenure."""
    held, standing = found.term.holding, place.standing
    return r.Tenure(
        held.post_id,
        held.holder_id,
        standing.name(held.holder_id),
        held.holder_is_person,
        held.capacity,
        held.certainty,
        held.note,
        held.period,
        held.citations,
        (),
    )


def unpaid(found: Unpaid) -> str:
    """Say that a forum has no paid hours, or that nobody recorded any."""
    name = with_article(found.body.name)
    if found.recorded_as_none:
        return sentence(f"{name} is recorded as having no paid hours")
    return sentence(f"whether {name} has paid hours is not recorded")


def deputies(told: Told) -> str:
    """Say for how many seats no standing deputy is recorded, and where that tells something."""
    found = told.without_deputy
    if not found:
        return "Every seat that somebody holds for the sector has a standing deputy, or nobody holds one."
    one = "seat that somebody holds" if len(found) == 1 else "seats that somebody holds"
    telling = sum(each.others_have_one for each in found)
    beside = (
        f" {sentence(counted(telling, 'of them is', 'of them are') + ' on bodies where other seats have one')}"
        if telling
        else " No other seat on those bodies has one either, so it may be that nobody wrote deputies down."
    )
    return f"No standing deputy is recorded for {counted(len(found), one, one)} for the sector.{beside}"


def leaving(found: Departure) -> str:
    """Say in a sentence what would happen if somebody left."""
    who, posts = found.carrier.name, found.carrier.posts
    left = (
        f"if {who} left, {counted(len(posts), 'post')} would be without its holder"
        if len(posts) == 1
        else (f"if {who} left, {counted(len(posts), 'post')} would be without their holder")
    )
    if not found.silences:
        return sentence(f"{left}, but no group would fall silent on a board")
    boards = {board.id for each in found.silences for board in each.boards}
    groups = counted(len(found.silences), "group")
    return sentence(f"{left}, and {groups} would fall silent on {counted(len(boards), 'board')}")


def silenced(place: Fragility, found: Departure) -> tuple[str, ...]:
    """Say of each group on which boards it would fall silent."""
    said = []
    for each in found.silences:
        boards = all_called(place.standing, [board.id for board in each.boards])
        rest = "; it would then have nobody anywhere" if each.everywhere else ""
        said.append(sentence(f"{called(place.standing, each.group.id)} would have nobody left on {boards}{rest}"))
    return tuple(said)


def seat_name(post: r.Post) -> str:
    """Name a seat: its label, or its role."""
    return post.label or role_name(post.role)


def _seats(place: Fragility, posts: Iterable[r.Post]) -> str:
    standing = place.standing
    said = []
    for post in posts:
        groups = place.groups.get(post.id, ())
        for_whom = f" (for {all_called(standing, groups)})" if groups else ""
        said.append(f"{called(standing, post.organization_id)}{for_whom}")
    return listed(said)
