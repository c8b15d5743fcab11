"""A list that is corrected and sent again: rows are the seats that they were, and what is assumed is told."""

from typing import Any

import pytest

from app.exchange import place_format as form
from app.exchange.sheets.asking import Beside
from tests.sheets.drafts import drafted, holders, problems
from tests.sheets.officers import workbook

HEADINGS = ("Member", "Position", "Deputy", "Since", "Notes", "Organisation")
WORKS = (("Organisation", "Organisation"),)
FIRE, COLLEGE, HOMES = "Marshby Fire Service", "Marshby College", "Marshby Homes"
ROWS: tuple[tuple[Any, ...], ...] = (
    ("Vacant", "Member", "", "", "Leader to nominate", "Marshby Council"),
    ("Vacant", "Member", "Ian Coote", "", "Recruiting", "Marshby Trust"),
    ("Paul Eccles", "Member", "", "2019", "", FIRE),
    ("Di Osei", "Member", "A. Whitlock", "2022", "", COLLEGE),
    ("Stu Bell", "Member", "Wendy Cho", "2020", "", HOMES),
)


def listed(*rows: tuple[Any, ...], **changed: tuple[Any, ...]) -> bytes:
    said = [changed.get(str(row[-1]).rpartition(" ")[2].lower(), row) for row in rows or ROWS]
    return workbook(("Seats", [("Marshby Partnership – membership",), HEADINGS, *said]))


CORRECTED = {
    "service": ("Grace Whit", "Member", "", "", "", FIRE),
    "homes": ("VACANT", "Member", "Wendy Cho", "", "", HOMES),
}


@pytest.mark.parametrize("columns", [(), WORKS])
@pytest.mark.parametrize("first", [(), WORKS])
def test_rows_of_one_name_stay_the_seats_that_they_were(
    first: tuple[tuple[str, str], ...], columns: tuple[tuple[str, str], ...]
) -> None:
    before = drafted(listed(), beside=Beside(columns=first)).place_file
    # The order of a file from the database: seats by their ids, so the tenth comes before the second.
    before = before.model_copy(update={"posts": [*reversed(before.posts)]})
    after = drafted(listed(**CORRECTED), on=before, beside=Beside(columns=columns, end="2026-03"))
    assert not after.problems
    assert len(after.place_file.posts) == len(ROWS)
    assert {tuple(holders(post)) for post in after.place_file.posts} == {
        (),
        ("(ian-coote)",),
        ("paul-eccles -2026-03", "grace-whit"),
        ("di-osei", "(a-whitlock)"),
        ("stu-bell -2026-03", "(wendy-cho)"),
    }
    assert [post.note for post in after.place_file.posts if post.holders == []] == ["Leader to nominate"]


def test_who_is_missing_is_asked_about_at_the_row_of_the_seat() -> None:
    before = drafted(listed()).place_file
    told = problems(listed(**CORRECTED), on=before)
    assert sorted(each.partition(": add ")[0].rpartition("sheet Seats, ")[2] for each in told) == [
        "A5: Member: Paul Eccles holds this seat in the record, and the sheet says otherwise",
        "A7: Member: Stu Bell holds this seat in the record, and the sheet says otherwise",
    ]


def plain(*rows: tuple[Any, ...]) -> bytes:
    return workbook(("Seats", [("Board", "Member", "Position", "Deputy", "Notes"), *rows]))


BOARD = "Marshby Partnership"
THREE = ((BOARD, "Al Fox", "Member"), (BOARD, "Bo Hale", "Member"), (BOARD, "Cy Moon", "Member"))


def test_as_many_rows_as_seats_are_the_same_in_their_order_and_that_is_told() -> None:
    before = drafted(plain(*THREE)).place_file
    raw = plain((BOARD, "Di Ray", "Member"), (BOARD, "Ed Stone", "Member"), THREE[2])
    after = drafted(raw, on=before, beside=Beside(replace=True))
    assert [holders(post) for post in after.place_file.posts] == [["di-ray"], ["ed-stone"], ["cy-moon"]]
    assert "Row 2 and row 3 have the same name and are for the same" in " ".join(after.notes)


def test_a_row_that_may_be_any_of_several_seats_is_refused_at_its_cell() -> None:
    before = drafted(plain(*THREE)).place_file
    raw = plain(THREE[2], (BOARD, "Di Ray", "Member"))
    (told,) = problems(raw, on=before, beside=Beside(replace=True))
    assert "sheet Seats, B3: Member: found 'Di Ray'; expected what tells which recorded seat this row is:" in told
    assert f"{BOARD}, member: Al Fox or {BOARD}, member: Bo Hale" in told
    kept = drafted(raw, on=before, beside=Beside(keep=True)).place_file
    assert [holders(post) for post in kept.posts] == [["al-fox"], ["bo-hale"], ["cy-moon"], ["di-ray"]]


def test_a_deputy_whose_cell_is_empty_now_is_asked_about() -> None:
    before = drafted(plain((BOARD, "Al Fox", "Chair", "Bo Hale"))).place_file
    raw = plain((BOARD, "Al Fox", "Chair", ""))
    (told,) = problems(raw, on=before)
    assert "D2: Deputy: Bo Hale deputizes in this seat in the record, and the sheet says otherwise" in told
    ended = drafted(raw, on=before, beside=Beside(end="2026")).place_file
    assert holders(ended.posts[0]) == ["al-fox", "(bo-hale) -2026"]
    without = workbook(("Seats", [("Board", "Member", "Position"), (BOARD, "Al Fox", "Chair")]))
    assert drafted(without, on=before).place_file == before, "a sheet without that column says nothing of deputies"


def test_a_holder_whose_cell_is_empty_now_stays_and_that_is_told() -> None:
    before = drafted(plain((BOARD, "Al Fox", "Chair"))).place_file
    after = drafted(plain((BOARD, "", "Chair")), on=before)
    assert after.place_file == before
    told = "Sheet Seats, B2: no name stands here, so Al Fox stays in the seat; write Vacant where it is empty."
    assert told in after.notes
    headings = ("Board", "Member", "Position", "Employer", "From")
    beside = workbook(("Seats", [headings, (BOARD, "Al Fox", "Chair", "Fen Council", "2023")]))
    before = drafted(beside).place_file
    after = drafted(workbook(("Seats", [headings, (BOARD, "", "Chair", "Fen Council", "2023")])), on=before)
    assert holders(after.place_file.posts[0]) == ["al-fox"], "nor does whom they work for take it"
    assert any("B2: no name stands here, so Al Fox stays" in note for note in after.notes)
    empty = drafted(plain((BOARD, "", "Treasurer")), on=before)
    assert not any("no name stands here" in note for note in empty.notes)


def test_an_end_that_no_cell_says_is_told() -> None:
    before = drafted(listed()).place_file
    after = drafted(listed(service=("Grace Whit", "Member", "", "2 November 2026", "", FIRE)), on=before)
    told = (
        "Sheet Seats, A5: Paul Eccles is taken to have left when Grace Whit came, 1 November 2026; no column says when."
    )
    assert told in after.notes


def test_a_deputy_who_is_not_named_yet_is_told() -> None:
    for word in ("tbc", "to be nominated"):
        draft = drafted(plain((BOARD, "Al Fox", "Chair", word)))
        assert f"Sheet Seats, D2: '{word}' names no deputy yet, and none is recorded there." in draft.notes


def posts_of(*rows: tuple[Any, ...], headings: tuple[str, ...]) -> list[form.Post]:
    raw = workbook(("Seats", [("Board", *headings), *((BOARD, *row) for row in rows)]))
    assert problems(raw) == []
    return list(drafted(raw).place_file.posts)


def test_words_before_dates_say_which_end_they_are() -> None:
    rows = (
        ("Al Fox", "since 2019", "until May 2027"),
        ("Bo Hale", "2019", "ex officio"),
        ("Cy Moon", "until June 2028", ""),
        ("Di Ray", "", "since 4 May 2022"),
        ("Ed Stone", "since 2019/2022", ""),
        ("Flo Marsh and Gus Wood", "since 2019/2022", ""),
    )
    found = posts_of(*rows, headings=("Member", "Since", "Term ends"))
    assert [[(it.since, it.until, it.termEnds) for it in post.holders] for post in found] == [
        [("2019", None, "2027-05")],
        [("2019", None, None)],
        [(None, None, "2028-06")],
        [("2022-05-04", None, None)],
        [("2019", None, None)],
        [("2019", None, None), ("2022", None, None)],
    ]
    assert [post.basis.value for post in found][:2] == ["not_recorded", "ex_officio"]


def test_who_left_a_vacant_seat_is_a_note_on_it() -> None:
    cells = ("Vacant (Lou Tran left)", "VACANT - Lou Tran left March 2026", "Vacant")
    found = posts_of(*((cell, name) for cell, name in zip(cells, ("Chair", "Secretary", "Observer"), strict=True)),
                     headings=("Member", "Position"))  # fmt: skip
    assert [(post.vacant.value, post.vacantSince, post.note) for post in found] == [
        ("yes", None, "Lou Tran left"),
        ("yes", "2026-03", "Lou Tran left"),
        ("yes", None, None),
    ]


@pytest.mark.parametrize("text", ["Yes (one vote)", "Yes (one vote between them)", "one vote", "Yes"])
def test_how_many_votes_a_seat_has_says_that_it_has_one(text: str) -> None:
    (post,) = posts_of(("Al Fox", text), headings=("Member", "Voting?"))
    assert post.voting == "yes"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Cllr (Parish) June Abel", "June Abel", "Cllr"),
        ("Ch Insp Neil Marsh", "Neil Marsh", "Ch Insp"),
        ("Rob Tull *", "Rob Tull", None),
        ("Jo Ch Smith", "Jo Ch Smith", None),
    ],
)
def test_a_name_is_without_what_stands_around_it(text: str, name: str, title: str | None) -> None:
    raw = plain((BOARD, text, "Chair"))
    (person,) = drafted(raw).place_file.people
    assert (person.name, person.honorificPrefix) == (name, title)
