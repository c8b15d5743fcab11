"""Who carries a seat, and what one person it rests on: each turn of the rule by itself."""

import pytest

from app.domain.carrying import (
    ALL_OF,
    carrier_name,
    carriers_of,
    has_deputy,
    office_called,
    one_person,
    resting_on_one,
    rests_on,
)
from app.domain.vocabulary import CarrierKind, Role, Sector, TenureCapacity
from tests.unit.gap_cases import Place
from tests.unit.test_fragility import ON

PERSON, OFFICE, ORGANIZATION = CarrierKind.PERSON, CarrierKind.OFFICE, CarrierKind.ORGANIZATION
DEPUTY, ACTING = TenureCapacity.DEPUTY, TenureCapacity.ACTING


@pytest.fixture
def p() -> Place:
    """Return a place with nothing in it."""
    return Place(ON)


def carriers(p: Place, seat: str) -> tuple[tuple[CarrierKind, str], ...]:
    return carriers_of(p.standing(), seat)


def test_a_seat_is_carried_by_whoever_holds_it_deputies_left_out(p: Place) -> None:
    seat, ann, body = p.seat(p.body()), p.person(), p.body()
    assert carriers(p, seat) == ()
    p.hold(seat, p.person(), capacity=DEPUTY)
    assert carriers(p, seat) == ()
    p.hold(seat, ann)
    p.hold(seat, body, capacity=ACTING)
    p.hold(seat, ann, capacity=ACTING)
    assert carriers(p, seat) == ((PERSON, ann), (ORGANIZATION, body))
    assert carriers(p, p.seat(p.body(), vacant_since="2009")) == ()


def test_an_unnamed_office_at_the_end_of_the_chain_carries(p: Place) -> None:
    seat, near, far, other = (p.seat(p.body()) for _ in range(4))
    p.fill(seat, near)
    assert carriers(p, seat) == ((OFFICE, near),)
    p.fill(near, far)
    assert carriers(p, seat) == ((OFFICE, far),)
    p.fill(seat, other)
    assert set(carriers(p, seat)) == {(OFFICE, far), (OFFICE, other)}
    assert carriers(p, far) == ((OFFICE, far),)
    holder = p.person()
    p.hold(far, holder)
    assert carriers(p, seat) == ((PERSON, holder),)


def test_of_offices_in_a_circle_the_last_that_is_reached_carries(p: Place) -> None:
    seat, one, other, third = (p.seat(p.body()) for _ in range(4))
    p.fill(seat, one)
    p.fill(one, other)
    p.fill(other, third)
    p.fill(third, one)
    assert carriers(p, seat) == ((OFFICE, third),)
    assert carriers(p, one) == ((OFFICE, third),)


def test_carriers_are_called_by_their_name_or_their_office(p: Place) -> None:
    forum = p.body(name="Carers Forum")
    chair, ann = p.seat(forum, role=Role.CHAIR), p.person()
    standing = p.standing()
    assert office_called(standing, chair) == "the chair of the Carers Forum"
    assert carrier_name(standing, OFFICE, chair) == "the chair of the Carers Forum (name not recorded)"
    assert carrier_name(standing, PERSON, ann) == p.people[ann].name
    assert carrier_name(standing, ORGANIZATION, forum) == "Carers Forum"


def test_a_deputy_is_somebody_else(p: Place) -> None:
    seat, ann = p.seat(p.body()), p.person()
    p.hold(seat, ann)
    assert not has_deputy(p.standing(), seat)
    p.hold(seat, ann, capacity=DEPUTY)
    assert has_deputy(p.standing(), seat)
    assert not has_deputy(p.standing(), seat, other_than=ann)
    assert has_deputy(p.standing(), seat, other_than="p/other")


def test_a_seat_rests_on_one_person_when_nobody_else_can_speak_there(p: Place) -> None:
    ann, bob = p.person(), p.person()
    alone, shared, two, helped, empty = (
        p.seat(p.body()),
        p.seat(p.body()),
        p.seat(p.body(), number=2),
        p.seat(p.body()),
        p.seat(p.body()),
    )
    for seat in (alone, shared, two, helped):
        p.hold(seat, ann)
    p.hold(shared, bob)
    p.hold(helped, bob, capacity=DEPUTY)
    standing = p.standing()
    assert [rests_on(standing, seat) for seat in (alone, shared, two, helped, empty)] == [
        (PERSON, ann),
        None,
        None,
        None,
        None,
    ]


def test_a_body_means_the_one_office_that_it_supplies(p: Place) -> None:
    supplier, seat, office, several = p.body(), p.seat(p.body()), p.seat(p.body()), p.seat(p.body(), number=2)
    p.hold(office, supplier)
    p.fill(seat, office)
    standing = p.standing()
    assert one_person(standing, seat, (ORGANIZATION, supplier)) == (OFFICE, office)
    assert one_person(standing, seat, (ORGANIZATION, "p/other")) is None
    assert one_person(standing, office, (ORGANIZATION, supplier)) is None
    assert one_person(standing, seat, (OFFICE, office)) == (OFFICE, office)
    assert one_person(standing, seat, (OFFICE, several)) is None
    p.fill(seat, several)
    p.hold(several, supplier)
    assert one_person(p.standing(), seat, (ORGANIZATION, supplier)) == (OFFICE, office)
    second = p.seat(p.body())
    p.fill(seat, second)
    p.hold(second, supplier)
    assert one_person(p.standing(), seat, (ORGANIZATION, supplier)) is None


def test_groups_rest_on_one_by_their_names_with_two_seats_or_more(p: Place) -> None:
    ann, bob = p.person(), p.person()
    zoo, arts, single, mixed, council = (
        p.body(name="Zoo"), p.body(name="Arts"), p.body(), p.body(), p.body(sector=Sector.STATUTORY),
    )  # fmt: skip
    seats = {group: [p.seat(p.body(), [group]) for _ in range(count)] for group, count in
             ((zoo, 2), (arts, 3), (single, 1), (mixed, 2), (council, 2))}  # fmt: skip
    for group in (zoo, arts, single, council):
        for seat in seats[group]:
            p.hold(seat, ann)
    p.hold(seats[mixed][0], ann)
    p.hold(seats[mixed][1], bob)
    found = [(each.group.name, each.on, set(each.posts)) for each in resting_on_one(p.standing())]
    assert found == [("Arts", (PERSON, ann), set(seats[arts])), ("Zoo", (PERSON, ann), set(seats[zoo]))]
    p.elsewhere = {zoo}
    assert [each.group.name for each in resting_on_one(p.standing())] == ["Arts"]
    assert ALL_OF == 2
