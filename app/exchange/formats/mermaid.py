"""A place as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), to stand in a page of text."""

import re

from app.exchange.formats.pictured import boxes, lines, lost, words_of
from app.exchange.formats.public_facts import PublicFacts

__all__ = ["lost", "mermaid"]

_BOXES = {"Organization": ('["', '"]'), "Post": ('("', '")'), "Person": ('(["', '"])')}
_AS_IT_IS = frozenset(" .,/'()-")
"""What may stand between quotes beside letters and digits: anything else could be read as an order."""
_DIRECTION = re.compile(r"(?<=direction) (?=TB|BT|TD|RL|LR)")
"""What Mermaid reads as an order wherever it stands in a line."""


def mermaid(public: PublicFacts) -> bytes:
    """Write bodies, seats and people with the lines between them; what is proposed is dotted."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(boxes(public))}
    said = ["flowchart BT"]
    for node in boxes(public):
        before, after = _BOXES[node.label]
        said.append(f"  {numbers[node.id]}{before}{_entities(words_of(node))}{after}")
    for line in lines(public):
        arrow = "-.->" if line.is_proposed else "-->"
        said.append(f'  {numbers[line.start]} {arrow}|"{line.words}"| {numbers[line.end]}')
    return "\n".join([*said, ""]).encode("utf-8", "replace")


def _entities(text: str) -> str:
    """Write a text in one line, all that is no letter, digit or plain mark by its number: `#35;` is a hash."""
    flat = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    # Mermaid refuses a box in which nothing stands.
    said = "".join(each if each.isalnum() or each in _AS_IT_IS else f"#{ord(each)};" for each in flat)
    return _DIRECTION.sub("#32;", said) or " "
