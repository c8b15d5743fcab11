"""Lists are filtered as names are searched: without regard to case, accents, apostrophes and other signs."""

import json
from functools import partial
from pathlib import Path

import pytest

from app.commands.serve import to_try
from app.domain.folding import folded
from tests.names.conftest import Asked

TABLE = json.loads((Path(__file__).parents[2] / "frontend" / "tests" / "folded.json").read_text(encoding="utf-8"))
"""Texts and what they are compared as; the browser's own search reads the same table."""
BODIES = {
    "St Marys": {"clare/st-marys"},
    "st. mary\N{RIGHT SINGLE QUOTATION MARK}s": {"clare/st-marys"},
    "ST MARY`S": {"clare/st-marys"},
    "lodz": {"limerick/lodz"},
    "ŁÓDŹ": {"limerick/lodz"},
    "older peoples": {"clare/ageing"},
    "50+": {"clare/fifty", "clare/fifties"},
    "1625": {"clare/year", "limerick/year"},
    "#": {"clare/sign"},
    "lcdc": {"clare/lcdc", "limerick/lcdc"},
    "zzz": set(),
    "%": set(),
    "' OR 1=1": set(),
}
PEOPLE = {
    "O'Hara": {"clare/mary-ohara"},
    "ohara": {"clare/mary-ohara"},
    "O\N{RIGHT SINGLE QUOTATION MARK}HARA": {"clare/mary-ohara"},
    "aine": {"clare/aine-kelly"},
    "ÁINE": {"clare/aine-kelly"},
    "Cllr Smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    "smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    ".*": set(),
}
SOURCES = {"lodz": {"minutes"}, "Łódź": {"minutes"}, "st marys": {"plan"}, "ST. MARY'S": {"plan"}, "zzz": set()}


@pytest.mark.parametrize(("words", "same"), TABLE)
def test_names_are_folded_as_in_the_browser(words: str, same: str) -> None:
    assert folded(words) == same
    assert folded(same) == same


@pytest.mark.parametrize("text", BODIES)
def test_bodies(asked: Asked, text: str) -> None:
    query = "query ($text: String!) { organizations(text: $text) { totalCount edges { node { id } } } }"
    found = asked.field(query, text=text)["data"]["organizations"]
    assert {edge["node"]["id"] for edge in found["edges"]} == BODIES[text]
    assert found["totalCount"] == len(BODIES[text])


def test_a_text_is_one_filter_of_several(asked: Asked) -> None:
    query = """query ($area: ID, $first: Int, $after: String) { organizations(
        text: "LCDC", area: $area, classification: [COMMITTEE], first: $first, after: $after
    ) { totalCount pageInfo { endCursor } edges { node { id } } } }"""
    only = asked.field(query, area="limerick")["data"]["organizations"]
    assert (only["totalCount"], only["edges"][0]["node"]["id"]) == (1, "limerick/lcdc")
    one = asked.field(query, first=1)["data"]["organizations"]
    two = asked.field(query, first=1, after=one["pageInfo"]["endCursor"])["data"]["organizations"]
    assert [page["edges"][0]["node"]["id"] for page in (one, two)] == ["clare/lcdc", "limerick/lcdc"]
    assert one["totalCount"] == two["totalCount"] == 2


def test_a_text_of_spaces_filters_nothing(asked: Asked) -> None:
    for field in ("organizations", "people", "sources"):
        counts = [asked.field(f"{{ {field}(text: {text}) {{ totalCount }} }}") for text in ('"  "', "null", '""')]
        assert counts[0] == counts[1] == counts[2]


@pytest.mark.parametrize("text", PEOPLE)
def test_people(asked: Asked, text: str) -> None:
    query = "query ($text: String!) { people(text: $text) { totalCount edges { node { id } } } }"
    found = asked.field(query, text=text)["data"]["people"]
    assert {edge["node"]["id"] for edge in found["edges"]} == PEOPLE[text]
    assert found["totalCount"] == len(PEOPLE[text])


@pytest.mark.parametrize("text", SOURCES)
def test_sources(asked: Asked, text: str) -> None:
    query = "query ($text: String!) { sources(text: $text) { totalCount edges { node { id } } } }"
    found = asked.field(query, text=text)["data"]["sources"]
    assert {edge["node"]["id"] for edge in found["edges"]} == SOURCES[text]
    page = asked.page("/sources", find=text, on="2024-05")
    assert {link for link in page.links if link.startswith("/sources/")} == {
        f"/sources/{id_}?on=2024-05" for id_ in SOURCES[text]
    }
    assert f"“{text}”" in page.main.text()


@pytest.mark.parametrize("text", ["St Marys", "st mary's", "marys housing", "HOUSING st", "St. Marys"])
def test_a_picture_finds_them(asked: Asked, text: str) -> None:
    page = asked.page("/clare", find=text)
    hits = [link for link in page.links if "select=clare/st-marys" in link or "select=clare%2Fst-marys" in link]
    assert hits


def test_what_to_try_first_is_there(asked: Asked) -> None:
    explorer = asked.client.app_state["explorer"]
    assert asked.client.portal
    lines = asked.client.portal.call(partial(to_try, explorer, "http://here", "partnerships"))
    addresses = [line.split("http://here")[1] for line in lines if "http://here" in line]
    assert len(addresses) == 3
    for address in addresses:
        assert asked.client.get(address, headers={"accept": "text/html"}).status_code == 200, address
    (command,) = [line.split("partnerships ")[1].split() for line in lines if "partnerships " in line]
    assert asked.run(*command)[0] == 0
