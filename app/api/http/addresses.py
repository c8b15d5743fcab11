"""The addresses of the API. What answers them is imported beside the first pages, since the schema takes its time."""

import asyncio
from importlib import import_module
from types import ModuleType

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.api.http import console
from app.api.http.caching import POLICIES
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

__all__ = ["ASKED", "POLICIES", "prepare", "router"]

router = APIRouter()

_ANSWERING: Shelf[ModuleType] = Shelf("what answers requests", 1)


async def prepare(explorer: Explorer) -> ModuleType:
    """Import what answers, and so build the schema; later calls find it done."""
    name = "app.api.http.endpoint"
    return await explorer.kept[_ANSWERING].once(name, None, lambda: asyncio.to_thread(import_module, name))


async def graphql(request: Request) -> Response:
    """Answer a GraphQL request."""
    answer: Response = await (await prepare(request.state.explorer)).graphql(request)
    return answer


async def schema(request: Request) -> Response:
    """Return the schema in GraphQL's schema language."""
    answer: Response = await (await prepare(request.state.explorer)).schema(request)
    return answer


ASKED = Route("/graphql", graphql, methods=["GET", "POST", "OPTIONS"], include_in_schema=False)
"""Where programs ask: tried before all other addresses, since it is asked most, and each of them costs a little."""
router.add_route("/graphql/assets/{name}", console.asset, methods=["GET"], include_in_schema=False)
router.add_api_route(
    "/schema.graphql",
    schema,
    summary="The schema of the GraphQL API",
    response_description="The schema of the GraphQL API",
    tags=["GraphQL"],
    response_class=PlainTextResponse,
    response_model=None,
    responses={304: {"description": "Nothing has changed since the answer whose `ETag` was sent as `If-None-Match`."}},
)
