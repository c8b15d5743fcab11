"""Six seats that are recorded as one are six wherever seats are counted: `number` counts."""

import html
import re

import pytest
from starlette.testclient import TestClient

SAID = {
    "/edges": ("14 seats", "the forum has 6 seats on the board", "the council has 4 seats on the partnership"),
    "/diagrams/edges.svg": ("14 seats", "the forum has 6 seats on the board"),
    "/diagrams/edges/board.svg": ("6 seats",),
    "/embed/edges": ("14 seats",),
    "/edges/board": ("7 seats: 6 with a vote", "members (6 seats)"),
    "/edges/lsp": ("4 seats; no source says",),
    "/balance?of=edges/board": ("has 7 seats", "votes: 6 with a vote"),
    "/balance?of=edges/lsp": ("has 4 seats: 4 statutory",),
    "/booklet/edges": ("14 seats",),
    "/compare?left=edges&right=edges": ("and 14 seats recorded",),
    "/who?of=edges/group": ("members (6 seats)",),
    "/posts/edges/seats": ("members (6 seats)",),
    "/gaps?area=edges": (
        "partnership has 4 seats recorded, and none for a voluntary",
        "3 seats on it are recorded",
        "the 6 seats “members”",
    ),
}
"""What each channel says of seats that are recorded as six, four and three alike; the chair's is one more."""


def words(site: TestClient, address: str) -> str:
    """Return what an answer says, in small letters, without marks."""
    answer = site.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, (address, answer.text[:300])
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split()).lower()


@pytest.mark.parametrize("address", SAID)
def test_seats_alike_are_counted_each(site: TestClient, address: str) -> None:
    said = words(site, address)
    assert [phrase for phrase in SAID[address] if phrase not in said] == []


def test_fields_count_them_too(site: TestClient) -> None:
    query = """{
      balance(of: "edges/board") { seats whole { seats voting } byVoting { seats } bySector { count { seats } } }
      compare(left: "edges", right: "edges") { numbers { name left } }
      structure(area: "edges") { posts { number } }
    }"""
    answer = site.post("/graphql", json={"query": query}).json()["data"]
    assert answer["balance"]["seats"] == answer["balance"]["whole"]["seats"] == 7
    assert answer["balance"]["whole"]["voting"] == 6
    assert sorted(share["seats"] for share in answer["balance"]["byVoting"]) == [1, 6]
    assert sum(share["count"]["seats"] for share in answer["balance"]["bySector"]) == 7
    assert {row["name"]: row["left"] for row in answer["compare"]["numbers"]}["Seats"] == 14
    assert sum(post["number"] for post in answer["structure"]["posts"]) == 14
