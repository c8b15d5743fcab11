"""The columns that a heading declares, and the rows that are read by their names.

The database sends positional lists, since maps would repeat every name in every row. `Columns: id, lines[id, type]`
says what stands where: here an id, and a list of rows of their own. A name is what Python calls it, `report_back_days`.
"""

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Row = Any
"""A named tuple with an attribute a column; which ones, the heading of the query says."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a row; with `inner`, a list of rows that have columns of their own."""

    name: str
    inner: tuple["Column", ...] = ()


def parse_columns(text: str) -> tuple[Column, ...]:
    """Read `id, lines[id, type]`; ValueError says where it cannot be read, or which name stands twice."""
    tokens = re.findall(r"\w+|[^\w\s]", text)
    columns = _list(tokens)
    if tokens:
        raise ValueError(f"'{tokens[0]}' is unexpected in the columns '{text}'")
    return columns


def _list(tokens: list[str]) -> tuple[Column, ...]:
    columns: list[Column] = []
    while tokens:
        name = tokens.pop(0)
        if not name.isidentifier():
            raise ValueError(f"'{name}' is no name of a column")
        if name in (column.name for column in columns):
            raise ValueError(f"the column '{name}' is named twice")
        inner: tuple[Column, ...] = ()
        if tokens[:1] == ["["]:
            tokens.pop(0)
            inner = _list(tokens)
            if tokens[:1] != ["]"]:
                raise ValueError(f"the columns of '{name}' have no end")
            tokens.pop(0)
        columns.append(Column(name, inner))
        if tokens[:1] != [","]:
            break
        tokens.pop(0)
    return tuple(columns)


def row_maker(columns: Sequence[Column]) -> Callable[[Sequence[Any]], Row]:
    """Return what makes a named row of a positional one; TypeError when that has more columns, or fewer.

    ValueError when a column has a name that no attribute may have.
    """
    named: Any = namedtuple("Row", [column.name for column in columns])  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Row] = named._make
    nested = [(at, row_maker(column.inner)) for at, column in enumerate(columns) if column.inner]
    if not nested:
        return make

    def make_nested(values: Sequence[Any]) -> Row:
        whole = list(make(values))
        for at, inner in nested:
            whole[at] = [inner(each) for each in whole[at]]
        return make(whole)

    return make_nested
