"""Organizations and the lines between them."""

from collections.abc import Sequence
from typing import Annotated, Any

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.loading.paging import Page, asked
from app.api.loading.rules import ToldRule, told_rules
from app.api.loading.themes import theme_of
from app.api.schema.assessments import RecordedAbsenceType
from app.api.schema.common import Capacity, ContactDetail, FormerName, Identifier, Node, Period, Theme
from app.api.schema.composition import CompositionRule
from app.api.schema.connections import Connection
from app.api.schema.fields import After, First, IncludeProposed, On, Recorded, Towards, Types, argument, plain, resolved
from app.api.schema.places import areas, citations
from app.api.schema.references import AreaRef, LineRef, MeetingRef, OrganizationRef, PersonRef, PostRef
from app.api.schema.updating import updated_at
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.bodies import has_ended
from app.store.reader import ALL_LINES


@strawberry.type(
    name="Organization", description="Any group or legal body, or people at large that seats are held for."
)
class OrganizationType(Recorded, Node):
    """Any group or legal body, or a constituency."""

    record = r.Organization

    area_ids: strawberry.Private[Sequence[str]]
    name: str = plain("The name it goes by.")
    alternate_names: list[str] = plain("Other names, spellings and abbreviations that sources use.")
    former_names: list[FormerName] = plain("The names it once had.")
    classification: words.Classification = plain("What sort of body it is.")
    classification_note: str | None = plain("What sort of body it is, in its own words.")
    kind: words.OrganizationKind = plain("Whether people working together, a legal body, a part of one, or people.")
    sector: words.Sector | None = plain("Which part of local life it belongs to.")
    status: words.LifecycleStatus = plain("Where it stands in its life.")
    purpose: str | None = plain("What it is for.")
    count: int = plain("How many alike bodies it stands for: 22 for 22 ward committees, otherwise 1.")
    period: Period = plain("When it was founded and dissolved.")
    contact_details: list[ContactDetail] = plain("Public ways to reach it.")
    capacity: Capacity | None = plain("What it has to work with; null when no source says anything.")
    statutory_requirement: str | None = plain("The law or guidance that requires it.")
    identifiers: list[Identifier] = plain("Its numbers in registers.")
    report_back_days: int | None = plain(
        "Within how many days of its meetings representatives report back; null when it does not say."
    )
    decides: words.Decision = plain("Whether it takes decisions or advises.")
    quorum: str | None = plain("How many must be there for a meeting to count, in its own words.")
    quorum_number: int | None = plain("The same as a number of people.")
    seats_stated: int | None = plain("How many seats a source says it has, whatever is recorded of them.")
    caption: str | None = plain("A few words that stand under its name in its place's picture.")
    pictured: words.Pictured | None = plain(
        "Whether the picture always shows who sits on it, or never does before it is opened; null: as there is room."
    )
    column_order: int | None = plain(
        "Where it stands in its column of the picture, the least number on top; null: below those, by rule."
    )
    certainty: words.Certainty = plain("How sure it is that it is as recorded.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()
    updated_at = updated_at()

    @resolved(bool)
    def ended(self, info: Info, on: On = None) -> bool:
        """Whether it is no more on the day: nothing that hangs on it holds then."""
        body: Any = self
        return has_ended(body, info.context.as_at(info, on).on)

    @resolved(str | None)
    def ending(self, info: Info, on: On = None) -> Now[str | None]:
        """That it has ended by the day, when, and who followed it, in one sentence; null while it has not."""
        body: Any = self
        day = info.context.as_at(info, on).on
        return info.context.loaders.ending(self.id, day) if has_ended(body, day) else None

    @resolved(list[CompositionRule])
    def composition(self, info: Info) -> Now[list[ToldRule]]:
        """What its own terms say of who is on it; a rule that names a group which is not public is left out."""
        rules: Sequence[r.CompositionRule] = self.composition
        named = [id_ for rule in rules for id_ in rule.organization_ids]
        return then(info.context.loaders.organizations(dict.fromkeys(named)), lambda found: told_rules(rules, found))

    @resolved(Theme | None)
    def theme(self) -> r.Theme | None:
        """The heading it stands under in its place's diagram."""
        body: Any = self
        return theme_of(body)

    @resolved(list[AreaRef])
    def areas(self, info: Info) -> Now[list[r.Area]]:
        """The places it belongs to."""
        return areas(info, self.area_ids)

    @resolved(list[PostRef])
    def posts(self, info: Info, on: On = None, include_proposed: IncludeProposed = False) -> Now[list[r.Post]]:
        """The seats on this body, the chair's first."""
        return info.context.loaders.posts_on(self.id, info.context.as_at(info, on, include_proposed))

    @resolved(list[PostRef])
    def seats_elsewhere(
        self, info: Info, on: On = None, include_proposed: IncludeProposed = False
    ) -> Now[list[r.Post]]:
        """The seats on other bodies that it holds, or that are held on its behalf."""
        return info.context.loaders.posts_elsewhere(self.id, info.context.as_at(info, on, include_proposed))

    @resolved(list[LineRef])
    def lines(
        self,
        info: Info,
        direction: Towards = words.Direction.BOTH,
        types: Types = None,
        on: On = None,
        ever: Annotated[bool | None, argument("Whether those of other days are given too.")] = False,
        include_proposed: IncludeProposed = False,
    ) -> Now[list[r.Line]]:
        """The lines between it and other bodies."""
        wanted = ALL_LINES if types is None else tuple(types)
        as_at = info.context.as_at(info, on, include_proposed)
        return info.context.loaders.lines(self.id, as_at, direction or words.Direction.BOTH, wanted, ever=bool(ever))

    @resolved(list[PersonRef])
    def people(self, info: Info, on: On = None) -> Now[list[r.Person]]:
        """The people who work for it, lead it, or are given with it, by name."""
        return info.context.loaders.people_of(self.id, info.context.as_at(info, on).on)

    @resolved(list[OrganizationRef])
    def higher_bodies(
        self, info: Info, on: On = None, include_proposed: IncludeProposed = False
    ) -> Now[list[r.Organization]]:
        """The bodies above it, nearest first: what it reports to, is a part of or feeds into, up to the first LSP."""
        return info.context.loaders.higher_bodies(self.id, info.context.as_at(info, on, include_proposed))

    @resolved(list[RecordedAbsenceType])
    def recorded_absences(self, info: Info, on: On = None) -> Now[list[r.RecordedAbsence]]:
        """What sources say it is missing from, and who they say is missing from it."""
        return info.context.loaders.absences_of(self.id, info.context.as_at(info, on).on)

    @resolved(Connection[MeetingRef])
    def meetings(self, info: Info, first: First = 25, after: After = None) -> Now[Page[r.Meeting]]:
        """Its meetings, by date."""
        wanted = asked("meetings", first, after)
        found = info.context.loaders.meetings_page(self.id, wanted.first, wanted.after)
        return then(found, lambda page: wanted.page(*page, lambda meeting: (meeting.date, meeting.id)))


@strawberry.type(name="Line", description="A line from one body to another.")
class LineType(Recorded, Node):
    """A line from one body to another."""

    record = r.Line

    from_id: strawberry.Private[str]
    to_id: strawberry.Private[str]
    type: words.LineType = plain("What the line means.")
    status: words.FactStatus = plain("Whether it exists or is only proposed.")
    period: Period = plain("From when until when it holds.")
    certainty: words.Certainty = plain("How sure it is.")
    note: str | None = plain("What else there is to know, in our own words.")
    label: str | None = plain("The source's own word for it, such as lead agency.")
    amount: float | None = plain("The money given, in pounds, for funding.")
    amount_per: str | None = plain("What the amount is for, such as `year`.")
    citations = citations()
    updated_at = updated_at()

    @resolved(OrganizationRef, name="from")
    def from_(self, info: Info) -> Now[r.Organization | None]:
        """The body the line leads from."""
        return info.context.loaders.organization(self.from_id)

    @resolved(OrganizationRef)
    def to(self, info: Info) -> Now[r.Organization | None]:
        """The body the line leads to."""
        return info.context.loaders.organization(self.to_id)
