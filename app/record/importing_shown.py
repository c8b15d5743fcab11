"""What came of an import, as a page shows it: in words, cut where nobody would read on, and kept as JSON meanwhile."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Unpack

from app.errors import BadInput, DataRefused
from app.exchange.incoming.annotating import annotated_file, is_annotated
from app.exchange.problems import Problem
from app.exchange.sheets.asking import Beside, on_a_page
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.columns import ColumnSeen
from app.record.importing_columns import columns_of
from app.record.importing_files import import_file
from app.record.importing_likeness import ProposedSame
from app.record.importing_orders import How
from app.record.importing_steps import ChangedSince, Imported
from app.store.database import Database

MOST_LINES = 500
"""Lines of what changes that a page shows."""
MOST_NAMED = 300
"""Names under one heading of a page."""


@dataclass(frozen=True, slots=True)
class Named:
    """The first of some names, and how many there are."""

    few: tuple[str, ...]
    number: int

    @classmethod
    def of(cls, said: Sequence[str]) -> "Named":
        """Cut a list of names."""
        return cls(tuple(said[:MOST_NAMED]), len(said))


@dataclass(frozen=True, slots=True)
class ShownImport:
    """What an import would do, or did."""

    added: int
    changed: int
    removed: int
    lines: tuple[str, ...]
    new: Named
    unchanged: Named
    notes: Named
    doubts: Named
    place: str
    version: int
    proposed: tuple[ProposedSame, ...]
    more_proposed: int
    columns: tuple[ColumnSeen, ...]
    has_reasons: bool
    """Whether it may come back as a workbook with what is doubted at its cells."""
    too_many: str
    """Why all of it cannot be recorded at once; empty where it can."""

    @property
    def changes_anything(self) -> bool:
        """Tell whether the file says anything that is not recorded already."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class RefusedImport:
    """Why a file cannot be imported."""

    wrong: str
    problems: tuple[str, ...] = ()
    columns: tuple[ColumnSeen, ...] = ()
    has_reasons: bool = False
    """Whether it may come back as a workbook with the reasons at its cells."""
    plain: str = ""
    """What is told where nothing is wrong, and nothing is to be recorded either."""
    is_document: bool = False
    """Whether it is of the sort that minutes are kept as."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of an import: one of three."""

    shown: ShownImport | None = None
    refused: RefusedImport | None = None
    changed_since: str = ""
    """That the record is another than the one that was looked at."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is wrong with a file, or doubted, cell by cell."""

    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()

    def workbook(self, name: str, raw: bytes) -> bytes:
        """Return the file as a workbook with its reasons; BadInput where it is no spreadsheet."""
        try:
            return annotated_file(name, raw, self.problems, self.doubts)
        except Unreadable as error:
            raise BadInput(f"The file {error}.") from None


async def outcome_of(
    database: Database, name: str, raw: bytes, area: str, beside: Beside, **how: Unpack[How]
) -> tuple[ImportOutcome, Reasons]:
    """Import a file, or look at what that would do, and say what came of it; NotAllowed is passed on."""
    seen: list[Sequence[ColumnSeen]] = []
    how["columns"] = seen.append
    try:
        imported = await import_file(database, name, raw, area, beside=beside, **how)
    except ChangedSince as error:
        return ImportOutcome(changed_since=error.message), Reasons()
    except (BadInput, DataRefused) as error:
        every = error.every if isinstance(error, DataRefused) else ()
        problems = tuple(_on_a_page(each) for each in every if isinstance(each, Problem))
        told = tuple(on_a_page(str(each)) for each in error.problems) if isinstance(error, DataRefused) else ()
        columns = await _columns(seen, name, raw, beside)
        has_reasons = bool(problems) and is_annotated(name, raw)
        return ImportOutcome(refused=RefusedImport(error.message, told, columns, has_reasons)), Reasons(problems)
    columns = await _columns(seen, name, raw, beside)
    has_reasons = bool(imported.doubts) and is_annotated(name, raw)
    return ImportOutcome(_shown(imported, columns, has_reasons)), Reasons((), imported.doubts)


def _on_a_page(problem: Problem) -> Problem:
    return replace(problem, expected=on_a_page(problem.expected))


async def _columns(
    seen: Sequence[Sequence[ColumnSeen]], name: str, raw: bytes, beside: Beside
) -> tuple[ColumnSeen, ...]:
    return tuple(seen[-1] if seen else await asyncio.to_thread(columns_of, name, raw, beside))


def _shown(imported: Imported, columns: tuple[ColumnSeen, ...], has_reasons: bool) -> ShownImport:
    summary = imported.summary
    return ShownImport(
        summary.added,
        summary.changed,
        summary.removed,
        imported.lines[:MOST_LINES],
        Named.of(imported.new),
        Named.of(imported.unchanged),
        Named.of(imported.notes),
        Named.of(tuple(map(str, imported.doubts))),
        imported.place,
        imported.version,
        imported.proposed,
        imported.more_proposed,
        columns,
        has_reasons,
        imported.too_many,
    )
