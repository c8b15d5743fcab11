"""What the map shows where: bars, columns, stacks, what folds, and what the eye follows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.diagram.columns import lay_out_map
from app.diagram.content import Picture, picture_of
from app.diagram.geometry import GAP, Geometry, PlacedBox
from app.diagram.quality import crossings
from app.domain import records as r
from tests.unit.diagram_cases import body, line, seat
from tests.unit.map_cases import shown_at_first

THEMES = [r.Theme(f"t{place}", f"Theme {place}", place) for place in range(6)]


def of_theme(node: r.Organization, place: int) -> r.Organization:
    return replace(node, theme=THEMES[place])


def town(
    themes: int = 5,
    more: Sequence[r.Organization] = (),
    joined: Sequence[r.Line] = (),
    elsewhere: Mapping[str, str] | None = None,
) -> Picture:
    """A town with a forum, its member and a board for each theme, a committee for all, and the two ends."""
    nodes = [
        body("lsp", "lsp"),
        body("reference", "reference_group"),
        of_theme(body("scrutiny", "committee"), 0),
        *more,
    ]
    lines = [line("scrutiny", "reports_to", "lsp"), *joined]
    posts, behalf = [], {}
    for place in range(themes):
        nodes += [
            of_theme(body(f"board{place}", "partnership_board"), place),
            of_theme(body(f"forum{place}"), place),
            of_theme(body(f"member{place}", "charity"), place),
        ]
        lines += [
            line(f"board{place}", "reports_to", "lsp"),
            line(f"forum{place}", "feeds_into", "reference"),
            line(f"member{place}", "member_of", f"forum{place}"),
        ]
        for board in ("scrutiny", f"board{place}"):
            posts.append(seat(board, id_=f"{board}-{place}"))
            behalf[f"{board}-{place}"] = [f"forum{place}"]
    return picture_of(nodes, lines, posts, behalf, elsewhere=elsewhere)


def at(geometry: Geometry) -> dict[str, PlacedBox]:
    return {placed.box.id: placed for placed in geometry.boxes}


def keys(geometry: Geometry) -> list[str]:
    return [column.key for column in geometry.columns]


def test_bars_reach_across_with_the_partnership_on_top_and_the_reference_group_at_the_foot() -> None:
    geometry = lay_out_map(town())
    boxes = at(geometry)
    assert boxes["lsp"].width == boxes["reference"].width == geometry.width
    assert boxes["lsp"].y < boxes["scrutiny"].y < boxes["board0"].y < boxes["forum0"].y < boxes["reference"].y
    assert boxes["scrutiny"].width > geometry.width / 2


def test_a_committee_of_three_themes_is_no_bar() -> None:
    assert at(lay_out_map(town(3)))["scrutiny"].width == 106
    assert at(lay_out_map(town(4)))["scrutiny"].width > 400


def test_a_council_without_a_theme_is_a_bar_when_it_has_to_do_with_three() -> None:
    lines = [line(f"board{place}", "sub_group_of", "council") for place in range(3)]
    office = line("office", "sub_group_of", "council")
    geometry = lay_out_map(town(3, [body("council", "council"), body("office", "department")], [*lines, office]))
    assert at(lay_out_map(town(3, [body("council", "council")], lines[:2])))["council"].width == 106
    assert at(geometry)["council"].width > 300
    assert at(geometry)["council"].box.folded == 1


def test_bodies_of_another_place_stand_muted_at_the_edge_and_no_bar_reaches_over_them() -> None:
    county = [
        of_theme(body("county", "council"), 1),
        of_theme(body("districts", "lsp"), 2),
        body("agreement", "programme"),
    ]
    lines = [line(f"board{place}", "feeds_into", "county") for place in range(5)]
    lines += [line("county", "feeds_into", "lsp"), line("districts", "feeds_into", "agreement")]
    whole = town(5, county, lines, elsewhere=dict.fromkeys(("county", "districts", "agreement"), "The County"))
    geometry = lay_out_map(whole, opened=frozenset({"all"}))
    boxes, band = at(geometry), geometry.columns[-1]
    assert band.lines == ("The County",)
    assert {id_ for id_ in boxes if boxes[id_].x > band.left} == {"county", "districts", "agreement"}
    assert {boxes[id_].box.style.key for id_ in ("county", "districts")} == {"away"}
    assert {boxes[id_].width for id_ in ("county", "districts", "agreement")} == {106}
    assert all(boxes[id_].x + boxes[id_].width / 2 < band.left for id_ in ("lsp", "scrutiny", "reference"))
    out = next(route for route in geometry.routes if route.edge.id == "feeds-into:county:lsp")
    assert out.points[0][0] == boxes["county"].x - 53


def test_a_council_stands_over_its_committee_and_one_without_a_theme_in_a_column_of_its_kind() -> None:
    more = [
        body("council", "council"),
        body("cabinet", "committee"),
        body("office", "department"),
        body("trust", "charity"),
    ]
    lines = [line(id_, "sub_group_of", "council") for id_ in ("cabinet", "office")]
    lines += [line("council", "feeds_into", "board0"), line("trust", "feeds_into", "scrutiny")]
    geometry = lay_out_map(town(5, more, lines), opened=frozenset({"all"}))
    boxes = at(geometry)
    council = next(column for column in geometry.columns if column.lines == ("Council",))
    assert {
        id_ for id_ in boxes if council.left < boxes[id_].x < council.left + council.width and boxes[id_].width < 110
    } == {"council", "cabinet", "office"}
    assert boxes["council"].y < boxes["cabinet"].y < boxes["office"].y < boxes["forum0"].y
    assert ("Partners",) in {column.lines for column in geometry.columns}


def test_the_body_that_most_lines_lead_to_stands_on_top_whatever_it_is() -> None:
    nodes = [*(of_theme(body(f"f{place}"), place) for place in range(5)), of_theme(body("hub", "department"), 0)]
    lines = [line(f"f{place}", "feeds_into", "hub") for place in range(5)]
    boxes = at(lay_out_map(picture_of(nodes, lines, [], {})))
    assert boxes["hub"].width > 500
    assert boxes["hub"].y < min(boxes[f"f{place}"].y for place in range(5))


def test_columns_are_the_themes_in_recorded_order_with_boards_above_forums() -> None:
    geometry = lay_out_map(town())
    assert keys(geometry) == [f"t{place}" for place in range(5)]
    assert [column.lines for column in geometry.columns][:2] == [("Theme 0",), ("Theme 1",)]
    for place, column in enumerate(geometry.columns):
        assert column.left < at(geometry)[f"board{place}"].x < column.left + column.width
        assert at(geometry)[f"board{place}"].x == at(geometry)[f"forum{place}"].x


def test_forums_stand_on_one_line() -> None:
    geometry = lay_out_map(town())
    assert len({placed.y - placed.height / 2 for placed in geometry.boxes if placed.box.id.startswith("forum")}) == 1


def test_a_bar_has_a_gap_where_a_line_passes_through_it() -> None:
    geometry = lay_out_map(town())
    bar = at(geometry)["scrutiny"]
    through = [r for r in geometry.routes if r.edge.from_id.startswith("board") and r.edge.to_id == "lsp"]
    assert len(through) == 5
    assert {route.points[0][0] for route in through} <= set(bar.gaps)
    assert all(two - one >= GAP for one, two in zip(bar.gaps, bar.gaps[1:], strict=False))


def test_a_body_with_one_line_folds_into_its_host_and_opens_with_it() -> None:
    assert "member0" not in at(lay_out_map(town()))
    assert at(lay_out_map(town()))["forum0"].box.folded == 1
    opened = at(lay_out_map(town(), opened=frozenset({"forum0"})))
    assert "member0" in opened
    assert opened["forum0"].box.folded == 0
    assert "member1" not in opened


def test_a_seat_that_stands_empty_is_not_folded_away() -> None:
    nodes = [body("board", "partnership_board"), body("here", "charity"), body("away", "charity"), body("forum")]
    posts = [seat("board", id_="s1"), seat("board", id_="s2", taken_up="no"), seat("board", id_="s3")]
    geometry = lay_out_map(picture_of(nodes, [], posts, {"s1": ["here"], "s2": ["away"], "s3": ["forum"]}))
    assert set(at(geometry)) == {"board", "away", "forum"}


def test_a_folded_column_is_one_box_with_the_lines_of_its_bodies() -> None:
    geometry = lay_out_map(town(), room=300)
    folded = [column for column in geometry.columns if column.is_folded]
    assert folded
    box = at(geometry)[f"fold:{folded[0].key}"]
    assert box.box.folded == 3
    assert " ".join(box.lines) == "3 bodies, open"
    place = folded[0].key[1:]
    assert {f"board{place}", f"forum{place}"}.isdisjoint(at(geometry))
    assert {route.edge.to_id for route in geometry.routes if route.edge.from_id == box.box.id} == {
        "lsp",
        "reference",
        "scrutiny",
    }


def test_an_opened_column_does_not_fold() -> None:
    geometry = lay_out_map(town(), room=300, opened=frozenset({"t1"}))
    assert [column.key for column in geometry.columns if not column.is_folded] == ["t1"]
    assert "board1" in at(geometry)


def test_lines_of_one_body_and_kind_share_a_trunk_and_others_do_not() -> None:
    nodes = [body("forum"), *(body(f"b{place}", "partnership_board") for place in range(4))]
    posts = [seat(f"b{place}", id_=f"s{place}") for place in range(4)]
    lines = [line("forum", "feeds_into", f"b{place}") for place in range(3)]
    geometry = lay_out_map(picture_of(nodes, lines, posts, {f"s{place}": ["forum"] for place in range(4)}))
    trunks = {
        kind: {route.trunk for route in geometry.routes if route.edge.style.key == kind and len(route.points) > 2}
        for kind in ("seat", "feeds-into")
    }
    assert len(trunks["seat"]) == len(trunks["feeds-into"]) == 1
    assert trunks["seat"] != trunks["feeds-into"]


def test_chips_stand_against_the_side_of_the_board() -> None:
    geometry = lay_out_map(town())
    for chip in geometry.chips:
        board = at(geometry)[next(route.edge.to_id for route in geometry.routes if route.edge.id == chip.owner)]
        beside = abs(abs(chip.x - board.x) - board.width / 2 - 4.5) < 0.1
        under = abs(abs(chip.y - board.y) - board.height / 2 - 4.5) < 0.1
        assert beside or under


def names(geometry: Geometry) -> Sequence[str]:
    return sorted(at(geometry))


def test_places_without_partnership_themes_or_lines_are_drawn() -> None:
    forums = [body("a"), body("b"), body("c")]
    circle = [line("a", "feeds_into", "b"), line("b", "feeds_into", "c"), line("c", "feeds_into", "a")]
    assert names(lay_out_map(picture_of(forums, [*circle, line("a", "reports_to", "a")], [], {}))) == ["a", "b", "c"]
    partnerships = [body("l1", "lsp"), body("l2", "lsp")]
    both = lay_out_map(picture_of(partnerships, [line("l1", "feeds_into", "l2")], [], {}))
    assert names(both) == ["l1", "l2"]
    assert at(both)["l1"].y != at(both)["l2"].y
    assert lay_out_map(Picture((), (), ())).boxes == ()


def test_without_themes_bodies_gather_round_the_best_connected() -> None:
    nodes = [body("lsp", "lsp"), body("hub1"), body("hub2")]
    lines = [line("hub1", "feeds_into", "lsp"), line("hub2", "feeds_into", "lsp")]
    for place in range(8):
        nodes.append(body(f"group{place}"))
        lines.append(line(f"group{place}", "feeds_into", f"hub{1 + place % 2}"))
    geometry = lay_out_map(picture_of(nodes, lines, [], {}))
    assert sorted(keys(geometry)) == ["hub1", "hub2"]
    assert {at(geometry)[f"group{place}"].x for place in range(0, 8, 2)} == {at(geometry)["hub1"].x}


def test_long_and_foreign_names_stay_in_their_boxes() -> None:
    nodes = [body("lsp", "lsp"), body("b", "partnership_board", name="W" * 120), body("c", name="健康福祉委員会" * 9)]
    geometry = lay_out_map(picture_of(nodes, [line("b", "reports_to", "lsp"), line("c", "feeds_into", "b")], [], {}))
    for id_ in ("b", "c"):
        assert len(at(geometry)[id_].lines) * 14.95 < at(geometry)[id_].height


def test_the_columns_of_a_real_place_cover_the_whole_width() -> None:
    geometry = lay_out_map(shown_at_first("bromley"))
    edge = 0.0
    for column in geometry.columns:
        assert abs(column.left - edge) < 0.1
        edge = column.left + column.width
    assert abs(edge - geometry.width) < 0.1


def test_a_line_between_forums_runs_under_a_column_where_it_would_cross_what_goes_up_there() -> None:
    nodes = [of_theme(body(f"f{place}"), place) for place in range(3)]
    nodes += [of_theme(body(f"b{place}", "partnership_board"), 1) for place in range(4)]
    posts = [seat("f0", id_="across"), *(seat(f"b{place}", id_=f"s{place}") for place in range(4))]
    behalf = {"across": ["f2"], **{f"s{place}": ["f1"] for place in range(4)}}
    geometry = lay_out_map(picture_of(nodes, [], posts, behalf), order=("t0", "t1", "t2"))
    assert keys(geometry) == ["t0", "t1", "t2"]
    across = next(route for route in geometry.routes if route.edge.from_id == "f2")
    lowest = max(placed.y + placed.height / 2 for placed in geometry.boxes)
    assert lowest < max(y for _, y in across.points) <= geometry.height
    assert crossings(geometry.routes) == 0
    beside = lay_out_map(picture_of(nodes, [], posts[:1], behalf), order=("t0", "t2"))
    assert max(y for route in beside.routes for _, y in route.points) < max(p.y for p in beside.boxes) + 40
