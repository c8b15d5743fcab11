"""Everything of one sort, filtered and page by page; and what leads from one thing to others."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.vocabulary import PostState, Sector

from .conftest import Post, Trips

SORTS = {
    "posts": ["north/chair", "north/seat", "south/seat"],
    "meetings": ["north/first", "north/second"],
    "lines": ["north/feeds", "south/feeds"],
    "actions": ["north/ask", "north/told"],
    "absences": ["south/nobody"],
}
FILTERED = [
    ('posts(area: "north")', ["north/chair", "north/seat"]),
    ('posts(area: "south")', ["north/chair", "north/seat", "south/seat"]),
    ('posts(organization: "south/panel")', ["south/seat"]),
    ('posts(organization: "south/panel", area: "north")', []),
    ('posts(area: "nowhere")', []),
    ('posts(organization: "nobody")', []),
    ("posts(state: [VACANT])", ["north/seat"]),
    ("posts(state: [FILLED])", ["north/chair", "south/seat"]),
    ('posts(state: [FILLED], area: "nowhere")', []),
    ('posts(state: [FILLED], organization: "nobody")', []),
    ('posts(state: [FILLED], organization: "south/panel")', ["south/seat"]),
    ('posts(state: [FILLED], organization: "south/panel", area: "north")', []),
    ('posts(state: [FILLED], organization: "north/board", area: "south")', ["north/chair"]),
    ("posts(state: [])", []),
    ("posts(sector: [VOLUNTARY])", ["north/seat", "south/seat"]),
    ("posts(sector: [STATUTORY], state: [FILLED])", ["north/chair"]),
    ('posts(on: "2006-01-01")', ["north/chair", "north/old-seat", "north/seat", "south/seat"]),
    ('posts(on: "2009-01-01", state: [VACANT])', []),
    ('meetings(area: "south")', ["north/first", "north/second"]),
    ('meetings(organization: "north/board")', ["north/first", "north/second"]),
    ('meetings(organization: "south/panel")', []),
    ('meetings(since: "2009-06-02")', ["north/second"]),
    ('meetings(since: "2010-01-31")', ["north/second"]),
    ('meetings(since: "2010-02-01")', []),
    ('meetings(until: "2009-12-31")', ["north/first"]),
    ('meetings(until: "2010-01-01")', ["north/first", "north/second"]),
    ("lines(types: [SERVICED_BY])", []),
    ("lines(types: [SERVICED_BY], ever: true)", ["north/was-served"]),
    ("lines(ever: true)", ["north/feeds", "north/was-served", "south/feeds"]),
    ('lines(on: "2007-01-01")', ["north/feeds", "north/was-served", "south/feeds"]),
    ('lines(area: "south", ever: true)', ["north/feeds", "south/feeds"]),
    ('lines(area: "nowhere")', []),
    ("lines(types: [])", []),
    ("actions(status: [DONE])", ["north/told"]),
    ('actions(area: "south")', ["north/ask", "north/told"]),
    ('actions(area: "shire")', []),
    ('absences(area: "north")', ["south/nobody"]),
    ('absences(area: "shire")', []),
    ('organizations(identifiers: ["GB-CHC-123456"])', ["north/charity"]),
    ('organizations(identifiers: ["GB-CHC-12345", "GB-CHC-"])', []),
    ('organizations(identifiers: ["CHC-123456"])', []),
    ('organizations(area: "south", classification: [FORUM])', ["south/forum"]),
]


def data(client: TestClient, query: str, **variables: object) -> Any:
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    return answer["data"]


def ids(connection: Any) -> list[str]:
    assert connection["totalCount"] == len(connection["edges"])
    return [edge["node"]["id"] for edge in connection["edges"]]


@pytest.mark.parametrize(("field", "expected"), [*SORTS.items(), *FILTERED], ids=str)
def test_a_filter_gives_what_it_says(two_places: TestClient, field: str, expected: list[str]) -> None:
    found = data(two_places, f"{{ it: {field} {{ totalCount edges {{ node {{ id }} }} }} }}")["it"]
    assert ids(found) == expected


@pytest.mark.parametrize("field", [*SORTS, "posts(state: [FILLED, VACANT])", "organizations", "lines(ever: true)"])
def test_pages_of_one_are_the_list(two_places: TestClient, field: str) -> None:
    name, _, filters = field.partition("(")
    filters = filters.removesuffix(")")
    whole = ids(data(two_places, f"{{ it: {field} {{ totalCount edges {{ node {{ id }} }} }} }}")["it"])
    seen: list[str] = []
    after = "null"
    for _ in range(20):
        query = f"{{ it: {name}(first: 1, after: {after}{', ' * bool(filters)}{filters}) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage endCursor }} edges {{ node {{ id }} }} }} }}"
        page = data(two_places, query)["it"]
        assert page["totalCount"] == len(whole)
        assert page["pageInfo"]["hasPreviousPage"] is bool(seen)
        seen += [edge["node"]["id"] for edge in page["edges"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = f'"{page["pageInfo"]["endCursor"]}"'
    assert seen == whole


def test_kinds_are_counted_over_the_whole_list(two_places: TestClient) -> None:
    query = """{
      posts(first: 0) { counts { state count } }
      lines(first: 0, ever: true) { counts { type count } }
      actions(first: 0) { counts { status count } }
      organizations(first: 0) { counts { classification count } }
      none: organizations(area: "nowhere") { counts { count } }
      area(id: "south") { organizations(first: 0) { totalCount counts { classification count } } }
      changes(since: "2000-01-01", until: "2010-01-01", first: 0) { totalCount counts { kind count } }
    }"""
    found = data(two_places, query)
    assert found["posts"]["counts"] == [{"state": "FILLED", "count": 2}, {"state": "VACANT", "count": 1}]
    assert found["lines"]["counts"] == [{"type": "FEEDS_INTO", "count": 2}, {"type": "SERVICED_BY", "count": 1}]
    assert found["actions"]["counts"] == [{"status": "OPEN", "count": 1}, {"status": "DONE", "count": 1}]
    sorts = {each["classification"]: each["count"] for each in found["organizations"]["counts"]}
    assert sorts == {"PARTNERSHIP_BOARD": 1, "FORUM": 2, "CHARITY": 1, "COUNCIL": 1, "PANEL": 1}
    assert found["none"]["counts"] == []
    assert found["area"]["organizations"] == {
        "totalCount": 3,
        "counts": [{"classification": sort, "count": 1} for sort in ("PARTNERSHIP_BOARD", "FORUM", "PANEL")],
    }
    changes = found["changes"]
    assert sum(each["count"] for each in changes["counts"]) == changes["totalCount"] > 0


@pytest.mark.parametrize("on", ["2007-06-01", "2010-01-31", "2026-01-01"])
@pytest.mark.parametrize("proposed", [True, False])
def test_seats_by_any_state_are_all_seats(post: Post, on: str, proposed: bool) -> None:
    """The database lists them the one way, values the other."""
    query = """query ($on: Date, $p: Boolean, $states: [PostState!], $area: ID, $first: Int, $after: String) {
      posts(on: $on, includeProposed: $p, state: $states, area: $area, first: $first, after: $after) {
        totalCount pageInfo { endCursor hasNextPage } edges { node { id state(on: $on) } } } }"""
    for area in ("bromley", "gloucester", "hammersmith-and-fulham"):
        one: list[dict[str, str]] = []
        other: list[dict[str, str]] = []
        for seen, states in ((one, None), (other, [state.name for state in PostState])):
            after = None
            while True:
                given = {"on": on, "p": proposed, "states": states, "area": area, "first": 100, "after": after}
                page = post(query, **given)["data"]["posts"]
                seen += [edge["node"] for edge in page["edges"]]
                after = page["pageInfo"]["endCursor"]
                if not page["pageInfo"]["hasNextPage"]:
                    break
        assert one == other


def test_sectors_part_the_seats_of_a_board_as_its_balance_does(post: Post) -> None:
    board = "bromley/local-strategic-partnership"
    shares = post(f'{{ balance(of: "{board}") {{ bySector {{ sector count {{ seats }} }} }} }}')["data"]["balance"]
    for share in shares["bySector"]:
        if share["sector"]:
            query = f'{{ posts(organization: "{board}", sector: [{share["sector"]}], first: 100) {{ edges {{ node {{ number }} }} }} }}'
            seats = post(query)["data"]["posts"]["edges"]
            assert sum(edge["node"]["number"] for edge in seats) == share["count"]["seats"]
    assert {share["sector"] for share in shares["bySector"]} & {sector.name for sector in Sector}


NODES = {
    "north": ("Area", "/north"),
    "minutes": ("Source", "https://example.org/minutes"),
    "north/board": ("Organization", "/north/board"),
    "north/bob": ("Person", "/people/north/bob"),
    "north/seat": ("Post", "/posts/north/seat"),
    "north/first": ("Meeting", "/meetings/north/first"),
    "north/ask": ("Action", "/meetings/north/first"),
    "north/was-served": ("Line", "/north/forum#lines"),
    "south/nobody": ("RecordedAbsence", "/south/forum#absent"),
}


def test_nodes_come_in_their_order_each_with_its_page(two_places: TestClient) -> None:
    asked = [*NODES, "nobody", "", "north"]
    found = data(two_places, "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id url } }", ids=asked)["nodes"]
    base = "https://vale.example.org"
    for id_, node in zip(asked, found, strict=True):
        if id_ not in NODES:
            assert node is None
            continue
        sort, path = NODES[id_]
        url = path if path.startswith("http") else f"{base}{path}"
        assert node == {"__typename": sort, "id": id_, "url": url}
        if url.startswith(base):
            assert two_places.get(url.removeprefix(base), headers={"accept": "text/html"}).status_code == 200
    source = data(two_places, '{ node(id: "minutes") { ... on Source { page } } }')["node"]
    assert source == {"page": f"{base}/sources/minutes"}


def test_addresses_without_a_site_of_its_own_begin_at_the_root(post: Post) -> None:
    found = post('{ node(id: "bromley/council-on-ageing") { url } }')["data"]["node"]
    assert found == {"url": "/bromley/council-on-ageing"}


def test_too_many_ids_are_refused(two_places: TestClient) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    answer = two_places.post("/graphql", json={"query": query, "variables": {"ids": ["north"] * 101}}).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"] == "ids names 101: at most 100 are given at once."


def test_an_identifier_without_a_register_is_refused(two_places: TestClient) -> None:
    answer = two_places.post("/graphql", json={"query": '{ organizations(identifiers: ["123456"]) { totalCount } }'})
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "'123456' is no identifier" in error["message"]


def test_what_leads_from_one_thing_to_others(two_places: TestClient) -> None:
    query = """{
      shire: area(id: "shire") { parts { id } themes { id } }
      north: area(id: "north") { parts { id } themes { id name order } }
      forum: organization(id: "north/forum") { lines { id } ever: lines(ever: true) { id } up: lines(ever: true, direction: DOWN) { id } }
      charity: organization(id: "north/charity") { people { id } }
      sources(first: 5) { edges { node { id citedBy(first: 30) { totalCount edges { node { __typename id } } } } } }
    }"""
    found = data(two_places, query)
    assert found["shire"] == {"parts": [{"id": "north"}, {"id": "south"}], "themes": []}
    assert found["north"]["parts"] == []
    assert found["north"]["themes"] == [{"id": "north/health", "name": "Health and care", "order": 0}]
    assert [line["id"] for line in found["forum"]["lines"]] == ["north/feeds"]
    assert {line["id"] for line in found["forum"]["ever"]} == {"north/feeds", "north/was-served"}
    assert found["forum"]["up"] == []
    assert found["charity"]["people"] == [{"id": "north/ann"}]
    cited = {edge["node"]["id"]: edge["node"]["citedBy"] for edge in found["sources"]["edges"]}
    told = [(edge["node"]["__typename"], edge["node"]["id"]) for edge in cited["report"]["edges"]]
    assert told == [
        ("Line", "north/was-served"),
        ("Line", "south/feeds"),
        ("Organization", "north/council"),
        ("Organization", "south/forum"),
        ("Organization", "south/panel"),
        ("Post", "north/old-seat"),
        ("Post", "south/seat"),
        ("RecordedAbsence", "south/nobody"),
    ]
    assert all(each["totalCount"] == len(each["edges"]) for each in cited.values())


def test_round_trips_do_not_grow(trips: Trips) -> None:
    cited = "query ($n: Int!) { sources(first: $n) { edges { node { citedBy(first: 5) { edges { node { id } } } } } } }"
    trips(cited, n=2)
    assert trips(cited, n=2) >= trips(cited, n=100) - 3
    ids_ = [f"bromley/{name}" for name in ("council-on-ageing", "carers", "carers-forum", "nobody")]
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    # Which ids lead elsewhere is read once for each version of the data.
    trips(query, ids=["bromley/nobody"])
    # Of so many a statement looks up some before it gives up, and they are asked for as usual then.
    assert trips(query, ids=[*ids_, *[f"bromley/line-{n}" for n in range(50)]]) <= 4
    people = "query ($n: Int!) { organizations(first: $n) { edges { node { people { name } } } } }"
    assert trips(people, n=5) <= trips(people, n=100) <= 3
    themes = "{ areas { themes { id } parts { id } } }"
    assert trips(themes) <= 2
    for field in SORTS:
        assert trips(f"{{ {field}(first: 50) {{ edges {{ node {{ id citations {{ locator }} }} }} }} }}") <= 2
