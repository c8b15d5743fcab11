"""Who asked for something, as far as the words that are recorded of it say: `Ann Ray said that ...`."""

import re
from collections.abc import Iterable

from app.domain.records import Person

_SAID = re.compile(
    r"\s+(?:has |had |also )?(?:asked|called for|felt|noted|proposed|recommended|requested|said|stressed|suggested|"
    r"thought|urged|wanted|wished)\b"
)
_BEGINS = re.compile(r"(?:^|[.;:]\s+)$")
"""What a sentence begins after."""


def asker(words: str | None, people: Iterable[Person]) -> Person | None:
    """Return who a text says asked for something: the first of some people who begins a sentence of it by saying so.

    Somebody who is only named in it, such as whoever is to be told, asked for nothing.
    """
    text = words or ""
    found = [
        (at, person.id, person)
        for person in people
        for name in (person.name, person.shown, *person.alternate_names)
        for at in _asks_at(text, name)
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _asks_at(text: str, name: str) -> list[int]:
    """Return where in a text somebody of this name begins a sentence and is said to ask."""
    named = re.finditer(re.escape(name), text)
    return [it.start() for it in named if _SAID.match(text, it.end()) and _BEGINS.search(text[: it.start()])]
