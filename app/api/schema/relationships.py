"""Relationship maps: how relations with the services of a place are."""

from typing import Annotated, cast

import strawberry

from app.api.loading.context import Info
from app.api.schema.assessments import AssessmentType
from app.api.schema.fields import On, Recorded, argument, plain, resolved
from app.api.schema.references import AreaRef
from app.domain import records as r
from app.questions.relationships import ask as saying
from app.questions.relationships.ask import RelationshipMap, find_relationships


@strawberry.type(
    name="RelationshipMap",
    description="The relationship map of one place; where a service was mapped again, the newest cell stands.",
)
class RelationshipMapType(Recorded):
    """The relationship map of one place."""

    record = RelationshipMap

    area: AreaRef = plain("The place.")

    @resolved(list[str])
    def sentences(self) -> list[str]:
        """The map in sentences, as on the page."""
        found = cast(RelationshipMap, self)
        return [said for said in (saying.opening(found), saying.origin(found)) if said]

    @resolved(list[AssessmentType])
    def cells(self) -> list[r.Assessment]:
        """The cells, by service and dimension."""
        found = cast(RelationshipMap, self)
        return list(found.cells)


@strawberry.type(description="Asking how relations with services are.")
class RelationshipsAsking:
    """The field of Query that gives relationship maps."""

    @resolved(list[RelationshipMapType])
    async def relationships(
        self,
        info: Info,
        area: Annotated[
            strawberry.ID | None,
            argument("Only of this place, even when it is empty; of all that have one unless said."),
        ] = None,
        on: On = None,
    ) -> list[RelationshipMap]:
        """The relationship map of a place, or of every place that has one."""
        return list(await find_relationships(info.context.explorer, area, info.context.as_at(info, on).on))
