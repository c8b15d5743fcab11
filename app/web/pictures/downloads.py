"""The pictures of places and around bodies as files."""

from fastapi import APIRouter, Request

from app.reading.explorer import Explorer
from app.web.pictures.citing import imprint_of
from app.web.pictures.saving import Picture, add_files
from app.web.pictures.shown import OrganizationShown, PlaceShown, Shown
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId

router = APIRouter()


async def place_asked(request: Request, explorer: OpenExplorer, shown: PlaceShown, area: AreaId) -> Picture:
    """Return the picture of a place, in any view."""
    return await _picture(request, explorer, shown, area)


async def organization_asked(
    request: Request, explorer: OpenExplorer, shown: OrganizationShown, organization: OrganizationId
) -> Picture:
    """Return the picture around an organization, in any view."""
    return await _picture(request, explorer, shown, organization)


async def _picture(request: Request, explorer: Explorer, shown: Shown, name: str) -> Picture:
    contents = await explorer.catalogue.contents()
    drawing = shown.drawing
    return Picture(
        name,
        str(drawing.svg_file),
        drawing.description,
        lambda: imprint_of(request, shown, contents),
        shown.view.large,
    )


add_files(router, "/diagrams/{area}", "place", "The picture of a place", place_asked, has_sizes=True)
add_files(
    router,
    "/diagrams/{area}/{organization}",
    "organization",
    "The picture around a body",
    organization_asked,
    has_sizes=True,
)
