"""Maps on paper, over all places: the sheets that a page is printed in, and the room round what is drawn."""

import re
from xml.sax.saxutils import unescape

import pytest

from app.diagram.geometry import Geometry
from app.diagram.sheets import ACROSS, LEAST_PRINT, MOST_SHEETS, UPRIGHT, PaperSheet, sheets_of
from app.diagram.text import SIZE
from tests.unit.map_cases import made, place
from tests.unit.test_open_bars import open_bars
from tests.unit.test_rosters import laid_out, with_seats
from tests.unit.test_seats_marked import PLACES

MADE = (3, 7, 11, 19, 27, 43)
SMALLEST = 6.0
"""Points of a name on A4, of any place; LEAST_PRINT where there is room for it."""
LEAST_MARGIN = 6.0
"""Units between what is drawn and the edge of the picture."""


def drawn(name: str | int) -> Geometry:
    return laid_out(with_seats(place(name.rpartition("/")[2]) if isinstance(name, str) else made(name)))


def part(sheet: PaperSheet) -> tuple[float, float]:
    left, _, width, _ = map(float, sheet.view.split())
    return left, left + width


@pytest.mark.parametrize("name", [*PLACES, *MADE])
def test_a_map_is_cut_between_its_columns_into_sheets_that_fit_the_paper(name: str | int) -> None:
    geometry = drawn(name)
    sheets = sheets_of(geometry)
    paper = UPRIGHT if sheets and sheets[0].is_upright else ACROSS
    scales = set[float]()
    for sheet in sheets:
        left, right = part(sheet)
        width, height = (float(said.removesuffix("pt")) for said in (sheet.width, sheet.height))
        assert width <= paper[0] + 0.1
        assert height <= paper[1] + 0.1
        scales.add(round(width / (right - left), 2))
    assert len(scales) <= 1, "sheets are laid side by side"
    assert len(sheets) <= MOST_SHEETS
    for placed in geometry.boxes if sheets else ():
        ends = placed.x - placed.width / 2, placed.x + placed.width / 2
        rows = [(row.x, row.x + row.width) for row in (*placed.rows, *placed.notes)]
        for low, high in rows if placed.is_bar else [ends]:
            assert any(part(sheet)[0] <= low and high <= part(sheet)[1] for sheet in sheets), placed.box.id
        written = " ".join(placed.lines)
        if placed.is_bar:
            assert any(written in said_on(sheet) for sheet in sheets), f"no sheet has the name of {placed.box.id}"


@pytest.mark.parametrize("name", [*PLACES, *MADE])
def test_no_sheet_shows_a_piece_of_a_box_though_rows_of_an_open_bar_reach_over_the_cut(name: str | int) -> None:
    geometry, _ = open_bars(with_seats(place(name.rpartition("/")[2]) if isinstance(name, str) else made(name)))
    sheets = sheets_of(geometry)
    for placed in geometry.boxes if sheets else ():
        if placed.is_bar:
            continue
        low, high = placed.x - placed.width / 2, placed.x + placed.width / 2
        whole = 0
        for sheet in sheets:
            left, right = part(sheet)
            ours = max(left, low), min(right, high)
            if ours[0] >= ours[1] or covered(sheet, *ours, placed.y):
                continue
            assert (left, right) == (min(left, low), max(right, high)), f"{placed.box.id} is cut"
            whole += 1
        assert whole, f"no sheet has {placed.box.id}"


def covered(sheet: PaperSheet, left: float, right: float, y: float) -> bool:
    """Tell whether nothing of a stretch is seen on a sheet at a height."""
    rects = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', sheet.names)
    covers = [(float(x), float(y), float(width), float(height)) for x, y, width, height in rects]
    return any(
        x <= left + 0.1 and right <= x + width + 0.1 and top <= y <= top + height for x, top, width, height in covers
    )


def said_on(sheet: PaperSheet) -> list[str]:
    return [
        " ".join(unescape(line) for line in re.findall(r">([^<]+)</tspan>", name))
        for name in sheet.names.split("</text>")
    ]


@pytest.mark.parametrize("name", PLACES)
def test_names_of_every_place_can_be_read_where_its_page_is_printed(name: str) -> None:
    geometry = drawn(name)
    sheets = sheets_of(geometry)
    if not sheets:
        paper = ACROSS if geometry.width > geometry.height else UPRIGHT
        assert SIZE * min(paper[0] / geometry.width, paper[1] / geometry.height) >= LEAST_PRINT
    for sheet in sheets:
        left, right = part(sheet)
        assert SIZE * float(sheet.width.removesuffix("pt")) / (right - left) >= SMALLEST


@pytest.mark.parametrize("name", [*PLACES, *MADE])
def test_nothing_touches_the_frame(name: str | int) -> None:
    geometry = drawn(name)
    for placed in geometry.boxes:
        if not placed.is_bar:
            assert placed.x - placed.width / 2 >= LEAST_MARGIN - 0.01, placed.box.id
            assert placed.x + placed.width / 2 <= geometry.width - LEAST_MARGIN + 0.01, placed.box.id
        assert placed.y - placed.height / 2 >= LEAST_MARGIN - 0.01, placed.box.id
        assert placed.y + placed.height / 2 <= geometry.height - LEAST_MARGIN + 0.01, placed.box.id


def test_a_small_map_is_not_cut() -> None:
    assert sheets_of(Geometry(900, 400, (), (), ())) == ()
    assert re.fullmatch(r"\d+\.\dpt", sheets_of(drawn("bromley"))[0].width)
