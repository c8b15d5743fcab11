"""Everything that goes wrong has a clear sentence and a code; what is unexpected is logged, and masked."""

import asyncio
import time
from collections.abc import Iterator

import pytest
import structlog
from starlette.testclient import TestClient

from app.api.compiling.plans import forget_statements
from app.api.http import endpoint
from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.reading.explorer import Explorer

from .conftest import Json, Post


def only(answer: Json) -> Json:
    (error,) = answer["errors"]
    found: Json = error
    return found


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ("{", "GRAPHQL_PARSE_FAILED", "Syntax Error"),
        ("", "BAD_USER_INPUT", "query must be"),
        ("{ organisations { id } }", "GRAPHQL_VALIDATION_FAILED", "organizations"),
        ('{ organization(id: "x") }', "GRAPHQL_VALIDATION_FAILED", "selection of subfields"),
        ('{ representation(of: "x", on: "2007-02-30") { on } }', "GRAPHQL_VALIDATION_FAILED", "there is no day 30"),
        ('{ representation(of: "x", on: "2007-02") { on } }', "GRAPHQL_VALIDATION_FAILED", "Expected a day"),
        ('{ representation(of: "x", on: "20070203") { on } }', "GRAPHQL_VALIDATION_FAILED", "Expected a day"),
        ('{ representation(of: "x", on: 2007) { on } }', "GRAPHQL_VALIDATION_FAILED", "Expected a day"),
        ('{ representation(of: "bromley/carers", maxSteps: 7) { on } }', "BAD_USER_INPUT", "0 to 6"),
        ("{ structure { on } }", "BAD_USER_INPUT", "Pass root or area"),
        ('{ structure(root: "bromley/carers", steps: -1) { on } }', "BAD_USER_INPUT", "0 to 6"),
        ('{ search(text: "x", first: 101) { __typename } }', "BAD_USER_INPUT", "0 to 100"),
        ('{ structure(area: "atlantis") { on } }', "NOT_FOUND", "atlantis"),
        ("mutation { forget }", "GRAPHQL_VALIDATION_FAILED", "Mutation"),
        ("query A { areas { id } } query B { areas { id } }", "BAD_USER_INPUT", "operationName"),
    ],
)  # fmt: skip
def test_codes_and_messages(post: Post, query: str, code: str, says: str) -> None:
    error = only(post(query))
    assert error["extensions"]["code"] == code
    assert says in error["message"]


def test_a_wrong_variable_is_bad_input(post: Post) -> None:
    error = only(post('query ($on: Date) { areas { id } structure(area: "x", on: $on) { on } }', on="2007-13-01"))
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "there is no month 13" in error["message"]


@pytest.mark.parametrize("field", ["node", "organization", "person", "post", "area", "meeting"])
@pytest.mark.parametrize("id_", ["nobody/has-this", "", "'; MATCH (n) DETACH DELETE n //", "\N{SNOWMAN}" * 500])
def test_an_unknown_id_gives_nothing(post: Post, field: str, id_: str) -> None:
    answer = post(f"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}", id=id_)
    assert "errors" not in answer
    assert answer["data"] == {field: None}


@pytest.mark.parametrize("query", ["representation(of: $id)", "structure(root: $id)"])
def test_a_question_about_nobody_names_the_nearest(post: Post, query: str) -> None:
    error = only(post(f"query ($id: ID!) {{ {query} {{ on }} }}", id="bromley/council-on-agein"))
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert error["extensions"]["nearest"][0] == {"id": "bromley/council-on-ageing", "name": "Council on Ageing"}
    assert error["path"] == [query.split("(", maxsplit=1)[0]]
    assert error["locations"]


def test_the_rest_of_an_answer_stays_when_a_nullable_part_fails(post: Post) -> None:
    answer = post('{ organization(id: "bromley/carers") { name } areas { id } }')
    assert "errors" not in answer


@pytest.fixture
def failing(nothing_kept: None, explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Make every read fail with the error that is put into the list."""
    errors: list[BaseException] = []

    async def read(self: object, _asked: object, /, *_: object, **parameters: object) -> list[object]:
        await asyncio.sleep(0)
        raise errors[0]

    with monkeypatch.context() as patch:
        patch.setattr(type(explorer.database), "read", read)
        patch.setattr(type(explorer.database), "read_values", read)
        patch.setattr(explorer.reader, "_read", explorer.database.read)
        yield errors


QUERY = '{ organization(id: "bromley/carers") { posts { holders { note } } } areas { id } }'


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (DatabaseUnavailable("It is away."), "DATABASE_UNAVAILABLE"),
        (DatabaseTooSlow("It is slow."), "DATABASE_TIMEOUT"),
    ],
)
def test_without_the_database_the_whole_answer_is_503(
    client: TestClient, failing: list[BaseException], accept: str, error: BaseException, code: str
) -> None:
    failing.append(error)
    answer = client.post("/graphql", json={"query": QUERY}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.headers["content-type"].startswith(accept)
    assert answer.json() == {"errors": [{"message": str(error), "extensions": {"code": code}}]}


def test_the_unexpected_is_logged_with_an_id_and_masked(client: TestClient, failing: list[BaseException]) -> None:
    failing.append(ZeroDivisionError("secret"))
    with structlog.testing.capture_logs() as logged:
        answer = client.post("/graphql", json={"query": QUERY})
    assert "secret" not in answer.text
    assert "Zero" not in answer.text
    errors = answer.json()["errors"]
    assert {error["extensions"]["code"] for error in errors} == {"INTERNAL"}
    # What fails in one statement is asked field by field, and that is logged without an id, since nobody is told.
    told = [entry["error_id"] for entry in logged if "error_id" in entry]
    assert all(any(id_ in error["message"] for id_ in told) for error in errors)
    assert all(isinstance(entry["exc_info"], ZeroDivisionError) for entry in logged)


def test_no_answer_takes_longer_than_its_time(
    nothing_kept: None, client: TestClient, explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read(self: object, name: str, /, **parameters: object) -> list[object]:
        await asyncio.sleep(30)
        return []

    monkeypatch.setattr(endpoint, "MAX_SECONDS", 0.2)
    monkeypatch.setattr(explorer.reader, "_read", read.__get__(explorer.database))
    forget_statements(explorer)
    started = time.monotonic()
    answer = client.post("/graphql", json={"query": '{ organization(id: "bromley/carers") { name } }'})
    assert time.monotonic() - started < 5
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_TIMEOUT"


def test_it_recovers_by_itself(post: Post) -> None:
    assert "errors" not in post(QUERY)
