"""Seats for people at large, and by office: a line from whoever fills them, or a row that says whose they are."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.diagram.at_large import MOST, with_people_at_large
from app.diagram.columns import lay_out_map
from app.diagram.content import BY_OFFICE, Picture, picture_of
from app.diagram.draw import draw
from app.diagram.fitting import ROSTER
from app.diagram.geometry import Geometry, PlacedBox
from app.diagram.layered import lay_out
from app.diagram.panels import HEXAGON_END
from app.diagram.placed import MOST_FOR_OFFICES
from app.diagram.quality import quality_of
from app.diagram.sentences import sentences_of
from app.diagram.text import LINE_HEIGHT, width
from app.diagram.told import SeatTold, told_of, without_lines
from app.domain.records import Theme
from app.domain.view import View
from app.domain.vocabulary import Classification, PostState, Role
from tests.unit.diagram_cases import HOSTILE, Structure, body, line, seat
from tests.unit.gap_cases import Place
from tests.unit.map_cases import PLACES, made, place
from tests.unit.test_rosters import laid_out, with_seats

CHAIR = SeatTold(PostState.BY_OFFICE, "the chair of the Forum, name not recorded", "", "chair of the Forum", "forum")


FAITH = ([seat("board", id_="s")], {"s": ["people"]})


def town() -> Structure:
    """A board with seats for carers, who are people at large, for a group, and for a forum's chair."""
    nodes = [body("lsp", "lsp"), body("board", "partnership_board"), body("forum"), body("group", "charity")]
    nodes += [body("carers", "constituency"), body("other", "partnership_board")]
    lines = [
        line("board", "reports_to", "lsp"),
        line("other", "reports_to", "lsp"),
        line("forum", "feeds_into", "other"),
    ]
    posts = [seat("board", 2, id_="s1"), seat("board", id_="s2"), seat("board", id_="s3")]
    return nodes, lines, posts, {"s1": ["carers"], "s2": ["group"], "s3": []}


def shown(*, lines: bool = True) -> Picture:
    nodes, facts, posts, behalf = town()
    told = {"s3": CHAIR} if lines else without_lines({"s3": CHAIR})
    return with_people_at_large(picture_of(nodes, facts, posts, behalf, told=told), nodes, posts, behalf, told)


def box_of(geometry: Geometry, id_: str = "board") -> PlacedBox:
    return next(placed for placed in geometry.boxes if placed.box.id == id_)


def marked(geometry: Geometry, id_: str = "board") -> int:
    """Count the seats that are marked on a body: at the ends of lines, under it, and in it."""
    to = {route.edge.id for route in geometry.routes if route.edge.to_id == id_}
    rows = [row.row for placed in geometry.boxes for row in (*placed.rows, *placed.notes) if placed.box.id == id_]
    chips = [chip.chip for chip in geometry.chips if chip.owner in to | {id_}]
    return sum(chip.number for chip in chips) + sum(row.chip.number for row in rows if row.chip)


def test_a_seat_filled_by_another_office_is_drawn_from_the_body_of_that_office() -> None:
    picture = shown()
    edge = next(edge for edge in picture.edges if edge.from_id == "forum" and edge.to_id == "board")
    assert (edge.verbs, edge.fact_ids) == ((BY_OFFICE,), ("s3",))
    assert sentences_of(picture)[edge.id] == "The Forum fills by office a seat on the Board (vote not recorded)"
    drawing = draw(*town(), title="T", href="/{}".format, told={"s3": CHAIR})
    row = next(row for row in drawing.rows if row.fact_id == "s3")
    assert (row.from_name, row.relation, row.drawn) == ("Forum", BY_OFFICE, True)
    assert "the chair of the Forum, name not recorded" in row.detail
    assert "The Forum fills by office a seat on the Board" in drawing.svg


def test_whom_a_seat_speaks_for_goes_before_the_office_that_fills_it() -> None:
    nodes, lines, posts, behalf = town()
    picture = picture_of(nodes, lines, posts, {**behalf, "s3": ["group"]}, told={"s3": CHAIR})
    assert {edge.from_id for edge in picture.edges if "s3" in edge.fact_ids} == {"group"}
    picture = picture_of(nodes, lines, posts, {**behalf, "s3": ["carers"]}, told={"s3": CHAIR})
    assert {edge.from_id for edge in picture.edges if "s3" in edge.fact_ids} == {"forum"}
    assert {box.id: sum(chip.number for chip in box.chips) for box in picture.boxes if box.chips} == {"board": 2}


def test_a_closed_board_says_whose_its_seats_are_that_no_line_leads_to() -> None:
    geometry = laid_out(shown(lines=False))
    board = box_of(geometry)
    assert [(note.row.who, note.row.chip and note.row.chip.number) for note in board.notes] == [
        ("Carers", 2),
        ("Chair of the Forum", 1),
    ]
    assert board.notes[0].row.said == "Carers: 2 seats on the Board, vote not recorded"
    assert marked(geometry) == 4
    assert not [chip for chip in geometry.chips if chip.owner == "board"]


def test_a_place_with_many_lines_names_offices_on_the_boards_and_draws_no_lines_from_them() -> None:
    nodes, lines, posts, behalf = town()
    nodes = [replace(node, theme=Theme(f"t{at}", f"Theme {at}", at)) for at, node in enumerate(nodes)]
    more = [line("group", "feeds_into", "other", more=str(number)) for number in range(MOST_FOR_OFFICES)]
    said: dict[str, Any] = {"title": "T", "href": "/{}".format, "view": View(closed=frozenset({f"{ROSTER}board"}))}
    drawing = draw(nodes, [*lines, *more], posts, behalf, told={"s3": CHAIR}, **said)
    assert "fills by office" not in drawing.svg
    assert "Chair of the Forum: one seat on the Board, vote not recorded" in drawing.svg
    assert next(row.drawn for row in drawing.rows if row.fact_id == "s3")
    assert "fills by office" in draw(nodes, lines, posts, behalf, told={"s3": CHAIR}, **said).svg


def test_more_sorts_of_such_seats_than_a_box_has_room_for_are_said_together() -> None:
    nodes = [body("board", "partnership_board"), *(body(f"people{n}", "constituency") for n in range(MOST + 1))]
    posts = [seat("board", id_=f"s{n}") for n in range(MOST + 1)]
    behalf = {f"s{n}": [f"people{n}"] for n in range(MOST + 1)}
    picture = with_people_at_large(picture_of(nodes, [], posts, behalf), nodes, posts, behalf, {})
    (row,) = picture.boxes[0].at_large
    assert (row.who, row.chip and row.chip.number) == ("Others", MOST + 1)
    assert all(f"People{n}" in row.said.title() for n in range(MOST + 1))


@pytest.mark.parametrize("name", [*PLACES, 3, 11, 19])
def test_rows_of_closed_boards_stand_inside_them_under_the_name(name: str | int) -> None:
    nodes, lines, posts, behalf = place(name) if isinstance(name, str) else made(name)
    people = [replace(body(f"people{n}", "constituency"), theme=None) for n in range(3)]
    behalf = {id_: groups or [f"people{n % 3}"] for n, (id_, groups) in enumerate(sorted(behalf.items()))}
    behalf |= {id_: ["people1"] for id_ in sorted(behalf)[::3]}
    picture = with_seats(([*nodes, *people], lines, posts, behalf))
    shut = frozenset(f"{ROSTER}{box.id}" for box in picture.boxes)
    geometry = laid_out(picture, closed=shut)
    quality = quality_of(geometry)
    assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
    noted = [placed for placed in geometry.boxes if placed.notes]
    assert noted
    for placed in noted:
        under = placed.name_y + len(placed.lines) * LINE_HEIGHT / 2
        for note in placed.notes:
            assert placed.x - placed.width / 2 <= note.x
            assert note.x + note.width <= placed.x + placed.width / 2 + 0.1
            assert under <= note.y + 1
            assert note.y + note.height <= placed.y + placed.height / 2 + 0.1
            for words in note.words:
                assert words.x + width(words.text) <= note.x + note.width + 0.1


def test_rows_of_a_hexagon_stand_within_its_slopes_with_every_word_whole() -> None:
    nodes = [body("board", "reference_group"), body("people", "constituency", name="Communities of faith")]
    whole = with_seats(([*nodes, body("group"), body("other")], [line("group", "feeds_into", "other")], *FAITH))
    board = box_of(lay_out_map(whole))
    assert board.notes
    assert {(note.x, note.width) for note in board.notes} == {
        (round(board.x - board.width / 2 + HEXAGON_END, 2), board.width - 2 * HEXAGON_END)
    }
    assert "Communities" in {words.text for note in board.notes for words in note.words}


def test_a_hostile_office_is_only_text() -> None:
    told = {"s3": replace(CHAIR, office=f"chair {HOSTILE}", office_of="")}
    drawing = draw(*town(), title="T", href="/{}".format, told=told)
    assert "<script" not in drawing.svg.lower()
    assert "<script" not in drawing.data_json.lower()


def test_a_picture_says_by_which_office_somebody_sits_unless_the_seat_is_called_so() -> None:
    where = Place(date(2010, 6, 1))
    board, forum = where.body(Classification.PARTNERSHIP_BOARD), where.body(Classification.FORUM)
    office = where.seat(forum, role=Role.CHAIR)
    plain, called = where.seat(board), where.seat(board, label="Its CHAIR OF THE name here")
    for id_ in (plain, called):
        where.fill(id_, office)
    standing = where.standing()
    named = standing.sitting(plain).office
    assert told_of(standing.sitting(plain)).who == f"the {named}, name not recorded"
    where.hold(office, where.person())
    standing = where.standing()
    it = told_of(standing.sitting(plain))
    assert it.who.endswith(f", {named}")
    assert (it.office, it.office_of) == (named, forum)
    same = replace(standing.sitting(called), post=replace(standing.sitting(called).post, label=named.upper()))
    assert told_of(same).who == it.who.partition(",")[0]


@pytest.mark.parametrize("picture", [shown(), shown(lines=False)], ids=["lines for offices", "none"])
def test_in_layers_too_a_board_says_whose_the_seats_are_that_no_line_leads_to(picture: Picture) -> None:
    geometry = lay_out(picture)
    board = box_of(geometry)
    assert [(row.row.who, row.row.chip) for row in board.notes] == [(row.who, row.chip) for row in board.box.at_large]
    assert "Carers" in {row.row.who for row in board.notes}
    assert not [chip for chip in geometry.chips if chip.owner == "board"], "no chip hangs under it without words"
    assert marked(geometry) == sum(post.number for post in town()[2])
    left, right = board.x - board.width / 2, board.x + board.width / 2
    top, bottom = board.y - board.height / 2, board.y + board.height / 2
    for row in board.notes:
        assert left - 0.1 <= row.x
        assert row.x + row.width <= right + 0.1
        assert top + board.head - 0.1 <= row.y
        assert row.y + row.height <= bottom + 0.1
    assert quality_of(geometry).over_boxes == ()
