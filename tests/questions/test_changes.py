"""What changed: the page, the field and the command say the same, and say what the sources do."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command_json

Ask = Callable[[str, dict[str, object]], dict[str, Any]]

FIELD = """
query($area: ID, $organization: ID, $since: Date!, $until: Date!, $proposed: Boolean, $first: Int, $after: String) {
  changes(area: $area, organization: $organization, since: $since, until: $until, includeProposed: $proposed,
          first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      kind date explanation certainty
      subject { __typename id }
      bodies { id name }
      citations { source { id } locator }
    } }
  }
}
"""


def sentences_of_page(text: str) -> list[str]:
    found = re.findall(r'<p class="change__said">(.*?)(?: <span| *\n|</p>)', text)
    return [html.unescape(re.sub("<.*?>", "", each)).strip() for each in found]


def field(ask: Ask, **variables: object) -> list[dict[str, Any]]:
    return [edge["node"] for edge in ask(FIELD, variables)["changes"]["edges"]]


@pytest.mark.parametrize(
    ("area", "since", "until", "proposed"),
    [
        ("gloucester", "2010-01-21", "2011-12-31", False),
        ("gloucester", "2012-01-01", "2012-01-01", True),
        ("bromley", "2005-12-31", "2009-12-31", True),
        ("hammersmith-and-fulham", "2016-01-01", "2030-01-01", True),
    ],
)
def test_page_field_and_command_say_the_same(
    client: TestClient, ask: Ask, settings: Settings, area: str, since: str, until: str, proposed: bool
) -> None:
    asked = {"area": area, "since": since, "until": until}
    page = client.get("/changes", params=asked | ({"proposed": "1"} if proposed else {}))
    days = [f"--{name}={value}" for name, value in asked.items()]
    told = command_json(settings, "changes", *days, *["--proposed"] * proposed)["changes"]
    nodes = field(ask, **asked, proposed=proposed)
    assert nodes
    assert [node["explanation"] for node in nodes] == sentences_of_page(page.text)
    assert told["answer"] in html.unescape(page.text)
    assert [
        edge["node"] | {"citations": [{**c, "source": {"id": c["source"]["id"]}} for c in edge["node"]["citations"]]}
        for edge in told["edges"]
    ] == nodes


def test_the_meeting_of_january_2010_sets_up_a_working_group_with_four_seats(ask: Ask) -> None:
    nodes = field(ask, area="gloucester", since="2010-01-21", until="2010-01-22")
    assert [(node["kind"], node["subject"]["__typename"]) for node in nodes] == [
        ("BEGAN", "Organization"),
        ("BEGAN", "Line"),
        ("BEGAN", "Line"),
        *[("BEGAN", "Post")] * 4,
        ("VACATED", "Post"),
    ]
    assert nodes[0]["explanation"] == "The LSP working group is set up on 22 January 2010."
    assert all(node["citations"] for node in nodes)
    assert {node["date"] for node in nodes} == {"2010-01-22"}


def test_a_resignation_leaves_a_seat_vacant_and_says_whose_it_was(ask: Ask) -> None:
    nodes = field(
        ask, organization="gloucestershire/learning-and-skills-council", since="2010-01-21", until="2010-12-31"
    )
    assert [(node["kind"], node["explanation"], node["certainty"]) for node in nodes] == [
        (
            "VACATED",
            "The seat on the Gloucester Partnership Executive for the Learning & Skills Council is vacant from"
            " 22 January 2010, after Linda Osment.",
            "INFERRED",
        )
    ]


def test_a_chair_known_only_by_its_year_is_in_that_year_and_in_no_other(ask: Ask) -> None:
    def kinds(since: str, until: str) -> list[tuple[str, str]]:
        nodes = field(ask, organization="bromley/health-and-social-care-partnership-board", since=since, until=until)
        return [(node["kind"], node["date"]) for node in nodes]

    assert kinds("2006-01-01", "2006-12-31") == []
    assert kinds("2007-03-01", "2007-09-30") == [("BEGAN", "2007"), ("ENDED", "2007")]
    assert kinds("2008-02-01", "2010-12-31") == [("BEGAN", "2008")]


def test_what_is_proposed_differs_from_today_whether_dated_or_not(ask: Ask) -> None:
    day = "2026-01-01"
    nodes = field(ask, area="bromley", since=day, until=day, proposed=True)
    said = {node["explanation"] for node in nodes}
    assert "The Generic Voluntary Sector Forum is proposed." in said
    assert {node["kind"] for node in nodes} == {"PROPOSED", "STATUS_CHANGED"}
    assert field(ask, area="bromley", since=day, until=day) == []


def test_pages_of_the_field_join_to_the_whole(ask: Ask) -> None:
    asked = {"area": "gloucester", "since": "2010-01-01", "until": "2011-01-01", "first": 5}
    found, after = [], None
    while True:
        answer = ask(FIELD, asked | {"after": after})["changes"]
        found += [edge["node"]["explanation"] for edge in answer["edges"]]
        if not answer["pageInfo"]["hasNextPage"]:
            break
        after = answer["pageInfo"]["endCursor"]
    assert len(found) == answer["totalCount"] == 8
    assert found == [node["explanation"] for node in field(ask, **(asked | {"first": 100}))]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("since=2011&until=2010", 400, "expected the earlier day first"),
        ("since=soon", 400, "The date &#39;soon&#39; cannot be read"),
        ("area=bromly", 404, "Bromley"),
        ("organization=bromley/council-on-aging", 404, "Council on Ageing"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(client: TestClient, query: str, status: int, words: str) -> None:
    answer = client.get(f"/changes?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert words in answer.text


def test_the_page_lists_by_month_and_draws_both_days_with_signs(client: TestClient) -> None:
    text = client.get("/changes?area=gloucester&proposed=1").text
    assert [html.unescape(each) for each in re.findall(r'id="month-[^"]*">([^<]*)', text)] == [
        "January 2010",
        "No date recorded",
    ]
    assert "begins, is added or proposed" in text
    picture = text[text.index("<svg xmlns") :]
    assert re.search(r"<title>LSP working group[^<]*marked: begins</title>", picture)
    assert re.search(
        r"<title>The LSP working group feeds into the Gloucester Partnership Executive; marked: begins<", picture
    )


# --- The day that every page is shown as at


@pytest.mark.parametrize("path", ["/", "/who", "/glossary", "/sources", "/changes?area=gloucester", "/search?q=carers"])
def test_every_page_has_one_control_for_the_day_that_keeps_the_rest(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert text.count('<aside class="as-at') == 1
    control = text[text.index('<aside class="as-at') : text.index("</aside>")]
    assert 'name="on"' in control
    for name, value in re.findall(r"[?&](\w+)=(\w+)", path):
        assert f'<input type="hidden" name="{name}" value="{value}">' in control


def test_a_day_that_was_chosen_is_shown_and_can_be_left(client: TestClient) -> None:
    text = client.get("/changes?area=gloucester&on=2010-01&proposed=1").text
    control = text[text.index('<aside class="as-at') : text.index("</aside>")]
    assert "January 2010" in control
    assert 'href="/changes?area=gloucester&amp;proposed=1">Show today instead' in control
    assert "between 21 January 2010 and 31 January 2010" in text


def test_what_an_address_says_is_only_text_in_the_control(client: TestClient) -> None:
    text = client.get("/glossary", params={"x": '"><script>alert(1)</script>'}).text
    assert "<script>alert(1)" not in text


def test_a_year_and_two_dates_come_first_and_a_year_has_what_is_of_it(client: TestClient, ask: Ask) -> None:
    text = client.get("/changes?area=bromley").text
    assert text.index('class="changes__years"') < text.index('id="changes-since"') < text.index('id="changes-area"')
    years = re.findall(r'<a href="(/changes\?[^"]*)">(\d{4})</a>', text)
    assert len(years) > 1
    dates = [node["date"] for node in field(ask, area="bromley", since="1900-01-01", until="2026-11-29")]
    assert [year for _, year in years] == sorted({date[:4] for date in dates if date})
    for address, year in years:
        page = client.get(html.unescape(address)).text
        assert len(sentences_of_page(page)) == sum((date or "").startswith(year) for date in dates)
        assert "Every year</a>" in page


def test_an_entry_names_each_body_once(client: TestClient) -> None:
    text = client.get("/changes?area=gloucester&until=2010").text
    entries = re.findall(r'<li class="change">.*?</li>', text, re.DOTALL)
    assert entries
    for entry in entries:
        told = entry.partition('<p class="cited">')[0]
        links = re.findall(r'href="/(?!glossary)[^"]*">([^<]*)</a>', told)
        assert links
        assert len(links) == len(set(links))
        assert all(re.sub("<.*?>", "", told).count(name) == 1 for name in links if len(name) > 12)


def test_a_place_is_drawn_as_on_both_days_in_pictures_of_one_size(client: TestClient) -> None:
    """Of one body as of a place."""
    for asked, days in {
        "area=gloucester&since=2010-01-21&until=2010-02": ("?on=2010-01-21", "?on=2010-02-28"),
        "area=gloucester&since=2010-01-21&proposed=1": ("?on=2010-01-21", "?proposed=1"),
    }.items():
        text = client.get(f"/changes?{asked}", headers={"accept": "text/html"}).text
        found = re.findall(
            r'<img src="/diagrams/gloucester\.svg([^"]*)&amp;frame=none" width="(\d+)" height="(\d+)".*?data-down="([\d.]+)"',
            text,
        )
        assert tuple(day for day, *_ in found) == days
        assert "data-slide>" in text
        downs = {round(int(height) * float(down)) for _, _, height, down in found}
        assert len(downs) == 1, "without their legends"
        for day, width, height, _ in found:
            assert f'viewBox="0 0 {width} {height}"' in re.sub(
                r"(\d)\.\d+", r"\1", client.get(f"/diagrams/gloucester.svg{day}&frame=none").text
            )
    body = client.get("/changes?organization=gloucester/lsp-working-group", headers={"accept": "text/html"}).text
    assert "Both days in one picture" in body
    sizes = re.findall(r'<img src="/changes\.svg[^"]*" width="(\d+)" height="(\d+)".*?data-down="([\d.]+)"', body)
    assert len(sizes) == 2
    assert len({(width, round(int(height) * float(down))) for width, height, down in sizes}) == 1, (
        "without their legends"
    )
