"""Workbooks (XLSX, XLS, ODS) become sheets; what is none, or none that is safe to open, is refused in a sentence."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from app.exchange.sheets.cells import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Row, Sheet, Unreadable, tidied

READER = Path(__file__).with_name("workbook_reader.py")
MAX_UNPACKED = 60_000_000
MAX_PARTS = 2_000
_PATIENCE = 20
"""Seconds until a reader is given up that has not even had the processor time it may take."""
_TOO_MUCH = "takes more memory or time to read than any list of seats: keep only the sheet with the list"


def sheets_of_workbook(
    raw: bytes, rows: int = MAX_ROWS, letters: int = MAX_TEXT, *, exact: bool = False
) -> list[Sheet]:
    """Read a workbook's sheets; Unreadable says what is wrong with it.

    The declared sizes of its parts are looked at first; it is opened in a process that may use 2 seconds and 220 MB.
    Where it is read `exact`, blanks within texts stay as they are.
    """
    if raw.startswith(b"PK"):
        _check_declared(raw)
    command = [sys.executable, "-P", str(READER), str(rows), str(MAX_COLUMNS), str(letters)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - our own program, told only numbers
    except subprocess.TimeoutExpired:
        raise Unreadable(_TOO_MUCH) from None
    if done.returncode:
        raise Unreadable(_TOO_MUCH)
    said = json.loads(done.stdout)
    if "refused" in said:
        raise Unreadable(said["refused"])
    return [
        Sheet(
            each["name"],
            tuple(Row(number, tuple(texts if exact else map(tidied, texts))) for number, texts in each["rows"]),
            each["hidden"],
        )
        for each in said["sheets"]
    ]


def _check_declared(raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable("is damaged or cut short: open it in a spreadsheet program and save it again") from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable("unpacks to more than can be read: keep only the sheet with the list")
