"""A file that says all of a place (a workbook of all entries, CSV, YAML, JSON Lines) into the database, in one change.

What is recorded and not in the file stays. So does what a file that left the site could not say, since it is not
public: ways to reach somebody, sources, mentions of what is hidden.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, Unpack

from app.domain.facts import DataSet, Link, Node
from app.domain.visible import visible
from app.errors import BadInput, NotAllowed
from app.exchange.derived_ids import whole_id
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries
from app.exchange.entries.ordering import in_order
from app.exchange.entries.spelling import spelled
from app.exchange.formats.public_facts import sources_in
from app.exchange.formats.yaml_file import NOT_PUBLIC, with_sources
from app.exchange.incoming.incoming import Incoming, read_incoming
from app.exchange.sheets.cells import Unreadable
from app.exchange.yaml_text import Document
from app.record.history import lines_of, why_of
from app.record.importing_likeness import propose_same
from app.record.importing_orders import AnsweredPairs, How, Order
from app.record.importing_steps import (
    Begun,
    Imported,
    begin,
    finish,
    most_facts,
    refuse_problems,
    refuse_what_is_hidden,
    refused,
    too_many,
)
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.moves import moves_of
from app.store.open_facts import without_hidden
from app.store.whole import facts_of_place
from app.store.writer import Leaving

Fact = TypeVar("Fact", bound=Node | Link)
_LEAVING = Leaving()
"""Nothing that is recorded goes."""
_OF_EDITORS = ("closedContactDetails", "doubts")
"""Properties that no file of what is public has."""


async def import_places(
    database: Database, name: str, read: Callable[[], Incoming], area: str = "", **how: Unpack[How]
) -> Imported:
    """Record what a file says of its places: what is new is added, what differs overwritten, all of it or nothing.

    `read` opens the file anew each time it is called. `area` is the id of the place that it should be of, unless `how`
    has the name of a new one; with neither it is of those that it says, which are made where it brings their areas, and
    where the reader may make places. DataRefused lists every problem; ChangedSince and NotAllowed are as of
    `import_sheet`, and NotAllowed is raised for a place that the reader may not see all of.
    """
    order = Order(area=area, **how)
    reason = why_of("import", order.why, [name], by=order.by)

    async def work(transaction: Transaction) -> Imported:
        begun = await begin(transaction, order)
        known = begun.known
        order.step("Reading the file", 0, 0)
        try:
            incoming = await asyncio.to_thread(read)
        except Unreadable as error:
            raise refused(name, error) from None
        place = _place_of(incoming, order, begun)
        answered = begun.answered if begun.place else begun.answered.within(place)
        made = {"id": place, "name": " ".join((order.new or place).split())} if place and place not in known else {}
        moves = {move.old: move.new for move in await moves_of(transaction)} | dict(answered.same)
        recorded = await _recorded_entries(transaction, answered)
        incoming.places = _with_recorded(incoming.places, answered.same, recorded)
        most = most_facts(database, order)
        order.step("Reading its entries", 0, 0)
        found = await asyncio.to_thread(read_incoming, incoming, most, known, made, moves)
        order.step("Checking", 0, 0)
        checked = await asyncio.to_thread(found.checked, begun.labels, begun.closed(known))
        refuse_problems(incoming.problems, checked)
        if not order.may_make and (missing := sorted(checked.facts.places - known.keys())):
            raise NotAllowed(f"Only administrators make places, and '{missing[0]}' is not there yet.")
        facts = await _as_recorded(transaction, checked.facts, known, order)
        proposed = await propose_same(transaction, facts, known, answered)
        order.step("Comparing with what is recorded", 0, 0)
        begun = replace(begun, answered=answered)
        summary, version = await finish(transaction, order, begun, facts, _LEAVING, reason, lines_of)
        notes = (f"Read as {incoming.what}.", *map(visible, incoming.notes))
        first = place or next(iter(sorted(facts.places)), "")
        lines, doubts = tuple(lines_of(summary)), tuple(checked.doubts)
        return Imported(summary, lines, (), (), notes, doubts, first, version, *proposed, too_many(database, facts))

    # One transaction, so that nothing is lost that somebody else writes between the look and the change.
    return await database.write(work)


async def _recorded_entries(transaction: Transaction, answered: AnsweredPairs) -> dict[str, Entries]:
    """Return what is recorded of each place of whoever new entries were answered to be, by place."""
    places = {old.partition("/")[0] for old in answered.same.values()}
    return {place: entries_of(in_order(await facts_of_place(transaction, place)), place) for place in sorted(places)}


def _with_recorded(
    places: Iterator[tuple[str, Document]], same: Mapping[str, str], recorded: Mapping[str, Entries]
) -> Iterator[tuple[str, Document]]:
    """Give a file's documents, with the recorded entry beside each new one that is the same: the two are joined."""
    for place, document in places:
        if place in recorded and isinstance(document.value, dict):
            wanted = {old for new, old in same.items() if new.startswith(f"{place}/")}
            for section in ("organizations", "people"):
                listed = document.value.get(section)
                if isinstance(listed, list):
                    there = {whole_id(str(each.get("id")), place) for each in listed if isinstance(each, dict)}
                    own = {whole_id(each.id, place): each for each in recorded[place].section(section)}
                    listed += [spelled(own[id_]) for id_ in sorted((wanted & own.keys()) - there)]
        yield place, document


def _place_of(incoming: Incoming, order: Order, begun: Begun) -> str:
    """Return the place that a file of one is of; empty for one of several."""
    stated, area, made = incoming.place, order.area, begun.place
    if order.new:
        if stated and made != stated:
            new = visible(order.new)
            raise BadInput(f"The file is of the place '{visible(stated)}', and '{new}' would be '{made}'.")
        return made
    if area and stated and area != stated:
        raise BadInput(f"The file is of the place '{visible(stated)}', not of '{area}': choose that one.")
    if stated and stated not in begun.known and not any(each.get("id") == stated for each in incoming.areas):
        raise BadInput(f"There is no place '{visible(stated)}' yet: give its name, to make it.")
    return stated


async def _as_recorded(transaction: Transaction, facts: DataSet, known: Mapping[str, Row], order: Order) -> DataSet:
    """Return what a file says, with what is recorded and could not be in it."""
    recorded: dict[tuple[str, str], Node | Link] = {}
    for place in sorted(facts.places & known.keys()):
        found = await facts_of_place(transaction, place)
        refuse_what_is_hidden(order, place, found.needs)
        recorded |= {(_kind(fact), fact.id): fact for fact in found.all()}
    if not recorded:
        return facts
    bodies = {id_ for id_, row in known.items() if row.open}
    nodes = [_kept(node, recorded, bodies) for node in facts.nodes]
    links = [_kept(link, recorded, bodies) for link in facts.links]
    kept: list[Node | Link] = [*nodes, *links]
    stand_ins = {f"{place}/{NOT_PUBLIC}" for place in facts.places}
    cited = {source for fact in kept for source in sources_in(fact.properties)}
    return DataSet([node for node in nodes if node.id not in stand_ins - cited], links, facts.places)


def _kind(fact: Node | Link) -> str:
    return fact.label if isinstance(fact, Node) else fact.type


def _kept(fact: Fact, recorded: dict[tuple[str, str], Node | Link], known: Collection[str]) -> Fact:
    """Return what is recorded of a fact where a file says just what is public of that; else with what it cannot say."""
    was = recorded.get((_kind(fact), fact.id))
    if was is None:
        return fact
    said = dict(fact.properties)
    if _said(_public(was, known)) == _said(said):
        return replace(fact, properties=was.properties, _known=None)
    more = {name: was.properties[name] for name in _OF_EDITORS if was.properties.get(name) and not said.get(name)}
    return replace(fact, properties=said | more, _known=None) if more else fact


def _public(fact: Node | Link, known: Collection[str]) -> dict[str, Any]:
    """Return what a file of what is public says of a fact."""
    known = dict.fromkeys(known)
    shown = without_hidden(DataSet([Node("", fact.id, fact.place, fact.properties)]), known, known).nodes[0].properties
    shown = with_sources(shown, f"{fact.place}/{NOT_PUBLIC}")
    return {name: value for name, value in shown.items() if name not in _OF_EDITORS}


def _said(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and name != "themeOrder"}
