"""Asking for tables: who is on a body, the capacity of forums side by side, two places compared."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.balance import SectorBalance
from app.api.schema.comparing import Comparison
from app.api.schema.fields import IncludeProposed, On, argument, resolved
from app.api.schema.references import OrganizationRef
from app.domain import records as r
from app.questions.balance.ask import ToldBalance, find_balance
from app.questions.capacity.ask import find_capacities
from app.questions.comparing.ask import ToldComparison, find_comparison

AreaIds = Annotated[list[strawberry.ID] | None, argument("Only of these places; of all unless said.")]


@strawberry.type(description="The tables that can be asked for.")
class TableAsking:
    """The fields of Query that answer with a table."""

    @resolved(SectorBalance)
    async def balance(
        self,
        info: Info,
        of: Annotated[strawberry.ID, argument("The body, by id.")],
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> ToldBalance:
        """Who is on a body: its seats by sector, vote, basis and holder, its members, and who comes to its meetings."""
        as_at = info.context.as_at(info, on, include_proposed)
        return await find_balance(info.context.explorer, of, as_at)

    @resolved(list[OrganizationRef])
    async def capacities(self, info: Info, areas: AreaIds = None) -> list[r.Organization]:
        """The forums, networks and reference groups of places, to compare what they have to work with, by name."""
        return list((await find_capacities(info.context.explorer, areas or ())).bodies)

    @resolved(Comparison)
    async def compare(
        self,
        info: Info,
        left: Annotated[strawberry.ID, argument("The one place, by id.")],
        right: Annotated[strawberry.ID, argument("The other, by id.")],
        on: On = None,
    ) -> ToldComparison:
        """Two places next to each other: structures, gaps and capacity, matched by classification and theme."""
        return await find_comparison(info.context.explorer, left, right, info.context.as_at(info, on).on)
