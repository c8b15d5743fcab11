"""Statements made for one selection: a query file or a way, with what is asked for in place of all its columns.

A query of `cypher/read/` gives all columns of what it finds, `{{ columns_of_a_post(p, b) }}`; here it gives some of
them, by the names that the fragment's heading declares, and beside them what ways lead to. A way is a file in
`cypher/ways/`: a list of what hangs on a thing, with columns of its own. So every text comes from the files of this
project, and nothing else can get into one: what is asked for is named, and the names are looked up.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.vocabulary import LineType
from app.store.columns import parse_columns
from app.store.fragments import FOLDER, BadQuery, argument_names, expand, fragment_named, replaced
from app.store.queries import Engine, Query

_USE = re.compile(r"\{\{ (columns_of_\w+)\((.*?)\) \}\}")
_PARAMETER = re.compile(r"\$(\w+)")
_RETURNED = re.compile(r"\bAS (\w+)\s*$")
"""What the answer of a statement is called."""
_OF_THE_DAY = frozenset({"on", "includeProposed"})
"""Parameters that belong to a day, and so may be shared by several ways."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one thing to what hangs on it."""

    name: str
    """That of its file in `cypher/ways/`."""
    start: tuple[str, ...]
    """What the columns' fragment calls the things that it starts from, `p`; the way's first arguments."""
    readings: "tuple[Reading, ...]"
    """What is read where it leads, for each fragment of columns in its file."""
    number: int
    """Stands behind the names of its own parameters: `$types_3`."""
    day: int
    """Stands behind the names of the day's: `$on_1`."""
    kinds: tuple[LineType, ...] = tuple(LineType)
    """Of which kinds the lines are that it goes along, where its file says `{{ kinds_of_line }}`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of each thing of one sort: columns by their names, and ways, in this order."""

    columns_of: str
    """The fragment that declares the columns: `columns_of_a_post`."""
    items: tuple[str | Way, ...]
    day: int
    """Stands behind the names of the day's parameters in columns."""


@dataclass(frozen=True, slots=True)
class _Columns:
    arguments: tuple[str, ...]
    by_name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Path:
    arguments: tuple[str, ...]
    text: str


def columns_named(columns_of: str) -> tuple[str, ...]:
    """Return the names of the columns that a fragment gives, in its order; BadQuery when it gives others."""
    return tuple(_columns(columns_of).by_name)


def statement(root: str, reading: Reading, engine: Engine) -> Query:
    """Make a query of `cypher/read/` give what a reading asks for, instead of all columns.

    Its own parameters keep their names; those of its day are numbered, `$on_0`. BadQuery when the file has no such
    columns, or a way none by a name.
    """
    numbers = iter(range(1, 10_000))
    text = _filled(_numbered(_text_of("read", root, engine), reading.day, None), (reading,), numbers)
    used = tuple(sorted(set(_PARAMETER.findall(text))))
    return Query(f"{root}*", text, "made for a selection", used, (), frozenset(), tuple)


def as_one(queries: Sequence[Query]) -> Query:
    """Return one statement that gives the answers of several, in their order; each must answer with one record."""
    parts, known = [], ""
    for number, query in enumerate(queries):
        text = _PARAMETER.sub(lambda found, of=number: f"${found[1]}_of_{of}", query.text)  # type: ignore[misc]
        parts.append(f"CALL () {{\n{text}\n}}\nWITH {known}{_returned(query)} AS rows{number}")
        known += f"rows{number}, "
    text = "\n".join(parts) + f"\nRETURN [{known.removesuffix(', ')}] AS rows"
    return Query("together", text, "several statements", (), (), frozenset(), tuple)


def _returned(query: Query) -> str:
    found = _RETURNED.search(query.text)
    if found is None:
        raise BadQuery(f"{query.name}: the answer of a statement that goes with others needs a name")
    return found[1]


def parameters_as_one(given: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the parameters of several statements as the one that is made of them names them."""
    return {f"{name}_of_{number}": value for number, each in enumerate(given) for name, value in each.items()}


@cache
def _text_of(folder: str, name: str, engine: Engine) -> str:
    own = FOLDER / engine / f"{name}.cypher"
    path = own if own.is_file() and folder == "read" else FOLDER / folder / f"{name}.cypher"
    text = path.read_text("utf-8")
    left = frozenset(use[0] for use in _USE.findall(text))
    return expand(text, str(path.relative_to(FOLDER.parent)), left=left).body


@cache
def _path(name: str) -> _Path:
    path = FOLDER / "ways" / f"{name}.cypher"
    text = path.read_text("utf-8")
    left = frozenset(use[0] for use in _USE.findall(text)) | {"kinds_of_line"}
    expanded = expand(text, str(path.relative_to(FOLDER.parent)), left=left)
    return _Path(argument_names(expanded.said.get("Arguments", "")), expanded.body)


@cache
def _columns(columns_of: str) -> _Columns:
    fragment = fragment_named(columns_of)
    names = [column.name for column in parse_columns(fragment.columns)]
    texts = list(_parts(fragment.text))
    if len(names) != len(texts):
        raise BadQuery(f"{columns_of}: the heading declares {len(names)} columns, the text gives {len(texts)}")
    return _Columns(fragment.arguments, dict(zip(names, texts, strict=True)))


def _parts(text: str) -> Iterator[str]:
    """Cut a text at the commas that are in no brackets and no quotes."""
    depth, quoted, part = 0, False, ""
    for sign in text:
        quoted ^= sign == "'"
        depth += 0 if quoted else (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth and not quoted:
            yield part.strip()
            part = ""
        else:
            part += sign
    yield part.strip()


def _numbered(text: str, day: int, number: int | None) -> str:
    """Put numbers behind the parameters of a text: of a day behind its own, of a way behind others if it has one."""

    def name(found: re.Match[str]) -> str:
        if found[1] in _OF_THE_DAY:
            return f"${found[1]}_{day}"
        return found[0] if number is None else f"${found[1]}_{number}"

    return _PARAMETER.sub(name, text)


def _filled(text: str, readings: tuple[Reading, ...], numbers: Iterator[int]) -> str:
    """Put what readings ask for where a text has columns of that sort."""
    by_columns = {reading.columns_of: reading for reading in readings}
    if set(by_columns) != {use[0] for use in _USE.findall(text)}:
        raise BadQuery(f"no such columns as {sorted(by_columns)} in '{text[:80]}'")

    def put(use: re.Match[str]) -> str:
        reading = by_columns[use[1]]
        return ", ".join(
            _item(item, reading, [part.strip() for part in _parts(use[2])], numbers) for item in reading.items
        )

    return _USE.sub(put, text)


def _item(item: str | Way, reading: Reading, given: list[str], numbers: Iterator[int]) -> str:
    columns = _columns(reading.columns_of)
    things = dict(zip(columns.arguments, given, strict=True))
    if isinstance(item, str):
        return _numbered(replaced(columns.by_name[item], things), reading.day, None)
    path, number = _path(item.name), next(numbers)
    first = [things[name] for name in item.start]
    fresh = [f"{name}{number}" for name in path.arguments[len(first) :]]
    # Only along the kinds that are asked for: a database goes along all that a pattern names, and then looks again.
    kinds = "|".join(kind.relationship for kind in item.kinds)
    text = _numbered(path.text.replace("{{ kinds_of_line }}", kinds), item.day, item.number)
    return _filled(replaced(text, dict(zip(path.arguments, [*first, *fresh], strict=True))), item.readings, numbers)
