"""What "X is represented on B" means: the rule on values, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.vocabulary import Directness
from app.questions.representation.rules import GroupSeat, OfficeSeat, Walk, represented, shortest_routes


def seat(group: str, post: str, board: str, by: str = "ON_BEHALF_OF", *, for_another: bool = False) -> GroupSeat:
    return GroupSeat(group, post, board, by, for_another)


def test_a_seat_on_behalf_of_the_group_is_direct() -> None:
    seats, involved = represented("us", Walk([], [seat("us", "p", "board")], []), 4)
    assert [(s.post_id, s.directness, s.via) for s in seats] == [("p", Directness.DIRECT, ())]
    assert involved == []


def test_a_seat_the_group_holds_for_nobody_else_is_direct() -> None:
    assert len(represented("us", Walk([], [seat("us", "p", "board", "HOLDS")], []), 4)[0]) == 1


def test_a_seat_the_group_holds_for_another_body_only_involves_it() -> None:
    walk = Walk([], [seat("us", "p", "b", "HOLDS", for_another=True)], [OfficeSeat("itself", "p", "b", ("them",))])
    seats, involved = represented("us", walk, 4)
    assert seats == []
    assert [s.post_id for s in involved] == ["p"]


def test_a_seat_for_nobody_recorded_filled_by_our_chair_is_direct() -> None:
    seats, _ = represented("us", Walk([], [], [OfficeSeat("own", "p", "board", ())]), 4)
    assert [s.directness for s in seats] == [Directness.DIRECT]


def test_our_chair_speaking_for_a_constituency_involves_us_without_representing_us() -> None:
    seats, involved = represented("us", Walk([], [], [OfficeSeat("own", "p", "board", ("voluntary-sector",))]), 4)
    assert seats == []
    assert [(s.post_id, s.directness) for s in involved] == [("p", Directness.INVOLVED)]


def test_staff_on_a_board_for_nobody_recorded_involve_us_but_other_holders_do_not() -> None:
    offices = [OfficeSeat("staff", "a", "board", ()), OfficeSeat("holder", "b", "board", ())]
    _, involved = represented("us", Walk([], [], offices), 4)
    assert [s.post_id for s in involved] == ["a"]


def test_seats_on_the_group_itself_are_no_representation_of_it() -> None:
    walk = Walk([], [seat("us", "p", "us")], [OfficeSeat("own", "chair", "us", ())])
    assert represented("us", walk, 4) == ([], [])


def test_the_shortest_route_counts_and_direct_beats_through() -> None:
    steps = [("us", "a"), ("a", "b"), ("us", "b")]
    walk = Walk(steps, [seat("b", "p", "board"), seat("us", "q", "board"), seat("b", "q", "board")], [])
    seats, _ = represented("us", walk, 4)
    assert [(s.post_id, s.directness, s.via) for s in seats] == [
        ("q", Directness.DIRECT, ()),
        ("p", Directness.THROUGH, ("b",)),
    ]


def test_a_route_longer_than_asked_for_does_not_count() -> None:
    walk = Walk([("us", "a"), ("a", "b")], [seat("b", "p", "board")], [])
    assert represented("us", walk, 1)[0] == []
    assert len(represented("us", walk, 2)[0]) == 1


groups = st.sampled_from("abcdefg")


@given(st.lists(st.tuples(groups, groups), max_size=30), st.integers(0, 6))
def test_routes_end_never_repeat_a_group_and_are_shortest(steps: list[tuple[str, str]], most: int) -> None:
    routes = shortest_routes("a", steps, most)
    assert routes["a"] == ()
    for group, way in routes.items():
        assert len(way) <= most
        assert len({"a", *way}) == len(way) + 1
        assert all(pair in steps for pair in zip(("a", *way), way, strict=False))
        for here, there in steps:
            if here == group and len(way) < most:
                assert len(routes[there]) <= len(way) + 1


@given(
    st.lists(st.tuples(groups, groups), max_size=20),
    st.lists(st.tuples(groups, st.integers(0, 9), groups), max_size=20),
)
def test_no_seat_is_counted_twice_and_none_both_ways(
    steps: list[tuple[str, str]], held: list[tuple[str, int, str]]
) -> None:
    walk = Walk(steps, [seat(g, f"p{n}", b) for g, n, b in held], [])
    seats, involved = represented("a", walk, 4)
    ids = [s.post_id for s in seats]
    assert len(ids) == len(set(ids))
    assert involved == []
    assert all(s.board_id != "a" and s.board_id not in s.via for s in seats)
