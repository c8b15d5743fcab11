"""Whom a seat is for, and whose seats a list has: columns of bodies, titles, lines between the rows."""

from typing import Any

import pytest

from app.exchange.sheets.asking import Beside
from app.exchange.sheets.columns import columns_seen
from app.exchange.sheets.formats import sheets_of
from tests.sheets.drafts import drafted, holders, problems
from tests.sheets.officers import workbook

HEADINGS = ("Organisation", "Member", "Position", "Notes")
TITLE = "Marshby Wellbeing Partnership – membership 2026/27"
ROWS: tuple[tuple[Any, ...], ...] = (
    (TITLE,),
    ("As agreed at the annual meeting on 14 May 2026.",),
    (),
    HEADINGS,
    ("Section 1 – Council members",),
    ("Marshby Council", "Cllr Meg Holt", "Chair"),
    ("Marshby Council", "VACANT", "Member"),
    ("Section 2 – Other public bodies",),
    ("Marshby Police", "Kay Doyle", "Member"),
)


def listed(*rows: tuple[Any, ...]) -> bytes:
    return workbook(("Membership", rows))


def told(raw: bytes, **beside: Any) -> list[tuple[str, list[str], list[str]]]:
    draft = drafted(raw, beside=Beside(**beside))
    assert not draft.problems
    return [
        (post.on, [link.organization for link in post.onBehalfOf], holders(post)) for post in draft.place_file.posts
    ]


def test_a_column_of_organisations_is_whom_the_seats_are_for_and_the_title_names_their_body() -> None:
    assert told(listed(*ROWS)) == [
        ("marshby-wellbeing-partnership", ["marshby-council"], ["meg-holt"]),
        ("marshby-wellbeing-partnership", ["marshby-council"], []),
        ("marshby-wellbeing-partnership", ["marshby-police"], ["kay-doyle"]),
    ]
    draft = drafted(listed(*ROWS))
    assert not any(person.worksFor for person in draft.place_file.people)
    notes = " ".join(draft.notes)
    assert "Organisation is read as whom each seat is for (Speaks for)" in notes
    assert "A5: 'Section 1 – Council members' stands alone, and is not read" in notes
    assert "A8: 'Section 2 – Other public bodies' stands alone, and is not read" in notes


def test_whoever_says_that_people_work_there_is_believed() -> None:
    chosen = (("Organisation", "Organisation"),)
    assert [groups for _, groups, _ in told(listed(*ROWS), columns=chosen)] == [[], [], []]
    draft = drafted(listed(*ROWS), beside=Beside(columns=chosen))
    assert [[work.organization for work in person.worksFor] for person in draft.place_file.people] == [
        ["marshby-council"],
        ["marshby-police"],
    ]
    assert "Speaks for" not in " ".join(draft.notes)


@pytest.mark.parametrize("heading", ["Employer", "Works for", "Employing organisation", "Company"])
def test_a_heading_that_says_that_people_work_there_is_believed(heading: str) -> None:
    rows = [(heading if cell == "Organisation" else cell for cell in row) for row in ROWS]
    assert [groups for _, groups, _ in told(listed(*map(tuple, rows)))] == [[], [], []]


def test_beside_a_column_of_those_whom_seats_are_for_the_organisation_is_whom_people_work_for() -> None:
    draft = drafted(
        listed(("Board", "Member", "Organisation", "Speaks for"), ("Forum", "Jo Smith", "Mind", "Older people"))
    )
    assert [link.organization for link in draft.place_file.posts[0].onBehalfOf] == ["older-people"]
    assert [work.organization for work in draft.place_file.people[0].worksFor] == ["mind"]


def test_an_unsure_column_is_to_be_looked_at_until_somebody_chose() -> None:
    def seen(*chosen: tuple[str, str]) -> list[tuple[str, str, bool, bool]]:
        found = columns_seen(sheets_of("a.xlsx", listed(*ROWS)), Beside(columns=chosen))
        return [(it.heading, it.read_as, it.doubtful, it.unsure) for it in found][:2]

    assert seen() == [("Organisation", "Speaks for", True, True), ("Member", "Held by", False, False)]
    for word in ("Speaks for", "Organisation"):
        assert seen(("Organisation", word))[0] == ("Organisation", word, False, False)


def test_the_body_that_is_given_holds_before_all_but_a_column_of_boards() -> None:
    assert {board for board, _, _ in told(listed(*ROWS), board="Carers Forum")} == {"carers-forum"}
    untitled = listed(HEADINGS, ("Bromley Council",), ("Mind", "Jo Smith", "Chair"))
    assert {board for board, _, _ in told(untitled)} == {"bromley-council"}
    assert {board for board, _, _ in told(untitled, board="Carers Forum")} == {"carers-forum"}
    column = listed(("Board", "Member"), ("Older People's Forum", "Jo Smith"))
    assert {board for board, _, _ in told(column, board="Carers Forum")} == {"older-people-s-forum"}


@pytest.mark.parametrize(
    "title",
    [TITLE, "Membership of the Marshby Wellbeing Partnership", "Members of Marshby Wellbeing Partnership 2026/27"],
)
def test_a_title_of_a_list_of_members_names_the_body_before_any_line_below(title: str) -> None:
    raw = listed((title,), HEADINGS, ("Marshby Council",), ("Marshby Council", "Meg Holt", "Chair"))
    assert [board for board, _, _ in told(raw)] == ["marshby-wellbeing-partnership"]


def test_a_line_that_names_a_group_of_members_is_no_body() -> None:
    raw = listed(HEADINGS, ("Council members",), ("Marshby Council", "Meg Holt", "Chair"))
    assert "expected a board" in " ".join(problems(raw))


def test_lines_still_name_the_boards_of_a_list_of_several() -> None:
    raw = listed(
        ("Bromley Council",),
        HEADINGS,
        ("Carers Forum",),
        ("Mind", "Jo Smith", "Chair"),
        ("Health Board",),
        ("Mind", "Al Jones", "Chair"),
    )
    assert [board for board, _, _ in told(raw)] == ["carers-forum", "health-board"]
