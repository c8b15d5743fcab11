"""Names of a table are matched as OpenRefine asks: what it is, ten names at a time in a form, what to choose, a preview."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.folding import folded
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.reading.reconcile_queries import read_queries
from app.reading.reconciling import Wanted
from app.web.shell.render import environment
from tests.unit.format_cases import HOSTILE

AT = "/data/reconcile"
COUNCIL = "bromley/council-on-ageing"
FROM = {"origin": "http://127.0.0.1:3333", "accept": "*/*"}


def sent(client: TestClient, *queries: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Send a batch as OpenRefine does: a form with one field, keys of its own."""
    batch = {f"q{number}": query for number, query in enumerate(queries)}
    answer = client.post(AT, data={"queries": json.dumps(batch)}, headers=FROM)
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert client.get(AT, params={"queries": json.dumps(batch)}).json() == answer.json()
    assert list(answer.json()) == list(batch)
    return [each["result"] for each in answer.json().values()]


def matched(result: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in result if each["match"]]


def test_it_says_what_it_is_and_where_the_rest_is(client: TestClient) -> None:
    said = client.get(AT, headers=FROM).json()
    assert said["versions"] == ["0.2"]
    assert [each["id"] for each in said["defaultTypes"]] == ["Organization", "Person"]
    assert said == client.post(AT, data={}).json()
    view = said["view"]["url"].replace("{{id}}", "bromley%2Fanne-manning")
    led = client.get(view, headers={"accept": "text/html"})
    assert led.url.path == "/people/bromley/anne-manning"
    preview = client.get(said["preview"]["url"].replace("{{id}}", COUNCIL.replace("/", "%2F")))
    assert "Council on Ageing" in preview.text
    assert "frame-ancestors *" in preview.headers["content-security-policy"]
    assert "frame-ancestors *" in client.get(f"{AT}/preview?id=nobody").headers["content-security-policy"]
    for suggest in said["suggest"].values():
        found = client.get(suggest["service_url"] + suggest["service_path"], params={"prefix": "a"}).json()
        assert found["result"]
    entity = said["suggest"]["entity"]
    flyout = client.get(entity["flyout_service_url"] + entity["flyout_service_path"].replace("${id}", COUNCIL)).json()
    assert flyout["id"] == COUNCIL
    assert f'href="http://testserver/{COUNCIL}"' in flyout["html"]


def test_a_column_of_names_as_somebody_typed_them(client: TestClient) -> None:
    exact, short, misspelt, nobody, nothing, person, by_id = sent(
        client,
        {"query": "the  COUNCIL on ageing", "type": "Organization", "type_strict": "should"},
        {"query": "COA", "limit": 3},
        {"query": "Counsil on Aging", "limit": 3},
        {"query": "Zzyzx Qwfp"},
        {"query": ""},
        {"query": "Cllr Anne Manning", "type": "Person"},
        {"query": COUNCIL},
    )
    assert matched(exact) == [COUNCIL]
    assert (exact[0]["score"], exact[0]["description"]) == (100.0, "forum, Bromley")
    assert {each["id"] for each in exact[0]["type"]} == {"forum", "Organization"}
    assert [result[0]["id"] for result in (short, misspelt)] == [COUNCIL, COUNCIL]
    assert matched(short) == [COUNCIL]  # which is recorded as another name of it
    assert matched(misspelt) == []
    assert nobody == nothing == []
    assert len(short) <= 3
    assert matched(person) == ["bromley/anne-manning"]
    assert matched(by_id) == [COUNCIL]
    for result in (exact, short, misspelt):
        assert [each["score"] for each in result] == sorted((each["score"] for each in result), reverse=True)


def test_the_type_and_the_area_tell_one_from_the_same_elsewhere(client: TestClient) -> None:
    def asked(**more: Any) -> dict[str, Any]:
        return {"query": "Local Strategic Partnership", "limit": 25, **more}

    def of(*areas: Any) -> list[dict[str, Any]]:
        return [{"pid": "area", "v": area} for area in areas]

    plain, here, elsewhere, by_id, nowhere, people, both, neither = sent(
        client,
        asked(),
        asked(properties=of("Bromley")),
        asked(properties=of("gloucester")),
        asked(properties=of([{"id": "bromley", "name": "Bromley"}])),
        asked(properties=[*of("Atlantis"), {"pid": "colour", "v": "red"}]),
        asked(type="Person"),
        asked(type=["lsp", "Organization"], type_strict="all"),
        asked(type=["forum", "Person"], type_strict="any"),
    )
    lsp = "bromley/local-strategic-partnership"
    assert lsp in [each["id"] for each in plain]
    assert matched(here) == matched(by_id) == [lsp]
    assert {"id": "area", "value": True} in here[0]["features"]
    assert lsp not in matched(elsewhere)
    (there,) = (each for each in elsewhere if each["id"] == lsp)
    assert there["score"] < here[0]["score"]
    assert matched(nowhere) == []
    assert [each for each in people if {"id": "Person", "name": "Person"} not in each["type"]] == []
    assert lsp in [each["id"] for each in both]
    assert lsp not in [each["id"] for each in neither]


def test_whom_several_are_called_nobody_is_matched_for(client: TestClient) -> None:
    explorer: Explorer = client.app_state["explorer"]
    assert client.portal
    names = client.portal.call(explorer.catalogue.contents).by_id.values()
    called: dict[str, list[Name]] = {}
    for name in names:
        called.setdefault(folded(name.name), []).append(name)
    shared = next(them for them in called.values() if len({each.place for each in them}) == len(them) == 2)
    area = [{"pid": "area", "v": shared[0].place}]
    plain, there = sent(client, {"query": shared[0].name}, {"query": shared[0].name, "properties": area})
    assert {each.id for each in shared} <= {each["id"] for each in plain}
    assert matched(plain) == []
    assert matched(there) == [shared[0].id]


@pytest.mark.parametrize(
    ("queries", "says"),
    [
        ("soon", "queries is no JSON ("),
        ("[]", "queries is no object: expected an object that has a query"),
        ('{"q0": "COA"}', "In the query 'q0', query is 'COA': expected a name"),
        ('{"q0": {"query": 5}}', "In the query 'q0', query is"),
        ('{"q0": {"query": "a", "type": "Board"}}', "In the query 'q0', type is 'Board': expected one of Organization, Person, lsp"),
        ('{"q0": {"query": "a", "limit": "ten"}}', "In the query 'q0', limit is 'ten': expected a number"),
        ('{"q0": {"query": "a", "limit": 0}}', "In the query 'q0', limit is '0': expected a number"),
        ('{"q0": {"query": "a", "properties": {"area": "b"}}}', "In the query 'q0', properties is"),
        (json.dumps({f"q{n}": {"query": "a"} for n in range(51)}), "queries has 51 names: expected at most 50 at once."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_where_it_stands(client: TestClient, queries: str, says: str) -> None:
    for answer in (client.get(AT, params={"queries": queries}), client.post(AT, data={"queries": queries})):
        assert answer.status_code == 400
        assert answer.json()["error"]["message"].startswith(says), answer.text


def test_what_is_too_long_or_no_form_is_refused(client: TestClient) -> None:
    for body, says in (
        (b"queries=" + b"a" * 200_001, "The batch is longer than 200,000 bytes"),
        (b"\xff=1", "What was sent is no form"),
    ):
        answer = client.post(AT, content=body)
        assert answer.status_code == 400
        assert says in answer.json()["error"]["message"]


def test_a_query_is_read_as_it_is_meant() -> None:
    said = '{"a": {"query": "x", "type": [{"id": "forum"}], "limit": 400, "properties": [{"pid": "area", "v": ["b", {"id": "c"}, 3]}]}}'
    assert read_queries(said) == {"a": Wanted("x", ("forum",), False, ("b", "c"), 25)}
    assert read_queries('{"a": {"query": "x"}}') == {"a": Wanted("x", limit=25)}


def test_nothing_that_is_not_public_is_matched(with_secrets: TestClient) -> None:
    queries = {"a": {"query": "Hush Board"}, "b": {"query": "hush"}, "c": {"query": "Bob"}}
    answer = with_secrets.get(AT, params={"queries": json.dumps(queries)})
    assert "hush" not in answer.text.lower()
    assert with_secrets.get(f"{AT}/suggest/entity?prefix=hush").json() == {"result": []}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_a_flyout(name: str) -> None:
    shown = (
        environment()
        .get_template("_reconciled.html")
        .render(name=Name("Organization", "a/b", name, (name,), "a", "forum"), what=f"forum, {name}", page="/a/b")
    )
    tags = {each.partition(">")[0].partition(" ")[0] for each in shown.split("<")[1:]}
    assert tags == {"p", "/p", "a", "/a", "strong", "/strong"}
