"""Workbooks (XLSX, XLS, ODS) become sheets; what is none, or none that is safe to open, is refused in a sentence."""

import contextlib
import io
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson

from app.exchange.sheets.cells import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Row, Sheet, Tidying, Unreadable

READER = Path(__file__).with_name("workbook_reader.py")
MAX_PARTS = 2_000
MAX_UNPACKED = 60_000_000
SMALL = 5_000_000
"""Bytes of what is packed in a workbook that may be unpacked to no more than the least."""
_PACKED = 12
"""How many times as long what is packed in a larger one may be: what programs write is some eight times as long."""
_PATIENCE = 20.0
"""Seconds until a reader is given up that has not even had the processor time it may take; more for a large file."""
_TOO_MUCH = "takes more memory or time to read than any list of seats: keep only the sheet with the list"
_DAMAGED = "is damaged or cut short: open it in a spreadsheet program and save it again"
Counting = Callable[[int], None]
"""Is told how many rows are read so far."""


def _nobody_counts(rows: int) -> None:
    """Tell nobody."""


def sheets_of_workbook(
    raw: bytes,
    rows: int = MAX_ROWS,
    letters: int = MAX_TEXT,
    *,
    exact: bool = False,
    counting: Counting = _nobody_counts,
) -> list[Sheet]:
    """Read a workbook's sheets; Unreadable says what is wrong with it.

    The declared sizes of its parts are looked at first; it is opened in a process that counts what is in it, and may
    then use 2 seconds and 220 MB, and more where there is more. Where it is read `exact`, blanks within texts stay as
    they are.
    """
    unpacked = _checked_declared(raw) if raw.startswith(b"PK") else MAX_UNPACKED
    found: list[tuple[str, bool, list[Row]]] = []
    count, tidied = 0, Tidying()
    for said in _lines(raw, [rows, MAX_COLUMNS, letters, unpacked]):
        if isinstance(said, dict):
            if "refused" in said:
                raise Unreadable(said["refused"])
            if "sheet" in said:
                found.append((said["sheet"], said["hidden"], []))
            continue
        found[-1][2].extend(Row(number, tuple(texts if exact else map(tidied.text, texts))) for number, texts in said)
        count += len(said)
        counting(count)
    return [Sheet(name, tuple(those), hidden) for name, hidden, those in found]


def most_unpacked(size: int) -> int:
    """Return how many bytes may come out of so many that are packed."""
    return max(MAX_UNPACKED, _PACKED * size) if size > SMALL else MAX_UNPACKED


def _lines(raw: bytes, given: list[int]) -> Iterator[Any]:
    """Return what the reader says, line by line as it says it; Unreadable where it is stopped before the end."""
    command = [sys.executable, "-P", str(READER), *map(str, given)]
    with tempfile.TemporaryFile() as file, contextlib.ExitStack() as stack:
        file.write(raw)
        file.seek(0)
        reader = stack.enter_context(
            subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program, told only numbers
        )
        patience = threading.Timer(_PATIENCE + max(0, len(raw) - SMALL) / 500_000, reader.kill)
        patience.start()
        stack.callback(patience.cancel)
        stack.callback(reader.kill)
        is_done = False
        for line in reader.stdout or ():
            said = orjson.loads(line)
            is_done = isinstance(said, dict) and ("done" in said or "refused" in said)
            yield said
        if reader.wait() or not is_done:
            raise Unreadable(_TOO_MUCH)


def _checked_declared(raw: bytes) -> int:
    """Return how many bytes the parts that are read may come to: by how much of the file they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(_DAMAGED) from None
    read = sum(part.compress_size for part in parts if part.filename.endswith((".xml", ".rels")))
    most = most_unpacked(min(len(raw), read))
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > most:
        raise Unreadable("unpacks to more than can be read: keep only the sheet with the list")
    return most
