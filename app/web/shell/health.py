"""Whether the site lives, whether it can answer, and how it has been doing."""

import os
from typing import Literal

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.responses import JSONResponse, PlainTextResponse, Response

from app.web.shell.describing import SITE, Shape, answered_with, file_of
from app.web.shell.parameters import OpenExplorer

router = APIRouter()


class Health(Shape):
    """How the site is."""

    status: Literal["ok", "ready"]


@router.get("/healthz", **answered_with(SITE, "Does the process live?", Health, tagged=False, errors=()))
async def healthz() -> JSONResponse:
    """Say that the process lives; the database is not asked."""
    return JSONResponse(Health(status="ok").model_dump())


@router.get("/readyz", **answered_with(SITE, "Can questions be answered?", Health, tagged=False, errors=(503,)))
async def readyz(explorer: OpenExplorer) -> JSONResponse:
    """Say that questions can be answered: the database is asked; 503 when it is away."""
    await explorer.database.version()
    return JSONResponse(Health(status="ready").model_dump())


@router.get("/metrics", **file_of(SITE, "Counts and timings for Prometheus", "text/plain", tagged=False, errors=()))
async def metrics() -> Response:
    """Return the counts and timings in Prometheus' format."""
    return Response(generate_latest(_counts()), media_type=CONTENT_TYPE_LATEST)


def _counts() -> CollectorRegistry:
    """Return what is counted: of all processes together where there are several, which share a folder then."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # its constructor alone has no types
    return together


@router.get("/robots.txt", **file_of(SITE, "What search engines may read", "text/plain", errors=()))
async def robots() -> PlainTextResponse:
    """Let search engines in; pages on people ask by themselves to be left out."""
    return PlainTextResponse("User-agent: *\nDisallow: /graphql\nDisallow: /search\nDisallow: /edit/\n")
