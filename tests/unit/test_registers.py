"""Registers: which rows each has, what stands in their cells, and how they are sorted, filtered and cut into pages."""

from datetime import date

import pytest

from app.domain import records as r
from app.domain import vocabulary as words
from app.errors import BadInput
from app.questions.registers.ask import KINDS
from app.questions.registers.attendance import ATTENDANCE
from app.questions.registers.rolls import PAGE, Kind, PlaceRead, Roll, Row, roll_of
from tests.unit.gap_cases import Place

ON = date(2010, 3, 31)
AREA = r.Area("p", "Place", None, None, None)
THERE, SORRY = words.AttendanceKind.PRESENT, words.AttendanceKind.APOLOGIES


def rows_of(place: Place, key: str, **day: bool) -> list[Row]:
    return KINDS[key].rows(PlaceRead(AREA, place.standing(**day)))


def texts(rows: list[Row], *keys: str) -> list[tuple[str, ...]]:
    return [tuple(row[key].text for key in keys) for row in rows]


def test_vacancies_are_what_stands_empty_is_over_or_ends_within_a_year() -> None:
    place = Place(ON)
    board = place.body(words.Classification.PARTNERSHIP_BOARD)
    council = place.council()
    empty = place.seat(board, label="Empty", vacant_since="2009-05", electorate="Every member", order=1)
    place.appoint(empty, council)
    left = place.person()
    place.hold(empty, left, period=r.Period("2006", "2009-05"))
    untaken = place.seat(board, label="Untaken", taken_up=words.YesNoNotRecorded.NO, order=2)
    over = place.seat(board, label="Over", term_years=2, order=3)
    place.hold(over, place.person(), period=r.Period("2007-01", None))
    soon = place.seat(board, label="Soon", term_years=3, order=4)
    place.hold(soon, place.person(), period=r.Period("2008-01-10", None))
    later = place.seat(board, label="Later", term_years=3, order=5)
    place.hold(later, place.person(), period=r.Period("2009-01-10", None))
    followed = place.seat(board, label="Followed", term_years=3, order=6)
    place.hold(followed, place.person(), period=r.Period("2008-01-10", None))
    place.hold(followed, place.person(), period=r.Period("2009-06", None))
    place.seat(board, label="Nobody knows", order=7)
    several = place.seat(board, label="Several", number=3, vacant=words.YesNoNotRecorded.YES, order=8)
    place.hold(several, place.person())
    place.seat(board, label="Officer", role=words.Role.OFFICER, vacant_since="2009")
    rows = rows_of(place, "vacancies")
    assert texts(rows, "due", "seat", "when") == [
        ("Stands empty", "Empty", "May 2009"),
        ("Some of several stand empty", "Several (3 seats)", ""),
        ("Not taken up", "Untaken", ""),
        ("Term over", "Over", "January 2009"),
        ("Term ends within a year", "Soon", "10 January 2011"),
    ]
    assert texts(rows[:1], "holder", "chosen", "electorate") == [
        (f"Person {left[2:]}, until May 2009", f"Body {council[2:]}", "Every member")
    ]
    assert [row.id.partition("#")[0] for row in rows] == [empty, several, untaken, over, soon]


def test_seats_say_who_sits_there_and_leave_silence_empty() -> None:
    place = Place(ON)
    board, group = place.body(words.Classification.PARTNERSHIP_BOARD), place.body()
    ann, deputy = place.person(), place.person()
    place.people[ann] = r.Person(ann, "Ann Ray", (), None, (), "Cllr", "OBE")
    held = place.seat(board, [group], label="Held", voting=words.YesNoNotRecorded.YES, term_years=4, order=1)
    place.hold(held, ann, period=r.Period("2008-02", None))
    place.hold(held, deputy, capacity=words.TenureCapacity.DEPUTY)
    place.seat(board, label="Silent", order=2)
    place.seat(board, label="Planned", status=words.FactStatus.PROPOSED, order=3)
    place.seat(place.council(), role=words.Role.ELECTED_MEMBER)
    rows = rows_of(place, "seats")
    assert texts(rows, "seat", "state", "holder", "for", "vote", "since", "term", "deputy") == [
        ("Held", "Filled", "Cllr Ann Ray OBE", f"Body {group[2:]}", "Yes", "February 2008", "February 2012",
         f"Person {deputy[2:]}"),
        ("Silent", "", "", "", "", "", "", ""),
    ]  # fmt: skip
    assert [rows[0][key].value for key in ("holderName", "before", "after")] == ["Ann Ray", "Cllr", "OBE"]
    assert rows[1]["state"].value == "holder not recorded"
    assert texts(rows_of(place, "seats", include_proposed=True)[2:], "seat", "status") == [("Planned", "Proposed")]


def test_people_have_all_that_they_hold_through_offices_and_as_deputies() -> None:
    place = Place(ON)
    forum, board = place.body(words.Classification.FORUM), place.body(words.Classification.PARTNERSHIP_BOARD)
    zoe, abel = place.person(forum, "chair"), place.person()
    place.people[zoe] = r.Person(zoe, "Zoe Adams", (), None, ())
    place.people[abel] = r.Person(abel, "Abel Young", (), None, ())
    chair = place.seat(forum, role=words.Role.CHAIR)
    seat = place.seat(board, label="For the forum")
    place.hold(chair, zoe)
    place.fill(seat, chair)
    place.hold(seat, abel, capacity=words.TenureCapacity.DEPUTY)
    rows = rows_of(place, "people")
    both = f"Body {forum[2:]}: chair; Body {board[2:]}: For the forum"
    assert sorted(rows[0]["seats"].text.split("; ")) == sorted(both.split("; "))
    assert texts(rows, "name", "number", "deputy", "with") == [
        ("Zoe Adams", "2", "", f"Body {forum[2:]}, chair"),
        ("Abel Young", "", f"Body {board[2:]}: For the forum", ""),
    ]


def test_outside_bodies_are_by_who_appoints_and_never_to_itself() -> None:
    place = Place(ON)
    council, trust = place.council(), place.body(words.Classification.COMPANY)
    ours = place.seat(trust, label="Trustee")
    place.appoint(ours, council)
    place.appoint(place.seat(council), council)
    rows = rows_of(place, "outside-bodies")
    assert texts(rows, "by", "body", "seat") == [(f"Body {council[2:]}", f"Body {trust[2:]}", "Trustee")]
    roll = roll_of(KINDS["outside-bodies"], rows)
    assert [(head.text, len(under)) for head, under in roll.groups] == [(f"Body {council[2:]}", 1)]
    assert "by" not in {column.key for column in roll.shown}
    assert "by" in {column.key for column in roll_of(KINDS["outside-bodies"], rows, sort="body").shown}


def attended(*how: words.AttendanceKind | None, days: int = 400) -> list[Row]:
    """Return the register of attendance of a seat whose holder was at meetings so; None is not named."""
    place = Place(ON)
    board, holder, other = place.body(words.Classification.PARTNERSHIP_BOARD), place.person(), place.person()
    place.hold(place.seat(board, label="Seat"), holder)
    place.seat(board, label="Nobody known")
    for at, kind in enumerate(how):
        named = [(kind, holder)] if kind else []
        place.meet(board, (THERE, other), *named, days=-days + 30 * at)
    return rows_of(place, "attendance")


@pytest.mark.parametrize(
    ("how", "running", "pointed_out"),
    [
        ((SORRY, None, SORRY), "3, 3 or more", 1),
        ((SORRY, None, THERE, SORRY), "2", 0),
        ((THERE, SORRY, None, SORRY, THERE), "3, 3 or more", 1),
        ((THERE, THERE), "0", 0),
    ],
)
def test_who_missed_three_running(how: tuple[words.AttendanceKind | None, ...], running: str, pointed_out: int) -> None:
    rows = attended(*how, days=300)
    assert texts(rows, "seat", "running") == [("Seat", running)]
    there, sorry = how.count(THERE), how.count(SORRY)
    assert [rows[0][key].value for key in ("meetings", "present", "apologies", "unnamed")] == [
        len(how), there, sorry, len(how) - there - sorry,
    ]  # fmt: skip
    assert ("missing from" in ATTENDANCE.remark(rows)) == bool(pointed_out)


def test_only_the_meetings_of_the_year_count() -> None:
    assert attended(SORRY, days=366) == []
    assert len(attended(SORRY, days=364)) == 1


@pytest.mark.parametrize(
    ("came", "needed", "stated", "said"),
    [
        (3, 3, "not_recorded", "Yes, by count"),
        (2, 3, "not_recorded", "No, by count"),
        (2, 3, "yes", "Yes"),
        (3, 3, "no", "No"),
        (3, None, "not_recorded", ""),
        (0, 3, "not_recorded", ""),
    ],
)
def test_whether_there_was_a_quorum(came: int, needed: int | None, stated: str, said: str) -> None:
    place = Place(ON)
    board = place.body(words.Classification.PARTNERSHIP_BOARD, quorum_number=needed)
    there = [(THERE, place.person()) for _ in range(came)]
    place.meet(board, *there, (SORRY, place.person()), quorate=words.YesNoNotRecorded(stated))
    assert texts(rows_of(place, "meetings"), "quorum", "present", "apologies") == [(said, f"{came}", "1")]


def _many(number: int) -> tuple[Kind, list[Row]]:
    place = Place(ON)
    board = place.body(words.Classification.PARTNERSHIP_BOARD)
    for at in range(number):
        place.hold(place.seat(board, label=f"Seat {at}", order=at), place.person())
    place.seat(board, label="Silent", order=number)
    return KINDS["seats"], rows_of(place, "seats")


@pytest.mark.parametrize("descending", [False, True])
def test_silence_comes_last_either_way_and_numbers_count_as_numbers(*, descending: bool) -> None:
    kind, rows = _many(11)
    by_seat = [row["seat"].text for row in roll_of(kind, rows, sort="seat", descending=descending).rows]
    expected = [*(f"Seat {at}" for at in range(11)), "Silent"]
    assert by_seat == (expected[::-1] if descending else expected)
    by_holder = roll_of(kind, rows, sort="holder", descending=descending)
    assert by_holder.rows[-1]["seat"].text == "Silent"
    assert {column.key: by_holder.not_recorded(column) for column in by_holder.shown}["holder"] == 1
    assert {"vote", "basis"} <= {column.key for column in by_holder.silent}


def test_rows_are_filtered_by_all_words_that_a_page_shows_and_by_nothing_else() -> None:
    kind, rows = _many(11)

    def found(text: str) -> Roll:
        return roll_of(kind, rows, find=text)

    assert [row["seat"].text for row in found("  SEAT 10 ").rows] == ["Seat 10"]
    assert not found("holder not recorded").rows
    assert not found("member").rows
    assert (len(found("seat").rows), len(found("seat").whole)) == (11, 12)


def test_a_long_register_is_cut_into_pages() -> None:
    kind, rows = _many(PAGE)
    roll = roll_of(kind, rows)
    assert (roll.pages, len(roll.page(1).rows), len(roll.page(2).rows)) == (2, PAGE, 1)
    for at in (0, 3):
        with pytest.raises(BadInput, match="2 pages"):
            roll.page(at)
    with pytest.raises(BadInput, match="place, body"):
        roll_of(kind, rows, sort="holderName")
