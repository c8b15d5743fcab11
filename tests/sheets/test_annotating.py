"""A spreadsheet comes back with what is wrong with it at its cells, and nothing in it runs."""

import io

import openpyxl
import pytest

from app.exchange.incoming.annotating import annotated_file, annotated_name
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.checking import checked_sheet
from tests.sheets.drafts import AREAS, drafted, problems
from tests.sheets.officers import OLDER, seats

RAW = seats(
    (OLDER, "Chair", "Tina", "", "", "Voting", "", "", "", "", '=HYPERLINK("http://x.example","click")'),
    (OLDER, "Secretary", "Al Jones", "", "", "perhaps", "", "", "soon"),
)


def returned(raw: bytes, name: str = "members.xlsx") -> openpyxl.Workbook:
    draft = drafted(raw, name=name)
    checked = checked_sheet(name, draft.place_file, draft.spots, AREAS, [], most=10_000)
    return openpyxl.load_workbook(io.BytesIO(annotated_file(name, raw, [*draft.problems, *checked.problems])))


def test_each_reason_is_a_comment_at_its_cell_which_is_coloured() -> None:
    book = returned(RAW)
    sheet = book["Seats"]
    commented = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert sorted(commented) == ["C2", "F3", "I3"]
    assert "expected a person's first name and surname" in commented["C2"]
    coloured = {cell.coordinate for row in sheet for cell in row if cell.fill.fgColor.rgb == "FFF8CBAD"}
    assert coloured == set(commented)
    assert [sheet.cell(1, column).value for column in (1, 2, 3)] == ["Board", "Seat", "Held by"]
    listed = [[cell.value for cell in row] for row in book["To put right"]]
    assert listed[0] == ["Where", "Cell", "Reason"]
    assert [row[:2] for row in listed[1:]] == [["Seats", "C2"], ["Seats", "F3"], ["Seats", "I3"]]


def test_nothing_in_it_is_a_formula() -> None:
    raw = b'Board,Held by,Notes\nForum,Tina,"=HYPERLINK(""http://x.example"")"\nForum,Al Jones,@SUM(1)\n'
    book = returned(raw, "members.csv")
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(cell.value == '=HYPERLINK("http://x.example")' for cell in cells)
    assert not any(cell.hyperlink for cell in cells)


def test_put_right_it_imports_and_its_list_of_reasons_is_passed_over() -> None:
    book = returned(RAW)
    sheet = book["Seats"]
    sheet["C2"], sheet["F3"], sheet["I3"] = "Tina Tully", "Voting", "2026-03"
    content = io.BytesIO()
    book.save(content)
    assert problems(content.getvalue()) == []
    draft = drafted(content.getvalue())
    assert [post.role for post in draft.place_file.posts] == ["chair", "secretary"]
    again = openpyxl.load_workbook(io.BytesIO(annotated_file("members.xlsx", content.getvalue(), [])))
    assert again.sheetnames == ["To put right", "Seats"]
    assert [cell.comment for row in again["Seats"] for cell in row if cell.comment] == []


def test_a_file_without_cells_does_not_come_back() -> None:
    with pytest.raises(Unreadable, match="is no spreadsheet"):
        annotated_file("a.json", b'{"persons": []}', [])


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("members.xlsx", "members-reasons.xlsx"),
        ('a"b\r\n.csv', "a-b-reasons.xlsx"),
        ("Übersicht", "bersicht-reasons.xlsx"),
    ],
)
def test_its_name_is_one_that_any_system_takes(name: str, called: str) -> None:
    assert annotated_name(name) == called
