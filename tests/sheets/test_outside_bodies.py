"""A register of outside bodies: one row a body, and in one cell all whom the council sends, a line each."""

from typing import Any

import pytest

from app.domain.vocabulary import Access, Classification, OrganizationKind
from app.exchange import place_format as form
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.bodies import sort_of_body
from app.exchange.sheets.columns import columns_seen
from app.exchange.sheets.formats import sheets_of
from tests.sheets.drafts import drafted, holders, problems
from tests.sheets.officers import workbook

HEADINGS = ("Outside body", "Council's appointees", "No. of places", "Term of office", "Appointed by", "Notes")
TRUST, PANEL = "Vale Harbour Trust", "Vale Adoption Panel"


def register(*rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    return workbook(("Outside bodies", [("VALE COUNCIL – REGISTER OF OUTSIDE BODIES 2026/27",), (), headings, *rows]))


def posts(*rows: tuple[Any, ...]) -> list[form.Post]:
    return drafted(register(*rows)).place_file.posts


@pytest.mark.parametrize("who", ["Council's appointees", "Representative(s)", "Nominees", "Council’s appointee(s)"])
def test_its_usual_headings_are_read_and_nothing_is_to_be_chosen(who: str) -> None:
    headings = (HEADINGS[0], who, "Number of seats", *HEADINGS[3:])
    raw = register((TRUST, "Jo Hale", 1, "4 years", "Cabinet", "Trustee"), headings=headings)
    seen = columns_seen(sheets_of("register.xlsx", raw), Beside())
    read = ["Board", "Held by", "Number", "Term of office", "Chosen by", "Notes"]
    assert [(column.read_as, column.doubtful) for column in seen] == [(word, False) for word in read]


def test_each_line_that_calls_a_seat_empty_is_an_empty_seat() -> None:
    taken, empty = posts((TRUST, "Cllr Jo Hale\nMrs Di Ray\nVacancy\nVACANT", 4, "", "", ""))
    assert (holders(taken), taken.number, taken.vacant.value) == (["jo-hale", "di-ray"], 2, "not_recorded")
    assert (holders(empty), empty.number, empty.vacant.value) == ([], 2, "yes")


def test_places_that_nobody_calls_empty_are_not_recorded_as_such() -> None:
    (post,) = posts((TRUST, "Jo Hale\nDi Ray", 3, "", "", ""))
    assert (len(post.holders), post.number, post.vacant.value) == (2, 3, "not_recorded")


@pytest.mark.parametrize(
    "line", ["Deputy: Cllr Al Fox", "Cllr Al Fox (substitute)", "Sub – Al Fox", "Al Fox (reserve)"]
)
def test_a_line_of_a_deputy_is_one(line: str) -> None:
    (post,) = posts((TRUST, f"Cllr Jo Hale\n{line}", 1, "", "", ""))
    assert holders(post) == ["jo-hale", "(al-fox)"]


def test_an_observer_has_no_vote() -> None:
    (alone,) = posts((TRUST, "Cllr Jo Hale (observer)", 1, "", "", ""))
    assert (alone.role.value, alone.voting.value, holders(alone)) == ("observer", "no", ["jo-hale"])
    member, other = posts((TRUST, "Cllr Jo Hale\nDi Ray (non-voting)", 1, "", "", ""))
    assert (member.role.value, member.voting.value) == ("member", "not_recorded")
    assert (other.role.value, other.voting.value, holders(other)) == ("observer", "no", ["di-ray"])


def test_an_office_is_no_person_and_whoever_has_it_is_named() -> None:
    (mayor,) = posts((TRUST, "The Mayor (ex officio)", 1, "", "", "By deed"))
    assert (holders(mayor), mayor.basis.value, mayor.note) == ([], "ex_officio", "The Mayor. By deed")
    (leader,) = posts((TRUST, "Leader of the Council (Cllr Jo Hale)", 1, "", "", ""))
    assert (holders(leader), leader.holders[0].note) == (["jo-hale"], "As Leader of the Council")
    assert leader.basis.value == "ex_officio"


def test_an_office_that_is_a_recorded_post_fills_the_seat() -> None:
    council = workbook(("Council", [("Board", "Seat", "Held by"), ("Vale Council", "Mayor", "Di Ray")]))
    before = drafted(council).place_file
    draft = drafted(register((TRUST, "The Mayor (ex officio)", 1, "", "", "")), on=before)
    post = draft.place_file.posts[-1]
    assert post.filledByHolderOf is not None
    assert post.filledByHolderOf.post in {before.posts[0].id, "vale-council--member"}
    assert problems(register((TRUST, "The Mayor (ex officio)", 1, "", "", "")), on=before) == []


def test_a_body_to_which_nobody_is_sent_is_one_with_a_seat_of_no_recorded_holder() -> None:
    draft = drafted(
        register((TRUST, "", 1, "Annual", "Cabinet", "No nomination received"), (PANEL, "", "", "", "", "Ended"))
    )
    assert {it.name for it in draft.place_file.organizations} == {TRUST, PANEL, "Cabinet"}
    (post,) = draft.place_file.posts
    assert (holders(post), post.vacant.value, post.termYears) == ([], "not_recorded", 1)


@pytest.mark.parametrize(
    ("written", "years", "ends"),
    [("4 years", 4, None), ("Annual", 1, None), ("until May 2027", None, "2027-05"), ("To May 2027", None, "2027-05")],
)
def test_a_term_of_office_is_its_years_or_its_end(written: str, years: int | None, ends: str | None) -> None:
    (post,) = posts((TRUST, "Jo Hale", 1, written, "", ""))
    assert (post.termYears, post.holders[0].termEnds) == (years, ends)


def test_what_a_term_says_beside_both_is_told() -> None:
    draft = drafted(register((TRUST, "Jo Hale", 1, "Mayoral year", "", "")))
    told = "Sheet Outside bodies, D4: 'Mayoral year' is no number of years and no end; not read."
    assert told in draft.notes


def test_a_reserve_beside_a_number_is_a_note() -> None:
    (post,) = posts((PANEL, "Jo Hale", "1 (plus 1 reserve)", "", "", ""))
    assert (post.number, post.note) == (1, "plus 1 reserve")


ROWS = (
    (TRUST, "Cllr Jo Hale\nDi Ray\nVacancy", 3, "4 years", "Cabinet", "Trustees"),
    (PANEL, "Al Fox\nDeputy: Bo Lim", 1, "Annual", "Cabinet", ""),
    ("Vale Twinning Group", "The Mayor (ex officio)", 1, "", "", ""),
)


def test_the_same_register_twice_changes_nothing() -> None:
    before = drafted(register(*ROWS)).place_file
    again = drafted(register(*ROWS), on=before)
    assert (again.place_file, again.new, again.problems) == (before, [], [])


def test_another_number_of_seats_than_is_recorded_is_asked_about() -> None:
    before = drafted(register((TRUST, "Jo Hale", 1, "", "", ""))).place_file
    raw = register((TRUST, "Jo Hale", 4, "", "", ""))
    (told,) = problems(raw, on=before)
    assert "Vale Harbour Trust, member is recorded as one seat, not 4: add --replace" in told
    assert drafted(raw, on=before, beside=Beside(keep=True)).place_file == before
    (post,) = drafted(raw, on=before, beside=Beside(replace=True)).place_file.posts
    assert post.number == 4


def test_a_row_with_holders_of_several_recorded_seats_changes_none_of_them_and_asks_about_more() -> None:
    members = workbook(
        ("Members", [("Board", "Seat", "Held by"), (TRUST, "Chair", "Jo Hale"), (TRUST, "Trustee", "Di Ray")])
    )
    before = drafted(members).place_file
    row = (TRUST, "Cllr Jo Hale\nDi Ray\nAl Fox\nvacancy", 4, "", "", "")
    told = problems(register(row), on=before)
    assert ["without a seat of Al Fox: add" in each or "without an empty seat: add" in each for each in told] == [
        True
    ] * 2
    kept = drafted(register(row), on=before, beside=Beside(keep=True)).place_file
    assert kept.posts == before.posts
    more = drafted(register(row), on=before, beside=Beside(replace=True)).place_file.posts
    assert [(holders(post), post.number) for post in more] == [
        (["jo-hale"], 1),
        (["di-ray"], 1),
        (["al-fox"], 1),
        ([], 1),
    ]


def test_an_integrated_care_board_is_a_statutory_body_and_its_committees_are_committees() -> None:
    board = sort_of_body("NHS South East London Integrated Care Board", meets=True)
    assert (board.classification, board.kind) == (Classification.STATUTORY_BODY, OrganizationKind.FORMAL)
    for council in ("Haverley Council", "The Council", "Isle of Ashby Council"):
        assert sort_of_body(council).classification is Classification.COUNCIL
    for other in ("Haverley Youth Council", "Arts Council", "Council on Ageing"):
        assert sort_of_body(other).classification is Classification.OTHER
    assert sort_of_body("Haverley Council Cabinet", meets=True).classification is Classification.COMMITTEE
    assert sort_of_body("Integrated Care Board Quality Committee").classification is Classification.COMMITTEE


def test_a_source_that_says_that_it_is_not_for_publication_is_named_to_members_alone() -> None:
    raw = workbook(("Seats", [("Board", "Member"), ("Carers Board", "Al Fox")]))
    draft = drafted(raw, beside=Beside(source="Members 2026 NOT FOR PUBLICATION.pdf"))
    assert [source.access for source in draft.place_file.sources] == [Access.MEMBERS]
    assert any("says that it is not for publication" in note for note in draft.notes)
    (plain,) = drafted(raw, beside=Beside(source="Members 2026")).place_file.sources
    assert plain.access == Access.PUBLIC
