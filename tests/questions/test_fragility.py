"""What rests on how few: the page, the field and the command say the same of the project's own places."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command, command_json

Ask = Callable[[str, dict[str, object]], dict[str, Any]]

FIELD = """
query($area: ID, $on: Date, $holder: ID!) {
  fragility(area: $area, on: $on) {
    on answer
    carriers { kind name holder { ... on Person { id name } ... on Organization { id name } } office { id }
               seats { post { id } groups { id name } } }
    withoutDeputy { id }
    terms { post { id } tenure { holder { ... on Person { id name } ... on Organization { id name } } }
            ends days explanation }
    restingOnOne { group { id name } explanation
      carrier { kind name holder { ... on Person { id name } ... on Organization { id name } } office { id }
                seats { post { id } groups { id name } } } }
    withoutPaidHours { body { id name } recordedAsNone }
    ifLeft(holder: $holder) { silences { group { id name } boards { id name } everywhere } explanations }
  }
}
"""
CASES = [
    ("bromley", "2008-02-01", "bromley/mental-health-forum-chair"),
    ("gloucester", "2010-03-31", "gloucester/melanie-dafforn"),
]


def text_of(client: TestClient, address: str) -> str:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize(("area", "on", "holder"), CASES)
def test_page_field_and_command_say_the_same(
    client: TestClient, ask: Ask, settings: Settings, area: str, on: str, holder: str
) -> None:
    field = ask(FIELD, {"area": area, "on": on, "holder": holder})["fragility"]
    told = command_json(settings, "fragility", "--area", area, "--on", on, "--if-left", holder)
    assert told == {"fragility": field}
    page = text_of(client, f"/fragility?area={area}&on={on}&person={holder}")
    assert field["answer"] in page
    for said in (*field["ifLeft"]["explanations"], *(each["explanation"] for each in field["restingOnOne"])):
        assert said in page
    for said in (each["explanation"] for each in field["terms"]):
        assert said in page
    for carrier in field["carriers"]:
        assert f"{carrier['name']} {len(carrier['seats'])} " in page
    for forum in field["withoutPaidHours"]:
        assert forum["body"]["name"] in page


def test_one_chair_of_bromley_is_seen_to_carry_several_seats(ask: Ask) -> None:
    """The mapping study: the chair of the Mental Health Forum sits on three bodies for it, and is not named."""
    answer = ask(FIELD, {"area": "bromley", "on": "2008-02-01", "holder": "bromley/mental-health-forum-chair"})
    chairs = {carrier["name"]: carrier for carrier in answer["fragility"]["carriers"]}
    chair = chairs["the chair of the Mental Health Forum (name not recorded)"]
    assert (chair["kind"], chair["holder"]) == ("OFFICE", None)
    assert len(chair["seats"]) == 3
    (silence,) = answer["fragility"]["ifLeft"]["silences"]
    assert silence["group"]["name"] == "Mental Health Forum"
    assert {board["name"] for board in silence["boards"]} == {
        "Adult Services Policy and Scrutiny Committee",
        "Mental Health Partnership Board",
        "Voluntary Sector Reference Group",
    }


def test_a_resignation_without_successor_is_a_term_that_ended(ask: Ask) -> None:
    """Gloucester's minutes record an apology and resignation, and nobody who follows."""
    answer = ask(FIELD, {"area": "gloucester", "on": "2010-03-31", "holder": "gloucester/melanie-dafforn"})
    (term,) = answer["fragility"]["terms"]
    assert (term["tenure"]["holder"]["name"], term["ends"], term["days"]) == ("Linda Osment", "2010-01-22", -68)


def test_every_place_at_once_has_the_carriers_of_each(ask: Ask) -> None:
    asked: dict[str, object] = {"on": "2008-02-01", "holder": "bromley/mental-health-forum-chair"}
    everywhere = ask(FIELD, asked)["fragility"]["carriers"]
    bromley = ask(FIELD, asked | {"area": "bromley"})["fragility"]["carriers"]
    assert {carrier["name"] for carrier in bromley} <= {carrier["name"] for carrier in everywhere}


def test_the_command_finds_an_office_by_a_part_of_its_name(settings: Settings) -> None:
    said = command(settings, "fragility", "--area", "bromley", "--if-left", "chair of the Mental Health")
    assert "fall silent on 3 boards" in said


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/fragility?area=nowhere", 404),
        ("/fragility?area=bromley&person=bromley/nobody", 404),
        ("/fragility?area=bromley&on=yesterday", 400),
    ],
)
def test_what_cannot_be_answered_is_said(client: TestClient, address: str, status: int) -> None:
    assert client.get(address, headers={"accept": "text/html"}).status_code == status


def test_calendars_hold_the_meetings_of_a_place_and_of_a_body(client: TestClient) -> None:
    for address in ("/calendars/gloucester.ics", "/calendars/gloucester/gloucester-partnership-executive.ics"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        said = answer.text.replace("\r\n ", "")
        assert "DTSTART;VALUE=DATE:20100319\r\n" in said
        assert "UID:gloucester/gloucester-partnership-executive--2010-03-19@partnership-explorer\r\n" in said
        assert "SUMMARY:Term ends: Linda Osment" in said
    assert client.get("/calendars/nowhere.ics").status_code == 404
    assert client.get("/calendars/gloucester/nobody.ics").status_code == 404
