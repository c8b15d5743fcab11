"""An officer's sheet of seats is read as it is: what it says, how it says so, and where it cannot be meant."""

import pytest

from app.exchange.sheets.asking import Beside
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.dates import date_in
from app.exchange.sheets.people import names_in
from tests.sheets.drafts import drafted, holders, problems, seats_of
from tests.sheets.officers import AGEING, CARERS, HEADINGS, MINUTES, OLDER, SEATS, VSRG, seats, workbook

ABOVE = (("Board membership list",), (), ("Last updated: March 2010",))


def one(*cells: object) -> bytes:
    """Write a sheet with one seat on the older people's board: its seat, its holder, and so on."""
    return seats((OLDER, *cells))


@pytest.mark.parametrize("when", ["at September 2026", "as at 1 September 2026", "2026/27", "of May 2026", ""])
def test_a_title_says_whose_members_they_are_and_when_is_no_part_of_the_name(when: str) -> None:
    title = f"Marshby Health and Wellbeing Board: membership {when}".strip()
    draft = drafted(workbook(("Seats", [(title,), (), ("Seat", "Name"), ("Chair", "Jo Hale")])))
    assert [body.name for body in draft.place_file.organizations] == ["Marshby Health and Wellbeing Board"]


def test_a_sheet_of_twenty_two_seats_loads_as_it_is() -> None:
    raw = seats(*SEATS, above=ABOVE)
    assert problems(raw) == []
    draft = drafted(raw)
    assert len(draft.place_file.posts) == 22
    found = seats_of(draft)
    older = "older-people-s-partnership-board"
    chair = found[f"{older}: chair"]
    assert (chair.voting, chair.basis, holders(chair)) == ("yes", "elected", ["jo-smith"])
    assert [(link.organization, link.as_) for link in chair.appointedBy] == [("council", "elects")]
    assert (chair.holders[0].since, chair.holders[0].termEnds) == ("2009-03-01", "2012")
    vice = found[f"{older}: vice_chair"]
    assert (holders(vice), vice.holders[0].since, vice.holders[0].note) == (
        ["al-jones", "(di-ray)"],
        "2009-03",
        "Director",
    )
    assert found[f"{older}: observer"].voting == "no"
    assert found[f"{older}: Co-opted member"].basis == "co_opted"
    assert found["carers-strategy-group: vice_chair"].vacant == "yes"
    empty = found["carers-strategy-group: Carer 3"]
    assert (empty.vacant, empty.vacantSince, empty.holders) == ("yes", "2009-09-01", [])


def test_two_people_in_one_cell_hold_one_seat_and_one_deputy_stands_in_two() -> None:
    posts = drafted(seats(*SEATS)).place_file.posts
    assert ["ann-lee", "bo-hill", "(cy-fox)"] in map(holders, posts)
    assert [holders(post) for post in posts if "(lou-penn)" in holders(post)] == [
        ["kit-lane", "(lou-penn)"],
        ["mo-reed", "(lou-penn)"],
    ]
    assert [person.id for person in drafted(seats(*SEATS)).place_file.people].count("lou-penn") == 1


def test_a_vacancy_without_a_date_is_one() -> None:
    post = drafted(one("Member", "VACANT")).place_file.posts[0]
    assert (post.vacant, post.vacantSince, post.holders) == ("yes", None, [])


def test_the_same_sheet_twice_changes_nothing() -> None:
    raw = seats(*SEATS, above=ABOVE)
    before = drafted(raw).place_file
    again = drafted(raw, on=before)
    assert again.place_file == before
    assert (again.new, again.problems) == ([], [])


def test_headings_come_in_any_order_by_other_words_and_below_a_title() -> None:
    rows = [
        ["Older People's Partnership Board - membership"],
        [],
        ["Source", "Terms of reference"],
        ["Representative", "Email", "Position", "On behalf of", "Voting rights"],
        ["Jo Smith", "jo@example.org", "Chairman", AGEING, "No"],
    ]
    draft = drafted(workbook(("List", rows)))
    (post,) = draft.place_file.posts
    assert (post.on, post.role, post.voting, holders(post)) == (
        "older-people-s-partnership-board",
        "chair",
        "no",
        ["jo-smith"],
    )
    assert [source.title for source in draft.place_file.sources] == ["Terms of reference"]
    assert "Sheet List: the column Email is not read." in draft.notes


def test_boards_stand_one_under_the_other_each_with_or_without_headings() -> None:
    rows = [
        [OLDER],
        ["Seat", "Held by"],
        ["Chair", "Jo Smith"],
        [],
        [CARERS],
        ["Chair", "Al Jones"],
        ["Adults Forum"],
        ["Seat", "Held by"],
        ["Chair", "Di Ray"],
    ]
    assert [post.on for post in drafted(workbook(("S", rows))).place_file.posts] == [
        "older-people-s-partnership-board",
        "carers-strategy-group",
        "adults-forum",
    ]


def test_a_board_in_merged_cells_holds_for_all_their_rows() -> None:
    rows = [HEADINGS, (OLDER, "Chair", "Jo Smith"), ("", "Member", "Al Jones"), ("", "Member", "Di Ray", "", VSRG)]
    draft = drafted(workbook(("Seats", rows), merged="A2:A4"))
    assert [post.on for post in draft.place_file.posts] == ["older-people-s-partnership-board"] * 3


def test_a_source_stands_once_in_a_column_or_is_given_beside_the_sheet() -> None:
    draft = drafted(seats(*SEATS))
    assert [source.title for source in draft.place_file.sources] == [MINUTES]
    draft = drafted(one("Chair", "Jo Smith"), beside=Beside(source="Terms, page 3"))
    assert draft.place_file.posts[0].cites[0].locator == "as given in members.xlsx, sheet Seats, row 2"
    draft = drafted(one("Chair", "Jo Smith"))
    assert [(cite.source, cite.locator) for cite in draft.place_file.posts[0].cites] == [
        ("members-xlsx", "sheet Seats, row 2")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2009", "2009"),
        ("March 2009", "2009-03"),
        ("Mar-09", "2009-03"),
        ("01/03/2009", "2009-03-01"),
        ("1st March 2009", "2009-03-01"),
        ("Friday 22 January 2010", "2010-01-22"),
        ("2009-03-14", "2009-03-14"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, meant: str) -> None:
    assert date_in(written) == meant


def test_a_date_in_numbers_is_read_day_first_and_that_is_said() -> None:
    draft = drafted(one("Chair", "Jo Smith", "", "", "", "", "01/03/2009"))
    assert "Dates in numbers are read with the day first: 01/03/2009 is 1 March 2009." in draft.notes


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Jo Smith and Al Jones", ["Jo Smith", "Al Jones"]),
        ("Jo Smith / Al Jones", ["Jo Smith", "Al Jones"]),
        ("Jo Smith\nAl Jones & Di Ray", ["Jo Smith", "Al Jones", "Di Ray"]),
        ("Jo Smith, OBE", ["Jo Smith OBE"]),
        ("Health and Social Care Forum", ["Health and Social Care Forum"]),
    ],
)
def test_names_in_one_cell_are_told_apart(written: str, people: list[str]) -> None:
    assert names_in(written, lambda text: False) == people


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("Chair", "Smith, Jo"), "sheet Seats, C2: Held by: found 'Smith, Jo'; expected a name as it is said, such as 'Jo Smith'"),
        (("Chair", "Jo and Al Smith"), "sheet Seats, C2: Held by: found 'Jo and Al Smith'; expected each person's whole name"),
        (("Chair", "Tina"), "sheet Seats, C2: Held by: found 'Tina'; expected a person's first name and surname, or a body"),
        (("Chair", "Jo Smith", "", "", "maybe"), "sheet Seats, F2: Vote: found 'maybe'; expected voting or non-voting"),
        (("Chair", "Jo Smith", "", "", "", "", "03/25/2009"), "sheet Seats, H2: From: found '03/25/2009'; expected a date such as"),
        (("Chair", "Jo Smith", "", "", "", "", 2009, 2008), "sheet Seats, I2: Term ends: found a term to 2008; expected an end after the start, 2009"),
        (("Chair", "VACANT since spring"), "sheet Seats, C2: Held by: found 'VACANT since spring'; expected a date such as"),
        (("Chair", "Jo Smith", "", "", "", "", "", "", "Jo Smith"), "sheet Seats, J2: Deputy: found 'Jo Smith'; expected somebody else"),
        (("x" * 301, "Jo Smith"), "sheet Seats, B2: Seat: found"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told_at_its_cell_with_what_would_be_right(
    cells: tuple[object, ...], said: str
) -> None:
    (found,) = problems(one(*cells))
    assert found.startswith(f"members.xlsx: {said}")


def test_every_problem_is_told_at_once() -> None:
    found = problems(seats((OLDER, "Chair", "Tina", "", "", "maybe"), (OLDER, "Member", "Smith, Al")))
    assert [line.split(":")[1].strip() for line in found] == ["sheet Seats, F2", "sheet Seats, C2", "sheet Seats, C3"]


def test_the_same_seat_with_the_same_holder_twice_is_refused() -> None:
    (found,) = problems(seats((OLDER, "Chair", "Jo Smith"), (OLDER, "Chair", "Jo Smith")))
    assert (
        "C3: Held by: found 'Jo Smith'; expected one row a seat: sheet Seats, row 2 has the same seat with the same holder"
        in found
    )


def test_a_name_that_two_people_have_is_asked_back_with_their_ids() -> None:
    before = drafted(seats((OLDER, "Chair", "Jo Smith"))).place_file
    twin = before.people[0].model_copy(update={"id": "jo-smith-2"})
    before = before.model_copy(update={"people": [*before.people, twin]})
    (found,) = problems(seats((CARERS, "Chair", "Jo Smith")), on=before)
    assert "jo-smith (Jo Smith) or jo-smith-2 (Jo Smith)" in found
    assert problems(seats((CARERS, "Chair", "jo-smith-2")), on=before) == []


def test_who_is_new_is_said_with_whom_it_may_be() -> None:
    before = drafted(one("Chair", "Tina Tully")).place_file
    draft = drafted(seats((CARERS, "Chair", "Tina Tulley")), on=before)
    assert "person: Tina Tulley (if this is Tina Tully, who is known, write it so) (sheet Seats, C2)" in draft.new


def test_who_is_no_longer_in_a_seat_is_asked_about_and_never_lost() -> None:
    before = drafted(one("Chair", "Tina Tully")).place_file
    after = one("Chair", "Bob Smith")
    (found,) = problems(after, on=before)
    assert (
        "C2: Held by: Tina Tully holds this seat in the record, and the sheet says otherwise: add --end DATE" in found
    )
    for beside, there in (
        (Beside(end="2010-03"), ["tina-tully -2010-03", "bob-smith"]),
        (Beside(replace=True), ["bob-smith"]),
        (Beside(keep=True), ["tina-tully", "bob-smith"]),
    ):
        assert holders(drafted(after, on=before, beside=beside).place_file.posts[0]) == there
    dated = one("Chair", "Bob Smith", "", "", "", "", "2010-03-14")
    assert holders(drafted(dated, on=before).place_file.posts[0]) == ["tina-tully -2010-03-13", "bob-smith"]


def test_a_seat_that_falls_vacant_ends_its_holder_s_time() -> None:
    before = drafted(one("Chair", "Tina Tully")).place_file
    (post,) = drafted(one("Chair", "Vacant since 1 March 2010"), on=before).place_file.posts
    assert (holders(post), post.vacant, post.vacantSince) == (["tina-tully -2010-02-28"], "yes", "2010-03-01")
    assert any("add --end DATE" in found for found in problems(one("Chair", "Vacant"), on=before))


def test_a_seat_keeps_what_the_sheet_does_not_say() -> None:
    before = drafted(one("Chair", "Tina Tully", "", AGEING)).place_file
    post = before.posts[0].model_copy(update={"reportBack": "at each meeting"})
    before = before.model_copy(update={"posts": [post]})
    (after,) = drafted(one("Chairman", "Tina Tully", "", "", "Voting"), on=before).place_file.posts
    assert (after.reportBack, after.voting, after.onBehalfOf[0].organization) == (
        "at each meeting",
        "yes",
        "council-on-ageing",
    )


def test_from_may_say_where_people_come_from() -> None:
    draft = drafted(one("Member", "Jo Smith", "Director", "", "", "", "Bromley Mind"))
    (person,) = draft.place_file.people
    assert [(work.organization, work.role) for work in person.worksFor] == [("bromley-mind", "Director")]


def test_headings_that_are_no_words_of_ours_are_read_for_what_they_are_likely_to_mean() -> None:
    rows = [
        ["VCS representatives on partnership boards"],
        ["Partnership", "VCS rep", "Organisation", "Named deputy (if any)", "Term of office ends", "Elected/Appointed"],
        ["Children's Trust Board", "Jo Smith", "Bromley Mind", "Al Jones (Age Concern)", "31/3/2011", "Co-opted"],
    ]
    (post,) = drafted(workbook(("List", rows))).place_file.posts
    assert (holders(post), post.holders[0].termEnds, post.basis) == (
        ["jo-smith", "(al-jones)"],
        "2011-03-31",
        "co_opted",
    )


def test_headings_in_two_rows_are_read_together() -> None:
    rows: list[list[str | None]] = [
        ["Board", None, "Representation"],
        ["", "Position", "Name", "Vote?"],
        ["Carers Forum", "Chair", "Jo Smith", "Y"],
    ]
    (post,) = drafted(workbook(("List", rows))).place_file.posts
    assert (post.on, post.role, holders(post), post.voting) == ("carers-forum", "chair", ["jo-smith"], "yes")


def test_what_is_not_read_is_said() -> None:
    rows: list[list[str]] = [
        ["Board", "Seat", "Held by"],
        [OLDER, "Chair", "Jo Smith", "x"],
        ["Total", "", "1"],
        ["Checked in March"],
        ["Prepared by the partnership team"],
    ]
    draft = drafted(workbook(("List", rows), ("Old", [["a", "b"]])))
    assert len(draft.place_file.posts) == 1
    assert draft.notes == [
        "Sheet List, D2: a column without a heading is not read.",
        "Row 3 is not read: it begins with 'Total'.",
        "Sheet List, A4: 'Checked in March' stands alone, and is not read.",
        "Sheet List, A5: 'Prepared by the partnership team' has no rows below it.",
        "Sheet Old is not read: it has no row of headings such as Board, Seat, Held by.",
    ]


def test_where_people_are_from_may_stand_in_brackets_after_their_names() -> None:
    draft = drafted(one("Member", "Jo Smith (Bromley Mind, trustee), Al Jones (Health and Care)"))
    assert [(person.name, holders(draft.place_file.posts[0])) for person in draft.place_file.people] == [
        ("Jo Smith", ["jo-smith", "al-jones"]),
        ("Al Jones", ["jo-smith", "al-jones"]),
    ]


def test_a_seat_may_be_for_more_than_the_sheet_says() -> None:
    before = drafted(one("Member", "Jo Smith", "", f"{AGEING}; {VSRG}")).place_file
    draft = drafted(one("Member", "Jo Smith", "", AGEING), on=before)
    assert (draft.place_file, draft.problems) == (before, [])
    assert draft.notes == ["Sheet Seats, E2: Voluntary Sector Reference Group is recorded too, and left."]
    (found,) = problems(one("Member", "Jo Smith", "", "Bromley Mind"), on=before)
    assert (
        "E2: Speaks for: Council on Ageing, Voluntary Sector Reference Group is recorded here, and the sheet says otherwise"
        in found
    )


def test_a_sheet_may_be_called_like_the_board_that_it_is_of() -> None:
    rows = [["Seat", "Held by"], ["Chair", "Jo Smith"]]
    draft = drafted(workbook(("Carers Forum", rows), ("Adults Board", rows)))
    assert [post.on for post in draft.place_file.posts] == ["carers-forum", "adults-board"]
    (found,) = problems(workbook(("Board members", rows)))
    assert "expected a board: a column Board, a line with its name above, or --board" in found


def test_a_further_member_is_no_other_holder_of_a_seat_for_somebody() -> None:
    before = drafted(one("Member", "Ann Lee", "", VSRG)).place_file
    posts = drafted(one("Member", "Bo Hill"), on=before).place_file.posts
    assert [holders(post) for post in posts] == [["ann-lee"], ["bo-hill"]]


def test_a_seat_for_a_body_that_is_not_public_has_an_id_that_does_not_name_it() -> None:
    before = drafted(one("Chair", "Ann Lee", "", AGEING)).place_file
    hidden = [
        body.model_copy(update={"access": "members"}) if body.id == "council-on-ageing" else body
        for body in before.organizations
    ]
    before = before.model_copy(update={"organizations": hidden, "posts": []})
    raw = one("Member", "Bo Hill", "", AGEING)
    assert problems(raw, on=before) == []
    (post,) = drafted(raw, on=before).place_file.posts
    assert post.id == "older-people-s-partnership-board--member"


def test_rows_below_a_line_that_is_no_board_are_not_of_the_board_before() -> None:
    rows = [
        ["Board", "Seat", "Held by"],
        [OLDER, "Chair", "Jo Smith"],
        ["Checked in March"],
        ["", "Member", "Al Jones"],
    ]
    (found,) = problems(workbook(("List", rows)))
    assert (
        found
        == "members.xlsx: sheet List, A4: Board: expected a board: a column Board, a line with its name above, or --board"
    )


def test_a_date_that_is_less_exact_changes_nothing() -> None:
    before = drafted(one("Chair", "Jo Smith", "", "", "", "", "14 March 2009", "2012-05")).place_file
    assert drafted(one("Chair", "Jo Smith", "", "", "", "", "March 2009", "2012"), on=before).place_file == before
    (post,) = drafted(one("Chair", "Jo Smith", "", "", "", "", "April 2009", "2012-06"), on=before).place_file.posts
    assert (post.holders[0].since, post.holders[0].termEnds) == ("2009-04", "2012-06")


def test_a_group_alone_in_its_row_is_read_alike_when_it_is_known() -> None:
    rows = [
        ["Speaks for", "Seat", "Held by", "Board"],
        [AGEING, "Chair", "Jo Smith", OLDER],
        ["Carers"],
        ["Carers", "", "Al Jones"],
    ]
    raw = workbook(("List", rows))
    before = drafted(raw).place_file
    assert len(before.posts) == 2
    assert drafted(raw, on=before).place_file == before


def test_letters_that_cannot_be_seen_are_told_at_their_cell() -> None:
    draft = drafted("Board,Held by,Source\nCarers Forum,Jo \u202eSmith,a\x01b\n".encode(), name="a.csv")
    checked = checked_sheet("a.csv", draft.place_file, draft.spots, {"bromley": "Area"}, [], most=1_000)
    told = [str(problem) for problem in checked.problems]
    assert told
    assert all(line.startswith(("a.csv: B2", "a.csv: C2")) and "plain text" in line for line in told)
