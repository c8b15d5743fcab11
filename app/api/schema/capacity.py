"""The field of Query that lists forums side by side."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import On, argument, resolved
from app.api.schema.references import OrganizationRef
from app.domain import records as r
from app.questions.capacity.ask import find_capacities

AreaIds = Annotated[list[strawberry.ID] | None, argument("Only of these places; of all unless said.")]
SortedBy = Annotated[str | None, argument("The column to sort by: `name`, `place`, `sort`, `hours`, `funding` ...")]


@strawberry.type(description="Asking what forums have to work with.")
class CapacityAsking:
    """The field of Query that lists forums side by side."""

    @resolved(list[OrganizationRef])
    async def capacities(
        self, info: Info, areas: AreaIds = None, on: On = None, sort: SortedBy = "name"
    ) -> list[r.Organization]:
        """The forums, networks and reference groups of places that are there on the day, to compare what they have."""
        day = info.context.as_at(info, on).on
        return list((await find_capacities(info.context.explorer, areas or (), day, sort=sort or "name")).bodies)
