"""Pictures on other people's pages: the only ones that may be framed."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.web.pictures.citing import day_text, source_line, sources_of
from app.web.pictures.pictures import Shown, show
from app.web.shell.render import Page, explorer_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class EmbedPage(Page):
    """A picture with what belongs to it, and nothing else."""

    drawing: Drawing
    day: str
    sources: str
    page: str
    """The address of the same view on the site itself."""
    large: bool


@router.get("/embed/{area}")
async def place_embed(request: Request, area: str) -> Response:
    """Show the picture of a place, in any view, for a frame on another page."""
    return await _embed(request, await show(request, area))


@router.get("/embed/{area}/{organization}")
async def organization_embed(request: Request, area: str, organization: str) -> Response:
    """Show the picture around an organization for a frame on another page."""
    return await _embed(request, await show(request, area, organization=f"{area}/{organization}"))


async def _embed(request: Request, shown: Shown) -> Response:
    contents = await explorer_of(request).catalogue.contents()
    page = EmbedPage(
        shown.drawing.title,
        shown.drawing,
        day_text(shown.view.on),
        source_line(sources_of(shown.structure, contents)),
        shown.address(replace(shown.view, select="", find="")),
        shown.view.large,
    )
    return render(request, "embed.html", page, noindex=True)
