"""The edges of what rests on how few: orders, who else may speak, how far ahead, and which place's groups."""

from dataclasses import replace

import pytest

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.standing import Standing
from app.domain.vocabulary import CarrierKind, Classification, LifecycleStatus, Role, Sector, TenureCapacity
from app.questions.fragility.rules import Departure, Fragility, by_window, says_none
from tests.unit.gap_cases import Place
from tests.unit.test_fragility import ON, capacity

PERSON, OFFICE, ORGANIZATION = CarrierKind.PERSON, CarrierKind.OFFICE, CarrierKind.ORGANIZATION
DEPUTY = TenureCapacity.DEPUTY


@pytest.fixture
def place() -> Place:
    """Return a place with nothing in it."""
    return Place(ON)


def board(place: Place, name: str = "Board") -> str:
    """Put in a board without any seat."""
    return place.body(Classification.PARTNERSHIP_BOARD, sector=None, name=name)


def left(place: Place, holder: str) -> Departure:
    """Return what would be left behind."""
    departure = Fragility(place.standing()).if_left(holder)
    assert departure
    return departure


def silent(departure: Departure) -> list[tuple[str, list[str], bool]]:
    """Return the silences in short: the group, the boards and whether everywhere."""
    return [(each.group.name, [on.name for on in each.boards], each.everywhere) for each in departure.silences]


def test_carriers_stand_by_their_seats_then_by_name_then_by_id(place: Place) -> None:
    boards = [board(place, name) for name in ("Zebra Board", "The Albany Board", "Middle Board")]
    busy, one, other = place.person(), place.person(), place.person()
    for id_ in (one, other):
        place.people[id_] = replace(place.people[id_], name="Same Name")
    place.people[busy] = replace(place.people[busy], name="Zoe Zander")
    supplier = place.body(name="Early Birds")
    seats = [place.seat(on, [place.body()]) for on in boards]
    for seat in seats[:2]:
        place.hold(seat, busy)
    for id_, seat in ((other, seats[2]), (one, seats[2]), (supplier, seats[2])):
        place.hold(seat, id_)
    found = Fragility(place.standing()).carriers
    assert [(each.kind, each.id, each.name) for each in found] == [
        (PERSON, busy, "Zoe Zander"),
        (ORGANIZATION, supplier, "Early Birds"),
        (PERSON, one, "Same Name"),
        (PERSON, other, "Same Name"),
    ]
    assert [post.id for post in found[0].posts] == [seats[1], seats[0]]


def test_seats_without_a_deputy_stand_first_where_others_have_one(place: Place) -> None:
    first, second = board(place, "A Board"), board(place, "B Board")
    alone, beside, helped = (place.seat(on, [place.body()]) for on in (first, second, second))
    for seat in (alone, beside, helped):
        place.hold(seat, place.person())
    place.hold(helped, place.person(), capacity=DEPUTY)
    place.seat(first, [place.body()])  # whose holder is not recorded
    found = Fragility(place.standing()).without_deputy
    assert [(each.post.id, each.others_have_one) for each in found] == [(beside, True), (alone, False)]


def test_terms_stand_by_their_ends_half_a_year_ahead_at_most(place: Place) -> None:
    ends = ["2010-09-27", "2010-03-31", "2009", "2010-09-28", "2010-04"]
    for until in ends:
        place.hold(place.seat(board(place), [place.body()]), place.person(), period=r.Period(None, until))
    found = Fragility(place.standing()).endings
    assert [(each.term.holding.period.until, each.days) for each in found] == [
        ("2009", -90), ("2010-03-31", 0), ("2010-04", 30), ("2010-09-27", 180),
    ]  # fmt: skip
    windows = by_window(found)
    assert {days: [each.days for each in endings] for days, endings in windows.items()} == {
        0: [-90],
        30: [0, 30],
        180: [180],
    }
    assert list(by_window(reversed(found))) == [0, 30, 180]


@pytest.mark.parametrize(("days", "window"), [(-1, 0), (0, 30), (30, 30), (31, 90), (90, 90), (91, 180), (180, 180)])
def test_each_ending_stands_in_the_nearest_window(place: Place, days: int, window: int) -> None:
    place.hold(place.seat(board(place), [place.body()]), place.person(), period=r.Period(None, place.day(days)))
    assert list(by_window(Fragility(place.standing()).endings)) == [window]


def test_what_rests_on_one_person_is_told_with_every_source_once(place: Place) -> None:
    group, person = place.body(), place.person()
    cited = (r.Citation("a", "1"), r.Citation("b", "2"))
    for name, citations in (("Z Board", cited), ("A Board", cited[:1])):
        place.hold(place.seat(board(place, name), [group], citations=citations), person)
    (resting,) = Fragility(place.standing()).resting_on_one
    assert (resting.group.id, resting.carrier.kind, resting.carrier.id) == (group, PERSON, person)
    assert resting.posts == resting.carrier.posts
    assert [place.organizations[post.organization_id].name for post in resting.posts] == ["A Board", "Z Board"]
    assert resting.citations == cited


def test_forums_without_paid_hours_stand_by_name_with_those_that_say_so_first(place: Place) -> None:
    place.body(Classification.FORUM, name="Silent Forum")
    place.body(Classification.NETWORK, name="Another Network", capacity=capacity(None))
    place.body(Classification.FORUM, name="Zero Forum", capacity=capacity("0 hours"))
    place.body(Classification.NETWORK, name="None Network", capacity=capacity("none"))
    place.body(Classification.PANEL, name="Panel")
    place.body(Classification.FORUM, name="Gone Forum", period=r.Period(None, "2009"))
    place.body(Classification.FORUM, name="Planned Forum", status=LifecycleStatus.PROPOSED)
    found = Fragility(place.standing()).without_paid_hours
    assert [(each.body.name, each.recorded_as_none) for each in found] == [
        ("None Network", True), ("Zero Forum", True), ("Another Network", False), ("Silent Forum", False),
    ]  # fmt: skip
    assert "Planned Forum" in {
        each.body.name for each in Fragility(place.standing(include_proposed=True)).without_paid_hours
    }


@pytest.mark.parametrize(
    ("said", "none"),
    [
        (" NIL ", True), ("No, all volunteers", True), ("not paid", True), ("Unpaid chair", True), ("Without", True),
        ("zero", True), ("0 hours", True), ("noon", False), ("paid", False), ("10 hours", False), ("", False),
    ],
)  # fmt: skip
def test_a_phrase_that_says_none_begins_so(said: str, none: bool) -> None:
    assert says_none(said) is none


def test_groups_fall_silent_everywhere_first_and_then_by_name(place: Place) -> None:
    leaver, boards = place.person(), [board(place, name) for name in ("Z Board", "A Board")]
    groups = [place.body(name=name) for name in ("Zoo", "Arts", "Heard")]
    for group in groups:
        for on in boards:
            place.hold(place.seat(on, [group]), leaver)
    place.hold(place.seat(board(place, "Third Board"), groups[2:]), place.person())
    assert silent(left(place, leaver)) == [
        ("Arts", ["A Board", "Z Board"], True),
        ("Zoo", ["A Board", "Z Board"], True),
        ("Heard", ["A Board", "Z Board"], False),
    ]


def test_somebody_else_may_still_speak(place: Place) -> None:
    leaver, group = place.person(), place.body(name="Arts")
    seat = place.seat(board(place), [group])
    place.hold(seat, leaver)
    place.hold(seat, leaver, capacity=DEPUTY)
    assert silent(left(place, leaver)) == [("Arts", ["Board"], True)]
    place.hold(seat, place.person(), capacity=DEPUTY)
    assert silent(left(place, leaver)) == []


def test_one_of_several_alike_leaves_others_who_may_be_there(place: Place) -> None:
    leaver = place.person()
    place.hold(place.seat(board(place), [place.body()], number=2), leaver)
    assert left(place, leaver).silences == ()
    shared = place.seat(board(place), [place.body()])
    place.hold(shared, leaver)
    place.hold(shared, place.person())
    assert left(place, leaver).silences == ()


def test_a_body_that_stops_takes_what_it_holds_and_is_no_group_of_its_own(place: Place) -> None:
    body, other = place.body(name="Supplier"), place.body(name="Arts")
    for group in (body, other):
        place.hold(place.seat(board(place, f"{group} Board"), [group]), body)
    departure = left(place, body)
    assert (departure.carrier.kind, departure.carrier.id, departure.carrier.name) == (ORGANIZATION, body, "Supplier")
    assert silent(departure) == [("Arts", [f"{other} Board"], True)]


def test_an_office_that_stops_takes_the_seats_that_it_fills(place: Place) -> None:
    forum, on = place.body(Classification.FORUM, name="Arts Forum"), board(place)
    chair, seat = place.seat(forum, role=Role.CHAIR), place.seat(on, [place.body(name="Arts")])
    place.fill(seat, chair)
    for holder in (chair, seat):
        departure = left(place, holder)
        assert (departure.carrier.kind, departure.carrier.id) == (OFFICE, chair)
        assert departure.carrier.name == "the chair of the Arts Forum (name not recorded)"
        assert [post.id for post in departure.carrier.posts] == [chair, seat]
        assert silent(departure) == [("Arts", ["Board"], True)]


def test_offices_in_a_circle_are_meant_by_themselves(place: Place) -> None:
    one, other = (place.seat(board(place, name), [place.body()]) for name in ("A Board", "B Board"))
    place.fill(one, other)
    place.fill(other, one)
    for holder in (one, other):
        assert left(place, holder).carrier.id == holder


def test_a_seat_means_whoever_holds_it_and_a_vacant_one_nobody(place: Place) -> None:
    person, empty = place.person(), place.seat(board(place), vacant_since="2009")
    seat = place.seat(board(place), [place.body()])
    place.hold(seat, person)
    assert left(place, seat).carrier.id == person
    assert Fragility(place.standing()).if_left(empty) is None
    assert Fragility(place.standing()).if_left("p/nobody") is None
    assert Fragility(place.standing()).if_left(place.seat(board(place))) is None


def test_of_another_place_only_what_is_known_whole_is_told(place: Place) -> None:
    leaver, ours, theirs = place.person(), board(place, "Our Board"), board(place, "Their Board")
    group, guest, far = place.body(name="Arts"), place.body(name="Guests"), place.body(name="Far Group")
    for on, who in ((ours, guest), (theirs, group), (theirs, far)):
        place.hold(place.seat(on, [who]), leaver)
    register = replace(place.standing().register, own=frozenset({ours, group}))
    departure = Fragility(Standing(register, AsAt(ON))).if_left(leaver)
    assert departure
    assert silent(departure) == [("Arts", ["Their Board"], True), ("Guests", ["Our Board"], False)]


def test_only_groups_of_the_sector_count(place: Place) -> None:
    person, on = place.person(), board(place)
    place.hold(place.seat(on, [place.body(sector=Sector.PRIVATE)]), person)
    fragility = Fragility(place.standing())
    assert (fragility.carriers, fragility.groups, fragility.without_deputy) == ((), {}, ())
    departure = fragility.if_left(person)
    assert departure
    assert (len(departure.carrier.posts), departure.silences) == (1, ())
