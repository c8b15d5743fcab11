"""Two places compared: page, field and command say the same, and the numbers are those of the other answers."""

from typing import Any

from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command, command_json, field, page

BOTH = "left { id name } right { id name } leftCount rightCount"
QUERY = f"""query($left: ID!, $right: ID!, $on: Date) {{ compare(left: $left, right: $right, on: $on) {{
  left {{ id name }} right {{ id name }} on sentences structures {{ classification {BOTH} }} onlyLeft onlyRight
  themes {{ name {BOTH} }} gaps {{ kind name left right }} capacity {{ name left leftOf right rightOf }}
  numbers {{ name left right }} }} }}"""


def compare(client: TestClient, left: str, right: str, **asked: object) -> dict[str, Any]:
    found: dict[str, Any] = field(client, QUERY, left=left, right=right, **asked)
    return found


def test_page_field_and_command_say_the_same(client: TestClient, settings: Settings) -> None:
    found = compare(client, "bromley", "gloucester", on="2026-01-01")
    assert command_json(settings, "compare", "bromley", "Gloucester", "--on", "2026-01-01") == {"compare": found}
    words = page(client, "/compare?left=bromley&right=gloucester&on=2026-01-01")
    for sentence in found["sentences"]:
        assert sentence in words
    for row in found["gaps"]:
        assert f"{row['name']} {row['left']} {row['right']}" in words
    for row in found["capacity"]:
        assert f"{row['name']} {row['left']} of {row['leftOf']} {row['right']} of {row['rightOf']}" in words
    for row in found["numbers"]:
        assert f"{row['name']} {row['left']} {row['right']}" in words


def test_the_gaps_counted_are_those_that_are_listed(client: TestClient) -> None:
    found = compare(client, "bromley", "hammersmith-and-fulham")
    for side, area in (("left", "bromley"), ("right", "hammersmith-and-fulham")):
        for row in found["gaps"]:
            query = "query($area: ID, $kinds: [GapKind!]) { gaps(area: $area, kinds: $kinds) { totalCount } }"
            assert field(client, query, area=area, kinds=[row["kind"]])["totalCount"] == row[side]


def test_bromley_has_partnership_boards_and_networks_that_hammersmith_and_fulham_has_none_recorded_of(
    client: TestClient,
) -> None:
    found = compare(client, "bromley", "hammersmith-and-fulham")
    assert {"PARTNERSHIP_BOARD", "NETWORK", "REFERENCE_GROUP", "LSP"} <= set(found["onlyLeft"])
    assert found["onlyRight"] == []


def test_turned_round_it_is_the_same_from_the_other_side(client: TestClient) -> None:
    one, other = compare(client, "bromley", "gloucester"), compare(client, "gloucester", "bromley")
    assert (one["onlyLeft"], one["onlyRight"]) == (other["onlyRight"], other["onlyLeft"])
    assert [(row["left"], row["right"]) for row in one["gaps"]] == [
        (row["right"], row["left"]) for row in other["gaps"]
    ]


def test_the_capacity_counted_is_that_of_the_capacity_table(client: TestClient) -> None:
    hours = {row["name"]: row for row in compare(client, "bromley", "gloucester")["capacity"]}["Paid hours"]
    bodies = field(client, '{ capacities(areas: ["bromley"]) { capacity { paidHours } } }')
    assert hours["leftOf"] == len(bodies)
    assert hours["left"] == sum(1 for body in bodies if body["capacity"] and body["capacity"]["paidHours"]) == 7


def test_nobody_is_compared_until_two_places_are_chosen(client: TestClient, settings: Settings) -> None:
    assert "Choose two places" in page(client, "/compare?left=bromley")
    page(client, "/compare?left=bromley&right=nowhere", status=404)
    command(settings, "compare", "bromley", "nowhere", code=1)
