"""Reads one workbook in a process of its own: `python -P workbook_reader.py`, the file on standard input.

What it holds leaves on standard output as it is read, a line of JSON at a time: `{"sheet": name, "hidden": ...}`, below
it lists of rows, and at the end `{"done": true}` or a sentence that says why there is nothing. What is in the file is
counted first, block by block as it is unpacked: too much is refused before any of it is built, and anything else may
use as much memory and time as so much takes, and no more, whatever the file makes of itself. This imports nothing of
the project, so that it starts in some fifty milliseconds.
"""

import io
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import orjson
import python_calamine

MEMORY = 220_000_000
"""Bytes of data, before what is counted in the file: the process has some thirty million more, its program."""
SECONDS = 2
"""Of the processor, to count what is in the file, and as many to read it before what is counted."""
UNPACKED = 60_000_000
MOST_TAGS = 10_000_000
"""Beginnings and ends of elements in all parts: a cell has four, or six where its text stands in it."""
_TAGS_A_SECOND, _BYTES_A_TAG, _MOST_MEMORY = 1_000_000, 25, 265_000_000
_PLAIN_TAGS, _PLAIN_BYTES = 1_000_000, 5_000_000
"""Tags of a packed workbook, and bytes of another, that take no more than the least."""
_BYTES_A_SECOND, _DATA_A_BYTE = 1_000_000, 20
"""Of a workbook that is not packed, which nobody can count without reading it."""
_ENDS_OF_ROWS = (b"</v></c></row>", b"</is></c></row>", b"</text:p></table:table-cell></table:table-row>")
"""How rows end whose last cell says something: there are at least so many that do."""
_BLOCK, _OVERLAP = 1_000_000, 50
_TOO_MANY_ROWS = "has more rows than can be read at once: divide it"
_AT_ONCE = 1_000
"""Rows in a line of what leaves."""
_VISIBLE = python_calamine.SheetVisibleEnum.Visible


class _Refused(Exception):
    """A sentence for whoever gave the file."""


def main(rows: int, columns: int, letters: int, unpacked: int = UNPACKED) -> None:
    """Read the file, at most so many rows with anything in them, columns, and letters a cell.

    Its parts may have so many bytes.
    """
    _bound(SECONDS, MEMORY)
    raw = sys.stdin.buffer.read()
    said: dict[str, Any] = {"done": True}
    try:
        _bound(*_needs(raw, unpacked, rows))
        _write_sheets(raw, rows, columns, letters)
    except _Refused as error:
        said = {"refused": str(error)}
    except python_calamine.PasswordError:
        said = {"refused": "is locked with a password: save it without one"}
    except MemoryError:
        said = {"refused": "holds more than can be read: keep only the sheet with the list"}
    except (python_calamine.CalamineError, zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError):
        said = {"refused": "is damaged or cut short: open it in a spreadsheet program and save it again"}
    _write(said)


def _write(said: Any) -> None:
    sys.stdout.buffer.write(orjson.dumps(said) + b"\n")


def _bound(seconds: int, memory: int) -> None:
    """Let the process use so many seconds of the processor from its start, and so much data."""
    try:
        import resource
    except ImportError:  # Windows has none: there the time that the caller waits is the bound
        return
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _needs(raw: bytes, unpacked: int, rows: int) -> tuple[int, int]:
    """Return the seconds and the bytes that a file may use by what is in it; _Refused where that is too much."""
    if raw.startswith(b"PK"):
        more = max(0, _tags_in(raw, unpacked, rows) - _PLAIN_TAGS)
        return SECONDS + more // _TAGS_A_SECOND, min(_MOST_MEMORY, MEMORY + _BYTES_A_TAG * more)
    more = max(0, len(raw) - _PLAIN_BYTES)
    return SECONDS + more // _BYTES_A_SECOND, min(_MOST_MEMORY, MEMORY + _DATA_A_BYTE * more)


def _tags_in(raw: bytes, left: int, most: int) -> int:
    """Count the tags of a packed workbook; _Refused for what its parts may not be.

    That is text that makes itself longer, more than they declare, more rows than may be, or more than any list has.
    """
    tags = rows = 0
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        for part in packed.infolist():
            if not part.filename.endswith((".xml", ".rels")):
                continue
            with packed.open(part) as content:
                before = b""
                while block := content.read(_BLOCK):
                    left -= len(block)
                    tags += block.count(b"<")
                    rows += sum((before[1 - len(end) :] + block).count(end) for end in _ENDS_OF_ROWS)
                    if left < 0 or tags > MOST_TAGS:
                        raise _Refused("unpacks to more than can be read: keep only the sheet with the list")
                    if rows > most:
                        raise _Refused(_TOO_MANY_ROWS)
                    # A lone sign is found ten times as fast as a word, and stands in few cells.
                    if (b"!" in block or b"!" in before) and _defines_words(before + block):
                        raise _Refused("has XML that defines words of its own, which no spreadsheet program writes")
                    before = block[-_OVERLAP:]
    return tags


def _defines_words(text: bytes) -> bool:
    return b"<!DOCTYPE" in text or b"<!ENTITY" in text


def _write_sheets(raw: bytes, most: int, columns: int, letters: int) -> None:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
        for number, about in enumerate(book.sheets_metadata):
            if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            _write({"sheet": about.name, "hidden": about.visible is not _VISIBLE})
            most -= _write_rows(sheet, most, columns, letters)


def _write_rows(sheet: Any, most: int, columns: int, letters: int) -> int:
    """Write the rows of a sheet that have anything in them, and return how many there are."""
    if sheet.start is None:
        return 0
    first, left = sheet.start
    held = _Held(sheet.merged_cell_ranges or [])
    count, few = 0, list[tuple[int, list[str]]]()
    for number, values in enumerate(_rows(sheet, first), first + 1):
        texts = [""] * left + [_text(value)[: letters + 1] for value in values[: columns + 1]]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        count += 1
        if count > most:
            raise _Refused(_TOO_MANY_ROWS)
        few.append((number, held.down(number, texts)))
        if len(few) == _AT_ONCE:
            _write(few)
            few = []
    _write(few)
    return count


def _rows(sheet: Any, first: int) -> Iterator[list[Any]]:
    """Return the rows from the first that has anything in it, one by one: a list of all takes twice the memory."""
    rows: Iterator[list[Any]] = sheet.iter_rows()
    return islice(rows, first, None)


class _Held:
    """What stands in merged cells stands in each row of them that has anything else."""

    def __init__(self, merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        self._begin: dict[int, list[tuple[int, int]]] = {}
        """By the row in which merged cells begin: the row in which they end, and the column, both from 0."""
        for (top, left), (bottom, _) in merged[:10_000]:
            if bottom > top:
                self._begin.setdefault(top, []).append((min(bottom, top + 2_000), left))
        self._now: list[tuple[int, int, str]] = []

    def down(self, number: int, texts: list[str]) -> list[str]:
        """Return a row's texts with what is held down into it."""
        row = number - 1
        if not self._begin and not self._now:
            return texts
        self._now = [each for each in self._now if each[0] >= row]
        for _, left, text in self._now:
            texts += [""] * (left + 1 - len(texts))
            texts[left] = texts[left] or text
        for end, left in self._begin.pop(row, ()):
            if left < len(texts) and texts[left]:
                self._now.append((end, left, texts[left]))
        return texts


def _text(value: Any) -> str:
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
