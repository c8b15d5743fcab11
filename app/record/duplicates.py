"""What may be recorded twice: the pairs that may be one, and those of which somebody said that they are two."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from app.domain.rights import Account, may_edit
from app.errors import BadInput, NotAllowed
from app.reading.catalogue import Contents, Name
from app.reading.duplicates import Candidate, Likeness, likely_same
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.columns import Row
from app.store.database import Transaction
from app.store.moves import Reads, moves_of

MOST = 100
"""Pairs that are listed."""
BETWEEN = "|"
_CANDIDATES: Shelf[list[Candidate]] = Shelf("what may be recorded twice", 40_000, len)
_PAIRS: Shelf[list[Likeness]] = Shelf("pairs that may be one", 20_000, len)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two entries of which somebody said that they are two."""

    first: Name
    second: Name
    by: str
    moment: int
    """When: milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What may be recorded twice in a place, or anywhere."""

    pairs: tuple[Likeness, ...]
    more: int
    """How many further pairs are not listed."""
    apart: tuple[Apart, ...]


async def candidates_of(explorer: Explorer, place: str = "") -> list[Candidate]:
    """Return every body and person that may be taken for another, of a place or of all; only what the reader sees."""
    version = (await explorer.versions.now()).number
    return await explorer.kept[_CANDIDATES].once(place, version, lambda: _read(explorer, place))


async def proposed(explorer: Explorer, place: str = "") -> Proposed:
    """Say which pairs may be one, the likeliest first, and which somebody said are two."""
    left, apart = await pairs_of(explorer, place)
    return Proposed(tuple(left[:MOST]), max(0, len(left) - MOST), tuple(apart))


async def pairs_of(explorer: Explorer, place: str = "") -> tuple[list[Likeness], list[Apart]]:
    """Return all of both."""
    version, contents = (await explorer.versions.now()).number, await explorer.catalogue.contents()

    async def work_out() -> list[Likeness]:
        candidates = await candidates_of(explorer, place)
        named = {id_: name.name for id_, name in contents.by_id.items()}
        return await explorer.aside(lambda: likely_same(candidates, named=named))

    pairs = await explorer.kept[_PAIRS].once(place, version, work_out)
    kept = await told_apart(explorer.database)
    told = {frozenset((one, other)) for one, other in kept}
    left = [it for it in pairs if frozenset((it.first.id, it.second.id)) not in told]
    apart = [
        Apart(contents.by_id[one], contents.by_id[other], row.by, row.moment)
        for (one, other), row in sorted(kept.items())
        if one in contents.by_id and other in contents.by_id and _is_of(place, one, other)
    ]
    return left, apart


async def keep_apart(explorer: Explorer, one: str, other: str, account: Account | None, *, apart: bool = True) -> None:
    """Remember for ever that two entries are two, or forget it again; NotAllowed where the account may not write."""
    contents = await explorer.catalogue.contents()
    if one == other or one not in contents.by_id or other not in contents.by_id:
        raise BadInput("Name two bodies or two people that are recorded.")
    if account and not all(may_edit(account, id_.partition("/")[0]) for id_ in (one, other)):
        raise NotAllowed("Only those who may write in the places of both say that they are two.")
    first, second = sorted((one, other))
    kept = await told_apart(explorer.database)

    async def work(transaction: Transaction) -> None:
        if apart:
            await remember_apart(transaction, first, second, account.name if account else "")
        elif row := kept.get((first, second)):
            await transaction.write("delete_kept_apart", id=row.id)

    await explorer.database.write(work)


async def remember_apart(transaction: Transaction, one: str, other: str, by: str) -> None:
    """Remember for ever that two entries are two; `by` is the account that says so."""
    first, second = sorted((one, other))
    said = {"one": first, "other": second, "by": by, "now": int(time.time() * 1000)}
    await transaction.write("record_kept_apart", id=f"{first}{BETWEEN}{second}", **said)


async def told_apart(reads: Reads) -> Mapping[tuple[str, str], Row]:
    """Return what somebody said are two, by their ids as they are by now."""
    rows = await reads.read("list_kept_apart")
    if not rows:
        return {}
    moved = {move.old: move.new for move in await moves_of(reads)}
    pairs = {tuple(sorted((moved.get(row.one, row.one), moved.get(row.other, row.other)))): row for row in rows}
    return {(one, other): row for (one, other), row in pairs.items() if one != other}


def _is_of(place: str, one: str, other: str) -> bool:
    return not place or any(id_.startswith(f"{place}/") for id_ in (one, other))


async def _read(explorer: Explorer, place: str) -> list[Candidate]:
    contents = await explorer.catalogue.contents()
    rows = {row.id: row for row in await explorer.database.read_everything("list_likenesses", place=place)}
    names = [name for name in contents.by_id.values() if name.id in rows]
    return await explorer.aside(lambda: [_candidate(name, rows[name.id], contents) for name in names])


def _candidate(name: Name, row: Row, contents: Contents) -> Candidate:
    area = contents.areas.get(name.place)
    return Candidate(
        name.id,
        name.label,
        (name.name, *name.others),
        name.place,
        area.name if area else "",
        name.classification or "",
        numbers_in(row.identifiers),
        frozenset(row.bodies),
        frozenset(row.meetings),
    )


def numbers_in(identifiers: str | None) -> frozenset[str]:
    """Return the numbers in registers that a body has, as the store keeps them: `GB-CHC 1069538`."""
    return (
        frozenset(f"{it['scheme']} {it['value']}" for it in orjson.loads(identifiers)) if identifiers else frozenset()
    )
