"""Tables as files: what is written is what a spreadsheet shows, and nothing in it runs."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tables import Table, as_csv, as_xlsx

HOSTILE = ["=HYPERLINK('http://x')", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def parts(content: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        written = {name: book.read(name) for name in book.namelist() if name.endswith(".xml")}
    return {name: ElementTree.fromstring(content) for name, content in written.items()}  # noqa: S314 (our own file)


def test_csv_holds_headings_and_rows_and_opens_as_utf_8() -> None:
    content = as_csv(Table("Seats", ("Body", "Seats"), [("Café “Ω”, the\nsecond", 3), ("B", None)]))
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [["Body", "Seats"], ["Café “Ω”, the\nsecond", "3"], ["B", ""]]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert read_csv(as_csv(Table("T", ("A",), [(text,)])))[1] == [f"'{text}"]
    sheet = parts(as_xlsx([Table("T", ("A",), [(text,)])]))["xl/worksheets/sheet1.xml"]
    assert not list(sheet.iter(f"{SPACE}f"))
    assert {cell.get("t") for cell in sheet.iter(f"{SPACE}c")} == {"s"}


def test_negative_numbers_stay_numbers() -> None:
    assert read_csv(as_csv(Table("T", ("A",), [(-3,)])))[1] == ["-3"]


@given(st.lists(st.text(max_size=40), max_size=3))
def test_a_workbook_has_a_sheet_a_table_whatever_their_titles(titles: list[str]) -> None:
    tables = [Table(title, ("A",), [("x",)]) for title in ["", *titles]]
    names = [sheet.get("name") or "" for sheet in parts(as_xlsx(tables))["xl/workbook.xml"].iter(f"{SPACE}sheet")]
    assert len(names) == len(tables)
    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 for name in names)


def test_a_workbooks_texts_are_what_was_given() -> None:
    shared = parts(as_xlsx([Table("T", ("A",), [("http://x.example",), ("12",)])]))["xl/sharedStrings.xml"]
    assert ["".join(item.itertext()) for item in shared.iter(f"{SPACE}si")] == ["A", "http://x.example", "12"]
