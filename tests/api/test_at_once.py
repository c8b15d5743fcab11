"""A request for one thing is answered without the executor: what comes, and what is said of mistakes, is the same."""

from collections.abc import Callable
from typing import Any

import pytest
from graphql.utilities import get_operation_ast
from starlette.testclient import TestClient

from app.api.admitting.admitting import admitted
from app.api.loading.context import Compiling, Context
from app.api.schema.at_once import answered_at_once
from app.api.schema.root import SCHEMA
from app.reading.explorer import Explorer

from .ways import Answered, answered

Ask = Callable[..., tuple[Answered, Answered]]
OF = "bromley/council-on-ageing"
SEATS = "posts { holders { post { id } } onBehalfOf { id } }"
BEYOND = f"{{ organizations(first: 100) {{ edges {{ node {{ {' '.join(f'a{n}: {SEATS}' for n in range(8))} }} }} }} }}"
"""Asks for more than is answered at once."""


@pytest.fixture
def both(client: TestClient, explorer: Explorer) -> Ask:
    """Return a way to answer a query field by field, and as the endpoint does."""

    def ask(query: str, **variables: Any) -> tuple[Answered, Answered]:
        assert client.portal
        call, given = client.portal.call, (explorer, query, variables)
        return call(answered, *given, Compiling.NEVER), call(answered, *given, Compiling.ALWAYS)

    return ask


@pytest.mark.parametrize(
    ("query", "variables", "without"),
    [
        ("query ($id: ID!) { organization(id: $id) { name } }", {"id": OF}, True),
        ("query ($id: ID!) { it: organization(id: $id) { ...f } } fragment f on Organization { id }", {"id": OF}, True),
        ("query ($id: ID!) { organization(id: $id) { name } }", {"id": "bromley/nobody"}, True),
        ("query ($of: ID!) { representation(of: $of) { seats { board { id } } } }", {"of": OF}, True),
        ("{ organizations(first: 3) { totalCount edges { node { name } } } }", {}, True),
        ("{ areas { id name } }", {}, True),
        # What has to be executed, since more is asked, or something is wrong.
        ("{ __typename }", {}, False),
        ("{ areas { id } again: areas { name } }", {}, False),
        ("query ($no: Boolean!) { areas @skip(if: $no) { id } }", {"no": True}, False),
        ("query ($no: Boolean!) { areas @skip(if: $no) { id } }", {"no": False}, False),
        ("{ ... on Query { areas { id } } }", {}, False),
        ('{ organization(id: "") { name } }', {}, False),
        ("query ($id: ID!) { organization(id: $id) { name } }", {"id": {"no": "id"}}, False),
        ("query ($id: ID!) { organization(id: $id) { name } }", {}, False),
        ("query ($first: Int) { people(first: $first) { totalCount } }", {"first": 2.5}, False),
        ("{ people(first: 101) { totalCount } }", {}, False),
        ("query ($after: String) { people(after: $after) { totalCount } }", {"after": "x"}, False),
        ('{ organizations(identifiers: ["wrong"]) { totalCount } }', {}, False),
        ('{ representation(of: "bromley/nobody") { seats { board { id } } } }', {}, False),
        ('{ representation(of: "Council on Ageing") { seats { board { id } } } }', {}, False),
        ('{ representation(of: "bromley/bath", maxSteps: 7) { seats { board { id } } } }', {}, False),
        (
            BEYOND,
            {},
            False,
        ),
    ],
)
def test_the_same_is_said(
    both: Ask, client: TestClient, explorer: Explorer, query: str, variables: dict[str, Any], without: bool
) -> None:
    usual, found = both(query, **variables)
    assert found.sent == usual.sent
    assert client.portal
    assert client.portal.call(_without, explorer, query, variables) is without


async def _without(explorer: Explorer, query: str, variables: dict[str, Any]) -> bool:
    """Tell whether a query is answered without the executor."""
    admission = await admitted(explorer, SCHEMA._schema, query)
    assert admission.document
    operation = get_operation_ast(admission.document)
    assert operation
    context = Context(explorer, admission, compiling=Compiling.ALWAYS)
    return await answered_at_once(SCHEMA._schema, admission, operation, variables, context) is not None


def test_what_went_wrong_is_not_asked_again(both: Ask, explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer.database, "deadline", 1e-9)
    _, found = both("{ people(first: 7) { edges { node { name } } } }")
    assert b'"DATABASE_TIMEOUT"' in found.sent
    assert found.round_trips == 1
