"""A part of a section, checked by itself: what plainly right entries come to, with nothing to tell of any of them.

What it takes to check some is little, and goes to another process; what comes back is put where the same entries would
have put it. Whatever else there may be, an entry twice or one that mentions what nobody knows, is left to whoever has
all of the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from app.domain.facts import Link, Node
from app.exchange import place_format as form
from app.exchange.entries.certain import is_plainly_right
from app.exchange.place_facts import PlaceReader
from app.exchange.reading import Reading
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

SECTIONS = ("people", "posts")
"""Those that are long, and that are checked so."""


@dataclass(frozen=True, slots=True)
class Around:
    """What else there is in the file that entries of a section may mention, and how they are read."""

    section: str
    place: str
    today: date
    doubting: bool
    labels: Mapping[str, str]
    sources: frozenset[str]
    recorded: frozenset[str] | None
    """As `Reading` has it, of the place alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """What some entries come to."""

    nodes: list[tuple[Any, ...]]
    """Of each fact what it is made of, which takes less to hand over."""
    links: list[tuple[Any, ...]]
    names: dict[str, str]
    spots: dict[str, Path_]
    inner_spots: dict[str, dict[str, Path_]]
    telling: set[str]


def part_of(around: Around, first: int, entries: Sequence[BaseModel]) -> Part | None:
    """Check some entries of a section, of which the first has a number; None where not all of them are plain."""
    reading = Reading(
        doubting=around.doubting,
        today=around.today,
        recorded=around.recorded,
        labels=dict(around.labels),
    )
    document = Document("")
    reader = PlaceReader(document, around.place, reading)
    reader.sources |= around.sources
    for number, entry in enumerate(entries, first):
        if not is_plainly_right(entry):
            return None
        assert isinstance(entry, form.Person | form.Post)
        reader.one(entry, (around.section, number))
        if document.count or document.doubtful or reading.mentions or reading.accepted:
            return None
    return Part(
        [(it.label, it.id, it.place, it.properties) for it in reading.facts.nodes],
        [
            (it.type, it.id, it.place, it.from_label, it.from_id, it.to_label, it.to_id, it.properties)
            for it in reading.facts.links
        ],
        reading.names,
        {id_: path for id_, (_, path) in reading.spots.items()},
        {type_: {id_: path for id_, (_, path) in of.items()} for type_, of in reading.inner_spots.items()},
        reading.telling,
    )


def take(reading: Reading, document: Document, part: Part) -> bool:
    """Add what a part comes to; False where it does not fit, and nothing of it was added."""
    count = len(part.nodes) + len(part.links)
    if reading.stop or len(reading.facts) + count > min(reading.most, reading.spare.facts):
        return False
    if not reading.spots.keys().isdisjoint(part.spots):
        return False
    if any(not reading.inner_spots.get(type_, {}).keys().isdisjoint(of) for type_, of in part.inner_spots.items()):
        return False
    reading.facts.nodes += [Node(*said) for said in part.nodes]
    reading.facts.links += [Link(*said) for said in part.links]
    reading.labels |= {id_: label for label, id_, *_ in part.nodes}
    reading.names |= part.names
    reading.spots |= {id_: (document, path) for id_, path in part.spots.items()}
    for type_, of in part.inner_spots.items():
        reading.inner_spots.setdefault(type_, {}).update((id_, (document, path)) for id_, path in of.items())
    reading.telling |= part.telling
    return True
