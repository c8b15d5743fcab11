"""The tables that a place's entries fill, made from the models of the data format: no second list of fields.

Each section of a place's file is a table, a row an entry. What an entry lists with facts of their own (who holds a
seat, who came to a meeting) is a table beside it, whose first column says to which entry a row belongs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from app.exchange import place_format as form
from app.exchange.fields import Cite, FileModel, OneOrMore, Short

OWNER = "Belongs to"
"""The heading over the id of the entry that a row of a table beside it belongs to."""
WITH_IDS = frozenset({"posts", "meetings"})
"""Sections whose entries always show their id here, since tables beside them mention it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a model, as a column."""

    field: str
    """As the data format calls it."""
    is_list: bool
    words: tuple[str, ...]
    """What it may be, where only some words may stand in it."""
    says: str
    inner: type[FileModel] | None = None
    """What stands in it, where that has fields of its own."""
    short: str = ""
    """The field of that by which it may be written short."""

    @property
    def heading(self) -> str:
        """The field's name in words: `onBehalfOf` is `On behalf of`."""
        return in_words(self.field).capitalize()


@dataclass(frozen=True, slots=True)
class TableKind:
    """A table: of a section, or of what its entries list in one field."""

    section: str
    columns: tuple[Column, ...]
    inner: str = ""
    is_one: bool = False
    """Whether an entry has at most one such row beside it."""

    @property
    def title(self) -> str:
        """What the sheet is called."""
        whole = in_words(self.section).capitalize()
        return f"{whole}, {in_words(self.inner)}" if self.inner else whole

    @property
    def file(self) -> str:
        """What the file is called in a bundle."""
        return "-".join(self.title.lower().replace(",", "").split()) + ".csv"

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over its columns."""
        own = tuple(column.heading for column in self.columns)
        return (OWNER, *own) if self.inner else own


AREAS, SHARED = "areas", "sharedSources"
"""What belongs to no place: areas, and the sources that all places share."""


def in_words(name: str) -> str:
    """Write a field's name in words."""
    return re.sub(r"([A-Z])", lambda found: f" {found[1].lower()}", name)


@cache
def table_kinds() -> tuple[TableKind, ...]:
    """Return every table, those beside a section after it."""
    models: dict[str, type[FileModel]] = {
        name: get_args(field.annotation)[0] for name, field in form.PlaceFile.model_fields.items() if name != "place"
    }
    models |= {AREAS: form.Area, SHARED: form.Source}
    return tuple(kind for section, model in models.items() for kind in _tables(section, model))


def _tables(section: str, model: type[FileModel]) -> Iterator[TableKind]:
    columns = columns_of(model)
    yield TableKind(section, columns)
    for each in columns:
        if each.inner:
            yield TableKind(section, columns_of(each.inner), each.field, not each.is_list)


@cache
def columns_of(model: type[FileModel]) -> tuple[Column, ...]:
    """Return the columns of a model, in the order of its fields; what says where it comes from is last."""
    found = [_column(field.alias or name, field) for name, field in model.model_fields.items()]
    shared = list(form.Fact.model_fields)
    own = [each for each in found if each.field not in shared]
    return tuple(own + [each for each in found if each.field in shared])


def _column(name: str, field: FieldInfo) -> Column:
    parts = [field.annotation, *_inside(field.annotation), *field.metadata]
    inner = next((it for it in parts if _is_model(it) and it is not Cite), None)
    short = next((it.field for it in parts if isinstance(it, Short)), "")
    kinds = [it for it in parts if isinstance(it, type) and issubclass(it, StrEnum)]
    words = tuple(each.value for each in kinds[0]) if kinds and not inner else ()
    is_list = any(isinstance(it, OneOrMore) for it in parts) or any(_is_list(it) for it in parts)
    return Column(name, is_list, words, field.description or "", inner, short)


def _inside(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _inside(part)
    yield from getattr(annotation, "__metadata__", ())


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, FileModel)


def _is_list(part: Any) -> bool:
    return getattr(part, "__origin__", None) is list
