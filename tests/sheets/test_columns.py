"""What columns mean, where their headings do not say so or two say the same: somebody chooses."""

import io

import openpyxl
import pytest

from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.columns import columns_seen
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.headings import chosen_in
from tests.sheets.drafts import drafted, holders, seats_of
from tests.sheets.officers import workbook

ODD = b"Gremium;Wer;Rolle;Farbe\nCarers Forum;Jo Smith;Chair;red\nCarers Forum;Al Jones;Member;blue\n"
TWO = b"Board,Seat,Name,Representative\nCarers Forum,Chair,Jo Smith,Al Jones\n"


def seen(raw: bytes, *chosen: tuple[str, str]) -> list[tuple[str, str, bool]]:
    found = columns_seen(sheets_of("a.csv", raw), Beside(columns=chosen))
    return [(it.heading, it.read_as, it.doubtful) for it in found]


def test_a_column_of_standings_is_not_taken_for_one_of_stand_ins() -> None:
    raw = b"Board,Member,Standing,Stand-in\nCarers Board,Jo Smith,Statutory,Al Fox\n"
    assert seen(raw)[1:] == [("Member", "Held by", False), ("Standing", "-", True), ("Stand-in", "Deputy", False)]


def test_headings_that_nobody_understands_are_shown_with_their_values_and_read_as_chosen() -> None:
    with pytest.raises(Unreadable, match="no row of headings"):
        drafted(ODD, name="a.csv")
    columns = columns_seen(sheets_of("a.csv", ODD), Beside())
    assert [(it.letter, it.heading, it.samples) for it in columns] == [
        ("A", "Gremium", ("Carers Forum",)),
        ("B", "Wer", ("Jo Smith", "Al Jones")),
        ("C", "Rolle", ("Chair", "Member")),
        ("D", "Farbe", ("red", "blue")),
    ]
    assert all(it.doubtful and it.read_as == "-" for it in columns)
    chosen = (("Gremium", "Board"), ("wer", "Held by"), ("Rolle", "seat"), ("Farbe", "-"))
    assert seen(ODD, *chosen) == [
        ("Gremium", "Board", False),
        ("Wer", "Held by", False),
        ("Rolle", "Seat", False),
        ("Farbe", "-", False),
    ]
    draft = drafted(ODD, name="a.csv", beside=Beside(columns=chosen))
    assert {name: holders(post) for name, post in seats_of(draft).items()} == {
        "carers-forum: chair": ["jo-smith"],
        "carers-forum: member": ["al-jones"],
    }


def test_two_columns_that_say_the_same_are_told_and_the_other_may_be_chosen() -> None:
    draft = drafted(TWO, name="a.csv")
    assert holders(draft.place_file.posts[0]) == ["jo-smith"]
    assert "Representative and Name may both be Held by: Name is read as it." in draft.notes
    assert seen(TWO)[2:] == [("Name", "Held by", False), ("Representative", "-", True)]
    chosen = (("Representative", "Held by"),)
    draft = drafted(TWO, name="a.csv", beside=Beside(columns=chosen))
    assert holders(draft.place_file.posts[0]) == ["al-jones"]
    assert seen(TWO, *chosen)[2:] == [("Name", "-", True), ("Representative", "Held by", False)]


def test_a_column_that_is_understood_may_be_left_out() -> None:
    draft = drafted(TWO, name="a.csv", beside=Beside(columns=(("Seat", "-"),)))
    assert [post.role for post in draft.place_file.posts] == ["member"]


def test_what_is_chosen_for_one_sheet_leaves_the_others_as_they_are() -> None:
    raw = workbook(
        ("Odd", [("Gremium", "Wer"), ("Carers Forum", "Jo Smith")]),
        ("Plain", [("Board", "Held by"), ("Older People's Forum", "Al Jones")]),
    )
    draft = drafted(raw, beside=Beside(columns=(("Gremium", "Board"), ("Wer", "Held by"))))
    assert sorted(seats_of(draft)) == ["carers-forum: member", "older-people-s-forum: member"]


def test_what_no_column_says_is_refused() -> None:
    with pytest.raises(ValueError, match="'Colour' is nothing that a column says: expected Board, Seat"):
        chosen_in([("Farbe", "Colour")])


def test_a_meeting_may_be_chosen_too() -> None:
    raw = workbook(
        ("Meeting", [("Board", "Carers Forum"), ("Date", "2026-01-22"), ("Wer", "Wie"), ("Jo Smith", "Present")])
    )
    draft = drafted(raw, beside=Beside(columns=(("Wer", "Name"), ("Wie", "Present / Apologies / Deputy for"))))
    assert [it.person for it in draft.place_file.meetings[0].attendance] == ["jo-smith"]


def test_the_project_still_writes_what_it_reads() -> None:
    """A sheet that is hidden has no columns to choose."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Board", "Held by"])
    book.create_sheet("Old").append(["Gremium", "Wer"])
    book.worksheets[1].sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    assert [it.heading for it in columns_seen(sheets_of("a.xlsx", content.getvalue()), Beside())] == [
        "Board",
        "Held by",
    ]


BARE = b"Bromley Council,Cllr Meg Holt,Cllr Tom Pike,Yes\nBromley Police,Supt Kay Doyle,,Yes\nYouth Voice,Ellie Marsh,,No\n"


def test_a_sheet_without_headings_is_read_from_its_first_row_on() -> None:
    columns = columns_seen(sheets_of("a.csv", BARE), Beside())
    assert [(it.heading, it.read_as, it.doubtful) for it in columns] == [
        ("Column A", "-", True),
        ("Column B", "-", True),
        ("Column C", "-", True),
        ("Column D", "-", True),
    ]
    assert columns[0].samples == ("Bromley Council", "Bromley Police", "Youth Voice"), "with what stands in row 1"
    chosen = (("Column A", "Speaks for"), ("Column B", "Held by"), ("Column C", "Deputy"), ("Column D", "Vote"))
    assert seen(BARE, *chosen)[1] == ("Column B", "Held by", False)
    draft = drafted(BARE, name="a.csv", beside=Beside(board="Carers Forum", columns=chosen))
    assert not draft.problems
    assert [holders(post) for post in draft.place_file.posts] == [
        ["meg-holt", "(tom-pike)"],
        ["kay-doyle"],
        ["ellie-marsh"],
    ]


def test_a_row_that_only_what_is_chosen_makes_headings_is_told() -> None:
    draft = drafted(ODD, name="a.csv", beside=Beside(columns=(("Gremium", "Board"), ("Wer", "Held by"))))
    assert "Row 1 is read as headings, since you chose what its columns say." in draft.notes
