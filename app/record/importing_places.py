"""A file that says all of a place (a workbook of all entries, CSV, YAML, JSON Lines) into the database, in one change.

What is recorded and not in the file stays. So does what a file that left the site could not say, since it is not
public: ways to reach somebody, sources, mentions of what is hidden.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.facts import DataSet, Link, Node
from app.domain.visible import visible
from app.errors import BadInput, NotAllowed
from app.exchange.formats.yaml_file import NOT_PUBLIC
from app.exchange.incoming.incoming import Incoming, read_incoming
from app.exchange.sheets.cells import Unreadable
from app.record.history import lines_of, why_of
from app.record.importing import (
    Imported,
    new_area,
    refuse_problems,
    refuse_what_changed,
    refuse_what_is_hidden,
    refused,
    version_in,
)
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.moves import moves_of
from app.store.open_facts import without_hidden
from app.store.whole import facts_of_place
from app.store.writer import Leaving, found_in, write_in

Fact = TypeVar("Fact", bound=Node | Link)
_LEAVING = Leaving()
"""Nothing that is recorded goes."""
_OF_EDITORS = ("closedContactDetails", "doubts")
"""Properties that no file of what is public has."""


async def import_places(
    database: Database,
    name: str,
    read: Callable[[], Incoming],
    area: str = "",
    *,
    new: str = "",
    dry_run: bool = False,
    why: str = "",
    by: str = "",
    seen: int | None = None,
    sees_all: Callable[[str], bool] = lambda place: True,
    may_make: bool = True,
) -> Imported:
    """Record what a file says of its places: what is new is added, what differs overwritten, all of it or nothing.

    `read` opens the file anew each time it is called. `area` is the id of the place that it should be of, or `new` the
    name of one that is made; with neither it is of those that it says, which are made where it brings their areas, and
    where the reader `may_make` places. DataRefused lists every problem; ChangedSince and NotAllowed are as of
    `import_sheet`, and NotAllowed is raised for a place that the reader may not see all of.
    """
    reason = why_of("import", why, [name], by=by)

    async def work(transaction: Transaction) -> Imported:
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        version = await version_in(transaction)
        refuse_what_changed(seen, version)
        known = {row.id: row for row in await transaction.read("list_ids")}
        try:
            incoming = await asyncio.to_thread(read)
        except Unreadable as error:
            raise refused(name, error) from None
        place = _place_of(incoming, area, new, known)
        made = {"id": place, "name": " ".join((new or place).split())} if place and place not in known else {}
        moves = {move.old: move.new for move in await moves_of(transaction)}
        most = database.settings.max_transaction_facts
        found = await asyncio.to_thread(read_incoming, incoming, most, known, made, moves)
        closed = [id_ for id_, row in known.items() if not row.open]
        checked = await asyncio.to_thread(found.checked, {row.id: row.label for row in known.values()}, closed)
        refuse_problems(incoming.problems, checked)
        if not may_make and (missing := sorted(checked.facts.places - known.keys())):
            raise NotAllowed(f"Only administrators make places, and '{missing[0]}' is not there yet.")
        facts = await _as_recorded(transaction, checked.facts, known, sees_all)
        if dry_run:
            summary = (await found_in(transaction, facts, _LEAVING))[0]
        else:
            summary = await write_in(transaction, facts, _LEAVING, why=reason, tell=lines_of)
            version = await version_in(transaction)
        notes = (f"Read as {incoming.what}.", *map(visible, incoming.notes))
        first = place or next(iter(sorted(facts.places)), "")
        return Imported(summary, (), (), notes, tuple(checked.doubts), first, version, replaces=False)

    # One transaction, so that nothing is lost that somebody else writes between the look and the change.
    return await database.write(work)


def _place_of(incoming: Incoming, area: str, new: str, known: dict[str, Row]) -> str:
    """Return the place that a file of one is of; empty for one of several."""
    stated = incoming.place
    if new:
        made = new_area(new, {row.id for row in known.values() if row.label == "Area"})
        if stated and made != stated:
            raise BadInput(f"The file is of the place '{visible(stated)}', and '{visible(new)}' would be '{made}'.")
        return made
    if area and stated and area != stated:
        raise BadInput(f"The file is of the place '{visible(stated)}', not of '{area}': choose that one.")
    if stated and stated not in known and not any(each.get("id") == stated for each in incoming.areas):
        raise BadInput(f"There is no place '{visible(stated)}' yet: give its name, to make it.")
    return stated


async def _as_recorded(
    transaction: Transaction, facts: DataSet, known: dict[str, Row], sees_all: Callable[[str], bool]
) -> DataSet:
    """Return what a file says, with what is recorded and could not be in it."""
    recorded: dict[tuple[str, str], Node | Link] = {}
    for place in sorted(facts.places & known.keys()):
        found = await facts_of_place(transaction, place)
        refuse_what_is_hidden(place, found.needs, sees_all=sees_all(place))
        recorded |= {(_kind(fact), fact.id): fact for fact in found.all()}
    if not recorded:
        return facts
    bodies = {id_ for id_, row in known.items() if row.open}
    nodes = [_kept(node, recorded, bodies) for node in facts.nodes]
    links = [_kept(link, recorded, bodies) for link in facts.links]
    kept: list[Node | Link] = [*nodes, *links]
    stand_ins = {f"{place}/{NOT_PUBLIC}" for place in facts.places}
    cited = {line.partition(" ")[0] for fact in kept for line in _cites(fact)}
    return DataSet([node for node in nodes if node.id not in stand_ins - cited], links, facts.places)


def _kind(fact: Node | Link) -> str:
    return fact.label if isinstance(fact, Node) else fact.type


def _cites(fact: Node | Link) -> list[str]:
    return str(fact.properties.get("cites") or "").split("\n")


def _kept(fact: Fact, recorded: dict[tuple[str, str], Node | Link], known: Collection[str]) -> Fact:
    """Return what is recorded of a fact where a file says just what is public of that; else with what it cannot say."""
    was = recorded.get((_kind(fact), fact.id))
    if was is None:
        return fact
    said = dict(fact.properties)
    if _said(_public(was, known)) == _said(said):
        return replace(fact, properties=was.properties, _known=[])
    more = {name: was.properties[name] for name in _OF_EDITORS if was.properties.get(name) and not said.get(name)}
    return replace(fact, properties=said | more, _known=[]) if more else fact


def _public(fact: Node | Link, known: Collection[str]) -> dict[str, Any]:
    """Return what a file of what is public says of a fact."""
    known = dict.fromkeys(known)
    shown = without_hidden(DataSet([Node("", fact.id, fact.place, fact.properties)]), known, known).nodes[0].properties
    if shown.get("cites") == "":
        shown["cites"] = f"{fact.place}/{NOT_PUBLIC} not public"
    return {name: value for name, value in shown.items() if name not in _OF_EDITORS}


def _said(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and name != "themeOrder"}
