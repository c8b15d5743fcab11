"""How routes for programs are described at `/openapi.json`: what each answers with, and how it says what went wrong.

The address itself is answered in `app/web/pages/api.py`.

Pages for people are not among them: they are found by reading, and what they say is had from the API as data.
"""

from collections.abc import Iterator
from typing import Any, TypedDict

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from app.errors import PartnershipsError

GRAPHQL = "GraphQL"
PICTURES = "Pictures"
BOOKLETS = "Booklets"
TABLES = "Tables"
DATA = "A place as data"
RECONCILING = "Names in your own tables"
FEEDS = "Feeds and calendars"
EMBEDS = "Pictures for other sites"
LOOKUPS = "Names to choose from"
SITE = "The site itself"

TAGS = (
    {"name": GRAPHQL, "description": "Questions about the data, asked at `/graphql`, where a browser gets a console."},
    {"name": PICTURES, "description": "The structure of a place, or what stands around one body, drawn."},
    {"name": BOOKLETS, "description": "A place on paper, a theme or a body a page."},
    {"name": TABLES, "description": "What a page shows as a table, to open in a spreadsheet."},
    {"name": DATA, "description": "Everything public that is recorded of a place, in open formats."},
    {"name": RECONCILING, "description": "Bodies and people found by their names, as OpenRefine asks for them."},
    {"name": FEEDS, "description": "What changes, what meets and whose term ends, to subscribe to."},
    {"name": EMBEDS, "description": "Pictures that other sites may show in a frame."},
    {"name": LOOKUPS, "description": "What fields offer while somebody types."},
    {"name": SITE, "description": "For whoever runs the site, and for robots."},
)
"""In the order in which they are read."""

DESCRIPTION = """\
Everything here is read with GET (or HEAD), without a key; only names to match may be sent with POST. Questions about
the data itself are asked in GraphQL, at `/graphql`; its schema is at `/schema.graphql`.

An error is JSON for a request whose `Accept` header does not name `text/html`, and a page otherwise. A date that is a
month or a year stands for its last day.
"""


def _codes(of: type[PartnershipsError]) -> Iterator[str]:
    yield of.code
    for kind in of.__subclasses__():
        yield from _codes(kind)


class Shape(BaseModel):
    """The shape of an answer in JSON; the texts under its fields describe them."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)


class Candidate(Shape):
    """One of those that a name may mean."""

    id: str
    name: str
    kind: str
    """What it is, as people say it."""
    area: str
    """The place whose file it is in, by its id."""


class Wrong(Shape):
    """What went wrong."""

    code: str = Field(
        description="The sort of error.", json_schema_extra={"enum": [*sorted(set(_codes(PartnershipsError)))]}
    )
    message: str
    """One sentence: what was wrong, and what would be right."""
    candidates: list[Candidate] = []
    """What a name may mean, where several go by it."""
    number: int | None = None
    """How many go by it in all: of very many, not all are among the candidates."""


class Problem(Shape):
    """What a program is told instead of an answer."""

    error: Wrong


class Described(TypedDict):
    """What a route says of itself beside its address and its parameters."""

    summary: str
    tags: list[Any]
    response_class: type[Response]
    responses: dict[int | str, dict[str, Any]]


_ERRORS: dict[int, str] = {
    400: "A value in the address cannot be read.",
    404: "Nothing public has this id.",
    503: "The database does not answer in time, or many ask at once: ask again after `Retry-After` seconds.",
}
_SEVERAL = "Several go by the name in `about`: ask again with the id of one of the `candidates`."
_NOT_MODIFIED = "Nothing has changed since the answer whose `ETag` was sent as `If-None-Match`."


def file_of(
    tag: str, summary: str, *media_types: str, tagged: bool = True, errors: tuple[int, ...] = tuple(_ERRORS)
) -> Described:
    """Describe a route whose answer is a file; not `tagged` when it has no ETag, as what is said of the moment."""
    content: dict[str, Any] = {media_type.partition(";")[0]: {} for media_type in media_types}
    described: dict[int | str, dict[str, Any]] = {200: {"description": summary, "content": content}}
    return _described(tag, summary, Response, described, tagged=tagged, errors=errors)


def answered_with(
    tag: str, summary: str, model: Any, *, tagged: bool = True, errors: tuple[int, ...] = tuple(_ERRORS)
) -> Described:
    """Describe a route whose answer is JSON of a shape; `tagged` as of files."""
    described: dict[int | str, dict[str, Any]] = {200: {"description": summary, "model": model}}
    return _described(tag, summary, JSONResponse, described, tagged=tagged, errors=errors)


def _described(
    tag: str,
    summary: str,
    response_class: type[Response],
    answers: dict[int | str, dict[str, Any]],
    *,
    tagged: bool,
    errors: tuple[int, ...],
) -> Described:
    if tagged:
        answers[304] = {"description": _NOT_MODIFIED}
    if tag in {PICTURES, EMBEDS}:
        answers[300] = {"description": _SEVERAL, "model": Problem}
    answers |= {status: {"description": _ERRORS[status], "model": Problem} for status in errors}
    answers["default"] = {"description": "Something unexpected went wrong; the log has it.", "model": Problem}
    return {"summary": summary, "tags": [tag], "response_class": response_class, "responses": answers}
