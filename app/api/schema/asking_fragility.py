"""Asking how much rests on how few: the field `fragility`."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, argument, resolved
from app.api.schema.fragility import FragilityType
from app.questions.fragility.ask import Told, find_fragility


@strawberry.type(description="Asking how much rests on how few.")
class FragilityAsking:
    """The field of Query that says how much rests on how few."""

    @resolved(FragilityType)
    async def fragility(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> Told:
        """Who carries how much, whose term ends, what has no deputy, and what if somebody left."""
        as_at = info.context.as_at(info, on, include_proposed)
        return await find_fragility(info.context.explorer, area, as_at)
