"""What is not public changes no table: no cell, seat, member or attendance of it, in words, counts or totals."""

import pytest
from starlette.testclient import TestClient

from tests.questions.asking import field, page

PAGES = (
    "/relationships",
    "/relationships?area=testing",
    "/relationships.csv",
    "/relationships/testing.svg",
    "/relationships/testing.html",
    "/capacity",
    "/capacity.csv?area=testing",
    "/balance?of=testing/board",
    "/members/testing/board",
    "/members.csv?of=testing/board",
    "/balance?of=testing/top",
    "/balance?of=testing/forum",
    "/compare?left=testing&right=testing",
    "/testing",
)


@pytest.mark.parametrize("address", PAGES)
def test_no_table_names_it(with_secrets: TestClient, address: str) -> None:
    answer = with_secrets.get(address)
    assert answer.status_code == 200
    assert "pen" in answer.text
    assert "hush" not in answer.text.lower()
    assert "Bob" not in answer.text


def test_a_confidential_cell_changes_no_rating_and_no_total(with_secrets: TestClient) -> None:
    words = page(with_secrets, "/relationships?area=testing")
    assert "Relations with one service of Testing in one cell: one green." in words
    assert "In all 1 green 1 not recorded 1 not recorded 1 not recorded" in words
    assert len(with_secrets.get("/relationships.csv").text.splitlines()) == 2


def test_hidden_seats_and_whom_seats_speak_for_change_no_balance(with_secrets: TestClient) -> None:
    query = """{ balance(of: "testing/board") { seats bySector { sector count { seats } } placed { because }
      members { members }
      attendance { came { present deputising apologies } byOrganization { organization { id } } } } }"""
    assert field(with_secrets, query) == {
        "seats": 2,
        "bySector": [{"sector": None, "count": {"seats": 2}}],
        "placed": [{"because": "speaks for the Open Forum"}, {"because": "not recorded"}],
        "members": [],
        "attendance": {
            "came": {"present": 1, "deputising": 1, "apologies": 0},
            "byOrganization": [{"organization": None}],
        },
    }
    assert field(with_secrets, '{ balance(of: "testing/forum") { members { members } } }') == {"members": []}


@pytest.mark.parametrize("id_", ["testing/hush-board", "testing/hush-group"])
def test_a_hidden_body_is_as_unknown_as_one_that_is_not_there(with_secrets: TestClient, id_: str) -> None:
    page(with_secrets, f"/balance?of={id_}", status=404)
    query = {"query": f'{{ balance(of: "{id_}") {{ seats }} }}'}
    (error,) = with_secrets.post("/graphql", json=query).json()["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"


def test_hidden_groups_are_in_no_table_of_capacities(with_secrets: TestClient) -> None:
    assert [body["id"] for body in field(with_secrets, "{ capacities { id } }")] == ["testing/forum"]
