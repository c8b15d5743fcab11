"""A spreadsheet into the database: read, checked and previewed as a file is, and written in one change."""

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Unpack

from app.domain.dates import bounds
from app.domain.visible import visible
from app.errors import BadInput
from app.exchange import place_format as form
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.ordering import in_order
from app.exchange.problems import Problem
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Sheet, Unreadable
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.helper import helped
from app.exchange.sheets.read import read_over
from app.exchange.sheets.spots import Placing
from app.reading.shelved_files import drawings_in
from app.record.history import why_of
from app.record.importing_columns import columns_in
from app.record.importing_likeness import propose_same
from app.record.importing_orders import How, Order
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
from app.record.telling import told_of
from app.store.database import Database, Transaction
from app.store.whole import facts_of_place, shared_facts
from app.store.writer import Leaving, Summary

TAKEN_AWAY = "Removed, since the sheet says otherwise:"


async def import_sheet(
    database: Database, name: str, raw: bytes, area: str, *, beside: Beside | None = None, **how: Unpack[How]
) -> Imported:
    """Lay a spreadsheet over what is recorded of a place, all of it or nothing.

    `area` is the id of a place that is known, unless `how` has the name of a new one: see Order. DataRefused lists
    every problem, each at its cell, and then nothing was written; BadInput says what is wrong with what is asked beside
    the file. ChangedSince is raised where the version that was seen is another by now, and NotAllowed where something
    of the place is confidential and the reader does not see all.
    """
    order = Order(area=area, **how)
    beside = _checked(beside or Beside())
    reason = why_of("import", order.why, [name], by=order.by)
    order.step("Reading the file", 0, 0)
    # Rows are let go of as they are read: a transaction that is tried again reads the file again.
    read_before = [await _sheets(name, raw, order, beside)]

    async def work(transaction: Transaction) -> Imported:
        begun = await begin(transaction, order)
        sheets = read_before.pop() if read_before else await _sheets(name, raw, order, beside)
        with helped(sum(len(sheet.rows) for sheet in sheets)) as helper:
            said = await _laid_over(transaction, order, begun, name, sheets, beside)
            del sheets
            elsewhere = begun.elsewhere(begun.place)
            order.step("Checking", 0, 0)
            checked = await asyncio.to_thread(
                checked_sheet,
                name,
                said.file,
                said.spots,
                elsewhere,
                begun.closed(elsewhere),
                most=most_facts(database, order),
                areas=[form.Area(id=begun.place, name=" ".join(order.new.split()))] if order.new else [],
                recorded=begun.known,
                step=partial(order.step, "Checking"),
                helper=helper,
            )
        refuse_problems(said.problems, checked)
        order.step("Comparing with what is recorded", 0, 0)
        proposed = await propose_same(transaction, checked.facts, begun.known, begun.answered)
        leaving = Leaving(replace=True)
        summary, version = await finish(transaction, order, begun, checked.facts, leaving, reason, _told)
        return Imported(
            summary,
            tuple(_told(summary)),
            tuple(said.new),
            said.unchanged,
            tuple(said.notes),
            tuple(checked.doubts),
            begun.place,
            version,
            *proposed,
            too_many=too_many(database, checked.facts),
        )

    # One transaction, so that nothing is lost that somebody else writes between the look and the change.
    done = await database.write(work)
    if done.summary.removed and not order.dry_run:
        drawings_in(database.settings.data_dir).clear()
    return done


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sheet says over what is recorded, without what was only needed to read it."""

    file: form.PlaceFile
    spots: Placing
    problems: list[Problem]
    new: list[str]
    notes: list[str]
    unchanged: tuple[str, ...]


async def _laid_over(
    transaction: Transaction, order: Order, begun: Begun, name: str, sheets: list[Sheet], beside: Beside
) -> _Said:
    """Lay sheets over what is recorded of a place."""
    place = begun.place
    shared = entries_of(in_order(await shared_facts(transaction)), "")
    facts = await facts_of_place(transaction, place)
    refuse_what_is_hidden(order, place, facts.needs)
    recorded = entries_of(in_order(facts), place)
    order.step("Reading its rows", 0, 0)
    try:
        read = await asyncio.to_thread(
            read_over,
            name,
            sheets,
            recorded,
            begun.elsewhere(place),
            shared.section("sources"),
            beside,
            begun.answered.same,
            partial(order.step, "Reading its rows"),
        )
    except Unreadable as error:
        raise refused(name, error) from None
    draft = read.draft
    return _Said(draft.place_file, draft.spots, draft.problems, draft.new, draft.notes, read.unchanged)


async def _sheets(name: str, raw: bytes, order: Order, beside: Beside) -> list[Sheet]:
    """Read a file's sheets, and tell which columns they have."""

    def counting(rows: int) -> None:
        order.step("Reading the file, rows", rows, 0)

    try:
        sheets = await asyncio.to_thread(order.early.sheets, counting) if order.early else []
        sheets = sheets or await asyncio.to_thread(sheets_of, name, raw, counting)
    except Unreadable as error:
        order.columns([])
        raise refused(name, error) from None
    order.columns(columns_in(sheets, beside))
    return sheets


def _told(summary: Summary) -> list[str]:
    return told_of(summary, replace=True, removed=TAKEN_AWAY)


def _checked(beside: Beside) -> Beside:
    if sum((bool(beside.end), beside.replace, beside.keep)) > 1:
        raise BadInput(
            "Whoever the sheet no longer has in a seat ends, never was or stays: choose --end, --replace or --keep."
        )
    try:
        bounds(beside.end or "2000")
    except ValueError as error:
        raise BadInput(f"--end {visible(beside.end[:60])}: {error}.") from None
    return beside
