"""What a picture of a place in words has: bodies and the lines between them, seats as lines, and who holds them."""

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.facts import Node
from app.domain.vocabulary import LineType
from app.exchange.formats.graph import called
from app.exchange.formats.losses import Held, Lost, lost_beside
from app.exchange.formats.public_facts import PublicFacts

WORDS = {line.relationship: line.value.replace("_", " ") for line in LineType} | {
    "POST_IN": "seat on",
    "ON_BEHALF_OF": "speaks for",
    "HOLDS": "holds",
    "WORKS_FOR": "works for",
    "APPOINTED_BY": "appointed by",
    "FILLED_BY_HOLDER_OF": "filled by the holder of",
}
"""The types of link that are drawn, in words."""
HELD: Held = {
    "Organization": frozenset({"name"}),
    "Person": frozenset({"name"}),
    "Post": frozenset({"label", "role"}),
} | dict.fromkeys(WORDS, frozenset({"proposed"}))


class Drawn(NamedTuple):
    """A line of the picture, from one node to another, with its words."""

    start: str
    end: str
    words: str
    is_proposed: bool


def boxes(public: PublicFacts) -> Iterator[Node]:
    """Go through the bodies, seats and people of a place, and those elsewhere that it mentions."""
    return (node for node in public.facts.nodes if node.label in {"Organization", "Post", "Person"})


def lines(public: PublicFacts) -> Iterator[Drawn]:
    """Go through what joins bodies, seats and people."""
    for link in public.facts.links:
        if link.type in WORDS:
            yield Drawn(link.from_id, link.to_id, WORDS[link.type], bool(link.properties.get("proposed")))


def words_of(node: Node) -> str:
    """Return what stands in a box: a name; of a seat without one its role."""
    role = node.properties.get("role")
    return str(role).replace("_", " ") if node.label == "Post" and not node.properties.get("label") else called(node)


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is recorded of a place and is not in its picture."""
    named = (node for node in public.own("Post") if node.properties.get("label"))
    return lost_beside(public, HELD, (("Post", "role of those with a label") for _ in named))
