"""Representation, turn by turn: which seats count, in which order, and what only involves a body."""

from app.domain.vocabulary import Directness
from app.questions.representation.rules import OfficeSeat, Seat, Walk, represented, shortest_routes
from tests.unit.test_represented import seat

DIRECT, THROUGH, INVOLVED = Directness.DIRECT, Directness.THROUGH, Directness.INVOLVED


def test_seats_stand_direct_first_then_by_the_way_the_board_and_the_seat() -> None:
    steps = [("us", "b"), ("us", "a"), ("a", "c")]
    seats = [
        seat("c", "p5", "x"), seat("b", "p4", "x"), seat("a", "p3", "y"), seat("a", "p2", "x"), seat("us", "p1", "y"),
        seat("us", "p0", "x", "HOLDS"), seat("us", "p9", "x"),
    ]  # fmt: skip
    found, involved = represented("us", Walk(steps, seats, []), 4)
    assert found == [
        Seat("p0", "x", DIRECT), Seat("p9", "x", DIRECT), Seat("p1", "y", DIRECT), Seat("p2", "x", THROUGH, ("a",)),
        Seat("p3", "y", THROUGH, ("a",)), Seat("p4", "x", THROUGH, ("b",)), Seat("p5", "x", THROUGH, ("a", "c")),
    ]  # fmt: skip
    assert involved == []


def test_a_seat_that_does_not_count_hides_none_after_it() -> None:
    seats = [
        seat("us", "p1", "x", "HOLDS", for_another=True), seat("us", "p2", "us"), seat("far", "p3", "x"),
        seat("us", "p4", "x"), seat("a", "p5", "x"),
    ]  # fmt: skip
    found, _ = represented("us", Walk([("us", "a")], seats, []), 4)
    assert [each.post_id for each in found] == ["p4", "p5"]


def test_a_seat_on_a_group_of_the_way_is_none_and_the_shortest_way_counts_whatever_the_order() -> None:
    steps = [("us", "a"), ("a", "b"), ("us", "c")]
    for seats in ([seat("b", "p", "x"), seat("c", "p", "x")], [seat("c", "p", "x"), seat("b", "p", "x")]):
        found, _ = represented("us", Walk(steps, seats, []), 4)
        assert found == [Seat("p", "x", THROUGH, ("c",))]
    assert represented("us", Walk(steps, [seat("b", "p", "a")], []), 4)[0] == []
    for seats in ([seat("a", "p", "x"), seat("c", "p", "x")], [seat("c", "p", "x"), seat("a", "p", "x")]):
        assert represented("us", Walk(steps, seats, []), 4)[0] == [Seat("p", "x", THROUGH, ("a",))]


def test_a_seat_on_behalf_of_us_is_ours_whomever_else_it_is_for() -> None:
    seats = [seat("us", "p1", "x", for_another=True), seat("a", "p2", "x", for_another=True)]
    found, _ = represented("us", Walk([("us", "a")], seats, []), 4)
    assert [(each.post_id, each.directness) for each in found] == [("p1", DIRECT), ("p2", THROUGH)]


def test_offices_represent_or_involve() -> None:
    offices = [
        OfficeSeat("own", "p1", "x", ()), OfficeSeat("own", "p2", "us", ()), OfficeSeat("own", "p3", "y", ("them",)),
        OfficeSeat("staff", "p4", "x", ()), OfficeSeat("staff", "p1", "x", ()), OfficeSeat("holder", "p5", "x", ()),
        OfficeSeat("holder", "p6", "x", ("them",)), OfficeSeat("itself", "p7", "x", ("them", "us")),
        OfficeSeat("staff", "p8", "us", ("them",)), OfficeSeat("itself", "p9", "a", ()),
    ]  # fmt: skip
    found, involved = represented("us", Walk([], [], offices), 4)
    assert found == [Seat("p1", "x", DIRECT)]
    assert involved == [Seat("p4", "x", INVOLVED), Seat("p6", "x", INVOLVED), Seat("p3", "y", INVOLVED)]


def test_ways_are_shortest_and_of_one_length_the_first_by_id() -> None:
    steps = [("us", "c"), ("us", "b"), ("c", "d"), ("b", "d"), ("d", "e"), ("us", "us"), ("d", "us")]
    assert shortest_routes("us", steps, 3) == {
        "us": (), "b": ("b",), "c": ("c",), "d": ("b", "d"), "e": ("b", "d", "e"),
    }  # fmt: skip
    assert set(shortest_routes("us", steps, 2)) == {"us", "b", "c", "d"}
    assert shortest_routes("us", steps, 0) == {"us": ()}
