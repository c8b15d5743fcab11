"""Routes and pictures of two days as files: each format, kept and tagged, on paper in type that can be read."""

import html
import re
from itertools import product

import pytest
from starlette.testclient import TestClient

from app.diagram.fitting import LARGEST_PRINT
from app.diagram.paper import LEAST_PRINT
from app.diagram.raster import size_of
from app.diagram.text import SIZE
from tests.paper import text_of
from tests.web.sharing import pages_of_pdf, paper_of_pdf, size_of_png

ENDS = "from=bromley/council-on-ageing&to=bromley/local-strategic-partnership"
EXECUTIVE = "of=gloucester/gloucester-partnership-executive"
FILES = (
    f"/routes.{{}}?{ENDS}",
    f"/routes.{{}}?{ENDS}&route=2",
    "/changes.{}?area=gloucester",
    f"/changes.{{}}?{EXECUTIVE}",
    f"/changes.{{}}?{EXECUTIVE}&since=2009&day=before",
    f"/changes.{{}}?{EXECUTIVE}&since=2009&day=after&proposed=1",
)
TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
ACROSS = {297: 770, 420: 1120, 594: 1616}
"""Points that sheets on their side leave from side to side, by how wide they are in millimetres."""


@pytest.mark.parametrize(("address", "ending"), [*product(FILES, TYPES)])
def test_a_picture_is_had_in_each_format_tagged_and_open_to_programs(
    client: TestClient, address: str, ending: str
) -> None:
    answer = client.get(address.format(ending))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == TYPES[ending]
    assert answer.headers["access-control-allow-origin"] == "*"
    assert f'.{ending}"' in answer.headers["content-disposition"]
    head = client.head(address.format(ending))
    assert (head.content, head.headers["etag"]) == (b"", answer.headers["etag"])
    again = client.get(address.format(ending), headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    if ending == "png":
        assert size_of_png(answer.content)[0] > 600
    if ending == "pdf":
        assert pages_of_pdf(answer.content) == 1


@pytest.mark.parametrize("address", FILES)
def test_names_on_paper_can_be_read(client: TestClient, address: str) -> None:
    svg = client.get(address.format("svg")).text
    found = re.search(r'viewBox="[-\d.]+ 0 ([\d.]+) ([\d.]+)"', svg)
    assert found
    _, wide = sorted(paper_of_pdf(client.get(address.format("pdf")).content))
    assert min(LARGEST_PRINT, SIZE * ACROSS[wide] / float(found[1])) >= LEAST_PRINT


def test_a_sheet_with_too_much_in_it_for_a3_is_larger(client: TestClient) -> None:
    papers = [
        sorted(paper_of_pdf(client.get(f"/changes.pdf?area={each}&proposed=1").content))
        for each in ("bromley", "gloucester")
    ]
    assert papers == [[420, 594], [297, 420]]


def test_a_row_of_a_few_boxes_is_on_the_paper_that_every_printer_has(client: TestClient) -> None:
    for address in FILES[:2]:
        assert sorted(paper_of_pdf(client.get(address.format("pdf")).content)) == [210, 297]


def test_each_route_of_the_page_is_offered_and_shows_what_the_page_shows(client: TestClient) -> None:
    page = client.get(f"/routes?{ENDS}&on=2008-01").text
    offered = re.findall(r'href="(/routes\.svg\?[^"]+)"', page)
    assert [re.findall(r"route=(\d)", each) for each in offered] == [["1"], ["2"], ["3"]][: len(offered)]
    assert offered
    for number, address in enumerate(offered, 1):
        svg = client.get(address.replace("&amp;", "&")).text
        assert "on=2008-01" in address
        assert f"Route {number}: from Council on Ageing to " in svg
        drawn = re.search(rf'<svg [^>]*aria-labelledby="route-{number}-narrow-title.*?</svg>', page, re.DOTALL)
        assert drawn
        bodies = [set(re.findall(r'<a href="([^"]+)"', each)) for each in (svg, drawn[0])]
        assert bodies[0] == bodies[1]


def test_a_sheet_says_what_it_shows_and_where_that_is_online(client: TestClient) -> None:
    route, second, changes, around = (text_of(client.get(each.format("pdf")).content) for each in FILES[:4])
    assert "Route1:fromCouncilonAgeingto" in route
    assert "Route2:fromCouncilonAgeingto" in second
    for each in (route, second):
        assert each.startswith("Howdoesavoicegetthere?Route")
        assert "LocalStrategicPartnership,Bromley" in each
    assert "GloucesterPartnershipExecutive" in around
    assert "/routes?from=" in route
    assert "WhatchangedinGloucester" in changes
    assert "/changes?area=gloucester&since=" in changes
    assert "hasasecondoutlineandasign" in changes
    assert "/changes?since=" in around
    assert "organization=gloucester" in around


def test_the_pictures_of_both_days_are_offered_beside_them(client: TestClient) -> None:
    for whose in ("area=gloucester", "organization=gloucester/gloucester-partnership-executive"):
        page = client.get(f"/changes?{whose}&proposed=1").text
        offered = [each.replace("&amp;", "&") for each in re.findall(r'href="(/changes\.\w+\?[^"]+)"', page)]
        kinds = {(each.partition("?")[0], *re.findall(r"day=(\w+)", each)) for each in offered}
        pictures = {kind for kind in kinds if kind[0].rpartition(".")[2] in TYPES}
        assert pictures == {(f"/changes.{ending}", *day) for ending in TYPES for day in ((), ("before",), ("after",))}
        for address in offered:
            if address.startswith("/changes.svg"):
                assert client.get(address).status_code == 200


def test_one_body_has_both_days_over_each_other(client: TestClient) -> None:
    page = client.get("/changes?organization=gloucester/gloucester-partnership-executive&proposed=1").text
    assert "data-slide" in page
    pictures = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)".* data-down="([\d.]+)"', page)
    assert len(pictures) == 2
    wide, high = ([*them] for them in zip(*((int(w), int(h) * float(down)) for _, w, h, down in pictures), strict=True))
    assert wide[0] == wide[1]
    assert high[0] == pytest.approx(high[1], abs=0.5), "what differs is the room of the legend"
    before, after = (client.get(address.replace("&amp;", "&")).text for address, *_ in pictures)
    for svg, (_, across, down, _) in zip((before, after), pictures, strict=True):
        assert [round(each) for each in size_of(svg)] == [int(across), int(down)], "the page says its title itself"
    assert before != after


def test_what_is_drawn_must_be_named(client: TestClient) -> None:
    answer = client.get("/changes.svg")
    assert (answer.status_code, "'area' or 'of' is needed" in answer.text) == (400, True)
    answer = client.get("/routes.svg?from=bromley/council-on-ageing")
    assert (answer.status_code, "'from' and 'to' are needed" in answer.text) == (400, True)
    answer = client.get(f"/routes.svg?{ENDS}&route=99")
    assert (answer.status_code, "There is no route 99" in answer.text) == (404, True)
    for wrong in ("0", "-1", "1.5", "²", "1000"):
        assert client.get(f"/routes.svg?{ENDS}&route={wrong}").status_code in {400, 404}


@pytest.mark.parametrize("address", ["/diagrams/gloucester.{}", "/diagrams/hammersmith-and-fulham.{}", *FILES[:3]])
def test_a_saved_drawing_says_what_its_sheet_says_and_a_page_s_own_does_not(client: TestClient, address: str) -> None:
    svg = client.get(address.format("svg")).text
    said = re.sub(r"\s", "", html.unescape("".join(re.findall(r"<text [^>]*>(.*?)</text>", svg))))
    sheet = text_of(client.get(address.format("pdf")).content)
    for part in (r"What is not recorded|What changed|Route", r"Source", r"http://", r"made\d+\w+\d{4}fromversion\d+"):
        assert re.search(part.replace(" ", ""), said), part
        assert re.search(part.replace(" ", ""), sheet), part
    bare = client.get(f"{address.format('svg')}{'&' if '?' in address else '?'}frame=none").text
    assert "fromversion" not in bare.replace(" ", "")
    assert svg.index(bare[bare.index("<title ") : bare.index("</desc>")]) > 0
    assert client.get(f"{address.format('svg')}{'&' if '?' in address else '?'}frame=wood").status_code == 400


APART = "Its sources are from 2009 to 2022: not all of this need have been so at the same time."


def test_a_drawing_whose_sources_are_years_apart_says_so_wherever_it_goes(client: TestClient) -> None:
    place = "hammersmith-and-fulham"
    for address in (f"/{place}", f"/embed/{place}", f"/diagrams/{place}.html"):
        page = re.sub(r"\s+", " ", client.get(address, headers={"accept": "text/html"}).text)
        assert page.count(APART) == 1, address
    drawn = html.unescape(client.get(f"/diagrams/{place}.svg").text)
    sheet = text_of(client.get(f"/diagrams/{place}.pdf").content)
    for said in ("".join(re.findall(r"<text [^>]*>(.*?)</text>", drawn)), sheet):
        assert APART.replace(" ", "") in said.replace(" ", "")
    for address in re.findall(
        r'href="(/stories/[^"]+)"', client.get(f"/{place}", headers={"accept": "text/html"}).text
    ):
        assert APART in client.get(f"{address}/handout").text, address
