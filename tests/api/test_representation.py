"""Who represents us where: the question the project exists for, as the API answers it over the seeds."""

from collections.abc import Callable
from typing import Any

from .conftest import Post

Ask = Callable[[str, dict[str, object]], dict[str, Any]]

QUERY = """
query ($of: ID!, $on: Date, $maxSteps: Int, $includeProposed: Boolean) {
  representation(of: $of, on: $on, maxSteps: $maxSteps, includeProposed: $includeProposed) {
    on asRecorded recordedFrom
    of { __typename ... on Organization { id name } ... on Person { id name } }
    seats { ...Seat }
    involved { ...Seat }
    notRepresented { id note subject { id } from { id name } citations { locator source { id } } }
  }
}
fragment Seat on RepresentedSeat {
  directness
  board { id name }
  via { id name }
  higherBodies { id name classification }
  holders { capacity holder { ... on Person { name } ... on Organization { name } } }
  post { id heldBy organization { id } }
}
"""
COA = "bromley/council-on-ageing"


def test_the_council_on_ageing(ask: Ask) -> None:
    answer = ask(QUERY, {"of": COA, "on": "2008-01-31"})["representation"]
    assert answer["of"] == {"__typename": "Organization", "id": COA, "name": "Council on Ageing"}
    assert (answer["on"], answer["asRecorded"], answer["recordedFrom"]) == ("2008-01-31", "2008-01", "2008-01")
    boards = {seat["board"]["name"]: seat for seat in answer["seats"]}
    seat = boards["Older People's Partnership Board"]
    assert (seat["directness"], seat["via"]) == ("DIRECT", [])
    assert seat["post"]["organization"]["id"] == seat["board"]["id"]
    assert seat["post"]["heldBy"] == "not recorded"
    assert all(seat["directness"] in {"DIRECT", "THROUGH"} for seat in answer["seats"])


def test_direct_seats_come_first_and_routes_by_length(ask: Ask) -> None:
    answer = ask(QUERY, {"of": "bromley/carers", "on": "2008-01-31"})["representation"]
    lengths = [len(seat["via"]) for seat in answer["seats"]]
    assert lengths == sorted(lengths)
    for seat in answer["seats"]:
        assert (seat["directness"] == "DIRECT") == (seat["via"] == [])
    assert {seat["directness"] for seat in answer["involved"]} <= {"INVOLVED"}


def test_no_steps_leave_the_direct_seats(ask: Ask) -> None:
    everything = ask(QUERY, {"of": "bromley/carers", "on": "2008-01-31"})["representation"]
    direct = ask(QUERY, {"of": "bromley/carers", "on": "2008-01-31", "maxSteps": 0})["representation"]
    assert [seat["post"]["id"] for seat in direct["seats"]] == [
        seat["post"]["id"] for seat in everything["seats"] if seat["directness"] == "DIRECT"
    ]
    nulls = ask(QUERY, {"of": "bromley/carers", "on": "2008-01-31", "maxSteps": None, "includeProposed": None})
    assert nulls["representation"] == everything


def test_without_a_day_it_is_today(ask: Ask) -> None:
    answer = ask('{ representation(of: "bromley/carers") { on } structure(area: "bromley") { on } }', {})
    assert answer["representation"]["on"] == answer["structure"]["on"] > "2026"


def test_absences_are_answered_with_their_sources(ask: Ask) -> None:
    absences = ask(
        "{ organizations(first: 100) { edges { node { id recordedAbsences { id subject { id } from { id } } } } } }", {}
    )
    found = [
        absence
        for edge in absences["organizations"]["edges"]
        for absence in edge["node"]["recordedAbsences"]
        if absence["subject"]["id"] == edge["node"]["id"]
    ]
    assert found
    subject = found[0]["subject"]["id"]
    answer = ask(QUERY, {"of": subject})["representation"]
    assert found[0]["id"] in {absence["id"] for absence in answer["notRepresented"]}
    assert all(absence["note"] and absence["citations"] for absence in answer["notRepresented"])


def test_a_person_is_asked_about_in_the_same_way(ask: Ask, post: Post) -> None:
    people = post("{ people(first: 100) { edges { node { id posts { post { id } } } } } }")["data"]["people"]["edges"]
    holder = next(edge["node"] for edge in people if edge["node"]["posts"])
    answer = ask(QUERY, {"of": holder["id"]})["representation"]
    assert answer["of"]["__typename"] == "Person"
    assert {seat["post"]["id"] for seat in answer["seats"]} == {held["post"]["id"] for held in holder["posts"]}


def test_a_seat_is_described_in_the_same_way_everywhere(ask: Ask) -> None:
    seats = ask(QUERY, {"of": COA, "on": "2008-01-31"})["representation"]["seats"]
    for seat in seats[:5]:
        alone = ask(
            'query ($id: ID!) { post(id: $id) { heldBy(on: "2008-01-31") holders(on: "2008-01-31") { capacity } } }',
            {"id": seat["post"]["id"]},
        )["post"]
        assert len(alone["holders"]) == len(seat["holders"])
        assert (
            alone["heldBy"]
            == ask(
                'query ($id: ID!) { node(id: $id) { ... on Post { heldBy(on: "2008-01-31") } } }',
                {"id": seat["post"]["id"]},
            )["node"]["heldBy"]
        )


def test_every_sort_of_node_is_found_by_its_id(ask: Ask) -> None:
    some = ask(
        """{
          areas { id } sources(first: 1) { edges { node { id } } } people(first: 1) { edges { node { id } } }
          assessments { id }
          structure(area: "gloucester") { nodes { id } lines { id } posts { id } }
          organization(id: "gloucester/gloucester-partnership-executive") {
            meetings(first: 100) { edges { node { id actions { id } } } } }
          organizations(first: 100) { edges { node { recordedAbsences { id } } } }
        }""",
        {},
    )
    meetings = [edge["node"] for edge in some["organization"]["meetings"]["edges"]]
    ids = {
        "Area": some["areas"][0]["id"],
        "Source": some["sources"]["edges"][0]["node"]["id"],
        "Person": some["people"]["edges"][0]["node"]["id"],
        "Assessment": some["assessments"][0]["id"],
        "Organization": some["structure"]["nodes"][0]["id"],
        "Line": some["structure"]["lines"][0]["id"],
        "Post": some["structure"]["posts"][0]["id"],
        "Meeting": meetings[0]["id"],
        "Action": next(action["id"] for meeting in meetings for action in meeting["actions"]),
        "RecordedAbsence": next(
            absence["id"] for edge in some["organizations"]["edges"] for absence in edge["node"]["recordedAbsences"]
        ),
    }
    for type_, id_ in ids.items():
        assert ask("query ($id: ID!) { node(id: $id) { __typename id } }", {"id": id_})["node"] == {
            "__typename": type_,
            "id": id_,
        }


def test_vacant_is_told_from_not_recorded(ask: Ask) -> None:
    posts = ask('{ structure(area: "bromley") { posts { heldBy vacant vacantSince holders { capacity } } } }', {})
    for seat in posts["structure"]["posts"]:
        assert (seat["vacant"] is True) == (seat["heldBy"] == "vacant")
        assert (seat["vacant"] is False) == bool(seat["holders"])
    assert {seat["vacant"] for seat in posts["structure"]["posts"]} >= {None, False}


def test_structures_join_what_they_hold(ask: Ask) -> None:
    answer = ask(
        """{
          around: structure(root: "bromley/council-on-ageing", steps: 1) {
            nodes { id } lines { from { id } to { id } } posts { organization { id } } }
          up: structure(root: "bromley/council-on-ageing", steps: 1, direction: UP, types: [FEEDS_INTO]) { nodes { id } }
        }""",
        {},
    )
    nodes = {node["id"] for node in answer["around"]["nodes"]}
    assert COA in nodes
    assert all({line["from"]["id"], line["to"]["id"]} <= nodes for line in answer["around"]["lines"])
    assert {seat["organization"]["id"] for seat in answer["around"]["posts"]} <= nodes
    assert {node["id"] for node in answer["up"]["nodes"]} <= nodes


def test_search_gives_hits_best_first(ask: Ask) -> None:
    hits = ask('{ search(text: "coa") { __typename ... on Organization { id } } }', {})["search"]
    assert hits[0] == {"__typename": "Organization", "id": COA}
    kinds = ask('{ search(text: "bromley", first: 50) { __typename } }', {})["search"]
    assert {"Organization", "Area", "Source"} <= {hit["__typename"] for hit in kinds}
