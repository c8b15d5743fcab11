"""Error pages: what was wrong and what would be right; nothing of the machine's insides."""

import uuid
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.errors import (
    Ambiguous,
    Candidate,
    DatabaseTooSlow,
    DatabaseUnavailable,
    NotSignedIn,
    PartnershipsError,
    TooBusy,
    TooManyTries,
    UnknownId,
)
from app.reading.moved import moved_ids, path_at_new_ids
from app.reading.resolving import what_it_is
from app.reading.search import nearest, search
from app.web.pages.asked_again import asked_again, wrong_fields
from app.web.pages.suggest import address
from app.web.shell.parameters import open_explorer_of
from app.web.shell.private import prefix_of, told_path
from app.web.shell.render import Page, render

log = structlog.get_logger()

NOT_FOUND = "Not found"
NO_ANSWER = "That cannot be answered"
NOT_YOURS = "You may not do that"
AWAY = "The database is away"
BUSY = "Many are asking"


MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Near:
    """Something that an address may have meant."""

    href: str
    name: str
    what: str
    """What it is, and where."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemPage(Page):
    """What the error page shows."""

    template = "problem.html"
    heading: str
    message: str
    near: tuple[Near, ...] = ()
    words: str = ""
    """What was looked for, to look for it again."""
    status: int = 404


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoicePage(Page):
    """What the page shows that asks which of several is meant."""

    template = "choice.html"
    text: str
    """The name that was asked for."""
    number: int
    called: bool
    """Whether all of them are called exactly that."""
    places: tuple[tuple[str, tuple[tuple[Candidate, str], ...]], ...]
    """Place by place, what it may mean, each with the address that asks for it."""
    more: int
    """How many are not listed."""


def add_error_pages(app: FastAPI) -> None:
    """Answer every error in words: a page for browsers, JSON for programs."""

    @app.exception_handler(PartnershipsError)
    async def known(request: Request, error: Exception) -> Response:
        assert isinstance(error, PartnershipsError)
        if isinstance(error, Ambiguous):
            return _choice(request, error)
        wrong_at = wrong_fields(request.query_params, error) if request.method in {"GET", "HEAD"} else {}
        if not _is_program(request) and (again := asked_again(request.query_params, wrong_at)):
            return render(request, again, status=400, noindex=True)
        if isinstance(error, UnknownId) and (moved := await _moved(request)):
            return moved
        away = isinstance(error, DatabaseUnavailable | DatabaseTooSlow)
        heading = NOT_FOUND if error.status == 404 else NOT_YOURS if error.status == 403 else NO_ANSWER
        if away:
            heading = BUSY if isinstance(error, TooBusy) else AWAY
        near: tuple[Near, ...] = ()
        if isinstance(error, UnknownId):
            near = tuple(Near(_in_place_of(request, error.asked, id_), name, "") for id_, name in error.nearest)
            near = near or await _nearest(request)
        answer = _answer(request, error.status, heading, error.message, error.code, near, next(iter(wrong_at), ""))
        if away:
            answer.headers["Retry-After"] = "2"
        if isinstance(error, NotSignedIn):
            answer.headers["WWW-Authenticate"] = "Bearer"
        if isinstance(error, TooManyTries):
            answer.headers["Retry-After"] = str(error.seconds)
        return answer

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            message = "There is no page at this address."
            return _answer(request, 404, NOT_FOUND, message, "NOT_FOUND", await _nearest(request))
        answer = _answer(request, error.status_code, NO_ANSWER, str(error.detail), "BAD_USER_INPUT")
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: Exception) -> Response:
        message = "The address has a value that cannot be read."
        return _answer(request, 400, NO_ANSWER, message, "BAD_USER_INPUT")

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        reference = uuid.uuid4().hex[:12]
        log.error("unexpected error", reference=reference, path=told_path(request), exc_info=error)
        message = f"Something went wrong here. The log has it under {reference}."
        return _answer(request, 500, "Something went wrong", message, "INTERNAL")


async def _moved(request: Request) -> Response | None:
    """Lead an address with ids that are others by now to the one with those; None where there are none."""
    if request.method not in {"GET", "HEAD"}:
        return None
    try:
        moved = await moved_ids(open_explorer_of(request).catalogue)
    except (PartnershipsError, AttributeError):
        return None
    path = path_at_new_ids(request.url.path, moved)
    query = [(name, moved.get(value, value)) for name, value in request.query_params.multi_items()]
    if path == request.url.path and query == request.query_params.multi_items():
        return None
    place = quote(path) + (f"?{urlencode(query)}" if query else "")
    # What moved may be moved back, so nobody keeps this without asking again.
    return RedirectResponse(prefix_of(request).rstrip("/") + place, 308, headers={"Cache-Control": "no-cache"})


async def _nearest(request: Request) -> tuple[Near, ...]:
    """Offer what an address probably meant, by its words, that of the same place first; nothing without a database."""
    try:
        catalogue = open_explorer_of(request).catalogue
        contents = await catalogue.contents()
        words, place = _words(request), request.url.path.strip("/").partition("/")[0]
        names = await search(catalogue, words, first=MOST_NEAR) or await nearest(catalogue, words, MOST_NEAR)
    except (PartnershipsError, AttributeError):
        return ()
    found = sorted(names, key=lambda name: name.place != place)
    return tuple(Near(address(name), name.name, what_it_is(name, contents)) for name in found)


def _words(request: Request) -> str:
    """Return the last part of an address as words: `council on aging` for `/bromley/council-on-aging`."""
    return request.url.path.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")[:100]


def _choice(request: Request, error: Ambiguous) -> Response:
    """Ask which of several is meant: each is the same address, with its id where the name stands."""
    if _is_program(request):
        said = {"code": error.code, "message": error.message, **error.said}
        return JSONResponse({"error": said}, status_code=error.status)
    places: dict[str, list[tuple[Candidate, str]]] = {}
    for each in error.candidates:
        places.setdefault(each.place, []).append((each, _asking_for(request, error.text, each.id)))
    page = ChoicePage(
        title=f"Which “{error.text[:60]}”?",
        text=error.text,
        number=error.number,
        called=error.called,
        places=tuple((place, tuple(places[place])) for place in places),
        more=error.number - len(error.candidates),
    )
    return render(request, page, status=error.status, noindex=True)


def _asking_for(request: Request, text: str, id_: str) -> str:
    """Return the address that was asked for, with an id in the first place where a name stands."""
    query, replaced = [], False
    for name, value in request.query_params.multi_items():
        here = not replaced and " ".join(value.split())[: len(text)] == text
        query.append((name, id_ if here else value))
        replaced = replaced or here
    return f"{quote(request.url.path)}?{urlencode(query)}"


def _is_program(request: Request) -> bool:
    """Tell whether a request asks for something else than a page."""
    accept = request.headers.get("accept", "")
    return bool(accept) and "text/html" not in accept


def _in_place_of(request: Request, asked: str, id_: str) -> str:
    """Return the same address with an id where one of its fields says what nobody has; else the page of that id."""
    if asked and asked in (value.strip() for value in request.query_params.values()):
        return _asking_for(request, asked, id_)
    return id_ if id_.startswith("/") else f"/{id_}"


def _answer(
    request: Request, status: int, heading: str, message: str, code: str, near: tuple[Near, ...] = (), field: str = ""
) -> Response:
    """Say what is wrong: to a program also in which field of the address, where it is one that people fill in."""
    if _is_program(request):
        said = {"code": code, "message": message} | ({"field": field} if field else {})
        return JSONResponse({"error": said}, status_code=status)
    page = ProblemPage(title=heading, heading=heading, message=message, near=near, words=_words(request), status=status)
    return render(request, page, status=status, noindex=True)
