"""What one request may ask for is bounded, however it is written; everyday queries and introspection pass."""

import json
import re
import time
from typing import NamedTuple

import pytest
from graphql import get_introspection_query, parse
from graphql.utilities import get_operation_ast
from starlette.testclient import TestClient

from app.api.admitting import limits
from app.api.admitting.estimating import estimate
from app.api.schema.root import SCHEMA
from app.caching.answers import forget_answers
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.sizes import Sizes, sizes_from, sizes_of

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


def twice(levels: int) -> str:
    """The lines of a body, and those of the bodies at their ends, each asked for twice."""
    inner = twice(levels - 1) if levels > 1 else "name"
    return f"a: lines {{ to {{ {inner} }} }} b: lines {{ to {{ {inner} }} }}"


WIDE = f"{{ organizations(first: 100) {{ edges {{ node {{ {twice(3)} }} }} }} }}"


@pytest.fixture
def counted(client: TestClient, explorer: Explorer) -> Sizes:
    """Wait until it is known how long the lists of the data are."""
    assert client.portal
    return client.portal.call(sizes_of, explorer)


@pytest.mark.usefixtures("counted")
def test_lists_within_lists_are_bounded(post: Post) -> None:
    answer = post(WIDE)
    assert code(answer) == "QUERY_TOO_COMPLEX"
    cost = answer["extensions"]["cost"]
    assert cost["nodes"] > cost["limit"] == limits.MAX_NODES
    field, number = "organizations.lines.to.lines.to.lines", "[0-9,]+"
    assert re.search(
        rf"about {cost['nodes']:,} nodes, more than 20,000, and {number} of them by {re.escape(field)}(.to)?:",
        answer["errors"][0]["message"],
    )


def sizes(bodies: int, meetings: int, came: int) -> Sizes:
    """A place of so many bodies, each with so many meetings, to each of which so many came."""
    counted = [
        ("a", "Area.organizations", 1, bodies, bodies),
        ("a", "Organization.meetings", bodies, bodies * meetings, meetings),
        ("a", "Meeting.attendance", bodies * meetings, bodies * meetings * came, came),
        ("b", "Area.organizations", 1, 1, 1),
    ]
    return sizes_from(Counted(*row) for row in counted)


class Counted(NamedTuple):
    place: str
    list: str
    of: int
    total: int
    longest: int


MEETINGS = """query ($bodies: Int = 100, $meetings: Int, $area: ID) {
  organizations(first: $bodies, area: $area) {
    edges { node { meetings(first: $meetings) { edges { node { attendance { as } } } } } }
  }
}"""


def nodes(query: str, known: Sizes | None = None, **variables: object) -> float:
    document = parse(query)
    operation = get_operation_ast(document)
    assert operation
    return estimate(SCHEMA._schema, document, operation, variables, 3, known).nodes


def test_lists_count_as_long_as_they_are() -> None:
    wide, usual = sizes(100, 100, 15), sizes(100, 2, 4)
    assert nodes(MEETINGS, wide, meetings=100) > limits.MAX_NODES > nodes(MEETINGS, usual, meetings=100)
    # One page, its hundred entries and what is in each; of each body its page of two meetings, and so on.
    assert nodes(MEETINGS, usual, meetings=100, area="a") == 1 + 2 * 100 + 100 + 2 * 200 + 800
    assert nodes(MEETINGS, usual, meetings=1, area="a") == 1 + 2 * 100 + 100 + 2 * 100 + 400
    assert nodes(MEETINGS, usual, meetings=100, area="a", bodies=10) == 1 + 2 * 10 + 10 + 2 * 20 + 80
    assert nodes(MEETINGS, wide, meetings=100, area="b") == 1 + 2 + 1
    assert nodes(MEETINGS, usual, meetings=100, area="nowhere") == nodes(MEETINGS, usual, meetings=100)
    # Nothing is counted yet: what is asked for counts.
    assert nodes(MEETINGS, None, meetings=100) > limits.MAX_NODES > nodes(MEETINGS, None, meetings=2)


def test_bodies_that_are_met_again_count_again() -> None:
    counted = [("a", "Area.organizations", 1, 10, 10), ("a", "Organization.lines", 10, 40, 30)]
    known = sizes_from(Counted(*row) for row in counted)
    one = '{ organization(id: "a/b") { lines { id } } }'
    two = '{ organization(id: "a/b") { lines { to { lines { id } } } } }'
    assert nodes(one, known) == 1 + 30
    # Thirty ends among ten bodies: each is met three times, with its lines.
    assert nodes(two, known) == 1 + 30 + 30 + 3 * 40


def test_the_same_as_a_fragment_costs_the_same() -> None:
    known = sizes(100, 2, 4)
    plain = "{ organizations { edges { node { meetings { edges { node { attendance { as } } } } } } } }"
    spread = (
        "{ organizations { edges { node { ...M } } } } fragment M on Organization { ... on Node"
        " { ... on Organization { meetings { edges { node { ...A } } } } } } fragment A on Meeting { attendance { as } }"
    )
    assert nodes(plain, known) == nodes(spread, known)


def test_lists_are_counted_as_the_data_has_them(counted: Sizes, post: Post) -> None:
    query = """query ($id: ID!) { organization(id: $id) { posts(on: "1900-01-01") { id } meetings(first: 0) { totalCount } }
      area(id: "gloucester") { organizations(first: 0) { totalCount } } all: meetings(first: 0) { totalCount } }"""
    found = post(query, id="gloucester/gloucester-partnership-executive")["data"]
    size = counted.of("gloucester", "Organization.meetings")
    assert size
    assert size.longest >= found["organization"]["meetings"]["totalCount"] > 0
    bodies = counted.of("gloucester", "Area.organizations")
    assert bodies
    assert bodies.total == bodies.longest == size.of == found["area"]["organizations"]["totalCount"]
    everywhere = counted.of("", "Query.meetings")
    assert everywhere
    assert everywhere.total == found["all"]["totalCount"]


@pytest.mark.usefixtures("counted")
def test_all_of_a_place_with_its_meetings_is_one_request(post: Post) -> None:
    """Everything that is recorded of a place, as deep as it goes, for whoever wants to keep a copy."""
    query = """query ($area: ID!) { area(id: $area) { name themes { name } organizations(first: 100) {
      totalCount edges { node { id name theme { name } citations { locator source { title } }
        posts { id heldBy onBehalfOf { id } appointedBy { id }
          holders { capacity holder { ... on Person { id name } ... on Organization { id name } } } }
        lines { id type from { id } to { id } }
        recordedAbsences { note subject { id } }
        people { id name }
        meetings(first: 100) { edges { node { id date
          attendance { as person { id name } organization { id } } actions { id text owners { ... on Person { id } } } } } }
      } } } } }"""
    for area in ("bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham"):
        answer = post(query, area=area)
        assert "errors" not in answer
        found = answer["data"]["area"]["organizations"]
        objects = json.dumps(found).count("{")
        cost = answer["extensions"]["cost"]["nodes"]
        assert cost < limits.MAX_NODES / 2
        # An estimate is no less than a third of what came, which counts what is read along with others too.
        assert objects / 3 < cost < objects * 3


def test_the_length_of_a_list_counts_as_asked_for_by_variables_too(post: Post) -> None:
    query = "query ($bodies: Int = 100, $again: Int) { " + " ".join(
        f"a{i}: organizations(first: $bodies) {{ edges {{ node {{ areas {{ organizations(first: $again) {{ edges {{ node {{ id }} }} }} }} }} }} }}"
        for i in range(2)
    )
    assert code(post(query + " }", again=100)) == "QUERY_TOO_COMPLEX"
    assert "errors" not in post(query + " }", bodies=10, again=10)


def test_aliases_multiply_nothing_unseen(post: Post) -> None:
    many = " ".join(
        f"a{i}: organizations(first: 100) {{ edges {{ node {{ posts {{ holders {{ post {{ id }} }} }} lines {{ from {{ id }} to {{ id }} }} }} }} }}"
        for i in range(29)
    )
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


WRITTEN_OUT = {
    "typenames count": "{ " + " ".join(f"a{i}: __typename" for i in range(31)) + " }",
    "fragments that multiply": "{ ...F0 } "
    + " ".join(f"fragment F{i} on Query {{ {f'...F{i + 1} ' * 10}}}" for i in range(4))
    + " fragment F4 on Query { __typename areas { id } }",
    "aliases that multiply": "{ areas { ...F0 } } "
    + " ".join(f"fragment F{i} on Area {{ a{i}: id ...F{i + 1} ...F{i + 1} }}" for i in range(5))
    + " fragment F5 on Area { id }",
    "the same field everywhere": "{ areas { " + "id " * 100 + "} }",
    "the same field by other ways": "{ "
    + " ".join(f"...F{i} ... on Query {{ areas {{ id name }} }}" for i in range(40))
    + " } "
    + " ".join(f"fragment F{i} on Query {{ areas {{ id name }} }}" for i in range(40)),
    "in a fragment that nothing uses": "{ areas { id } } fragment F on Query { " + "areas { id } " * 100 + "}",
    "in many operations": " ".join(f"query Q{i} {{ ...F }}" for i in range(100))
    + " fragment F on Query { areas { "
    + "...A " * 25
    + "} } fragment A on Area { id name }",
}


@pytest.mark.parametrize("name", WRITTEN_OUT)
def test_what_a_document_makes_of_itself_counts(post: Post, name: str) -> None:
    assert code(post(WRITTEN_OUT[name])) == "QUERY_TOO_COMPLEX"


def test_a_fragment_within_itself_is_named(post: Post) -> None:
    answer = post("{ areas { ...A } } fragment A on Area { partOf { ...B } } fragment B on Area { ...A }")
    assert code(answer) == "GRAPHQL_VALIDATION_FAILED"
    assert "'A'" in answer["errors"][0]["message"]


def test_the_same_field_by_a_few_ways_passes(post: Post) -> None:
    ways = " ".join(f"fragment F{i} on Area {{ __typename id name partOf {{ __typename id }} }}" for i in range(30))
    assert "errors" not in post("{ areas { " + " ".join(f"...F{i}" for i in range(30)) + " } } " + ways)


def test_few_mistakes_are_named(post: Post) -> None:
    answer = post("{ " + " ".join(f"organisation{i}" for i in range(100)) + " }")
    assert code(answer) == "GRAPHQL_VALIDATION_FAILED"
    assert limits.MOST_ERRORS <= len(answer["errors"]) <= limits.MOST_ERRORS + 1
    assert "Did you mean" in answer["errors"][0]["message"]


def test_variables_hold_a_number_of_values(client: TestClient) -> None:
    query = "query ($sorts: [Classification!]) { organizations(classification: $sorts) { totalCount } }"

    def asked(value: object) -> tuple[int, str]:
        answer = client.post("/graphql", json={"query": query, "variables": {"sorts": value}})
        return answer.status_code, answer.json().get("errors", [{"extensions": {"code": ""}}])[0]["extensions"]["code"]

    assert asked(["FORUM"] * (limits.MAX_VALUES - 1)) == (200, "")
    assert asked(["FORUM"] * limits.MAX_VALUES) == (413, "QUERY_TOO_COMPLEX")
    assert asked([[{"a": ["FORUM"] * limits.MAX_VALUES}]]) == (413, "QUERY_TOO_COMPLEX")


def test_numbers_of_any_length_are_no_fault_of_ours(post: Post) -> None:
    long = "9" * 5000
    for query in (
        f"query ($a: ID = {long}) {{ area(id: $a) {{ id }} }}",
        f"{{ organizations(first: {long}) {{ totalCount }} }}",
    ):
        answer = post(query)
        assert all(error["extensions"]["code"] != "INTERNAL" for error in answer.get("errors", ()))


def capacities_of(arguments: str, places: int, **variables: object) -> float:
    document = parse(f"query ($areas: [ID!]) {{ capacities{arguments} {{ id posts {{ id heldBy }} lines {{ id }} }} }}")
    operation = get_operation_ast(document)
    assert operation
    return estimate(SCHEMA._schema, document, operation, variables, places).nodes


def test_capacities_count_by_the_places_they_come_from() -> None:
    assert capacities_of("", 100) > limits.MAX_NODES > capacities_of("", 4)
    assert capacities_of('(areas: ["a"])', 100) < capacities_of("", 100) / 50
    assert capacities_of("(areas: $areas)", 100, areas=["a"]) < capacities_of("", 100) / 50
    assert capacities_of("(areas: $areas)", 100) == capacities_of("(areas: [])", 100) == capacities_of("", 100)
    assert capacities_of("(areas: $areas)", 100, areas=["a"] * 90) > limits.MAX_NODES


def test_a_site_of_many_places_is_not_asked_for_all_of_them_at_once(
    nothing_kept: None, explorer: Explorer, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "{ capacities { id posts { id holders { note } onBehalfOf { id } } lines { from { id } to { id } } } }"
    assert "errors" not in post(query)
    monkeypatch.setattr(Catalogue, "places", 100)
    forget_answers(explorer)
    assert post(query)["errors"][0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"
    assert "errors" not in post(query.replace("capacities", 'capacities(areas: ["bromley"])'))
