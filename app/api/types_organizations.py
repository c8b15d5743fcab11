"""Organizations and the lines between them."""

from collections.abc import Sequence

import strawberry

from app.api.batches import Now, then
from app.api.connections import Connection, Page, asked
from app.api.context import Info
from app.api.fields import After, First, IncludeProposed, On, Recorded, Towards, Types, plain, resolved
from app.api.references import AreaRef, LineRef, MeetingRef, OrganizationRef, PostRef
from app.api.types_assessments import AssessmentType, RecordedAbsenceType
from app.api.types_common import (
    Capacity,
    ContactDetail,
    FormerName,
    Identifier,
    Node,
    Period,
    Theme,
)
from app.api.types_places import Citation, Cited, areas, cited
from app.domain import records as r
from app.domain import vocabulary as words
from app.store.reader import ALL_LINES


@strawberry.type(name="Organization", description="Any group or legal body, or people at large that seats are held for.")
class OrganizationType(Recorded, Node):
    """Any group or legal body, or a constituency."""

    record = r.Organization

    recorded_citations: strawberry.Private[Sequence[r.Citation]]
    area_ids: strawberry.Private[Sequence[str]]

    name: str = plain("The name it goes by.")
    alternate_names: list[str] = plain("Other names, spellings and abbreviations that sources use.")
    former_names: list[FormerName] = plain("The names it once had.")
    classification: words.Classification = plain("What sort of body it is.")
    classification_note: str | None = plain("What sort of body it is, in its own words.")
    kind: words.OrganizationKind = plain("Whether it is people working together, a legal body, a part of one, or people at large.")
    sector: words.Sector | None = plain("Which part of local life it belongs to.")
    status: words.LifecycleStatus = plain("Where it stands in its life.")
    purpose: str | None = plain("What it is for.")
    theme: Theme | None = plain("The heading it stands under in its place's diagram.")
    count: int = plain("How many alike bodies this one stands for: 22 for 22 ward committees, 1 otherwise.")
    period: Period = plain("When it was founded and dissolved.")
    contact_details: list[ContactDetail] = plain("Public ways to reach it.")
    capacity: Capacity | None = plain("What it has to work with, as sources say it; null when they say nothing.")
    statutory_requirement: str | None = plain("The law or guidance that requires it.")
    identifiers: list[Identifier] = plain("Its numbers in registers.")
    certainty: words.Certainty = plain("How sure it is that it exists as recorded.")
    note: str | None = plain("What else there is to know, in our own words.")
