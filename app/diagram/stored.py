"""A drawing as a file, and back: text alone, so that reading one runs nothing."""

import hashlib
from collections.abc import Set
from dataclasses import fields
from pathlib import Path
from typing import Any

import orjson
from markupsafe import Markup

import app
from app.diagram.draw import Drawing, LeftOut
from app.diagram.legend import LegendItem
from app.diagram.sheets import PaperSheet
from app.diagram.table import TableRow

_SAFE = ("svg", "svg_narrow", "svg_file", "data_json")
_DECIDES = ("diagram", "domain")
"""The folders of the program whose code and fonts decide what a drawing looks like."""


def as_bytes(drawing: Drawing) -> bytes:
    """Write a drawing as JSON."""
    return orjson.dumps(drawing)


def from_bytes(content: bytes) -> Drawing:
    """Read a drawing that `as_bytes` wrote; ValueError when it is something else."""
    said = orjson.loads(content)
    if not isinstance(said, dict) or said.keys() != {field.name for field in fields(Drawing)}:
        raise ValueError("this is no drawing of this version")
    try:
        return Drawing(**{name: _value(name, value) for name, value in said.items()})
    except (TypeError, AttributeError) as error:
        raise ValueError("this is no drawing of this version") from error


def _value(name: str, value: Any) -> Any:
    if name in _SAFE:
        return value if value is None else Markup(value)  # noqa: S704 - as it was when it was written
    if name in {"ids", "boxes", "named"}:
        return tuple(value)
    rows = {"rows": TableRow, "legend": LegendItem, "left_out": LeftOut, "sheets": PaperSheet}
    return tuple(rows[name](**row) for row in value) if name in rows else value


def key_of(content: Any, program: str) -> str:
    """Name everything that a drawing depends on, drawn by a program; TypeError when it is no plain data."""
    written = orjson.dumps(content, default=_plain, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(program.encode() + written).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no order to write it in")


def program() -> str:
    """Return a name for the code that draws: another one for each version of it."""
    root, found = Path(app.__file__).parent, hashlib.sha256(app.__version__.encode())
    for folder in _DECIDES:
        for path in sorted((root / folder).rglob("*.py")):
            found.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
