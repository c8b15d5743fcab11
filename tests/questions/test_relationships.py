"""The relationship map: page, field, command and place page agree with the forum's published table of July 2009."""

import csv
import io
import re

from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command_json, field, page

CELL = """{ id organization { id name } dimension rating summary by { id name } on
  citations { source { id title } locator } }"""
QUERY = f"query($area: ID) {{ assessments(area: $area) {CELL} }}"
MAPS = f"query($area: ID, $on: Date) {{ relationships(area: $area, on: $on) {{ area {{ id name }} sentences cells {CELL} }} }}"
PLACE = "hammersmith-and-fulham"


def test_page_field_command_and_download_say_the_same(client: TestClient, settings: Settings) -> None:
    cells = field(client, QUERY, area=PLACE)
    maps = field(client, MAPS, area=PLACE)
    told = [cell for each in maps for cell in each["cells"]]
    assert sorted(told, key=lambda cell: str(cell["id"])) == sorted(cells, key=lambda cell: str(cell["id"]))
    assert command_json(settings, "relationships", "--area", PLACE) == {"relationships": maps}
    assert command_json(settings, "relationships") == {"relationships": maps}
    words = page(client, f"/relationships?area={PLACE}")
    for sentence in maps[0]["sentences"]:
        assert sentence in words
    answer = client.get(f"/relationships.csv?area={PLACE}")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["What the source says of it"] for row in rows] == [cell["summary"] for cell in told]
    for cell in cells:
        assert cell["summary"] in words
        assert cell["citations"][0]["locator"] in words


def test_the_map_is_the_published_one_with_a_colour_only_where_the_notes_give_one(client: TestClient) -> None:
    """Six services in four dimensions; green four times, never amber or red alone, none twice for the environment."""
    words = page(client, "/relationships")
    assert (
        "Relations with 6 services of Hammersmith & Fulham in 24 cells: 4 green, 5 mixed, 2 where the source says"
        " that there is none and 13 in words without a colour."
    ) in words
    ratings = {
        (cell["organization"]["id"].partition("/")[2], cell["dimension"]): cell["rating"]
        for cell in field(client, QUERY, area=PLACE)
    }
    assert ratings["resident-services", "OPERATIONAL_CONTACTS"] == "GREEN"
    assert ratings["children-services", "OPERATIONAL_NETWORKS"] == "GREEN"
    assert ratings["environment-services", "STRATEGIC_NETWORKS"] == "NONE"
    assert ratings["corporate-services", "STRATEGIC_NETWORKS"] == "MIXED"
    assert {rating for (_, dimension), rating in ratings.items() if dimension == "FUNDING"} == {"NOT_RATED"}


def test_every_rating_shows_by_its_letter_and_its_name(client: TestClient) -> None:
    text = client.get(f"/relationships?area={PLACE}").text
    table = text[text.index('<table class="matrix') :]
    lights = re.findall(r'light--(\w+)">.*?light__sign[^>]*>(.)</text></svg>\s*<span>([^<]+)</span>', table, re.DOTALL)
    assert set(lights) == {
        ("green", "G", "Green"),
        ("mixed", "M", "Mixed"),
        ("none", "N", "None"),
        ("not_rated", "–", "No colour given"),
    }
    assert len(lights) == 24


def test_totals_stand_under_each_dimension(client: TestClient) -> None:
    assert "In all 6 no colour given 2 green 2 mixed 2 no colour given" in page(client, "/relationships")


def test_the_place_s_page_shows_it_in_short_and_leads_to_the_whole(client: TestClient) -> None:
    words = page(client, f"/{PLACE}")
    assert "Relations with 6 services of Hammersmith & Fulham in 24 cells" in words
    assert f'href="/relationships?area={PLACE}"' in client.get(f"/{PLACE}").text
    assert "The relationship map" not in page(client, "/bromley")


def test_a_place_without_a_map_says_so_and_a_day_before_it_was_made_has_none(client: TestClient) -> None:
    assert "No relationship map of Bromley is recorded." in page(client, "/relationships?area=bromley")
    before = page(client, f"/relationships?area={PLACE}&on=2009-07-08")
    assert "No relationship map of Hammersmith & Fulham is recorded." in before
    page(client, "/relationships?area=nowhere", status=404)
    for place, on in (("bromley", None), (PLACE, "2009-07-08")):
        (empty,) = field(client, MAPS, area=place, on=on)
        assert (empty["area"]["id"], empty["cells"]) == (place, [])
    assert field(client, MAPS, on="2009-07-08") == []


def test_the_field_leaves_out_what_was_made_up_after_a_day(client: TestClient) -> None:
    query = "query($on: Date) { assessments(on: $on) { id on } }"
    cells = field(client, query, on=None)
    made = max(cell["on"] for cell in cells)
    assert field(client, query, on="2009-12-31") == cells, made
    assert field(client, query, on="2005-01-01") == []
