"""A place as JSON Lines (https://jsonlines.org): a fact a line, as it is recorded; all places together are the dump.

A node has its label under `node`; a link its type under `link` and its ends, each a label and an id, under `from` and
`to`. Both have `id`, `place` and what they say, `said`. Areas and the sources that all places share have no place.

The dump has a line before and one behind, by which a copy of it is seen to be whole.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import orjson

from app.domain.facts import Link, Node, Value
from app.exchange.formats.losses import WORKED_OUT, Lost
from app.exchange.formats.public_facts import PublicFacts, of_no_place

BEGINS = b'{"dump":"begins"}\n'
"""The first line of a dump of all places."""
_WORKED_OUT = WORKED_OUT - {"themeOrder"}
"""What follows from the rest of a fact; in which order themes stand does not."""


def json_lines(public: PublicFacts) -> bytes:
    """Write the public facts of a place, with the areas and shared sources that they mention."""
    facts = public.facts
    # What belongs to no place comes first, as in the dump, so that whoever reads on knows it.
    shared = [fact for fact in facts.all() if of_no_place(fact)]
    own = [fact for fact in facts.all() if fact.place == public.place]
    return b"".join(lines_of([*shared, *own]))


def lines_of(facts: Iterable[Node | Link]) -> Iterator[bytes]:
    """Write facts, a line each with its end."""
    return (orjson.dumps(_fact(fact), option=orjson.OPT_APPEND_NEWLINE) for fact in facts)


def end_of(facts: int, sha256: str) -> bytes:
    """Write the last line of a dump: how many facts it has, and the SHA-256 of all lines before this one."""
    return orjson.dumps({"dump": "ends", "facts": facts, "sha256": sha256}, option=orjson.OPT_APPEND_NEWLINE)


def _fact(fact: Node | Link) -> dict[str, object]:
    if isinstance(fact, Node):
        return {"node": fact.label, "id": fact.id, "place": fact.place, "said": _said(fact.properties)}
    ends = {"from": [fact.from_label, fact.from_id], "to": [fact.to_label, fact.to_id]}
    return {"link": fact.type, "id": fact.id, "place": fact.place, **ends, "said": _said(fact.properties)}


def _said(properties: dict[str, Value]) -> dict[str, Value]:
    return {
        name: value
        for name, value in sorted(properties.items())
        if value is not None and value != [] and name not in _WORKED_OUT and name != "access"
        if not isinstance(value, date)
    }


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is not held: nothing."""
    return ()
