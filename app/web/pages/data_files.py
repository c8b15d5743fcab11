"""Everything public that is recorded of a place, as files in open formats: an address for each of the registry."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import orjson
from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response, StreamingResponse

from app.caching.streaming import ONLY_HEADERS
from app.exchange.formats.registry import FORMATS, Format
from app.record.dumping import dump, dumped
from app.record.publishing import public_facts, written
from app.web.pictures.saving import file
from app.web.shell.describing import DATA, Described, Shape, answered_with, file_of
from app.web.shell.parameters import AreaId, OpenExplorer
from app.web.shell.render import origin_of

router = APIRouter()

DUMP = "application/jsonl"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the places that come with the program; others are under the terms of whoever wrote them."""


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


class FileListed(Shape):
    """A file of a place."""

    name: str
    """The word by which `partnerships export --format` knows its format."""
    title: str
    address: str
    media_type: str = Field(alias="mediaType", description="The media type of its answers.")
    says: str
    """What it is for."""
    not_held: dict[str, int] = Field(
        alias="notHeld", description="What is recorded of the place and is not in the file, with how often."
    )


class PlaceFiles(Shape):
    """What files there are of a place."""

    place: str
    """Its id."""
    name: str
    data_version: int = Field(alias="dataVersion", description="Of the data that the files are made from.")
    terms: str
    """Where it stands what may be done with them."""
    counts: dict[str, int]
    """How many public facts of each label and type of link are recorded of it."""
    files: list[FileListed]


class PlaceListed(Shape):
    """A place with facts."""

    id: str
    name: str
    manifest: str
    """The address of the list of its files."""


class DumpListed(Shape):
    """The dump, to check a copy by."""

    address: str
    media_type: str = Field(alias="mediaType", description="The media type of its answer.")
    bytes_: int = Field(alias="bytes", description="How long it is.")
    sha256: str
    """The SHA-256 of its content, in hexadecimal."""
    lines: int
    """How many lines it has: one for each fact, and the first and the last, which say that all of it is there."""
    counts: dict[str, int]
    """How many of each label and type of link."""


class Manifest(Shape):
    """What can be taken from here, whole."""

    title: str
    terms: str
    """Where it stands what may be done with it."""
    licence: str
    """The licence of the places that come with the program."""
    data_version: int = Field(alias="dataVersion", description="Of the data that the files are made from.")
    updated: str
    """When the data was last changed, in universal time; empty where that is not recorded."""
    dump: DumpListed
    places: list[PlaceListed]


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


@router.get("/data/dump.jsonl", **file_of(DATA, "Everything of all places as JSON Lines", DUMP))
async def dump_file(request: Request, explorer: OpenExplorer) -> Response:
    """Return every public fact of all places, a line each; the last line says by what to check a copy.

    It is sent as it is made; when the data changes meanwhile it is broken off, and ends without that line.
    """
    await explorer.catalogue.contents()  # which says now what would keep it from being made
    content: AsyncIterator[bytes] | Iterator[bytes] = iter(()) if request.scope.get(ONLY_HEADERS) else dump(explorer)
    return StreamingResponse(content, media_type=DUMP, headers={"Content-Disposition": 'inline; filename="dump.jsonl"'})


@router.get("/data/manifest.json", **answered_with(DATA, "What can be taken from here, whole", Manifest))
async def manifest(request: Request, explorer: OpenExplorer) -> Response:
    """Return the version of the data, its terms, the places, and the length, digest and counts of the dump."""
    origin = origin_of(request)
    whole, version = await dumped(explorer), await explorer.versions.now()
    said = {
        "title": "Partnership Explorer",
        "terms": f"{origin}/terms",
        "licence": LICENCE,
        "dataVersion": whole.version,
        "updated": _moment(version.moment),
        "dump": {
            "address": f"{origin}/data/dump.jsonl",
            "mediaType": DUMP,
            "bytes": whole.size,
            "sha256": whole.sha256,
            "lines": sum(whole.counts.values()) + 2,
            "counts": whole.counts,
        },
        "places": [
            {"id": id_, "name": name, "manifest": f"{origin}/data/{id_}.manifest.json"}
            for id_, name in whole.places.items()
        ],
    }
    return Response(orjson.dumps(said), media_type="application/json")


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if milliseconds else ""


@router.get("/data/{area}.manifest.json", **answered_with(DATA, "The files of a place", PlaceFiles))
async def place_manifest(request: Request, explorer: OpenExplorer, area: AreaId) -> Response:
    """Return which files there are of a place, and what of it each cannot hold."""
    origin = origin_of(request)
    public = await public_facts(explorer, area, origin)
    said = {
        "place": area,
        "name": public.name,
        "dataVersion": public.version,
        "terms": f"{origin}/terms",
        "counts": public.counts,
        "files": [
            {
                "name": each.name,
                "title": each.title,
                "address": f"{origin}/data/{area}.{each.ending}",
                "mediaType": each.media_type,
                "says": each.description,
                "notHeld": {lost.name: lost.times for lost in each.lost(public)},
            }
            for each in FORMATS
        ],
    }
    return Response(orjson.dumps(said), media_type="application/json")


for _format in FORMATS:
    router.get(f"/data/{{area}}.{_format.ending}", name=f"{_format.name}_file", **_described(_format))(
        _answering(_format)
    )
