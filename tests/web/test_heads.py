"""HEAD says of every address what GET says, without the body: monitors, caches and link checkers ask like that."""

import http.client
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app.exchange.formats.registry import FORMATS
from app.web.shell.heads import Heads
from app.web.shell.private import PrivateRoute

PAGE = {"accept": "text/html"}
EXAMPLES = {
    "/healthz": "/healthz",
    "/readyz": "/readyz",
    "/metrics": "/metrics",
    "/robots.txt": "/robots.txt",
    "/api": "/api",
    "/openapi.json": "/openapi.json",
    "/": "/",
    "/search": "/search?q=ageing",
    "/sources": "/sources",
    "/glossary": "/glossary",
    "/about": "/about",
    "/privacy": "/privacy",
    "/accessibility": "/accessibility",
    "/terms": "/terms",
    "/suggest": "/suggest?q=age",
    "/who": "/who?of=bromley/council-on-ageing",
    "/routes": "/routes?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership",
    "/people/{person:path}": "/people/bromley/anne-manning",
    "/posts/{area}/{post}": "/posts/bromley/council-on-ageing-chair",
    "/meetings/{area}/{meeting}": "/meetings/gloucester/gloucester-partnership-executive--2010-01-22",
    "/sources/{source:path}": "/sources/gloucester-executive-2010-01",
    "/diagrams/{area}.json": "/diagrams/bromley.json",
    "/diagrams/{area}/{organization}.json": "/diagrams/bromley/council-on-ageing.json",
    "/diagrams/{area}.svg": "/diagrams/bromley.svg",
    "/diagrams/{area}/{organization}.svg": "/diagrams/bromley/council-on-ageing.svg",
    "/diagrams/{area}.html": "/diagrams/gloucester.html",
    "/diagrams/{area}/{organization}.html": "/diagrams/bromley/council-on-ageing.html",
    "/diagrams/{area}.png": "/diagrams/gloucester.png",
    "/diagrams/{area}/{organization}.png": "/diagrams/bromley/council-on-ageing.png",
    "/diagrams/{area}.pdf": "/diagrams/gloucester.pdf",
    "/diagrams/{area}/{organization}.pdf": "/diagrams/bromley/council-on-ageing.pdf",
    "/embed/{area}": "/embed/bromley",
    "/embed/{area}/{organization}": "/embed/bromley/council-on-ageing",
    "/social/{area}.png": "/social/gloucester.png",
    "/social/{area}/{organization}.png": "/social/bromley/council-on-ageing.png",
    "/booklet/{area}.pdf": "/booklet/gloucester.pdf",
    "/booklet/{area}": "/booklet/gloucester",
    "/stories": "/stories",
    "/stories/{area}/{story}": "/stories/gloucester/who-sits-on-the-executive",
    "/stories/{area}/{story}/handout": "/stories/gloucester/who-sits-on-the-executive/handout",
    "/panel/{area}/{organization}": "/panel/bromley/council-on-ageing",
    "/balance": "/balance?of=bromley/council-on-ageing",
    "/balance.{format}": "/balance.csv?area=gloucester",
    "/members/{area}/{organization}": "/members/gloucester/gloucester-partnership-executive",
    "/members.{format}": "/members.csv?of=gloucester/gloucester-partnership-executive",
    "/gaps": "/gaps?area=gloucester",
    "/lines.{format}": "/lines.csv?area=gloucester",
    "/meetings.{format}": "/meetings.csv?area=gloucester",
    "/gaps.{format}": "/gaps.csv?area=gloucester",
    "/registers": "/registers",
    "/registers/seats": "/registers/seats?area=gloucester",
    "/registers/vacancies": "/registers/vacancies",
    "/registers/outside-bodies": "/registers/outside-bodies",
    "/registers/asked-for": "/registers/asked-for",
    "/registers/{area}": "/registers/gloucester",
    "/registers/{area}/{register}": "/registers/gloucester/seats",
    "/registers/{register}.json": "/registers/vacancies.json",
    "/registers/{register}.{format}": "/registers/vacancies.csv",
    "/registers/{area}/{register}.json": "/registers/gloucester/attendance.json?on=2010-02",
    "/registers/{area}/{register}.{format}": "/registers/gloucester/seats.csv",
    "/changes.svg": "/changes.svg?area=gloucester",
    "/changes.png": "/changes.png?area=gloucester",
    "/changes.pdf": "/changes.pdf?area=gloucester",
    "/changes.{format}": "/changes.csv?area=gloucester",
    "/who.{format}": "/who.csv?of=bromley/council-on-ageing",
    "/routes.svg": "/routes.svg?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership",
    "/routes.png": "/routes.png?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership",
    "/routes.pdf": "/routes.pdf?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership",
    "/routes.{format}": "/routes.csv?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership",
    "/fragility.{format}": "/fragility.csv?area=gloucester",
    "/compare.{format}": "/compare.csv?left=bromley&right=gloucester",
    "/sources.{format}": "/sources.csv",
    "/capacity": "/capacity",
    "/capacity.{format}": "/capacity.csv",
    "/ask": "/ask",
    "/ask/{question}": "/ask/who-speaks-for",
    "/ask/{question}/{blank}/names": "/ask/who-speaks-for/group/names?q=age",
    "/compare": "/compare?left=bromley&right=gloucester",
    "/relationships": "/relationships",
    "/relationships.{format}": "/relationships.csv",
    "/relationships/{area}.svg": "/relationships/hammersmith-and-fulham.svg",
    "/relationships/{area}.png": "/relationships/hammersmith-and-fulham.png",
    "/relationships/{area}.pdf": "/relationships/hammersmith-and-fulham.pdf",
    "/relationships/{area}.html": "/relationships/hammersmith-and-fulham.html",
    "/changes": "/changes?area=gloucester",
    "/feeds/{area}.atom": "/feeds/gloucester.atom",
    "/feeds/{area}/{organization}.atom": "/feeds/gloucester/lsp-working-group.atom",
    "/data/dump.jsonl": "/data/dump.jsonl",
    "/data/manifest.json": "/data/manifest.json",
    "/data/reconcile": "/data/reconcile",
    "/data/reconcile/suggest/entity": "/data/reconcile/suggest/entity?prefix=age",
    "/data/reconcile/suggest/type": "/data/reconcile/suggest/type?prefix=board",
    "/data/reconcile/suggest/property": "/data/reconcile/suggest/property",
    "/data/reconcile/preview": "/data/reconcile/preview?id=bromley/council-on-ageing",
    "/data/reconcile/flyout": "/data/reconcile/flyout?id=bromley/council-on-ageing",
    "/data/{area}.manifest.json": "/data/gloucester.manifest.json",
    **{f"/data/{{area}}.{each.ending}": f"/data/gloucester.{each.ending}" for each in FORMATS},
    "/fragility": "/fragility?area=gloucester",
    "/report-back.{format}": "/report-back.csv?area=gloucester",
    "/report-back": "/report-back?area=gloucester",
    "/report-back/{area}/{post}": "/report-back/gloucester/executive-melanie-dafforn?on=2010-02",
    "/calendars/{area}.ics": "/calendars/gloucester.ics",
    "/calendars/{area}/{organization}.ics": "/calendars/bromley/council-on-ageing.ics",
    "/{area}": "/bromley",
    "/{area}/{organization}": "/bromley/council-on-ageing",
    "/graphql": "/graphql?query={areas{id}}",
    "/graphql/assets/{name}": "/graphql/assets/graphiql.min.css",
    "/schema.graphql": "/schema.graphql",
    "/static": "/static/css/base.css",
    "/static/vis": "/static/vis/vis-network.min.js",
}
"""One address of every route. A new route has its line here, or the first test fails."""

WRONG = (
    "/nowhere",
    "/who?on=2007-02-30",
    "/diagrams/nowhere.png",
    "/bromley/nobody",
    "/static/nothing.css",
    "/gaps.exe",
)
CHANGES_BY_THE_SECOND = {"/metrics": {"content-length"}}


def routes_of(part: Any) -> Iterator[str]:
    """Return the path of every route of an application that is for everybody; `test_private` looks at the others."""
    for route in all_routes(part):
        if not isinstance(route, PrivateRoute):
            yield route.path


def all_routes(part: Any) -> Iterator[Any]:
    """Return every route of an application, those of its routers included."""
    for route in part.routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from all_routes(inner)
        else:
            yield route


def test_every_route_has_an_example(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, Starlette)
    assert set(routes_of(app)) == set(EXAMPLES)


@pytest.mark.parametrize("route", EXAMPLES)
def test_head_is_get_without_the_body(client: TestClient, route: str) -> None:
    address = EXAMPLES[route]
    got, head = client.get(address, headers=PAGE), client.head(address, headers=PAGE)
    assert head.status_code == got.status_code == 200
    assert head.content == b""
    leave = CHANGES_BY_THE_SECOND.get(route, set[str]())
    assert {k: v for k, v in head.headers.items() if k not in leave} == {
        k: v for k, v in got.headers.items() if k not in leave
    }
    assert got.content


@pytest.mark.parametrize("address", WRONG)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_errors_too(client: TestClient, address: str, encoding: str) -> None:
    headers = PAGE | {"accept-encoding": encoding}
    got, head = client.get(address, headers=headers), client.head(address, headers=headers)
    assert head.status_code == got.status_code >= 400
    assert dict(head.headers) == dict(got.headers)
    assert head.content == b""


def test_what_a_reader_has_already_is_said_to_head_too(client: TestClient) -> None:
    tag = client.head("/feeds/gloucester.atom").headers["etag"]
    assert client.head("/feeds/gloucester.atom", headers={"If-None-Match": tag}).status_code == 304


def test_head_is_counted_as_head_by_the_route_that_answered(client: TestClient) -> None:
    client.head("/sources/gloucester-executive-2010-01")
    measured = client.get("/metrics").text
    assert 'partnerships_request_seconds_count{method="HEAD",route="/sources/{source:path}",status="200"}' in measured


def test_other_methods_are_refused_with_the_ones_that_are_taken(client: TestClient) -> None:
    refused = client.post("/bromley")
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert client.options("/graphql").status_code == 204


def test_the_api_is_asked_by_head_as_by_get(client: TestClient) -> None:
    address, headers = "/graphql?query={areas{id}}", {"accept": "application/json"}
    got, head = client.get(address, headers=headers), client.head(address, headers=headers)
    assert (head.status_code, dict(head.headers), head.content) == (200, dict(got.headers), b"")


def test_a_connection_goes_on_after_head() -> None:
    async def whole(request: Request) -> Response:
        return PlainTextResponse("x" * 3000, headers={"ETag": '"x"'})

    async def piece(request: Request) -> Response:
        return StreamingResponse(iter(["a" * 900, "b" * 900]))

    app = Heads(Starlette(routes=[Route("/whole", whole), Route("/piece", piece)]))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        # One connection for all: a body after HEAD would be read as the next answer's beginning.
        connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1], timeout=10)
        found = []
        try:
            for method, path in (("HEAD", "/whole"), ("GET", "/whole"), ("HEAD", "/piece"), ("GET", "/piece")):
                connection.request(method, path)
                answer = connection.getresponse()
                found.append((answer.status, answer.getheader("content-length"), len(answer.read())))
        finally:
            connection.close()
            server.should_exit = True
            thread.join(timeout=10)
    assert found == [(200, "3000", 0), (200, "3000", 3000), (200, None, 0), (200, None, 1800)]
