"""GraphQL over HTTP to the letter: the public audits, then what they leave out."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

HTTP = Path(__file__).resolve().parents[1] / "http"
GRAPHQL, JSON = "application/graphql-response+json", "application/json"
QUERY = {"query": "{ __typename }"}


def test_the_public_audits_pass(address: str) -> None:
    node = shutil.which("node")
    assert node, "the audits need Node: `make test` says how to get it"
    if not (HTTP / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-fund", "--no-audit"], cwd=HTTP, check=True)
    done = subprocess.run(
        [node, "audit.mjs", f"{address}/graphql"], cwd=HTTP, check=True, capture_output=True, text=True, timeout=120
    )
    results = json.loads(done.stdout)
    assert len(results) >= 61
    assert [result for result in results if result["status"] != "ok"] == []


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{JSON}, {GRAPHQL}", JSON),
        (f"{GRAPHQL};q=0.5, {JSON};q=0.6", JSON),
        (f"{GRAPHQL};q=0, */*", JSON),
        ("application/*", JSON),
        ("*/*", JSON),
        ("", JSON),
        (f"{GRAPHQL}; charset=utf-8", GRAPHQL),
        ("text/html, application/json;q=0.1", JSON),
        ("text/html;q=0.8, */*;q=0.1", JSON),
    ],
)
def test_the_media_type_is_the_one_asked_for(client: TestClient, accept: str, media_type: str) -> None:
    answer = client.post("/graphql", json=QUERY, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("accept", ["text/plain", f"{JSON};q=0", "application/json; charset=iso-8859-1", "image/*"])
def test_what_cannot_be_given_is_406(client: TestClient, accept: str) -> None:
    answer = client.post("/graphql", json=QUERY, headers={"Accept": accept})
    assert answer.status_code == 406
    assert GRAPHQL in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "json", None],
)
def test_bodies_of_other_types_are_415(client: TestClient, content_type: str | None) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    assert client.post("/graphql", content=json.dumps(QUERY), headers=headers).status_code == 415


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b'[{"query": "{ __typename }"}]', b"7", b"null", b"\xff\xfe", b'{"query": "\xe9"}', b"{" * 5000],
)
def test_bodies_that_are_no_request_are_400(client: TestClient, body: bytes) -> None:
    answer = client.post("/graphql", content=body, headers={"Content-Type": JSON})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_405(client: TestClient, method: str) -> None:
    answer = client.request(method, "/graphql", json=QUERY)
    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].split(", "))


def test_mutations_by_get_are_405(client: TestClient) -> None:
    answer = client.get("/graphql", params={"query": "mutation { __typename }"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_subscriptions_are_not_offered(client: TestClient) -> None:
    body = {"query": "subscription { __typename }"}
    answer = client.post("/graphql", json=body, headers={"Accept": GRAPHQL})
    assert (answer.status_code, "data" in answer.json()) == (400, False)


def test_the_operation_is_chosen_by_name(client: TestClient) -> None:
    query = "query A { a: __typename } query B { b: __typename }"
    chosen = client.get("/graphql", params={"query": query, "operationName": "B"})
    assert chosen.json()["data"] == {"b": "Query"}
    for name in ("C", None):
        body = {"query": query, "operationName": name}
        unknown = client.post("/graphql", json=body, headers={"Accept": GRAPHQL})
        assert (unknown.status_code, "data" in unknown.json()) == (400, False)


def test_get_reads_variables_from_the_address(client: TestClient) -> None:
    query = "query ($id: ID!) { area(id: $id) { name } }"
    answer = client.get("/graphql", params={"query": query, "variables": '{"id": "bromley"}'})
    assert answer.json()["data"] == {"area": {"name": "Bromley"}}
    assert answer.json()["extensions"]["cost"] == {"nodes": 1, "limit": 20_000}
    assert client.get("/graphql", params={"query": query, "variables": "{"}).status_code == 400
    assert client.get("/graphql", params={"query": query, "variables": "[]"}).status_code == 400


def test_what_is_refused_before_execution_has_no_data(client: TestClient) -> None:
    for query in ("{", "{ nothing }", "query ($id: ID!) { area(id: $id) { id } }"):
        for accept, status in ((GRAPHQL, 400), (JSON, 200)):
            answer = client.post("/graphql", json={"query": query}, headers={"Accept": accept})
            assert (answer.status_code, "data" in answer.json()) == (status, False)


def test_what_fails_in_execution_is_200_with_data(client: TestClient) -> None:
    body = {"query": '{ representation(of: "nobody") { on } }'}
    answer = client.post("/graphql", json=body, headers={"Accept": GRAPHQL})
    assert (answer.status_code, answer.json()["data"]) == (200, {"representation": None})


def test_texts_of_all_alphabets_go_both_ways(client: TestClient) -> None:
    answer = client.post(
        "/graphql", json={"query": '{ __type(name: "Χαῖρε 🏃") { name } search(text: "Žižkov") { __typename } }'}
    )
    assert answer.json()["data"] == {"__type": None, "search": []}


def test_other_sites_may_read(client: TestClient) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    preflight = client.options("/graphql", headers=asked | {"Access-Control-Request-Headers": "content-type"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    answer = client.post("/graphql", json=QUERY, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


def test_the_schema_can_be_read(client: TestClient) -> None:
    answer = client.get("/schema.graphql")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "type Organization implements Node {" in answer.text
