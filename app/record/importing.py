"""A spreadsheet into the database: read, checked and previewed as a file is, and written in one change."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.clearance import clearance_of_editors
from app.domain.dates import bounds
from app.domain.visible import visible
from app.domain.vocabulary import RESERVED_AREA_IDS
from app.errors import BadInput, DataRefused, NotAllowed
from app.exchange import place_format as form
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.ordering import in_order
from app.exchange.limits import MAX_SHOWN
from app.exchange.problems import Problem, first_of, problems_counted
from app.exchange.rows import slug
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.read import read_over
from app.exchange.yaml_files import Checked
from app.reading.shelved_files import drawings_in
from app.record.history import lines_of, why_of
from app.record.telling import told_of
from app.store.database import Database, Transaction
from app.store.whole import facts_of_place, shared_facts
from app.store.writer import Leaving, Summary, found_in, write_in

MAX_AREA_NAME = 200
"""Letters in the name of a place that is made."""
TAKEN_AWAY = "Removed, since the sheet says otherwise:"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    summary: Summary
    new: tuple[str, ...]
    """Who and what is met for the first time: `person: Bob Smith`."""
    unchanged: tuple[str, ...]
    """The seats of which the sheet says nothing else than is recorded, by name."""
    notes: tuple[str, ...]
    """How the sheet was read, where that is not plain, and what of it was not."""
    doubts: tuple[Problem, ...]
    place: str
    """The id of the place."""
    version: int
    """Of the data: that at which this was looked at, or that which the change made, and so its number."""
    replaces: bool = True
    """Whether what is recorded and not in the file goes."""

    @property
    def changes_anything(self) -> bool:
        """Tell whether the sheet says anything that is not recorded already."""
        return bool(self.summary.added or self.summary.changed or self.summary.removed)

    @property
    def lines(self) -> list[str]:
        """Say what changes, by name, under headings."""
        return _told(self.summary) if self.replaces else lines_of(self.summary)


class ChangedSince(BadInput):
    """The record is not what it was when somebody looked at what an import would do."""


async def import_sheet(
    database: Database,
    name: str,
    raw: bytes,
    area: str,
    *,
    new: str = "",
    beside: Beside | None = None,
    dry_run: bool = False,
    why: str = "",
    by: str = "",
    seen: int | None = None,
    sees_all: bool = True,
) -> Imported:
    """Lay a spreadsheet over what is recorded of a place, all of it or nothing.

    `area` is the id of a place that is known; or `new` the name of one that is made. DataRefused lists every problem,
    each at its cell, and then nothing was written; BadInput says what is wrong with what is asked beside the file. `by`
    is the account that asks. `seen` is the version of the data at which somebody looked at the preview: ChangedSince
    where it is another by now. Whoever does not see all is refused (NotAllowed) where something of the place is
    confidential.
    """
    beside = _checked(beside or Beside())
    reason = why_of("import", why, [name], by=by)
    try:
        sheets = await asyncio.to_thread(sheets_of, name, raw)
    except Unreadable as error:
        raise refused(name, error) from None

    async def work(transaction: Transaction) -> Imported:
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        version = await version_in(transaction)
        refuse_what_changed(seen, version)
        known = {row.id: row for row in await transaction.read("list_ids")}
        place = new_area(new, {row.id for row in known.values() if row.label == "Area"}) if new else area
        shared = entries_of(in_order(await shared_facts(transaction)), "")
        read_facts = await facts_of_place(transaction, place)
        refuse_what_is_hidden(place, read_facts.needs, sees_all=sees_all)
        facts = in_order(read_facts)
        recorded = entries_of(facts, place)
        elsewhere = {id_: row.label for id_, row in known.items() if not id_.startswith(f"{place}/")}
        try:
            read = await asyncio.to_thread(
                read_over, name, sheets, recorded, elsewhere, shared.section("sources"), beside
            )
        except Unreadable as error:
            raise refused(name, error) from None
        checked = await asyncio.to_thread(
            checked_sheet,
            name,
            read.draft.place_file,
            read.draft.spots,
            elsewhere,
            [id_ for id_ in elsewhere if not known[id_].open],
            most=database.settings.max_transaction_facts,
            areas=[form.Area(id=place, name=" ".join(new.split()))] if new else [],
        )
        refuse_problems(read.draft.problems, checked)
        leaving = Leaving(replace=True)
        if dry_run:
            summary = (await found_in(transaction, checked.facts, leaving))[0]
        else:
            summary = await write_in(transaction, checked.facts, leaving, why=reason, tell=_told)
            version = await version_in(transaction)
        draft = read.draft
        return Imported(
            summary, tuple(draft.new), read.unchanged, tuple(draft.notes), tuple(checked.doubts), place, version
        )

    # One transaction, so that nothing is lost that somebody else writes between the look and the change.
    done = await database.write(work)
    if done.summary.removed and not dry_run:
        drawings_in(database.settings.data_dir).clear()
    return done


def refuse_what_changed(seen: int | None, version: int) -> None:
    """Raise ChangedSince where the version that somebody looked at is no longer that of the data."""
    if seen is not None and seen != version:
        raise ChangedSince("Something was recorded since you looked at this: look again. Nothing was written.")


def refuse_what_is_hidden(place: str, needs: Mapping[str, Iterable[str]], *, sees_all: bool) -> None:
    """Raise NotAllowed where an editor may not read something of a place, and the reader does not see all of it."""
    if not sees_all and not all(map(clearance_of_editors(place).covers, needs.values())):
        raise NotAllowed("Something that is recorded of this place is confidential: ask a steward to import.")


async def version_in(transaction: Transaction) -> int:
    """Return the number of the data's version as a transaction sees it."""
    return next((int(row.number) for row in await transaction.read("get_data_version")), 0)


def _told(summary: Summary) -> list[str]:
    return told_of(summary, replace=True, removed=TAKEN_AWAY)


def refused(name: str, error: Unreadable) -> DataRefused:
    """Return the refusal of a file that nobody could read."""
    return DataRefused(f"{visible(name)} {error}; nothing was written.")


def _checked(beside: Beside) -> Beside:
    if sum((bool(beside.end), beside.replace, beside.keep)) > 1:
        raise BadInput(
            "Whoever the sheet no longer has in a seat ends, never was or stays: choose --end, --replace or --keep."
        )
    for option, text in (("--end", beside.end),):
        try:
            bounds(text or "2000")
        except ValueError as error:
            raise BadInput(f"{option} {visible(text[:60])}: {error}.") from None
    return beside


def new_area(name: str, areas: set[str]) -> str:
    """Return the id that a new place gets by its name; BadInput where it cannot have one."""
    id_ = slug(name)[:60].strip("-")
    if not id_:
        raise BadInput(f"'{visible(name[:60])}' is no name of a place: expected one with letters, such as Bromley.")
    if id_ in RESERVED_AREA_IDS:
        raise BadInput(
            f"A place cannot be called '{visible(name[:60])}': pages of the site use this word in addresses."
        )
    if len(name) > MAX_AREA_NAME or not name.isprintable():
        raise BadInput(f"'{visible(name[:60])}' is no name of a place: expected at most {MAX_AREA_NAME} plain letters.")
    if id_ in areas:
        raise BadInput(f"The place '{id_}' is there already: leave --new out to add to it.")
    return id_


def refuse_problems(problems: list[Problem], checked: Checked) -> None:
    """Raise DataRefused with the problems of a file and those of the check, if there are any."""
    found = sorted(problems, key=_place) + checked.problems
    found = list({str(problem): problem for problem in found}.values())
    if not found:
        return
    few = first_of(found[:MAX_SHOWN])
    more = len(found) - len(few) + checked.more
    counted = problems_counted(len(few), more, stopped=checked.stopped)
    raise DataRefused(f"{counted}; nothing was written.", few)


def _place(problem: Problem) -> tuple[str, int, int]:
    """Return by what problems are sorted: the sheet, then the row and the column."""
    return problem.spot.rpartition(", ")[0], problem.line, problem.column
