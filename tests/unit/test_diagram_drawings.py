"""The SVG and the JSON: the same content, safe whatever the names, readable in both themes."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.diagram import draw as drawing_module
from app.diagram.assets import vis_network
from app.diagram.content import picture_of
from app.diagram.draw import Drawing, draw
from app.diagram.layered import lay_out
from app.diagram.network import network_of
from app.diagram.palette import BOXES, LINES, PAGE, TEXT, contrast, line_style
from app.diagram.stylesheet import palette_css
from app.domain.vocabulary import LineType
from tests.unit.diagram_cases import HOSTILE, Structure, large, small

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
    picture = picture_of(*small(), focus=focus)
    links = [link.get("href") for link in parsed(drawing.svg).iter(f"{SVG}a")]
    content = json.loads(drawing.data_json)
    assert links == [f"/{box.id}" for box in picture.boxes]
    assert [node["id"] for node in content["nodes"]] == [box.id for box in picture.boxes]
    assert [edge["id"] for edge in content["edges"]] == [edge.id for edge in picture.edges]
    assert [one["id"] for one in content["lines"]] == [edge.id for edge in picture.edges]
    assert drawing.body_count == len(links)


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
    first = drawn(small())
    assert drawn(small()) is first
    assert drawn(small(), title="Another").key != first.key
    assert len(drawing_module._kept) <= drawing_module.MOST_KEPT


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
    assert {line_style(kind).key for kind in LineType} | {"seat"} == set(LINES)
    looks = {(style.stroke, style.width, style.dashes, style.end) for style in LINES.values()}
    assert len(looks) == len(LINES)


def test_the_style_sheet_has_the_palette() -> None:
    sheet = (Path(__file__).parents[2] / "frontend/static/css/diagram.css").read_text()
    assert sheet.endswith(palette_css(".dg")), "write app.diagram.stylesheet.palette_css('.dg') at the end of it"


def test_vis_network_is_where_pages_load_it_from() -> None:
    assert (vis_network() / "vis-network.min.js").is_file()
