"""Which fields of a record are properties of its node, taken over as they are: new fields need no list of their own.

A field is a property when its type is a text, a number, yes or no, a word of the vocabulary, or several texts. What is
made of several properties or of other nodes is not, and is read by hand: periods, citations, and ids of other nodes.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from app.domain import records as r
from app.domain import vocabulary as words
from app.store.columns import Row

Record = TypeVar("Record")

RECORDS: dict[str, type] = {
    each.__name__: each for each in (r.Organization, r.Capacity, r.Post, r.Person, r.Meeting, r.Line)
}
"""The records whose properties queries may ask for by the record's name."""
_NO_PROPERTY = (words.FactStatus, words.LineType)
"""Words that the graph says in another way: by `proposed`, and by the type of a relationship."""


def _read_as_it_is(value: Any) -> Any:
    return value


def _read_texts(value: list[str] | None) -> tuple[str, ...]:
    return tuple(value or ())


def _reading_of(hint: Any) -> Callable[[Any], Any] | None:
    """Return how a property of this type is read; nothing when no property can be."""
    optional = get_origin(hint) in (Union, types.UnionType)
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if optional else [hint]
    kind = kinds[0] if len(kinds) == 1 else None
    if kind == tuple[str, ...]:
        return _read_texts
    if kind in (str, int, float, bool):
        return _read_as_it_is
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind not in _NO_PROPERTY:
        # Looked up rather than called: calling an enumeration takes five times as long.
        by_value: dict[Any, StrEnum | None] = {word.value: word for word in kind}
        if optional:
            by_value[None] = None
        elif "not_recorded" in by_value:
            # Silence takes no room in the graph; earlier versions wrote it out.
            by_value[None] = by_value["not_recorded"]
        return by_value.__getitem__
    return None


class Properties(Generic[Record]):
    """The properties of a record: how they are named here and in the graph, and how they are read from a row."""

    def __init__(self, record: type[Record]) -> None:
        """Look through the record's fields once."""
        hints = get_type_hints(record)
        found = {
            each.name: reading
            for each in fields(record)  # type: ignore[arg-type]
            if not each.name.endswith(("_id", "_ids")) and (reading := _reading_of(hints[each.name]))
        }
        self.names = tuple(found)
        self._readings = tuple(found.values())
        self.readings: Mapping[str, Callable[[Any], Any]] = found
        """How each is read, by its field."""
        self._values = attrgetter(*found)

    def of(self, row: Row) -> dict[str, Any]:
        """Read them from a row, by field of the record; KeyError for a word that the vocabulary does not have."""
        return {
            name: reading(value)
            for name, reading, value in zip(self.names, self._readings, self._values(row), strict=True)
        }


def property_columns(record: str) -> tuple[str, ...]:
    """Return the columns of a record's properties, named like its fields; KeyError when nothing knows the record."""
    return Properties(RECORDS[record]).names


def property_names(record: str) -> tuple[str, ...]:
    """Return the same as the graph spells them: `reportBackDays`."""
    return tuple(_camel(name) for name in property_columns(record))


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
