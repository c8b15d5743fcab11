"""The pictures of all places as their pages show them, looked over for what bars a reader: in the numbers they are drawn by."""

import json
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.diagram.geometry import BAR_WIDTH
from app.diagram.panels import END
from app.diagram.text import LINE_HEIGHT, SIZE, width
from tests.seeds import SEEDS
from tests.sites import Sites
from tests.unit.test_seats_marked import PLACES

CUT = "…"
LEAST_MARGIN = 6.0
"""Units between a box and the edge of the picture."""
ALLOWED = 2.0
"""Units that a sign may reach over the corner of a name's last letter."""
Rect = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def examples(sites: Sites) -> Iterator[TestClient]:
    with sites.over(SEEDS / "examples") as (client, _):
        yield client


@pytest.fixture
def picture(place: str, client: TestClient, examples: TestClient) -> dict[str, Any]:
    site = examples if place.startswith("examples/") else client
    page = site.get(f"/{place.removeprefix('examples/')}", headers={"accept": "text/html"}).text
    found = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def rect(it: dict[str, Any]) -> Rect:
    half, high = it["width"] / 2, it["height"] / 2
    return it["x"] - half, it["y"] - high, it["x"] + half, it["y"] + high


every_place = pytest.mark.parametrize("place", PLACES)


@every_place
def test_no_line_runs_over_a_body_that_it_does_not_lead_to(picture: dict[str, Any]) -> None:
    for line in picture["lines"]:
        for id_, box in picture["boxes"].items():
            left, top, right, bottom = rect(box)
            for (x0, y0), (x1, y1) in pairwise(line["points"]) if id_ not in {line["from"], line["to"]} else ():
                low, high = sorted((y0, y1))
                over = (
                    min(x0, x1) < right - 0.5 and max(x0, x1) > left + 0.5 and low < bottom - 0.5 and high > top + 0.5
                )
                passes = x0 == x1 and low <= top and high >= bottom and box["width"] > 120
                assert not over or passes, (line["said"], box["name"])


@every_place
def test_no_board_is_drawn_as_an_empty_room(picture: dict[str, Any]) -> None:
    for id_, box in picture["boxes"].items():
        left, top, _, bottom = rect(box)
        rows = [row["y"] + row["height"] for row in box["rows"] if row["x"] == pytest.approx(left, abs=0.1)]
        if box["width"] < BAR_WIDTH and rows:
            assert bottom - max(rows) <= END + 0.1, box["name"]
        ends = sum(id_ in {line["from"], line["to"]} for line in picture["lines"])
        if not box["rows"] and box["width"] < BAR_WIDTH:
            assert bottom - top <= max(len(box["lines"]) * LINE_HEIGHT, 10 * ends) + 24, box["name"]


@every_place
def test_no_word_of_a_name_is_broken_and_no_sign_stands_on_one(picture: dict[str, Any]) -> None:
    for box in picture["boxes"].values():
        said = " ".join(box["lines"])
        assert said == box["name"] or said.endswith(CUT), box["lines"]
        toggle = box["toggle"]
        signs = (
            [(toggle["x"], toggle["y"], toggle["x"] + toggle["size"], toggle["y"] + toggle["size"])] if toggle else []
        )
        signs += [(x, y, x + wide, y + high) for _, x, y, wide, high, _ in box["badges"]]
        first = box["nameY"] - (len(box["lines"]) - 1) * LINE_HEIGHT / 2 + SIZE * 0.35
        for place, words in enumerate(box["lines"]):
            half, base = width(words, bold=box["bold"]) / 2, first + place * LINE_HEIGHT
            left, top, right, bottom = box["textX"] - half, base - 9.4, box["textX"] + half, base + 2.8
            for x0, y0, x1, y1 in signs:
                across = min(right, x1) - max(left, x0)
                down = min(bottom, y1) - max(top, y0)
                assert min(across, down) <= ALLOWED, (words, box["name"])


@every_place
def test_no_badge_lies_on_the_badge_or_the_sign_of_another_box(picture: dict[str, Any]) -> None:
    signs = [
        (id_, (x, y, x + wide, y + high))
        for id_, box in picture["boxes"].items()
        for x, y, wide, high in (
            *(badge[1:5] for badge in box["badges"]),
            *((it["x"], it["y"], it["size"], it["size"]) for it in [box["toggle"]] if it),
        )
    ]
    for (one, (x0, y0, x1, y1)), (other, (x2, y2, x3, y3)) in combinations(signs, 2):
        assert one == other or x1 <= x2 or x3 <= x0 or y1 <= y2 or y3 <= y0, (one, other)


@every_place
def test_no_column_at_first_stands_empty(picture: dict[str, Any]) -> None:
    for column in picture["columns"]:
        ends = column["x"], column["x"] + column["width"]
        inside = [box for box in picture["boxes"].values() if ends[0] < box["x"] < ends[1] and box["width"] < BAR_WIDTH]
        assert inside or not column["lines"], column["lines"]


@every_place
def test_no_body_touches_the_frame(picture: dict[str, Any]) -> None:
    for box in picture["boxes"].values():
        left, top, right, bottom = rect(box)
        assert min(top, picture["height"] - bottom) >= LEAST_MARGIN - 0.01, box["name"]
        if sum(left < column["x"] + column["width"] / 2 < right for column in picture["columns"]) < 2:  # no bar
            assert min(left, picture["width"] - right) >= LEAST_MARGIN - 0.01, box["name"]
