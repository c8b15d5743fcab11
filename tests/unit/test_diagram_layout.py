"""Where things stand: no box on another, no line through a box, the same every time, whatever the structure."""

import random
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.diagram.content import picture_of
from app.diagram.geometry import Geometry
from app.diagram.layered import lay_out
from app.diagram.spacing import spaced
from app.diagram.text import balanced, cleaned, width, wrapped
from tests.unit.diagram_cases import (
    HOSTILE,
    Structure,
    body,
    large,
    line,
    lines_on_lines,
    lines_over_boxes,
    overlaps,
    small,
)


def laid_out(structure: Structure, focus: str | None = None) -> Geometry:
    return lay_out(picture_of(*structure, focus=focus))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("focus", [None, "lsp"])
def test_boxes_stand_apart_and_lines_pass_beside_them(seed: int, focus: str | None) -> None:
    geometry = laid_out(large(40, 60, seed), focus)
    assert overlaps(geometry) == []
    assert lines_over_boxes(geometry) == []
    assert all(0 <= x <= geometry.width and 0 <= y <= geometry.height for r in geometry.routes for x, y in r.points)


def test_lines_of_a_small_structure_do_not_lie_on_each_other() -> None:
    assert lines_on_lines(laid_out(small())) == []
    assert lines_on_lines(laid_out(small(), "forum")) == []


def test_the_lsp_stands_on_top_as_a_bar_and_boards_above_what_feeds_them() -> None:
    at = {placed.box.id: placed for placed in laid_out(small()).boxes}
    assert at["lsp"].height == 30
    assert at["lsp"].y < at["board"].y < at["forum"].y < at["member"].y
    assert at["lsp"].width >= max(placed.width for placed in at.values())


def test_the_lsp_stays_on_top_of_what_it_feeds_into() -> None:
    nodes, lines, posts, behalf = small()
    agreement = line("lsp", "feeds_into", "agreement")
    geometry = laid_out(([*nodes, body("agreement", "programme")], [*lines, agreement], posts, behalf))
    at = {placed.box.id: placed.y for placed in geometry.boxes}
    assert at["lsp"] == min(at.values())


def test_every_line_starts_and_ends_at_its_boxes() -> None:
    geometry = laid_out(large(40, 60))
    at = {placed.box.id: placed for placed in geometry.boxes}
    for route in geometry.routes:
        for id_, (x, y) in ((route.edge.from_id, route.points[0]), (route.edge.to_id, route.points[-1])):
            assert abs(x - at[id_].x) <= at[id_].width / 2 + 0.1
            assert abs(y - at[id_].y) <= at[id_].height / 2 + 0.1


def test_the_same_structure_in_another_order_gives_the_same_geometry() -> None:
    nodes, lines, posts, behalf = large(50, 80)
    first = laid_out((nodes, lines, posts, behalf))
    rng = random.Random(3)
    for each in (nodes, lines, posts):
        rng.shuffle(each)
    assert laid_out((nodes, lines, posts, dict(reversed(behalf.items())))) == first


def test_circles_loops_and_parallel_lines_are_drawn() -> None:
    nodes = [body("a"), body("b"), body("c")]
    lines = [
        line("a", "feeds_into", "b"),
        line("b", "feeds_into", "c"),
        line("c", "feeds_into", "a"),
        line("a", "reports_to", "b"),
        line("a", "linked_to", "a"),
    ]
    geometry = laid_out((nodes, lines, [], {}), "a")
    assert len(geometry.routes) == 5
    assert overlaps(geometry) == []


def test_members_with_one_line_share_a_trunk() -> None:
    nodes = [body("forum"), *(body(f"m{place}", "charity") for place in range(9))]
    geometry = laid_out((nodes, [line(n.id, "member_of", "forum") for n in nodes[1:]], [], {}))
    assert len({route.trunk for route in geometry.routes}) == 1
    assert len({route.points[-1] for route in geometry.routes}) == 1


def test_four_hundred_bodies_take_seconds() -> None:
    structure = large(400, 600)
    start = time.process_time()
    geometry = laid_out(structure)
    assert time.process_time() - start < 15, "about 3 s on one quiet processor"
    assert overlaps(geometry) == []


def test_threads_do_not_disturb_each_other() -> None:
    structures = [large(30, 45, seed) for seed in range(4)]
    alone = [laid_out(structure) for structure in structures]
    together: dict[int, Geometry] = {}

    def work(place: int) -> None:
        together[place] = laid_out(structures[place])

    threads = [threading.Thread(target=work, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[place] for place in range(4)] == alone


@pytest.mark.parametrize(
    "name", [HOSTILE, "x" * 300, "word " * 60, "", "\n\\N\\L", "שלום " * 5, 'a" ]; node [label="b']
)
def test_no_name_breaks_a_layout(name: str) -> None:
    nodes = [body("a", name=name), body("b", name=name)]
    geometry = laid_out((nodes, [line("a", "feeds_into", "b")], [], {}))
    for placed in geometry.boxes:
        assert all(width(line) <= placed.width for line in placed.lines)


@given(st.text(max_size=200), st.floats(40, 200))
def test_wrapped_lines_keep_to_their_room(name: str, room: float) -> None:
    for lines in (wrapped(name, room), balanced(name, room)):
        assert 1 <= len(lines) <= 6
        assert all(width(line) <= room or len(line) == 1 or line == "(no name)" for line in lines)


def test_cleaned_text_has_no_control_characters_and_cannot_turn_what_follows() -> None:
    assert cleaned("a\x00b\u202e\n c\ud800") == "a b c"


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(0.1, 9), st.floats(0, 60)), min_size=1, max_size=12))
def test_spaced_positions_keep_their_gaps_and_bounds(items: list[tuple[float, float, float]]) -> None:
    gaps = [gap for _, _, gap in items[1:]]
    places = spaced([wish for wish, _, _ in items], [weight for _, weight, _ in items], gaps, -1000, 1000)
    assert all(two - one >= gap - 1e-6 for one, two, gap in zip(places, places[1:], gaps, strict=False))
    assert places[0] >= -1000
    assert places[-1] <= 1000
