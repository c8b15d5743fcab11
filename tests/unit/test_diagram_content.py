"""What a picture shows, what it leaves to a list, and that the table has all of it."""

import re
from dataclasses import replace

import pytest

from app.diagram.at_large import with_people_at_large
from app.diagram.columns.roles import roles_of
from app.diagram.content import picture_of
from app.diagram.draw import draw
from app.diagram.focus import around, pruned
from app.diagram.listing import NO_THEME, listing_of
from app.diagram.marks import Chip, Mark
from app.diagram.sentences import sentences_of
from app.diagram.told import SeatTold
from app.domain import records as r
from app.domain.vocabulary import PostState, YesNoNotRecorded
from tests.unit.diagram_cases import Structure, body, large, line, seat, small

SILENT = YesNoNotRecorded.NOT_RECORDED


@pytest.mark.parametrize("focus", [None, "forum"])
@pytest.mark.parametrize("structure", [small(), large(60, 90)], ids=["small", "large"])
def test_every_body_is_drawn_once_or_left_to_the_list(structure: Structure, focus: str | None) -> None:
    picture = picture_of(*structure, focus=focus)
    drawn, left = [box.id for box in picture.boxes], [node.id for node in picture.left_out]
    assert sorted(drawn + left) == sorted(node.id for node in structure[0])


@pytest.mark.parametrize("is_around", [False, True], ids=["place", "body"])
@pytest.mark.parametrize("structure", [small(), large(60, 90)], ids=["small", "large"])
def test_the_table_has_what_the_picture_has_and_every_body(structure: Structure, is_around: bool) -> None:
    focus = structure[0][2].id if is_around else None
    picture = picture_of(*structure, focus=focus)
    if focus:
        picture = pruned(picture, around(picture, focus))
    else:
        nodes, _, posts, behalf = structure
        picture = with_people_at_large(picture, nodes, posts, behalf, {})
    rows = draw(*structure, title="T", focus=focus, href="/{}".format).rows
    in_table = {(row.fact_id, row.from_href, row.to_href) for row in rows if row.drawn and row.to_name}
    in_picture = {(fact, f"/{e.from_id}", f"/{e.to_id}") for e in picture.edges for fact in e.fact_ids}
    at_large = {row for row in in_table if row[2] in {f"/{box.id}" for box in picture.boxes if box.chips}}
    assert in_picture <= in_table <= in_picture | at_large
    assert {href for row in rows for href in (row.from_href, row.to_href) if href} == {f"/{n.id}" for n in structure[0]}
    recorded = {line.id for line in structure[1]} | {post.id for post in structure[2]}
    assert {row.fact_id for row in rows} >= recorded


def test_a_place_shows_voices_and_hangs_seats_for_people_at_large_under_their_board() -> None:
    picture = picture_of(*small())
    assert [box.id for box in picture.boxes] == ["board", "forum", "lsp", "member", "wards"]
    assert {edge.style.key for edge in picture.edges} == {"reports-to", "feeds-into", "member-of", "seat"}
    assert next(box for box in picture.boxes if box.id == "lsp").chips == (Chip(Mark(SILENT, False, True), 3),)


def test_around_a_body_everything_is_drawn() -> None:
    picture = picture_of(*small(), focus="forum")
    assert {edge.style.key for edge in picture.edges} >= {"support", "speaks-for", "seat"}
    assert "people" in {box.id for box in picture.boxes}
    assert [box.id for box in picture.boxes if box.is_focus] == ["forum"]


def test_a_body_by_itself_is_still_drawn_when_the_picture_is_about_it() -> None:
    assert [box.id for box in picture_of([body("a")], [], [], {}, focus="a").boxes] == ["a"]
    assert picture_of([body("a")], [], [], {}).boxes == ()


def test_seats_of_the_same_two_bodies_are_one_line_with_a_chip_for_each_way_they_are_held() -> None:
    (edge,) = (edge for edge in picture_of(*small()).edges if edge.style.key == "seat")
    assert edge.number == 3
    assert set(edge.chips) == {Chip(Mark(YesNoNotRecorded.YES, True, True), 1), Chip(Mark(SILENT, False, True), 2)}


def test_a_seat_that_nobody_takes_up_is_marked() -> None:
    nodes = [body("a"), body("b")]
    picture = picture_of(nodes, [], [seat("b", id_="s", taken_up="no")], {"s": ["a"]})
    assert not picture.edges[0].chips[0].mark.taken_up


def test_a_proposed_line_is_not_drawn_into_an_actual_one() -> None:
    lines = [line("a", "feeds_into", "b"), line("a", "feeds_into", "b", status="proposed", more="2")]
    assert sorted(e.is_proposed for e in picture_of([body("a"), body("b")], lines, [], {}).edges) == [False, True]


def test_sentences_say_what_a_body_does() -> None:
    said = sentences_of(picture_of(*small()))
    assert said["forum"] == "Forum, forum, 3 seats, feeds into one body, one body is a member of it"
    assert said["wards"] == "Wards, committee, proposed, stands for 22 bodies, feeds into one body"
    assert said["seat:forum:board"] == "The Forum has 3 seats on the Board (2: vote not recorded; 1: voting, co-opted)"


def test_bodies_left_out_say_whether_the_table_has_lines_of_them() -> None:
    left = {it.name: it.has_other_lines for it in draw(*small(), title="T", href="/{}".format).left_out}
    assert left == {"Alone": False, "Funder": True, "People": True}


def test_who_is_recorded_as_missing_is_drawn_with_a_gap_and_told_everywhere() -> None:
    nodes, lines, posts, behalf = small()
    missing = [
        r.RecordedAbsence("away", "member", "board", "The member stays away from the board.", ()),
        r.RecordedAbsence("nowhere", "alone", None, "It is missing from nothing named.", ()),
    ]
    drawing = draw(nodes, lines, posts, behalf, title="T", href="/{}".format, absences=missing)
    assert "Member is said to be missing from the Board" in drawing.svg
    assert "one link said to be missing" in drawing.description
    assert "is said to be missing from" in {item.label for item in drawing.legend}
    row = next(row for row in drawing.rows if row.fact_id == "away")
    assert (row.from_name, row.relation, row.to_name) == ("Member", "is said to be missing from", "Board")
    assert row.drawn
    assert row.detail == "The member stays away from the board."
    path = re.search(r'<path class="dg-missing" d="([^"]*)"', drawing.svg)
    assert path
    assert path[1].count("M") == 2, "a line with a gap has two parts"
    listed = listing_of(nodes, lines, posts, behalf, "/{}".format, missing)
    told = {body.id: dict(body.relations) for theme in listed for body in theme.bodies}
    assert [link.name for link in told["member"]["is said to be missing from"]] == ["Board"]


def test_the_list_names_who_sits_there_and_stands_by_kind_where_no_body_has_a_theme() -> None:
    nodes, lines, posts, behalf = small()
    told = {post.id: SeatTold(PostState.FILLED, f"Ann {post.id}") for post in posts}
    themes = listing_of(nodes, lines, posts, behalf, "/{}".format, told=told, counts=lambda node: node.id != "forum")
    kinds = ["Local Strategic Partnership", "Partnership board", "Committee", "Forum", "Council", "Charity"]
    assert [theme.name for theme in themes] == [*kinds, "People at large"]
    seats = {body.id: [seat.who for seat in body.seats] for theme in themes for body in theme.bodies}
    assert seats["board"] == ["Ann s1", "Ann s2"]
    assert {theme.name: theme.said for theme in themes}["Forum"] == "", "none of its bodies counts"
    themed = [replace(nodes[0], theme=r.Theme("t", "Health", 1)), *nodes[1:]]
    assert [theme.name for theme in listing_of(themed, lines, posts, behalf, "/{}".format)] == ["Health", NO_THEME]


def test_what_is_missing_moves_no_column_and_no_bar() -> None:
    themes = [r.Theme(f"t{place}", f"Theme {place}", place) for place in range(5)]
    nodes = [replace(body(f"forum{place}"), theme=theme) for place, theme in enumerate(themes)]
    nodes.append(replace(body("board", "partnership_board"), theme=themes[0]))
    lines = [line("forum0", "feeds_into", "board")]
    missing = [r.RecordedAbsence(f"{place}", f"forum{place}", "board", "", ()) for place in range(1, 5)]
    plain = picture_of(nodes, [*lines, line("forum1", "feeds_into", "forum0")], [], {})
    told = picture_of(nodes, [*lines, line("forum1", "feeds_into", "forum0")], [], {}, absences=missing)
    assert len(told.edges) == len(plain.edges) + 4
    assert "board" in roles_of(plain).column_of
    assert "board" in roles_of(told).column_of, "nobody is a bar for those who are missing from it"
