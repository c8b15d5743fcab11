"""Documents named by their hash (Apollo's persisted queries), and what is said of the version beside an answer."""

import hashlib
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.reading.explorer import Explorer
from app.reading.keeping import Keeping

NEWER = {"accept": "application/graphql-response+json"}


def named(query: str | None, *, hash_: str | None = None, version: int = 1, **more: Any) -> dict[str, Any]:
    sha256 = hash_ or hashlib.sha256((query or "").encode()).hexdigest()
    said = {"extensions": {"persistedQuery": {"version": version, "sha256Hash": sha256}}, **more}
    return said | ({"query": query} if query and not hash_ else {})


def by_hash(query: str, **more: Any) -> dict[str, Any]:
    return named(query, **more) | {"query": None}


def as_query(asked: dict[str, Any]) -> dict[str, str]:
    return {k: v if isinstance(v, str) else json.dumps(v) for k, v in asked.items() if v is not None}


def code(answer: Any) -> str:
    found: str = answer.json()["errors"][0]["extensions"]["code"]
    return found


def test_a_document_is_sent_once_and_then_named(client: TestClient) -> None:
    query = "query ($id: ID!) { organization(id: $id) { name } } # once"
    asked = by_hash(query, variables={"id": "bromley/carers"})
    unknown = client.post("/graphql", json=asked)
    assert (unknown.status_code, code(unknown)) == (200, "PERSISTED_QUERY_NOT_FOUND")
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert (unknown.headers["cache-control"], "etag" in unknown.headers) == ("no-store", False)
    assert client.get("/graphql", params=as_query(asked), headers=NEWER).status_code == 400
    whole = client.post("/graphql", json=asked | {"query": query})
    assert whole.json()["data"]["organization"]["name"]
    for again in (client.post("/graphql", json=asked), client.get("/graphql", params=as_query(asked))):
        assert (again.status_code, again.json()) == (200, whole.json())
        assert again.headers["etag"] == whole.headers["etag"], "it is the same question, however it is asked"
    known = client.get("/graphql", params=as_query(asked), headers={"if-none-match": whole.headers["etag"]})
    assert known.status_code == 304


@pytest.mark.parametrize(
    ("asked", "status", "expected"),
    [
        (named("{ areas { id } }", hash_="0" * 64) | {"query": "{ areas { id } }"}, 400, "BAD_USER_INPUT"),
        (named("{ areas { id } }", version=2), 200, "PERSISTED_QUERY_NOT_SUPPORTED"),
        ({"extensions": {"persistedQuery": {"version": 1}}}, 400, "BAD_USER_INPUT"),
        ({"extensions": {"persistedQuery": "x"}}, 400, "BAD_USER_INPUT"),
        ({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 7}}}, 400, "BAD_USER_INPUT"),
        (by_hash("{ never sent }"), 200, "PERSISTED_QUERY_NOT_FOUND"),
    ],
)
def test_what_names_no_document_is_refused(
    client: TestClient, asked: dict[str, Any], status: int, expected: str
) -> None:
    for answer in (client.post("/graphql", json=asked), client.get("/graphql", params=as_query(asked))):
        assert (answer.status_code, code(answer)) == (status, expected)


def test_a_document_of_another_hash_takes_nobodys_place(client: TestClient) -> None:
    right, wrong = "{ areas { id } } # right", "{ areas { name } } # wrong"
    client.post("/graphql", json=named(right))
    assert client.post("/graphql", json=by_hash(right) | {"query": wrong}).status_code == 400
    assert "id" in client.post("/graphql", json=by_hash(right)).json()["data"]["areas"][0]


def test_only_so_many_documents_are_known(client: TestClient, explorer: Explorer) -> None:
    kept: Keeping = explorer.kept
    for number in range(100):
        client.post("/graphql", json=named(f"{{ __typename }} # {number} {'x' * 49_900}"))
    (shelf,) = (each for each in kept.shelves if each.name == "persisted documents")
    assert 3_900_000 < kept[shelf].weight <= 4_000_000
    assert code(client.post("/graphql", json=by_hash(f"{{ __typename }} # 0 {'x' * 49_900}"))) == (
        "PERSISTED_QUERY_NOT_FOUND"
    )


def test_answers_say_which_version_they_are_of(client: TestClient, explorer: Explorer) -> None:
    assert client.portal
    version = str(client.portal.call(explorer.versions.look))
    posted = client.post("/graphql", json={"query": "{ areas { id } }"})
    got = client.get("/graphql", params={"query": "{ areas { id } }"})
    assert posted.json()["extensions"]["dataVersion"] == got.json()["extensions"]["dataVersion"] == version
    assert posted.headers["etag"] == got.headers["etag"]
    assert "cache-control" not in posted.headers
    other = client.post("/graphql", json={"query": "{ areas { name } }"})
    assert other.headers["etag"] != posted.headers["etag"]
    newer = client.post("/graphql", json={"query": "{ areas { id } }"}, headers=NEWER)
    assert newer.headers["etag"] != posted.headers["etag"], "another media type is another answer"


def test_one_question_is_one_however_it_is_written(client: TestClient) -> None:
    query = "query A($x: ID!, $y: ID!) { a: organization(id: $x) { name } b: organization(id: $y) { name } }"
    first = {"query": query, "variables": {"x": "bromley/carers", "y": "bromley/bromley-mind"}}
    other = {"variables": {"y": "bromley/bromley-mind", "x": "bromley/carers"}, "operationName": None, "query": query}
    tags = [
        client.post("/graphql", content=json.dumps(each, indent=n), headers={"content-type": "application/json"})
        for each, n in ((first, 0), (other, 3))
    ]
    assert len({each.headers["etag"] for each in tags}) == 1
    turned = client.post("/graphql", json=first | {"variables": {"y": "bromley/carers", "x": "bromley/bromley-mind"}})
    assert turned.headers["etag"] != tags[0].headers["etag"]
    several = "query A { areas { id } } query B { areas { name } }"
    a, b = (client.post("/graphql", json={"query": several, "operationName": name}) for name in "AB")
    assert (a.json()["data"] != b.json()["data"], a.headers["etag"] != b.headers["etag"]) == (True, True)


def test_mistakes_are_not_kept_for_others_ways_of_asking(client: TestClient) -> None:
    asked = {"query": "mutation { x }"}
    assert client.post("/graphql", json=asked).status_code == 200
    assert client.get("/graphql", params=asked).status_code in {200, 405}
    wrong = client.post("/graphql", content=b"{", headers={"content-type": "application/json"})
    assert (wrong.status_code, "etag" in wrong.headers) == (400, False)
