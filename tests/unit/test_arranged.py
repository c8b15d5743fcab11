"""A picture drawn as its place's file says: captions, what stands open, columns and boxes that keep their places."""

from dataclasses import replace

import pytest

from app.diagram.at_large import with_people_at_large
from app.diagram.columns import lay_out_map
from app.diagram.content import picture_of
from app.diagram.draw import draw
from app.diagram.fitting import ROSTER, lay_out_place
from app.diagram.geometry import Geometry, PlacedBox
from app.diagram.quality import crossings, quality_of
from app.diagram.sentences import sentences_of
from app.diagram.settling import settled
from app.domain.records import Organization, Theme
from app.domain.vocabulary import Pictured
from tests.unit.diagram_cases import HOSTILE, Structure, body, line, seat
from tests.unit.map_cases import PLACES, place
from tests.unit.test_rosters import laid_out, with_seats

WORDS = "chairs take turns"


def captioned(structure: Structure) -> Structure:
    """Give each body of a structure a caption."""
    nodes, lines, posts, behalf = structure
    return [replace(node, caption=WORDS) for node in nodes], lines, posts, behalf


def placed(geometry: Geometry, id_: str) -> PlacedBox:
    return next(it for it in geometry.boxes if it.box.id == id_)


def captions(it: PlacedBox) -> list[str]:
    return [
        " ".join(words.text for words in row.words) for row in (*it.rows, *it.notes) if row.row.who == it.box.caption
    ]


def ring(*fixed: str) -> Structure:
    """Six themes with a body each, whose lines cross a great deal in the order in which they are recorded."""
    nodes: list[Organization] = []
    for number in range(6):
        theme = Theme(f"t{number}", f"Theme {number}", number, (), f"t{number}" in fixed)
        nodes.append(replace(body(f"b{number}", "partnership_board"), theme=theme))
        nodes.append(replace(body(f"f{number}", "forum"), theme=theme))
    pairs = [(0, 3), (3, 1), (1, 4), (4, 2), (2, 5)]
    lines = [line(f"f{one}", "feeds_into", f"b{other}") for one, other in pairs]
    return nodes, lines, [], {}


def columns(geometry: Geometry) -> list[str]:
    return [column.key for column in sorted(geometry.columns, key=lambda column: column.left)]


def test_columns_stand_as_recorded_where_one_of_them_is_fixed() -> None:
    free, fixed = (lay_out_map(picture_of(*ring(*said))) for said in ((), ("t4",)))
    recorded = [f"t{number}" for number in range(6)]
    assert columns(fixed) == recorded
    assert columns(free) != recorded
    assert crossings(free.routes) < crossings(fixed.routes)


@pytest.mark.parametrize("name", PLACES)
def test_captions_break_nothing_that_a_map_may_not_break(name: str) -> None:
    picture = with_seats(captioned(place(name)))
    for geometry in (laid_out(picture), laid_out(picture, *(ROSTER + box.id for box in picture.boxes[:40]))):
        quality = quality_of(geometry)
        assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
        shown = [it for it in geometry.boxes if it.box.caption and not it.is_bar]
        assert len(shown) > 5
        assert all(captions(it) == [WORDS] for it in shown)


def two(caption: str) -> Structure:
    nodes = [body("lsp", "lsp"), replace(body("board", "partnership_board"), caption=caption), body("forum")]
    nodes += [replace(body("other", "partnership_board"), caption=caption), body("group", "charity")]
    lines = [
        line("board", "reports_to", "lsp"),
        line("other", "reports_to", "lsp"),
        line("forum", "feeds_into", "other"),
    ]
    posts = [seat("board", id_="s1"), seat("board", id_="s2")]
    return nodes, lines, posts, {"s1": ["forum"], "s2": ["group"]}


def test_a_caption_is_drawn_said_and_escaped() -> None:
    drawing = draw(*two(f"turns {HOSTILE}"), title="T", href="/{}".format)
    assert "turns" in drawing.svg
    assert "<script" not in drawing.svg.lower().replace("&lt;script", "")
    picture = picture_of(*two(WORDS))
    assert WORDS in sentences_of(picture)["board"]
    assert WORDS in sentences_of(picture)["other"]
    assert "chairs" not in sentences_of(picture)["forum"]


def test_a_caption_stays_when_a_view_is_taken_out_of_the_whole() -> None:
    nodes, lines, posts, behalf = two(WORDS)
    whole, view = (
        with_people_at_large(picture_of(nodes, some, posts, behalf), nodes, posts, behalf, {})
        for some in (lines, lines[:2])
    )
    drawn = laid_out(whole)
    found = settled(whole, drawn, view)
    assert found
    assert captions(placed(found, "board")) == captions(placed(drawn, "board")) == [WORDS]


def boards(*said: Pictured | None) -> Structure:
    """Two boards with four seats each, under a partnership."""
    nodes = [body("lsp", "lsp"), *(body(f"g{number}", "charity") for number in range(8))]
    nodes += [replace(body(f"board{at}", "partnership_board"), pictured=each) for at, each in enumerate(said)]
    lines = [line(f"board{at}", "reports_to", "lsp") for at in range(len(said))]
    posts = [seat(f"board{number // 4}", id_=f"s{number}") for number in range(8)]
    return nodes, lines, posts, {f"s{number}": [f"g{number}"] for number in range(8)}


def is_open(structure: Structure, *opened: str, closed: frozenset[str] = frozenset()) -> list[bool]:
    geometry = laid_out(with_seats(structure), *opened, closed=closed)
    return [bool(placed(geometry, f"board{at}").rows) for at in range(2)]


def test_a_board_stands_open_or_closed_as_its_file_says_until_a_reader_chooses() -> None:
    assert is_open(boards(None, None)) == [True, True]
    assert is_open(boards(Pictured.CLOSED, None)) == [False, True]
    assert is_open(boards(None, Pictured.CLOSED)) == [True, False]
    assert is_open(boards(Pictured.CLOSED, Pictured.CLOSED), f"{ROSTER}board0") == [True, False]
    shut = frozenset({f"{ROSTER}board0", f"{ROSTER}board1"})
    assert is_open(boards(Pictured.OPEN, Pictured.OPEN), closed=shut) == [False, False]
    # Where there is no room for both to open by themselves, one does that is told to.
    cramped = with_seats(boards(None, Pictured.OPEN))
    assert placed(lay_out_place(cramped, room=300.0, opened=frozenset()), "board1").rows
    assert not placed(lay_out_place(with_seats(boards(None, None)), room=300.0, opened=frozenset()), "board1").rows


def column(*told: tuple[str, int | None]) -> Structure:
    """One theme with four boards, of which the second has a sub-group, and three forums; with where each is to stand."""
    theme, places = Theme("care", "Care", 0), dict(told)
    sorts = {"a": "partnership_board", "b": "partnership_board", "c": "committee", "sub": "sub_group", "d": "committee"}
    sorts |= {"x": "forum", "y": "forum", "z": "charity"}
    nodes = [replace(body(id_, sort), theme=theme, column_order=places.get(id_)) for id_, sort in sorts.items()]
    other = Theme("roads", "Roads", 1)
    nodes += [body("lsp", "lsp"), replace(body("far", "partnership_board"), theme=other)]
    lines = [line(id_, "reports_to", "lsp") for id_ in ("a", "b", "c", "d", "far")]
    lines += [line("sub", "sub_group_of", "b"), line("x", "feeds_into", "a"), line("y", "feeds_into", "far")]
    lines += [line("z", "feeds_into", "a"), line("z", "feeds_into", "b")]
    return nodes, lines, [], {}


def down(*told: tuple[str, int | None]) -> list[str]:
    """Return the bodies of that theme from top to bottom."""
    geometry = lay_out_map(picture_of(*column(*told)), opened=frozenset({"all"}))
    boxes = sorted(geometry.boxes, key=lambda it: it.y)
    return [it.box.id for it in boxes if it.box.theme and it.box.theme.id == "care"]


def test_boxes_stand_in_their_column_where_they_are_told_to() -> None:
    assert down() == ["a", "b", "sub", "c", "d", "x", "y", "z"]
    assert down(("d", 1), ("a", 2)) == ["d", "a", "b", "sub", "c", "x", "y", "z"]
    assert down(("b", 7)) == ["b", "sub", "a", "c", "d", "x", "y", "z"], "what hangs on it comes along"
    assert down(("sub", 3), ("c", 9)) == ["sub", "c", "a", "b", "d", "x", "y", "z"]
    assert down(("z", 1), ("y", 1)) == ["a", "b", "sub", "c", "d", "y", "z", "x"], "of one number, by the rule"
    every = [("d", 1), ("sub", 2), ("c", 3), ("b", 4), ("a", 5), ("z", 1), ("y", 2), ("x", 3)]
    assert down(*every) == [id_ for id_, _ in every]


def test_an_order_that_is_told_holds_when_a_view_is_taken_out_of_the_whole() -> None:
    nodes, lines, posts, behalf = column(("d", 1), ("a", 2))
    whole, view = (picture_of(nodes, some, posts, behalf) for some in (lines, lines[:-4]))
    drawn = laid_out(whole)
    found = settled(whole, drawn, view)
    assert found
    assert placed(found, "d").y < placed(found, "a").y < placed(found, "b").y


def test_a_place_does_not_arrange_the_bodies_of_another() -> None:
    nodes, lines, posts, behalf = column(("d", 1))
    picture = picture_of(nodes, lines, posts, behalf, elsewhere={"d": "Kent"})
    assert [box.column_order for box in picture.boxes if box.id == "d"] == [None]


@pytest.mark.parametrize("name", PLACES)
def test_boxes_in_any_order_break_nothing_that_a_map_may_not_break(name: str) -> None:
    nodes, lines, posts, behalf = place(name)
    mixed = [replace(node, column_order=1 + (7 * at) % 13) for at, node in enumerate(nodes)]
    geometry = laid_out(with_seats((mixed, lines, posts, behalf)))
    quality = quality_of(geometry)
    assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
