"""Tables become the values of a place's file again, each with the cell that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.exchange.sheets.cells import Sheet, Spot, Unreadable
from app.exchange.tabled.cells import divided
from app.exchange.tabled.kinds import AREAS, OWNER, SHARED, Column, TableKind, table_kinds
from app.exchange.yaml_places import Path_

ABOUT, PLACE = "About", "Place"
"""The first table, and the line of it that says which place all are of."""


@dataclass(slots=True)
class Laid:
    """What tables say: the values of a place's file, of new areas, of new shared sources, and where each stands."""

    place: str = ""
    values: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    spots: dict[Path_, Spot] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    lost: list[tuple[Spot, str, str]] = field(default_factory=list)
    """Rows that belong to no entry: where, what stands there, and what is expected."""

    @property
    def areas(self) -> list[dict[str, Any]]:
        """The areas, of all places."""
        return self.values.get(AREAS, [])

    @property
    def sources(self) -> list[dict[str, Any]]:
        """The sources that all places share."""
        return self.values.get(SHARED, [])

    @property
    def file(self) -> dict[str, Any]:
        """The place's file, as values."""
        own = {name: listed for name, listed in self.values.items() if name not in {AREAS, SHARED}}
        return {"place": self.place, **own}


def laid(sheets: Sequence[Sheet]) -> Laid:
    """Read tables, whichever there are; Unreadable where they do not say of which place they are."""
    by_title = {_folded(sheet.name): sheet for sheet in sheets}
    into = Laid(_place_in(by_title.pop(_folded(ABOUT), None)))
    for kind in table_kinds():  # those of a section come before those beside it
        sheet = by_title.pop(_folded(kind.title), None)
        if sheet is not None:
            _lay(sheet, kind, into)
    into.notes += [f"{sheet.name} is not read: it is none of the tables of a place." for sheet in by_title.values()]
    return into


def _place_in(about: Sheet | None) -> str:
    for row in about.rows if about else ():
        if len(row.texts) > 1 and _folded(row.texts[0]) == _folded(PLACE) and row.texts[1].strip():
            return row.texts[1].strip()
    raise Unreadable(f"does not say of which place it is: expected a line '{PLACE}' with its id in the table {ABOUT}")


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace(",", " ").split())


def _lay(sheet: Sheet, kind: TableKind, into: Laid) -> None:
    if not sheet.rows:
        return
    head, *rows = sheet.rows
    columns = {_folded(column.heading): column for column in kind.columns}
    at: dict[int, Column] = {}
    owner = None
    for number, text in head.filled():
        name = _folded(text)
        if kind.inner and name == _folded(OWNER):
            owner = number
        elif name in columns:
            at[number] = columns[name]
        else:
            into.notes.append(f"{sheet.name}, column {text[:60]}: not read, since no field is called that.")
    owners = {str(each.get("id")): number for number, each in enumerate(into.values.get(kind.section, ()))}
    for row in rows:
        said: dict[str, Any] = {}
        spots: dict[str, Spot] = {}
        for number, text in row.filled():
            if number in at and text.strip():
                said[at[number].field] = divided(text) if at[number].is_list else text
                spots[at[number].field] = Spot(sheet.name, row.number, number + 1, at[number].heading)
        whole = Spot(sheet.name, row.number)
        if not kind.inner:
            listed = into.values.setdefault(kind.section, [])
            _keep(into, (kind.section, len(listed)), whole, spots)
            listed.append(said)
            continue
        whose = row.texts[owner].strip() if owner is not None and owner < len(row.texts) else ""
        whose = whose.removeprefix(f"{into.place}/")
        if whose not in owners:
            spot = Spot(sheet.name, row.number, (owner or 0) + 1, OWNER)
            into.lost.append((spot, whose, f"expected the id of an entry among {kind.section}"))
            continue
        _beside(into, kind, owners[whose], said, whole, spots)


def _beside(
    into: Laid, kind: TableKind, number: int, said: dict[str, Any], whole: Spot, spots: dict[str, Spot]
) -> None:
    entry = into.values[kind.section][number]
    if kind.is_one:
        if kind.inner in entry:
            into.lost.append((whole, "a second row", f"expected at most one row for an entry in {kind.title}"))
        entry[kind.inner] = said
        _keep(into, (kind.section, number, kind.inner), whole, spots)
        return
    listed = entry.setdefault(kind.inner, [])
    if not isinstance(listed, list):  # one that is written short in the entry's own row
        entry[kind.inner] = listed = [listed]
    _keep(into, (kind.section, number, kind.inner, len(listed)), whole, spots)
    listed.append(said)


def _keep(into: Laid, path: Path_, whole: Spot, spots: dict[str, Spot]) -> None:
    into.spots[path] = whole
    into.spots |= {(*path, name): spot for name, spot in spots.items()}
