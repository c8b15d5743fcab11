"""`partnerships import`: a spreadsheet as officers keep it, or Popolo, laid over what is recorded of a place."""

from pathlib import Path

from app.commands.common import answer, area_of, out
from app.domain.english import and_more, numbered
from app.domain.visible import visible
from app.errors import BadInput, UnknownId
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import MAX_BYTES
from app.reading.explorer import Explorer
from app.record.importing import Imported, import_sheet

MOST_NAMED = 200
"""How much is named under one heading."""


def import_file(file: Path, *, area: str, new: bool, beside: Beside, preview: bool, why: str) -> None:
    """Say by name what a sheet changes, or would, and how it was read; nothing is written when there is a problem."""
    raw = _bytes_of(file)

    async def run(explorer: Explorer) -> None:
        place = "" if new else await _place_of(explorer, area)
        async with explorer.database.turns.one():
            imported = await _imported(explorer, file.name, raw, place, area if new else "", beside, preview, why)
        for line in _told(imported, preview):
            out.print_line(line)

    answer(run, fill=not new)


async def _imported(
    explorer: Explorer, name: str, raw: bytes, place: str, new: str, beside: Beside, preview: bool, why: str
) -> Imported:
    if not name.casefold().endswith(".json"):
        return await import_sheet(explorer.database, name, raw, place, new=new, beside=beside, dry_run=preview, why=why)
    if beside != Beside():
        raise BadInput(
            "A Popolo document says its own sources, bodies and dates: leave out what is asked beside a spreadsheet."
        )
    # What reads it is imported by whoever has such a document.
    from app.record.importing_popolo import import_popolo

    return await import_popolo(explorer.database, name, raw, place, new=new, dry_run=preview, why=why)


async def _place_of(explorer: Explorer, area: str) -> str:
    try:
        return await area_of(explorer, area)
    except UnknownId as error:
        raise UnknownId(f"{error.message} If it is to be made, add --new.", error.nearest) from None


def _told(imported: Imported, preview: bool) -> list[str]:
    lines: list[str] = []
    for heading, said in (
        ("How it was read:", imported.notes),
        ("Met for the first time:", imported.new),
        ("Unchanged:", imported.unchanged),
    ):
        few = said[:MOST_NAMED]
        more = [f"  {and_more(len(said) - len(few))}"] if len(said) > len(few) else []
        lines += [heading, *(f"  {visible(each)}" for each in few), *more] if said else []
    lines += imported.lines
    if imported.doubts:
        lines += [f"{numbered(len(imported.doubts), 'doubt')}, which {'would stop' if preview else 'stopped'} nothing:"]
        lines += [f"  {doubt}" for doubt in imported.doubts]
    done = imported.summary
    counts = f"{done.added} added, {done.changed} changed, {done.removed} removed, {done.unchanged} unchanged."
    return [*lines, f"{'Would be: ' if preview else ''}{counts}"]


def _bytes_of(file: Path) -> bytes:
    """Read a file that is one; a pipe or a device is never waited for."""
    try:
        if not file.exists():
            raise BadInput(f"There is no file {visible(str(file))}.")
        if not file.is_file():
            raise BadInput(f"{visible(str(file))} is no file: expected a spreadsheet as .xlsx, .xls, .ods or .csv.")
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{visible(str(file))} cannot be read: {error.strerror}.") from None
