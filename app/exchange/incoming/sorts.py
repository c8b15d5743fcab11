"""Which format a file that comes in has: found from what is in it, whatever it is called."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson

from app.exchange.formats.json_lines import BEGINS
from app.exchange.formats.moderngov_in import is_moderngov
from app.exchange.formats.organogram_in import is_organogram
from app.exchange.incoming.dump import dump_in
from app.exchange.incoming.incoming import Incoming
from app.exchange.incoming.tables import bundle_in, workbook_in
from app.exchange.incoming.yaml_text import yaml_in
from app.exchange.place_format import PlaceFile
from app.exchange.tabled.opening import is_bundle, is_workbook_of_tables


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file that says all of a place: its entries come back as they were."""

    name: str
    read: Callable[[str, bytes], Incoming]


WORKBOOK = Sort("workbook", workbook_in)
BUNDLE = Sort("bundle", bundle_in)
YAML = Sort("yaml", yaml_in)
LINES = Sort("jsonl", lambda name, raw: dump_in(name, raw.splitlines(keepends=True)))
_BEGINS = orjson.loads(BEGINS)
POPOLO, ORG = "popolo", "org"
MODERNGOV, ORGANOGRAM = "moderngov", "organogram"
TABLES = frozenset({"xlsx", "xls", "ods", "csv", "tsv", "txt"})
"""Endings of what is a spreadsheet as officers keep it, unless it is packed and holds the tables of a place."""
_LINKED = re.compile(rb'"@(?:context|graph|id)"\s*:')
_TURTLE = re.compile(rb"@prefix\s|@base\s|PREFIX\s|BASE\s|<[^>\s]*:[^>\s]*>\s", re.IGNORECASE)
_SECTION = re.compile(rb"(?:%b)\s*:" % "|".join(PlaceFile.model_fields).encode())


def sort_of(name: str, raw: bytes) -> Sort | str | None:
    """Return the sort of a file, the name of one that only adds to a place, or nothing for a spreadsheet.

    What is damaged or no file that anybody could read is told by whatever reads it.
    """
    if raw.startswith(b"PK"):
        return WORKBOOK if is_workbook_of_tables(raw) else BUNDLE if is_bundle(raw) else None
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if ending in TABLES:
        return ORGANOGRAM if is_organogram(raw) else None
    return MODERNGOV if is_moderngov(raw) or ending == "xml" else _of_text(ending, raw)


def _of_text(ending: str, raw: bytes) -> Sort | str | None:
    text = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith((b"{", b"[")) or ending == "json":
        if _is_fact(text.partition(b"\n")[0]) or ending in {"jsonl", "ndjson"}:
            return LINES
        return ORG if ending == "jsonld" or _LINKED.search(text) else POPOLO
    if ending == "ttl" or any(map(_TURTLE.match, _lines(text))):
        return ORG
    if ending in {"yaml", "yml"} or any(map(_SECTION.match, _lines(text))):
        return YAML
    return LINES if ending in {"jsonl", "ndjson"} else None


def _is_fact(line: bytes) -> bool:
    """Tell whether a line is a fact, or the one that a dump begins with."""
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        return False
    return isinstance(said, dict) and (said == _BEGINS or ("said" in said and ("node" in said or "link" in said)))


def _lines(text: bytes) -> list[bytes]:
    """Return the first line of a text that says something, passing over comments."""
    said = (line for line in text[:10_000].splitlines() if line.strip() and not line.startswith((b"#", b"---")))
    return [line for _, line in zip(range(1), said, strict=False)]
