"""A place as a Cypher script, for Neo4j and what speaks its language: run into an empty database, it is the place.

A statement a line, which `cypher-shell` takes as a file. Running it twice changes nothing.
"""

from collections.abc import Mapping

from app.domain.facts import Link, Node
from app.domain.visible import visible
from app.exchange.formats.graph import Plain, plainly
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts


def cypher_script(public: PublicFacts) -> bytes:
    """Write a place as statements: that ids are unique, the nodes, and the links between them."""
    labels = dict.fromkeys(node.label for node in public.facts.nodes)
    lines = [f"// {visible(public.name)}, data version {public.version}"]
    lines += [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        for label in labels
    ]
    lines += map(_node, public.facts.nodes)
    lines += map(_link, public.facts.links)
    return "\n".join([*lines, ""]).encode("utf-8", "replace")


def _node(node: Node) -> str:
    return f"MERGE (n:{node.label} {{id: {_value(node.id)}}}) SET n += {_map(plainly(node) | {'place': node.place})};"


def _link(link: Link) -> str:
    start = f"(a:{link.from_label} {{id: {_value(link.from_id)}}})"
    end = f"(b:{link.to_label} {{id: {_value(link.to_id)}}})"
    tie = f"(a)-[r:{link.type} {{id: {_value(link.id)}}}]->(b)"
    return f"MATCH {start}, {end} MERGE {tie} SET r += {_map(plainly(link) | {'place': link.place})};"


def _map(said: Mapping[str, Plain]) -> str:
    return "{" + ", ".join(f"`{name}`: {_value(value)}" for name, value in said.items()) + "}"


def _value(value: Plain) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{''.join(map(_character, value))}'" if isinstance(value, str) else repr(value)


def _character(character: str) -> str:
    """Write a character inside a text so that a statement stays in its line and its quotes."""
    if character in "\\'":
        return f"\\{character}"
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "replace").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is not held: nothing."""
    return ()
