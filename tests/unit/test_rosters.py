"""Boards that open into who sits on them: what a row says, where its line ends, and that every seat is marked once."""

from collections import Counter
from dataclasses import replace

import pytest

from app.diagram.at_large import with_people_at_large
from app.diagram.content import Picture, picture_of
from app.diagram.fitting import ROSTER, lay_out_place
from app.diagram.geometry import Geometry
from app.diagram.legend import legend_of
from app.diagram.quality import quality_of
from app.diagram.rosters import MORE, MOST_ROWS, rosters_of, with_rosters
from app.diagram.text import width
from app.diagram.told import SeatTold
from app.domain.vocabulary import LineType, PostState, Role
from tests.unit.diagram_cases import Structure, body, line, seat
from tests.unit.map_cases import PLACES, made, place

SILENT = SeatTold(PostState.HOLDER_NOT_RECORDED, "name not recorded")


def with_seats(structure: Structure, **told: SeatTold) -> Picture:
    """The picture of a place in which everybody knows who sits where, or that nobody does."""
    nodes, lines, posts, behalf = structure
    known = {post.id: told.get(post.id, SILENT) for post in posts}
    members = [each for each in lines if each.type is LineType.MEMBER_OF]
    drawn = picture_of(nodes, [each for each in lines if each not in members], posts, behalf, told=known)
    drawn = with_rosters(drawn, rosters_of(nodes, posts, behalf, known, members), nodes)
    return with_people_at_large(drawn, nodes, posts, behalf, known)


def laid_out(picture: Picture, *opened: str, closed: frozenset[str] = frozenset()) -> Geometry:
    return lay_out_place(picture, room=1440, opened=frozenset(opened), closed=closed)


def committee(*orders: int | None) -> Structure:
    nodes = [body("board", "committee"), *(body(f"g{n}", "charity") for n in range(len(orders)))]
    posts = [replace(seat("board", 1, id_=f"s{n}"), order=order) for n, order in enumerate(orders)]
    return nodes, [], posts, {f"s{n}": [f"g{n}"] for n in range(len(orders))}


def rows_end_at_lines(geometry: Geometry) -> None:
    at = {placed.box.id: placed for placed in geometry.boxes}
    for route in geometry.routes:
        placed = at[route.edge.to_id]
        row = placed.box.row_of(route.edge.fact_ids) if route.edge.style.key == "seat" else None
        if row:
            where = next(each for each in placed.rows if each.row.id == row.id)
            assert where.y <= route.points[-1][1] <= where.y + where.height, (route.edge.id, row.whom)


def words_fit(geometry: Geometry) -> None:
    for placed in geometry.boxes:
        edge = placed.y - placed.height / 2 + placed.head
        for row in () if placed.is_bar else placed.rows:
            assert row.y == pytest.approx(edge)
            edge += row.height
            for words in row.words:
                right = words.x + width(words.text, bold=words.look != "who")
                assert placed.x - placed.width / 2 < words.x
                assert right <= placed.x + placed.width / 2
                assert row.y < words.y < row.y + row.height
        assert edge <= placed.y + placed.height / 2


@pytest.mark.parametrize("name", [*PLACES, 3, 11, 19, 27, 43])
def test_boards_that_open_break_nothing_that_a_map_may_not_break(name: str | int) -> None:
    picture = with_seats(place(name) if isinstance(name, str) else made(name))
    by_rule = laid_out(picture)
    some = [f"{ROSTER}{box.id}" for box in picture.boxes if box.roster][:3]
    for geometry in (by_rule, laid_out(picture, *some)):
        quality = quality_of(geometry)
        assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
        rows_end_at_lines(geometry)
        words_fit(geometry)
    shut = frozenset(f"{ROSTER}{placed.box.id}" for placed in by_rule.boxes if placed.rows)
    assert not {p.box.id for p in laid_out(picture, closed=shut).boxes if p.rows} & {
        s.removeprefix(ROSTER) for s in shut
    }


def test_a_place_about_one_board_stands_round_it_and_marks_each_seat_once() -> None:
    geometry = laid_out(with_seats(committee(3, 1, 2, None)))
    board = next(placed for placed in geometry.boxes if placed.box.id == "board")
    assert [row.row.id for row in board.rows] == ["s1", "s2", "s0", "s3"]
    assert not geometry.chips
    assert {placed.x < board.x for placed in geometry.boxes if placed is not board} == {True, False}
    marks = Counter(row.chip.chip.number for row in board.rows if row.chip)
    assert marks.total() == 4
    assert len({route.edge.id for route in geometry.routes}) == 4
    shut = laid_out(with_seats(committee(3, 1, 2, None)), closed=frozenset({f"{ROSTER}board"}))
    board = next(placed for placed in shut.boxes if placed.box.id == "board")
    assert (board.rows, board.can_open) == ((), True)


def test_who_is_not_there_shows_in_chip_legend_and_words() -> None:
    told = {
        "s0": SeatTold(PostState.VACANT, "vacant since June 2024"),
        "s1": SeatTold(PostState.TERM_OVER, "Ann Lee (term ended in 2010)"),
        "s2": SeatTold(PostState.FILLED, "Bo Day", "Cy Orr"),
    }
    geometry = laid_out(with_seats(committee(1, 2, 3), **told))
    rows = next(placed.rows for placed in geometry.boxes if placed.rows)
    marks = [row.chip.chip.mark for row in rows if row.chip]
    assert [(mark.vacant, mark.term_over) for mark in marks] == [(True, False), (False, True), (False, False)]
    labels = {item.label for item in legend_of(geometry)}
    assert {"dashed, with a slash: vacant", "clock: term over"} <= labels
    assert [row.row.who for row in rows] == [
        "vacant since June 2024",
        "Ann Lee (term ended in 2010)",
        "Bo Day; deputy Cy Orr",
    ]
    assert "vacant since June 2024" in rows[0].row.said
    assert "deputy Cy Orr" in rows[2].row.said


def test_a_row_says_who_else_chooses_who_sits_there_and_all_rows_do_to_a_listener() -> None:
    by_net, by_own = "elected by the Net", "appointed by the G3"
    told = {
        "s0": SeatTold(PostState.FILLED, "Ann Lee", chosen=by_net, chosen_by=("net",)),
        "s1": replace(SILENT, chosen=by_net, chosen_by=("net",)),
        "s2": SILENT,
        "s3": replace(SILENT, chosen=by_own, chosen_by=("g3",)),
        "s4": replace(SILENT, chosen=by_net, chosen_by=("board", "net")),
        "s5": replace(SILENT, chosen="chosen by the Board", chosen_by=("board",)),
    }
    structure = committee(*range(1, 7))
    nodes, _, posts, behalf = structure
    rows = next(placed.rows for placed in laid_out(with_seats(structure, **told)).boxes if placed.rows)
    assert [row.row.who for row in rows] == [
        f"Ann Lee; {by_net}",
        "name not recorded; elected by the same",
        "name not recorded",
        "name not recorded",
        f"name not recorded; {by_net}",
        "name not recorded",
    ]
    spoken = [by_net, by_net, "", by_own, by_net, "chosen by the Board"]
    assert all(words in row.row.said for words, row in zip(spoken, rows, strict=True))
    in_full = rosters_of(nodes, posts, behalf, told, in_full=True)["board"]
    assert [row.who.partition("; ")[2] for row in in_full] == spoken
    both = replace(told["s0"], chosen="elected by the Net and ratified by the Council")
    again = rosters_of(nodes, posts, behalf, {**told, "s0": both, "s1": both})["board"]
    assert again[1].who == "Ann Lee; chosen by the same"


def test_a_seat_for_nobody_said_still_says_who_chooses_its_holder() -> None:
    nodes, _, posts, _ = committee(1)
    told = {"s0": replace(SILENT, chosen="elected by the Net", chosen_by=("net",))}
    (row,) = rosters_of(nodes, posts, {}, told)["board"]
    assert (row.whom, row.who) == ("Name not recorded", "elected by the Net")


def test_a_forum_stands_in_the_picture_for_its_members_and_a_long_roster_is_cut() -> None:
    nodes = [body("forum", "forum"), *(body(f"m{n:02}", "charity") for n in range(40))]
    picture = with_seats((nodes, [line(node.id, "member_of", "forum") for node in nodes[1:]], [], {}))
    forum = next(box for box in picture.boxes if box.id == "forum")
    assert len(forum.roster) == MOST_ROWS
    assert forum.roster[-1].id == MORE
    assert forum.roster[-1].whom == f"and {40 - MOST_ROWS + 1} more"
    opened = next(placed for placed in laid_out(picture, f"{ROSTER}forum").boxes if placed.box.id == "forum")
    assert len(opened.rows) == MOST_ROWS


def test_who_has_a_seat_and_a_strategic_partnership_are_drawn_though_nothing_joins_them() -> None:
    bodies = [body("trust", "charity"), body("works", "company"), body("lsp", "lsp"), body("fund", "fund")]
    nodes, lines, posts, behalf = committee(1, 2)
    posts = [*posts, seat("trust", id_="t"), replace(seat("works", id_="w"), role=Role.OFFICER)]
    picture = with_seats(([*nodes, *bodies], lines, posts, behalf))
    assert {box.id for box in picture.boxes} == {*(node.id for node in nodes), "trust", "lsp"}
    assert {node.id for node in picture.left_out} == {"works", "fund"}
    away = with_rosters(picture_of(bodies, [], [], {}), {}, bodies, {"lsp": "County"})
    assert not away.boxes, "of another place, only what is joined to this one"
