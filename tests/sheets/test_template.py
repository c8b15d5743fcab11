"""The workbook to fill in: it imports as it is, and says in its cells what belongs there."""

import io
from pathlib import Path

import openpyxl

from app.exchange.sheets.template import NAME, template
from tests.commands import in_process
from tests.sheets.drafts import drafted, holders, problems


def test_it_imports_as_it_is() -> None:
    assert problems(template()) == []
    draft = drafted(template())
    posts = draft.place_file.posts
    assert [(post.label or post.role.value, holders(post)) for post in posts] == [
        ("chair", ["jo-smith"]),
        ("vice_chair", ["al-jones", "(di-ray)"]),
        ("Carers' representative", ["ann-lee", "bo-hill", "(di-ray)"]),
        ("member", []),
        ("observer", ["cy-fox"]),
    ]
    assert [post.heldAs for post in posts] == [None, None, "jointly", None, None]
    assert posts[0].holders[0].since == "2025-05-14"
    (meeting,) = draft.place_file.meetings
    assert (meeting.date, meeting.venue, len(meeting.attendance)) == ("2026-01-22", "Town Hall", 4)
    assert draft.notes == [
        "Sheet How to fill this in is not read: it has no row of headings such as Board, Seat, Held by."
    ]


def test_its_cells_say_what_belongs_there_and_offer_words() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    seats = book["Seats"]
    assert all(seats.cell(1, column).comment for column in range(1, seats.max_column + 1))
    lists = {str(each.sqref): each.formula1 for each in seats.data_validations.dataValidation}
    assert lists["G2:G501"] == '"Voting,Non-voting"'


def test_it_is_always_the_same_file() -> None:
    assert template() == template()


def test_the_command_writes_it_once(tmp_path: Path) -> None:
    done = in_process(["template", f"--output={tmp_path}"], {"COLUMNS": "300"})
    assert (done.exit_code, (tmp_path / NAME).read_bytes() == template()) == (0, True)
    again = in_process(["template", f"--output={tmp_path}"], {"COLUMNS": "300"})
    assert again.exit_code == 1
    assert "is there already: choose another name, or add --overwrite." in again.output
    assert in_process(["template", f"--output={tmp_path}", "--overwrite"], {}).exit_code == 0
