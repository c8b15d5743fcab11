"""`partnerships import`: a file of whichever format comes back, laid over what is recorded."""

from collections.abc import Iterator
from pathlib import Path

from app.commands.common import answer, area_of, out
from app.domain.english import and_more, numbered
from app.domain.visible import visible
from app.errors import BadInput, UnknownId
from app.exchange.incoming.dump import MAX_LINE, dump_in
from app.exchange.incoming.sorts import LINES, sort_of
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import MAX_BYTES
from app.reading.explorer import Explorer
from app.record.importing import Imported
from app.record.importing_files import import_file as import_any
from app.record.importing_places import import_places

MOST_NAMED = 200
"""How much is named under one heading."""


def import_file(file: Path, *, area: str, new: bool, beside: Beside, preview: bool, why: str) -> None:
    """Say by name what a sheet changes, or would, and how it was read; nothing is written when there is a problem."""
    raw = _bytes_of(file)
    # A dump may be longer than what is held in memory: it is read on as its places are met.
    is_dump = sort_of(file.name, raw) is LINES

    async def run(explorer: Explorer) -> None:
        database, made = explorer.database, area if new else ""
        if new and not area:
            raise BadInput("--new makes a place: say its name with --area.")
        place = await _place_of(explorer, area) if area and not new else ""
        async with database.turns.one():
            if is_dump:
                most = database.settings.max_transaction_facts
                imported = await import_places(
                    database,
                    file.name,
                    lambda: dump_in(file.name, _lines_of(file), most),
                    place,
                    new=made,
                    dry_run=preview,
                    why=why,
                )
            else:
                imported = await import_any(
                    database, file.name, raw, place, new=made, beside=beside, dry_run=preview, why=why
                )
        for line in _told(imported, preview):
            out.print_line(line)

    answer(run, fill=not new)


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


def _lines_of(file: Path) -> Iterator[bytes]:
    """Read a file a line at a time, of a longer one than a fact can be only so much."""
    with file.open("rb") as opened:
        while line := opened.readline(MAX_LINE + 1):
            yield line


def _bytes_of(file: Path) -> bytes:
    """Read a file that is one; a pipe or a device is never waited for."""
    try:
        if not file.exists():
            raise BadInput(f"There is no file {visible(str(file))}.")
        if not file.is_file():
            raise BadInput(f"{visible(str(file))} is no file: expected a spreadsheet, or a file in an open format.")
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{visible(str(file))} cannot be read: {error.strerror}.") from None
