"""What minutes say and nobody reads: decisions, declarations of interest, empty seats; told line by line."""

import re
from collections.abc import Collection, Iterator

from app.exchange.minutes.document import Document

_SORTS = (
    (
        re.compile(r"^\W*(?:it was |the \w+ )?(?:resolved|agreed|decided)\b(?!\s+as a (?:true|correct))", re.I),
        "a decision",
    ),
    (re.compile(r"\bdeclar(?:ed?|ing|ation of)\b[^.]*\binterest", re.I), "a declaration of interest"),
    (re.compile(r"\b(?:seat|post|place)s?\b[^.]*\bvacan(?:t|cy)\b|\bvacanc(?:y|ies)\b", re.I), "an empty seat"),
)
_LEAST = 25
"""Letters that a line has that says something, and does not only head others."""


def unread_in(document: Document, skipped: Collection[int]) -> Iterator[str]:
    """Say which lines have decisions, declarations and empty seats, which are not read."""
    for line in document.lines:
        text = " ".join(line.text.split())
        if line.number in skipped or len(text) < _LEAST:
            continue
        for pattern, what in _SORTS:
            if pattern.search(text):
                yield f"Line {line.number} has {what}, which is not read: “{text[:120]}”."
                break
