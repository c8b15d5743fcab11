"""No workbook eats the machine, however large a file it comes as: it is read, or refused with little memory.

What is packed in the files here is of more than five megabytes, so that a bound that grew with the size of a file alone
would be wide for them.
"""

import io
import random
import zipfile
from collections.abc import Callable

import pytest

from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.workbooks import MAX_UNPACKED, SMALL
from tests.sheets.officers import SEATS, seats

MEGABYTES = 300
NOISE = random.Random(7).randbytes(SMALL + 1_500_000)
"""Does not pack."""
WORDS = f"<!--{NOISE[:SMALL].hex()}-->".encode()
"""The same as XML: twice as long, and packs by half."""
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = b"</sheetData></worksheet>"
HUGE = 55_000_000
MEASURING = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdin=open(sys.argv.pop(), "rb"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss / 1024, len(done.stdout))
sys.stdout.write(done.stdout[-300:].decode())
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
    "cells in one row": (lambda: sheet(b"<c><v>1</v></c>", 10_000_000), "takes more memory or time"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_large_bomb_is_refused(name: str) -> None:
    made, said = BOMBS[name]
    raw = made()
    assert len(raw) > SMALL
    with pytest.raises(Unreadable, match=said):
        sheets_of("members.xlsx", raw)
