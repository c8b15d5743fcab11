"""The SVG and the JSON: the same content, safe whatever the names, readable in both themes."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.diagram.assets import vis_network
from app.diagram.badges import badges_of
from app.diagram.bars import name_middle
from app.diagram.content import picture_of
from app.diagram.draw import Drawing, Seated, draw
from app.diagram.geometry import Column, Geometry, Label, PlacedBox
from app.diagram.layered import lay_out
from app.diagram.network import document_of, network_of
from app.diagram.outlines import box_path, edge_path
from app.diagram.palette import BOXES, LINES, PAGE, TEXT, contrast, line_style
from app.diagram.stylesheet import palette_css
from app.diagram.svg import svg_of
from app.diagram.svg_parts import stack_svg
from app.diagram.text import width
from app.domain.vocabulary import LineType
from app.reading.keeping import Kept
from app.web.pictures.drawn_before import DRAWINGS
from tests.unit.diagram_cases import HOSTILE, Structure, body, large, line, small

parsed = ElementTree.fromstring
SVG = "{http://www.w3.org/2000/svg}"


def drawn(structure: Structure, focus: str | None = None, title: str = "A structure") -> Drawing:
    return draw(*structure, title=title, focus=focus, href="/{}".format)


def hostile() -> Structure:
    """The small structure with a hostile text in every field that has any, ids included."""
    nodes, lines, posts, behalf = small()
    ids = {node.id: f"{node.id}{HOSTILE}" for node in nodes}
    return (
        [replace(node, id=ids[node.id], name=f"{node.name}{HOSTILE}", purpose=HOSTILE, note=HOSTILE) for node in nodes],
        [replace(o, id=o.id + HOSTILE, from_id=ids[o.from_id], to_id=ids[o.to_id], note=HOSTILE) for o in lines],
        [replace(p, id=p.id + HOSTILE, organization_id=ids[p.organization_id], label=HOSTILE) for p in posts],
        {f"{post}{HOSTILE}": [ids[group] for group in groups] for post, groups in behalf.items()},
    )


@pytest.mark.parametrize("focus", [None, "forum"])
def test_svg_and_json_show_the_same_bodies_and_lines(focus: str | None) -> None:
    drawing = drawn(small(), focus)
    content = json.loads(drawing.data_json)
    links = [link.get("href") for link in parsed(drawing.svg).iter(f"{SVG}a")]
    ids = [node["id"] for node in content["nodes"]]
    assert sorted(map(str, links)) == [f"/{id_}" for id_ in sorted(ids)]
    assert set(ids) == set(content["boxes"]) >= {"lsp", "board", "forum"}
    assert sorted(edge["id"] for edge in content["edges"]) == sorted(one["id"] for one in content["lines"])
    assert {"seat:forum:board", "feeds-into:forum:board", "reports-to:board:lsp"} <= {e["id"] for e in content["edges"]}
    assert all({one["from"], one["to"]} <= set(ids) for one in content["lines"])


def test_around_a_body_there_is_a_narrow_drawing_of_the_same() -> None:
    drawing = drawn(small(), "forum")
    assert drawing.svg_narrow is not None
    wide, narrow = (
        {link.get("href") for link in parsed(svg).iter(f"{SVG}a")} for svg in (drawing.svg, drawing.svg_narrow)
    )
    assert wide == narrow
    assert float(parsed(drawing.svg_narrow).get("width", 0)) <= 360
    assert drawn(small()).svg_narrow is None


def test_a_graph_without_forums_and_boards_is_drawn_in_layers() -> None:
    nodes = [body("council", "council"), body("roads", "department"), body("parks", "department")]
    drawing = drawn((nodes, [line(id_, "sub_group_of", "council") for id_ in ("roads", "parks")], [], {}))
    at = json.loads(drawing.data_json)
    assert at["columns"] == []
    assert at["boxes"]["council"]["y"] < at["boxes"]["roads"]["y"] == at["boxes"]["parks"]["y"]


def test_the_way_leads_up_to_the_lsp_by_the_shortest_lines() -> None:
    boxes = json.loads(drawn(small(), "forum").data_json)["boxes"]
    assert set(boxes["forum"]["way"]) == {"feeds-into:forum:board", "seat:forum:board", "reports-to:board:lsp"}
    assert boxes["board"]["way"] == ["reports-to:board:lsp"]
    assert boxes["lsp"]["way"] == boxes["funder"]["way"] == []


def test_a_box_says_in_short_what_it_does() -> None:
    boxes = json.loads(drawn(small(), "forum").data_json)["boxes"]
    assert boxes["forum"]["walk"].startswith("Forum, forum, 3 seats, feeds into one body")
    assert boxes["forum"]["classification"] == "forum"
    assert boxes["board"]["name"] == "Board"


def test_large_type_is_the_same_drawing_half_as_large_again() -> None:
    usual, large_type = (
        draw(*small(), title="T", focus="forum", href="/{}".format, large=is_large) for is_large in (False, True)
    )
    assert large_type.width == usual.width * 1.5
    assert parsed(large_type.svg).get("viewBox") == parsed(usual.svg).get("viewBox")
    assert json.loads(large_type.data_json)["scale"] == 1.5


def test_holders_stand_beside_their_seats() -> None:
    drawing = draw(*small(), title="T", focus="forum", href="/{}".format, holders={"s1": "Ann", "s2": "Ben & Co"})
    said = ["".join(element.itertext()) for element in parsed(drawing.svg).iter(f"{SVG}text")]
    assert any("Ann" in words for words in said)
    assert any("Ben & Co" in words for words in said)


def test_a_person_is_drawn_with_the_seats_they_hold() -> None:
    nodes, lines, posts, behalf = small()
    ann = Seated("person-ann", f"Ann{HOSTILE}", "/people/ann", frozenset({"s1", "s2"}))
    drawing = draw(nodes, lines, posts, behalf, title="Ann", href="/{}".format, person=ann)
    content = json.loads(drawing.data_json)
    assert set(content["boxes"]) == {"person-ann", "board", "lsp"}
    assert content["boxes"]["person-ann"]["href"] == "/people/ann"
    assert "person, 2 seats" in content["boxes"]["person-ann"]["walk"]
    assert any(
        "for Forum" in " ".join(label["lines"]) or "for the Forum" in " ".join(label["lines"])
        for label in content["labels"]
    )
    assert "<script" not in drawing.svg.lower()


def placed(
    sort: str, *, id_: str = "it", gaps: tuple[float, ...] = (), lines: tuple[str, ...] = ("Name",)
) -> PlacedBox:
    (box,) = picture_of([body(id_, sort)], [], [], {}, focus=id_).boxes
    return PlacedBox(replace(box, is_focus=False, folded=0), 200, 50, 400, 30, lines, gaps)


@pytest.mark.parametrize("sort", ["lsp", "committee", "reference_group", "council", "forum"])
def test_a_line_passes_a_bar_through_a_gap_that_nothing_is_painted_in(sort: str) -> None:
    bar = placed(sort, gaps=(100.0, 260.0))
    pieces = box_path(bar).split("Z")[:-1]
    spans = []
    for piece in pieces:
        xs = [float(pair.split()[0]) for pair in re.split("[ML]", piece) if pair]
        spans.append((min(xs), max(xs)))
    assert spans == [(0, 96), (104, 256), (264, 400)]
    assert edge_path(bar).count("M") == 4, "the sides of the gaps stay open"


def test_tab_walks_what_reaches_across_and_then_each_column_downwards() -> None:
    places = {"foot": (200, 300), "deep": (60, 200), "next": (180, 100), "top": (200, 20), "high": (60, 100)}
    boxes = [replace(placed("forum", id_=id_), x=x, y=y, is_bar=x == 200) for id_, (x, y) in places.items()]
    svg = svg_of(Geometry(400, 320, tuple(boxes), (), ()), title="t", description="d", href=str, said=str, key="k")
    assert [link.get("href") for link in parsed(svg).iter(f"{SVG}a")] == ["top", "foot", "high", "deep", "next"]


def test_the_name_of_a_bar_stands_clear_of_its_gaps() -> None:
    bar = placed("lsp", gaps=(190.0,), lines=("A name of some length",))
    half = width("A name of some length", bold=True) / 2
    assert name_middle(bar) - half > 194
    assert name_middle(placed("lsp")) == 200


def test_badges_and_piles_tell_what_a_box_stands_for() -> None:
    one = placed("charity")
    assert list(badges_of(one)) == []
    five = replace(one, box=replace(one.box, folded=5))
    assert [badge.words for badge in badges_of(five)] == ["+5"]
    column = replace(one, box=replace(one.box, id="fold:carers", name="9 bodies, open"))
    assert stack_svg(column).count("<path") == 2
    assert stack_svg(one) == ""


def test_columns_and_labels_are_in_both_drawings() -> None:
    columns = (
        Column("a", ("First",), 0, 0, 132, 200, is_alternate=True, middle=66),
        Column("b", (HOSTILE,), 132, 0, 132, 200, is_alternate=False, middle=198),
    )
    labels = (Label("", ("Heading",), 66, 30, "middle", is_heading=True),)
    geometry = Geometry(264, 200, (), (), (), columns, labels)
    svg = svg_of(geometry, title="t", description="d", href=str, said=str, key="k")
    document = document_of(geometry, title="t", said={}, walk={}, href=str)
    tree = parsed(svg)
    assert len([it for it in tree.iter(f"{SVG}rect") if it.get("class") == "dg-stripe"]) == 1
    words = ["".join(it.itertext()) for it in tree.iter(f"{SVG}text")]
    assert words[0] == "First"
    assert words[-1] == "Heading"
    assert [column["filled"] for column in document["columns"]] == [True, False]
    assert document["labels"][0]["align"] == "center"


@pytest.mark.parametrize("as_file", [False, True])
def test_a_hostile_name_is_only_ever_text(as_file: bool) -> None:
    structure = hostile()
    drawing = drawn(structure, structure[0][2].id, HOSTILE)
    svg = drawing.svg_file if as_file else drawing.svg
    tree = parsed(svg)
    names = {element.tag.removeprefix(SVG) for element in tree.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "g", "path", "a", "text", "tspan"}
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on") or key == "style"]
    assert "<script" not in svg.lower()
    assert "\u202e" not in svg
    svg.encode()


def test_json_in_a_script_element_cannot_end_it() -> None:
    structure = hostile()
    data = drawn(structure, title=HOSTILE).data_json
    assert data.isascii()
    assert not re.search("[<>&]", data)
    assert {node["id"] for node in json.loads(data)["nodes"]} < {node.id for node in structure[0]}


def test_an_svg_loads_nothing_and_says_what_it_is() -> None:
    drawing = drawn(small())
    for svg in (drawing.svg, drawing.svg_file):
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|<image|<use", svg)
        tree = parsed(svg)
        titles = [tree.findtext(f"{SVG}title"), tree.findtext(f"{SVG}desc")]
        assert titles == ["A structure", drawing.description]
    assert "style" not in {element.tag.removeprefix(SVG) for element in parsed(drawing.svg).iter()}
    assert "prefers-color-scheme: dark" in drawing.svg_file


def test_pyvis_keeps_every_line_even_parallel_ones() -> None:
    geometry = lay_out(picture_of(*large(30, 90)))
    network = network_of(geometry)
    assert len(network.edges) == len(geometry.routes)
    assert network.options["physics"] == {"enabled": False}
    assert all(node["fixed"] and node["label"] == " " for node in network.nodes)


def test_the_same_content_is_drawn_once() -> None:
    kept: Kept[Drawing] = Kept(DRAWINGS)
    first, again, other = (
        draw(*small(), title=title, href="/{}".format, kept=kept) for title in ("One", "One", "Another")
    )
    assert again is first
    assert other.key != first.key
    assert len(kept) == 2


def test_the_legend_has_what_occurs_and_nothing_else() -> None:
    labels = {item.label for item in drawn(small()).legend}
    assert {
        "reports to",
        "has a seat on",
        "Partnership board",
        "notch: co-opted",
        "stands for several bodies",
    } <= labels
    assert "People at large" not in labels
    assert "People at large" in {item.label for item in drawn(small(), "forum").legend}


def test_an_empty_structure_is_no_error() -> None:
    assert drawn(([], [], [], {})).body_count == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_names_lines_and_outlines_stand_out(theme: str) -> None:
    page = getattr(PAGE, theme)
    assert contrast(getattr(TEXT, theme), page) >= 9.7
    for box in BOXES.values():
        assert round(contrast(getattr(box.text, theme), getattr(box.fill, theme)), 1) >= 9.7, box.key
        assert round(contrast(getattr(box.stroke, theme), page), 1) >= 3.4, box.key
    for style in LINES.values():
        assert round(contrast(getattr(style.stroke, theme), page), 1) >= 4.3, style.key


def test_every_kind_of_line_has_a_style_that_no_other_looks_like() -> None:
    assert {line_style(kind).key for kind in LineType} | {"seat", "missing"} == set(LINES)
    looks = {(style.stroke, style.width, style.dashes, style.end) for style in LINES.values()}
    assert len(looks) == len(LINES)


def test_the_style_sheet_has_the_palette() -> None:
    sheet = (Path(__file__).parents[2] / "frontend/static/css/diagram.css").read_text()
    assert sheet.endswith(palette_css(".dg")), "write app.diagram.stylesheet.palette_css('.dg') at the end of it"


def test_vis_network_is_where_pages_load_it_from() -> None:
    assert (vis_network() / "vis-network.min.js").is_file()
