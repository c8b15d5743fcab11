"""Everything public that is recorded, of all places, as one file of JSON Lines; and what it is, to check it by."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from app.domain.facts import Link, Node
from app.errors import DatabaseTooSlow
from app.exchange.formats.json_lines import BEGINS, end_of, lines_of
from app.reading.catalogue import Contents
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


AT_ONCE = 200
"""Facts that are written and sent together."""
_DUMPED: Shelf[Dumped] = Shelf("what the dump is", 1)


async def dump(explorer: Explorer) -> AsyncIterator[bytes]:
    """Write areas and shared sources, then the facts of each place in the order of their ids, place by place.

    DatabaseTooSlow when the data changes meanwhile: what was written is of no one state of it.
    """
    async for content, _ in _dump(explorer):
        yield content


async def dumped(explorer: Explorer) -> Dumped:
    """Say what the dump of this version of the data is; it is gone through for that when nobody asked before."""
    version = (await explorer.catalogue.contents()).version

    async def make() -> Dumped:
        digest, size = sha256(), 0
        counts: Counter[str] = Counter()
        places: dict[str, str] = {}
        known = (await explorer.catalogue.contents()).areas
        async for content, facts in _dump(explorer):
            digest.update(content)
            size += len(content)
            counts.update(map(_kind, facts))
            places |= {fact.place: known[fact.place].name for fact in facts[:1] if fact.place}
        return Dumped(version, digest.hexdigest(), size, dict(sorted(counts.items())), places)

    return await explorer.kept[_DUMPED].once("dump", version, make)


async def _dump(explorer: Explorer) -> AsyncIterator[tuple[bytes, Sequence[Node | Link]]]:
    """Go through the dump in parts, each with the facts that are in it."""
    contents, version = await explorer.catalogue.contents(), await explorer.versions.now()
    digest, number = sha256(BEGINS), 0
    yield BEGINS, ()
    async for facts in _facts(explorer, contents):
        number += len(facts)
        for at in range(0, len(facts), AT_ONCE):
            part = facts[at : at + AT_ONCE]
            content = await explorer.making(partial(_lines, part))
            digest.update(content)
            yield content, part
    if await explorer.versions.look() != version:
        raise DatabaseTooSlow("The data changed while the dump was made: ask again.")
    yield end_of(number, digest.hexdigest()), ()


async def _facts(explorer: Explorer, contents: Contents) -> AsyncIterator[Sequence[Node | Link]]:
    shared = [source_node(each) for id_, each in sorted(contents.sources.items()) if "/" not in id_]
    yield [*area_facts(contents, contents.areas).all(), *shared]
    for area in sorted(contents.areas):
        found = (await public_facts(explorer, area, "")).facts
        if own := [fact for fact in found.all() if fact.place == area]:
            yield own


def _lines(facts: Sequence[Node | Link]) -> bytes:
    return b"".join(lines_of(facts))


def _kind(fact: Node | Link) -> str:
    return fact.label if isinstance(fact, Node) else fact.type
