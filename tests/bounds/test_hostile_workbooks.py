"""No workbook eats the machine, however large a file it comes as: it is read, or refused with little memory.

What is packed in the files here is of more than five megabytes, so that a bound that grew with the size of a file alone
would be wide for them.
"""

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.sheets import workbook_reader
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.workbooks import MAX_UNPACKED, READER, SMALL
from tests.sheets.officers import SEATS, seats

MEGABYTES = 300
NOISE = random.Random(7).randbytes(SMALL + 1_500_000)
"""Does not pack."""
WORDS = f"<!--{NOISE[:SMALL].hex()}-->".encode()
"""The same as XML: twice as long, and packs by half."""
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
FAR = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HUGE = 55_000_000
MEASURING = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def packed(*parts: tuple[str, bytes]) -> bytes:
    """Return a workbook with some of its parts replaced or added."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(seats(*SEATS))) as whole,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
    ):
        for name in whole.namelist():
            if name not in dict(parts):
                made.writestr(name, whole.read(name))
        for name, said in parts:
            made.writestr(name, said)
    return content.getvalue()


def sheet(piece: bytes, size: int = HUGE) -> bytes:
    """Write a sheet of one piece again and again, as large as is asked, beside what does not pack."""
    return packed(("xl/worksheets/sheet1.xml", START + piece * (size // len(piece)) + END + WORDS))


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a picture that makes room": (
        lambda: packed(
            ("xl/media/noise.png", NOISE), ("xl/worksheets/sheet1.xml", START + b" " * (MAX_UNPACKED + 9) + END)
        ),
        "unpacks to more",
    ),
    "cells without number": (lambda: sheet(b"<c/>"), "unpacks to more"),
    "rows without number": (lambda: sheet(b"<row><c><v>1</v></c></row>"), "has more rows than can be read"),
    "cells far apart": (
        lambda: packed(("xl/worksheets/sheet1.xml", START + FAR + b"<c/>" * 1_500_000 + END + WORDS)),
        "takes more memory or time",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_large_bomb_is_refused(name: str) -> None:
    made, said = BOMBS[name]
    raw = made()
    assert len(raw) > SMALL
    with pytest.raises(Unreadable, match=said):
        sheets_of("members.xlsx", raw)


def test_what_opens_a_bomb_stays_within_its_memory(tmp_path: Path) -> None:
    for name, (made, _) in BOMBS.items():
        path = tmp_path / "bomb.xlsx"
        path.write_bytes(made())
        command = [sys.executable, "-c", MEASURING, sys.executable, "-P", str(READER), "101000", "100", "4000"]
        with path.open("rb") as file:
            done = subprocess.run([*command, "90000000"], stdin=file, capture_output=True, check=True)
        assert float(done.stdout) < MEGABYTES, name


def test_each_end_of_a_row_is_counted_once_wherever_a_block_ends() -> None:
    row = b"<row><c><v>1</v></c></row>"
    for blanks in range(len(row)):
        raw = packed(("xl/worksheets/sheet1.xml", START + b" " * blanks + row * 40_000 + END))
        assert workbook_reader._tags_in(raw, MAX_UNPACKED, 40_000) > 4 * 40_000
        with pytest.raises(workbook_reader._Refused, match="has more rows"):
            workbook_reader._tags_in(raw, MAX_UNPACKED, 39_999)
