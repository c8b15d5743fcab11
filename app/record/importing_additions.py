"""Popolo or ORG into the database: what is not recorded of a place yet is added, all of it or nothing."""

import asyncio
from collections.abc import Callable
from typing import Unpack

from app.domain.english import numbered
from app.domain.visible import visible
from app.exchange import place_format as form
from app.exchange.entries.addresses import address_in
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries
from app.exchange.entries.ordering import in_order
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.problems import Problem
from app.exchange.sheets.checking import checked_sheet
from app.record.history import lines_of, why_of
from app.record.importing_likeness import propose_same
from app.record.importing_orders import How, Order
from app.record.importing_steps import (
    Imported,
    begin,
    finish,
    most_facts,
    refuse_problems,
    refuse_what_is_hidden,
    too_many,
)
from app.store.database import Database, Transaction
from app.store.whole import facts_of_place
from app.store.writer import Leaving

_LEAVING = Leaving()
"""Nothing that is recorded goes."""


async def import_additions(
    database: Database, name: str, read: Callable[[str], EntriesRead], area: str, **how: Unpack[How]
) -> Imported:
    """Add what a document says of a place; what is recorded under the same id stays as it is.

    `read` reads it as entries of the place whose id it is told; `area` and `how` are as `import_sheet` has them.
    DataRefused lists every problem, and then nothing was written; BadInput says why a place cannot have a name.
    """
    order = Order(area=area, **how)
    reason = why_of("import", order.why, [name], by=order.by)

    async def work(transaction: Transaction) -> Imported:
        begun = await begin(transaction, order)
        place, known = begun.place, begun.known
        order.step("Reading the file", 0, 0)
        said = await asyncio.to_thread(read, place)
        facts = await facts_of_place(transaction, place)
        refuse_what_is_hidden(order, place, facts.needs)
        recorded = entries_of(in_order(facts), place)
        file, there = _added(recorded, said)
        elsewhere = begun.elsewhere(place)
        areas = [each for each in said.areas if each.id not in known]
        if order.new and not any(each.id == place for each in areas):
            areas.append(form.Area(id=place, name=" ".join(order.new.split())))
        order.step("Checking", 0, 0)
        checked = await asyncio.to_thread(
            checked_sheet,
            name,
            file,
            {},
            elsewhere,
            begun.closed(elsewhere),
            most=most_facts(database, order),
            areas=areas,
            sources=[each for each in said.sources if each.id not in known],
            moves=begun.answered.same,
        )
        refuse_problems([Problem(name, 0, 0, "", "", each, spot=said.what) for each in said.problems], checked)
        proposed = await propose_same(transaction, checked.facts, known, begun.answered)
        order.step("Comparing with what is recorded", 0, 0)
        summary, version = await finish(transaction, order, begun, checked.facts, _LEAVING, reason, lines_of)
        return Imported(
            summary,
            tuple(lines_of(summary)),
            (),
            (),
            tuple(_notes(said, there)),
            (),
            place,
            version,
            *proposed,
            too_many(database, checked.facts),
        )

    # One transaction, so that nothing is lost that somebody else writes between the look and the change.
    return await database.write(work)


def _added(recorded: Entries, read: EntriesRead) -> tuple[form.PlaceFile, int]:
    """Return what is recorded of a place with what a document adds, and how many of its entries are there already."""
    there = recorded.by_address()
    file, count = recorded.file, 0
    sections: dict[str, list[object]] = {}
    for name in form.PlaceFile.model_fields:
        if name != "place":
            found = getattr(read.file, name)
            fresh = [said for said in found if address_in(said, recorded.place) not in there]
            sections[name] = [*getattr(file, name), *fresh]
            count += len(found) - len(fresh)
    # Each is checked already.
    whole: dict[str, object] = {"place": recorded.place, **sections}
    return form.PlaceFile.model_construct(**whole), count  # type: ignore[arg-type]


def _notes(read: EntriesRead, there: int) -> list[str]:
    notes = [f"{visible(name)}, {numbered(count, 'time')}: not read." for name, count in sorted(read.unread.items())]
    kept = sorted(read.kept.items())
    notes += [
        f"{visible(name)}, {numbered(count, 'time')}: kept as it is, and given back in Popolo." for name, count in kept
    ]
    if there:
        notes.append(f"{numbered(there, 'entry', 'entries')} recorded already under the same id: left as recorded.")
    return notes
