"""What one request may ask for is bounded, however it is written; everyday queries and introspection pass."""

import time

import pytest
from graphql import get_introspection_query
from starlette.testclient import TestClient

from app.api import limits

from .conftest import Post


def code(answer: dict[str, object]) -> str:
    errors = answer.get("errors")
    assert isinstance(errors, list), answer
    assert "data" not in answer
    found: str = errors[0]["extensions"]["code"]
    return found


def test_introspection_passes(post: Post) -> None:
    for options in ({}, {"specified_by_url": True, "input_value_deprecation": True, "directive_is_repeatable": True}):
        answer = post(get_introspection_query(descriptions=True, schema_description=True, **options))
        assert "errors" not in answer
        assert len(answer["data"]["__schema"]["types"]) > 40


def test_introspection_cannot_multiply(post: Post) -> None:
    deep = "{ __schema { types " + "{ fields { type " * 4 + "{ name }" + " } }" * 4 + " } }"
    assert code(post(deep)) == "QUERY_TOO_COMPLEX"


def nested(levels: int) -> str:
    """A query of so many levels of fields."""
    return '{ area(id: "bromley") ' + "{ partOf " * (levels - 2) + "{ id }" + " }" * (levels - 2) + " }"


def test_depth(post: Post) -> None:
    assert "errors" not in post(nested(limits.MAX_DEPTH))
    assert code(post(nested(limits.MAX_DEPTH + 1))) == "QUERY_TOO_COMPLEX"


def test_depth_counts_through_fragments(post: Post) -> None:
    chain = " ".join(
        f"fragment F{i} on Area {{ partOf {{ {f'...F{i + 1}' if i < 13 else 'id'} }} }}" for i in range(14)
    )
    assert code(post('{ area(id: "bromley") { ...F0 } } ' + chain)) == "QUERY_TOO_COMPLEX"


def test_aliases(post: Post) -> None:
    def query(number: int) -> str:
        return "{ " + " ".join(f"a{i}: __typename" for i in range(number)) + " }"

    assert "errors" not in post(query(limits.MAX_ALIASES))
    assert code(post(query(limits.MAX_ALIASES + 1))) == "QUERY_TOO_COMPLEX"


def test_aliases_count_as_often_as_their_fragment_is_used(post: Post) -> None:
    fragment = "fragment F on Area { a: id b: id c: id d: id }"
    uses = " ".join(f'x{i}: area(id: "bromley") {{ ...F }}' for i in range(8))
    assert code(post(f"{{ {uses} }} {fragment}")) == "QUERY_TOO_COMPLEX"


def test_directives(post: Post) -> None:
    one = "@include(if: true) @skip(if: false) "
    assert "errors" not in post(f"{{ {f'__typename {one}' * (limits.MAX_DIRECTIVES // 2)} }}")
    assert code(post(f"{{ {f'__typename {one}' * (limits.MAX_DIRECTIVES // 2 + 1)} }}")) == "QUERY_TOO_COMPLEX"
    assert code(post("{ __typename " + "@include(if: true) " * 21 + "}")) in {
        "QUERY_TOO_COMPLEX",
        "GRAPHQL_VALIDATION_FAILED",
    }


def test_tokens(post: Post) -> None:
    assert code(post("{ " + "__typename " * limits.MAX_TOKENS + "}")) == "QUERY_TOO_COMPLEX"


def test_bytes(client: TestClient) -> None:
    long = client.post("/graphql", json={"query": "{ __typename }" + " " * limits.MAX_QUERY_BYTES})
    assert (long.status_code, code(long.json())) == (413, "QUERY_TOO_COMPLEX")
    heavy = client.post("/graphql", json={"query": "{ __typename }", "variables": {"a": "x" * limits.MAX_BODY_BYTES}})
    assert (heavy.status_code, code(heavy.json())) == (413, "QUERY_TOO_COMPLEX")


def test_lists_within_lists_are_bounded(post: Post) -> None:
    wide = "{ organizations(first: 100) { edges { node { meetings(first: 100) { edges { node { attendance { as } } } } } } } }"
    assert code(post(wide)) == "QUERY_TOO_COMPLEX"


def test_the_length_of_a_list_counts_as_asked_for_by_variables_too(post: Post) -> None:
    query = """
    query ($bodies: Int = 100, $meetings: Int) {
      organizations(first: $bodies) { edges { node { meetings(first: $meetings) { edges { node { actions { id } } } } } } }
    }
    """
    assert code(post(query, meetings=100)) == "QUERY_TOO_COMPLEX"
    assert code(post(query)) == "QUERY_TOO_COMPLEX"
    assert "errors" not in post(query, bodies=20, meetings=10)


def test_aliases_multiply_nothing_unseen(post: Post) -> None:
    many = " ".join(f"a{i}: organizations(first: 100) {{ edges {{ node {{ posts {{ id }} }} }} }}" for i in range(25))
    assert code(post(f"{{ {many} }}")) == "QUERY_TOO_COMPLEX"


def test_everyday_queries_pass(post: Post) -> None:
    everyday = """{
      organizations(first: 100) {
        edges { node { id name posts { role heldBy holders { holder { ... on Person { name } ... on Organization { name } } } } } }
      }
    }"""
    assert "errors" not in post(everyday)


HOSTILE = {
    "deep braces": "{ a " * 600 + "}" * 600,
    "deep lists": "{ organizations(sector: " + "[" * 900 + "]" * 900 + ") { totalCount } }",
    "same field": "{ areas { " + "id " * 1900 + "} }",
    "fragments that double": "{ ...F0 } "
    + " ".join(f"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}" for i in range(60))
    + " fragment F60 on Query { __typename }",
    "fragments in a ring": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "merging fields": "{ " + " ".join(f'area(id: "{i}") {{ id }}' for i in range(180)) + " }",
    "unknown names": "{ " + " ".join(f"organisation{i}" for i in range(1900)) + " }",
    "many variables": "query (" + " ".join(f"$a{i}: Int" for i in range(450)) + ") { __typename }",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_queries_are_refused_quickly(post: Post, name: str) -> None:
    started = time.process_time()
    answer = post(HOSTILE[name])
    assert time.process_time() - started < 3
    if name not in {"same field", "fragments that double"}:
        assert code(answer) in {"QUERY_TOO_COMPLEX", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED"}
