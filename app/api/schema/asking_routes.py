"""Asking how a voice gets from one body to another."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, argument, resolved
from app.api.schema.routes import RoutesAnswer, RoutesFound
from app.questions.routes.words import tell_routes


@strawberry.type(description="Routes.")
class RoutesAsking:
    """The field of Query that tells routes."""

    @resolved(RoutesAnswer)
    async def routes(
        self,
        info: Info,
        from_: Annotated[strawberry.ID, argument("The group or community whose voice it is, by id.", name="from")],
        to: Annotated[strawberry.ID, argument("The body it is to be heard by, by id.")],
        on: On = None,
        first: Annotated[int | None, argument("How many routes to give at most, 0 to 10.")] = 3,
        include_proposed: IncludeProposed = False,
    ) -> RoutesFound:
        """How a voice gets from one body to another: the shortest few routes, or what is missing."""
        told = await tell_routes(
            info.context.explorer,
            from_,
            to,
            info.context.as_at(info, on, include_proposed),
            first=3 if first is None else first,
        )
        return RoutesFound(told)
