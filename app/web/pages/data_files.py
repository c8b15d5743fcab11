"""Everything public that is recorded of a place, as files in open formats: an address for each of the registry."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.exchange.formats.registry import FORMATS, Format
from app.record.publishing import written
from app.web.pictures.downloads import file
from app.web.shell.describing import DATA, Described, Shape, answered_with, file_of
from app.web.shell.parameters import AreaId, OpenExplorer
from app.web.shell.render import origin_of

router = APIRouter()


class PopoloFile(Shape):
    """A place in Popolo's classes, each object as the Popolo JSON Schemas have it."""

    meta: dict[str, Any]
    """Which place and data version it is, its sources, and what of the place Popolo cannot hold."""
    persons: list[dict[str, Any]]
    organizations: list[dict[str, Any]]
    posts: list[dict[str, Any]]
    memberships: list[dict[str, Any]]
    areas: list[dict[str, Any]]
    events: list[dict[str, Any]]


SHAPES: dict[str, type[Shape]] = {"popolo": PopoloFile}
"""Of the formats that are JSON, by name."""


def _answering(of: Format) -> Callable[..., Awaitable[Response]]:
    """Make the function that answers for one format."""

    async def answer(request: Request, explorer: OpenExplorer, area: AreaId) -> Response:
        content = await written(explorer, of, area, origin_of(request))
        return file(content, of.media_type, f"{area}.{of.ending}")

    answer.__doc__ = f"Return {of.description[0].lower()}{of.description[1:]}"
    return answer


def _described(of: Format) -> Described:
    summary = f"A place as {of.title}"
    shape = SHAPES.get(of.name)
    return answered_with(DATA, summary, shape) if shape else file_of(DATA, summary, of.media_type)


for _format in FORMATS:
    router.get(f"/data/{{area}}.{_format.ending}", name=f"{_format.name}_file", **_described(_format))(
        _answering(_format)
    )
