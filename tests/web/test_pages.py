"""Pages answer in words, escape everything, load nothing from elsewhere, and say what is wrong when something is."""

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.aloud import faults, spoken

HTML = {"accept": "text/html"}
PAGES = {
    "home": "/",
    "who": "/who",
    "answer": "/who?of=bromley/council-on-ageing",
    "through": "/who?of=bromley/carers",
    "person's answer": "/who?of=bromley/anne-manning",
    "place": "/gloucester",
    "matrix": "/hammersmith-and-fulham",
    "organization": "/bromley/voluntary-sector-reference-group",
    "person": "/people/bromley/anne-manning",
    "post": "/posts/bromley/council-on-ageing-chair",
    "sources": "/sources",
    "source": "/sources/gloucester-executive-2010-01",
    "search": "/search?q=mental",
    "nothing found": "/search?q=zzzzzz",
    "not found": "/nowhere",
}


class Document(HTMLParser):
    """What matters of a page: what it loads, what is inline, its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.headings: list[int] = []
        self.meta: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"script", "img", "iframe", "source"} and "src" in given:
            self.loads.append(given["src"])
        if tag == "link" and given["rel"] != "alternate":
            self.loads.append(given["href"])
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.inline.append("script")
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(f"{tag} {given}")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "meta" and "name" in given:
            self.meta[given["name"]] = given.get("content", "")


def page(client: TestClient, address: str) -> str:
    return client.get(address, headers=HTML).text


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_every_page_is_whole(client: TestClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    document = Document(answer.text)
    assert answer.status_code == (404 if address == "/nowhere" else 200)
    assert document.inline == []
    assert [load for load in document.loads if not load.startswith("/static/")] == []
    assert document.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(document.headings, document.headings[1:], strict=False))
    assert "/suggestions/new?about=" in answer.text
    assert ".invalid" not in answer.text
    assert faults(spoken(answer.text)) == []
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["person", "person's answer"])
def test_pages_on_people_ask_search_engines_to_leave_them_out(client: TestClient, name: str) -> None:
    answer = client.get(PAGES[name], headers=HTML)
    assert answer.headers["x-robots-tag"] == "noindex"
    assert Document(answer.text).meta["robots"] == "noindex"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/members/bromley/council-on-ageing", "Members of the Council on Ageing, Bromley"),
        ("/bromley/council-on-ageing", "Council on Ageing, Bromley"),
        ("/balance?of=bromley/council-on-ageing", "Who is on the Council on Ageing, Bromley?"),
        ("/posts/bromley/council-on-ageing-chair", "Chair (independent volunteer): Council on Ageing, Bromley"),
        ("/bromley/bromley-mencap", "Bromley Mencap"),
        (
            "/meetings/gloucester/gloucester-partnership-executive--2010-01-22",
            "Gloucester Partnership Executive, 22 January 2010",
        ),
    ],
)
def test_the_title_of_a_page_about_a_body_names_its_place_once(client: TestClient, address: str, title: str) -> None:
    assert f"<title>{title} · Partnership Explorer</title>" in page(client, address)


def test_the_answer_reads_as_a_person_would_say_it(client: TestClient) -> None:
    text = page(client, "/who?of=COA")
    assert (
        "As recorded in January 2008, the Council on Ageing has seats on 8 bodies; who sits in any of them is not recorded."
        in text
    )
    assert "Involved, but not representing" in text
    assert ">The voluntary sector</a>" in text.partition("Involved, but not representing")[2]


@pytest.mark.parametrize("asked", ["Councl on Aging", "coa", "council on ageing", "bromley/council-on-ageing"])
def test_a_name_need_not_be_exact(client: TestClient, asked: str) -> None:
    answer = client.get("/who", params={"of": asked}, headers=HTML)
    assert "Who represents the Council on Ageing where?" in answer.text


def test_a_name_that_nobody_has_offers_the_nearest(client: TestClient) -> None:
    answer = client.get("/who", params={"of": "Xqzental Zeoth Forqm"}, headers=HTML)
    assert answer.status_code == 404
    assert "Nobody here is called" in answer.text
    assert "Mental Health Forum" in answer.text


def test_a_day_before_every_source_says_so_beside_the_answer(client: TestClient) -> None:
    text = page(client, "/who?of=bromley/council-on-ageing&on=1999")
    assert "Nothing was recorded yet on 31 December 1999" in text
    assert "has seats on 8 bodies" in text


def test_a_day_that_does_not_exist_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/who?of=coa&on=2007-02-30", headers=HTML)
    assert answer.status_code == 400
    assert "February 2007 has 28 days: there is no day 30" in answer.text


def test_links_keep_the_day_that_was_chosen(client: TestClient) -> None:
    assert "/bromley/older-peoples-partnership-board?on=2008-01" in page(client, "/bromley?on=2008-01")


def test_an_address_that_is_nearly_right_offers_what_was_meant(client: TestClient) -> None:
    answer = client.get("/bromley/council-on-aging", headers=HTML)
    assert answer.status_code == 404
    assert 'href="/bromley/council-on-ageing"' in answer.text


def test_programs_get_problems_as_json(client: TestClient) -> None:
    answer = client.get("/nowhere", headers={"accept": "application/json"})
    assert answer.json() == {"error": {"code": "NOT_FOUND", "message": "No place has the address /nowhere."}}


def test_markup_in_the_address_is_shown_as_text(client: TestClient) -> None:
    hostile = "</script><script>alert(1)</script>"
    for address in (f"/who?of={hostile}", f"/search?q={hostile}", f"/{hostile}", f"/who?of=coa&on={hostile}"):
        assert "<script>alert" not in page(client, address)


@pytest.mark.parametrize("address", ["/diagrams/bromley.svg", "/diagrams/bromley/council-on-ageing.svg"])
def test_a_drawing_can_be_saved_and_loads_nothing(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert 'href="/bromley/council-on-ageing"' in answer.text
    assert "<script" not in answer.text


def test_links_of_the_drawing_keep_the_day_too(client: TestClient) -> None:
    assert (
        'href="/bromley/local-strategic-partnership?on=2008-01"' in client.get("/diagrams/bromley.svg?on=2008-01").text
    )


def test_pages_travel_compressed(client: TestClient) -> None:
    answer = client.get("/bromley", headers=HTML | {"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 250_000


def test_the_site_says_that_it_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert "partnerships_request_seconds" in client.get("/metrics").text
