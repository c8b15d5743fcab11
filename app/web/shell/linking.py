"""Names in a sentence become links where they stand, so that no list of links says them once more."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

Places = Sequence[tuple[str, str]]
"""Names, with the addresses they lead to."""


def linked(sentence: str, places: Places) -> Markup:
    """Return a sentence with the first mention of each name as a link; everything is escaped."""
    parts, last = [], 0
    for start, end, href in sorted(_mentions(sentence, places)):
        parts += [escape(sentence[last:start]), link_to(href, sentence[start:end])]
        last = end
    return Markup("").join([*parts, escape(sentence[last:])])


def unmentioned(sentence: str, places: Places) -> list[tuple[str, str]]:
    """Return the names, with their addresses, that a sentence does not say and that need a link beside it."""
    mentioned = {href for _, _, href in _mentions(sentence, places)}
    return [(name, href) for name, href in places if href not in mentioned]


def link_to(href: str, text: str) -> Markup:
    """Return a link with a text, both escaped."""
    return Markup('<a href="{}">{}</a>').format(href, text)


def _mentions(sentence: str, places: Places) -> Iterable[tuple[int, int, str]]:
    """Find the first mention of each name, from where to where; longer names first, so that none is within another."""
    found: list[tuple[int, int, str]] = []
    for name, href in sorted(places, key=lambda place: -len(place[0])):
        for at in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            if all(at.end() <= start or at.start() >= end for start, end, _ in found):
                found.append((at.start(), at.end(), href))
                break
    return found
