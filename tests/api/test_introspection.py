"""Asking about the schema: every usual client's question passes and is worked out once; nothing larger is worked out."""

import itertools
import threading
from collections.abc import Callable
from typing import Any

import pytest
from graphql import get_introspection_query

from app.api.admitting import introspection, limits
from app.api.schema.root import SCHEMA
from app.caching.answers import forget_answers
from app.reading.explorer import Explorer

from .conftest import Post
from .test_limits import code

EVERYTHING = get_introspection_query(
    descriptions=True,
    specified_by_url=True,
    directive_is_repeatable=True,
    schema_description=True,
    input_value_deprecation=True,
)
UNWRAPPED = "name kind" + " ofType { name kind" * 9 + " }" * 9
USUAL = {
    "graphql-core, plain": get_introspection_query(),
    "graphql-core, GraphiQL, Apollo, Relay: everything": EVERYTHING,
    "types unwrapped nine times": "{ __schema { types { name fields(includeDeprecated: true) { name args { name type { %s } } "
    "type { %s } } inputFields { name type { %s } } } } }" % ((UNWRAPPED,) * 3),
    "with typenames, as Apollo adds them": EVERYTHING.replace("{\n", "{\n __typename\n").replace(
        "{\n __typename\n", "{\n", 1
    ),
    "Apollo's fragment matcher": "{ __schema { types { kind name possibleTypes { name } } } }",
    "three types by name": '{ a: __type(name: "Organization") { fields { name } } b: __type(name: "Person") { fields { name } }'
    ' __type(name: "Query") { fields { name args { name type { name kind ofType { name } } } } } }',
    "beside other fields": '{ __typename __type(name: "Area") { name fields { name } } areas { id } }',
}
TYPE = "fragment T on __Type { name description fields(includeDeprecated: true) { name args { name type { name } } } }"
TOO_MUCH = {
    "thirty times, by a fragment": "{ " + " ".join(f"a{i}: __schema {{ ...S }}" for i in range(30)) + " } "
    "fragment S on __Schema { types { ...T } } " + TYPE,
    "thirty lists in one": "{ __schema { " + " ".join(f"a{i}: types {{ ...T }}" for i in range(30)) + " } } " + TYPE,
    "a type thirty times": "{ "
    + " ".join(
        f'a{i}: __type(name: "Query") {{ fields {{ args {{ type {{ fields {{ type {{ name }} }} }} }} }} }}'
        for i in range(30)
    )
    + " }",
    "fields of the types of fields": "{ __schema { types { fields { type { fields { args { type { name } } } } } } } }",
    "deeper than any type": "{ __schema { types { fields { type { "
    + "ofType { " * limits.MAX_SCHEMA_DEPTH
    + "name"
    + " }" * (limits.MAX_SCHEMA_DEPTH + 4)
    + " }",
    "beside other fields": "{ areas { id } " + EVERYTHING.split("{", 1)[1],
    "fragments that multiply": "{ __schema { ...F0 } } "
    + " ".join(
        f"fragment F{i} on __Schema {{ {' '.join(f'a{i}x{n}: types {{ name }} ...F{i + 1}' for n in range(3))} }}"
        for i in range(8)
    )
    + " fragment F8 on __Schema { types { name } }",
}


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_questions_pass(post: Post, name: str) -> None:
    assert "errors" not in post(USUAL[name])


@pytest.mark.parametrize("name", TOO_MUCH)
def test_whatever_multiplies_them_is_refused(post: Post, name: str) -> None:
    assert code(post(TOO_MUCH[name])) == "QUERY_TOO_COMPLEX"


def test_aliases_count_below_the_schema(post: Post) -> None:
    def query(number: int) -> str:
        return "{ __schema { queryType { " + " ".join(f"a{i}: name" for i in range(number)) + " } } }"

    assert "errors" not in post(query(limits.MAX_ALIASES))
    assert code(post(query(limits.MAX_ALIASES + 1))) == "QUERY_TOO_COMPLEX"


@pytest.fixture
def executions(nothing_kept: None, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads in which questions are executed from now on, one by one."""
    threads: list[int] = []

    def noting(execute: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: object, **named: object) -> Any:
            threads.append(threading.get_ident())
            return execute(*args, **named)

        return noted

    monkeypatch.setattr(SCHEMA, "execute", noting(SCHEMA.execute))
    monkeypatch.setattr(SCHEMA, "execute_sync", noting(SCHEMA.execute_sync))
    return threads


_NEVER_ASKED = (f"{EVERYTHING} # {number}" for number in itertools.count())


def test_each_is_worked_out_once_and_not_by_the_loop(post: Post, executions: list[int], loop_thread: int) -> None:
    asked = next(_NEVER_ASKED)
    first = post(asked)
    assert post(asked) == first
    assert len(first["data"]["__schema"]["types"]) > 40
    assert len(executions) == 1
    assert loop_thread not in executions


def test_its_variables_and_the_name_of_its_operation_belong_to_a_question(post: Post, client: Any) -> None:
    query = 'query A($n: String!) { __type(name: $n) { name } } query B { __type(name: "Area") { kind } }'

    def asked(**more: object) -> Any:
        return client.post("/graphql", json={"query": query, **more}).json()["data"]["__type"]

    assert asked(operationName="A", variables={"n": "Person"}) == {"name": "Person"}
    assert asked(operationName="A", variables={"n": "Post"}) == {"name": "Post"}
    assert asked(operationName="B", variables={"n": "Post"}) == {"kind": "OBJECT"}


def test_what_was_refused_is_not_kept(post: Post, executions: list[int], explorer: Explorer) -> None:
    for _ in range(2):
        forget_answers(explorer)
        assert code(post("query ($n: String!) { __type(name: $n) { name } }")) == "BAD_USER_INPUT"
    assert len(executions) == 2


def test_the_lengths_are_those_of_the_schema(post: Post) -> None:
    """The estimate of everything is as much as there is: types, their fields, arguments and values."""
    types = post("{ __schema { types { fields(includeDeprecated: true) { args { name } } enumValues { name } } } }")
    counted = types["data"]["__schema"]["types"]
    fields = [field for each in counted for field in each["fields"] or ()]
    average = introspection.lengths(SCHEMA._schema, longest=False)
    longest = introspection.lengths(SCHEMA._schema, longest=True)
    assert average["__Schema.types"] == len(counted)
    assert round(average["__Type.fields"] * len(counted)) == len(fields)
    assert longest["__Type.fields"] == max(len(each["fields"] or ()) for each in counted)
    assert longest["__Type.enumValues"] == max(len(each["enumValues"] or ()) for each in counted)
    assert longest["__Field.args"] == max(len(field["args"]) for field in fields)
