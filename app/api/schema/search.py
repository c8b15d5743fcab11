"""The field of Query that finds by name."""

from typing import Annotated, Any

import strawberry

from app.api.loading.batches import now, together
from app.api.loading.context import Info
from app.api.schema.fields import argument, resolved
from app.api.schema.organizations import OrganizationType
from app.api.schema.people import PersonType
from app.api.schema.places import AreaType, SourceType
from app.reading.mentions import search_or_mentions

SearchHit = Annotated[
    OrganizationType | PersonType | AreaType | SourceType,
    strawberry.union("SearchHit", description="What a search can find."),
]


@strawberry.type(description="Asking what goes by a name.")
class SearchAsking:
    """The field of Query that finds by name."""

    @resolved(list[SearchHit])
    async def search(
        self,
        info: Info,
        text: Annotated[
            str,
            argument(
                "A name as well as it is remembered, an abbreviation, a former name, or a question with names in it."
            ),
        ],
        area: Annotated[strawberry.ID | None, argument("Only in this place's file.")] = None,
        first: Annotated[int | None, argument("How many to give at most, 0 to 100.")] = 10,
    ) -> list[Any]:
        """What goes by a name like this, tolerant of spelling, best first."""
        names = await search_or_mentions(
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
