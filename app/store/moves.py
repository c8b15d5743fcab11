"""Ids that are others by now: each leads to what it is, for ever, by a node `Redirect` that is no fact.

A move is kept with the change that made it (`Moves`), so that an undo moves back. What is recorded under an id holds
before any move from it, so whoever finds something by an id never looks here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.store.columns import Row
from app.store.database import Transaction
from app.store.openness import PARAMETER

MOST_STEPS = 50
"""Moves after each other that are followed."""


class Reads(Protocol):
    """A database, or a transaction with one."""

    async def read(self, name: str, /, *arguments: str, **parameters: Any) -> list[Row]:
        """Answer a read query."""
        ...


@dataclass(frozen=True, slots=True)
class Move:
    """An id that is another by now."""

    old: str
    new: str
    public: bool
    """Whether everybody may know: what had the old id was open to all, and what has the new one is."""


@dataclass(frozen=True, slots=True)
class There:
    """What has an id by now."""

    label: str
    open: bool


async def recorded_by_id(reads: Reads, ids: Iterable[str]) -> dict[str, There]:
    """Return what is recorded under some ids, of any sort but lines, areas and sources."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    given = dict.fromkeys(PARAMETER.values(), wanted) | {"areas": [], "sources": []}
    return {row.id: There(row.label, bool(row.open)) for row in await reads.read("list_mentioned", **given)}


async def moves_of(reads: Reads) -> list[Move]:
    """Return every id that is another by now and leads to something, with what it is after all moves."""
    rows = await reads.read("list_redirects")
    onward = {row.id: row for row in rows}
    there = await recorded_by_id(reads, {*onward, *(row.to for row in rows)})
    return [move for old in sorted(onward) if old not in there and (move := _followed(old, onward, there))]


def _followed(old: str, onward: Mapping[str, Row], there: Mapping[str, There]) -> Move | None:
    at, public = old, True
    for _ in range(MOST_STEPS):
        if at in there:
            return Move(old, at, public and there[at].open)
        if at not in onward:
            return None
        public = public and bool(onward[at].public)
        at = onward[at].to
    return None


async def record_moves(transaction: Transaction, number: int, moves: Sequence[Move]) -> None:
    """Keep what a change moved, and let each id that has nothing by now lead to the new one."""
    if not moves:
        return
    befores, afters = [move.old for move in moves], [move.new for move in moves]
    publics = [move.public for move in moves]
    await transaction.write("record_moves", number=number, befores=befores, afters=afters, publics=publics)
    there = await recorded_by_id(transaction, [*befores, *afters])
    # What has something again leads nowhere else.
    await transaction.write("delete_redirects", ids=sorted(there))
    rows = [
        {"id": move.old, "to": move.new, "public": move.public}
        for move in moves
        if move.old not in there and move.new in there
    ]
    if rows:
        await transaction.write("record_redirects", rows=rows)


async def moves_back(transaction: Transaction, number: int) -> list[Move]:
    """Return the moves that take back what a change moved."""
    return [
        Move(new, old, bool(public))
        for row in await transaction.read("list_moves", number=number)
        for old, new, public in zip(row.befores, row.afters, row.publics, strict=True)
    ]
