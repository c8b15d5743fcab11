"""What a fact says to whoever sees it and nothing that it names but what is open: the rest, readers are not shown.

A fact that is open may name what is not: a source, whom somebody deputised for, a group in a body's own terms; and ways
to reach somebody that are not public stand with it. A change of these alone is none for whoever does not see them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import orjson

from app.domain.clearance import need_of
from app.domain.facts import Link, Node, Value

Words: TypeAlias = frozenset[str]
"""What a reader must have to see something; none for what is open."""
Closed: TypeAlias = Mapping[tuple[str, str], Words]
"""What it takes to see nodes that are not open, by label and id."""
CONTACTS, TERMS = "closedContactDetails", "composition"
_OF_EDITORS = frozenset({CONTACTS, "doubts"})
_NAMING = {"deputisingFor": "Person", "for": "Organization"}


def named_in(fact: Node | Link) -> Iterator[tuple[str, str]]:
    """Give the label and the id of what a fact names in its properties, sources among them."""
    for name, value in fact.properties.items():
        if isinstance(value, str):
            yield from _named(name, value)


def face_of(fact: Node | Link, closed: Closed) -> dict[str, Value]:
    """Return what a fact says without what is closed."""
    return {
        name: _shown(name, value, closed) if isinstance(value, str) else value
        for name, value in fact.properties.items()
        if name not in _OF_EDITORS and value is not None
    }


def closed_in(fact: Node | Link, closed: Closed) -> set[Words]:
    """Return the words that it takes to see what a fact names that is closed, and its ways to reach somebody."""
    found = {closed[named] for named in named_in(fact) if named in closed}
    for each in _listed(fact.properties.get(CONTACTS)):
        found.add(frozenset({need_of(str(each.get("access")), fact.place)}))
    return found


def _named(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name == "cites":
        yield from (("Source", line.partition(" ")[0]) for line in value.split("\n") if line)
    elif name in _NAMING:
        yield _NAMING[name], value
    elif name == TERMS:
        for rule in _listed(value):
            yield from (("Organization", id_) for id_ in rule["organization_ids"])
            yield from (("Source", source) for source, _ in rule["cites"])


def _shown(name: str, value: str, closed: Closed) -> Value:
    if name == "cites":
        return "\n".join(line for line in value.split("\n") if ("Source", line.partition(" ")[0]) not in closed)
    if name in _NAMING:
        return None if (_NAMING[name], value) in closed else value
    if name == TERMS:
        return orjson.dumps([_rule(rule, closed) for rule in _listed(value) if _is_told(rule, closed)]).decode()
    return value


def _is_told(rule: Mapping[str, Any], closed: Closed) -> bool:
    return not any(("Organization", id_) in closed for id_ in rule["organization_ids"])


def _rule(rule: dict[str, Any], closed: Closed) -> dict[str, Any]:
    return rule | {"cites": [cite for cite in rule["cites"] if ("Source", cite[0]) not in closed]}


def _listed(value: Value) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = orjson.loads(value) if isinstance(value, str) and value else []
    return found
