"""JSON Lines, a place or the dump of all places, as documents: place by place, so that only one is held whole."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from typing import Any

import orjson

from app.domain.facts import NODE_LABELS, DataSet, Link, Node
from app.errors import DataRefused
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries
from app.exchange.entries.ordering import in_order
from app.exchange.entries.spelling import spelled
from app.exchange.formats.json_lines import BEGINS, end_of
from app.exchange.formats.public_facts import PublicFacts
from app.exchange.formats.yaml_file import cited
from app.exchange.incoming.incoming import Incoming
from app.exchange.limits import MAX_FACTS
from app.exchange.problems import Problem
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.checking import InCells
from app.exchange.yaml_text import Document

MAX_LINE = 1_000_000
"""Bytes of one fact."""
_EXPECTED = (
    'expected a fact as /data/dump.jsonl has it: {"node" or "link", "id", "place", "said"}, and of a link its ends,'
    ' "from" and "to"'
)

_ENDS = b'{"dump":"ends"'
_AGAIN = (
    "expected all of it, unchanged; fetch it again, or take its first and last line away if you changed it yourself"
)


def dump_in(name: str, lines: Iterable[bytes], most: int = MAX_FACTS) -> Incoming:
    """Read JSON Lines of at most so many facts; Unreadable where there are none.

    Facts of a place stand together, those of no place (areas, and sources that all share) before all others. Further
    lines are read as the places are asked for; one that is wrong raises DataRefused.
    """
    incoming = Incoming(name, "JSON Lines", iter(()))
    groups = groupby(_facts(name, lines, most), key=lambda fact: fact.place)
    first = next(groups, None)
    if first is None:
        raise Unreadable("holds no facts")
    shared, rest = Entries("", ()), groups
    place, facts = first
    found = list(facts)
    if not place:
        shared = _entries(name, found, "")
        incoming.places = _places(name, rest)
    else:
        incoming.places = _places(name, _before(place, found, rest))
    incoming.areas = [spelled(each) for each in shared.section("areas")]
    incoming.sources = [spelled(each) for each in shared.section("sources")]
    return incoming


Grouped = Iterator[tuple[str, Iterable[Node | Link]]]


def _before(place: str, facts: list[Node | Link], rest: Grouped) -> Grouped:
    yield place, facts
    yield from rest


def _places(name: str, groups: Grouped) -> Iterator[tuple[str, Document]]:
    seen = set[str]()
    for place, facts in groups:
        if place in seen or not place:
            whose = f"of '{place}'" if place else "of no place"
            raise _refused(name, f"facts {whose} stand apart from the others: expected those of a place together.")
        seen.add(place)
        entries = _entries(name, list(facts), place)
        yield place, InCells(name, spelled(entries.file), {}, place)


def _entries(name: str, facts: list[Node | Link], place: str) -> Entries:
    nodes = [fact for fact in facts if isinstance(fact, Node)]
    links = [fact for fact in facts if isinstance(fact, Link)]
    whole = PublicFacts(place, "", in_order(DataSet(nodes, links)), "", 0)
    try:
        return entries_of(cited(whole) if place else whole.facts, place)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _refused(name, f"the facts of '{place}' are not as this program writes them.") from None


def _whole(name: str, lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Go through the lines of facts with their numbers; DataRefused at the end of a dump that is not as it was sent."""
    digest, facts, end, is_dump = sha256(), 0, b"", False
    for number, line in enumerate(lines, 1):
        if number == 1 and line.strip() == BEGINS.strip():
            is_dump = True
        elif end:
            if line.strip():
                raise _refused(name, f"something stands behind the line that a dump ends with: {_AGAIN}.")
            continue
        elif is_dump and line.startswith(_ENDS):
            end = line
            continue
        else:
            facts += bool(line.strip())
            yield number, line
        digest.update(line)
    if is_dump and not end:
        raise _refused(name, f"the file stops after {facts:,} facts, before the line that a dump ends with: {_AGAIN}.")
    if is_dump and end.strip() != end_of(facts, digest.hexdigest()).strip():
        said = f"its last line is of other content than the {facts:,} facts before it (SHA-256 {digest.hexdigest()})"
        raise _refused(name, f"the dump is not as it was sent: {said}: {_AGAIN}.")


def _facts(name: str, lines: Iterable[bytes], most: int) -> Iterator[Node | Link]:
    numbered = _whole(name, lines)
    for number, line in numbered:
        if not line.strip():
            continue
        fact = _fact(line) if len(line) <= MAX_LINE else None
        if number > most:
            more = f"expected at most {most:,} facts at once: PARTNERSHIPS_MAX_TRANSACTION_FACTS says how many."
            raise _refused(name, more, f"line {number}")
        if fact is None:
            for _ in numbered:
                pass  # of a dump that was damaged, that is said first
            raise _refused(name, _EXPECTED, f"line {number}", line)
        yield fact


def _fact(line: bytes) -> Node | Link | None:
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    match said:
        case {"node": str(label), "id": str(id_), "place": str(place), "said": dict(values)} if label in NODE_LABELS:
            return Node(label, id_, place, _usual(values))
        case {
            "link": str(type_),
            "id": str(id_),
            "place": str(place),
            "from": [str(start), str(start_id)],
            "to": [str(end), str(end_id)],
            "said": dict(values),
        } if {start, end} <= {*NODE_LABELS}:
            return Link(type_, id_, place, start, start_id, end, end_id, _usual(values))
        case _:
            return None


def _usual(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"access": "public", **said}


def _refused(name: str, expected: str, spot: str = "dump", line: bytes = b"") -> DataRefused:
    found = line[:60].decode("utf-8", "replace").strip()
    problem = Problem(name, 0, 0, "", f"'{found}'" if found else "", expected, spot=spot)
    return DataRefused("1 problem; nothing was written.", [problem])
