"""Who is on it: page, field and command say the same, and what they say of the three places is in the documents."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command, command_json, field, page

EXECUTIVE = "gloucester/gloucester-partnership-executive"
COUNT = "{ seats voting notVoting votingNotRecorded filled unnamed vacant notTakenUp termOver holderNotRecorded }"
CAME = "{ present deputising inAttendance guests apologies }"
QUERY = f"""query($of: ID!, $on: Date, $proposed: Boolean) {{ balance(of: $of, on: $on, includeProposed: $proposed) {{
  of {{ id name }} on sentences asRecorded seats filled vacant notTakenUp whole {COUNT}
  bySector {{ sector count {COUNT} }} byVoting {{ voting seats }} byBasis {{ basis seats }} byRole {{ role seats }}
  placed {{ post {{ id }} sector sign because count {COUNT} }}
  members {{ sector members organizations {{ id name }} }}
  composition {{ rule {{ sentence }} verdict seats notRecorded sentence }}
  attendance {{ meetings {{ id }} unrecorded {{ id }} toCome {{ id }} came {CAME}
    byOrganization {{ organization {{ id name }} came {CAME} }} }}
}} }}"""


def balance(client: TestClient, of: str, **asked: object) -> dict[str, Any]:
    found: dict[str, Any] = field(client, QUERY, of=of, **asked)
    return found


def sectors(found: dict[str, Any]) -> dict[str | None, int]:
    return {share["sector"]: share["count"]["seats"] for share in found["bySector"]}


@pytest.mark.parametrize(
    "of", [EXECUTIVE, "bromley/local-strategic-partnership", "hammersmith-and-fulham/third-sector-directors-forum"]
)
def test_page_field_and_command_say_the_same(client: TestClient, settings: Settings, of: str) -> None:
    found = balance(client, of, on="2026-01-01")
    assert command_json(settings, "balance", of, "--on", "2026-01-01") == {"balance": found}
    words = page(client, f"/balance?of={of}&on=2026-01-01")
    for sentence in found["sentences"]:
        assert sentence in words
    for seat in found["placed"]:
        assert seat["because"][0].upper() + seat["because"][1:] in words


def test_a_name_will_do_and_an_unknown_one_is_answered_with_the_nearest(client: TestClient, settings: Settings) -> None:
    assert "the Gloucester Partnership Executive has 19 seats" in page(client, "/balance?of=gloucester+executive")
    assert "has 4 seats" in " ".join(command(settings, "balance", "LSP", "--area", "bromley").split())
    assert "Nobody" not in page(client, "/balance?of=Mental+helth+partnership+board")
    page(client, "/balance?of=zzzz", status=404)
    page(client, f"/balance?of={EXECUTIVE}&on=someday", status=400)
    command(settings, "balance", "zzzz", code=1)


def test_an_id_of_nobody_is_refused(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": '{ balance(of: "bromley/nobody") { seats } }'}).json()
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_the_executive_of_gloucester_has_three_voluntary_seats_of_nineteen_and_the_learning_council_s_is_vacant(
    client: TestClient,
) -> None:
    """As the minutes of 22 January 2010 list them: members, apologies, and one resignation."""
    found = balance(client, EXECUTIVE)
    assert sectors(found) == {"VOLUNTARY": 3, "COMMUNITY": 1, "STATUTORY": 12, "PRIVATE": 1, None: 2}
    assert (found["filled"], found["vacant"], found["notTakenUp"]) == (18, 1, 0)
    before = balance(client, EXECUTIVE, on="2010-01-21")
    assert before["vacant"] == 0


def test_who_came_to_gloucester_s_executive_is_as_its_minutes_list_it(client: TestClient) -> None:
    came = balance(client, EXECUTIVE)["attendance"]
    assert came["came"] == {"present": 7, "deputising": 2, "inAttendance": 5, "guests": 0, "apologies": 5}
    rows = {row["organization"]["id"]: row["came"] for row in came["byOrganization"]}
    council = rows["gloucester/gloucester-city-council"]
    assert (council["present"], council["inAttendance"]) == (2, 4)
    police = rows["gloucestershire/gloucestershire-constabulary"]
    assert (police["deputising"], police["apologies"]) == (1, 0)
    assert len(came["toCome"]) == 5


def test_a_guest_invited_to_a_later_meeting_did_not_come_as_far_as_is_known(client: TestClient) -> None:
    """The notes of 9 July 2009 invite two guests to meetings of the autumn."""
    found = balance(client, "hammersmith-and-fulham/third-sector-directors-forum")
    assert found["attendance"]["came"] == {
        "present": 16, "deputising": 0, "inAttendance": 0, "guests": 0, "apologies": 11,
    }  # fmt: skip
    assert [meeting["id"][-10:] for meeting in found["attendance"]["toCome"]] == [
        "2009-09-17", "2009-12-16", "2010-02-25",
    ]  # fmt: skip
    assert [(share["sector"], share["members"]) for share in found["members"]] == [("VOLUNTARY", 27)]


def test_the_place_that_bath_does_not_take_up_is_counted_apart(client: TestClient) -> None:
    found = balance(client, "bromley/physical-and-sensory-disabilities-partnership-board")
    assert (found["notTakenUp"], found["vacant"]) == (1, 0)
    (bath,) = [seat for seat in found["placed"] if seat["count"]["notTakenUp"]]
    assert "BATH" in bath["because"]


def test_service_users_have_places_of_no_sector(client: TestClient) -> None:
    found = balance(client, "bromley/mental-health-partnership-board")
    assert sectors(found) == {"VOLUNTARY": 2, "STATUTORY": 3, None: 1}
    (users,) = [seat for seat in found["placed"] if seat["sector"] is None]
    assert users["because"] == "speaks for Carers and Service users"


def test_people_at_large_are_no_body_that_anybody_sits_on(client: TestClient) -> None:
    assert "it is not a body that anybody sits on" in balance(client, "bromley/carers")["sentences"][0]
