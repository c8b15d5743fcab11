"""Reads one workbook in a process of its own: `python -P workbook_reader.py`, the file on standard input.

What it holds leaves as JSON on standard output: a list of sheets, or a sentence that says why there are none. The
process may use so much memory and time and no more, whatever the file makes of itself. This imports nothing of the
project, so that it starts in some fifty milliseconds.
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
_UNPACKED = 60_000_000
_VISIBLE = python_calamine.SheetVisibleEnum.Visible


class _Refused(Exception):
    """A sentence for whoever gave the file."""


def main(rows: int, columns: int, letters: int) -> None:
    """Read the file, at most so many rows with anything in them, columns, and letters a cell."""
    _bound()
    raw = sys.stdin.buffer.read()
    try:
        _look_inside(raw)
        said: dict[str, Any] = {"sheets": _sheets(raw, rows, columns, letters)}
    except _Refused as error:
        said = {"refused": str(error)}
    except python_calamine.PasswordError:
        said = {"refused": "is locked with a password: save it without one"}
    except MemoryError:
        said = {"refused": "holds more than can be read: keep only the sheet with the list"}
    except (python_calamine.CalamineError, zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError):
        said = {"refused": "is damaged or cut short: open it in a spreadsheet program and save it again"}
    sys.stdout.buffer.write(json.dumps(said).encode())


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has none: there the time that the caller waits is the bound
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _look_inside(raw: bytes) -> None:
    """Refuse what the parts of a packed workbook may not be: text that makes itself longer, more than they declare."""
    if not raw.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        left = _UNPACKED
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


def _sheets(raw: bytes, most: int, columns: int, letters: int) -> list[dict[str, Any]]:
    found = []
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
        for number, about in enumerate(book.sheets_metadata):
            if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(number)
            rows = _rows(sheet, columns, letters)
            most -= len(rows)
            if most < 0:
                raise _Refused("has more rows than can be read at once: divide it")
            found.append({"name": about.name, "hidden": about.visible is not _VISIBLE, "rows": rows})
    return found


def _rows(sheet: Any, columns: int, letters: int) -> list[tuple[int, list[str]]]:
    if sheet.start is None:
        return []
    first, left = sheet.start
    found: dict[int, list[str]] = {}
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        texts = [_text(value)[: letters + 1] for value in values[: columns + 1]]
        while texts and not texts[-1]:
            texts.pop()
        if any(texts):
            found[number] = [""] * left + texts
    _hold_down(found, sheet.merged_cell_ranges or [])
    return sorted(found.items())


def _hold_down(rows: dict[int, list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Let what stands in merged cells stand in each row of them that has anything else."""
    for (top, left), (bottom, _) in merged[:10_000]:
        held = rows.get(top + 1, [])
        if left >= len(held) or not held[left]:
            continue
        for number in range(top + 2, min(bottom + 2, top + 2_000)):
            row = rows.get(number)
            if row is not None:
                row += [""] * (left + 1 - len(row))
                row[left] = row[left] or held[left]


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
