"""The page of a place: its picture, its bodies by sort, what is recorded as missing."""

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain.records import Area, Assessment, Organization, Source
from app.domain.vocabulary import Classification
from app.errors import UnknownId
from app.services.structure import find_structure
from app.services.telling import ToldAbsence, told_absence
from app.web.pictures import draw_structure, place_title
from app.web.render import Page, day_of, explorer_of, proposed_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class PlacePage(Page):
    """What a place's page shows."""

    area: Area
    on: date
    groups: tuple[tuple[Classification, tuple[Organization, ...]], ...]
    """The place's bodies by their sort, in the vocabulary's order."""
    size: int
    drawing: Drawing
    absences: tuple[ToldAbsence, ...]
    assessments: dict[str, dict[str, Assessment]]
    """Cells of the relationship map by service area's id and dimension."""
    bodies: dict[str, Organization]
    sources: dict[str, Source]


@router.get("/{area}")
async def place(request: Request, area: str) -> Response:
    """Show one place."""
    explorer, on = explorer_of(request), day_of(request)
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        raise UnknownId(f"No place has the address /{area[:60]}.")
    structure = await find_structure(explorer, area=area, on=on, include_proposed=proposed_of(request))
    bodies = {node.id: node for node in structure.nodes}
    here = [node for node in structure.nodes if area in node.area_ids]
    by_sort: dict[Classification, list[Organization]] = {}
    for node in sorted(here, key=lambda node: node.name.casefold()):
        by_sort.setdefault(node.classification, []).append(node)
    absences = await explorer.reader.absences_of([node.id for node in here], on)
    missing = {id_ for a in absences for id_ in (a.subject_id, a.from_id) if id_} - bodies.keys()
    bodies |= await explorer.reader.organizations(sorted(missing))
    cells: dict[str, dict[str, Assessment]] = {}
    for cell in await explorer.reader.assessments_of(area=area):
        cells.setdefault(cell.organization_id, {})[cell.dimension] = cell
    name = contents.areas[area].name
    page = PlacePage(
        f"{name}: who sits where",
        contents.areas[area],
        on,
        tuple((sort, tuple(by_sort[sort])) for sort in Classification if sort in by_sort),
        len(here),
        await draw_structure(request, structure, title=place_title(name)),
        tuple(told_absence(absence, bodies) for absence in absences),
        cells,
        bodies,
        contents.sources,
    )
    return render(request, "place.html", page)
