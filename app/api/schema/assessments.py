"""Cells of relationship maps, and what sources say is missing."""

from typing import Any

import strawberry

from app.api.loading.batches import Now
from app.api.loading.context import Info
from app.api.schema.common import Node
from app.api.schema.fields import Recorded, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.api.schema.scalars import PartialDate
from app.api.schema.updating import updated_at
from app.domain import records as r
from app.domain import vocabulary as words


@strawberry.type(
    name="Assessment", description="One cell of a relationship map: how relations with a service are, in one respect."
)
class AssessmentType(Recorded, Node):
    """One cell of a relationship map."""

    record = r.Assessment

    organization_id: strawberry.Private[str]
    by_id: strawberry.Private[str | None]
    dimension: words.Dimension = plain("In which respect.")
    rating: words.Rating = plain("The colour that the document gives it.")
    on: PartialDate | None = plain("When it was mapped.")
    flag_count: int | None = plain("Of how many bodies' views it is made, never fewer than 5; null where it is not.")
    citations = citations()
    updated_at = updated_at()

    @resolved(OrganizationRef)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The department or service that relations are with."""
        return info.context.loaders.organization(self.organization_id)

    @resolved(str)
    def summary(self) -> str:
        """What the document says of it, in short; empty when it gives only a colour."""
        cell: Any = self
        return cell.summary or ""

    @resolved(OrganizationRef | None)
    def by(self, info: Info) -> Now[r.Organization | None]:
        """Who mapped it."""
        return info.context.loaders.organization(self.by_id)


@strawberry.type(name="RecordedAbsence", description="A source says that a seat or a link is missing: absence is data.")
class RecordedAbsenceType(Recorded, Node):
    """A source says that a seat or a link is missing."""

    record = r.RecordedAbsence

    subject_id: strawberry.Private[str]
    from_id: strawberry.Private[str | None]
    note: str = plain("What is missing, in our own words.")
    citations = citations()
    updated_at = updated_at()

    @resolved(OrganizationRef)
    def subject(self, info: Info) -> Now[r.Organization | None]:
        """Who is missing."""
        return info.context.loaders.organization(self.subject_id)

    @resolved(OrganizationRef | None, name="from")
    def from_(self, info: Info) -> Now[r.Organization | None]:
        """What it is missing from, if one body is named."""
        return info.context.loaders.organization(self.from_id)
