"""Facts that the database gives in no order are put into the order in which people read them in a file."""

from enum import StrEnum
from typing import Any

from app.domain import vocabulary as words
from app.domain.facts import NODE_LABELS, DataSet, Link, Node

Key = tuple[int | str, ...]
_LAST = 1_000_000
"""After everything that has a number."""
_WHOSE = ("POST_IN", "MEETING_OF", "ASSESSES", "SUBJECT")
"""Links that say of which body a seat, a meeting, a cell or an absence is."""


def in_order(facts: DataSet) -> DataSet:
    """Return the same facts in one order, whatever order they come in.

    Bodies stand by theme and sort; seats, meetings and cells by their body; lines by the body that they start from;
    who holds a seat by since when; and whatever is alike by its id.
    """
    bodies = sorted((node for node in facts.nodes if node.label == "Organization"), key=_of_a_body)
    at = {node.id: number for number, node in enumerate(bodies)}
    whose = {link.from_id: link.to_id for link in facts.links if link.type in _WHOSE}

    def of_a_node(node: Node) -> Key:
        body = node.id if node.label == "Organization" else whose.get(node.id, "")
        return (NODE_LABELS.index(node.label), at.get(body, _LAST), body, *_within(node), node.id)

    def of_a_link(link: Link) -> Key:
        when = str(link.properties.get("since") or "")
        kind = _rank(words.LineType, link.type.lower())
        return (at.get(link.from_id, _LAST), kind, link.type, _how(link), when, link.to_id, link.from_id, link.id)

    return DataSet(sorted(facts.nodes, key=of_a_node), sorted(facts.links, key=of_a_link), facts.places)


def _of_a_body(node: Node) -> Key:
    said = node.properties
    return (_number(said.get("themeOrder")), _rank(words.Classification, said.get("classification")), node.id)


def _within(node: Node) -> Key:
    """Return a number, another and a text by which the seats, meetings and cells of one body stand."""
    said = node.properties
    if node.label == "Post":
        return (_number(said.get("order")), _rank(words.Role, said.get("role")), "")
    if node.label == "Assessment":
        return (_rank(words.Dimension, said.get("dimension")), 0, str(said.get("on") or ""))
    return (0, 0, str(said.get("date") or ""))


def _how(link: Link) -> int:
    if link.type == "ATTENDED":
        return _rank(words.AttendanceKind, link.properties.get("as"))
    return _rank(words.TenureCapacity, link.properties.get("capacity")) if link.type == "HOLDS" else 0


def _number(value: Any) -> int:
    return value if isinstance(value, int) else _LAST


def _rank(kinds: type[StrEnum], word: Any) -> int:
    """Return the place of a word in its list."""
    return next((number for number, known in enumerate(kinds) if known.value == word), len(kinds))
