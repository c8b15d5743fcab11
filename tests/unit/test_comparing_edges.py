"""Every number of a comparison, on the side that it belongs to."""

from datetime import date

import pytest

from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.comparing.rules import RESPECTS, Comparison, Side, compare, theme_key
from app.questions.gaps.rules import find_gaps
from tests.unit.gap_cases import Line, Place
from tests.unit.test_comparing import Sort, place, side

Sector, YesNo = words.Sector, words.YesNoNotRecorded


def measures(of: Comparison) -> dict[str, tuple[int, int]]:
    return {row.name: (row.left, row.right) for row in of.measures}


def busy() -> Place:
    """Return a place with a seat of every sort and sector, two lines, and a body that stands for five."""
    p = place()
    board = p.body(Sort.PARTNERSHIP_BOARD, sector=None, name="Board")
    for sector in Sector:
        p.hold(p.seat(board, [p.body(sector=sector)]), p.person())
    p.seat(board, number=3, vacant_since="2009")
    p.seat(board, number=4, taken_up=YesNo.NO)
    p.seat(board, number=5)
    p.body(Sort.COMMITTEE, count=5, sector=Sector.STATUTORY, name="Committees")
    p.join(board, Line.REPORTS_TO, p.body(name="Above"))
    p.join(p.body(name="Below"), Line.FEEDS_INTO, board)
    return p


def test_every_measure_is_counted_for_its_own_side() -> None:
    sectors = len(Sector)
    expected = {
        "Bodies": sectors + 4,
        "Boards and committees": 2,
        "Seats": sectors + 12,
        "Seats of the voluntary, community and faith sectors": 3,
        "Seats of statutory bodies": 1,
        "Seats filled": sectors,
        "Seats vacant": 3,
        "Seats not taken up": 4,
        "Seats whose holder is not recorded": 5,
        "Lines between bodies": 2,
    }
    left, right = (
        measures(compare(*sides)) for sides in ((side(busy()), side(place())), (side(place()), side(busy())))
    )
    assert {name: left[name] for name in expected} == {name: (number, 0) for name, number in expected.items()}
    assert {name: right[name] for name in expected} == {name: (0, number) for name, number in expected.items()}


def test_bodies_stand_by_name_on_their_side() -> None:
    left, right = place(), place()
    for name in ("Zoo", "The Albany", "Middle"):
        left.body(name=name)
    right.body(name="Right")
    found = compare(side(left), side(right))
    (row,) = found.sorts
    assert [body.name for body in row.left] == ["The Albany", "Middle", "Zoo"]
    assert [body.name for body in row.right] == ["Right"]
    assert (row.left_count, row.right_count) == (3, 1)
    assert (found.only_left, found.only_right) == ((), ())


def test_sorts_stand_in_the_order_of_the_vocabulary() -> None:
    left, right = place(), place()
    for sort in reversed(Sort):
        (left if sort.value < "m" else right).body(sort, kind=words.OrganizationKind.FORMAL)
    found = compare(side(left), side(right))
    expected = [sort for sort in Sort if sort is not Sort.CONSTITUENCY]
    assert [row.classification for row in found.sorts] == expected
    assert [row.classification for row in found.only_left] == [sort for sort in expected if sort.value < "m"]
    assert [row.classification for row in found.only_right] == [sort for sort in expected if sort.value >= "m"]


def test_themes_stand_in_their_order_with_the_bodies_under_each() -> None:
    left, right = place(), place()
    late, early = r.Theme("l", "Late & Last", 9), r.Theme("e", "Early", 1)
    left.body(theme=late, name="B Left")
    left.body(theme=late, name="A Left")
    right.body(theme=early, name="Right")
    right.body(theme=r.Theme("x", "late AND  last", 2), name="Other Right")
    left.body(theme=None)
    found = compare(side(left), side(right))
    assert [(row.name, [b.name for b in row.left], [b.name for b in row.right]) for row in found.themes] == [
        ("Early", [], ["Right"]),
        ("late AND  last", ["A Left", "B Left"], ["Other Right"]),
    ]


@pytest.mark.parametrize("name", ["Health & Care", "health and care", "HEALTH &CARE", " Health  and Care "])
def test_themes_are_matched_whatever_the_capitals_and_spaces(name: str) -> None:
    assert theme_key(name) == "health and care"


def test_gaps_are_counted_by_kind_and_side_in_the_order_of_kinds() -> None:
    left, right = place(), place()
    for _ in range(2):
        left.body(Sort.FORUM, kind=words.OrganizationKind.COLLABORATION)
    right.body(Sort.FORUM)
    right.seat(right.board(), [right.body()])
    found = compare(side(left), side(right))
    assert [(row.kind, row.left, row.right) for row in found.gaps] == [
        (words.GapKind.HOLDER_NOT_RECORDED, 0, 1),
        (words.GapKind.FEEDS_NOTHING, 2, 1),
        (words.GapKind.NO_LINES, 2, 0),
    ]


@pytest.mark.parametrize("respect", RESPECTS)
def test_each_respect_of_capacity_is_counted_by_itself(respect: str) -> None:
    left, right = place(), place()
    fields = dict.fromkeys(r.Capacity.__dataclass_fields__)
    left.body(Sort.FORUM, capacity=r.Capacity(**(fields | {respect: "Said"})))
    left.body(Sort.FORUM, capacity=r.Capacity(**(fields | {respect: ""})))
    for _ in range(3):
        right.body(Sort.FORUM, capacity=r.Capacity(**(fields | {respect: "Said"})))
    found = compare(side(left), side(right))
    assert [row.respect for row in found.capacity] == list(RESPECTS)
    assert {row.respect: (row.left, row.left_of, row.right, row.right_of) for row in found.capacity} == {
        each: (1, 2, 3, 3) if each == respect else (0, 2, 0, 3) for each in RESPECTS
    }


def test_a_body_counts_from_its_first_day_to_its_last() -> None:
    p = place()
    p.body(period=r.Period("2010-01-22", "2010-01-22"))
    p.body(period=r.Period("2010-01-23", None))
    p.body(period=r.Period(None, "2010-01-21"))
    standing = p.standing()
    assert len(Side(standing, tuple(find_gaps(standing)), ()).bodies) == 1
    assert standing.on == date(2010, 1, 22)
