"""A sheet is read in pieces: nothing is lost, doubled or misplaced where one piece ends and the next begins."""

import re

import pytest

from app.exchange import place_format as form
from app.exchange.entries.listed import entries_in
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import AT_ONCE, MAX_ROWS, Tidying, Unreadable, tidied
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.formats import sheets_of
from app.exchange.yaml_files import Checked
from tests.sheets.drafts import AREAS, drafted, problems
from tests.sheets.officers import workbook

ROWS = 3 * AT_ONCE + 7
"""More than three pieces."""
BORDERS = (AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE, 3 * AT_ONCE + 2, ROWS)
"""Numbers of rows around where pieces end; the headings are row 1."""


def name(number: int) -> str:
    """Return a name that no other number has, without a digit in it."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    return f"An{letters} Lee{letters[::-1]}"


def sheet(**changed: str) -> bytes:
    """Write a sheet in which each row has a seat of its own, but for some rows: `row7_holder` is in row 7."""
    rows: list[list[object]] = [["Board", "Seat", "Held by", "From"]]
    for number in range(2, ROWS + 1):
        cells = {"board": f"Board {number // 50}", "seat": f"Seat {number}", "holder": name(number), "since": "2009"}
        cells |= {column: changed[key] for column in cells if (key := f"row{number}_{column}") in changed}
        rows.append(list(cells.values()))
    return workbook(("Seats", rows))


PLAIN = sheet()


def checked(raw: bytes, *, on: form.PlaceFile | None = None, recorded: dict[str, str] | None = None) -> Checked:
    draft = drafted(raw, on=on)
    assert draft.problems == []
    areas = [form.Area(id="bromley", name="Bromley")]
    return checked_sheet(
        "members.xlsx", draft.place_file, draft.spots, AREAS, [], most=1_000_000, areas=areas, recorded=recorded
    )


def test_every_row_is_read_once_and_keeps_its_number() -> None:
    counts: list[int] = []
    (read,) = sheets_of("members.xlsx", PLAIN, counts.append)
    assert [row.number for row in read.rows] == list(range(1, ROWS + 1))
    assert [row.texts[2] for row in read.rows[1:]] == [name(number) for number in range(2, ROWS + 1)]
    assert counts[-1] == ROWS
    assert counts == sorted(counts)


def test_every_row_is_a_seat_with_its_holder() -> None:
    posts = drafted(PLAIN).place_file.posts
    assert [(post.label, post.holders[0].person) for post in posts] == [
        (f"Seat {number}", name(number).lower().replace(" ", "-")) for number in range(2, ROWS + 1)
    ]


def test_a_board_that_is_named_on_both_sides_is_one() -> None:
    far = {f"row{number}_board": "Carers Forum" for number in BORDERS}
    draft = drafted(sheet(**far))
    assert sum(body.name == "Carers Forum" for body in draft.place_file.organizations) == 1
    seats = [post.label for post in draft.place_file.posts if post.on == "carers-forum"]
    assert seats == [f"Seat {number}" for number in BORDERS]


def test_somebody_who_is_named_on_both_sides_is_one() -> None:
    draft = drafted(sheet(**{f"row{number}_holder": "Jo Smith" for number in BORDERS}))
    assert sum(person.name == "Jo Smith" for person in draft.place_file.people) == 1
    assert sum(post.holders[0].person == "jo-smith" for post in draft.place_file.posts) == len(BORDERS)


@pytest.mark.parametrize("number", BORDERS)
def test_a_row_that_comes_again_far_below_is_refused_at_its_own_cell(number: int) -> None:
    again = {"board": "Board 0", "seat": "Seat 3", "holder": name(3)}
    found = problems(sheet(**{f"row{number}_{column}": said for column, said in again.items()}))
    expected = "expected one row a seat: sheet Seats, row 3 has the same seat with the same holder"
    assert found == [f"members.xlsx: sheet Seats, C{number}: Held by: found '{name(3)}'; {expected}"]


def test_each_problem_is_told_at_its_own_row() -> None:
    wrong = {f"row{number}_since": "soon" for number in BORDERS}
    told = [problem.partition(": From:")[0] for problem in problems(sheet(**wrong))]
    assert told == [f"members.xlsx: sheet Seats, D{number}" for number in BORDERS]


def test_what_the_check_objects_to_is_told_at_its_own_row() -> None:
    long = {f"row{number}_seat": f"{number} {'x' * 300}" for number in BORDERS}
    draft = drafted(sheet(**long))
    found = checked_sheet("members.xlsx", draft.place_file, draft.spots, AREAS, [], most=1_000_000).problems
    assert [(problem.spot, problem.field) for problem in found] == [
        (f"sheet Seats, B{number}", "Seat") for number in BORDERS
    ]


def test_doubts_are_told_at_their_own_row() -> None:
    far = {f"row{number}_since": "2199" for number in BORDERS}
    assert [doubt.spot for doubt in checked(sheet(**far)).doubts] == [f"sheet Seats, D{number}" for number in BORDERS]


def test_each_entry_is_counted_once_while_it_is_checked() -> None:
    draft, told = drafted(PLAIN), list[tuple[int, int]]()

    def step(done: int, whole: int) -> None:
        told.append((done, whole))

    file = draft.place_file
    whole = len(file.organizations) + len(file.people) + len(file.posts) + len(file.sources)
    checked_sheet("members.xlsx", file, draft.spots, AREAS, [], most=1_000_000, step=step)
    assert told == [(done, whole) for done in range(AT_ONCE, whole + 1, AT_ONCE)]


def test_facts_of_what_is_new_keep_what_they_say_and_others_all() -> None:
    raw = sheet()
    whole = checked(raw).facts
    some = {node.id: node.label for node in whole.nodes[::2]}
    lean = checked(raw, recorded=some).facts
    assert [fact.digest for fact in lean.all()] == [fact.digest for fact in whole.all()]
    for node, all_of_it in zip(lean.nodes, whole.nodes, strict=True):
        said = {name: value for name, value in all_of_it.properties.items() if value is not None}
        assert node.properties == (all_of_it.properties if node.id in some else said)
    for link, whole_link in zip(lean.links, whole.links, strict=True):
        said = {name: value for name, value in whole_link.properties.items() if value is not None}
        known = link.from_id in some and link.to_id in some
        assert link.properties == (whole_link.properties if known else said)


def test_a_sheet_over_what_it_made_changes_nothing() -> None:
    before = drafted(PLAIN).place_file
    again = drafted(PLAIN, on=before)
    assert (again.place_file, again.new, again.notes, again.problems) == (before, [], [], [])
    assert len(entries_in(before).all) > 2 * ROWS


def test_texts_are_tidied_alike_however_many_there_are() -> None:
    tidying = Tidying()
    texts = ["  a  b ", "a\u00a0b", "a\r\n\r\n b ", "x\ty", "", " ", "é\u2028f"]
    many = [*texts, *(f" {number}  x" for number in range(Tidying.MOST + 5)), *texts, "w " * Tidying.LONGEST]
    assert [tidying.text(text) for text in many] == list(map(tidied, many))
    assert tidied("  a \u00a0 b\r\n\n c ") == "a b\nc"


def test_one_row_more_than_may_be_is_refused() -> None:
    raw = ("Board,Held by\n" + "A,\n" * (MAX_ROWS - 1)).encode()
    assert len(sheets_of("a.csv", raw)[0].rows) == MAX_ROWS
    with pytest.raises(Unreadable, match=f"more than {MAX_ROWS:,} rows"):
        sheets_of("a.csv", raw + b"A,\n")


def test_more_facts_than_may_be_are_refused_at_the_row_where_they_begin() -> None:
    (problem,) = problems(PLAIN, most=10_000)
    assert re.fullmatch(
        r"members.xlsx: sheet Seats, A\d+: .*found more than 10,000 facts; expected at most .*", problem
    )


def test_a_board_of_very_many_plain_seats_gets_an_id_for_each() -> None:
    rows = [["Carers Forum", "", f"{name(number)}"] for number in range(2_000)]
    draft = drafted(workbook(("S", [["Board", "Seat", "Held by"], *rows])), beside=Beside(source="List"))
    ids = [post.id for post in draft.place_file.posts]
    assert ids[:3] == [None, "carers-forum--member-2", "carers-forum--member-3"]
    assert len(set(ids)) == 2_000
