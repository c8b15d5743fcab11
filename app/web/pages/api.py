"""What programs can have besides GraphQL: the description of its routes as OpenAPI, and as a page to read."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response

from app.web.shell.describing import SITE, file_of
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter()

Said = Mapping[str, Any]
"""A part of an OpenAPI document."""
_ASKED = (("q",), ("queries",), ("prefix",), ("id",), ("from", "to"), ("of",))
"""What an address says nothing without, or little, by its names in the query."""
_IDS = frozenset({"id", "from", "to", "of"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of an address that is chosen by whoever asks."""

    name: str
    in_path: bool
    says: str
    one_of: tuple[str, ...]
    """What may stand there; empty where that is open."""
    usual: str
    """What counts when nothing is said, where that is a word."""
    several: bool
    """Whether it may be repeated."""
    example: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An address that can be asked, with what is chosen in it."""

    id: str
    method: str
    path: str
    summary: str
    says: str
    parameters: tuple[Parameter, ...]
    types: tuple[str, ...]
    """The media types of its answers."""
    shape: str
    """The shape of its JSON, by name; empty where there is none."""
    errors: tuple[str, ...]
    example: str
    """An address to try; empty where the site has nothing of the example's name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Operations of one sort."""

    name: str
    says: str
    common: tuple[Parameter, ...]
    """What all of them take."""
    operations: tuple[Operation, ...]
    """Each with what it takes besides."""


@dataclass(frozen=True, slots=True)
class Property:
    """One value in JSON."""

    name: str
    type: str
    says: str
    one_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapeSaid:
    """A shape of JSON."""

    name: str
    says: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiPage(Page):
    """What the page shows."""

    template = "api.html"
    introduction: tuple[str, ...]
    groups: tuple[Group, ...]
    answers: tuple[tuple[str, str], ...]
    """(status, what it means) of everything that is no answer, each once."""
    shapes: tuple[ShapeSaid, ...]


@router.get("/openapi.json", **file_of(SITE, "This description, as OpenAPI 3.1", "application/json", errors=()))
async def openapi(request: Request) -> Response:
    """Return what these pages say of files, feeds and pictures, for programs that read OpenAPI."""
    document = await described(request.app)
    return Response(orjson.dumps(document), media_type="application/json")


@router.get("/api", include_in_schema=False)
async def api(request: Request, explorer: OpenExplorer) -> Response:
    """Show the same description, to read."""
    document = await described(request.app)
    contents = await explorer.catalogue.contents()
    known = {*contents.areas, *(name.id for name in contents.names)}
    operations = [
        (operation["tags"][0], _operation(method.upper(), path, operation, known))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    page = ApiPage(
        title="Files, feeds and pictures for programs",
        introduction=tuple(document["info"]["description"].strip().split("\n\n")),
        groups=tuple(
            _group(tag["name"], tag["description"], [each for name, each in operations if name == tag["name"]])
            for tag in document["tags"]
        ),
        answers=tuple(sorted(_answers(document).items())),
        shapes=tuple(_shape(name, said) for name, said in document["components"]["schemas"].items()),
    )
    return render(request, page)


async def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, which is made when it is first asked for, beside everybody else's requests."""
    document: dict[str, Any] = await asyncio.to_thread(app.openapi)
    return document


def _operation(method: str, path: str, said: Said, known: set[str]) -> Operation:
    answer = said["responses"]["200"]
    parameters = tuple(_parameter(each) for each in said.get("parameters", ()))
    return Operation(
        said["operationId"],
        method,
        path,
        said["summary"],
        said.get("description", ""),
        tuple(sorted(parameters, key=lambda each: not each.in_path)),
        tuple(answer.get("content", ())),
        _named(answer.get("content", {}).get("application/json", {}).get("schema", {})),
        tuple(status for status in said["responses"] if status.isdigit() and status >= "400"),
        _example(path, parameters, known) if method == "GET" else "",
    )


def _parameter(said: Said) -> Parameter:
    schema = said["schema"]
    several = schema["type"] == "array"
    example = schema["examples"][0]
    words = schema["items"] if several else schema
    usual = schema.get("default")
    return Parameter(
        said["name"],
        said["in"] == "path",
        said["description"],
        tuple(words.get("enum", ())),
        usual if isinstance(usual, str) else "",
        several,
        example[0] if several else example,
    )


def _example(path: str, parameters: Iterable[Parameter], known: set[str]) -> str:
    """Fill a path, and whatever it needs besides, with examples; empty when nothing here has an example's id."""
    given = {each.name: each.example for each in parameters}
    place, body = given.get("area", ""), given.get("organization", "")
    if ("{area}" in path and place not in known) or (body and f"{place}/{body}" not in known):
        return ""
    asked = next((names for names in _ASKED if given.keys() >= {*names}), ())
    query = {name: given[name] for name in asked}
    if any(name in _IDS and value not in known for name, value in query.items()):
        return ""
    return path.format_map(given) + (f"?{urlencode(query)}" if query else "")


def _group(name: str, says: str, operations: list[Operation]) -> Group:
    first, *others = operations
    common = tuple(each for each in first.parameters if all(each in other.parameters for other in others))
    common = common if others else ()
    own = (
        Operation(
            it.id,
            it.method,
            it.path,
            it.summary,
            it.says,
            tuple(each for each in it.parameters if each not in common),
            it.types,
            it.shape,
            it.errors,
            it.example,
        )
        for it in operations
    )
    return Group(name, says, common, tuple(own))


def _answers(document: Said) -> dict[str, str]:
    return {
        "any other" if status == "default" else status: answer["description"]
        for methods in document["paths"].values()
        for operation in methods.values()
        for status, answer in operation["responses"].items()
        if status != "200"
    }


def _shape(name: str, said: Said) -> ShapeSaid:
    return ShapeSaid(
        name,
        said.get("description", ""),
        tuple(
            Property(key, _type(value), value.get("description", ""), tuple(value.get("enum", ())))
            for key, value in said["properties"].items()
        ),
    )


def _type(schema: Said) -> str:
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    return _named(schema) or str(schema.get("type", "anything"))


def _named(schema: Said) -> str:
    """Return the name of the shape that a schema refers to, also as a list of it."""
    if schema.get("type") == "array" and (inner := _named(schema["items"])):
        return f"list of {inner}"
    return str(schema.get("$ref", "")).rpartition("/")[2]
