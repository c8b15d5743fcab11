"""What a statement lists, beside what its heading declares: as many columns, in the same order, by the same names."""

import re
from collections.abc import Iterator, Sequence

from app.store.columns import Column


def misdeclared(text: str, columns: Sequence[Column]) -> Iterator[str]:
    """Tell where what a statement returns differs from the columns that its heading declares."""
    _, _, returned = text.rpartition("RETURN ")
    expression, _, key = returned.rpartition(" AS ")
    if key.strip() != "rows":
        if [column.name for column in columns] != [key.strip()]:
            yield f"it returns '{key.strip()}'"
        return
    found = list(_rows_of(expression, text))
    if not found:
        yield f"no list is seen in '{expression[:60]}'"
    for row in found:
        yield from _compared(row, columns, text)


def compared_fragment(text: str, columns: Sequence[Column]) -> list[str]:
    """Tell the same of a fragment that stands for columns."""
    return list(_compared(text, columns, text))


def _compared(listed: str, columns: Sequence[Column], text: str) -> Iterator[str]:
    expressions = list(parts(listed, ","))
    if len(expressions) != len(columns):
        yield f"{len(expressions)} are listed, {len(columns)} declared: {[column.name for column in columns]}"
        return
    for expression, column in zip(expressions, columns, strict=True):
        if said := re.fullmatch(r"\w+\.`?(\w+)`?", expression):
            name = re.sub(r"(?<!^)(?=[A-Z])", "_", said[1]).lower()
            # An id may be that of anything, and a date the holding's; all else is named as the graph names it.
            known = (column.name, column.name.rpartition("_")[2], column.name.partition("_")[2])
            if name != "id" and name not in known and column.name not in _OTHERWISE.get(name, ()):
                yield f"'{expression}' is declared as '{column.name}'"
        for inner in _rows_of(expression, text) if column.inner else ():
            yield from _compared(inner, column.inner, text)


_OTHERWISE = {"as": ("kind", "say"), "name": ("person_name",), "id": (), "alike": ("count",), "for": ("came_for",)}
"""Columns that are named otherwise, mostly since Python has that word for itself."""


def _rows_of(expression: str, text: str) -> Iterator[str]:
    """Find the rows in what makes a list of them: in brackets, collected, after a bar, or under a name given before."""
    expression = expression.strip()
    if len(added := list(parts(expression, "+"))) > 1:
        for each in added:
            yield from _rows_of(each, text)
    elif collected := re.fullmatch(r"collect\((?:DISTINCT )?\[(.*)\]\)", expression, re.DOTALL):
        yield collected[1]
    elif collected := re.fullmatch(r"collect\((?:DISTINCT )?(\w+)\)", expression):
        yield from _unwound(collected[1], text)
    elif re.fullmatch(r"\w+", expression):
        for made in re.finditer(rf"collect\((?:DISTINCT )?(.*?)\) AS {expression}\b", text, re.DOTALL):
            # The last before the name: what stands before it belongs to others.
            last = made[1].rpartition("collect(")[2].removeprefix("DISTINCT ")
            if last.startswith("["):
                yield last[1:-1]
            elif last.isidentifier():
                yield from _unwound(last, text)
    elif expression.startswith("["):
        *_, made_of = parts(expression[1:-1], "|")
        if made_of.startswith("["):
            yield made_of[1:-1]


def _unwound(name: str, text: str) -> Iterator[str]:
    """Find the rows of a list that is taken apart under a name."""
    for made in re.finditer(rf"UNWIND (.*?) AS {name}\b", text, re.DOTALL):
        # The last before the name: what stands before it is taken apart for others.
        yield from _rows_of(made[1].rpartition("UNWIND ")[2], text)


def parts(text: str, at: str) -> Iterator[str]:
    """Cut a text at a sign, where no bracket and no quotation mark is open."""
    depth, quoted, start = 0, False, 0
    for index, sign in enumerate(text):
        if sign == "'":
            quoted = not quoted
        elif not quoted and sign in "([{":
            depth += 1
        elif not quoted and sign in ")]}":
            depth -= 1
        elif not quoted and not depth and text.startswith(at, index):
            yield text[start:index].strip()
            start = index + len(at)
    if text[start:].strip():
        yield text[start:].strip()
