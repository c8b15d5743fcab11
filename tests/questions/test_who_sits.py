"""Whoever asks for a board by its name reads who sits on it first; of a person who left a seat, that they held it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command

HTML = {"accept": "text/html"}
BOARD = "bromley/health-and-social-care-partnership-board"
ON_IT = (
    "As recorded in January 2008, the Health and Social Care Partnership Board has 3 seats: “Chair” (name not recorded);"
    " “Voluntary sector representative (carers' representative)” (name not recorded);"
    " the chair of the Council on Ageing (name not recorded)."
)
LEFT = (
    "As recorded on 22 January 2010, Linda Osment held a seat on the Gloucester Partnership Executive until"
    " 22 January 2010, and holds none now."
)


def said(client: TestClient, path: str, **query: str) -> list[str]:
    """Return the answers at the head of a page, without the links that end them."""
    came = client.get(path, params=query, headers=HTML)
    assert came.status_code == 200
    answers = re.findall(r'<p class="(?:answer|lead)">(.*?)</p>', came.text, re.S)
    return [unescape(re.sub("<a .*?</a>|<[^>]+>", "", it, flags=re.S)).strip() for it in answers]


@pytest.mark.parametrize("name", ["Health and Social Care Partnership Board", "HSCPB", BOARD])
def test_a_boards_own_seats_come_before_whom_it_is_represented_by(client: TestClient, name: str) -> None:
    assert said(client, "/who", of=name) == [ON_IT, "No seat elsewhere is recorded that speaks for it."]
    page = client.get("/who", params={"of": name}, headers=HTML).text
    assert f'href="/members/{BOARD}"' in page
    assert "represented on no body" not in page


def test_a_forum_is_first_asked_for_where_it_is_heard(client: TestClient) -> None:
    heard, own = said(client, "/who", of="Council on Ageing")
    assert "has seats on 8 bodies" in heard
    assert own.startswith("As recorded in January 2008, the Council on Ageing has 4 seats: “Chair")
    assert "observer" in own


@pytest.mark.parametrize(
    "text",
    [
        "members of the Health and Social Care Partnership Board",
        "membership list of the Health and Social Care Partnership Board",
        "list of members of the Health and Social Care Partnership Board",
        "who is on the Health and Social Care Partnership Board",
        "Who sits on the HSCPB?",
        "people on the Health and Social Care Partnership Board",
    ],
)
def test_who_is_on_a_board_is_answered_by_its_seats(client: TestClient, text: str) -> None:
    assert said(client, "/search", q=text) == [ON_IT]


def test_asked_where_a_board_is_represented_both_are_said(client: TestClient) -> None:
    assert said(client, "/search", q="who represents the Health and Social Care Partnership Board")[0] == ON_IT


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Who is the chair of the Council on Ageing", "has a chair, whom no source names"),
        ("Who chairs the Local Strategic Partnership in Bromley?", "no source names a chair of the Local Strategic"),
        ("who is the chair of the Physical and Sensory Disabilities Partnership Board?", "Partnership Board"),
    ],
)
def test_who_chairs_a_body_is_answered_by_its_chair(client: TestClient, text: str, answer: str) -> None:
    found = said(client, "/search", q=text)
    assert len(found) == 1
    assert answer in found[0]
    assert "has seats on" not in found[0]


@pytest.mark.usefixtures("client")
def test_the_command_says_the_same(settings: Settings) -> None:
    assert " ".join(command(settings, "who", "HSCPB").split()).startswith(ON_IT)


@pytest.mark.parametrize("name", ["Osmen", "linda osment", "gloucester/linda-osment"])
def test_of_somebody_who_left_it_is_said_which_seat_and_when(client: TestClient, name: str) -> None:
    page = client.get("/who", params={"of": name}, headers=HTML).text
    assert said(client, "/who", of=name) == [LEFT]
    assert "nobody speaks for them" not in page
    assert "Did you mean" not in page
    assert said(client, "/people/gloucester/linda-osment")[0] == LEFT


def test_a_program_is_told_the_same(ask: Callable[[str, dict[str, object]], dict[str, object]]) -> None:
    query = "query ($of: ID!, $on: Date) { representation(of: $of, on: $on) { answer seats { post { id } } } }"
    now = ask(query, {"of": "gloucester/linda-osment"})
    then = ask(query, {"of": "gloucester/linda-osment", "on": "2010-01-01"})
    assert now == {"representation": {"answer": LEFT, "seats": []}}
    assert "Linda Osment holds one seat" in str(then)


def test_an_officers_posts_are_no_seats_in_words_and_in_the_picture(client: TestClient) -> None:
    page = client.get("/who", params={"of": "Geoff Alltimes"}, headers=HTML).text
    (answer,) = said(client, "/who", of="Geoff Alltimes")
    assert answer == (
        "As recorded on 9 July 2009, Geoff Alltimes holds 2 posts as an officer or councillor, and no seat on a"
        " partnership’s body."
    )
    assert "no seats and 2 posts of officers and councillors" in page
    assert "Of these 2 posts no source says" in page
    assert "these 2 seats" not in page
