"""Which format a file has: by its ending and by what is in it, which have to agree."""

import io
import zipfile
import zlib
from collections.abc import Callable

from app.exchange.sheets.cells import MAX_BYTES, Sheet, Unreadable
from app.exchange.sheets.text_tables import sheets_of_text
from app.exchange.sheets.workbooks import Counting, sheets_of_workbook

FORMATS: dict[str, Callable[[bytes], list[Sheet]]] = {
    "xlsx": sheets_of_workbook,
    "xls": sheets_of_workbook,
    "ods": sheets_of_workbook,
    "csv": sheets_of_text,
    "tsv": sheets_of_text,
    "txt": sheets_of_text,
}
"""Every ending that is read, and by what."""
_TEXT = frozenset({"csv", "tsv", "txt"})
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text with formats (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<", "a web page or XML"),
)
EXPECTED = "expected a spreadsheet as .xlsx, .xls, .ods or .csv"


def sheets_of(name: str, raw: bytes, counting: Counting | None = None) -> list[Sheet]:
    """Read a file's sheets; Unreadable says in a sentence that begins with a verb why it cannot be read.

    `counting` is told how many rows are read so far.
    """
    ending = name.rpartition(".")[2].casefold() if "." in name else ""
    if not raw.strip():
        raise Unreadable("is empty")
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"has {len(raw) / 1e6:.1f} MB: at most {MAX_BYTES / 1e6:.0f} are read")
    found = _content_of(raw)
    if ending not in FORMATS:
        raise Unreadable(f"has the ending '.{ending[:20]}': {EXPECTED}" if ending else f"has no ending: {EXPECTED}")
    if found != ("csv" if ending in _TEXT else ending):
        what = "text in columns" if found == "csv" else f"an .{found} workbook"
        right = "csv" if found == "csv" else found
        raise Unreadable(f"is {what}, whatever its ending says: name it with the ending .{right}")
    if ending not in _TEXT and counting:
        return sheets_of_workbook(raw, counting=counting)
    return FORMATS[ending](raw)


def _content_of(raw: bytes) -> str:
    """Return the ending that a content should have; Unreadable for one that is no table."""
    if raw.startswith(b"PK"):
        return _packed(raw)
    if raw.startswith(_OLD):
        return _old(raw)
    for start, what in _OTHERS:
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start):
            raise Unreadable(f"is {what}: {EXPECTED}")
    return "csv"


def _packed(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = set(packed.namelist())
            manifest = "META-INF/manifest.xml"
            about = packed.open(manifest).read(100_000) if manifest in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise Unreadable("is damaged or cut short: open it in a spreadsheet program and save it again") from None
    if any(name.endswith(("vbaProject.bin", "vbaData.xml")) or name.startswith("Basic/") for name in names):
        raise Unreadable("has macros: save it as a workbook without them (.xlsx)")
    if b"encryption-data" in about:
        raise Unreadable("is locked with a password: save it without one")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and b"spreadsheet" in about:
        return "ods"
    raise Unreadable(f"is packed and no such workbook: {EXPECTED}")


def _old(raw: bytes) -> str:
    """Look at the names of the streams of an OLE file, which are in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise Unreadable("is locked with a password: save it without one")
    if "_VBA_PROJECT".encode("utf-16-le") in raw:
        raise Unreadable("has macros: save it as a workbook without them (.xlsx)")
    if "Workbook".encode("utf-16-le") in raw or "Book\0".encode("utf-16-le") in raw:
        return "xls"
    raise Unreadable(f"is an old Office document and no workbook: {EXPECTED}")
