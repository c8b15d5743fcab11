"""What a file is made of: text in any encoding is read, and what is no sheet, or no safe one, is refused in a sentence."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.exchange.sheets.cells import Unreadable, letters
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.workbooks import sheets_of_workbook
from tests.sheets.officers import SEATS, seats, workbook

SHEET = "Board;Held by\nÄltestenrat;José Å\n"
BOMB = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'


def packed(**parts: str | bytes) -> bytes:
    """Return a workbook with some of its parts replaced or added."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(seats(*SEATS))) as whole,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in whole.namelist():
            if name not in parts:
                made.writestr(name, whole.read(name))
        for name, text in parts.items():
            made.writestr(name, text)
    return content.getvalue()


def far_away(cell: str) -> bytes:
    """Return a workbook with two cells, one of them far from the other."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet[cell] = "Board", "x"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rows_of_nothing(count: int) -> bytes:
    """Return a workbook with rows that have a format and say nothing."""
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in range(1, count))
    xml = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    return packed(**{"xl/worksheets/sheet1.xml": xml})


WHOLE = seats(*SEATS)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "cut short": ("a.xlsx", lambda: WHOLE[: len(WHOLE) // 2], "damaged or cut short"),
    "cut inside": ("a.xlsx", lambda: WHOLE[:2000] + WHOLE[2400:], "damaged or cut short"),
    "only a beginning": ("a.xlsx", lambda: b"PK\x03\x04junk", "damaged or cut short"),
    "empty": ("a.xlsx", lambda: b"", "is empty"),
    "locked": ("a.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    "macros": ("a.xlsx", lambda: packed(**{"xl/vbaProject.bin": b"x"}), "has macros"),
    "old macros": ("a.xls", lambda: OLE + "_VBA_PROJECT".encode("utf-16-le"), "has macros"),
    "a bomb": ("a.xlsx", lambda: packed(**{"xl/worksheets/sheet1.xml": b" " * 70_000_000}), "unpacks to more"),
    "entities": ("a.xlsx", lambda: packed(**{"xl/worksheets/sheet1.xml": BOMB}), "defines words of its own"),
    "a DTD": (
        "a.xlsx",
        lambda: packed(**{"xl/worksheets/sheet1.xml": BOMB.replace("ENTITY", "ELEMENT")}),
        "defines words",
    ),
    "a far cell": ("a.xlsx", lambda: far_away("XFD1048576"), "takes more memory or time"),
    "a picture": ("a.xlsx", lambda: b"\x89PNG\r\n", "is a picture"),
    "a PDF": ("a.csv", lambda: b"%PDF-1.7", "is a PDF"),
    "a web page": ("a.xls", lambda: b"<html><table>", "is a web page"),
    "a workbook called CSV": ("a.csv", lambda: WHOLE, "is an .xlsx workbook, whatever its ending says"),
    "text called XLSX": ("a.xlsx", lambda: b"Board,Held by", "is text in columns, whatever its ending says"),
    "another ending": ("a.docx", lambda: WHOLE, "has the ending '.docx'"),
    "no ending": ("members", lambda: WHOLE, "has no ending"),
    "NUL": ("a.csv", lambda: b"Board,Held by\nA\0,B", "NUL character in line 2"),
    "too large": ("a.csv", lambda: b"a,b\n" * 6_300_000, "has 25.2 MB"),
    "many rows": ("a.csv", lambda: b"a,b\n" * 101_000, "has more than 100,500 rows"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_in_one_sentence_within_two_seconds(case: str) -> None:
    name, made, said = BAD[case]
    raw = made()
    start = time.process_time()
    with pytest.raises(Unreadable) as refused:
        sheets_of(name, raw)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert time.process_time() - start < 2


def test_a_million_empty_rows_are_none() -> None:
    (sheet,) = sheets_of("a.xlsx", rows_of_nothing(1_000_000))
    assert sheet.rows == ()


def test_the_process_that_reads_stays_within_its_memory() -> None:
    measuring = "import resource,subprocess,sys; subprocess.run(sys.argv[1:], input=sys.stdin.buffer.read(), capture_output=True); used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)"
    reader = Path(sys.modules[sheets_of_workbook.__module__].__file__ or "").with_name("workbook_reader.py")
    for raw in (far_away("XFD1048576"), far_away("Z1048576")):
        done = subprocess.run(
            [sys.executable, "-c", measuring, sys.executable, "-P", str(reader), "5000", "100", "4000"],
            input=raw,
            capture_output=True,
            check=True,
        )
        megabytes, seconds = map(float, done.stdout.split())
        assert megabytes < 300
        assert seconds <= 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_text_is_read_in_any_encoding_with_any_separator(encoding: str, separator: str) -> None:
    (sheet,) = sheets_of("list.csv", SHEET.replace(";", separator).encode(encoding))
    assert [row.texts for row in sheet.rows] == [("Board", "Held by"), ("Ältestenrat", "José Å")]


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_workbooks_are_read_alike(ending: str) -> None:
    """Written by other programs: xlwt and odfpy."""
    (sheet,) = sheets_of(f"seats.{ending}", (Path(__file__).parent / f"seats.{ending}").read_bytes())
    assert [row.texts for row in sheet.rows[:3]] == [
        ("Board", "Seat", "Held by", "From", "Term ends"),
        ("Carers Forum", "Chair", "José Núñez", "2009-03-01", "2012"),
        ("", "Member", "VACANT"),
    ]
    if (
        ending == "xls"
    ):  # of cells that are merged in ODS nothing is told: the rows below have the name above all the same
        assert [row.texts[0] for row in sheet.rows[3:]] == ["Adults Forum", "Adults Forum"]


def test_a_formula_is_text() -> None:
    (sheet,) = sheets_of("list.csv", b'Board,Held by\n=HYPERLINK("http://x.example"),"=1+1"\n')
    assert sheet.rows[1].texts[1] == "=1+1"


def test_a_hidden_sheet_is_known_as_one() -> None:
    book = Workbook()
    book.worksheets[0].append(["Board"])
    book.create_sheet("Old").append(["Seat"])
    book.worksheets[1].sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    assert [(sheet.name, sheet.hidden) for sheet in sheets_of("a.xlsx", content.getvalue())] == [
        ("Sheet", False),
        ("Old", True),
    ]


def test_columns_are_named_as_in_spreadsheets() -> None:
    assert [letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


def test_rows_keep_their_numbers() -> None:
    (sheet,) = sheets_of("a.xlsx", workbook(("S", [[], ["", "Board"], [], ["", "A"]])))
    assert [(row.number, row.texts) for row in sheet.rows] == [(2, ("", "Board")), (4, ("", "A"))]
