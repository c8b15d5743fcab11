"""The relationship map as files: every cell of the page is in each, nothing is loaded, and no map is no file."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.diagram.matrix import INK, TINT, Cell, Named, Row, matrix_svg
from app.domain.vocabulary import Dimension, Rating
from app.questions.relationships.ask import LETTERS, NAMES
from app.web.shell.bundling import hash_of
from tests.paper import text_of
from tests.questions.asking import field
from tests.web.sharing import pages_of_pdf, size_of_png
from tests.web.test_offline import LOADING, Parts

PLACE = "hammersmith-and-fulham"
TABLES = Path(__file__).resolve().parents[2] / "frontend" / "static" / "css" / "tables.css"
CELLS = f'{{ assessments(area: "{PLACE}") {{ organization {{ name }} rating summary citations {{ locator }} }} }}'


def words(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("&amp;", "&")


def test_every_cell_of_the_map_is_in_the_drawing_and_on_the_sheet(client: TestClient) -> None:
    drawn = words(client.get(f"/relationships/{PLACE}.svg").text)
    sheet = client.get(f"/relationships/{PLACE}.pdf").content
    assert pages_of_pdf(sheet) == 1
    printed = "".join(text_of(sheet).split())
    cells = field(client, CELLS)
    assert len(cells) == 24
    for cell in cells:
        for said in (cell["summary"], cell["organization"]["name"]):
            assert said in drawn
            assert "".join(said.split()) in printed
    letters = re.findall(r'text-anchor="middle"[^>]*>(.)</text>', client.get(f"/relationships/{PLACE}.svg").text)
    ratings = [LETTERS[Rating(cell["rating"].lower())] for cell in cells]
    assert sorted(letters) == sorted([*ratings, *LETTERS.values()]), "each in its cell, and all of them in the legend"
    assert "Mapped by the Hammersmith & Fulham Third Sector Directors' Forum".replace(" ", "") in printed


def test_the_pixels_are_wide_enough_to_paste(client: TestClient) -> None:
    answer = client.get(f"/relationships/{PLACE}.png")
    assert answer.headers["content-disposition"] == f'inline; filename="{PLACE}-relationships.png"'
    assert size_of_png(answer.content)[0] == 2400


def test_the_offline_file_has_cells_and_sources_loads_nothing_and_runs_nothing(client: TestClient) -> None:
    answer = client.get(f"/relationships/{PLACE}.html?on=2009-08")
    assert f'filename="{PLACE}-relationships-2009-08.html"' in answer.headers["content-disposition"]
    parts = Parts(answer.text)
    (style,) = parts.inside["style"]
    (policy,) = [meta["content"] for meta in parts.all("meta") if meta.get("http-equiv")]
    assert policy == f"default-src 'none'; style-src {hash_of(style)}; base-uri 'none'; form-action 'none'"
    assert answer.headers["content-security-policy"] == f"{policy}; frame-ancestors 'none'"
    assert {name for _, attributes in parts.tags for name in attributes} & LOADING == set()
    assert {tag for tag, _ in parts.tags} & {"script", "link", "img", "iframe", "form"} == set()
    for cell in field(client, CELLS):
        assert cell["summary"] in answer.text
        assert f"Source 1: {cell['citations'][0]['locator']}" in answer.text
    assert f"/relationships?on=2009-08&amp;area={PLACE}" in answer.text


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "html"])
def test_a_place_without_a_map_has_no_file_and_says_so(client: TestClient, ending: str) -> None:
    for address in (f"/relationships/bromley.{ending}", f"/relationships/{PLACE}.{ending}?on=2001"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.json()["error"]["message"].startswith("No relationship map of")


def test_the_page_leads_to_its_files_of_the_same_day(client: TestClient) -> None:
    text = client.get(f"/relationships?area={PLACE}&on=2009-08").text
    for ending in ("svg", "png", "pdf", "html"):
        assert f'href="/relationships/{PLACE}.{ending}?on=2009-08"' in text


def test_what_is_not_recorded_is_said_and_a_long_text_is_drawn_whole() -> None:
    named = Named(Rating.RED, "R", "Red")
    long = "word " * 80
    rows = [Row("Long", (Cell(named, long), None, None, None)), Row("Next", (None, None, None, Cell(named, "Short.")))]
    svg = matrix_svg(list(Dimension), rows, [named], title="T", description="D", key="k")
    assert words(svg).count("word") == 80
    assert words(svg).count("Not recorded") == 6
    lines = [float(y) for y in re.findall(r'y="([0-9.]+)"[^>]*>word', svg)]
    (after,) = (float(y) for y in re.findall(r'y="([0-9.]+)" font-weight="bold"[^>]*>Next', svg))
    assert max(lines) < after


@pytest.mark.parametrize("rating", list(Rating))
def test_the_colours_are_those_of_the_page(rating: Rating) -> None:
    light, _, dark = TABLES.read_text("utf-8").partition("@media screen and (prefers-color-scheme: dark)")
    quiet = rating in {Rating.NONE, Rating.NOT_RATED}
    for sheet, theme in ((light, "light"), (dark, "dark")):
        found = re.search(rf"\.light--{rating.value} {{ --light-ink: (#\w+); --light-tint: (#\w+);", sheet)
        assert bool(found) != quiet
        if found:
            assert found[1].upper() == getattr(INK[rating], theme)
            assert found[2].upper() == getattr(TINT[rating], theme)
    assert rating in NAMES
