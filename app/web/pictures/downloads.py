"""Pictures as files: SVG to keep or to work on, PNG to paste somewhere, PDF to pin on the wall."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.diagram.paper import sheet_of
from app.diagram.raster import LARGE_WIDTH, WIDTH, png_of
from app.reading.explorer import Explorer, today
from app.web.pictures.citing import imprint_of
from app.web.pictures.making import made, saved
from app.web.pictures.shown import OrganizationShown, PlaceShown, Shown
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId

router = APIRouter()


@router.get("/diagrams/{area}.svg", **file_of(PICTURES, "The picture of a place as SVG", "image/svg+xml"))
async def place_svg(explorer: OpenExplorer, shown: PlaceShown, area: AreaId) -> Response:
    """Return the drawing of a place as a file of its own."""
    return _svg(explorer, shown.drawing, area)


@router.get(
    "/diagrams/{area}/{organization}.svg",
    **file_of(PICTURES, "The picture around a body as SVG", "image/svg+xml"),
)
async def organization_svg(explorer: OpenExplorer, shown: OrganizationShown, organization: OrganizationId) -> Response:
    """Return the drawing around an organization as a file of its own."""
    return _svg(explorer, shown.drawing, organization)


@router.get("/diagrams/{area}.png", **file_of(PICTURES, "The picture of a place as PNG", "image/png"))
async def place_png(explorer: OpenExplorer, shown: PlaceShown, area: AreaId) -> Response:
    """Return the picture of a place, in any view, as PNG: up to 2,400 pixels wide, 4,800 with `size=large`."""
    return await _png(explorer, shown, area)


@router.get("/diagrams/{area}/{organization}.png", **file_of(PICTURES, "The picture around a body as PNG", "image/png"))
async def organization_png(explorer: OpenExplorer, shown: OrganizationShown, organization: OrganizationId) -> Response:
    """Return the picture around an organization as PNG."""
    return await _png(explorer, shown, organization)


@router.get("/diagrams/{area}.pdf", **file_of(PICTURES, "The picture of a place as PDF", "application/pdf"))
async def place_pdf(request: Request, explorer: OpenExplorer, shown: PlaceShown, area: AreaId) -> Response:
    """Return the picture of a place on one sheet as PDF: A3, A4 for a small one, A2 with `size=large`."""
    return await _pdf(request, explorer, shown, area)


@router.get(
    "/diagrams/{area}/{organization}.pdf", **file_of(PICTURES, "The picture around a body as PDF", "application/pdf")
)
async def organization_pdf(
    request: Request, explorer: OpenExplorer, shown: OrganizationShown, organization: OrganizationId
) -> Response:
    """Return the picture around an organization on one sheet."""
    return await _pdf(request, explorer, shown, organization)


def _svg(explorer: Explorer, drawing: Drawing, name: str) -> Response:
    return file(saved(explorer, str(drawing.svg_file)).encode(), "image/svg+xml", f"{name}.svg")


async def _png(explorer: Explorer, shown: Shown, name: str) -> Response:
    drawing, width = shown.drawing, LARGE_WIDTH if shown.view.large else WIDTH
    key = f"png {drawing.key} {width}"
    content = await made(explorer, key, lambda: png_of(saved(explorer, str(drawing.svg_file)), width=width))
    return file(content, "image/png", f"{name}.png")


async def _pdf(request: Request, explorer: Explorer, shown: Shown, name: str) -> Response:
    contents = await explorer.catalogue.contents()
    imprint, drawing, large = imprint_of(request, shown, contents), shown.drawing, shown.view.large
    key = f"pdf {drawing.key} {large} {contents.version} {today()} {imprint.address}"
    content = await made(
        explorer,
        key,
        lambda: sheet_of(saved(explorer, str(drawing.svg_file)), drawing.description, imprint, large=large),
    )
    return file(content, "application/pdf", f"{name}.pdf")


def file(content: bytes, media_type: str, name: str) -> Response:
    """Answer with a file, under a name to keep it by."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'inline; filename="{name}"'})
