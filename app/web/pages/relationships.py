"""The page of the relationship map: services by dimensions, each cell with its letter, pattern and words."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.questions.relationships import ask as answers
from app.questions.relationships.ask import RelationshipMap, find_relationships
from app.web.shell.parameters import AreaAsked, DayAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationshipsPage(Page):
    """What the page shows."""

    template = "relationships.html"
    maps: tuple[RelationshipMap, ...]
    asked: str
    places: tuple[Area, ...]
    """Every place that can be chosen, by name."""
    sources: dict[str, Source]
    relations: object = answers
    """The letters, names and sentences, for the template."""


@router.get("/relationships", include_in_schema=False)
async def relationships(request: Request, explorer: OpenExplorer, on: DayAsked, area: AreaAsked) -> Response:
    """Show the relationship map of a place, or of every place that has one."""
    maps = await find_relationships(explorer, area.id if area else None, on)
    contents = await explorer.catalogue.contents()
    places = tuple(each for each in contents.areas.values() if contents.sizes[each.id])
    title = "The relationship map" + (f": {maps[0].area.name}" if area else "")
    page = RelationshipsPage(
        title=title, maps=maps, asked=area.id if area else "", places=places, sources=contents.sources
    )
    return render(request, page)
