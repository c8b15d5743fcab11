"""What one statement answers has the same bytes as what is answered field by field, errors and all."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
from graphql import OperationDefinitionNode, parse, print_ast
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from app.api.compiling.plans import LONG
from app.api.loading.context import Compiling
from app.domain.as_at import AsAt
from app.reading.explorer import Explorer
from app.store.pages import Pages

from .documents import asked_of, telling, written
from .selections import Asked, queries
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


WITHIN = """{
  bodies: organizations(area: "bromley", first: 40) { edges { node {
    ending higherBodies { name } composition { sentence organizations { id } }
    meetings(first: 1) { pageInfo { hasNextPage endCursor } edges { node { ...who } } } } } }
  meetings(first: 60) { edges { node { id ...who } } }
  areas { id themes { id name } parts { id } partOf { id }
    organizations(first: 2) { totalCount pageInfo { hasNextPage } counts { classification count } edges { node { name ending(on: "2026-01-01") } } } }
  sources(first: 20) { edges { node {
    citedBy(first: 2) { totalCount pageInfo { hasNextPage } edges { cursor node { __typename id url } } } } } }
  nodes(ids: ["bromley", "bromley/council-on-ageing", "nobody"]) { __typename id }
  actions(first: 2) { counts { status count } }
  people(text: "a", first: 3) { totalCount edges { node { name posts(ever: true) { post { id } period { since } } } } } }
fragment who on Meeting { attendance { as person { name } organization { name } deputisingFor { name } } }
"""


@pytest.fixture
def both(client: TestClient, explorer: Explorer) -> Both:
    """Return a way to answer a query in both ways, field by field and compiled, in so many round trips if it says so."""

    def ask(query: str, trips: int | None = None, **variables: Any) -> tuple[Answered, Answered]:
        assert client.portal
        usual = client.portal.call(answered, explorer, query, variables, Compiling.NEVER)
        compiled = client.portal.call(answered, explorer, query, variables, Compiling.ALWAYS)
        for _ in range(10):
            # While the application reads something of its own, that is counted with it.
            if trips is not None and compiled.round_trips > trips:
                compiled = client.portal.call(answered, explorer, query, variables, Compiling.ALWAYS)
        assert trips is None or compiled.round_trips <= trips
        return usual, compiled

    return ask


@pytest.mark.parametrize(
    "id_", ["bromley/health-and-social-care-partnership-board", "bromley/nobody", "bromley/bromley-lsp"]
)
def test_a_board_takes_one_statement(both: Both, id_: str) -> None:
    usual, compiled = both(BOARD, trips=1, id=id_)
    assert compiled.sent == usual.sent


def test_a_hundred_boards_take_one_statement(both: Both) -> None:
    usual, compiled = both(BOARDS, trips=1)
    assert compiled.sent == usual.sent


@pytest.mark.parametrize("on", [None, "2007-06-01", "2010-01-01"])
@pytest.mark.parametrize("also", [None, True])
def test_seats_with_who_is_in_them(both: Both, on: str | None, also: bool | None) -> None:
    usual, compiled = both(SEATS, trips=2, on=on, also=also)
    assert compiled.sent == usual.sent


def test_what_is_looked_up_by_ids_is_answered_alike(both: Both) -> None:
    for part in _parts(WITHIN):
        usual, compiled = both(part)
        assert compiled.sent == usual.sent
        assert compiled.compiled


def _parts(document: str) -> list[str]:
    """Return each field of Query in a document as one of its own: together they are more than is answered at once."""
    operation, *fragments = parse(document).definitions
    assert isinstance(operation, OperationDefinitionNode)
    fields = [print_ast(field) for field in operation.selection_set.selections]
    beside = [print_ast(each) for each in fragments]
    return ["\n".join([f"{{ {field} }}", *(beside if "...who" in field else [])]) for field in fields]


@pytest.fixture(scope="module")
def ids(client: TestClient, explorer: Explorer) -> dict[str, list[str]]:
    """Return ids of each sort that the seeds have, and of somebody whom nobody knows."""

    async def read() -> dict[str, list[str]]:
        contents = await explorer.catalogue.contents()
        names = contents.names
        pages = Pages(explorer.database)
        _, posts = await pages.posts(AsAt(date(2008, 1, 1)), first=200)
        _, lines = await pages.lines(AsAt(date(2008, 1, 1)), first=20)
        _, meetings = await pages.meetings(first=100)
        return {
            "organization": [*(each.id for each in names if each.label == "Organization"), "bromley/nobody"],
            "person": [each.id for each in names if each.label == "Person"],
            "post": [each.id for each in posts],
            "meeting": [each.id for each in meetings],
            "area": ["bromley", "gloucester", "hammersmith-and-fulham", "nowhere"],
            "line": [each.id for each in lines],
            "source": list(contents.sources),
        }

    assert client.portal
    return client.portal.call(read)


def test_documents_are_answered_alike(both: Both, ids: dict[str, list[str]]) -> None:
    documents = telling(written("README.md", "docs", "app/commands", "benchmarks", "tests"))
    compiled = {}
    for each in documents:
        asked = asked_of(each.query, ids)
        one, other = both(asked.query, **asked.variables)
        assert one.sent == other.sent, each.where
        compiled[each] = other.compiled
    assert len(documents) > 40
    assert sum(compiled.values()) > 0.7 * len(documents)


def test_queries_by_chance_are_answered_alike(both: Both, ids: dict[str, list[str]]) -> None:
    compiled = Counter[bool]()

    @settings(deadline=None, max_examples=25, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(queries(ids))
    def compare(asked: Asked) -> None:
        one, other = both(asked.query, **asked.variables)
        assert one.sent == other.sent
        compiled[other.compiled] += 1

    compare()
    assert compiled[True] > 9 * compiled[False]


def test_a_long_answer_is_completed_in_a_thread(both: Both) -> None:
    seats = "posts { id holders { holder { __typename } post { id } } onBehalfOf { id } }"
    usual, compiled = both(
        f"{{ organizations(first: 100) {{ edges {{ node {{ id {seats} again: {seats} more: {seats} }} }} }} }}"
    )
    assert compiled.sent == usual.sent
    assert orjson.loads(usual.sent)["extensions"]["cost"]["nodes"] > LONG


def test_several_fields_take_one_statement(both: Both) -> None:
    ids = ["council-on-ageing", "carers", "nobody", "bromley-mind"]
    fields = " ".join(f'a{at}: organization(id: "bromley/{id_}") {{ ...it }}' for at, id_ in enumerate(ids))
    seats = 'posts(area: "bromley", first: 3, on: "2008-01-31") { totalCount edges { node { id heldBy } } }'
    query = f'{{ {fields} {seats} }} fragment it on Organization {{ name posts(on: "2008-01-31") {{ id }} }}'
    usual, compiled = both(query, trips=1)
    assert compiled.sent == usual.sent


def test_an_error_of_one_field_leaves_the_others(both: Both) -> None:
    usual, compiled = both(
        '{ people(first: 101) { totalCount } b: people(first: 1) { totalCount } area(id: "bromley") { name } }'
    )
    assert compiled.sent == usual.sent
    usual, compiled = both(
        '{ person(id: "nobody") { name } post(id: "nobody") { id } people(first: 2, after: "x") { totalCount } }'
    )
    assert compiled.sent == usual.sent
