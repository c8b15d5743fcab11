"""What a page's script asks for when the view changes: the figure and the list, from the page's own templates."""

import hashlib
from dataclasses import replace
from typing import Any

import orjson
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from app.web.pictures.exploring import Explored, explore
from app.web.pictures.pictures import Shown, show
from app.web.shell.render import environment, kept

router = APIRouter()


def part(request: Request, template: str, explored: Explored) -> Markup:
    """Fill one part of the interactive figure, as the page itself does."""
    context: dict[str, Any] = {"explored": explored, "kept": kept(request)}
    return Markup(environment().get_template(template).render(context))  # noqa: S704


@router.get("/diagrams/{area}.json")
async def place_parts(request: Request, area: str) -> Response:
    """Return what changes in a place's page with the view: the figure, the list, and the sentence."""
    return await _parts(request, await show(request, area))


@router.get("/diagrams/{area}/{organization}.json")
async def organization_parts(request: Request, area: str, organization: str) -> Response:
    """Return the same around an organization."""
    return await _parts(request, await show(request, area, organization=f"{area}/{organization}"))


async def _parts(request: Request, shown: Shown) -> Response:
    shown = replace(shown, view=replace(shown.view, select=""))
    explored = await explore(request, shown)
    body = orjson.dumps(
        {
            "figure": part(request, "_explorer_figure.html", explored),
            "list": part(request, "_explorer_list.html", explored),
            "said": explored.said,
            "address": shown.address(shown.view),
            "found": [hit.id for hit in explored.hits],
        }
    )
    tag = f'"{shown.drawing.key}-{hashlib.sha256(body).hexdigest()[:12]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", "").replace("W/", "").split(", "):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
