"""Plain text becomes lines with cells: what stands in columns of blanks, between bars or a cell a line, is a table."""

import re

from charset_normalizer import from_bytes

from app.exchange.minutes.document import CELL, PARAGRAPH, Unreadable

_USUAL = "cp1252"
_SAMPLE = 50_000
"""Bytes by which an encoding is guessed."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)")
_RULE = re.compile(r"[\s|+:=-]+")


def text_of_bytes(raw: bytes) -> str:
    """Read plain text; Unreadable where it is none."""
    try:
        text = raw.decode(_WIDE.get(raw[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        best = from_bytes(raw[:_SAMPLE], cp_isolation=[_USUAL, "mac_roman", "cp850", "utf_16"]).best()
        text = raw.decode(best.encoding if best else _USUAL, "replace")
    if "\0" in text:
        raise Unreadable("is no text, and no document of a kind that is read here")
    return in_cells(text)


def in_cells(text: str) -> str:
    """Part the cells of what is laid out as a table."""
    lines = [_parted(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(_rows(lines))


def _parted(line: str) -> str:
    bars = line.strip()
    if bars.count("|") > 1 and bars.startswith("|"):
        return "" if _RULE.fullmatch(bars) else CELL.join(cell.strip() for cell in bars.strip("|").split("|"))
    return _COLUMNS.sub(CELL, line.rstrip())


def _rows(lines: list[str]) -> list[str]:
    """Join the lines of a row whose cells stand below each other, each after a tab, as a pasted table has them."""
    found: list[str] = []
    row: list[str] = []
    for line in (*lines, ""):
        if line.startswith(CELL) and line.strip() and CELL not in line.strip():
            row.append(line.strip())
            continue
        if row:
            # Lines keep their numbers: a row stands where its first cell stood.
            found += [CELL.join(row), *[""] * (len(row) - 1)]
            row = []
        found.append(line)
    return found[:-1]


def paragraphs(texts: list[str]) -> str:
    """Join the paragraphs of one cell."""
    return PARAGRAPH.join(filter(None, texts))
