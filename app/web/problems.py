"""Error pages: what was wrong and what would be right; nothing of the machine's insides."""

import uuid
from dataclasses import dataclass

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.errors import DatabaseTooSlow, DatabaseUnavailable, PartnershipsError, UnknownId
from app.services.search import nearest
from app.web.render import Page, explorer_of, render

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class ProblemPage(Page):
    """What the error page shows."""

    heading: str
    message: str
    near: tuple[tuple[str, str], ...] = ()


def add_error_pages(app: FastAPI) -> None:
    """Have every error answered in words: a page for browsers, JSON for programs."""

    @app.exception_handler(PartnershipsError)
    async def known(request: Request, error: Exception) -> Response:
        assert isinstance(error, PartnershipsError)
        away = isinstance(error, DatabaseUnavailable | DatabaseTooSlow)
        heading = "The database is away" if away else "Not found" if error.status == 404 else "That cannot be answered"
        near = error.nearest if isinstance(error, UnknownId) else ()
        if isinstance(error, UnknownId) and not near:
            near = await _nearest(request)
        answer = _answer(request, error.status, heading, error.message, error.code, near)
        if away:
            answer.headers["Retry-After"] = "2"
        return answer

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            message = "There is no page at this address."
            return _answer(request, 404, "Not found", message, "NOT_FOUND", await _nearest(request))
        answer = _answer(request, error.status_code, "That cannot be answered", str(error.detail), "BAD_USER_INPUT")
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: Exception) -> Response:
        return _answer(
            request, 400, "That cannot be answered", "The address has a value that cannot be read.", "BAD_USER_INPUT"
        )

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        reference = uuid.uuid4().hex[:12]
        log.error("unexpected error", reference=reference, path=request.url.path, exc_info=error)
        message = f"Something went wrong here. The log has it under {reference}."
        return _answer(request, 500, "Something went wrong", message, "INTERNAL")


async def _nearest(request: Request) -> tuple[tuple[str, str], ...]:
    """Offer what an address probably meant; nothing when the database is away too."""
    try:
        last = request.url.path.rstrip("/").rpartition("/")[2]
        found = await nearest(explorer_of(request).catalogue, last)
    except (PartnershipsError, AttributeError):
        return ()
    return tuple((f"/{'people/' if name.label == 'Person' else ''}{name.id}", name.name) for name in found)


def _answer(
    request: Request, status: int, heading: str, message: str, code: str, near: tuple[tuple[str, str], ...] = ()
) -> Response:
    if "text/html" not in request.headers.get("accept", "") and request.headers.get("accept"):
        return JSONResponse({"error": {"code": code, "message": message}}, status_code=status)
    page = ProblemPage(
        heading, heading, message, tuple((href if href.startswith("/") else f"/{href}", name) for href, name in near)
    )
    return render(request, "problem.html", page, status=status, noindex=True)
