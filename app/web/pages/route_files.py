"""The routes from one body to another as pictures to keep, one at an address."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from app.domain.english import counted
from app.errors import BadInput, UnknownId
from app.questions.routes.words import tell_routes
from app.web.pages.exports import ends_asked
from app.web.pictures.chains import chain_kept
from app.web.pictures.saving import Picture, add_files
from app.web.shell.parameters import AsAtAsked, OnWritten, OpenExplorer

router = APIRouter()

_NUMBER = "Which of the routes, the shortest first: `1`, `2` or `3`."


async def route_asked(
    request: Request,
    explorer: OpenExplorer,
    as_at: AsAtAsked,
    on: OnWritten,
    ends: Annotated[tuple[str, str], Depends(ends_asked)],
    route: Annotated[str, Query(description=_NUMBER, examples=["1"])] = "1",
) -> Picture:
    """Return a route; UnknownId where there are not so many, BadInput where an end is not named."""
    if not all(ends):
        raise BadInput("'from' and 'to' are needed: expected the two bodies of a route, by their ids or names.")
    if not (route.isascii() and route.isdigit() and 0 < len(route) < 4):
        raise BadInput(f"route is '{route[:40]}': expected the number of a route, from 1.")
    told = await tell_routes(explorer, *ends, as_at)
    number = int(route)
    if not 1 <= number <= len(told.routes):
        found = counted(len(told.routes), "route")
        raise UnknownId(f"There is no route {number} from {told.start.name} to {told.end.name}: {found} found.")
    return chain_kept(request, told, number, as_at, on, await explorer.catalogue.contents())


add_files(router, "/routes", "route_picture", "A route from one body to another, drawn,", route_asked)
