"""The picture around one body: nothing lies on anything else, whatever the body, on a wide screen and on a phone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.diagram.geometry import Geometry
from app.diagram.text import width
from tests.unit.diagram_cases import (
    HOSTILE,
    Structure,
    body,
    large,
    line,
    lines_on_lines,
    lines_over_boxes,
    overlaps,
    seat,
    small,
)
from tests.unit.focus_cases import around_body, touched_labels
from tests.unit.map_cases import PLACES, place

BOTH = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])


def check(geometry: Geometry, what: str) -> None:
    assert overlaps(geometry) == [], what
    assert lines_over_boxes(geometry) == [], what
    assert lines_on_lines(geometry) == [], what
    assert list(touched_labels(geometry)) == [], what
    for route in geometry.routes:
        assert all(0 <= x <= geometry.width and 0 <= y <= geometry.height for x, y in route.points), what


def star(number: int) -> Structure:
    """A forum with so many seats, lines and members, each to a body of its own."""
    nodes = [body("hub"), body("lsp", "lsp"), *(body(f"b{place}", "partnership_board") for place in range(number))]
    lines = [line("hub", "feeds_into", f"b{place}") for place in range(0, number, 3)]
    lines += [line(f"b{place}", "reports_to", "lsp") for place in range(0, number, 2)]
    posts = [seat(f"b{place}", 1 + place % 4, id_=f"s{place}") for place in range(number)]
    return nodes, lines, posts, {post.id: ["hub"] for post in posts}


@BOTH
@pytest.mark.parametrize("name", PLACES)
def test_around_every_body_of_the_real_places_nothing_touches(name: str, narrow: bool) -> None:
    structure = place(name)
    for node in structure[0]:
        check(around_body(structure, node.id, narrow=narrow), node.id)


@BOTH
@settings(max_examples=15)
@example(seed=301, bodies=3, joins=25).via("a heading wider than its column")
@given(seed=st.integers(0, 10_000), bodies=st.integers(2, 40), joins=st.integers(0, 70))
def test_around_bodies_of_any_structure_nothing_touches(seed: int, bodies: int, joins: int, narrow: bool) -> None:
    structure = large(bodies, joins, seed)
    for node in structure[0][:3]:
        check(around_body(structure, node.id, narrow=narrow), f"{seed} {bodies} {joins} {node.id}")


@BOTH
@pytest.mark.parametrize("number", [1, 2, 7, 25])
def test_a_body_with_one_line_or_many(number: int, narrow: bool) -> None:
    geometry = around_body(star(number), "hub", narrow=narrow)
    check(geometry, str(number))
    boards = [placed for placed in geometry.boxes if placed.box.id.startswith("b")]
    assert len(boards) == number
    seats = sum(chip.chip.number for chip in geometry.chips)
    assert seats == sum(1 + place % 4 for place in range(number))


def test_columns_run_from_what_feeds_it_to_the_lsp() -> None:
    at = {placed.box.id: placed.x for placed in around_body(small(), "forum").boxes}
    assert at["member"] == at["people"] == at["funder"] < at["forum"] < at["board"] < at["lsp"]
    heads = [" ".join(label.lines) for label in around_body(small(), "forum").labels if label.is_heading]
    assert heads == [
        "Belongs to and supports it, or is spoken for",
        "Sits on or feeds into",
        "The LSP",
    ]


def test_a_narrow_picture_runs_downwards_and_is_no_wider_than_a_phone() -> None:
    geometry = around_body(small(), "forum", narrow=True)
    at = {placed.box.id: placed.y for placed in geometry.boxes}
    assert at["member"] < at["forum"] < at["board"] < at["lsp"]
    assert geometry.width <= 360


def test_a_board_to_which_another_of_its_boards_reports_stands_further_on() -> None:
    nodes = [body("us"), body("older", "partnership_board"), body("health", "partnership_board")]
    lines = [
        line("us", "feeds_into", "older"),
        line("us", "feeds_into", "health"),
        line("older", "reports_to", "health"),
    ]
    at = {placed.box.id: placed.x for placed in around_body((nodes, lines, [], {}), "us").boxes}
    assert at["us"] < at["older"] < at["health"]


def test_a_board_that_reports_to_what_it_feeds_leaves_no_column_empty() -> None:
    nodes = [body("us"), body("near", "partnership_board"), body("far", "partnership_board")]
    lines = [line("us", "feeds_into", "near"), line("near", "feeds_into", "far"), line("far", "reports_to", "near")]
    geometry = around_body((nodes, lines, [], {}), "us")
    check(geometry, "a circle")
    at = {placed.box.id: placed.x for placed in geometry.boxes}
    assert at["us"] < at["near"] < at["far"]


def test_the_way_up_ends_at_a_council_whose_seats_elsewhere_are_its_own() -> None:
    nodes = [body("us"), body("panel", "committee"), body("council", "council"), body("elsewhere", "partnership_board")]
    lines = [line("us", "feeds_into", "panel"), line("panel", "sub_group_of", "council")]
    structure = (nodes, lines, [seat("elsewhere")], {"elsewhere-seat": ["council"]})
    assert {placed.box.id for placed in around_body(structure, "us").boxes} == {"us", "panel", "council"}


def test_lines_start_and_end_on_outlines() -> None:
    geometry = around_body(place("bromley"), place("bromley")[0][0].id)
    at = {placed.box.id: placed for placed in geometry.boxes}
    for route in geometry.routes:
        for id_, (x, y) in ((route.edge.from_id, route.points[0]), (route.edge.to_id, route.points[-1])):
            near = 0 if not route.edge.chips else 80
            assert abs(x - at[id_].x) <= at[id_].width / 2 + 0.1 + near
            assert abs(y - at[id_].y) <= at[id_].height / 2 + 0.1


@BOTH
@pytest.mark.parametrize("name", [HOSTILE, "x" * 300, "word " * 60, "", "שלום " * 5])
def test_no_name_breaks_it(name: str, narrow: bool) -> None:
    nodes = [body("a", name=name), body("b", name=name), body("lsp", "lsp", name=name)]
    lines = [line("a", "feeds_into", "b"), line("b", "reports_to", "lsp"), line("b", "sub_group_of", "a")]
    geometry = around_body((nodes, lines, [seat("b", label=name)], {"b-seat": ["a"]}), "a", narrow=narrow)
    check(geometry, name)
    assert all(width(words) <= placed.width for placed in geometry.boxes for words in placed.lines)


def test_the_same_structure_in_another_order_gives_the_same_picture() -> None:
    nodes, lines, posts, behalf = place("gloucester")
    turned = (nodes[::-1], lines[::-1], posts[::-1], dict(reversed(behalf.items())))
    for narrow in (False, True):
        one = around_body((nodes, lines, [], {}), nodes[0].id, narrow=narrow)
        two = around_body((turned[0], turned[1], [], {}), nodes[0].id, narrow=narrow)
        assert one == two
