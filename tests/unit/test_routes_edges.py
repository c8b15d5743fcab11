"""Routes by hand: how many, how long, past whom, and when one step may lead sideways."""

import pytest

from app.questions.routes.rules import MOST_STEPS, Link, shortest_routes


def links(*steps: str, sideways: str = "") -> list[Link]:
    """Read steps: `ab` leads from a to b."""
    across = sideways.split()
    return [Link(step[0], step[1]) for step in steps] + [Link(step[0], step[1], sideways=True) for step in across]


def ways(found: list[tuple[Link, ...]]) -> list[str]:
    """Write routes: `ab-c` goes from a to b, and sideways to c."""
    return [
        route[0].from_id + "".join(("-" if step.sideways else "") + step.to_id for step in route) for route in found
    ]


GRID = links("ab", "ac", "ad", "be", "ce", "de", "ef", "eg", "fg", "bg")


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, ["abg"]),
        (2, ["abg", "abeg"]),
        (3, ["abg", "abeg", "aceg"]),
        (4, ["abg", "abeg", "aceg", "adeg"]),
        (7, ["abg", "abeg", "aceg", "adeg", "abefg", "acefg", "adefg"]),
        (9, ["abg", "abeg", "aceg", "adeg", "abefg", "acefg", "adefg"]),
    ],
)
def test_the_few_shortest_stand_by_length_and_then_by_id(most: int, expected: list[str]) -> None:
    assert ways(shortest_routes("a", "g", GRID, most=most)) == expected


def test_three_are_shown_unless_more_are_asked_for() -> None:
    assert len(shortest_routes("a", "g", GRID)) == 3


@pytest.mark.parametrize(("most_steps", "count"), [(1, 0), (2, 1), (3, 4), (4, 7)])
def test_no_route_is_longer_than_asked_for(most_steps: int, count: int) -> None:
    assert len(shortest_routes("a", "g", GRID, most=9, most_steps=most_steps)) == count


def test_no_route_is_longer_than_six_steps() -> None:
    chain = links("ab", "bc", "cd", "de", "ef", "fg", "gh")
    assert ways(shortest_routes("a", "g", chain)) == ["abcdefg"]
    assert len("abcdefg") == MOST_STEPS + 1
    assert shortest_routes("a", "h", chain) == []


def test_a_route_passes_no_body_twice_and_ends_where_it_ends() -> None:
    assert ways(shortest_routes("a", "c", links("aa", "ab", "ba", "bb", "bc", "cb", "cd", "dc"), most=9)) == ["abc"]
    assert shortest_routes("a", "a", links("ab", "ba")) == []
    assert shortest_routes("a", "z", links("ab")) == []
    assert shortest_routes("a", "b", []) == []


def test_a_route_comes_back_to_none_of_the_bodies_before() -> None:
    assert ways(shortest_routes("a", "g", links("ab", "bc", "cb", "bg", "cg", "cd", "db", "dg"), most=9)) == [
        "abg",
        "abcg",
        "abcdg",
    ]


def test_a_sideways_step_counts_only_where_no_upward_route_is() -> None:
    assert ways(shortest_routes("a", "c", links("ab", "bd", "dc", sideways="bc ac"))) == ["abdc"]
    assert ways(shortest_routes("a", "d", links("ab", "cd", sideways="bc ac"), most=9)) == ["a-cd", "ab-cd"]
    assert ways(shortest_routes("a", "d", links("ab", "ac", sideways="bd cd"), most=9)) == ["ab-d", "ac-d"]


def test_one_step_and_no_more_leads_sideways() -> None:
    assert shortest_routes("a", "c", links(sideways="ab bc")) == []
    assert ways(shortest_routes("a", "d", links("bc", sideways="ab cd ad"), most=9)) == ["a-d"]


def test_where_an_upward_step_joins_two_a_sideways_one_is_left_out() -> None:
    assert ways(shortest_routes("a", "c", links("ab", sideways="ab bc"), most=9)) == ["ab-c"]


def test_the_order_of_the_links_does_not_matter() -> None:
    assert shortest_routes("a", "g", reversed(GRID), most=9) == shortest_routes("a", "g", GRID, most=9)
