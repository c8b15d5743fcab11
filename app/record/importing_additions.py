"""Popolo or ORG into the database: what is not recorded of a place yet is added, all of it or nothing."""

import asyncio
from collections.abc import Callable

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
from app.record.importing import (
    Imported,
    new_area,
    refuse_problems,
    refuse_what_changed,
    refuse_what_is_hidden,
    version_in,
)
from app.store.database import Database, Transaction
from app.store.whole import facts_of_place
from app.store.writer import Leaving, found_in, write_in

_LEAVING = Leaving()
"""Nothing that is recorded goes."""


async def import_additions(
    database: Database,
    name: str,
    read: Callable[[str], EntriesRead],
    area: str,
    *,
    new: str = "",
    dry_run: bool = False,
    why: str = "",
    by: str = "",
    seen: int | None = None,
    sees_all: bool = True,
) -> Imported:
    """Add what a document says of a place; what is recorded under the same id stays as it is.

    `read` reads it as entries of the place whose id it is told. `area` is the id of a place that is known; or `new` the
    name of one that is made. DataRefused lists every problem, and then nothing was written; BadInput says why a place
    cannot have a name. `by`, `seen` and `sees_all` are as `import_sheet` has them.
    """
    reason = why_of("import", why, [name], by=by)

    async def work(transaction: Transaction) -> Imported:
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        version = await version_in(transaction)
        refuse_what_changed(seen, version)
        known = {row.id: row for row in await transaction.read("list_ids")}
        place = new_area(new, {row.id for row in known.values() if row.label == "Area"}) if new else area
        said = await asyncio.to_thread(read, place)
        facts = await facts_of_place(transaction, place)
        refuse_what_is_hidden(place, facts.needs, sees_all=sees_all)
        recorded = entries_of(in_order(facts), place)
        file, there = _added(recorded, said)
        elsewhere = {id_: row.label for id_, row in known.items() if not id_.startswith(f"{place}/")}
        areas = [each for each in said.areas if each.id not in known]
        if new and not any(each.id == place for each in areas):
            areas.append(form.Area(id=place, name=" ".join(new.split())))
        checked = await asyncio.to_thread(
            checked_sheet,
            name,
            file,
            {},
            elsewhere,
            [id_ for id_ in elsewhere if not known[id_].open],
            most=database.settings.max_transaction_facts,
            areas=areas,
            sources=[each for each in said.sources if each.id not in known],
        )
        refuse_problems([Problem(name, 0, 0, "", "", each, spot=said.what) for each in said.problems], checked)
        if dry_run:
            summary = (await found_in(transaction, checked.facts, _LEAVING))[0]
        else:
            summary = await write_in(transaction, checked.facts, _LEAVING, why=reason, tell=lines_of)
            version = await version_in(transaction)
        return Imported(summary, (), (), tuple(_notes(said, there)), (), place, version, replaces=False)

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
    if there:
        notes.append(f"{numbered(there, 'entry', 'entries')} recorded already under the same id: left as recorded.")
    return notes
