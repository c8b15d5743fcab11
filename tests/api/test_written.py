"""What is written of things is kept by all that a request can say of them: the same bytes as field by field, each time."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.loading.context import Compiling
from app.reading.explorer import Explorer

from .ways import Answered, answered

Ask = Callable[..., Answered]
BOARD = "gloucester/gloucester-partnership-executive"
SEATS = "posts { id role holders { holder { __typename ... on Person { id name } } } }"


@pytest.fixture
def ask(client: TestClient, explorer: Explorer) -> Ask:
    """Return a way to answer a query by statements, after seeing that it is answered as field by field."""

    def ask(query: str, **variables: Any) -> Answered:
        assert client.portal
        usual = client.portal.call(answered, explorer, query, variables, Compiling.NEVER)
        found: Answered = client.portal.call(answered, explorer, query, variables, Compiling.ALWAYS)
        assert found.sent == usual.sent
        assert found.compiled
        return found

    return ask


@pytest.mark.parametrize("id_", [BOARD, "bromley/nobody"])
def test_a_thing_that_is_kept_takes_one_look_at_the_data(ask: Ask, id_: str) -> None:
    query = f"query ($id: ID!) {{ organization(id: $id) {{ name {SEATS} }} }}"
    ask(query, id=id_)
    # Sometimes the application reads something of its own meanwhile, which is counted with it.
    assert any(ask(query, id=id_).round_trips == 1 for _ in range(5))


def test_a_page_that_is_kept_takes_one_look_at_the_data(ask: Ask) -> None:
    query = f"query ($first: Int!) {{ organizations(first: $first) {{ totalCount edges {{ cursor node {{ {SEATS} }} }} }} }}"
    ask(query, first=30)
    assert any(ask(query, first=30).round_trips == 1 for _ in range(5))


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("organizations", "", "id name posts { id heldBy }"),
        ("people", "", "name posts { post { id } }"),
        ("posts", ', area: "gloucester", on: "2010-01-31", includeProposed: true', "id heldBy organization { name }"),
        ("meetings", "", "id date actions { text } attendance { as }"),
        ("actions", "", "id owners { ... on Person { name } }"),
        ("absences", "", "id subject { name } from { name }"),
        ("lines", ", ever: true", "id type from { name } to { name }"),
    ],
)
def test_another_page_of_what_is_known_takes_its_ids_alone(ask: Ask, field: str, one: str, other: str) -> None:
    query = (
        f"query ($first: Int!) {{ {field}(first: $first{one}) {{ totalCount edges {{ cursor node {{ {other} }} }} }} }}"
    )
    ask(query, first=60)
    assert any(ask(query, first=first).round_trips == 2 for first in (4, 5, 6, 7))
    # Which things are on a page is known to whoever asks something else of them.
    ask(query.replace("node {", "node { __typename"), first=4)


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (
            "query ($n: Int!) { organization(id: %r) { id meetings(first: $n) { edges { node { id } } } } }",
            [{"n": 1}, {"n": 2}, {"n": 1}],
        ),
        (
            "query ($n: Int!) { representation(of: %r) { seats { board { meetings(first: $n) { totalCount pageInfo { hasNextPage } } } } } }",
            [{"n": 1}, {"n": 100}, {"n": 1}],
        ),
        (
            "query ($on: Date, $also: Boolean!) { organization(id: %r) { posts(on: $on, includeProposed: $also) { id heldBy } } }",
            [
                {"on": "2008-01-31", "also": False},
                {"on": None, "also": False},
                {"on": "1990-01-01", "also": False},
                {"on": "2008-01-31", "also": True},
            ],
        ),
        (
            'query ($on: Date, $also: Boolean!) { organizations(area: "gloucester", first: 90) { edges { node { posts(on: $on, includeProposed: $also) { id heldBy } } } } }',
            [{"on": "2010-01-31", "also": False}, {"on": "1990-01-01", "also": True}, {"also": False}],
        ),
        (
            "query ($kinds: [LineType!]) { organization(id: %r) { lines(types: $kinds) { id } } }",
            [{"kinds": ["REPORTS_TO"]}, {"kinds": ["SUB_GROUP_OF"]}, {}],
        ),
        (
            "query ($text: String!, $n: Int) { people(text: $text, first: $n) { totalCount edges { node { name } } } }",
            [{"text": "a", "n": 3}, {"text": "b", "n": 3}, {"text": "a", "n": 5}],
        ),
    ],
)
def test_what_a_request_says_otherwise_is_answered_otherwise(
    ask: Ask, query: str, variables: list[dict[str, Any]]
) -> None:
    if "%r" in query:
        query = query.replace(
            "%r",
            '"gloucester/gloucester-voluntary-and-community-sector"' if "representation" in query else f'"{BOARD}"',
        )
    said = [ask(query, **given).sent for given in variables]
    assert len(set(said)) > 1
