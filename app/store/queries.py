"""Query files: each opens with a comment that says its purpose, parameters and columns, and is one statement.

The runner takes only what comes from here, so text that was put together by hand does not pass the type check.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, LiteralString

FOLDER = Path(__file__).resolve().parents[2] / "cypher"
Engine = Literal["neo4j", "arcadedb"]
Folder = Literal["read", "write", "schema"]


@dataclass(frozen=True, slots=True)
class Query:
    """One statement: its text, and what its heading says of it."""

    name: str
    text: LiteralString
    purpose: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]


@cache
def load_query(folder: Folder, name: str, engine: Engine = "neo4j") -> Query:
    """Read `cypher/<folder>/<name>.cypher`, or the engine's own version of that file where it needs one."""
    own = FOLDER / engine / f"{name}.cypher"
    path = own if own.is_file() else FOLDER / folder / f"{name}.cypher"
    return parse_query(name, path.read_text("utf-8"))


def parse_query(name: str, text: str) -> Query:
    """Split a file into heading and statement; ValueError names what the heading lacks."""
    lines = text.splitlines()
    heading = [line[2:].strip() for line in lines if line.startswith("//")]
    body = "\n".join(line for line in lines if not line.startswith("//")).strip()
    if not heading or not lines[0].startswith("//"):
        raise ValueError(f"{name}: expected a heading comment")
    joined = " ".join(heading)
    parameters = re.search(r"Parameters: (.*?)(?= Columns:|$)", joined)
    columns = re.search(r"Columns: (.*?)\.?$", joined)
    named = tuple(re.findall(r"\$(\w+)", parameters[1])) if parameters else ()
    used = set(re.findall(r"\$(\w+)", body))
    if used != set(named):
        raise ValueError(f"{name}: the heading names the parameters {sorted(named)}, the statement uses {sorted(used)}")
    return Query(
        name=name,
        # The one place where text becomes a query: it comes from a file of this project, never from a request.
        text=body,
        purpose=joined.split(" Parameters:")[0],
        parameters=named,
        columns=tuple(part.strip().split(" ")[0] for part in columns[1].split(", ")) if columns else (),
    )


def schema_queries() -> list[str]:
    """List the names of the schema statements, in their order."""
    return sorted(path.stem for path in (FOLDER / "schema").glob("*.cypher"))


def all_queries(folder: Folder) -> list[str]:
    """List the names of all queries of a folder."""
    return sorted(path.stem for path in (FOLDER / folder).glob("*.cypher"))
