"""Tables to keep: what a question offers as a file, found in its own `table` module.

A question that has a module `table` with an `EXPORT` is offered at `/{name}.csv`, `.xlsx` and `.json`, described and
checked like every other address. Nothing else has to be touched.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Literal

import app.questions
from app.domain.as_at import AsAt
from app.domain.records import Citation, Source
from app.domain.vocabulary import GapKind
from app.exchange.tables import Table
from app.reading.explorer import Explorer

Taken = Literal[
    "of", "whom", "ends", "sides", "area", "areas", "kinds", "between", "as_at", "on", "sort", "find"
]  # fmt: skip
"""What an address may say of a table: a body, a body or person, the two ends of a route, two places, one place or
several, kinds of gap, two days, the day with proposals or alone, an order, words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableAsked:
    """What an address says of a table; what a table does not take is as usual."""

    as_at: AsAt
    of: str = ""
    """The id of a body, or of a body or person, which is known; none is all of them, or nobody."""
    ends: tuple[str, str] = ("", "")
    """The ids of the two bodies of a route, which are known; none where nobody says."""
    sides: tuple[str, str] = ("", "")
    """The ids of two places, which are known; none where nobody says."""
    areas: tuple[str, ...] = ()
    """The ids of places, which are known; none is all of them."""
    kinds: tuple[GapKind, ...] = ()
    since: date | None = None
    until: date | None = None
    find: str = ""
    sort: str = "name"
    descending: bool = False

    @property
    def area(self) -> str | None:
        """The one place, where one is asked for."""
        return self.areas[0] if self.areas else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A table that can be kept."""

    name: str
    """The first word of its address and of its file."""
    summary: str
    takes: tuple[Taken, ...]
    make: Callable[[Explorer, TableAsked], Awaitable[Table]]


def sources_said(citations: Iterable[Citation], sources: Mapping[str, Source]) -> str:
    """Write where a row comes from: `Minutes, p. 3; Report, section 2`; what is not public is left out."""
    known = ((sources.get(cite.source_id), cite.locator) for cite in citations)
    return "; ".join(f"{source.title}, {locator}" for source, locator in known if source)


@cache
def exports() -> tuple[Export, ...]:
    """List the tables of all questions, by name."""
    rooms = [found.name for found in iter_modules(app.questions.__path__, "app.questions.") if found.ispkg]
    tables = [import_module(f"{room}.table") for room in rooms if find_spec(f"{room}.table")]
    return tuple(sorted((table.EXPORT for table in tables), key=lambda export: export.name))
