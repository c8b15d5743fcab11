"""Which facts are open to the public: those that are public themselves and hang on nothing that is not.

A seat on a confidential board is not open, whoever says so of the seat; nor is a line to such a board. The rule is
worked out once, when facts are written, and kept as `open` on each, so that no query can forget a part of it.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.facts import DataSet, Link, Node

_HANGS_ON = {
    "POST_IN": "from",
    "MEETING_OF": "from",
    "ARISING_FROM": "from",
    "ASSESSES": "from",
    "SUBJECT": "from",
    "FROM": "from",
}
"""Links whose start has no meaning without their end."""


def with_openness(facts: DataSet, closed_elsewhere: Iterable[str] = ()) -> DataSet:
    """Give the same facts, each with its `open`; `closed_elsewhere` are nodes of other places that are not open."""
    closed = {node.id for node in facts.nodes if node.properties["access"] != "public"} | set(closed_elsewhere)
    hanging = [link for link in facts.links if link.type in _HANGS_ON]
    while True:
        follow = {link.from_id for link in hanging if link.to_id in closed} - closed
        if not follow:
            break
        closed |= follow
    return DataSet(
        [_node(node, node.id not in closed) for node in facts.nodes],
        [_link(link, closed) for link in facts.links],
        facts.places,
    )


def _node(node: Node, is_open: bool) -> Node:
    return replace(node, properties=node.properties | {"open": is_open}, _known=[])


def _link(link: Link, closed: set[str]) -> Link:
    is_open = link.properties["access"] == "public" and link.from_id not in closed and link.to_id not in closed
    return replace(link, properties=link.properties | {"open": is_open}, _known=[])
