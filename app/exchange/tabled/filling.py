"""The entries of a place fill tables: a row an entry, and one beside it for each fact that it lists with its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name
from app.exchange.entries.listed import Entries
from app.exchange.entries.spelling import spelled
from app.exchange.fields import FileModel
from app.exchange.tabled.cells import joined
from app.exchange.tabled.kinds import AREAS, SHARED, WITH_IDS, Column, TableKind, table_kinds

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows."""

    kind: TableKind
    rows: list[Row] = field(default_factory=list)


def tables_of(entries: Entries, shared: Entries) -> list[Filled]:
    """Return all tables, the empty ones too, filled from a place's entries and from the areas and shared sources."""
    filled = {(kind.section, kind.inner): Filled(kind) for kind in table_kinds()}
    sections: dict[str, Sequence[FileModel]] = {
        name: entries.section(name) for name in form.PlaceFile.model_fields if name != "place"
    }
    sections |= {AREAS: shared.section("areas"), SHARED: shared.section("sources")}
    for section, said in sections.items():
        for each in said:
            _add(filled, section, each, entries.place)
    return list(filled.values())


def _add(filled: Mapping[tuple[str, str], Filled], section: str, entry: FileModel, place: str) -> None:
    said = spelled(entry)
    if section in WITH_IDS:
        said["id"] = entry_name(entry, place)
    own = filled[section, ""]
    beside: dict[str, list[dict[str, Any]]] = {}
    for column in own.kind.columns:
        value = said.get(column.field)
        if column.inner and value is not None and _says_more(value):
            beside[column.field] = [_whole(each, column) for each in (value if isinstance(value, list) else [value])]
            del said[column.field]
    own.rows.append(_row(own.kind, said))
    for name, listed in beside.items():
        table = filled[section, name]
        table.rows.extend((said["id"], *_row(table.kind, each)) for each in listed)


def _says_more(value: Any) -> bool:
    """Tell whether anything of a value has fields of its own; else its ids stand in the entry's own row."""
    return any(isinstance(each, dict) for each in (value if isinstance(value, list) else [value]))


def _whole(value: Any, column: Column) -> dict[str, Any]:
    return value if isinstance(value, dict) else {column.short: value}


def _row(kind: TableKind, said: Mapping[str, Any]) -> Row:
    return tuple(_cell(said.get(column.field), column) for column in kind.columns)


def _cell(value: Any, column: Column) -> Cell:
    if column.is_list and value is not None:
        return joined(map(str, value if isinstance(value, list) else [value]))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if value is None or isinstance(value, int | float) else str(value)
