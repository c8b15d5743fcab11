"""Bars that open into who sits on them: rows between the lines that pass, lines that end at the edge, the sign."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.diagram.bars import name_middle, sign_at, spans_of
from app.diagram.columns import lay_out_map
from app.diagram.columns.roles import roles_of
from app.diagram.content import Picture, picture_of
from app.diagram.fitting import ROSTER
from app.diagram.geometry import GAP, TOGGLE, Geometry, PlacedBox
from app.diagram.quality import quality_of
from app.diagram.settling import settled
from app.diagram.text import LINE_HEIGHT, width
from app.diagram.told import SeatTold
from app.domain import records as r
from app.domain.vocabulary import PostState, Sector
from tests.unit.diagram_cases import Structure, body, line, seat
from tests.unit.map_cases import PLACES, made, place
from tests.unit.test_rosters import laid_out, with_seats

THEMES = [r.Theme(f"t{number}", f"Theme {number}", number) for number in range(5)]


def town(seats: int = 9) -> Structure:
    """A partnership over an executive with seats for the groups of five themes, whose boards report past it."""
    nodes = [body("lsp", "lsp"), body("executive", "executive")]
    lines = [line("executive", "reports_to", "lsp")]
    posts, behalf = [], {}
    for number, theme in enumerate(THEMES):
        sector = Sector.STATUTORY if number % 2 else Sector.VOLUNTARY
        nodes.append(replace(body(f"board{number}", "partnership_board"), theme=theme))
        nodes.append(replace(body(f"group{number}", "charity"), theme=theme, sector=sector))
        lines += [line(f"board{number}", "reports_to", "lsp"), line(f"group{number}", "feeds_into", f"board{number}")]
    for number in range(seats):
        posts.append(seat("executive", id_=f"s{number}"))
        behalf[f"s{number}"] = [f"group{number % 5}"]
    return nodes, lines, [*posts, seat("executive", id_="nobodys")], {**behalf, "nobodys": []}


def bar_of(geometry: Geometry, id_: str = "executive") -> PlacedBox:
    return next(placed for placed in geometry.boxes if placed.box.id == id_)


def open_bars(picture: Picture) -> tuple[Geometry, list[PlacedBox]]:
    bars = roles_of(picture).across & {box.id for box in picture.boxes if box.roster}
    geometry = laid_out(picture, *(f"{ROSTER}{bar}" for bar in sorted(bars)), "all")
    return geometry, [placed for placed in geometry.boxes if placed.box.id in bars and placed.is_bar]


def rows_stand_between_the_lines(bar: PlacedBox) -> None:
    bottom = bar.y + bar.height / 2
    for row in bar.rows:
        assert any(left <= row.x and row.x + row.width <= right for left, right in spans_of(bar)), row.row.whom
        assert bar.y - bar.height / 2 + bar.head - 0.1 <= row.y
        assert row.y + row.height <= bottom
        for words in row.words:
            assert words.x + width(words.text, bold=words.look != "who") <= row.x + row.width + 0.1
    cells = [(row.x, row.y, row.x + row.width, row.y + row.height) for row in bar.rows]
    for number, (left, top, right, low) in enumerate(cells):
        for left2, top2, right2, low2 in cells[:number]:
            assert right <= left2 + 0.1 or right2 <= left + 0.1 or low <= top2 + 0.1 or low2 <= top + 0.1


def sign_is_clear(bar: PlacedBox) -> None:
    sign = sign_at(bar)
    assert sign
    left, top = sign
    assert bar.y - bar.height / 2 <= top
    assert top + TOGGLE <= bar.y + bar.height / 2
    assert all(gap + GAP / 2 <= left or left + TOGGLE <= gap - GAP / 2 for gap in bar.gaps)
    half = max(width(words, bold=True) for words in bar.lines) / 2
    middle = name_middle(bar)
    assert left >= middle + half or left + TOGGLE <= middle - half


@pytest.mark.parametrize("name", [*PLACES, 2, 3, 11, 19, 27, 43])
def test_bars_that_open_break_nothing_that_a_map_may_not_break(name: str | int) -> None:
    picture = with_seats(place(name) if isinstance(name, str) else made(name))
    geometry, bars = open_bars(picture)
    quality = quality_of(geometry)
    assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
    for bar in bars:
        assert {row.row.id for row in bar.rows} == {row.id for row in bar.box.roster}
        rows_stand_between_the_lines(bar)
        ends = [edge for row in bar.rows for edge in (row.x, row.x + row.width)]
        assert not [gap for gap in bar.gaps if min(ends) < gap < max(ends)], "lines lead round the rows"
        sign_is_clear(bar)


def test_an_executive_across_themes_opens_by_rule_with_lines_past_it_and_each_seat_marked_once() -> None:
    geometry = laid_out(with_seats(town()))
    bar = bar_of(geometry)
    assert bar.is_bar
    assert [row.row.ids for row in bar.rows if row.row.id == "nobodys"] == [("nobodys",)]
    assert sum(row.chip.chip.number for row in bar.rows if row.chip) == 10
    assert not [chip for chip in geometry.chips if chip.owner.endswith(":executive")]
    seats = [route for route in geometry.routes if route.edge.style.key == "seat"]
    assert len(seats) == 5
    assert {abs(route.points[-1][1] - bar.y) for route in seats} == {bar.height / 2}
    assert {route.points[-1][1] < bar.y - bar.height / 2 for route in geometry.routes if route.edge.to_id == "lsp"} == {
        True
    }
    assert len({row.x for row in bar.rows}) > 1
    assert not bar.gaps, "lines lead round it"


@pytest.mark.parametrize("name", [*PLACES, 2, 11, 19, 43])
def test_where_a_bar_is_open_the_names_of_columns_stand_under_it_and_no_line_runs_through_them(name: str | int) -> None:
    picture = with_seats(place(name) if isinstance(name, str) else made(name))
    geometry, bars = open_bars(picture)
    foot = roles_of(picture).foot
    above = [bar for bar in geometry.boxes if bar.is_bar and bar.box.id not in foot]
    low = max((bar.y + bar.height / 2 for bar in bars if bar.box.id not in foot), default=None)
    for column in geometry.columns:
        if low is None or not column.lines:
            assert column.top == 0
            continue
        half = max(width(line, bold=True) for line in column.lines) / 2
        left, right = column.middle - half, column.middle + half
        top, bottom = column.top, column.top + len(column.lines) * LINE_HEIGHT + 2
        assert all(bar.x + bar.width / 2 < left or bar.x - bar.width / 2 > right or bar.y < top for bar in above)
        for placed in geometry.boxes:
            if placed.x - placed.width / 2 < right and placed.x + placed.width / 2 > left:
                assert placed.y + placed.height / 2 <= top or placed.y - placed.height / 2 >= bottom, placed.box.id
        for route in geometry.routes:
            for (x0, y0), (x1, y1) in pairwise(route.points):
                clear = max(x0, x1) <= left or min(x0, x1) >= right or max(y0, y1) <= top or min(y0, y1) >= bottom
                assert clear, (column.lines, route.edge.id)


def test_what_a_view_leaves_out_of_an_open_bar_leaves_no_hole_and_no_row_without_its_heading() -> None:
    nodes, lines, posts, behalf = town()
    whole = with_seats((nodes, lines, posts, behalf))
    drawn = laid_out(whole)
    left = [post for post in posts if post.id not in {"s0", "s1"}]
    view = settled(whole, drawn, with_seats((nodes, lines, left, behalf)))
    assert view
    bar = bar_of(view)
    assert (bar.y, bar.height) == (bar_of(drawn).y, bar_of(drawn).height)
    assert {row.row.id for row in bar.rows} == {post.id for post in left}
    rows_stand_between_the_lines(bar)
    for x in {row.x for row in bar.rows}:
        first = min((row for row in bar.rows if row.x == x), key=lambda row: row.y)
        assert first.y == pytest.approx(bar.y - bar.height / 2 + bar.head)


def test_a_board_keeps_a_heading_whose_first_row_a_view_leaves_out() -> None:
    nodes, lines, posts, behalf = town()
    posts = [replace(post, organization_id="board0") for post in posts]
    whole = with_seats((nodes, lines, posts, behalf))
    drawn = laid_out(whole, f"{ROSTER}board0")
    rows = bar_of(drawn, "board0").rows
    gone = next(row.row.id for row in rows if row.words[0].look == "section")
    view = settled(whole, drawn, with_seats((nodes, lines, [post for post in posts if post.id != gone], behalf)))
    assert view
    kept = bar_of(view, "board0").rows
    assert [words.text for row in kept for words in row.words if words.look == "section"] == [
        words.text for row in rows for words in row.words if words.look == "section"
    ]
    assert {row.y for row in kept} < {row.y for row in rows}


def test_each_column_of_an_open_bar_says_again_what_its_rows_stand_under() -> None:
    bar = bar_of(laid_out(with_seats(town(30)), f"{ROSTER}executive"))
    for x in {row.x for row in bar.rows}:
        first = min((row for row in bar.rows if row.x == x), key=lambda row: row.y)
        assert first.words[0].look == "section" or not first.row.section
    assert {row.row.section for row in bar.rows} >= {"Voluntary", "Statutory"}


def test_a_bar_closes_by_hand_and_its_seats_are_chips_again() -> None:
    shut = laid_out(with_seats(town()), closed=frozenset({f"{ROSTER}executive"}))
    bar = bar_of(shut)
    assert (bar.rows, bar.can_open) == ((), True)
    assert sum(chip.chip.number for chip in shut.chips) == 9
    sign_is_clear(bar)


def test_a_deputy_and_an_empty_seat_are_seen_in_an_open_bar() -> None:
    told = {
        "s0": SeatTold(PostState.VACANT, "vacant since June 2024"),
        "s1": SeatTold(PostState.FILLED, "Bo Day", "Cy Orr"),
    }
    bar = bar_of(laid_out(with_seats(town(), **told)))
    rows = {row.row.id: row for row in bar.rows}
    assert rows["s0"].chip
    assert rows["s0"].chip.chip.mark.vacant
    assert "vacant since June 2024" in rows["s0"].row.said
    assert rows["s1"].row.who == "Bo Day; deputy Cy Orr"


def test_a_bar_that_a_line_from_another_place_leads_to_covers_no_body_on_the_way() -> None:
    themes = [r.Theme(f"t{at}", f"Theme {at}", at) for at in range(6)]
    groups = [replace(body(f"g{at}", "sub_group"), theme=theme) for at, theme in enumerate(themes)]
    nodes = [body("lsp", "lsp"), body("executive", "executive"), body("county", "council"), *groups]
    lines = [line(f"g{at}", "reports_to", "executive") for at in range(4)]
    lines += [line(f"g{at}", "sub_group_of", "lsp") for at in range(6)] + [line("executive", "reports_to", "lsp")]
    posts, behalf = [seat("executive", id_="s")], {"s": ["county"]}
    geometry = lay_out_map(picture_of(nodes, lines, posts, behalf, elsewhere={"county": "County"}))
    assert next(placed for placed in geometry.boxes if placed.box.id == "executive").is_bar
    assert quality_of(geometry).overlaps == ()
