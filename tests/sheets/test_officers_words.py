"""What officers write where a list wants a name, a date or a number: read as far as it says anything, and told."""

import pytest

from app.domain.vocabulary import AttendanceKind
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.bodies import without_short
from app.exchange.sheets.columns import columns_seen
from app.exchange.sheets.dates import date_in
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.people import vacancy_in, without_vacancies
from app.exchange.sheets.wording import attendance_in
from tests.sheets.drafts import drafted, holders, problems, seats_of
from tests.sheets.officers import workbook

HEADINGS = ("Partnership / Board", "Role", "Rep", "Org.", "V / NV", "Start", "End", "Sub", "Notes")
BOARD = "Health & Wellbeing Board (HWB)"


def sheet(*rows: tuple[object, ...]) -> bytes:
    return workbook(("Current", [HEADINGS, *rows]))


def test_headings_and_words_in_short_are_understood() -> None:
    raw = sheet((BOARD, "V/Chair", "Jo Hale", "Vale Council", "NV", "May 25", "31/3/26", "Al Fox", ""))
    assert problems(raw) == []
    (post,) = drafted(raw).place_file.posts
    assert (post.role, post.voting, holders(post)) == ("vice_chair", "no", ["jo-hale", "(al-fox)"])
    assert (post.holders[0].since, post.holders[0].termEnds) == ("2025-05", "2026-03-31")


def test_a_short_name_in_brackets_is_another_name_by_which_a_body_is_found_again() -> None:
    before = drafted(sheet((BOARD, "Chair", "Jo Hale"))).place_file
    (body,) = before.organizations
    assert (body.id, body.name, body.alternateNames) == (
        "health-wellbeing-board",
        "Health & Wellbeing Board",
        ["HWB"],
    )
    for name in (BOARD, "Health and Wellbeing Board", "HWB"):
        assert drafted(sheet((name, "Chair", "Jo Hale")), on=before).place_file == before, name
    assert without_short("Age UK (Bromley)") == ("Age UK (Bromley)", "")


def test_a_short_name_that_another_body_has_is_not_given_twice() -> None:
    rows = ((BOARD, "Chair", "Jo Hale"), ("Housing and Works Board (HWB)", "Chair", "Al Fox"))
    assert [body.alternateNames for body in drafted(sheet(*rows)).place_file.organizations] == [["HWB"], []]


def test_nobody_is_called_see_note() -> None:
    draft = drafted(sheet((BOARD, "Probation", "see note", "", "", "", "", "see below", "from spring")))
    (post,) = draft.place_file.posts
    assert (holders(post), post.vacant, post.note, draft.place_file.people) == ([], "not_recorded", "from spring", [])
    assert "Sheet Current, C2: 'see note' names nobody, and nobody is recorded there." in draft.notes


def test_a_name_in_the_plural_says_how_many_seats_it_is_for() -> None:
    rows = ((BOARD, "VCS reps (2)", "Jo Hale & Al Fox"), (BOARD, "Carer (2)", "Di Ray"), (BOARD, "V/Chair", "Cy Lee"))
    posts = drafted(sheet(*rows)).place_file.posts
    assert [(post.label, post.number) for post in posts] == [("VCS reps (2)", 2), ("Carer (2)", 1), (None, 1)]


def test_an_office_is_no_name_and_a_number_of_people_is_nobody() -> None:
    draft = drafted(sheet((BOARD, "Schools", "Head of St Aidan's", "", "", "", "", "", "name in May")))
    (post,) = draft.place_file.posts
    assert (holders(post), post.note, draft.place_file.people) == ([], "Head of St Aidan's. name in May", [])
    assert (
        "Sheet Current, C2: 'Head of St Aidan's' is an office and no name: the seat goes with it (ex officio), and"
        " it stands there as a note until that post is recorded on its body." in draft.notes
    )
    (found,) = problems(sheet((BOARD, "Young people", "2 members of Youth Council")))
    assert "C2: Rep: found '2 members of Youth Council'; expected who they are, or the body alone" in found


def test_headings_in_two_rows_head_one_table_and_what_stands_above_both_holds() -> None:
    rows = [
        ["Source", "Terms, May 2025"],
        ["Board", "Seat", "Held by", "Term of office"],
        ["Board", "Seat", "Held by", "Start", "End"],
    ]
    raw = workbook(("List", [*rows, [BOARD, "Chair", "Jo Hale", "May 2025", "May 2028"]]))
    draft = drafted(raw)
    (post,) = draft.place_file.posts
    assert (post.holders[0].since, post.holders[0].termEnds) == ("2025-05", "2028-05")
    assert [source.title for source in draft.place_file.sources] == ["Terms, May 2025"]
    assert draft.notes == []
    assert [it.heading for it in columns_seen(sheets_of("a.xlsx", raw), Beside())][3:] == ["Start", "End"]


@pytest.mark.parametrize("written", ["Y - late", "Present (left 3pm)", "yes, online", "P (via Teams)"])
def test_how_long_or_from_where_somebody_was_there_leaves_them_there(written: str) -> None:
    assert attendance_in(written) == (AttendanceKind.PRESENT, "")


@pytest.mark.parametrize(
    ("written", "names", "empty"),
    [
        ("Dawn Hale + 1 vacancy", "Dawn Hale", 1),
        ("Jo Hale, Al Fox and two vacancies", "Jo Hale, Al Fox", 2),
        ("Jo Hale\nVacant", "Jo Hale", 1),
        ("Jo Hale (2 vacant seats)", "Jo Hale (2 vacant seats)", 0),
        ("VACANT", "VACANT", 0),
        ("Jo Vacant", "Jo Vacant", 0),
    ],
)
def test_empty_seats_may_be_counted_after_names(written: str, names: str, empty: int) -> None:
    assert without_vacancies(written) == (names, empty)


def test_an_empty_seat_with_a_note_and_several_in_one_row_are_the_same_the_next_time() -> None:
    raw = sheet(
        (BOARD, "Chair", "TBC", "", "", "", "", "", "from May"), (BOARD, "VCS reps (3)", "Jo Hale + 2 vacancies")
    )
    before = drafted(raw).place_file
    assert [post.note for post in before.posts] == ["TBC. from May", None, None]
    again = drafted(raw, on=before)
    assert (again.place_file, again.notes) == (before, [])


def test_seats_of_which_one_is_empty_are_counted() -> None:
    one, empty = drafted(sheet((BOARD, "Parents", "Dawn Hale + 1 vacancy"))).place_file.posts
    assert (holders(one), one.number) == (["dawn-hale"], 1)
    assert (empty.label, holders(empty), empty.number, empty.vacant.value) == ("Parents", [], 1, "yes")


@pytest.mark.parametrize(
    ("written", "since", "word"),
    [
        ("No appointment made 25/26", "", "No appointment made"),
        ("name to follow", "", "name to follow"),
        ("vacant (from 1 Sept 25)", "2025-09-01", ""),
        ("Vacant since autumn 2023", "2023", ""),
        ("vacant 01/03/2009", "2009-03-01", ""),
    ],
)
def test_a_seat_is_empty_in_many_words(written: str, since: str, word: str) -> None:
    found = vacancy_in(written)
    assert found
    assert (found.since, found.word) == (since, word)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("AGM 2026", "2026"),
        ("Autumn 2023", "2023"),
        ("c. 2022", "2022"),
        ("2026 AGM", "2026"),
        ("Ann. mtg 2026", "2026"),
    ],
)
def test_what_says_a_year_and_roughly_when_is_that_year(written: str, meant: str) -> None:
    assert date_in(written) == meant


@pytest.mark.parametrize("written", ["before 2019", "not before 2026", "spring", "AGM", "the 2020s", "2026 or 2027"])
def test_what_may_be_another_year_is_none(written: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        date_in(written)


def test_how_a_date_was_read_and_that_none_was_is_told_at_its_cell() -> None:
    rows = (
        (BOARD, "Chair", "Jo Hale", "", "", "c. 2022", "Annual"),
        (BOARD, "Member", "Al Fox", "", "", "", "AGM 2026"),
    )
    draft = drafted(sheet(*rows))
    found = seats_of(draft)["health-wellbeing-board: chair"].holders[0]
    assert (found.since, found.termEnds) == ("2022", None)
    assert draft.notes == [
        "Sheet Current, F2: 'c. 2022' is read as 2022.",
        "Sheet Current, G2: 'Annual' is no date, and is not read.",
        "Sheet Current, G3: 'AGM 2026' is read as 2026.",
    ]


def test_how_many_a_body_sends_is_a_number() -> None:
    rows = [
        ["Outside Body", "No. of reps", "Council Rep(s)", "Appt. until"],
        ["Vale Museum Trust", "2", "Jo Hale", "May 2028"],
    ]
    (post,) = drafted(workbook(("Register", rows))).place_file.posts
    assert (post.number, holders(post), post.holders[0].termEnds) == (2, ["jo-hale"], "2028-05")
