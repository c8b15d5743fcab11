"""Two places next to each other: matched by sort and by the names of themes, nothing lost on either side."""

from datetime import date

from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.comparing import likenesses
from app.questions.comparing.rules import Side, compare, theme_key
from app.questions.gaps.rules import find_gaps
from tests.unit.gap_cases import Place

Sort = words.Classification


def side(p: Place) -> Side:
    standing = p.standing()
    forums = tuple(body for body in standing.register.bodies() if body.classification is Sort.FORUM)
    return Side(standing, tuple(find_gaps(standing)), forums)


def place() -> Place:
    return Place(date(2010, 1, 22))


def test_sorts_are_matched_and_what_only_one_has_is_said() -> None:
    left, right = place(), place()
    left.body(Sort.FORUM)
    left.body(Sort.COMMITTEE, count=22)
    right.body(Sort.FORUM)
    right.body(Sort.NETWORK)
    found = compare(side(left), side(right))
    assert [(row.classification, row.left_count, row.right_count) for row in found.sorts] == [
        (Sort.COMMITTEE, 1, 0),
        (Sort.FORUM, 1, 1),
        (Sort.NETWORK, 0, 1),
    ]
    assert [row.classification for row in found.only_left] == [Sort.COMMITTEE]
    assert [row.classification for row in found.only_right] == [Sort.NETWORK]


def test_themes_are_the_same_when_their_names_are() -> None:
    left, right = place(), place()
    left.body(theme=r.Theme("health", "Health & Care", 1))
    right.body(theme=r.Theme("hc", "Health and care", 7))
    right.body(theme=r.Theme("health", "Housing", 2))
    found = compare(side(left), side(right))
    assert [(row.name, row.left_count, row.right_count) for row in found.themes] == [
        ("Health & Care", 1, 1),
        ("Housing", 0, 1),
    ]


def test_themes_called_differently_that_mean_the_same_are_one() -> None:
    left, right = place(), place()
    left.body(theme=r.Theme("children", "Children and families", 1))
    left.body(theme=r.Theme("safety", "Community safety", 2))
    left.body(theme=r.Theme("mind", "Mental health", 3))
    right.body(theme=r.Theme("young", "Children & Young People", 1))
    right.body(theme=r.Theme("crime", "Communities and safety", 2))
    right.body(theme=r.Theme("health", "Health", 3))
    assert [(row.name, row.left_count, row.right_count) for row in compare(side(left), side(right)).themes] == [
        ("Children and families / Children & Young People", 1, 1),
        ("Community safety / Communities and safety", 1, 1),
        ("Mental health", 1, 0),
        ("Health", 0, 1),
    ]


def test_a_place_can_say_what_others_call_its_theme() -> None:
    """Matched by the names that partnerships use for it too; two themes of the other place may both be meant."""
    left, right = place(), place()
    left.body(theme=r.Theme("later", "Later life", 1, ("Ageing well", "Golden & Silver")))
    left.body(theme=r.Theme("rest", "The rest", 2))
    right.body(theme=r.Theme("old", "Older people", 1))
    right.body(theme=r.Theme("gold", "golden and silver", 2))
    right.body(theme=r.Theme("rest", "Everything", 3))
    called = [
        ("Later life / Older people / golden and silver", 1, 2),
        ("The rest", 1, 0),
        ("Everything", 0, 1),
    ]
    assert [(row.name, row.left_count, row.right_count) for row in compare(side(left), side(right)).themes] == called
    turned = compare(side(right), side(left)).themes
    assert {(row.right_count, row.left_count) for row in turned} == {(1, 2), (1, 0), (0, 1)}


def test_no_name_of_a_theme_stands_in_two_lines() -> None:
    names = [name for line in likenesses._ALIKE for name in line.split("|")]
    assert len(names) == len(set(names))
    assert all(theme_key(name) == name for name in names)


def test_people_at_large_and_what_was_wound_up_are_left_out() -> None:
    left = place()
    left.body(Sort.CONSTITUENCY, kind=words.OrganizationKind.CONSTITUENCY)
    left.body(Sort.FORUM, status=words.LifecycleStatus.DISBANDED)
    assert compare(side(left), side(place())).sorts == ()


def test_gaps_and_seats_are_counted_on_the_side_they_belong_to() -> None:
    left, right = place(), place()
    board = left.body(Sort.PARTNERSHIP_BOARD)
    left.seat(board, [left.body()], vacant_since="2009")
    right.board()
    found = compare(side(left), side(right))
    vacant = {row.kind: (row.left, row.right) for row in found.gaps}[words.GapKind.VACANT_POST]
    assert vacant == (1, 0)
    numbers = {row.name: (row.left, row.right) for row in found.measures}
    assert numbers["Seats"] == (1, 1)
    assert numbers["Seats vacant"] == (1, 0)
    assert numbers["Seats filled"] == (0, 1)


def test_capacity_is_counted_over_forums_of_which_a_source_says_something() -> None:
    left = place()
    known = r.Capacity("Registered charity", None, None, None, None, None, None, None)
    left.body(Sort.FORUM, capacity=known)
    left.body(Sort.FORUM)
    found = compare(side(left), side(place()))
    rows = {row.respect: (row.left, row.left_of, row.right, row.right_of) for row in found.capacity}
    assert rows["constitution"] == (1, 2, 0, 0)
    assert rows["paid_hours"] == (0, 2, 0, 0)
