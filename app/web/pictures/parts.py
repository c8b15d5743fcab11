"""What a page's script asks for when the view changes: the figure and the list, from the page's own templates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from app.reading.explorer import Explorer
from app.web.pictures.citing import share_of
from app.web.pictures.exploring import Explored, explore
from app.web.pictures.shown import OrganizationShown, PlaceShown, Shown
from app.web.shell.describing import PICTURES, Shape, answered_with
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import environment, kept

router = APIRouter()


def part(request: Request, template: str, explored: Explored) -> Markup:
    """Fill one part of the interactive figure, as the page itself does."""
    context: dict[str, Any] = {"explored": explored, "kept": kept(request)}
    return Markup(environment().get_template(template).render(context))  # noqa: S704


class Passed(Shape):
    """How the view is passed on, as the box under the page says it."""

    cite: str
    """How to cite it."""
    embed: str
    """The code that shows it on another page."""
    booklet: str
    """The address of the place's booklet of the same day; empty around a body."""


class Parts(Shape):
    """What changes in a page with the view."""

    figure: str
    """The picture and what stands around it, as HTML."""
    list: str
    """The same as a list, as HTML."""
    said: str
    """What is shown, in a sentence."""
    address: str
    """The address of the page in this view."""
    found: Sequence[str]
    """Ids of the bodies whose names have the words of `find`."""
    share: Passed
    """What changes in the box with which the page is passed on."""


@router.get(
    "/diagrams/{area}.json",
    **answered_with(PICTURES, "The picture of a place as parts of a page", Parts),
)
async def place_parts(request: Request, explorer: OpenExplorer, shown: PlaceShown) -> Response:
    """Return what changes in a place's page with the view: the figure, the list, and the sentence."""
    return await _parts(request, explorer, shown)


@router.get(
    "/diagrams/{area}/{organization}.json",
    **answered_with(PICTURES, "The picture around a body as parts of a page", Parts),
)
async def organization_parts(request: Request, explorer: OpenExplorer, shown: OrganizationShown) -> Response:
    """Return what changes in a body's page with the view: the figure, the list, and the sentence."""
    return await _parts(request, explorer, shown)


async def _parts(request: Request, explorer: Explorer, shown: Shown) -> Response:
    shown = replace(shown, view=replace(shown.view, select=""))
    explored = await explore(explorer, shown)
    share = await share_of(request, explorer, shown)
    parts = Parts(
        figure=part(request, "_explorer_figure.html", explored),
        list=part(request, "_explorer_list.html", explored),
        said=explored.said,
        address=shown.address(shown.view),
        found=[hit.id for hit in explored.hits],
        share=Passed(cite=share.cite, embed=share.embed, booklet=share.booklet),
    )
    body = orjson.dumps(parts.model_dump())
    return Response(body, media_type="application/json")
