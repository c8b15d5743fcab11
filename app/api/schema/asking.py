"""Asking: the fields of Query that a service of the same name answers."""

from typing import Annotated, Any

import strawberry

from app.api.loading.batches import now, together
from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, Towards, Types, argument, resolved
from app.api.schema.organizations import OrganizationType
from app.api.schema.people import PersonType
from app.api.schema.places import AreaType, SourceType
from app.api.schema.representation import Representation, Represented, Structure
from app.domain import vocabulary as words
from app.errors import UnknownId
from app.questions.representation.ask import find_representation
from app.reading import search as searching
from app.reading import structure as structures
from app.store.reader import ALL_LINES

SearchHit = Annotated[
    OrganizationType | PersonType | AreaType | SourceType,
    strawberry.union("SearchHit", description="What a search can find."),
]


@strawberry.type(description="What can be asked.")
class Asking:
    """The fields of Query that answer a question."""

    @resolved(list[SearchHit])
    async def search(
        self,
        info: Info,
        text: Annotated[str, argument("A name, as well as it is remembered; also an abbreviation or a former name.")],
        area: Annotated[strawberry.ID | None, argument("Only in this place's file.")] = None,
        first: Annotated[int | None, argument("How many to give at most, 0 to 100.")] = 10,
    ) -> list[Any]:
        """What goes by a name like this, tolerant of spelling, best first."""
        names = await searching.search(
            info.context.explorer.catalogue, text, area=area, first=10 if first is None else first
        )
        loaders = info.context.loaders
        contents = await now(loaders.contents())
        readers = {
            "Organization": loaders.organization,
            "Person": loaders.person,
            "Area": contents.areas.get,
            "Source": contents.sources.get,
        }
        found: list[Any] = await now(together(readers[name.label](name.id) for name in names))  # type: ignore[operator]
        return [hit for hit in found if hit]

    @resolved(Representation)
    async def representation(
        self,
        info: Info,
        of: Annotated[strawberry.ID, argument("The body or person, by id.")],
        on: On = None,
        max_steps: Annotated[int | None, argument("How many groups a route may pass, 0 to 6.")] = 4,
        include_proposed: IncludeProposed = False,
    ) -> Represented:
        """Where a body, people at large or a person is represented: who represents us where."""
        as_at = info.context.as_at(info, on, include_proposed)
        try:
            answer = await find_representation(
                info.context.explorer.database,
                of,
                as_at,
                max_steps=4 if max_steps is None else max_steps,
            )
        except UnknownId as error:
            raise await _with_nearest(error, info, of) from error
        return Represented(answer, as_at)

    @resolved(Structure)
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
            raise await _with_nearest(error, info, root_ or area or "") from error


async def _with_nearest(error: UnknownId, info: Info, wanted: str) -> UnknownId:
    """Add the names most like what was asked for."""
    names = await searching.nearest(info.context.explorer.catalogue, wanted.rpartition("/")[2])
    return UnknownId(error.message, [(name.id, name.name) for name in names])
