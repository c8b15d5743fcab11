"""What a file says of places, before it is checked, whatever its format: documents, one after another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.exchange.limits import Spare
from app.exchange.problems import Problem
from app.exchange.reading import Reading
from app.exchange.sheets.checking import InCells
from app.exchange.yaml_files import FilesRead, read_into
from app.exchange.yaml_text import Document


@dataclass(slots=True)
class Incoming:
    """What a file says: of areas and shared sources, as values, and of places, each a document made when met."""

    name: str
    """Of the file."""
    what: str
    """What it is, in words: `a workbook of all entries`."""
    places: Iterator[tuple[str, Document]]
    areas: Sequence[Mapping[str, Any]] = ()
    sources: Sequence[Mapping[str, Any]] = ()
    problems: list[Problem] = field(default_factory=list)
    """What is wrong that no check of the data format would find; complete when the places are read."""
    notes: list[str] = field(default_factory=list)
    """How it was read, where that is not plain, and what of it was not."""
    place: str = ""
    """The one place that it is of; empty where it may be of several."""


def read_incoming(
    incoming: Incoming,
    most: int,
    known: Mapping[str, object],
    new: Mapping[str, Any],
    moves: Mapping[str, str] | None = None,
) -> FilesRead:
    """Read all that a file says, place by place, so that no more than one is held as it was written.

    Of areas and shared sources only those that are not `known` yet are read; `new` is an area that is made beside.
    `moves` is as `begin_files` has it.
    """
    reading, ids = Reading(most, doubting=True, spare=Spare(facts=most)), set[str]()
    areas = [each for each in incoming.areas if each.get("id") not in known]
    if new and not any(each.get("id") == new["id"] for each in areas):
        areas.append(new)
    sources = [each for each in incoming.sources if each.get("id") not in known]
    documents: list[Document] = []
    for name, said in (("areas", areas), ("sources", sources)):
        if said:
            documents.append(InCells(incoming.name, {name: list(said)}, {}, f"{name} of all places"))
            read_into(reading, documents[-1], Path(f"{name}.yaml"), ids)
    for place, document in incoming.places:
        documents.append(document)
        read_into(reading, document, Path(f"{place}.yaml"), ids, moves)
        document.value = None
    return FilesRead(reading, documents, ids)
