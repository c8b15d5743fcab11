"""A document made small keeps everything that is painted, walked and said, whatever the names."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from app.diagram.compact import compact, without_colours
from app.diagram.draw import draw
from app.diagram.stylesheet import palette_css
from tests.unit.diagram_cases import Structure, large, small
from tests.unit.test_diagram_drawings import hostile


def both(structure: Structure) -> tuple[str, str]:
    """Return the document of a drawing as pages have it, and made small."""
    written = str(draw(*structure, title="A structure", href="#{}".format).data_json)
    return written, str(compact(written))


def references(document: dict[str, Any]) -> list[str]:
    """Return what a document calls lines by, wherever it does."""
    found = [id_ for trunk in document["trunks"] for id_ in trunk["lines"]]
    for box in document["boxes"].values():
        found += [*box.get("way", ()), *(id_ for row in box.get("rows", ()) for id_ in row["lines"])]
    found += [each["owner"] for part in ("chips", "marks", "labels") for each in document[part]]
    return [id_ for id_ in found if id_ not in document["boxes"]]


@pytest.mark.parametrize("structure", [small(), large(40, 80), hostile()], ids=["small", "large", "hostile"])
def test_every_line_is_called_by_its_new_id(structure: Structure) -> None:
    before, after = (json.loads(each) for each in both(structure))
    places = [{line["id"]: place for place, line in enumerate(each["lines"])} for each in (before, after)]
    assert len(places[1]) == len(after["lines"]) > 0
    said = [[places[at].get(id_, id_) for id_ in references(each)] for at, each in enumerate((before, after))]
    assert said[0] == said[1]
    kinds = [[line["id"].partition(":")[0] for line in each["lines"]] for each in (before, after)]
    assert kinds[0] == kinds[1], "the arrow keys go by the kind of a line, and by whether it is proposed"


@pytest.mark.parametrize("structure", [small(), large(40, 80), hostile()], ids=["small", "large", "hostile"])
def test_only_what_is_empty_or_unread_is_left_out(structure: Structure) -> None:
    before, after = (json.loads(each) for each in both(structure))
    assert list(before["boxes"]) == list(after["boxes"])
    for id_, box in before["boxes"].items():
        gone = {name: value for name, value in box.items() if name not in after["boxes"][id_]}
        said_elsewhere = {"theme", "classification"}
        said_elsewhere |= {"name"} if box["name"] == " ".join(box["lines"]) else set()
        said_elsewhere |= {at for at, middle in (("nameY", "y"), ("textX", "x")) if box[at] == box[middle]}
        assert [name for name, value in gone.items() if value and name not in said_elsewhere] == []
    for name in ("columns", "colours", "labels", "chips", "width", "height", "title"):
        assert len(str(before[name])) >= len(str(after[name])) > 0
    assert [line["said"] for line in before["lines"]] == [line["said"] for line in after["lines"]]
    assert [node["id"] for node in after["nodes"]] == [node["id"] for node in before["nodes"]]


def test_it_is_smaller_and_cannot_end_its_element() -> None:
    before, after = both(large(40, 80))
    assert len(after) < 0.8 * len(before)
    for written in both(hostile()):
        assert not set(written) & set("<>&")


def test_every_colour_that_goes_is_in_the_style_sheet() -> None:
    nodes, lines, posts, behalf = small()
    nodes = [replace(node, name=f'{node.name} fill="#FFFFFF"') for node in nodes]
    svg = draw(nodes, lines, posts, behalf, title="A structure", href="#{}".format).svg
    bare, rules = without_colours(svg), palette_css(".dg")
    assert 'fill="#FFFFFF"</text>' in bare.replace("</tspan>", ""), "a name keeps its letters"
    for element in re.findall(r"<[^>]*>", svg):
        for what in re.findall(r' (fill|stroke)="#', element):
            (name,) = re.findall(r'class="(?:dg-again )?(dg-[a-z-]+)"', element)
            assert re.search(rf"^\.dg \.{name} {{[^}}]*{what}: ", rules, re.MULTILINE), element
    assert not re.search(r'<[^>]*"#[0-9A-F]{6}"', bare)
