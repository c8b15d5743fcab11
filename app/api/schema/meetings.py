"""Meetings, who was there, and the actions that came of them."""

import strawberry

from app.api.loading.batches import Now
from app.api.loading.context import Info
from app.api.schema.common import Node
from app.api.schema.fields import Recorded, plain, resolved
from app.api.schema.people import Holder
from app.api.schema.places import citations
from app.api.schema.references import ActionRef, AttendanceRef, MeetingRef, OrganizationRef, PersonRef
from app.api.schema.scalars import PartialDate
from app.api.schema.updating import updated_at
from app.domain import records as r
from app.domain import vocabulary as words


@strawberry.type(name="Meeting", description="One meeting of a body, held or to come.")
class MeetingType(Recorded, Node):
    """One meeting of a body."""

    record = r.Meeting

    organization_id: strawberry.Private[str]
    date: PartialDate = plain("The day, or the month or year when that is all the source gives.")
    label: str | None = plain("What the meeting is called.")
    venue: str | None = plain("Where it was held.")
    status: words.MeetingStatus | None = plain("Whether it is planned, was held or cancelled; null when nobody says.")
    quorate: words.YesNoNotRecorded = plain("Whether enough members were there, as its source says.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()
    updated_at = updated_at()

    @resolved(OrganizationRef)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The body that met."""
        return info.context.loaders.organization(self.organization_id)

    @resolved(list[AttendanceRef])
    def attendance(self, info: Info) -> Now[list[r.Attendance]]:
        """Who was there, was missing, or is expected."""
        return info.context.loaders.attendance(self.id)

    @resolved(list[ActionRef])
    def actions(self, info: Info) -> Now[list[r.Action]]:
        """The actions that came of it."""
        return info.context.loaders.actions(self.id)


@strawberry.type(
    name="Attendance",
    description="Somebody at a meeting, or missing from it: a person, a body, or a person for a body.",
)
class AttendanceType(Recorded):
    """Somebody at a meeting, or missing from it."""

    record = r.Attendance

    kind: strawberry.Private[words.AttendanceKind]
    person_id: strawberry.Private[str | None]
    organization_id: strawberry.Private[str | None]
    deputising_for_id: strawberry.Private[str | None]
    note: str | None = plain("What else there is to know, in our own words.")

    @resolved(words.AttendanceKind, name="as")
    def as_(self) -> words.AttendanceKind:
        """How they were there, or were not."""
        return self.kind

    @resolved(PersonRef | None)
    def person(self, info: Info) -> Now[r.Person | None]:
        """The person; null when only a body is recorded."""
        return info.context.loaders.person(self.person_id)

    @resolved(OrganizationRef | None)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The body, or the body that the person came for; null when none is recorded."""
        return info.context.loaders.organization(self.organization_id)

    @resolved(PersonRef | None)
    def deputising_for(self, info: Info) -> Now[r.Person | None]:
        """The member in whose place the person came."""
        return info.context.loaders.person(self.deputising_for_id)


@strawberry.type(name="Action", description="Something that a meeting asked somebody to do.")
class ActionType(Recorded, Node):
    """Something that a meeting asked somebody to do."""

    record = r.Action

    meeting_id: strawberry.Private[str | None]
    owner_ids: strawberry.Private[tuple[tuple[str, str], ...]]
    text: str = plain("What is to be done, in our own words.")
    status: words.ActionStatus = plain("How far it has come.")
    due: PartialDate | None = plain("By when.")
    owner_note: str | None = plain("Who is to do it, when the source does not name a person or body.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()
    updated_at = updated_at()

    @resolved(list[Holder])
    def owners(self, info: Info) -> Now[list[r.Person | r.Organization]]:
        """Who is to do it."""
        return info.context.loaders.holders(self.owner_ids)

    @resolved(MeetingRef | None)
    def arising_from(self, info: Info) -> Now[r.Meeting | None]:
        """The meeting that it came of."""
        return info.context.loaders.meeting(self.meeting_id)
