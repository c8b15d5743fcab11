"""Graph formats as other people's tools read them: nothing is lost, and no name breaks out of its place."""

import io
import re
from typing import Any
from xml.etree.ElementTree import fromstring

import networkx
import pygraphviz
import pytest

from app.domain.facts import DataSet, Node
from app.exchange.formats.dot import dot
from app.exchange.formats.gexf import gexf
from app.exchange.formats.graph import called, plainly, written
from app.exchange.formats.graphml import graphml
from app.exchange.formats.mermaid import mermaid
from app.exchange.formats.pictured import boxes, lines, words_of
from app.exchange.formats.public_facts import PublicFacts
from tests.conftest import SEEDS
from tests.unit.format_cases import HOSTILE, hostile_place, place_in

PLACES = {name: place_in(SEEDS, name) for name in ("bromley", "gloucester")} | {"hostile": hostile_place()}


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> PublicFacts:
    return PLACES[request.param]


def said_by(facts: Any) -> list[dict[str, Any]]:
    """Return what nodes or links say, as XML holds it."""
    found = [{name: as_read(value) for name, value in plainly(fact).items()} for fact in facts]
    assert not any({"type", "called", "id"} & each.keys() for each in found), "these words are the formats' own"
    return found


def as_read(value: object) -> object:
    return written(value).replace("\r", "\n") if isinstance(value, str) else value


def test_networkx_reads_all_of_a_graphml_file(place: PublicFacts) -> None:
    read = networkx.parse_graphml(graphml(place).decode(), force_multigraph=True)
    assert read.is_directed()
    facts = place.facts
    expected = said_by(facts.nodes)
    for node, said in zip(facts.nodes, expected, strict=True):
        assert read.nodes[node.id] == said | {"type": node.label, "called": written(called(node))}
    found = {(start, end, data["type"], data["id"]): data for start, end, data in read.edges(data=True)}
    assert len(found) == read.number_of_edges() == len(facts.links)
    for link, said in zip(facts.links, said_by(facts.links), strict=True):
        assert found[link.from_id, link.to_id, link.type, link.id] == said | {"type": link.type, "id": link.id}


def test_networkx_reads_all_of_a_gexf_file(place: PublicFacts) -> None:
    read = networkx.read_gexf(io.BytesIO(gexf(place)), version="1.3")
    facts = place.facts
    for node, said in zip(facts.nodes, said_by(facts.nodes), strict=True):
        # What is called label there is what the node is called, and only then what it says under that name.
        kept = {name: value for name, value in read.nodes[node.id].items() if name != "label"}
        assert kept == {name: value for name, value in said.items() if name != "label"} | {"type": node.label}
    edges = fromstring(gexf(place)).findall(".//{*}edge")  # noqa: S314  written here
    assert [(edge.get("source"), edge.get("target"), edge.get("label")) for edge in edges] == [
        (link.from_id, link.to_id, link.type) for link in facts.links
    ]
    assert read.number_of_edges() == len(facts.links)


def test_graphviz_reads_all_of_a_dot_file(place: PublicFacts) -> None:
    read = pygraphviz.AGraph(string=dot(place).decode())
    drawn = [*boxes(place)]
    for node in drawn:
        label = read.get_node(node.id).attr["label"]
        flat = " ".join("".join(each if each.isprintable() else " " for each in words_of(node)).split())
        assert label.replace("&amp;", "&").replace("\\\\", "\\") == flat
    assert read.number_of_nodes() == len(drawn)
    assert read.number_of_edges() == len([*lines(place)])


_BOX = re.compile(r'  n\d+(\["|\("|\(\[")((?:[^\W_]|[ .,:/\'()-]|#\d+;)*)("\]|"\)|"\]\))')
_LINE = re.compile(r'  n\d+ (-->|-\.->)\|"[a-z ]+"\| n\d+')


def test_each_line_of_a_mermaid_file_is_a_box_or_an_arrow(place: PublicFacts) -> None:
    first, *rest = mermaid(place).decode().removesuffix("\n").split("\n")
    assert first == "flowchart BT"
    found = [match for line in rest if (match := _BOX.fullmatch(line))]
    assert [re.sub(r"#(\d+);", lambda it: chr(int(it[1])), match[2]) for match in found] == [
        " ".join("".join(each if each.isprintable() else " " for each in words_of(node)).split())
        for node in boxes(place)
    ]
    arrows = rest[len(found) :]
    assert len(arrows) == len([*lines(place)])
    assert all(map(_LINE.fullmatch, arrows))


@pytest.mark.parametrize(
    ("name", "written"),
    [("direction TB", "direction#32;TB"), ("fa:fa-car", "fa#58;fa-car"), ("\u200b", " "), ("end", "end")],
)
def test_no_name_is_an_order_to_mermaid(name: str, written: str) -> None:
    body = Node("Organization", "a/b", "a", {"name": name})
    assert f'  n0["{written}"]' in mermaid(PublicFacts("a", "A", DataSet([body], []), "", 1)).decode().split("\n")


def test_the_hostile_place_is_hostile() -> None:
    assert len(HOSTILE) > 10
    for name in HOSTILE:
        assert any(node.properties.get("name") == name for node in PLACES["hostile"].facts.nodes)
