"""Routes in the three places: page, field and command say the same, and what they say is right."""

import json
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command_json

Ask = Callable[[str, dict[str, object]], dict[str, Any]]
FIELD = """query ($from: ID!, $to: ID!, $on: Date, $proposed: Boolean) {
  routes(from: $from, to: $to, on: $on, includeProposed: $proposed) {
    on endings answer missing breaks reached { id name } recordedAbsences { id note }
    routes { length sentence sideways
      steps { by sideways organization { id name } post { id } line { id } citations { source { id title } locator } } } } }"""
PAIRS = (
    ("bromley/council-on-ageing", "bromley/local-strategic-partnership"),
    ("bromley/council-on-ageing", "bromley/older-peoples-partnership-board"),
    ("bromley/carers", "bromley/local-strategic-partnership"),
    ("bromley/faith-groups", "bromley/local-strategic-partnership"),
    ("bromley/bath", "bromley/local-strategic-partnership"),
)


@pytest.fixture
def field(ask: Ask) -> Callable[..., dict[str, Any]]:
    """Return a way to ask the field."""

    def asked(start: str, end: str, **more: object) -> dict[str, Any]:
        found: dict[str, Any] = ask(FIELD, {"from": start, "to": end, **more})["routes"]
        return found

    return asked


def sentences(answer: dict[str, Any]) -> list[str]:
    return [route["sentence"] for route in answer["routes"]]


@pytest.mark.parametrize(("start", "end"), PAIRS)
def test_the_page_says_what_the_field_says(client: TestClient, field: Any, start: str, end: str) -> None:
    answer = field(start, end)
    page = " ".join(unescape(client.get("/routes", params={"from": start, "to": end}).text).split())
    said = [answer["answer"], *sentences(answer), *([answer["missing"]] if answer["missing"] else [])]
    for sentence in said:
        assert sentence in page
    for body in answer["reached"]:
        assert f'<a href="/{body["id"]}">{body["name"]}</a>' in page
    for route in answer["routes"]:
        for step in route["steps"]:
            assert step["by"][1:] in page
            assert all(cite["locator"] in page for cite in step["citations"])


@pytest.mark.parametrize(("start", "end"), PAIRS[2:])
def test_the_command_says_what_the_field_says(
    client: TestClient, settings: Settings, field: Any, start: str, end: str
) -> None:
    assert command_json(settings, "routes", start, end) == {"routes": field(start, end)}


def test_the_council_on_ageing_is_heard_by_the_partnership_through_the_reference_group(field: Any) -> None:
    answer = field(*PAIRS[0])
    assert sentences(answer)[0] == (
        "The Council on Ageing feeds into and is a member of the Voluntary Sector Reference Group;"
        " then the Voluntary Sector Reference Group feeds into the Local Strategic Partnership."
    )
    assert [route["length"] for route in answer["routes"]] == [2, 3]
    assert answer["answer"].startswith("As recorded in January 2008, ")


def test_the_council_on_ageing_has_its_own_seat_on_the_older_peoples_board(field: Any) -> None:
    (route,) = field(*PAIRS[1])["routes"]
    (step,) = route["steps"]
    assert step["post"]
    assert step["line"]["id"].startswith("bromley/council-on-ageing--feeds-into--")


def test_nobody_speaks_for_faith_groups(field: Any) -> None:
    answer = field(*PAIRS[3])
    assert answer["routes"] == answer["reached"] == []
    assert "nobody speaks for them, and they have no seat anywhere" in answer["missing"]


def test_the_way_of_bath_breaks_at_a_place_that_is_not_taken_up(field: Any) -> None:
    answer = field(*PAIRS[4])
    assert answer["reached"] == []
    assert answer["missing"] == (
        "Beside that seat nothing recorded carries the voice of BATH on: no line up, and no seat elsewhere."
    )
    (told,) = answer["breaks"]
    assert told.endswith(
        "it is not taken up. From there no way on to the Local Strategic Partnership is recorded either."
    )


def test_names_are_understood_and_the_nearest_are_offered(client: TestClient) -> None:
    assert client.get("/routes?from=council on ageing&to=older people's partnership board").status_code == 200
    unsure = client.get("/routes?from=council on ageing&to=Learning disability partnership board")
    assert unsure.status_code == 404
    assert "No group or board here is called “Learning disability partnership board”" in unsure.text
    assert '<a href="/routes?from=bromley%2Fcouncil-on-ageing&amp;to=' in unsure.text


def test_hostile_names_are_only_text(client: TestClient) -> None:
    page = client.get("/routes", params={"from": "<script>alert(1)</script>", "to": '"><script>'}).text
    assert "<script>alert(1)" not in page
    assert '"><script>' not in page


def test_the_day_is_kept_and_a_bad_one_refused(client: TestClient) -> None:
    asked = {"from": PAIRS[0][0], "to": PAIRS[0][1], "on": "2008-01"}
    page = client.get("/routes", params=asked).text
    assert 'href="/bromley/council-on-ageing?on=2008-01"' in page
    assert client.get("/routes", params=asked | {"on": "soon"}).status_code == 400


def test_an_unknown_end_is_refused_with_the_nearest_names(client: TestClient) -> None:
    asked = {"from": "bromley/council-on-aging", "to": PAIRS[0][1]}
    answer = client.post("/graphql", json={"query": FIELD, "variables": asked}).json()
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert "bromley/council-on-ageing" in json.dumps(answer["errors"])


def test_both_drawings_of_a_route_are_in_the_page(client: TestClient) -> None:
    page = client.get("/routes", params={"from": PAIRS[0][0], "to": PAIRS[0][1]}).text
    assert 'id="route-1-title"' in page
    assert 'id="route-1-narrow-title"' in page
