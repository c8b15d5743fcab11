"""A place as a graph: what nodes and lines are called, and what they say in values that every graph format has."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

import orjson

from app.domain.facts import Link, Node
from app.exchange.formats.losses import WORKED_OUT

Plain = str | int | float | bool

_NAMES = ("name", "title", "label", "text", "note")
"""Properties by which a node is called, the first that it has."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def called(node: Node) -> str:
    """Return what a node is called; its id where it has no name."""
    return next((str(name) for each in _NAMES if (name := node.properties.get(each))), node.id)


def plainly(fact: Node | Link) -> dict[str, Plain]:
    """Return what a fact says, lists as JSON; nothing is said of access, since everything here is public."""
    return {
        name: value if isinstance(value, Plain) else orjson.dumps(value).decode()
        for name, value in fact.properties.items()
        if value is not None and value != [] and name != "access" and name not in WORKED_OUT
        if not isinstance(value, date)
    }


def sorts_of(said: Iterable[Mapping[str, Plain]]) -> dict[str, str]:
    """Return the sort of value that each name has in all of them: boolean, int, double or string."""
    found: dict[str, set[type]] = {}
    for each in said:
        for name, value in each.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _sort(kinds) for name, kinds in sorted(found.items())}


def _sort(kinds: set[type]) -> str:
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "int"
    return "double" if kinds <= {int, float} else "string"


def written(value: Plain) -> str:
    """Write a value as the XML formats do, without characters that XML cannot hold."""
    return str(value).lower() if isinstance(value, bool) else _NO_XML.sub("\ufffd", str(value))
