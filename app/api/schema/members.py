"""Who is on a body, as a list of members: the same list as is printed with an agenda."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.nearest import id_meant
from app.api.schema.references import MeetingRef, OrganizationRef, PostRef, TenureRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.seat_state import term_due
from app.questions.members import rules as m
from app.questions.members import words as saying
from app.questions.members.ask import MemberList, find_members
from app.reading.resolving import BODIES


@dataclass(frozen=True, slots=True)
class ToldMember:
    """The value behind a member: the row, and the list that it belongs to."""

    told: MemberList
    member: m.Member


@strawberry.type(description="How often a member came to the meetings that are counted.")
class MemberAttendance(Recorded):
    """How often a member came."""

    record = m.Attended

    meetings: int = plain("How many meetings are counted: those since the member joined.")
    came: int = plain("To how many the member came.")
    by_deputy: int = plain("To how many somebody came in the member's place.")
    apologies: int = plain("For how many the member sent apologies.")


@strawberry.type(description="One row of a list of members: somebody in a seat, or seats in which nobody is named.")
class Member(Recorded):
    """One row of a list of members."""

    record = ToldMember

    told: strawberry.Private[MemberList]
    member: strawberry.Private[m.Member]

    @resolved(str)
    def name(self) -> str:
        """The name as people write it, or why nobody is named."""
        return saying.name(self.member)

    @resolved(PostRef)
    def post(self) -> r.Post:
        """The seat."""
        return self.member.post

    @resolved(int)
    def seats(self) -> int:
        """For how many seats of the post the row stands."""
        return self.member.seats

    @resolved(words.PostState)
    def state(self) -> words.PostState:
        """Who is in these seats; of several alike some may be held and others vacant."""
        return self.member.state

    @resolved(TenureRef | None)
    def tenure(self) -> r.Tenure | None:
        """Who is named, and since when; null where nobody is."""
        return self.member.tenure

    @resolved(list[OrganizationRef])
    def comes_from(self) -> list[r.Organization]:
        """The bodies that employ the member, or whose office fills the seat."""
        return self.told.named(self.member.from_ids)

    @resolved(list[OrganizationRef])
    def speaks_for(self) -> list[r.Organization]:
        """Whom the seat speaks for."""
        return self.told.named(self.member.for_ids)

    @resolved(list[TenureRef])
    def deputies(self) -> list[r.Tenure]:
        """Who deputises, as a rule; whoever did so once is among the attendance of that meeting."""
        return list(self.member.deputies)

    @resolved(PartialDate | None)
    def term_ends(self) -> str | None:
        """When the term is due to end, as recorded or by the length of a term; null where no source says."""
        due = term_due(self.member.post, self.member.tenure) if self.member.tenure else None
        return due.text if due else None

    @resolved(MemberAttendance | None)
    def attended(self) -> m.Attended | None:
        """How often the member came; null where nobody is named, or no meeting since has a record of who came."""
        return self.member.attended


@strawberry.type(name="MemberList", description="The members of a body on a day, the chair first.")
class MemberListType(Recorded):
    """The members of a body."""

    record = MemberList

    of: OrganizationRef = plain("The body asked about.")
    on: date = plain("The day of the answer.")
    meetings: list[MeetingRef] = plain(
        "The meetings over which attendance is counted: the last twelve months recorded up to the day."
    )

    @resolved(list[str])
    def sentences(self) -> list[str]:
        """The answer in sentences, as on the page."""
        told = cast(MemberList, self)
        said = (*saying.sentences(told), saying.attendance(told), saying.silences(told))
        return [text for text in said if text]

    @resolved(list[Member])
    def members(self) -> list[ToldMember]:
        """The members: chair, vice-chair, then the document's own order, observers last."""
        told = cast(MemberList, self)
        return [ToldMember(told, member) for member in told.members]

    @resolved(PartialDate | None)
    def as_recorded(self) -> str | None:
        """How fresh the answer is: the date of the newest source behind it."""
        told = cast(MemberList, self)
        return told.fresh.newest


@strawberry.type(description="Asking who the members of a body are.")
class MembersAsking:
    """The field of Query that lists the members of a body."""

    @resolved(MemberListType | None)
    async def members(
        self,
        info: Info,
        of: Annotated[strawberry.ID, argument("The body, by id, or by a name as well as it is remembered.")],
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> MemberList:
        """The members of a body: who, from where, with deputies, terms, vacancies, and how often each came."""
        as_at = info.context.as_at(info, on, include_proposed)
        return await find_members(info.context.explorer, await id_meant(info, of, BODIES), as_at)
