"""An organization's page answers its questions in one order, with everything in words and a source."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.sites import Sites

HTML = {"accept": "text/html"}
PLACE = """
place: testham
organizations:
  - {id: top, name: Top Table, classification: lsp, kind: collaboration, cites: "report, p. 1"}
  - {id: board, name: Old Age Board, classification: partnership_board, kind: collaboration, since: 2004,
     formerNames: [{name: Ageing Panel, until: 2006}], cites: "report, p. 1"}
  - {id: forum, name: Elders Forum, classification: forum, kind: collaboration, cites: "report, p. 2"}
  - {id: elders, name: Older people, classification: constituency, kind: constituency, cites: "report, p. 2"}
  - {id: before, name: Joint Panel, classification: panel, kind: collaboration, status: disbanded, cites: "report, p. 3"}
  - {id: trust, name: Helping Trust, classification: charity, kind: formal, cites: "report, p. 3"}
  - {id: quiet, name: Quiet Group, classification: network, kind: collaboration, cites: "report, p. 3"}
people:
  - {id: ann, name: Ann Example, cites: "report, p. 4"}
posts:
  - {id: chair, on: board, role: chair, voting: "yes", holders: [ann], cites: "report, p. 4"}
  - {id: elder, on: board, label: Elder, onBehalfOf: elders, takenUp: "yes", voting: "no", cites: "report, p. 4"}
  - {id: spare, on: board, label: Spare, onBehalfOf: forum, takenUp: "no", cites: "report, p. 4"}
  - {id: empty, on: board, label: Empty, number: 2, vacantSince: 2007, voting: "yes", cites: "report, p. 4"}
  - {id: silent, on: board, label: Silent, cites: "report, p. 4"}
lines:
  - {from: board, type: reports_to, to: top, cites: "report, p. 5"}
  - {from: forum, type: feeds_into, to: board, cites: "minutes, p. 1"}
  - {from: forum, type: speaks_for, to: elders, cites: "report, p. 5"}
  - {from: board, type: serviced_by, to: trust, cites: "report, p. 5"}
  - {from: before, type: succeeded_by, to: board, cites: "report, p. 5"}
  - {from: board, type: funded_by, to: trust, until: 2006-03, cites: "report, p. 5"}
"""
SOURCES = """
sources:
  - {id: report, title: The report, publisher: The council, published: 2008-01}
  - {id: minutes, title: The minutes, published: 2009}
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Return the application over a small place with a bit of everything."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "testham.yaml").write_text(PLACE)
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text(SOURCES)
    with sites.over(seeds) as (client, _):
        yield client


def page(client: TestClient, address: str) -> str:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200, answer.text[:500]
    return answer.text


def part(text: str, heading: str) -> str:
    """Return the plain words of the section whose heading has an id."""
    section = re.findall(rf'<section aria-labelledby="{heading}">.*?</section>', text, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", section).split()).replace(" ,", ",").replace(" .", ".")


def test_the_sections_stand_in_the_order_of_the_questions(place: TestClient) -> None:
    text = page(place, "/testham/board")
    order = ["represented", "picture", "speaks", "seats", "lines", "history", "sources", "share"]
    assert re.findall(r'<section [^>]*aria-labelledby="(\w+)"', text) == order
    contents = text.partition('aria-labelledby="contents"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#(\w+)"', contents) == order


def test_seats_tell_apart_who_holds_them_and_why_nobody_is_named(place: TestClient) -> None:
    text = page(place, "/testham/board")
    assert "No source says for whom it speaks." in part(text, "speaks")
    said = part(text, "seats")
    assert "6 seats: 3 with a vote, one without a vote and for 2 no source says." in said
    assert "2 are vacant and one is not taken up." in said
    assert "Ann Example" in said
    assert re.search(r"Elder somebody who is not named here", said)
    assert re.search(r"Silent name not recorded", said)
    assert re.search(r"Empty \(2 seats\) vacant since 2007", said)


def test_lines_are_said_from_where_the_body_stands(place: TestClient) -> None:
    board = part(page(place, "/testham/board"), "lines")
    assert "It reports to Top Table" in board
    assert "These feed into it Elders Forum" in board
    assert "It is supported by Helping Trust (serviced by)" in board
    assert "These report to it Old Age Board" in part(page(place, "/testham/top"), "lines")
    assert "It supports Old Age Board (serviced by it)" in part(page(place, "/testham/trust"), "lines")


def test_a_forum_says_for_whom_it_speaks_and_a_community_who_speaks_for_it(place: TestClient) -> None:
    assert "It speaks for Older people" in part(page(place, "/testham/forum"), "speaks")
    elders = page(place, "/testham/elders")
    assert "These speak for it Elders Forum" in part(elders, "represented")
    assert 'id="seats"' not in elders


def test_history_has_names_successions_and_lines_that_ended(place: TestClient) -> None:
    said = part(page(place, "/testham/board"), "history")
    assert "since 2004" in said
    assert "Once called Ageing Panel, until 2006." in said
    assert "It took the place of Joint Panel" in said
    assert "Old Age Board is funded by Helping Trust, until March 2006" in said
    assert "It was succeeded by Old Age Board" in part(page(place, "/testham/before"), "history")


def test_a_line_has_not_ended_while_it_still_held(place: TestClient) -> None:
    then = page(place, "/testham/board?on=2005")
    assert "Helping Trust (funded by), until March 2006" in part(then, "lines")
    assert "Lines that have ended" not in then


def test_every_source_behind_the_page_is_named_newest_first(place: TestClient) -> None:
    said = part(page(place, "/testham/board"), "sources")
    assert "Everything on this page comes from 2 documents:" in said
    assert said.index("The minutes") < said.rindex("The report")


def test_a_body_without_seats_or_lines_says_what_that_means(place: TestClient) -> None:
    text = page(place, "/testham/quiet")
    assert "No source says for whom it speaks, or who its members are." in part(text, "speaks")
    assert "No seat on it is recorded" in part(text, "seats")
    assert "No line to another body is recorded" in part(text, "lines")
    assert "not recorded does not mean no" in part(text, "represented")


def test_lists_of_names_stand_as_people_look_them_up(client: TestClient) -> None:
    said = page(client, "/bromley/voluntary-sector-reference-group")
    feeding = said.partition("These feed into it")[2].partition("<h3>")[0].partition("</section>")[0]
    names = re.findall(r'<li><a href="[^"]+">([^<]+)</a>', feeding)
    assert len(names) > 3
    assert names == sorted(names, key=str.casefold)
