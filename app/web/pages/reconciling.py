"""Names in a table matched with bodies and people: the Reconciliation Service API 0.2, which OpenRefine speaks.

https://reconciliation-api.github.io/specs/0.2/ says what each of these answers means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.caching.bodies import read_body
from app.errors import BadInput, UnknownId
from app.reading import suggesting
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.reading.moved import moved_to
from app.reading.reconcile_queries import MOST_QUERIES, read_queries
from app.reading.reconciling import AREA, ORGANIZATION, PERSON, TYPES, Found, reconciled, types_of
from app.reading.resolving import what_it_is
from app.reading.search import WHO, has_text
from app.web.pages.suggest import address
from app.web.shell.describing import RECONCILING, answered_with, file_of
from app.web.shell.parameters import OpenExplorer
from app.web.shell.reconciled_shapes import Answered, Flyout, SuggestedEntities, SuggestedWords
from app.web.shell.render import Page, environment, origin_of, render

router = APIRouter()

ROOT = "/data/reconcile"
MOST_SENT = 200_000
"""Bytes of a batch."""
_WIDTH, _HEIGHT = 400, 180
"""Of the preview, in pixels."""

BatchText = Annotated[
    str,
    Query(
        description="Names to match, as JSON. The service says what it is when there are none.",
        examples=['{"q0": {"query": "council on aging", "type": "forum", "limit": 3}}'],
    ),
]
EntityId = Annotated[str, Query(description="A body or a person, by its id.", examples=["bromley/council-on-ageing"])]
Prefix = Annotated[str, Query(description="What somebody has typed so far.", examples=["age"])]


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewPage(Page):
    """What the preview shows."""

    template = "reconcile_preview.html"
    name: Name
    what: str
    page: str
    """Its address on this site."""


@router.get(ROOT, **answered_with(RECONCILING, "Names matched with bodies and people", Answered))
async def reconcile(request: Request, explorer: OpenExplorer, queries: BatchText = "", id: EntityId = "") -> Response:
    """Match a batch of names; say what the service is when there are none; lead to the page of what has an `id`.

    A name is matched without regard to case, accents, punctuation, titles and small mistakes, and by its former and
    other names and its initials. `type` is `Organization`, `Person` or a sort of body; the property `area` is a place,
    by its name or id. A candidate is a `match` when nothing else, of the place that was named, goes by the same name.
    """
    if id:
        return RedirectResponse(address(await _known(explorer, id)), 307)
    return JSONResponse(await _matched(explorer, queries) if queries else _manifest(origin_of(request)))


_SENT: dict[str, Any] = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {"type": "object", "required": ["queries"], "properties": {"queries": {"type": "string"}}}
        }
    },
}


@router.post(
    ROOT,
    openapi_extra={"requestBody": _SENT},
    **answered_with(RECONCILING, "The same, sent as a form", Answered, tagged=False),
)
async def reconcile_sent(request: Request, explorer: OpenExplorer) -> Response:
    """Match a batch of names that is sent as `queries` in a form, as OpenRefine does: at most 50 of them, 200 kB."""
    body, _ = await read_body(request.receive, MOST_SENT)
    if body is None:
        raise BadInput(f"The batch is longer than {MOST_SENT:,} bytes: send fewer names at once.")
    try:
        queries = parse_qs(body.decode(), max_num_fields=10).get("queries", [""])[0]
    except ValueError:
        raise BadInput("What was sent is no form: expected a field `queries`, encoded as addresses are.") from None
    return JSONResponse(await _matched(explorer, queries) if queries else _manifest(origin_of(request)))


@router.get(f"{ROOT}/suggest/entity", **answered_with(RECONCILING, "Bodies and people to choose", SuggestedEntities))
async def suggest_entity(explorer: OpenExplorer, prefix: Prefix = "") -> Response:
    """Offer at most eight bodies and people whose names begin or sound like what is typed."""
    contents = await explorer.catalogue.contents()
    names = await suggesting.suggest(explorer.catalogue, prefix, WHO)
    result = [
        {"id": it.id, "name": it.name, "description": what_it_is(it, contents), "notable": _typed(it)} for it in names
    ]
    return JSONResponse({"result": result})


@router.get(f"{ROOT}/suggest/type", **answered_with(RECONCILING, "Types to choose", SuggestedWords))
async def suggest_type(prefix: Prefix = "") -> Response:
    """Offer the types that have a text in their name: bodies, people, and the sorts of body."""
    return JSONResponse({"result": _worded(TYPES, prefix)})


@router.get(f"{ROOT}/suggest/property", **answered_with(RECONCILING, "Properties to choose", SuggestedWords))
async def suggest_property(prefix: Prefix = "") -> Response:
    """Offer the properties that tell one name from the same elsewhere: the area that a body or a person is of."""
    return JSONResponse({"result": _worded({AREA: "Area"}, prefix)})


@router.get(f"{ROOT}/preview", **file_of(RECONCILING, "A few words in a frame", "text/html"))
async def preview(request: Request, explorer: OpenExplorer, id: EntityId = "") -> Response:
    """Show in a few words what a body or a person is, for a frame in another program."""
    return render(request, await _preview(explorer, id), noindex=True)


@router.get(f"{ROOT}/flyout", **answered_with(RECONCILING, "A few words as a piece of HTML", Flyout))
async def flyout(request: Request, explorer: OpenExplorer, id: EntityId = "") -> Response:
    """Return the same few words, to be shown beside what is suggested."""
    page = await _preview(explorer, id)
    told = (
        environment()
        .get_template("_reconciled.html")
        .render(name=page.name, what=page.what, page=f"{origin_of(request)}{page.page}")
    )
    return JSONResponse({"id": page.name.id, "html": told})


async def _matched(explorer: Explorer, queries: str) -> dict[str, Any]:
    contents = await explorer.catalogue.contents()
    return {
        key: {"result": [_candidate(each, what_it_is(each.name, contents)) for each in found]}
        for key, wanted in read_queries(queries).items()
        for found in (await reconciled(explorer.catalogue, wanted),)
    }


def _candidate(found: Found, what: str) -> dict[str, Any]:
    features: list[dict[str, Any]] = [{"id": "name", "value": found.score}]
    features += [] if found.is_there is None else [{"id": AREA, "value": found.is_there}]
    return {
        "id": found.name.id,
        "name": found.name.name,
        "description": what,
        "type": _typed(found.name),
        "score": found.score,
        "match": found.is_certain,
        "features": features,
    }


def _typed(name: Name) -> list[dict[str, str]]:
    return [{"id": each, "name": TYPES[each]} for each in types_of(name)]


def _worded(words: Mapping[str, str], prefix: str) -> list[dict[str, str]]:
    return [
        {"id": id_, "name": name} for id_, name in words.items() if not prefix.strip() or has_text(prefix, id_, name)
    ]


async def _known(explorer: Explorer, id_: str) -> Name:
    known = (await explorer.catalogue.contents()).by_id
    found = known.get(id_) or known.get(await moved_to(explorer.catalogue, id_) or "")
    if found is None:
        raise UnknownId(f"No body or person has the id '{id_[:120]}'.")
    return found


async def _preview(explorer: Explorer, id_: str) -> PreviewPage:
    name, contents = await _known(explorer, id_), await explorer.catalogue.contents()
    return PreviewPage(title=name.name, name=name, what=what_it_is(name, contents), page=address(name))


def _manifest(origin: str) -> dict[str, Any]:
    """Return what the service is, and where the rest of it is."""
    root = f"{origin}{ROOT}"

    def at(what: str) -> dict[str, str]:
        return {"service_url": root, "service_path": f"/suggest/{what}"}

    return {
        "versions": ["0.2"],
        "name": "Partnership Explorer: bodies and people",
        "identifierSpace": f"{origin}/",
        "schemaSpace": f"{origin}/glossary",
        "documentation": f"{origin}/api",
        "batchSize": MOST_QUERIES,
        "defaultTypes": [{"id": each, "name": TYPES[each]} for each in (ORGANIZATION, PERSON)],
        "view": {"url": f"{root}?id={{{{id}}}}"},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": {
            "entity": {**at("entity"), "flyout_service_url": root, "flyout_service_path": "/flyout?id=${id}"},
            "type": at("type"),
            "property": at("property"),
        },
    }
