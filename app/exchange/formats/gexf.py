"""A place as GEXF 1.3 (https://gexf.net/), as Gephi reads it: every node and link with all that they say."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from app.exchange.formats.graph import Plain, called, plainly, sorts_of, written
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts

NAMESPACE = "http://gexf.net/1.3"
_SORTS = {"int": "integer"}


def gexf(public: PublicFacts) -> bytes:
    """Write a place as a directed graph; a node's label is what it is called, a link's its type."""
    nodes = [plainly(node) | {"type": node.label} for node in public.facts.nodes]
    links = [plainly(link) | {"id": link.id} for link in public.facts.links]
    root = Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Partnership Explorer"
    SubElement(meta, "description").text = written(f"{public.name}, data version {public.version}")
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    of_nodes, of_links = _attributes(graph, "node", nodes), _attributes(graph, "edge", links)
    inside = SubElement(graph, "nodes")
    for node, said in zip(public.facts.nodes, nodes, strict=True):
        element = SubElement(inside, "node", {"id": node.id, "label": written(called(node))})
        _values(element, said, of_nodes)
    inside = SubElement(graph, "edges")
    for number, (link, said) in enumerate(zip(public.facts.links, links, strict=True)):
        # An id may be the same for links of two types, and has to be an edge's own.
        ends = {"id": f"e{number}", "source": link.from_id, "target": link.to_id, "label": link.type, "kind": link.type}
        _values(SubElement(inside, "edge", ends), said, of_links)
    indent(root, " ")
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _attributes(graph: Element, of: str, said: Iterable[Mapping[str, Plain]]) -> dict[str, str]:
    """Declare what nodes or edges say, and return the number of each name."""
    sorts = sorts_of(said)
    declared = SubElement(graph, "attributes", {"class": of, "mode": "static"})
    for number, (name, sort) in enumerate(sorts.items()):
        SubElement(declared, "attribute", {"id": str(number), "title": name, "type": _SORTS.get(sort, sort)})
    return {name: str(number) for number, name in enumerate(sorts)}


def _values(element: Element, said: Mapping[str, Plain], numbers: Mapping[str, str]) -> None:
    values = SubElement(element, "attvalues")
    for name, value in said.items():
        SubElement(values, "attvalue", {"for": numbers[name], "value": written(value)})


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is not held: nothing."""
    return ()
