"""Query files: each opens with a comment that says its purpose, parameters and columns, and is one statement.

What many of them share are fragments (`app/store/fragments.py`), put in their places when a file is read. A template
is written once for many labels or types: its heading names arguments, and `app/store/templates.py` lists the few that
it is ever made for. The runner takes only what comes from here, so text that was put together by hand does not pass
the type check.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, LiteralString

from app.store.columns import Column, Row, parse_columns, row_maker
from app.store.fragments import FOLDER, BadQuery, argument_names, expand, replaced
from app.store.templates import TEMPLATES

Engine = Literal["neo4j", "arcadedb"]
Folder = Literal["read", "write", "schema"]


@dataclass(frozen=True, slots=True)
class Query:
    """One statement: its text, and what its heading says of it."""

    name: str
    text: LiteralString
    purpose: str
    parameters: tuple[str, ...]
    columns: tuple[Column, ...]
    uses: frozenset[str]
    """The names of the fragments in it."""
    named: Callable[[Sequence[Any]], Row]
    """Makes a row that is read by the names of the columns from one that the database sends."""
    arguments: tuple[str, ...] = ()
    """What a template was made for."""


@cache
def load_query(folder: Folder, name: str, engine: Engine = "neo4j", arguments: tuple[str, ...] = ()) -> Query:
    """Read `cypher/<folder>/<name>.cypher`, or the engine's own version of that file where it needs one.

    A template is made for one of its listed arguments; ValueError for any other. BadQuery when the file is wrong.
    """
    if arguments not in TEMPLATES.get(name, [()]):
        raise ValueError(f"{name} is not made for {arguments}: app/store/templates.py lists what it is made for")
    own = FOLDER / engine / f"{name}.cypher"
    path = own if own.is_file() else FOLDER / folder / f"{name}.cypher"
    return parse_query(name, path.read_text("utf-8"), str(path.relative_to(FOLDER.parent)), arguments)


def parse_query(name: str, text: str, where: str = "", arguments: tuple[str, ...] = ()) -> Query:
    """Split a file into heading and statement and put its fragments in; BadQuery names what is wrong, and where."""
    where = where or name
    expanded = expand(text, where)
    said, awaited = expanded.said, argument_names(expanded.said.get("Arguments", ""))
    if len(awaited) != len(arguments):
        raise BadQuery(f"{where}: the heading names the arguments {awaited}; {arguments} are given")
    body = replaced(expanded.body, dict(zip(awaited, arguments, strict=True)))
    named = tuple(re.findall(r"\$(\w+)", said.get("Parameters", "")))
    used = set(re.findall(r"\$(\w+)", body))
    if used != set(named):
        raise BadQuery(f"{where}: the heading names the parameters {sorted(named)}, the statement uses {sorted(used)}")
    try:
        columns = parse_columns(said.get("Columns", "").removesuffix("."))
        maker = row_maker(columns)
    except ValueError as error:
        raise BadQuery(f"{where}: {error}") from error
    return Query(
        name=name,
        # The one place where text becomes a query: it comes from a file of this project, never from a request.
        text=body,
        purpose=expanded.purpose,
        arguments=arguments,
        parameters=named,
        columns=columns,
        uses=frozenset(expanded.uses),
        named=maker,
    )


def schema_queries() -> list[str]:
    """List the names of the schema statements, in their order."""
    return all_queries("schema")


def all_queries(folder: Folder) -> list[str]:
    """List the names of all queries of a folder."""
    return sorted(path.stem for path in (FOLDER / folder).glob("*.cypher"))


def all_statements(folder: Folder, engine: Engine) -> list[Query]:
    """Return every statement of a folder as an engine gets it, templates once for each of their arguments."""
    return [
        load_query(folder, name, engine, arguments)
        for name in all_queries(folder)
        for arguments in TEMPLATES.get(name, [()])
    ]
