"""The page of the relationship map: services by dimensions, each cell with its letter, pattern and words."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.questions.relationships import ask as answers
from app.questions.relationships.ask import RelationshipMap, as_table, find_relationships
from app.web.pages.exports import exported
from app.web.shell.render import Page, day_of, explorer_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class RelationshipsPage(Page):
    """What the page shows."""

    maps: tuple[RelationshipMap, ...]
    asked: str
    places: tuple[Area, ...]
    """Every place that can be chosen, by name."""
    sources: dict[str, Source]
    relations: object = answers
    """The letters, names and sentences, for the template."""


@router.get("/relationships")
async def relationships(request: Request, area: str = "") -> Response:
    """Show the relationship map of a place, or of every place that has one."""
    explorer = explorer_of(request)
    maps = await find_relationships(explorer, area or None, day_of(request))
    contents = await explorer.catalogue.contents()
    places = tuple(each for each in contents.areas.values() if contents.sizes[each.id])
    title = "The relationship map" + (f": {maps[0].area.name}" if area else "")
    return render(request, "relationships.html", RelationshipsPage(title, maps, area, places, contents.sources))


@router.get("/relationships.{format}")
async def relationships_file(request: Request, format: str, area: str = "") -> Response:
    """Return the same cells as CSV or XLSX."""
    explorer = explorer_of(request)
    maps = await find_relationships(explorer, area or None, day_of(request))
    contents = await explorer.catalogue.contents()
    return await exported(explorer_of(request), [as_table(maps, contents.sources)], format, "relationships")
