"""An officer's sheet of a meeting: who was there, who sent apologies, and who stood in for whom."""

from collections.abc import Sequence
from typing import Any

import pytest

from app.exchange import place_format as form
from app.exchange.sheets.asking import Beside
from tests.sheets.drafts import drafted, problems
from tests.sheets.officers import OLDER, workbook

HEADINGS = ("Name", "For", "Present / Apologies / Deputy for")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("Cllr Jo Smith", "London Borough of Bromley", "Present"),
    ("Al Jones", "Council on Ageing", "Apologies"),
    ("Di Ray", "Council on Ageing", "Deputy for Al Jones"),
    ("Bo Hill", "", "In attendance"),
    ("Cy Fox", "Voluntary Sector Reference Group", "Deputy for Ann Lee and Dee Moon"),
)
ABOVE = (("Board", OLDER), ("Date:", "22 January 2010"), ("Venue: Town hall",), ())


def sheet(*rows: Sequence[Any], above: Sequence[Sequence[Any]] = ABOVE, headings: Sequence[str] = HEADINGS) -> bytes:
    return workbook(("Meeting", [*above, headings, *rows]))


def came(meeting: form.Meeting) -> list[str]:
    """Say how each was there, and for whom."""
    return [
        " ".join(filter(None, (it.person, it.as_.value, it.deputisingFor and f"for {it.deputisingFor}", it.for_ and f"of {it.for_}")))
        for it in meeting.attendance
    ]  # fmt: skip


def test_a_meeting_is_read_with_its_day_body_and_venue_from_the_lines_above() -> None:
    assert problems(sheet(*ROWS)) == []
    draft = drafted(sheet(*ROWS))
    (meeting,) = draft.place_file.meetings
    assert (meeting.organization, meeting.date, meeting.venue) == (
        "older-people-s-partnership-board",
        "2010-01-22",
        "Town hall",
    )
    assert came(meeting) == [
        "jo-smith present of london-borough-of-bromley",
        "al-jones apologies of council-on-ageing",
        "di-ray deputising for al-jones of council-on-ageing",
        "bo-hill in_attendance",
        "cy-fox deputising for ann-lee of voluntary-sector-reference-group",
        "cy-fox deputising for dee-moon of voluntary-sector-reference-group",
    ]
    assert (
        f"meeting: {OLDER}, 22 January 2010: present Jo Smith; apologies Al Jones; deputising Di Ray for Al Jones, Cy Fox for Ann Lee, Cy Fox for Dee Moon; in attendance Bo Hill"
        in draft.new
    )


def test_the_same_meeting_twice_changes_nothing() -> None:
    before = drafted(sheet(*ROWS)).place_file
    again = drafted(sheet(*ROWS), on=before)
    assert (again.place_file, again.new) == (before, [])


@pytest.mark.parametrize(
    ("above", "beside"),
    [
        ([["Older People's Partnership Board, 22 January 2010"]], Beside()),
        ([["Minutes of the Older People's Partnership Board held on 22 January 2010"]], Beside()),
        ([[OLDER], ["22/01/2010"]], Beside()),
        ([], Beside(board=OLDER, date="22 January 2010")),
    ],
)
def test_whose_meeting_it_is_and_when_may_stand_in_a_title_or_beside_the_sheet(
    above: list[list[str]], beside: Beside
) -> None:
    (meeting,) = drafted(sheet(*ROWS, above=above), beside=beside).place_file.meetings
    assert (meeting.organization, meeting.date) == ("older-people-s-partnership-board", "2010-01-22")


def test_columns_may_be_ticked_instead() -> None:
    headings = ("Member", "Organisation", "Present", "Apologies", "Deputy for")
    rows = (("Jo Smith", "", "x"), ("Al Jones", "", "", "Y"), ("Di Ray", "", "", "", "Al Jones"))
    (meeting,) = drafted(sheet(*rows, headings=headings)).place_file.meetings
    assert came(meeting) == ["jo-smith present", "al-jones apologies", "di-ray deputising for al-jones"]


def test_a_line_alone_says_how_those_below_it_were_there() -> None:
    rows = (("Present",), ("Jo Smith", "Bromley Mind"), ("Apologies",), ("Al Jones", "Bromley Mind"))
    (meeting,) = drafted(sheet(*rows)).place_file.meetings
    assert [it.as_ for it in meeting.attendance] == ["present", "apologies"]


def test_a_meeting_is_laid_over_the_recorded_one_and_nobody_is_lost() -> None:
    before = drafted(sheet(*ROWS[:2])).place_file
    draft = drafted(sheet(("Al Jones", "", "Present"), ("Bo Hill", "", "Present")), on=before)
    (meeting,) = draft.place_file.meetings
    assert came(meeting) == [
        "jo-smith present of london-borough-of-bromley",
        "al-jones present of council-on-ageing",
        "bo-hill present",
    ]
    assert [note for note in draft.notes if note.endswith("not in the sheet, and left: Jo Smith.")]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("Jo Smith", "", "late"),), "C6: Present / Apologies / Deputy for: found 'late'; expected Present, Apologies, Deputy for"),
        ((("Jo Smith", "Bromley Mind"),), "C6: Present / Apologies / Deputy for: expected how this person was there"),
        ((ROWS[0], ROWS[0]), "A7: Name: found 'Cllr Jo Smith'; expected each person once: row 6 has this one too"),
        ((("Jo", "", "Present"),), "A6: Name: found 'Jo'; expected a person's first name and surname"),
        ((("Jo Smith", "", "Deputy for Al"),), "C6: Present / Apologies / Deputy for: found 'Al'; expected a person's first name and surname"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told_at_its_cell(rows: tuple[tuple[str, ...], ...], said: str) -> None:
    (found,) = problems(sheet(*rows))
    assert found.startswith(f"members.xlsx: sheet Meeting, {said}")


def test_a_meeting_of_nobody_and_no_day_is_asked_about() -> None:
    found = problems(sheet(ROWS[0], above=()))
    assert [line.partition("expected ")[2][:21] for line in found] == ["whose meeting it is: ", "when it was: a line a"]


def test_several_meetings_stand_one_under_the_other() -> None:
    rows = [
        ["Carers Forum, 22 January 2010"],
        HEADINGS,
        ["Jo Smith", "", "Present"],
        [],
        ["Carers Forum, 12 March 2010"],
        HEADINGS,
        ["Jo Smith", "", "Apologies"],
    ]
    meetings = drafted(workbook(("Meetings", rows))).place_file.meetings
    assert [(it.date, came(it)) for it in meetings] == [
        ("2010-01-22", ["jo-smith present"]),
        ("2010-03-12", ["jo-smith apologies"]),
    ]
