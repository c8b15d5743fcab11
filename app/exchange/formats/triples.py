"""Statements of linked data, written as Turtle and as JSON-LD: the same every time, with an address for everything.

Turtle is https://www.w3.org/TR/turtle/, JSON-LD https://www.w3.org/TR/json-ld11/. There are no blank nodes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Address(str):
    """The address of something that is spoken of, whole."""

    __slots__ = ()


class Term(str):
    """A word of a vocabulary, such as `org:Post`."""

    __slots__ = ()


class Text(NamedTuple):
    """A text, or a value of another sort, such as `xsd:gYear`."""

    value: str
    sort: str = ""


Object = Address | Term | Text


class Statement(NamedTuple):
    """That something has a property; `a` says what it is."""

    subject: Address
    predicate: str
    object: Object


def turtle(statements: Iterable[Statement], heading: str) -> bytes:
    """Write statements as Turtle, what is said of one thing together, under a comment of one line."""
    lines = [f"# {' '.join(heading.split())}", *(f"@prefix {name}: <{at}> ." for name, at in PREFIXES.items())]
    for subject, said in _by_subject(statements).items():
        parts = [f"    {name} {', '.join(_in_turtle(each) for each in objects)}" for name, objects in said.items()]
        lines += ["", f"<{subject}>", " ;\n".join(parts) + " ."]
    return "\n".join([*lines, ""]).encode("utf-8", "replace")


def json_ld(statements: Iterable[Statement]) -> bytes:
    """Write statements as JSON-LD, an object for each thing."""
    graph = []
    for subject, said in _by_subject(statements).items():
        node: dict[str, Any] = {"@id": subject}
        for name, objects in said.items():
            values = [_in_json(each, name) for each in objects]
            node["@type" if name == "a" else name] = values[0] if len(values) == 1 else values
        graph.append(node)
    return orjson.dumps({"@context": PREFIXES, "@graph": graph}, option=orjson.OPT_INDENT_2)


def _by_subject(statements: Iterable[Statement]) -> Mapping[str, Mapping[str, list[Object]]]:
    found: dict[str, dict[str, list[Object]]] = {}
    for subject, predicate, object_ in dict.fromkeys(statements):
        found.setdefault(subject, {}).setdefault(predicate, []).append(object_)
    return found


def _in_turtle(object_: Object) -> str:
    match object_:
        case Address():
            return f"<{object_}>"
        case Term():
            return object_
        case Text(value, sort):
            return f'"{"".join(map(_character, value))}"{f"^^{sort}" if sort else ""}'


def _character(character: str) -> str:
    """Write a character so that a text stays in its line and its quotes."""
    if character in '\\"':
        return f"\\{character}"
    number = ord(character)
    return character if character.isprintable() else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _in_json(object_: Object, name: str) -> object:
    match object_:
        case Text(value, sort):
            return {"@value": value, "@type": sort} if sort else value
        case _:
            return str(object_) if name == "a" else {"@id": str(object_)}
