"""How a place, or what is around a body, is put together."""

from datetime import date
from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, Towards, Types, argument, plain, resolved
from app.api.schema.nearest import with_nearest
from app.api.schema.references import LineRef, OrganizationRef, PostRef
from app.domain import vocabulary as words
from app.errors import UnknownId
from app.reading import structure as structures
from app.reading.resolving import BODIES
from app.store.reader import ALL_LINES


@strawberry.type(description="What a diagram shows: bodies, the lines between them and the seats on them.")
class Structure:
    """What a diagram shows."""

    nodes: list[OrganizationRef] = plain("The bodies.")
    lines: list[LineRef] = plain("The lines, both ends of each among the bodies.")
    posts: list[PostRef] = plain("The seats on the bodies.")
    on: date = plain("The day of the answer.")


@strawberry.type(description="Asking how things are put together.")
class StructureAsking:
    """The field of Query that a diagram is drawn from."""

    @resolved(Structure | None)
    async def structure(
        self,
        info: Info,
        root_: Annotated[strawberry.ID | None, argument("The body in the middle, by id.", name="root")] = None,
        area: Annotated[strawberry.ID | None, argument("The place, by id; with a root, only what is in both.")] = None,
        steps: Annotated[int | None, argument("How far to go from the root, 0 to 6; 2 unless said.")] = None,
        direction: Towards = words.Direction.BOTH,
        types: Types = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> structures.Structure:
        """How a place, or what is around a body, is put together: what a diagram shows."""
        as_at = info.context.as_at(info, on, include_proposed)
        try:
            return await structures.find_structure(
                info.context.explorer,
                root=root_,
                area=area,
                steps=steps,
                direction=direction or words.Direction.BOTH,
                types=ALL_LINES if types is None else types,
                as_at=as_at,
            )
        except UnknownId as error:
            raise await with_nearest(error, info, root_ or area or "", BODIES) from error
