"""Bytes of a workbook or of a bundle of CSV become tables; what is none, or none that is safe to open, is refused."""

import csv
import io
import zipfile
import zlib

from app.exchange.sheets.cells import MAX_BYTES, Row, Sheet, Unreadable
from app.exchange.sheets.workbooks import MAX_UNPACKED, most_unpacked, sheets_of_workbook
from app.exchange.tabled.cells import unguarded
from app.exchange.tabled.kinds import table_kinds
from app.exchange.tabled.laying import ABOUT

MAX_ROWS = 50_000
"""Rows with anything in them, of all tables together."""
MAX_TEXT = 32_767
MAX_PARTS = 60
_DAMAGED = "is damaged or cut short: open it in a spreadsheet program and save it again"
_ERRORS = (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error)
_NAMES = {"xl/workbook.xml": b'name="%b"', "content.xml": b'table:name="%b"'}
"""Where a workbook names its sheets, and how."""


def is_workbook_of_tables(raw: bytes) -> bool:
    """Tell whether a workbook has the tables of a place, by the names of its sheets."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for part in _NAMES.keys() & set(packed.namelist()):
                with packed.open(part) as content:
                    said = content.read(MAX_UNPACKED if part == "content.xml" else 200_000)
                titles = [kind.title for kind in table_kinds() if not kind.inner]
                if _NAMES[part] % ABOUT.encode() in said:
                    return any(_NAMES[part] % title.encode() in said for title in titles)
    except _ERRORS:
        return False
    return False


def is_bundle(raw: bytes) -> bool:
    """Tell whether bytes are a zip that holds CSV and nothing else."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = [name for name in packed.namelist() if not name.endswith("/")]
    except _ERRORS:
        return False
    return bool(names) and all(name.casefold().endswith(".csv") for name in names)


def workbook_tables(raw: bytes) -> list[Sheet]:
    """Read the sheets of a workbook exactly; Unreadable says what is wrong with it."""
    _check_size(raw)
    return [sheet for sheet in sheets_of_workbook(raw, MAX_ROWS, MAX_TEXT, exact=True) if not sheet.hidden]


def bundle_tables(raw: bytes) -> list[Sheet]:
    """Read the tables of a bundle of CSV; Unreadable says what is wrong with it."""
    _check_size(raw)
    by_file = {kind.file: kind.title for kind in table_kinds()} | {f"{ABOUT.lower()}.csv": ABOUT}
    most = most_unpacked(len(raw))
    sheets, left, rows = [], most, MAX_ROWS
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = [part for part in packed.infolist() if not part.is_dir()]
            if len(parts) > MAX_PARTS:
                raise Unreadable(f"has {len(parts)} files in it: at most {MAX_PARTS} are read")
            for part in parts:
                with packed.open(part) as content:
                    said = content.read(left + 1)
                left -= len(said)
                if left < 0:
                    raise Unreadable(f"unpacks to more than {most / 1e6:.0f} MB, which is more than is read")
                name = part.filename.rpartition("/")[2]
                title = by_file.get(name.casefold(), name)
                sheet = Sheet(title, tuple(_rows(said, name, rows)))
                rows -= len(sheet.rows)
                sheets.append(sheet)
    except _ERRORS:
        raise Unreadable(_DAMAGED) from None
    return sheets


def _check_size(raw: bytes) -> None:
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"has {len(raw) / 1e6:.1f} MB: at most {MAX_BYTES / 1e6:.0f} are read")


def _rows(raw: bytes, name: str, most: int) -> list[Row]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(f"has {name[:60]} in it, which is no text in UTF-8: save it as CSV UTF-8") from None
    if "\0" in text:
        raise Unreadable(f"has a NUL character in {name[:60]}, which is no text: save it as CSV again")
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    found = []
    try:
        for number, texts in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            if any(texts):
                found.append(Row(number, tuple(map(unguarded, texts))))
            if len(found) > most:
                raise Unreadable(f"has more than {MAX_ROWS:,} rows: divide it")
    except csv.Error:
        raise Unreadable(f"has a quotation mark in {name[:60]} that is never closed, or too long a cell") from None
    return found
