"""Who is on a body: seats by sector, vote, basis and holder, members by a line, and who came to the meetings."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.batches import Now
from app.api.loading.context import Info
from app.api.schema.composition import JudgedRule, ToldVerdict, told_verdicts
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.nearest import id_meant
from app.api.schema.references import MeetingRef, OrganizationRef, PostRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.balance import ask as saying
from app.questions.balance import attendance as a
from app.questions.balance import rules as b
from app.questions.balance.ask import ToldBalance, find_balance
from app.reading.resolving import BODIES


@dataclass(frozen=True, slots=True)
class VotingTally:
    """The value behind a number of seats by vote."""

    voting: words.YesNoNotRecorded
    seats: int


@dataclass(frozen=True, slots=True)
class BasisTally:
    """The value behind a number of seats by basis."""

    basis: words.Basis
    seats: int


@dataclass(frozen=True, slots=True)
class RoleTally:
    """The value behind a number of seats by role."""

    role: words.Role
    seats: int


@dataclass(frozen=True, slots=True)
class ToldSeat:
    """The value behind a seat of a balance: the seat, and the answer that it belongs to."""

    told: ToldBalance
    seat: b.PlacedSeat


@strawberry.type(description="So many seats, by their vote and by who is in them; each of the two adds up to all.")
class SeatCount:
    """So many seats."""

    seats: int = plain("How many there are.")
    voting: int = plain("How many have a vote.")
    not_voting: int = plain("How many have none.")
    voting_not_recorded: int = plain("Of how many no source says.")
    filled: int = plain("In how many somebody is known to sit.")
    unnamed: int = plain("Of the filled: how many by somebody known only by an office, or not named at all.")
    vacant: int = plain("How many are recorded as vacant.")
    not_taken_up: int = plain("How many are places that are not taken up.")
    term_over: int = plain("How many were held last by somebody whose term is over.")
    holder_not_recorded: int = plain("Of how many no source says who holds them, nor that they are vacant.")


@strawberry.type(description="The seats of one sector.")
class SectorShare:
    """The seats of one sector."""

    sector: words.Sector | None = plain("The sector; null when it is not recorded.")
    count: SeatCount = plain("The seats.")


@strawberry.type(description="How many seats vote, do not, or are not recorded to.")
class VotingShare:
    """A number of seats by vote."""

    voting: words.YesNoNotRecorded = plain("Whether they vote.")
    seats: int = plain("How many.")


@strawberry.type(description="How many seats are filled in one way.")
class BasisShare:
    """A number of seats by basis."""

    basis: words.Basis = plain("How they are filled.")
    seats: int = plain("How many.")


@strawberry.type(description="How many seats are for one role.")
class RoleShare:
    """A number of seats by role."""

    role: words.Role = plain("The role.")
    seats: int = plain("How many.")


@strawberry.type(description="One seat, with the sector it counts for and what says so.")
class PlacedSeat(Recorded):
    """One seat with its sector."""

    record = ToldSeat

    told: strawberry.Private[ToldBalance]
    seat: strawberry.Private[b.PlacedSeat]

    @resolved(PostRef)
    def post(self) -> r.Post:
        """The seat; its number says how many alike it stands for."""
        return self.seat.post

    @resolved(words.Sector | None)
    def sector(self) -> words.Sector | None:
        """The sector that it counts for; null when it is not recorded."""
        return self.seat.sector

    @resolved(words.SectorSign)
    def sign(self) -> words.SectorSign:
        """What says so."""
        return self.seat.sign

    @resolved(str)
    def because(self) -> str:
        """What says so, in a phrase."""
        return saying.sign(self.told, self.seat)

    @resolved(SeatCount)
    def count(self) -> b.SeatCount:
        """How it is counted."""
        return self.seat.count


@strawberry.type(description="The bodies of one sector that are members by a line, apart from any seat.")
class MemberShare(Recorded):
    """The members of one sector."""

    record = b.MemberShare

    organization_ids: strawberry.Private[tuple[str, ...]]
    sector: words.Sector | None = plain("The sector; null when it is not recorded.")
    members: int = plain("How many there are: 22 for 22 alike that are recorded as one.")

    @resolved(list[OrganizationRef])
    def organizations(self, info: Info) -> Now[list[r.Organization]]:
        """The members."""
        return info.context.loaders.organizations(self.organization_ids)


@strawberry.type(description="How often people came to meetings, and how.")
class Came:
    """How often people came."""

    present: int = plain("Present.")
    deputising: int = plain("In a member's place.")
    in_attendance: int = plain("There without being a member.")
    guests: int = plain("There as a guest.")
    apologies: int = plain("Missing, with apologies and nobody in their place.")


@strawberry.type(description="How often people came to meetings for one body.")
class Attending(Recorded):
    """How often people came for one body."""

    record = a.Attending

    organization_id: strawberry.Private[str | None]
    came: Came = plain("How often, and how.")

    @resolved(OrganizationRef | None)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """Whom they came for; null when it is not recorded."""
        return info.context.loaders.organization(self.organization_id)


@strawberry.type(description="Who came to a body's meetings up to a day.")
class Turnout:
    """Who came to a body's meetings."""

    meetings: list[MeetingRef] = plain("The meetings counted: those of which a source says who came.")
    unrecorded: list[MeetingRef] = plain("Meetings of which no source says who came.")
    to_come: list[MeetingRef] = plain("Meetings after the day, or known only from what was written before them.")
    came: Came = plain("How often people came, and how.")
    by_organization: list[Attending] = plain("The same for each body that people came for.")


@strawberry.type(description="Who is on a body on a day: its seats, its members by a line, and who comes.")
class SectorBalance(Recorded):
    """Who is on a body."""

    record = ToldBalance

    balance: strawberry.Private[b.Balance]
    of: OrganizationRef = plain("The body asked about.")
    on: date = plain("The day of the answer.")
    sentences: list[str] = plain("The answer in sentences, as on the page.")

    @resolved(int)
    def seats(self) -> int:
        """How many seats are recorded."""
        return self.balance.whole.seats

    @resolved(SeatCount)
    def whole(self) -> b.SeatCount:
        """All seats, counted."""
        return self.balance.whole

    @resolved(int)
    def filled(self) -> int:
        """In how many seats somebody is known to sit."""
        return self.balance.whole.filled

    @resolved(int)
    def vacant(self) -> int:
        """How many seats are recorded as vacant."""
        return self.balance.whole.vacant

    @resolved(int)
    def not_taken_up(self) -> int:
        """How many places are not taken up."""
        return self.balance.whole.not_taken_up

    @resolved(list[SectorShare])
    def by_sector(self) -> list[b.SectorShare]:
        """The seats by sector; sectors without a seat are left out."""
        return list(self.balance.by_sector)

    @resolved(list[VotingShare])
    def by_voting(self) -> list[VotingTally]:
        """The seats by vote."""
        return [VotingTally(*pair) for pair in self.balance.by_voting]

    @resolved(list[BasisShare])
    def by_basis(self) -> list[BasisTally]:
        """The seats by how they are filled."""
        return [BasisTally(*pair) for pair in self.balance.by_basis]

    @resolved(list[RoleShare])
    def by_role(self) -> list[RoleTally]:
        """The seats by role."""
        return [RoleTally(*pair) for pair in self.balance.by_role]

    @resolved(list[PlacedSeat])
    def placed(self) -> list[ToldSeat]:
        """Every seat with its sector, chairs first."""
        told: Any = self
        return [ToldSeat(told, seat) for seat in self.balance.placed]

    @resolved(list[MemberShare])
    def members(self) -> list[b.MemberShare]:
        """The bodies that are members by a recorded line, by sector; they are not counted as seats."""
        return list(self.balance.members)

    @resolved(list[JudgedRule])
    def composition(self) -> list[ToldVerdict]:
        """What its own terms say of who is to be on it, each rule judged by the seats that are recorded."""
        told: Any = self
        return told_verdicts(told)

    @resolved(Turnout)
    def attendance(self) -> a.Turnout:
        """Who came to its meetings."""
        return self.balance.turnout

    @resolved(PartialDate | None)
    def as_recorded(self) -> str | None:
        """How fresh the answer is: the date of the newest source behind it."""
        told: Any = self
        found: str | None = told.fresh.newest
        return found


@strawberry.type(description="Asking who is on a body.")
class BalanceAsking:
    """The field of Query that says who is on a body."""

    @resolved(SectorBalance | None)
    async def balance(
        self,
        info: Info,
        of: Annotated[strawberry.ID, argument("The body, by id, or by a name as well as it is remembered.")],
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> ToldBalance:
        """Who is on a body: its seats by sector, vote, basis and holder, its members, and who comes to its meetings."""
        as_at = info.context.as_at(info, on, include_proposed)
        return await find_balance(info.context.explorer, await id_meant(info, of, BODIES), as_at)
