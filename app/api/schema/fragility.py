"""Fragility: who carries how much, whose term ends, and what if somebody left."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.batches import Now
from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.people import Holder
from app.api.schema.references import OrganizationRef, PostRef, TenureRef
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.carrying import Carrier
from app.questions.fragility import words as told_as
from app.questions.fragility.ask import ToldFragility, find_fragility, tenure_of
from app.questions.fragility.holders import holder_meant
from app.questions.fragility.rules import Departure, Ending, Fragility, Resting, Silence, Unpaid


@dataclass(frozen=True, slots=True)
class Carried:
    """The value behind one seat that somebody carries."""

    post: r.Post
    place: Fragility


@dataclass(frozen=True, slots=True)
class CarrierFound:
    """The value behind a carrier."""

    carrier: Carrier
    told: ToldFragility


@dataclass(frozen=True, slots=True)
class EndingFound:
    """The value behind a term that ends."""

    ending: Ending
    place: Fragility


@dataclass(frozen=True, slots=True)
class RestingFound:
    """The value behind a group whose every seat rests on one person."""

    resting: Resting
    place: Fragility
    told: ToldFragility


@dataclass(frozen=True, slots=True)
class DepartureFound:
    """The value behind what would happen if somebody left."""

    departure: Departure
    place: Fragility
    told: ToldFragility


@strawberry.type(description="A seat that somebody carries for the sector.")
class CarriedSeat(Recorded):
    """A seat that somebody carries for the sector."""

    record = Carried

    place: strawberry.Private[Fragility]
    post: PostRef = plain("The seat.")

    @resolved(list[OrganizationRef])
    def groups(self) -> list[r.Organization]:
        """The voluntary, community or faith groups, or people at large, that it speaks for."""
        found: Any = self
        return _groups(found.place, found.post)


@strawberry.type(name="Carrier", description="Who carries seats for voluntary, community and faith groups.")
class CarrierType(Recorded):
    """Who carries seats for the sector."""

    record = CarrierFound

    carrier: strawberry.Private[Carrier]
    told: strawberry.Private[ToldFragility]

    @resolved(words.CarrierKind)
    def kind(self) -> words.CarrierKind:
        """What is known of them: a person, an office without its holder's name, or a body."""
        return self.carrier.kind

    @resolved(str)
    def name(self) -> str:
        """What they are called; an office by what it is."""
        return self.carrier.name

    @resolved(Holder | None)
    def holder(self, info: Info) -> Now[r.Person | r.Organization | None]:
        """The person or body; null when only the office is known."""
        if self.carrier.kind is words.CarrierKind.OFFICE:
            return None
        return info.context.loaders.holder(self.carrier.id, self.carrier.kind is words.CarrierKind.PERSON)

    @resolved(PostRef | None)
    def office(self, info: Info) -> Now[r.Post | None]:
        """The office, when nobody recorded who holds it."""
        is_office = self.carrier.kind is words.CarrierKind.OFFICE
        return info.context.loaders.post(self.carrier.id if is_office else None)

    @resolved(list[CarriedSeat])
    def seats(self) -> list[Carried]:
        """The seats, by the names of the bodies they are on."""
        return [Carried(post, _place_of(self.told, post.id)) for post in self.carrier.posts]


@strawberry.type(description="A term that has ended or will, with nobody following.")
class EndingTerm(Recorded):
    """A term that has ended or will."""

    record = EndingFound

    ending: strawberry.Private[Ending]
    place: strawberry.Private[Fragility]

    @resolved(PostRef)
    def post(self) -> r.Post:
        """The seat."""
        return self.ending.term.post

    @resolved(TenureRef)
    def tenure(self) -> r.Tenure:
        """Who holds or held it, and from when until when."""
        return tenure_of(self.place, self.ending)

    @resolved(date)
    def ends(self) -> date:
        """The last day that it may last."""
        return self.ending.term.end

    @resolved(int)
    def days(self) -> int:
        """In how many days it ends; negative when it has ended."""
        return self.ending.days

    @resolved(str)
    def explanation(self) -> str:
        """The same in one sentence."""
        return told_as.ending(self.place, self.ending)


@strawberry.type(description="A group whose every seat, two or more, rests on one person.")
class RestingGroup(Recorded):
    """A group whose every seat rests on one person."""

    record = RestingFound

    resting: strawberry.Private[Resting]
    place: strawberry.Private[Fragility]
    told: strawberry.Private[ToldFragility]

    @resolved(OrganizationRef)
    def group(self) -> r.Organization:
        """The group."""
        return self.resting.group

    @resolved(CarrierType)
    def carrier(self) -> CarrierFound:
        """The one person, or the one office, with the group's seats."""
        return CarrierFound(self.resting.carrier, self.told)

    @resolved(str)
    def explanation(self) -> str:
        """The same in one sentence."""
        return told_as.resting(self.place, self.resting)


@strawberry.type(description="A forum or network without paid hours.")
class UnpaidForum(Recorded):
    """A forum or network without paid hours."""

    record = Unpaid

    body: OrganizationRef = plain("The forum or network.")
    recorded_as_none: bool = plain("Whether a source says that there are none; otherwise no source says anything.")


@strawberry.type(name="Silence", description="A group that would have nobody left on some boards.")
class SilenceType(Recorded):
    """A group that would have nobody left on some boards."""

    record = Silence

    group: OrganizationRef = plain("The group.")
    boards: list[OrganizationRef] = plain("The boards on which it would fall silent.")
    everywhere: bool = plain("Whether it would then have nobody anywhere.")


@strawberry.type(name="Departure", description="What would happen if somebody left.")
class DepartureType(Recorded):
    """What would happen if somebody left."""

    record = DepartureFound

    departure: strawberry.Private[Departure]
    place: strawberry.Private[Fragility]
    told: strawberry.Private[ToldFragility]

    @resolved(CarrierType)
    def carrier(self) -> CarrierFound:
        """Who leaves, with every post that they hold or fill."""
        return CarrierFound(self.departure.carrier, self.told)

    @resolved(list[SilenceType])
    def silences(self) -> list[Silence]:
        """The groups that would fall silent, those that would have nobody anywhere first."""
        return list(self.departure.silences)

    @resolved(list[str])
    def explanations(self) -> list[str]:
        """The same in sentences: what is left, then a sentence a group."""
        return [told_as.leaving(self.departure), *told_as.silenced(self.place, self.departure)]


@strawberry.type(name="Fragility", description="How much rests on how few, on a day.")
class FragilityType(Recorded):
    """How much rests on how few, on a day."""

    record = ToldFragility

    on: date = plain("The day of the answer.")

    @resolved(str)
    def answer(self) -> str:
        """The answer in one sentence."""
        found: Any = self
        return told_as.opening(found)

    @resolved(list[CarrierType])
    def carriers(self) -> list[CarrierFound]:
        """Who carries seats for voluntary, community and faith groups: those with most first."""
        found: Any = self
        return [CarrierFound(carrier, found) for carrier in found.carriers]

    @resolved(list[PostRef])
    def without_deputy(
        self,
        others_have_one: Annotated[bool, argument("Only on bodies where other seats have a standing deputy.")] = False,
    ) -> list[r.Post]:
        """The sector's seats that somebody holds with no standing deputy recorded."""
        found: Any = self
        return [each.post for each in found.without_deputy if each.others_have_one or not others_have_one]

    @resolved(list[EndingTerm])
    def terms(self) -> list[EndingFound]:
        """The terms that have ended with nobody following, or end within 180 days: the earliest end first."""
        found: Any = self
        return [EndingFound(each, _place_of(found, each.term.post.id)) for each in found.endings]

    @resolved(list[RestingGroup])
    def resting_on_one(self) -> list[RestingFound]:
        """The groups with two or more seats, all of which rest on one person."""
        found: Any = self
        return [
            RestingFound(each, place.fragility, found)
            for place in found.places
            for each in place.fragility.resting_on_one
        ]

    @resolved(list[UnpaidForum])
    def without_paid_hours(self) -> list[Unpaid]:
        """The forums and networks without paid hours: those first of which a source says so."""
        found: Any = self
        return list(found.without_paid_hours)

    @resolved(DepartureType | None)
    async def if_left(
        self,
        info: Info,
        holder: Annotated[strawberry.ID, argument("A person, a body, or an office's post, by id or name.")],
    ) -> DepartureFound:
        """Which groups would fall silent on which boards if somebody left."""
        found: Any = self
        place, departure = found.if_left(await holder_meant(info.context.explorer, found, holder))
        return DepartureFound(departure, place.fragility, found)


def _place_of(told: ToldFragility, post: str) -> Fragility:
    return next(place.fragility for place in told.places if post in place.fragility.standing.posts)


def _groups(place: Fragility, post: r.Post) -> list[r.Organization]:
    return [place.standing.organizations[id_] for id_ in place.groups.get(post.id, ())]


@strawberry.type(description="Asking how much rests on how few.")
class FragilityAsking:
    """The field of Query that says how much rests on how few."""

    @resolved(FragilityType | None)
    async def fragility(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> ToldFragility:
        """Who carries how much, whose term ends, what has no deputy, and what if somebody left."""
        as_at = info.context.as_at(info, on, include_proposed)
        return await find_fragility(info.context.explorer, area, as_at)
