"""CSV and other text in columns becomes a sheet: its encoding and its separator are found, its formulas stay text."""

import csv
import io
from collections import Counter

from charset_normalizer import from_bytes

from app.exchange.sheets.cells import MAX_ROWS, MAX_TEXT, Row, Sheet, Unreadable, tidied

_SEPARATORS = ",;\t|"
_USUAL = "cp1252"
_SAMPLE = 50_000
"""Bytes by which an encoding is guessed: more take long, and tell no more."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def sheets_of_text(raw: bytes) -> list[Sheet]:
    """Read text in columns as one sheet without a name; Unreadable says what is wrong with it."""
    text = _decoded(raw)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(f"has a NUL character in line {line}, which is no text: save it as CSV again")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows = []
    try:
        for number, texts in enumerate(reader, 1):
            told = tuple(tidied(each[: MAX_TEXT + 1]) for each in texts)
            if any(told):
                rows.append(Row(number, told))
            if len(rows) > MAX_ROWS:
                raise Unreadable(f"has more than {MAX_ROWS:,} rows: divide it")
    except csv.Error:
        raise Unreadable("has a quotation mark that is never closed, or a cell longer than any name") from None
    return [Sheet("", tuple(rows))]


def _decoded(raw: bytes) -> str:
    """Read text in the encoding it is most likely in: UTF-8 where it is that, else what its letters look like."""
    try:
        return raw.decode(_WIDE.get(raw[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        found = from_bytes(raw[:_SAMPLE], cp_isolation=[_USUAL, "mac_roman", "cp850", "utf_16"])
        best = found.best()
        # A few accents look alike in many encodings: the one that Western spreadsheets write is taken where it may be.
        usual = not best or any(it.encoding == _USUAL and it.chaos <= best.chaos for it in found)
        return raw.decode(_USUAL if usual or not best else best.encoding, "replace")


def _separator(text: str) -> str:
    """Find what stands between columns: what divides most of the first lines alike, into the most."""
    lines = text[:_SAMPLE].splitlines()[:40]

    def score(separator: str) -> int:
        try:
            counts = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
        except csv.Error:
            return 0
        return max((times * (columns - 1) for columns, times in counts.items()), default=0)

    return max(_SEPARATORS, key=score)
