"""What is recorded becomes a file again: a place, or the areas and sources that all places share."""

from dataclasses import dataclass

from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.listed import Entries
from app.exchange.entries.ordering import in_order
from app.record.removing import unknown_place
from app.store.database import Database, Transaction
from app.store.whole import facts_of_place, shared_facts

SHARED = ("areas", "sources")
"""What belongs to no place, by the names of its files."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file as text, and how many entries it has."""

    name: str
    """What the file has to be called."""
    text: str
    count: int


async def entries_recorded(database: Database, place: str) -> Entries:
    """Read a place's entries, whatever their access; with an empty place, the areas and the sources of no place.

    They are in the order in which people read them. Of a place that nothing is recorded of there are none.
    """

    async def work(transaction: Transaction) -> Entries:
        facts = await (facts_of_place(transaction, place) if place else shared_facts(transaction))
        return entries_of(in_order(facts), place)

    # In a transaction of its own, so that no load comes between two looks.
    return await database.write(work)


async def export(database: Database, what: str) -> Exported:
    """Write the file of a place, or with `areas` or `sources` that of what all places share.

    It says everything that is recorded, public or not. UnknownId offers the nearest place.
    """
    entries = await entries_recorded(database, "" if what in SHARED else what)
    if what == "areas":
        text, count = text_of(entries.areas_file), len(entries.section("areas"))
    elif what == "sources":
        text, count = text_of(entries.sources_file), len(entries.section("sources"))
    else:
        if not entries.all:
            raise await unknown_place(database, what)
        text, count = text_of(entries.file), len(entries.all)
    return Exported(f"{what}.yaml", text, count)
