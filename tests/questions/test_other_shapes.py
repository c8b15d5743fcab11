"""Places of other shapes (`seeds/examples`) are checked, loaded and told in sentences: page, who, gaps and balance of each.

The people and places are invented. What a property looks like everywhere is in `tests/sentinel`; here a whole body is.
"""

import csv
import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from starlette.testclient import TestClient

from app.domain.facts import Node
from app.exchange.yaml_files import read_files
from tests.aloud import faults, spoken
from tests.seeds import SEEDS, facts_of
from tests.sites import Sites

EXAMPLES = SEEDS / "examples"


@dataclass(frozen=True)
class Shape:
    """A body of a place, who is asked about there, and what each page must say in so many words."""

    body: str
    asked: str
    page: tuple[str, ...]
    who: tuple[str, ...]
    gaps: tuple[str, ...]
    balance: tuple[str, ...]


SHAPES = {
    "an Irish committee of 19 seats by sector": Shape(
        "carrowmore/lcdc",
        "carrowmore/environment",
        ("Takes decisions", "half of the members and one more (10)", "At most 9 seats for the statutory sector"),
        ("Environmental groups of Carrowmore", "takes decisions", "Elected by the Carrowmore Public Participation Network"),
        ("Trade unions", "is recorded as vacant since June 2024", "One old source that much rests on"),
        ("has 19 seats", "It takes decisions. Its quorum is half of the members and one more (10). A source says that it has"
         " 19 seats.", "that is met, since 9 of the 19 members' seats recorded are"),
    ),
    "a US board of 15 numbered seats": Shape(
        "marlow-county/board",
        "marlow-county/lived-experience",
        ("Seat 1: victim services", "Seat 15: at large", "Priya Lowell LCSW"),
        ("Seat 14: somebody who has been without a home", "Raymond Oakes"),
        ("The seat “Seat 15: at large”", "is recorded as vacant since June 2025"),
        ("has 15 seats", "at most 40 per cent of the seats for the statutory sector: that is met"),
    ),
    "a joint board of two areas": Shape(
        "northmere/safeguarding-board",
        "northmere/carers",
        ("Northmere, Southmere", "Dr Judith Amoah", "for Southmere", "associate member", "only for items that concern it"),
        ("Carers", "takes decisions", "associate member"),
        ("Who holds the seat “Southmere Council” for Southmere Borough Council",),
        ("has 8 seats", "that is met, since 2 of the 7 members' seats recorded are"),
    ),
    "a Scottish partnership of five localities": Shape(
        "strathcorrie/joint-board",
        "strathcorrie/port-corrie-residents",
        ("Locality: Corrie North", "for Port Corrie", "4 seats for Strathcorrie Council"),
        ("Port Corrie Locality Planning Group", "advises; others decide", "Residents (2 to 4 seats)"),
        ("Who holds the 2 to 4 seats “Residents” for Residents of Port Corrie",),
        ("has 15 seats", "4 seats for the Corrie Health Board: that is met"),
    ),
    "a Welsh public services board": Shape(
        "dyffryn-aber/services-board",
        "dyffryn-aber/voluntary-council",
        ("by invitation", "Y Cyng. Gwenllian Rees", "19 June 2025 cancelled"),
        ("Invited participant for the voluntary sector", "Tomos Ellis"),
        ("on 20 March 2025 was not quorate, as its source says",),
        ("has 6 seats", "4 of the 4 members' seats recorded are"),
    ),
    "a council's outside bodies": Shape(
        "thornley/almshouses",
        "thornley/council",
        ("Trustees whom the council names (2 seats)", "Cllr Sadia Malik MBE", "Appointed by Thornley Borough Council"),
        ("Seats of the council", "Cllr Noel Ferris", "advises; others decide"),
        ("The seat “Ward member”", "is recorded as vacant since May 2025"),
        ("has 2 seats",),
    ),
    "an attendance sheet": Shape(
        "haverley/town-board",
        "haverley/churches",
        ("Kit Larkin ( deputy )", "vacant since February 2025", "2 October 2025 cancelled", "Seats it has, as stated 8"),
        ("vacant",),
        ("and 7 are recorded: one seat is missing here", "Haverley Bus Users is recorded as present at 2 meetings",
         "2 members are recorded as there, and 3 are needed"),
        ("has 7 seats", "At the 2 meetings with a record of who came"),
    ),
    "a participation network": Shape(
        "inishmaine/housing-committee",
        "inishmaine/social-inclusion",
        ("Advises; others decide", "Bríd Conneely", "for the community, voluntary or private sector"),
        ("Housing Policy Committee of Inishmaine", "Elected by the Inishmaine Public Participation Network"),
        ("ask for at least 3 seats for the community, voluntary or private sector, and 2 of the 8",),
        ("that is not met, since 2 of the 8 members' seats recorded are",),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def examples(sites: Sites) -> Iterator[TestClient]:
    """Return a client of the site over the examples alone."""
    with sites.over(EXAMPLES) as (client, _):
        yield client


def test_the_examples_have_no_problem_and_are_not_among_the_seeds() -> None:
    files = sorted(EXAMPLES.glob("*.yaml"))
    assert len(files) == len(SHAPES) + 2  # the second of the two areas, and the areas
    assert [str(problem) for problem in read_files([EXAMPLES]).problems] == []
    assert not any(node.place == "haverley" for node in facts_of().nodes)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_place_of_another_shape_reads_well(examples: TestClient, shape: Shape) -> None:
    place = shape.body.partition("/")[0]
    asked = {
        f"/{shape.body}?on=2025-11-29": shape.page,
        f"/who?of={shape.asked}&on=2025-11-29": shape.who,
        f"/gaps?area={place}&on=2026-11-29": shape.gaps,
        f"/balance?of={shape.body}&on=2025-11-29": shape.balance,
        f"/{place}": (),
        f"/fragility?area={place}": (),
        f"/report-back?area={place}": (),
        f"/changes?area={place}": (),
        f"/capacity?area={place}": (),
        f"/posts/{_seat(shape.body, place)}?on=2025-11-29": (),
    }
    wrong = []
    for address, expected in asked.items():
        page = _page(examples, address)
        text = _text_of(page)
        wrong += [f"{address}: {fault}" for fault in faults(spoken(page))]
        wrong += [f"{address}: no '{words}' in '{text[:1500]}'" for words in expected if words not in text]
        wrong += [f"{address}: '{slip}'" for slip in _SLIPS if slip in text]
    assert not wrong, "\n".join(wrong)


def test_a_joint_board_is_in_both_places_and_counted_once(examples: TestClient) -> None:
    for place in ("northmere", "southmere"):
        assert "Northmere and Southmere Safeguarding Adults Board" in _text(examples, f"/{place}")
        query = "query ($id: ID!) { area(id: $id) { organizations(first: 100) { edges { node { id } } } } }"
        asked = {"query": query, "variables": {"id": place}}
        found = examples.post("/graphql", json=asked).json()["data"]["area"]["organizations"]["edges"]
        assert [edge["node"]["id"] for edge in found].count("northmere/safeguarding-board") == 1
    whole = examples.post("/graphql", json={"query": "{ organizations(first: 100) { totalCount } }"}).json()
    assert whole["data"]["organizations"]["totalCount"] == len(_bodies())


def test_the_seats_of_a_body_stand_in_the_document_s_order(examples: TestClient) -> None:
    query = '{ organization(id: "marlow-county/board") { posts { order label electorate termLimit membership } } }'
    posts = examples.post("/graphql", json={"query": query}).json()["data"]["organization"]["posts"]
    assert [post["order"] for post in posts] == list(range(1, 16))
    query = (
        '{ gaps(area: "marlow-county", kinds: [HOLDER_NOT_RECORDED], first: 100) { edges { node { explanation } } } }'
    )
    found = examples.post("/graphql", json={"query": query}).json()["data"]["gaps"]["edges"]
    numbers = [int(said) for gap in found for said in re.findall(r"“Seat (\d+)", gap["node"]["explanation"])]
    assert len(numbers) > 9
    assert numbers == sorted(numbers)
    assert posts[0]["termLimit"] == "two terms in a row"
    assert posts[0]["electorate"].startswith("member organizations")


def test_a_meeting_that_was_called_off_owes_nobody_a_report(examples: TestClient) -> None:
    query = '{ reportBack(area: "haverley", on: "2025-11-29") { meeting { id status } } }'
    due = examples.post("/graphql", json={"query": query}).json()["data"]["reportBack"]
    assert {each["meeting"]["id"] for each in due} == {"haverley/spring", "haverley/summer", "haverley/transport"}
    calendar = examples.get("/calendars/haverley.ics").text
    event = next(each for each in calendar.split("BEGIN:VEVENT") if "20251002" in each)
    assert "STATUS:CANCELLED" in event
    assert calendar.count("STATUS:CANCELLED") == 1


@pytest.mark.parametrize("address", ["/people/northmere/judith-amoah", "/who?of=northmere/judith-amoah"])
def test_who_sits_in_two_places_is_drawn_in_both(examples: TestClient, address: str) -> None:
    page = examples.get(address, headers={"accept": "text/html"}).text
    figure = page.partition("<figure")[2].partition("</figure>")[0]
    for body in ("northmere/safeguarding-board", "southmere/wellbeing-board", "southmere/council"):
        assert f'href="/{body}"' in figure, body


def test_a_picture_says_in_which_tier_a_seat_is_and_for_which_area(examples: TestClient) -> None:
    whole = _text(examples, "/southmere/wellbeing-board")
    assert "vote not recorded; associate member; for Southmere" in whole  # the table
    around = examples.get("/diagrams/southmere/wellbeing-board.svg").text
    words = " ".join(re.sub(r"<[^>]+>", " ", around).split())
    assert "associate member" in words
    assert "for Southmere" in words


SAID_OF = {
    "haverley/youth-seat": ("SEAT", 7, "OVERDUE", "2025-07-10", "the seat", "Within 7 days of each meeting"),
    "haverley/civic-seat": ("BODY", 21, "OVERDUE", "2025-07-24", "the body", "Within 21 days of each meeting"),
    "haverley/transport-seat": (
        "AREA", 28, "DUE", "2025-12-08", "the place", "Within 28 days of each meeting, as said for all of Haverley"
    ),
}  # fmt: skip
"""Of what the duty of some seats is said, the nearest first: what the API, the table, the page and the slip say of it."""


@pytest.mark.parametrize("seat", SAID_OF)
def test_a_duty_to_report_may_be_said_of_a_seat_a_body_or_a_place(examples: TestClient, seat: str) -> None:
    scope, days, state, due, of, words = SAID_OF[seat]
    query = """{ reportBack(area: "haverley", on: "2025-11-29") {
      post { id reportBackDays } meeting { date } dutyRecorded dutyScope withinDays due state } }"""
    every = examples.post("/graphql", json={"query": query}).json()["data"]["reportBack"]
    found = next(each for each in every if each["post"]["id"] == seat)  # the latest meeting first
    assert found["post"]["reportBackDays"] == (days if scope == "SEAT" else None)
    told = (found["dutyScope"], found["withinDays"], found["state"], found["due"], found["dutyRecorded"])
    assert told == (scope, days, state, due, True)
    rows = csv.DictReader(io.StringIO(examples.get("/report-back.csv?area=haverley&on=2025-11-29").text))
    row = next(row for row in rows if row["Seat id"] == seat)
    assert (row["Within days"], row["Duty said of"], row["Due by"]) == (str(days), of, due)
    assert f"When to report {words}" in _text(examples, f"/posts/{seat}")
    assert f"How and when to report {words}." in _text(examples, f"/report-back/{seat}")
    gaps = '{ gaps(area: "haverley", kinds: [REPORT_BACK_NOT_RECORDED], on: "2025-11-29") { totalCount } }'
    assert examples.post("/graphql", json={"query": gaps}).json()["data"]["gaps"]["totalCount"] == 0


def test_a_place_says_within_how_many_days_its_representatives_report(examples: TestClient) -> None:
    query = '{ haverley: area(id: "haverley") { reportBackDays } thornley: area(id: "thornley") { reportBackDays } }'
    found = examples.post("/graphql", json={"query": query}).json()["data"]
    assert found == {"haverley": {"reportBackDays": 28}, "thornley": {"reportBackDays": None}}
    assert "reports back are due within 28 days of a meeting" in _text(examples, "/haverley")
    assert "reports back" not in _text(examples, "/thornley")


_SLIPS = ("None", "not_recorded", "{", " ,,", "..", "the the ")
"""What no sentence for people has in it."""


def _bodies() -> list[Node]:
    return [node for node in facts_of(EXAMPLES).nodes if node.label == "Organization"]


def _seat(body: str, place: str) -> str:
    facts = read_files([EXAMPLES / f"{place}.yaml"]).facts
    return next(link.from_id for link in facts.links if link.type == "POST_IN" and link.to_id == body)


def _page(client: TestClient, address: str) -> str:
    came = client.get(address, headers={"accept": "text/html"})
    assert came.status_code == 200, (address, came.status_code)
    return came.text


def _text(client: TestClient, address: str) -> str:
    return _text_of(_page(client, address))


def _text_of(page: str) -> str:
    main = page.partition("<main")[2].partition("</main>")[0]
    plain = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", main, flags=re.DOTALL)
    return " ".join(html.unescape(plain).split()).replace(" , ", ", ").replace(" .", ".")


def test_localities_stand_on_the_card_of_their_place(examples: TestClient) -> None:
    cards = re.findall(r'<li class="card card--link">.*?</li>', _page(examples, "/"), re.DOTALL)
    (strathcorrie,) = [card for card in cards if '<h3><a href="/strathcorrie">' in card]
    assert '<a href="/corrie-north">Corrie North</a>' in strathcorrie
    assert not [card for card in cards if '<h3><a href="/corrie-north">' in card]
    found = _text(examples, "/search?q=corrie+north")
    assert "part of Strathcorrie" in found
