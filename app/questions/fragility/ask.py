"""How much rests on how few in a place, with every name and in sentences that page, field and command share."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.carrying import Carrier
from app.domain.english import name_order
from app.errors import UnknownId
from app.questions.fragility.rules import Departure, Ending, Fragility, Resting, Undeputized, Unpaid
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, standing_of


@dataclass(frozen=True, slots=True)
class FragilePlace:
    """One place with what rests on how few in it."""

    area: r.Area
    fragility: Fragility


@dataclass(frozen=True, slots=True)
class ToldFragility:
    """The answer for one place or for several, on a day."""

    on: date
    places: tuple[FragilePlace, ...]

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

    def if_left(self, holder: str) -> tuple[FragilePlace, Departure]:
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


async def find_fragility(explorer: Explorer, area: str | None, as_at: AsAt) -> ToldFragility:
    """Answer for a place, or for all of them; UnknownId when nobody knows the area."""
    ids = await areas_asked(explorer, area)
    contents = await explorer.catalogue.contents()
    places = []
    for id_ in ids:
        standing = await standing_of(explorer, id_, as_at)
        places.append(FragilePlace(contents.areas[id_], await explorer.aside(partial(Fragility, standing))))
    return ToldFragility(as_at.on, tuple(places))


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
