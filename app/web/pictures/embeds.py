"""Pictures on other people's pages: the only ones that may be framed."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain.dates import spoken
from app.reading.explorer import Explorer, today
from app.web.pictures.citing import drawn_text, recorded_text, source_line, sources_shown
from app.web.pictures.shown import OrganizationShown, PlaceShown, Shown
from app.web.shell.describing import EMBEDS, file_of
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True, slots=True)
class EmbedPage(Page):
    """A picture with what belongs to it, and nothing else."""

    template = "embed.html"
    drawing: Drawing
    day: str
    sources: str
    page: str
    """The address of the same view on the site itself."""


@router.get("/embed/{area}", **file_of(EMBEDS, "The picture of a place in a frame", "text/html"))
async def place_embed(request: Request, explorer: OpenExplorer, shown: PlaceShown) -> Response:
    """Show the picture of a place, in any view, for a frame on another page."""
    return await _embed(request, explorer, shown)


@router.get("/embed/{area}/{organization}", **file_of(EMBEDS, "The picture around a body in a frame", "text/html"))
async def organization_embed(request: Request, explorer: OpenExplorer, shown: OrganizationShown) -> Response:
    """Show the picture around an organization for a frame on another page."""
    return await _embed(request, explorer, shown)


async def _embed(request: Request, explorer: Explorer, shown: Shown) -> Response:
    contents = await explorer.catalogue.contents()
    cited = sources_shown(shown, contents)
    page = EmbedPage(
        title=shown.drawing.title,
        drawing=shown.drawing,
        day=recorded_text(cited, shown.view.on),
        sources=f"{drawn_text(shown)}, on {spoken(today().isoformat())}. {source_line(cited)}",
        page=shown.address(replace(shown.view, select="", find="")),
    )
    return render(request, page, noindex=True)
