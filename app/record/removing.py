"""A place, a person, a source or an area leaves the database: all of it at once, and nothing that others rest on."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from app.domain.english import and_more
from app.domain.facts import DataSet, Node
from app.domain.visible import visible
from app.errors import BadInput, DataRefused, UnknownId
from app.exchange.problems import nearest
from app.reading.shelved_files import drawings_in
from app.record.history import why_of
from app.record.telling import told_of
from app.store.changes import NODES
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.differing import key_of
from app.store.history import Kept, Why, record, touched_by
from app.store.moments import forget
from app.store.moves import moves_of
from app.store.recorded import recorded_of
from app.store.redacting import names_of, redact
from app.store.refusing import cited_still
from app.store.touching import note_removed, note_untied
from app.store.whole import whole_facts_of
from app.store.writer import Summary, write_data_set

KINDS = ("place", "person", "source", "area")
MOST_NAMED = 20
"""How many facts are named that keep something from being removed."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed, or would be."""

    count: int
    """How many facts."""
    lines: tuple[str, ...] = ()
    """By name, a sentence a line, as far as anybody reads it."""


async def remove(database: Database, what: str, id_: str, *, dry_run: bool = False, why: str = "") -> Removed:
    """Remove a place, a person, a source or an area, or say with `dry_run` what that would remove.

    UnknownId offers the nearest id; DataRefused names what still rests on it, and then nothing was removed.
    """
    ways: dict[str, Callable[[Database, str, bool, Why], Awaitable[Removed]]] = {
        "place": _place,
        "person": _person,
        "source": _source,
        "area": _area,
    }
    if what not in ways:
        raise BadInput(f"A place, a person, a source or an area can be removed, not '{visible(what[:60])}'.")
    removed = await ways[what](database, id_, dry_run, why_of("remove", why))
    if not dry_run:
        drawings_in(database.settings.data_dir).clear()
    return removed


async def _place(database: Database, place: str, dry_run: bool, why: Why) -> Removed:
    if not place or not await _recorded_of(database, place):
        raise await unknown_place(database, place)

    # A place whose file has nothing: what was in it goes, and what other places rest on is refused.
    def told(summary: Summary) -> list[str]:
        return told_of(summary, replace=True, removed=f"All that is recorded of '{place}':")

    summary = await write_data_set(
        database, DataSet([], [], {place}), replace=True, dry_run=dry_run, why=why, tell=told
    )
    return Removed(summary.removed, tuple(told(summary)))


async def unknown_place(database: Database, place: str) -> UnknownId:
    """Say that nothing is recorded of a place, and which is the nearest of those that something is recorded of."""
    ids = {row.id.partition("/")[0] for row in await database.read("list_ids") if "/" in row.id}
    return _unknown("place", place, ids)


async def _person(database: Database, person: str, dry_run: bool, why: Why) -> Removed:
    """Take somebody out for good: out of what is recorded, whichever place says it, and out of the history."""

    async def work(transaction: Transaction) -> Removed:
        await _known(transaction, "Person", person)
        (row,) = await transaction.read(
            "list_recorded_nodes", **{name: [person] if label == "Person" else [] for label, name in NODES.items()}
        )
        node = Node("Person", person, row.place, dict(row.said))
        lines = (f"{node.properties['name']}, and all that is recorded of them, in the history too.",)
        if not dry_run:
            formerly = [move.old for move in await moves_of(transaction) if move.new == person]
            ties = await transaction.read("list_ties_of_person", id=person)
            await transaction.write("delete_person", id=person)
            number, moment = await transaction.write("record_data_version", changed=1)
            counts = {"added": 0, "changed": 0, "ended": 0, "removed": 1}
            told = ["Somebody was taken out for good."]
            await record(transaction, number, moment, why, counts, told, [node.place], iter(()))
            # Whoever was joined into this person is the same person, under an id that may tell the name.
            ids = [person, *formerly]
            for id_ in ids:
                await redact(transaction, id_, names_of(node))
            await transaction.write("forget_moves", ids=ids)
            await transaction.write("forget_kept_apart", ids=ids)
            await note_untied(transaction, moment, ties)
            await forget(transaction, ids)
        return Removed(1, lines)

    return await database.write(work)


async def _source(database: Database, source: str, dry_run: bool, why: Why) -> Removed:
    async def work(transaction: Transaction) -> Removed:
        await _known(transaction, "Source", source)
        citing = await transaction.read("list_citing", places=[], sources=[source])
        if citing:
            raise DataRefused(f"{cited_still(citing)} Nothing was removed.", _named(row.by for row in citing))
        return await _delete(transaction, "Source", source, dry_run, why)

    return await database.write(work)


async def _area(database: Database, area: str, dry_run: bool, why: Why) -> Removed:
    async def work(transaction: Transaction) -> Removed:
        await _known(transaction, "Area", area)
        inside = await transaction.read("list_in_area", id=area)
        if inside:
            raise DataRefused(f"{_still_in(area, inside)} Nothing was removed.", _named(row.id for row in inside))
        if await recorded_of(transaction, [area]):
            raise DataRefused(
                f"'{area}' cannot be removed: something is recorded of this place; `partnerships remove place {area}`"
                " removes it. Nothing was removed."
            )
        return await _delete(transaction, "Area", area, dry_run, why)

    return await database.write(work)


async def _delete(transaction: Transaction, label: str, id_: str, dry_run: bool, why: Why) -> Removed:
    if not dry_run:
        place = id_.partition("/")[0] if "/" in id_ else ""
        stub = Node(label, id_, "", {})
        whole = await whole_facts_of(transaction, [place] if place else [], {}, [] if place else [stub])
        before = [fact for fact in whole.all() if id_ in (fact.id, getattr(fact, "from_id", ""))]
        await transaction.write(f"delete_{label.lower()}", id=id_)
        number, moment = await transaction.write("record_data_version", changed=1)
        counts = {"added": 0, "changed": 0, "ended": 0, "removed": 1}
        kept = (Kept(key_of(fact), fact, None) for fact in before)
        told = [f"The {label.lower()} '{id_}'."]
        entries = touched_by(before)
        await record(transaction, number, moment, why, counts, told, filter(None, [place]), kept, entries=entries)
        await note_removed(transaction, moment, before, whole.needs)
    return Removed(1)


async def _known(transaction: Transaction, label: str, id_: str) -> None:
    ids = [row.id for row in await transaction.read("list_ids") if row.label == label]
    if id_ not in ids:
        raise _unknown(label.lower(), id_, ids)


async def _recorded_of(database: Database, place: str) -> bool:
    async def work(transaction: Transaction) -> bool:
        return bool(await recorded_of(transaction, [place]))

    return await database.write(work)


def _unknown(what: str, id_: str, ids: Iterable[str]) -> UnknownId:
    found = nearest(id_[:200], ids) if id_ else None
    said = f"Nothing is recorded of a place '{visible(id_[:120])}'" if what == "place" else ""
    message = said or f"No {what} has the id '{visible(id_[:120])}'"
    return UnknownId(f"{message}{'. Did you mean:' if found else '.'}", [(found, what)] if found else [])


def _still_in(area: str, inside: list[Row]) -> str:
    first = inside[0]
    what = {"Organization": "is in it", "Area": "is part of it", "Post": "is a seat for it"}[first.label]
    more = f" ({and_more(len(inside) - 1)})" if len(inside) > 1 else ""
    return f"'{area}' cannot be removed: '{first.id}', {first.name}, {what}{more}."


def _named(ids: Iterable[str]) -> list[str]:
    listed = list(dict.fromkeys(ids))
    more = len(listed) - MOST_NAMED
    return [*listed[:MOST_NAMED], *([and_more(more)] if more > 0 else [])]
