"""Everything public that is recorded, of all places, as one file of JSON Lines; and what it is, to check it by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from app.domain.facts import Link, Node
from app.exchange.formats.json_lines import lines_of
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.record.publishing import area_facts, public_facts, source_node


@dataclass(frozen=True, slots=True)
class Dumped:
    """What a dump is, without its content."""

    version: int
    """Of the data."""
    sha256: str
    size: int
    """In bytes."""
    counts: Mapping[str, int]
    """How many facts of each label and type of link."""
    places: Mapping[str, str]
    """The names of the places that it has facts of, by id."""


_DUMPED: Shelf[Dumped] = Shelf("what the dump is", 1)


async def dump(explorer: Explorer) -> bytes:
    """Write areas and shared sources, then the facts of each place in the order of their ids."""
    return (await _dump(explorer))[0]


async def dumped(explorer: Explorer) -> Dumped:
    """Say what the dump of this version of the data is; it is written for that when nobody asked before."""
    version = (await explorer.catalogue.contents()).version

    async def make() -> Dumped:
        return (await _dump(explorer))[1]

    return await explorer.kept[_DUMPED].once("dump", version, make)


async def _dump(explorer: Explorer) -> tuple[bytes, Dumped]:
    contents = await explorer.catalogue.contents()
    shared = [source_node(each) for id_, each in sorted(contents.sources.items()) if "/" not in id_]
    areas = area_facts(contents, contents.areas)
    counts: Counter[str] = Counter(_kind(fact) for fact in (*areas.all(), *shared))
    content = [*lines_of(areas.nodes), *lines_of(areas.links), *lines_of(shared)]
    places: dict[str, str] = {}
    for area in sorted(contents.areas):
        found = (await public_facts(explorer, area, "")).facts
        own: list[Node | Link] = [fact for fact in found.all() if fact.place == area]
        if own:
            places[area] = contents.areas[area].name
            counts.update(map(_kind, own))
            content += await explorer.making(partial(_lines, own))
    whole = b"".join(content)
    return whole, Dumped(contents.version, sha256(whole).hexdigest(), len(whole), dict(sorted(counts.items())), places)


def _lines(facts: Sequence[Node | Link]) -> list[bytes]:
    return list(lines_of(facts))


def _kind(fact: Node | Link) -> str:
    return fact.label if isinstance(fact, Node) else fact.type
