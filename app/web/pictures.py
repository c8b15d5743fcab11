"""Diagrams for pages, and to save: drawn in a thread, since that takes the processor for a moment."""

import asyncio
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing, draw
from app.errors import UnknownId
from app.services.structure import Structure, find_structure
from app.web.render import day_of, explorer_of, kept, proposed_of

router = APIRouter()

FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A saved drawing has its own colours inside; it loads and runs nothing."""


async def draw_structure(request: Request, structure: Structure, *, title: str, focus: str | None = None) -> Drawing:
    """Draw a structure, with a body in the middle of attention or none; links keep the day a reader chose."""
    chosen = urlencode(kept(request))
    return await asyncio.to_thread(
        draw,
        structure.nodes,
        structure.lines,
        structure.posts,
        structure.on_behalf_of,
        title=title,
        focus=focus,
        href=lambda id_: f"/{id_}?{chosen}" if chosen else f"/{id_}",
    )


def place_title(name: str) -> str:
    """Name the drawing of a place."""
    return f"The structure of partnership working in {name}"


@router.get("/diagrams/{area}.svg")
async def place_file(request: Request, area: str) -> Response:
    """Give the drawing of a place as a file of its own."""
    explorer = explorer_of(request)
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        raise UnknownId("No place has this drawing.")
    proposed = proposed_of(request)
    structure = await find_structure(explorer, area=area, on=day_of(request), include_proposed=proposed)
    return _file(await draw_structure(request, structure, title=place_title(contents.areas[area].name)), area)


@router.get("/diagrams/{area}/{organization}.svg")
async def organization_file(request: Request, area: str, organization: str) -> Response:
    """Give the drawing around an organization as a file of its own."""
    explorer, id_ = explorer_of(request), f"{area}/{organization}"
    structure = await find_structure(
        explorer, root=id_, steps=1, on=day_of(request), include_proposed=proposed_of(request)
    )
    name = next(node.name for node in structure.nodes if node.id == id_)
    drawing = await draw_structure(request, structure, title=f"What stands around {name}", focus=id_)
    return _file(drawing, organization)


def _file(drawing: Drawing, name: str) -> Response:
    headers = {
        "Content-Security-Policy": FILE_POLICY,
        "Content-Disposition": f'inline; filename="{name}.svg"',
        "ETag": f'"{drawing.key}"',
    }
    return Response(str(drawing.svg_file), media_type="image/svg+xml", headers=headers)
