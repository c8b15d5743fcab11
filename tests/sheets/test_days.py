"""A sheet of who came to many meetings: a row for each person, a column for each day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from app.exchange import place_format as form
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.columns import columns_seen
from app.exchange.sheets.formats import sheets_of
from tests.sheets.drafts import drafted, problems
from tests.sheets.officers import workbook
from tests.sheets.test_meetings import came

TITLE = "Health & Wellbeing Board – attendance 2025/26"
HEADINGS = ("Member", "Organisation", date(2025, 6, 12), "18 Sept 2025", "20/11/2025", "Total", "%")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("Cllr Penny Hale (Ch)", "Vale Council", "P", "P", "✓", 3, 1.0),
    ("Dr Sanjay Rao", "Vale ICB", "P", "Ap", "S - Dr Liz Finch", 1, 0.33),
    ("Obi Nwosu", "Community Action", "p", "Sub (Kit Sorrel)", "", 1, 0.33),
    ("Jean Park", "Community Action", "Apols", "S: Kit Sorrel", "Ab", 0, 0),
    ("Carers' rep", "vacant", "-", "n/a", "-", "", ""),
    ("Total present", "", 3, 1, 1, "", ""),
)


def grid(
    *rows: Sequence[Any],
    above: Sequence[Sequence[Any]] = ((TITLE,), ()),
    name: str = "Sheet1",
    headings: Any = HEADINGS,
) -> bytes:
    return workbook((name, [*above, headings, *rows]))


def by_day(meetings: Sequence[form.Meeting]) -> dict[str | None, list[str]]:
    return {it.date: [each.partition(" of ")[0] for each in came(it)] for it in meetings}


def test_each_day_is_a_meeting_and_each_cell_says_how_somebody_came() -> None:
    assert problems(grid(*ROWS)) == []
    draft = drafted(grid(*ROWS))
    assert {it.organization for it in draft.place_file.meetings} == {"health-wellbeing-board"}
    assert by_day(draft.place_file.meetings) == {
        "2025-06-12": ["penny-hale present", "sanjay-rao present", "obi-nwosu present", "jean-park apologies"],
        "2025-09-18": [
            "penny-hale present",
            "sanjay-rao apologies",
            "kit-sorrel deputising for obi-nwosu",
            "kit-sorrel deputising for jean-park",
        ],
        "2025-11-20": ["penny-hale present", "liz-finch deputising for sanjay-rao"],
    }
    assert [person.name for person in draft.place_file.people] == [
        "Penny Hale",
        "Sanjay Rao",
        "Obi Nwosu",
        "Jean Park",
        "Kit Sorrel",
        "Liz Finch",
    ]
    told = [note for note in draft.notes if "not read" in note or "not recorded" in note]
    assert told == [
        "Sheet Sheet1: the columns Total and % are not read.",
        "Row 9 is not read: it begins with 'Total present'.",
        "Jean Park was not there and sent no apologies, which is not recorded.",
    ]


def test_the_same_sheet_twice_changes_nothing() -> None:
    before = drafted(grid(*ROWS)).place_file
    again = drafted(grid(*ROWS), on=before)
    assert (again.place_file, again.new) == (before, [])


@pytest.mark.parametrize(
    ("above", "name", "beside"),
    [
        ([["Board", "Carers Forum"]], "Sheet1", Beside()),
        ([["Meeting:", "Carers Forum"]], "Sheet1", Beside()),
        ([], "Carers Forum", Beside()),
        ([], "Sheet1", Beside(board="Carers Forum")),
    ],
)
def test_whose_meetings_they_are_stands_above_on_the_sheet_s_tab_or_beside(
    above: list[list[str]], name: str, beside: Beside
) -> None:
    meetings = drafted(grid(*ROWS, above=above, name=name), beside=beside).place_file.meetings
    assert [it.organization for it in meetings] == ["carers-forum"] * 3


def test_a_substitute_whom_nobody_names_and_a_day_on_which_nobody_came_are_told() -> None:
    draft = drafted(grid(("Penny Hale", "", "P", "S", "")))
    assert by_day(draft.place_file.meetings) == {"2025-06-12": ["penny-hale present"], "2025-09-18": []}
    assert "Sheet Sheet1, D4: somebody came for Penny Hale, and nobody says who: that is not recorded." in draft.notes
    assert "Nobody is said to have come on 20/11/2025: no meeting is recorded of that day." in draft.notes


def test_a_cell_that_nobody_understands_is_told_with_its_day() -> None:
    (found,) = problems(grid(("Penny Hale", "", "P", "late", "")))
    assert found.startswith(
        "members.xlsx: sheet Sheet1, D4: 18 Sept 2025: found 'late'; expected Present, Apologies, Deputy for"
    )


def test_the_columns_of_days_are_shown_as_such() -> None:
    seen = columns_seen(sheets_of("a.xlsx", grid(*ROWS)), Beside())
    assert [(it.read_as, it.doubtful) for it in seen] == [
        ("Name", False),
        ("For", False),
        *[("Who came on this day", False)] * 3,
        ("-", True),
        ("-", True),
    ]


def test_a_column_of_names_that_is_chosen_is_enough() -> None:
    raw = grid(*ROWS, headings=("Wer", "Organisation", *HEADINGS[2:]))
    with pytest.raises(Unreadable):
        drafted(raw)
    chosen = Beside(columns=(("Wer", "Name"),))
    assert len(drafted(raw, beside=chosen).place_file.meetings) == 3


def test_dates_of_seats_head_nothing() -> None:
    """A row that says Member and two dates is a seat like the others."""
    rows = [["Board", "Seat", "From", "Term ends"], ["Carers Forum", "Member", "01/03/2009", "31/12/2010"]]
    rows += [["Carers Forum", "Member", "01/03/2009", "31/12/2010"]]
    draft = drafted(workbook(("S", rows)))
    assert (len(draft.place_file.posts), draft.place_file.meetings) == (2, [])
    with pytest.raises(Unreadable):
        drafted(
            workbook(("S", [["Member", "Jo Smith", "01/03/2009", "2012-05-01"], ["Chair", "Al Jones", "2009", ""]]))
        )
