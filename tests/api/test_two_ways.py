"""What one statement answers has the same bytes as what is answered field by field, errors and all."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.loading.context import Compiling
from app.reading.explorer import Explorer

from .ways import Answered, answered

Both = Callable[..., tuple[Answered, Answered]]

BOARD = """
query ($id: ID!) { organization(id: $id) { id name classification
  posts { id role holders { holder { __typename ... on Person { id name } ... on Organization { id name } } }
    onBehalfOf { id name classification } }
  lines(direction: UP, types: [REPORTS_TO]) { to { id name classification } } } }
"""
BOARDS = """
query ($after: String) { organizations(classification: [PARTNERSHIP_BOARD], first: 100, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  edges { cursor node { id name posts { id role holders { holder { ... on Person { id name } ... on Organization { id name } } } } } } } }
"""
SEATS = """
query ($on: Date, $also: Boolean) { posts(area: "bromley", first: 100, on: $on, includeProposed: $also) {
  edges { node { ...seat organization { name url } filled: heldBy(on: "2008-05-01") } } } }
fragment seat on Post { id role status period { since until } state heldBy vacant lastHeldBy citations { locator source { title } } }
"""


@pytest.fixture
def both(client: TestClient, explorer: Explorer) -> Both:
    """Return a way to answer a query in both ways: field by field, and by one statement."""

    def ask(query: str, **variables: Any) -> tuple[Answered, Answered]:
        assert client.portal
        usual = client.portal.call(answered, explorer, query, variables, Compiling.NEVER)
        # Twice, since the application may read something of its own meanwhile, when it is young.
        once = client.portal.call(answered, explorer, query, variables, Compiling.ALWAYS)
        again = client.portal.call(answered, explorer, query, variables, Compiling.ALWAYS)
        assert once.sent == again.sent
        return usual, min(once, again, key=lambda each: each.round_trips)

    return ask


@pytest.mark.parametrize(
    "id_", ["bromley/health-and-social-care-partnership-board", "bromley/nobody", "bromley/bromley-lsp"]
)
def test_a_board_takes_one_statement(both: Both, id_: str) -> None:
    usual, compiled = both(BOARD, id=id_)
    assert compiled.sent == usual.sent
    assert compiled.round_trips == 1


def test_a_hundred_boards_take_one_statement(both: Both) -> None:
    usual, compiled = both(BOARDS)
    assert compiled.sent == usual.sent
    assert compiled.round_trips == 1


@pytest.mark.parametrize("on", [None, "2007-06-01", "2010-01-01"])
@pytest.mark.parametrize("also", [None, True])
def test_seats_with_who_is_in_them(both: Both, on: str | None, also: bool | None) -> None:
    usual, compiled = both(SEATS, on=on, also=also)
    assert compiled.sent == usual.sent
    assert compiled.round_trips <= 2
