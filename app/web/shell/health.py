"""Whether the site lives, whether it can answer, and how it has been doing."""

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import JSONResponse, PlainTextResponse, Response

from app.web.shell.render import explorer_of

router = APIRouter()


@router.get("/healthz")
async def healthz() -> JSONResponse:
    """Say that the process lives; the database is not asked."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def readyz(request: Request) -> JSONResponse:
    """Say that questions can be answered: the database is asked; 503 when it is away."""
    await explorer_of(request).database.read("get_data_version")
    return JSONResponse({"status": "ready"})


@router.get("/metrics")
async def metrics() -> Response:
    """Return the counts and timings in Prometheus' format."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@router.get("/robots.txt")
async def robots() -> PlainTextResponse:
    """Let search engines in; pages on people ask by themselves to be left out."""
    return PlainTextResponse("User-agent: *\nDisallow: /graphql\nDisallow: /search\n")
