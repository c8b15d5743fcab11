"""What the marks of an attendance sheet mean: by its own key, by those beside them, or asked."""

from datetime import date
from typing import Any

import pytest

from app.domain.vocabulary import AttendanceKind
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.marks import marks_told
from tests.sheets.drafts import drafted, problems
from tests.sheets.officers import workbook
from tests.sheets.test_days import by_day

TITLE = "Carers Board – who came, 2026"
HEADINGS = ("Name", date(2026, 1, 22), date(2026, 3, 19))
KEY = "✓ = came   apols = sent apologies   sub = a substitute came   x = did not come, no apology"


def grid(*rows: tuple[Any, ...], title: str = TITLE) -> bytes:
    return workbook(("Attendance", [(title,), (), HEADINGS, *rows]))


def test_a_key_below_the_table_says_what_marks_mean() -> None:
    raw = grid(("Di Ray", "✓", "x"), ("Al Jones", "x", "apols"), (), (KEY,))
    assert problems(raw) == []
    assert by_day(drafted(raw).place_file.meetings) == {
        "2026-01-22": ["di-ray present"],
        "2026-03-19": ["al-jones apologies"],
    }
    assert not any("stands alone" in note for note in drafted(raw).notes)


def test_a_key_in_cells_above_the_table_comes_before_what_we_take_marks_for() -> None:
    raw = workbook(
        ("Sheet", [("Carers Board",), ("Key:", "P = apologies", "V = joined online"), HEADINGS, ("Di Ray", "P", "V")])
    )
    assert by_day(drafted(raw).place_file.meetings) == {
        "2026-01-22": ["di-ray apologies"],
        "2026-03-19": ["di-ray present"],
    }


def test_a_row_of_the_table_is_no_key() -> None:
    assert marks_told(["Di Ray", "P = present"]) == {}
    assert marks_told(["We meet at 2 = 14.00"]) == {}
    assert marks_told(["Legend: A = apologies; - = absent"]) == {"a": AttendanceKind.APOLOGIES, "-": None}
    assert marks_told(["S = substitute came"]) == {}


def test_an_x_beside_ticks_means_that_somebody_was_not_there_and_alone_that_they_were() -> None:
    beside = drafted(grid(("Di Ray", "✓", "x"), ("Al Jones", "x", "✓")))
    assert by_day(beside.place_file.meetings) == {"2026-01-22": ["di-ray present"], "2026-03-19": ["al-jones present"]}
    assert "Sheet Attendance, C4: beside ticks, x is read as: was not there." in beside.notes
    alone = drafted(grid(("Di Ray", "x", "x"), ("Al Jones", "A", "x")))
    assert by_day(alone.place_file.meetings) == {
        "2026-01-22": ["di-ray present", "al-jones apologies"],
        "2026-03-19": ["di-ray present", "al-jones present"],
    }


def test_an_x_beside_another_word_for_having_come_is_asked_about() -> None:
    (told,) = problems(grid(("Di Ray", "P", "x"), ("Al Jones", "x", "P")))
    assert "C4: 2026-03-19: found 'x'; expected a mark that says one thing" in told
    assert "'x = absent' or 'x = present'" in told
    raw = grid(("Di Ray", "P", "x"), ("Al Jones", "x", "P"), ("x = present",))
    assert problems(raw) == []
    assert len(by_day(drafted(raw).place_file.meetings)["2026-03-19"]) == 2


def test_a_column_that_is_ticked_is_read_alike() -> None:
    raw = workbook(
        ("Sheet", [("Board: Carers Board",), ("Date: 22 January 2026",), ("Name", "Present", "Apologies"),
                   ("Di Ray", "✓", ""), ("Al Jones", "x", ""), ("Cy Fox", "", "x")])
    )  # fmt: skip
    assert by_day(drafted(raw).place_file.meetings) == {"2026-01-22": ["di-ray present", "cy-fox apologies"]}


@pytest.mark.parametrize("title", [TITLE, "Carers Board, attendance 2026", "Carers Board: attendance register 2025/26"])
def test_a_title_names_the_body_without_what_the_list_is(title: str) -> None:
    draft = drafted(grid(("Di Ray", "✓", "✓"), title=title))
    assert [it.name for it in draft.place_file.organizations] == ["Carers Board"]


def test_the_body_that_is_said_beside_a_sheet_comes_before_its_title() -> None:
    draft = drafted(grid(("Di Ray", "✓", "✓")), beside=Beside(board="Vale Carers Board"))
    assert [it.name for it in draft.place_file.organizations] == ["Vale Carers Board"]
    assert "Sheet Attendance, A1: 'Carers Board' is passed over, as you said the body." in draft.notes


def test_a_tick_leaves_it_that_somebody_was_there_as_a_guest_and_a_word_changes_it() -> None:
    raw = grid(("Di Ray", "✓", "✓"))
    before = drafted(raw).place_file
    meeting = before.meetings[0]
    guest = meeting.attendance[0].model_copy(update={"as_": AttendanceKind.IN_ATTENDANCE})
    meetings = [meeting.model_copy(update={"attendance": [guest]}), before.meetings[1]]
    recorded = before.model_copy(update={"meetings": meetings})
    assert drafted(raw, on=recorded).place_file == recorded
    word = workbook(
        ("S", [("Board: Carers Board",), ("Date: 22 January 2026",), ("Name", "Status"), ("Di Ray", "Present")])
    )
    assert drafted(word, on=recorded).place_file.meetings[0].attendance[0].as_ is AttendanceKind.PRESENT
