"""PDF becomes text: what stands beside each other with a wide gap between is a row, and wrapped lines are put together.

Run by `apart.py`, so nothing of the project is imported.
"""

import ctypes
import re
import statistics
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw as pdfium

PAGES = 100
LETTERS = 250_000
_WORD, _CELL, _WIDE = 0.2, 0.7, 1.3
"""Gaps in parts of the size of the letters: between words, between cells in columns, and between any cells."""
_NUMBER = re.compile(r"^(?:page\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)


class Refused(Exception):
    """A sentence for whoever gave the file."""


@dataclass(slots=True)
class _Part:
    """Letters without a wide gap between them."""

    left: float
    right: float
    text: str
    gap: float = 0.0
    """Before it, in parts of the size of the letters."""


@dataclass(slots=True)
class _Line:
    """What stands on one height."""

    base: float
    size: float
    parts: list[_Part] = field(default_factory=list)


def read(raw: bytes) -> str:
    """Read a PDF; Refused says why it is none that can be read."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Refused("is locked with a password: save it without one") from None
        raise Refused("is damaged or cut short: save it as PDF again") from None
    if len(document) > PAGES:
        raise Refused(f"has {len(document)} pages: minutes of at most {PAGES} are read")
    lines: list[str] = []
    letters = 0
    for number in range(len(document)):
        text = document[number].get_textpage()
        letters += text.count_chars()
        if letters > LETTERS:
            raise Refused("has more text than the minutes of a meeting: keep only the pages of the minutes")
        lines += _told(_lines(text))
    if not letters:
        raise Refused("has no text in it, only pictures of pages: have its text recognized first, or type it in")
    return "\n".join(lines)


def _lines(page: pypdfium2.PdfTextPage) -> list[_Line]:
    """Gather the letters of a page into lines, from the top down."""
    letters = sorted(_letters(page), key=lambda it: (-it[0], it[1]))
    letters = [it for it in letters if it[3] > 0]
    found: list[tuple[float, float, list[tuple[float, float, float, str]]]] = []
    for base, left, right, size, letter in letters:
        if found and abs(found[-1][0] - base) < 0.35 * max(size, found[-1][1]):
            found[-1][2].append((left, right, size, letter))
        else:
            found.append((base, size, [(left, right, size, letter)]))
    lines = [_parted(base, sorted(row)) for base, _, row in found]
    starts = Counter(round(part.left) for line in lines for part in line.parts if part.gap)
    return [_in_cells(line, starts) for line in lines]


def _letters(page: pypdfium2.PdfTextPage) -> list[tuple[float, float, float, float, str]]:
    """Return every letter that is seen: its base line, its left and right, its size and itself."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found = []
    for number in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, number)
        letter = chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if code == 2:  # a hyphen at the end of a line, as pdfium gives it
            letter = "-"
        # The loose box is as wide as the letter's room: between the tight ones of two figures 1 there is a gap.
        if not letter or not pdfium.FPDFText_GetLooseCharBox(page, number, box):
            continue
        size = pdfium.FPDFText_GetFontSize(page, number)
        size = size if size > 1.5 else max(1.0, box.top - box.bottom)
        pdfium.FPDFText_GetCharOrigin(page, number, x, y)
        found.append((round(y.value, 1), box.left, box.right, size, letter))
    return found


def _parted(base: float, row: list[tuple[float, float, float, str]]) -> _Line:
    line = _Line(base, statistics.median(size for _, _, size, _ in row))
    is_apart = False
    for left, right, size, letter in row:
        if letter.isspace():
            is_apart = True
            continue
        gap = (left - line.parts[-1].right) / size if line.parts else 0.0
        if not line.parts or gap > _CELL:
            line.parts.append(_Part(left, right, letter, gap))
        else:
            part = line.parts[-1]
            part.text += f" {letter}" if is_apart or gap > _WORD else letter
            part.right = max(part.right, right)
        is_apart = False
    return line


def _in_cells(line: _Line, starts: Counter[int]) -> _Line:
    """Put together what a gap of justified text has parted: cells stand in columns, or have a wide gap before them."""
    parts: list[_Part] = []
    for part in line.parts:
        in_column = sum(starts[round(part.left) + near] for near in (-1, 0, 1)) > 1
        if parts and part.gap < _WIDE and not in_column:
            parts[-1].text += f" {part.text}"
            parts[-1].right = part.right
        else:
            parts.append(part)
    return _Line(line.base, line.size, parts)


def _told(lines: list[_Line]) -> list[str]:
    """Write the lines of a page, with wrapped ones put together and an empty one where there is a wide gap."""
    lines = [line for line in lines if line.parts and not (len(line.parts) == 1 and _NUMBER.match(line.parts[0].text))]
    if not lines:
        return []
    edge = max(line.parts[-1].right for line in lines)
    steps = [above.base - line.base for above, line in pairwise(lines)]
    near = [step / line.size for step, line in zip(steps, lines[1:], strict=True) if 0.8 < step / line.size < 3]
    usual = min(near, default=1.2)
    found: list[list[_Part]] = [[_copy(part) for part in lines[0].parts]]
    last = lines[0]
    for step, line in zip(steps, lines[1:], strict=True):
        is_close = step / line.size < usual * 1.2
        if is_close and _goes_on(found[-1], last, line, edge):
            _join(found[-1], line)
        else:
            if step / line.size > usual * 1.45:
                found.append([])
            found.append([_copy(part) for part in line.parts])
        last = line
    return ["\t".join(part.text for part in row) for row in found] + [""]


def _copy(part: _Part) -> _Part:
    return _Part(part.left, part.right, part.text)


def _goes_on(row: list[_Part], last: _Line, line: _Line, edge: float) -> bool:
    """Tell whether a line goes on with the row, or the paragraph, above it."""
    if len(row) > 1:
        columns = [any(abs(part.left - cell.left) < 3 for cell in row) for part in line.parts]
        return all(columns) and (len(line.parts) < len(row) and abs(line.parts[0].left - row[0].left) > 3)
    if len(line.parts) > 1 or len(last.parts) > 1 or abs(line.parts[0].left - last.parts[-1].left) > 3 * line.size:
        return False
    first = line.parts[0].text.split()[0]
    room = len(first) * 0.45 * line.size
    return last.parts[-1].right + room > edge and not re.match(r"^(?:[•·*–-]|\d+[.)]|[a-z][.)])\s", line.parts[0].text)


def _join(row: list[_Part], line: _Line) -> None:
    for part in line.parts:
        cell = min(row, key=lambda it: abs(it.left - part.left)) if len(row) > 1 else row[-1]
        is_parted = cell.text.endswith("-") and part.text[:1].islower()
        cell.text = cell.text[:-1] + part.text if is_parted else f"{cell.text} {part.text}"
