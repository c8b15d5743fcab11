"""Reads one workbook in a process of its own: `python -P workbook_reader.py`, the file on standard input.

What it holds leaves on standard output as it is read, a line of JSON at a time: `{"sheet": name, "hidden": ...}`, below
it lists of rows, and at the end `{"done": true}` or a sentence that says why there is nothing. The process may use so
much memory and time and no more, whatever the file makes of itself: more for a large file, which needs it, than for a
small one that makes itself large. This imports nothing of the project, so that it starts in some fifty milliseconds.
"""

import io
import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

MEMORY = 220_000_000
"""Bytes of data: the process has some thirty million more, its program."""
SECONDS = 2
UNPACKED = 60_000_000
_AT_ONCE = 1_000
"""Rows in a line of what leaves."""
_VISIBLE = python_calamine.SheetVisibleEnum.Visible


class _Refused(Exception):
    """A sentence for whoever gave the file."""


def main(
    rows: int, columns: int, letters: int, unpacked: int = UNPACKED, seconds: int = SECONDS, memory: int = MEMORY
) -> None:
    """Read the file, at most so many rows with anything in them, columns, and letters a cell.

    Its parts may have so many bytes, and the process so many seconds of the processor and bytes of data.
    """
    _bound(seconds, memory)
    raw = sys.stdin.buffer.read()
    said: dict[str, Any] = {"done": True}
    try:
        _look_inside(raw, unpacked)
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
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")


def _bound(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none: there the time that the caller waits is the bound
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _look_inside(raw: bytes, left: int) -> None:
    """Refuse what the parts of a packed workbook may not be: text that makes itself longer, more than they declare."""
    if not raw.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        for part in packed.infolist():
            if not part.filename.endswith((".xml", ".rels")):
                continue
            with packed.open(part) as content:
                before = b""
                while block := content.read(1_000_000):
                    left -= len(block)
                    if left < 0:
                        raise _Refused("unpacks to more than can be read: keep only the sheet with the list")
                    if b"<!DOCTYPE" in before + block or b"<!ENTITY" in before + block:
                        raise _Refused("has XML that defines words of its own, which no spreadsheet program writes")
                    before = block[-10:]


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
    for number, values in enumerate(_rows(sheet), first + 1):
        texts = [""] * left + [_text(value)[: letters + 1] for value in values[: columns + 1]]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        count += 1
        if count > most:
            raise _Refused("has more rows than can be read at once: divide it")
        few.append((number, held.down(number, texts)))
        if len(few) == _AT_ONCE:
            _write(few)
            few = []
    _write(few)
    return count


def _rows(sheet: Any) -> Any:
    return sheet.to_python(skip_empty_area=True)


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
