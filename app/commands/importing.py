"""`partnerships import`: a file of whichever format comes back, laid over what is recorded."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from app.commands.common import answer, area_of, out
from app.commands.given_files import bytes_of
from app.commands.steps import shown_steps
from app.domain.english import and_more, numbered
from app.domain.visible import visible
from app.errors import BadInput, DataRefused, UnknownId
from app.exchange.incoming.annotating import annotated_file
from app.exchange.incoming.dump import MAX_LINE, dump_in
from app.exchange.incoming.sorts import LINES, sort_of
from app.exchange.problems import Problem
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import MAX_BYTES, Unreadable
from app.exchange.sheets.columns import ColumnSeen
from app.exchange.sheets.headings import chosen_in
from app.reading.explorer import Explorer
from app.record.importing_columns import columns_of
from app.record.importing_early import ReadEarly
from app.record.importing_files import import_file as import_any
from app.record.importing_likeness import ProposedSame
from app.record.importing_orders import AnsweredPairs, How, pairs_in
from app.record.importing_places import import_places
from app.record.importing_steps import Imported
from app.running import without_collecting

MOST_NAMED = 200
"""How much is named under one heading."""


@dataclass(frozen=True, slots=True)
class AskedImport:
    """What is asked of an import in a terminal, as it was typed."""

    area: str = ""
    new: bool = False
    preview: bool = False
    why: str = ""
    columns: Sequence[str] = ()
    """What columns say: `Their heading=Seat`."""
    same: Sequence[str] = ()
    """New entries that are there already: `bob-smyth=bob-smith`."""
    apart: Sequence[str] = ()
    """New entries that are not: `bob-smyth=bob-smith`."""
    annotate: Path | None = None
    """Where the spreadsheet is written with the reasons at its cells."""

    @property
    def answered(self) -> AnsweredPairs:
        """Who new entries are; BadInput where an answer is none."""
        same = dict(pairs_in("--same", list(self.same)))
        return AnsweredPairs(same, frozenset(pairs_in("--not-same", list(self.apart))))

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What columns say; BadInput where an answer is none."""
        said = [tuple(part.strip() for part in each.rpartition("=")[::2]) for each in self.columns]
        if any(not heading or not word for heading, word in said):
            raise BadInput(
                "--map: expected a heading of the sheet, = and what its column says, such as 'Delegate=Held by'."
            )
        try:
            chosen_in([(heading, word) for heading, word in said])
        except ValueError as error:
            raise BadInput(f"--map: {error}.") from None
        return tuple((heading, word) for heading, word in said)


def import_file(file: Path, beside: Beside, asked: AskedImport) -> None:
    """Say by name what a sheet changes, or would, and how it was read; nothing is written when there is a problem."""
    raw = bytes_of(file, MAX_BYTES, "a spreadsheet, or a file in an open format")
    # A dump may be longer than what is held in memory: it is read on as its places are met.
    sort = sort_of(file.name, raw)
    is_dump = sort is LINES
    early = None if sort else ReadEarly(file.name, raw)
    seen: list[Sequence[ColumnSeen]] = []

    async def run(explorer: Explorer, read_as: Beside) -> None:
        database, made = explorer.database, asked.area if asked.new else ""
        if asked.new and not asked.area:
            raise BadInput("--new makes a place: say its name with --area.")
        if asked.annotate and asked.annotate.exists():
            raise BadInput(f"{visible(str(asked.annotate))} is there already: choose another name for --annotate.")
        place = await _place_of(explorer, asked.area) if asked.area and not asked.new else ""
        async with database.turns.one():
            with shown_steps() as step:
                how = How(new=made, dry_run=asked.preview, why=asked.why, answered=asked.answered, step=step)
                how["columns"], how["early"] = seen.append, early
                if is_dump:
                    most = database.settings.max_transaction_facts
                    imported = await import_places(
                        database, file.name, lambda: dump_in(file.name, _lines_of(file), most), place, **how
                    )
                else:
                    imported = await import_any(database, file.name, raw, place, beside=read_as, **how)
        for line in _told(imported, asked.preview):
            out.print_line(line)
        if asked.annotate:
            _annotate(asked.annotate, file.name, raw, (), imported.doubts)

    async def run_or_say_why(explorer: Explorer) -> None:
        read_as = beside.with_columns(asked.chosen)
        try:
            await run(explorer, read_as)
        except DataRefused as error:
            for line in _columns_told(file.name, seen[-1] if seen else columns_of(file.name, raw, read_as)):
                out.print_line(line)
            if asked.annotate and error.every:
                problems = [each for each in error.every if isinstance(each, Problem)]
                _annotate(asked.annotate, file.name, raw, problems, ())
            raise

    with nullcontext() if is_dump else without_collecting():
        answer(run_or_say_why, fill=not asked.new)


def _annotate(into: Path, name: str, raw: bytes, problems: Sequence[Problem], doubts: Sequence[Problem]) -> None:
    try:
        content = annotated_file(name, raw, problems, doubts)
        with into.open("xb") as file:
            file.write(content)
    except Unreadable as error:
        raise BadInput(f"--annotate: {visible(name)} {error}.") from None
    except OSError as error:
        raise BadInput(f"{visible(str(into))} cannot be written: {error.strerror}.") from None
    out.print_line(f"Wrote {visible(str(into))}: {numbered(len(problems) + len(doubts), 'reason')}, each at its cell.")


def _columns_told(name: str, columns: Sequence[ColumnSeen]) -> list[str]:
    """Say which columns a sheet has that nobody understands, where it was refused for want of headings."""
    if not columns or any(column.read_as != "-" for column in columns):
        return []
    told = [f"  {visible(it.heading)}: {visible(', '.join(it.samples)) or 'nothing'}" for it in columns]
    return [f"The columns of {visible(name)}; --map says what they mean, such as --map 'Delegate=Held by':", *told]


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
    lines += _proposed(imported.proposed, imported.more_proposed, preview)
    if imported.doubts:
        lines += [f"{numbered(len(imported.doubts), 'doubt')}, which {'would stop' if preview else 'stopped'} nothing:"]
        lines += [f"  {doubt}" for doubt in imported.doubts]
    done = imported.summary
    counts = f"{done.added} added, {done.changed} changed, {done.removed} removed, {done.unchanged} unchanged."
    return [*lines, f"{'Would be: ' if preview else ''}{counts}"]


def _proposed(proposed: Sequence[ProposedSame], more: int, preview: bool) -> list[str]:
    """Say who is new and may be there already, with what answers it."""
    if not proposed:
        return []
    lines = ["New, and perhaps there already:" if preview else "Recorded as new, and perhaps there before:"]
    for each in proposed:
        for other in each.candidates:
            what = f", {other.what}" if other.what else ""
            lines.append(f"  {visible(each.name)} ({each.id}) and {visible(other.name)} ({other.id}{visible(what)})")
            lines += [f"    {visible(says)}" for says in other.evidence]
            pair = f"'{each.id}={other.id}'"
            answers = f"--same {pair}, or --not-same {pair}" if preview else f"partnerships merge {each.id} {other.id}"
            lines.append(f"    {answers}")
    return [*lines, *([f"  {and_more(more)}"] if more else [])]


def _lines_of(file: Path) -> Iterator[bytes]:
    """Read a file a line at a time, of a longer one than a fact can be only so much."""
    with file.open("rb") as opened:
        while line := opened.readline(MAX_LINE + 1):
            yield line
