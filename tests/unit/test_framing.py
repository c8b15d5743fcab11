"""A saved drawing says what it shows, of which day, from which sources and where that is online, around itself."""

import re
from xml.etree import ElementTree as ET

import pytest

from app.diagram.framing import LEAST, framed
from app.diagram.paper import Imprint
from app.diagram.raster import size_of
from app.diagram.stamping import stamped
from app.diagram.text import width
from app.domain.clearance import NOT_PUBLIC

SAID = Imprint(
    title="The structure <of> Anytown & around",
    day="As recorded in January 2010",
    shown="3 of 4 recorded bodies are drawn.",
    sources="Newest source: January 2010. Source: A study (January 2010).",
    address="https://example.org/anytown?on=2010-01&" + "themes=a," * 40,
    made="Partnership Explorer, made 1 December 2026 from version 12 of the record",
)


def drawing(wide: float, high: float = 200, left: float = 0, scale: float = 1) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dg" width="{wide * scale:g}" height="{high * scale:g}"'
        f' viewBox="{left:g} 0 {wide:g} {high:g}" role="img"><style>.dg {{}}</style><rect id="it"/></svg>'
    )


def texts(svg: str) -> list[ET.Element]:
    return [each for each in ET.fromstring(svg).iter() if each.tag.endswith("}text")]  # noqa: S314 - our own


@pytest.mark.parametrize(("wide", "left"), [(120, 0), (480, 0), (700, -30), (2100, 0)])
def test_a_file_says_all_of_it_in_order_and_nothing_runs_out_of_it(wide: float, left: float) -> None:
    svg = framed(drawing(wide, left=left, scale=1.2), SAID)
    across, down = size_of(svg)
    assert across == max(wide, LEAST)
    assert re.match(rf'<svg [^>]*width="{across * 1.2:g}" height="{down * 1.2:g}"', svg), (
        "it is shown as large as before"
    )
    lines = texts(svg)
    said = "".join("".join(line.itertext()) for line in lines).replace(" ", "")
    for part in (SAID.title, SAID.day, SAID.shown, SAID.sources, SAID.address, SAID.made):
        assert part.replace(" ", "") in said
    assert (
        said.index(SAID.title[:3])
        < said.index("3of4")
        < said.index("Newest")
        < said.index("https")
        < said.index("made")
    )
    heights = [float(line.attrib["y"]) for line in lines]
    assert heights == sorted(set(heights))
    assert heights[-1] < down
    for line in lines:
        bold = "font-weight" in line.attrib
        size = float(line.attrib["font-size"])
        assert float(line.attrib["x"]) + width("".join(line.itertext()), size=size, bold=bold) <= across
    inner = re.search(r'<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)"', svg)
    assert inner
    x, y, w, h = (float(each) for each in inner.groups()[:4])
    assert (w, h, inner[5]) == (wide, 200, f"{left:g} 0 {wide:g} 200"), "the drawing itself is as it was"
    assert 2 * x + w == pytest.approx(across)
    above = [each for each in heights if each < y]
    assert len(above) >= 3
    assert min(each for each in heights if each not in above) - 11 > y + h, "nothing lies on the drawing"


def test_both_themes_reach_what_stands_around_and_what_is_hidden_is_still_said_above() -> None:
    svg = framed(drawing(600), SAID)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="dg"')
    assert {line.attrib["class"] for line in texts(svg)} == {"dg-words", "dg-head"}
    assert svg.count("<style>") == 1
    assert NOT_PUBLIC in stamped(svg, NOT_PUBLIC)
