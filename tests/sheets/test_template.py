"""The workbook to fill in: it imports as it is, and says in its cells what belongs there."""

import io
from pathlib import Path

import openpyxl

from app.domain.facts import NODE_LABELS
from app.exchange.incoming.incoming import read_incoming
from app.exchange.incoming.tables import workbook_in
from app.exchange.sheets.template import NAME, template
from app.exchange.tabled.kinds import table_kinds
from app.exchange.tabled.template import FULL_NAME, full_template
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


def test_the_full_one_has_a_sheet_for_every_sort_of_entry_with_an_example_that_is_right() -> None:
    book = openpyxl.load_workbook(io.BytesIO(full_template()))
    kinds = [kind for kind in table_kinds() if not kind.inner]
    for kind in kinds:
        sheet = book[kind.title]
        assert sheet.max_row > 1, kind.title
        assert all(sheet.cell(1, column).comment for column in range(1, sheet.max_column + 1)), kind.title
        offered = {str(each.sqref) for each in sheet.data_validations.dataValidation}
        chosen = sum(1 for column in kind.columns if column.words and not column.is_list)
        assert len(offered) == chosen, kind.title
    assert book["Words"].sheet_state == "hidden"
    assert "borough" not in {cell.value for cell in book["Words"]["A"]}
    found = read_incoming(workbook_in(FULL_NAME, full_template()), 10_000, {}, {}).checked({})
    assert (found.problems, found.doubts) == ([], [])
    labels = {node.label for node in found.facts.nodes}
    assert labels == set(NODE_LABELS)


def test_the_command_writes_the_full_one(tmp_path: Path) -> None:
    done = in_process(["template", "--full", f"--output={tmp_path}"], {"COLUMNS": "300"})
    assert (done.exit_code, (tmp_path / FULL_NAME).read_bytes() == full_template()) == (0, True)
    assert f"partnerships import {FULL_NAME} --preview" in done.output
