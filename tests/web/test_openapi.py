"""What `/openapi.json` says of files, feeds and pictures is true of them, and the page that shows it says all of it."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from app.web.shell.describing import TAGS
from tests.web.test_heads import EXAMPLES, routes_of

SCHEMA = json.loads((Path(__file__).parent / "openapi-3.1.schema.json").read_text("utf-8"))
"""OpenAPI's own schema of its documents, version 3.1 of 2022-10-07."""
HTML, JSON = {"accept": "text/html"}, {"accept": "application/json"}

FOR_PEOPLE = {
    "/", "/api", "/search", "/sources", "/sources/{source:path}", "/glossary", "/about", "/privacy", "/accessibility", "/terms", "/who", "/routes", "/people/{person:path}",
    "/posts/{area}/{post}", "/meetings/{area}/{meeting}", "/booklet/{area}", "/stories", "/stories/{area}/{story}",
    "/stories/{area}/{story}/handout", "/panel/{area}/{organization}", "/balance", "/gaps", "/capacity", "/ask",
    "/members/{area}/{organization}",
    "/ask/{question}", "/compare", "/relationships", "/changes", "/fragility", "/report-back",
    "/registers", "/registers/seats", "/registers/vacancies", "/registers/outside-bodies", "/registers/asked-for",
    "/registers/{area}", "/registers/{area}/{register}",
    "/report-back/{area}/{post}", "/{area}", "/{area}/{organization}",
}  # fmt: skip
"""Pages: they are read, not called."""
ELSEWHERE = {"/graphql", "/graphql/assets/{name}", "/static", "/static/vis"}
"""Described by the GraphQL schema, or parts of pages."""

SENT = {"/data/reconcile"}
"""What is asked by GET may be sent there by POST, too."""

Operation = dict[str, Any]


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, Operation]]:
    for path, methods in document["paths"].items():
        assert list(methods) == (["get", "post"] if path in SENT else ["get"]), path
        yield path, methods["get"]


def schemas(value: Any) -> Iterator[Any]:
    """Return every JSON Schema in a part of a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "schema":
                yield inner
            yield from schemas(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from schemas(inner)


def shaped(document: dict[str, Any], schema: dict[str, Any], value: Any) -> list[str]:
    """Return what of a value is not as a schema of the document says."""
    whole = {"components": document["components"], **schema}
    return [error.message for error in Draft202012Validator(whole).iter_errors(value)]


def test_the_document_is_openapi(document: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)] == []
    found = [*schemas(document["paths"]), *document["components"]["schemas"].values()]
    assert len(found) > 300
    for schema in found:
        Draft202012Validator.check_schema(schema)


def test_every_route_is_described_or_a_page(client: TestClient, document: dict[str, Any]) -> None:
    described = set(document["paths"])
    assert described | FOR_PEOPLE | ELSEWHERE == set(routes_of(client.app))
    assert not described & FOR_PEOPLE


@pytest.mark.parametrize("path", sorted(FOR_PEOPLE - {"/api"}))
def test_what_is_left_out_is_a_page(client: TestClient, path: str) -> None:
    assert client.get(EXAMPLES[path], headers=HTML).headers["content-type"] == "text/html; charset=utf-8"


def test_every_operation_says_what_it_is_for(document: dict[str, Any]) -> None:
    ids, tags = set(), {tag["name"] for tag in TAGS}
    for path, said in operations(document):
        assert re.match(r"[A-Z].*[^.]$", said["summary"]), path
        assert said["description"].endswith("."), path
        assert len(said["tags"]) == 1, path
        assert said["tags"][0] in tags, path
        ids.add(said["operationId"])
        for parameter in said.get("parameters", ()):
            where = f"{path} {parameter['name']}"
            assert parameter["description"].endswith("."), where
            assert parameter["schema"]["examples"], where
            assert shaped(document, parameter["schema"], parameter["schema"]["examples"][0]) == [], where
            assert "default" not in parameter["schema"] or not shaped(
                document, parameter["schema"], parameter["schema"]["default"]
            ), where
    assert len(ids) == len(document["paths"])
    assert {said["tags"][0] for _, said in operations(document)} == tags


def test_what_each_answers_with_is_what_it_says(client: TestClient, document: dict[str, Any]) -> None:
    for path, said in operations(document):
        answer = client.get(EXAMPLES[path], headers=JSON)
        assert answer.status_code == 200, path
        media_type = answer.headers["content-type"].partition(";")[0]
        assert media_type in said["responses"]["200"]["content"], path
        schema = said["responses"]["200"]["content"][media_type].get("schema", {})
        if media_type == "application/json":
            assert path == "/openapi.json" or schema, path
            assert shaped(document, schema, answer.json()) == [], path
        tag = answer.headers.get("etag")
        again = client.get(EXAMPLES[path], headers=JSON | ({"if-none-match": tag} if tag else {}))
        assert (again.status_code == 304) == ("304" in said["responses"]), path


def test_both_formats_of_a_table_are_described(client: TestClient, document: dict[str, Any]) -> None:
    for path, said in operations(document):
        for parameter in said.get("parameters", ()):
            if parameter["name"] == "format":
                named = {p["name"]: p["schema"]["examples"][0] for p in said["parameters"]}
                filled = [path.format_map(named | {"format": each}) for each in parameter["schema"]["enum"]]
                answers = [client.get(each) for each in filled]
                found = {answer.headers["content-type"].partition(";")[0] for answer in answers}
                assert found == set(said["responses"]["200"]["content"])


TRIED = ("/diagrams/{area}.svg", "/gaps.{format}", "/members.{format}", "/capacity.{format}", "/relationships.{format}", "/suggest",
         "/registers/{area}/{register}.{format}",
         "/ask/{question}/{blank}/names", "/booklet/{area}.pdf",
         "/data/reconcile", "/data/reconcile/suggest/entity", "/changes.{format}", "/routes.{format}", "/compare.{format}",
         "/sources.{format}", "/routes.svg", "/changes.svg")  # fmt: skip
"""Between them they take every parameter in a query that there is."""
NEEDED = {
    "/routes.svg": {"from": "bromley/council-on-ageing", "to": "bromley/local-strategic-partnership"},
    "/changes.svg": {"area": "gloucester"},
}
"""What else has to be said where an answer is not of all places."""


def test_every_example_is_accepted_and_changes_what_is_asked(client: TestClient, document: dict[str, Any]) -> None:
    every = {p["name"] for _, said in operations(document) for p in said.get("parameters", ()) if p["in"] == "query"}
    for path in TRIED:
        parameters = document["paths"][path]["get"]["parameters"]
        filled = path.format_map({p["name"]: p["schema"]["examples"][0] for p in parameters if p["in"] == "path"})
        for parameter in parameters:
            if parameter["in"] == "query":
                every.discard(parameter["name"])
                asked = NEEDED.get(path, {}) | {parameter["name"]: parameter["schema"]["examples"][0]}
                assert client.get(filled, params=asked).status_code == 200, (path, asked)
    assert every == set()


WRONG = {
    "/gaps.csv?on=soon": 400, "/gaps.csv?proposed=maybe": 400, "/gaps.csv?kind=nothing": 400,
    "/gaps.csv?area=nowhere": 404, "/gaps.pdf": 404, "/capacity.csv?sort=nothing": 400,
    "/capacity.csv?area=bromley&area=nowhere": 404, "/relationships.csv?area=nowhere": 404,
    "/relationships/nowhere.svg": 404, "/relationships/bromley.html": 404, "/relationships/hammersmith-and-fulham.pdf?on=soon": 400,
    "/diagrams/bromley.svg?certainty=maybe": 400, "/diagrams/bromley.json?steps=99": 400,
    "/diagrams/bromley/nobody.png": 404, "/diagrams/nowhere.pdf": 404, "/embed/nowhere": 404,
    "/social/bromley.png?size=huge": 400, "/booklet/bromley.pdf?by=moon": 400, "/feeds/nowhere.atom": 404,
    "/registers/bromley/nothing.csv": 404, "/registers/nowhere/seats.json": 404, "/registers/people.csv": 400,
    "/registers/bromley/seats.csv?sort=nothing": 400, "/registers/bromley/seats.pdf": 404,
    "/changes.json?since=soon": 400, "/who.json?of=nobody": 404, "/routes.csv?from=bromley/nobody&to=bromley/council-on-ageing": 404,
    "/compare.csv?left=bromley&right=nowhere": 404,
    "/routes.svg": 400, "/routes.png?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership&route=soon": 400,
    "/routes.pdf?from=bromley/council-on-ageing&to=bromley/local-strategic-partnership&route=9": 404,
    "/changes.svg": 400, "/changes.png?area=bromley&day=soon": 400, "/changes.pdf?area=bromley&size=huge": 400,
    "/changes.svg?of=bromley/nobody": 404,
    "/data/reconcile?queries=soon": 400, "/data/reconcile?id=bromley/nobody": 404, "/data/reconcile/preview?id=nobody": 404,
    "/calendars/bromley/nobody.ics": 404, "/ask/nothing/group/names": 404,
}  # fmt: skip


@pytest.mark.parametrize("address", WRONG)
def test_a_mistake_is_told_in_the_shape_that_is_described(
    client: TestClient, document: dict[str, Any], address: str
) -> None:
    answer = client.get(address, headers=JSON)
    assert answer.status_code == WRONG[address]
    assert shaped(document, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []
    page = client.get(address, headers=HTML)
    assert page.status_code == WRONG[address]
    assert html.escape(answer.json()["error"]["message"], quote=True).replace("&#x27;", "&#39;") in page.text


MISTAKES = {"on=soon": "'soon'", "proposed=maybe": "'maybe'"}
DATED = ("/who?of=bromley/council-on-ageing", "/gaps", "/gaps.csv", "/balance", "/balance.csv", "/routes", "/fragility", "/report-back",
         "/changes", "/bromley", "/bromley/council-on-ageing", "/people/bromley/anne-manning", "/ask/who-speaks-for",
         "/diagrams/bromley.json", "/embed/bromley", "/booklet/bromley",
         "/panel/bromley/council-on-ageing", "/members/bromley/council-on-ageing", "/members.csv?area=bromley")  # fmt: skip
PLACED = ("/gaps", "/gaps.csv", "/balance.csv", "/members.csv", "/capacity", "/capacity.csv", "/relationships", "/relationships.csv", "/changes",
          "/fragility", "/report-back", "/ask", "/ask/who-speaks-for")  # fmt: skip


@pytest.mark.parametrize("path", DATED)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_day_and_proposals_are_refused_alike_everywhere(client: TestClient, path: str, mistake: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}{mistake}", headers=JSON)
    told = answer.json()["error"]
    assert (answer.status_code, told["code"]) == (400, "BAD_USER_INPUT")
    assert MISTAKES[mistake] in told["message"]
    assert "expected" in told["message"]
    assert told == client.get(f"/gaps?{mistake}", headers=JSON).json()["error"]


@pytest.mark.parametrize("path", PLACED)
def test_a_place_is_refused_alike_everywhere(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?area=glocester", headers=JSON)
    told = answer.json()["error"]
    assert (answer.status_code, told["code"]) == (404, "NOT_FOUND")
    assert "'glocester'" in told["message"]
    assert told == client.get("/gaps?area=glocester", headers=JSON).json()["error"]
    near = client.get(f"{path}?area=glocester", headers=HTML).text
    assert f'href="{path}?area=gloucester"' in near, "the same is asked, of the place that was meant"
    assert client.get(f"{path}?area=%20gloucester%20", headers=HTML).status_code == 200


def test_the_page_shows_all_that_the_document_says(client: TestClient, document: dict[str, Any]) -> None:
    answer = client.get("/api", headers=HTML)
    text = html.unescape(re.sub(r"<[^>]+>", "", answer.text))
    for path, said in operations(document):
        assert f"GET {path}" in text
        assert (f"POST {path}" in text) is (path in SENT)
        assert f'id="{said["operationId"]}"' in answer.text
        whole = [said["summary"], *said["responses"]["200"]["content"]]
        whole += [parameter["name"] for parameter in said.get("parameters", ())]
        whole += [parameter["description"].replace("`", "") for parameter in said.get("parameters", ())]
        whole += [" ".join(line.split()) for line in said["description"].replace("`", "").splitlines()]
        whole += [response["description"].replace("`", "") for response in said["responses"].values()]
        assert [words for words in whole if words not in text] == [], path
    for shape in document["components"]["schemas"].values():
        assert [name for name in shape["properties"] if name not in text] == []


def test_the_page_leads_only_to_this_site_and_every_link_answers(client: TestClient) -> None:
    text = client.get("/api", headers=HTML).text
    main = text[text.index("<main") : text.index("</main>")]
    assert "<script" not in main
    links = set(re.findall(r'href="([^"]+)"', main))
    assert {"/openapi.json", "/graphql", "/diagrams/bromley.svg", "/gaps.csv"} <= links
    for link in links:
        if link.startswith("#"):
            assert f'id="{link[1:]}"' in main
        else:
            assert client.get(html.unescape(link), headers=HTML).status_code == 200, link


def test_no_example_is_offered_that_this_site_does_not_have(with_secrets: TestClient) -> None:
    text = with_secrets.get("/api", headers=HTML).text
    assert "/feeds/{area}.atom" in text
    assert 'href="/feeds/bromley.atom"' not in text
    assert 'href="/gaps.csv"' in text


def test_other_sites_may_read_the_document_and_pages_lead_to_it(client: TestClient) -> None:
    assert client.get("/openapi.json").headers["access-control-allow-origin"] == "*"
    assert '<a href="/api">' in client.get("/glossary", headers=HTML).text
