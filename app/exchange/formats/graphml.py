"""A place as GraphML (http://graphml.graphdrawing.org/): every node and link with all that they say."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from app.exchange.formats.graph import Plain, called, plainly, sorts_of, written
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def graphml(public: PublicFacts) -> bytes:
    """Write a place as a directed graph; `type` is a node's label or a link's type, `called` what it is called."""
    nodes = [plainly(node) | {"type": node.label, "called": called(node)} for node in public.facts.nodes]
    links = [plainly(link) | {"type": link.type} for link in public.facts.links]
    root = Element("graphml", {"xmlns": NAMESPACE})
    of_nodes, of_links = _keys(root, "node", nodes), _keys(root, "edge", links)
    graph = SubElement(root, "graph", {"id": public.place, "edgedefault": "directed"})
    for node, said in zip(public.facts.nodes, nodes, strict=True):
        _data(SubElement(graph, "node", {"id": node.id}), said, of_nodes)
    for number, (link, said) in enumerate(zip(public.facts.links, links, strict=True)):
        # An id may be the same for links of two types, and has to be an edge's own.
        ends = {"id": f"e{number}", "source": link.from_id, "target": link.to_id}
        _data(SubElement(graph, "edge", ends), said | {"id": link.id}, of_links)
    indent(root, " ")
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _keys(root: Element, of: str, said: Iterable[Mapping[str, Plain]]) -> dict[str, str]:
    """Declare what nodes or edges say, and return the key of each name."""
    sorts = sorts_of(said) | ({"id": "string"} if of == "edge" else {})
    for name, sort in sorts.items():
        declared = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": sort}
        SubElement(root, "key", declared)
    return {name: f"{of}-{name}" for name in sorts}


def _data(element: Element, said: Mapping[str, Plain], keys: Mapping[str, str]) -> None:
    for name, value in said.items():
        SubElement(element, "data", {"key": keys[name]}).text = written(value)


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is not held: nothing."""
    return ()
