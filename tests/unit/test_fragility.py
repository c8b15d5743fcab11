"""What rests on how few: carriers, groups that rest on one, and who falls silent when somebody leaves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import records as r
from app.domain.carrying import has_deputy
from app.domain.vocabulary import CarrierKind, Classification, Role, TenureCapacity, YesNoNotRecorded
from app.questions.fragility.rules import Fragility, by_window, says_none
from tests.unit.gap_cases import Place

ON = date(2010, 3, 31)


def capacity(paid_hours: str | None) -> r.Capacity:
    return r.Capacity(None, None, paid_hours, None, None, None, None, None)


def test_an_unnamed_chair_carries_every_seat_that_the_office_fills() -> None:
    place = Place(ON)
    forum = place.body(Classification.FORUM)
    chair = place.seat(forum, role=Role.CHAIR)
    boards = [place.body(Classification.PARTNERSHIP_BOARD, sector=None) for _ in range(3)]
    seats = [place.seat(board, [forum]) for board in boards]
    for seat in seats:
        place.fill(seat, chair)
    fragility = Fragility(place.standing())
    (carrier,) = fragility.carriers
    assert (carrier.kind, carrier.id) == (CarrierKind.OFFICE, chair)
    assert {post.id for post in carrier.posts} == set(seats)
    assert carrier.name == f"the chair of {place.organizations[forum].name} (name not recorded)"
    (resting,) = fragility.resting_on_one
    assert resting.group.id == forum
    departure = fragility.if_left(chair)
    assert departure
    assert {post.id for post in departure.carrier.posts} == {chair, *seats}
    (silence,) = departure.silences
    assert silence.everywhere
    assert {board.id for board in silence.boards} == set(boards)


def test_a_name_for_the_office_makes_the_person_the_carrier() -> None:
    place = Place(ON)
    forum, board = place.body(Classification.FORUM), place.body(Classification.PARTNERSHIP_BOARD, sector=None)
    chair, seat, person = place.seat(forum), place.seat(board, [forum]), place.person()
    place.fill(seat, chair)
    place.hold(chair, person)
    fragility = Fragility(place.standing())
    assert [(c.kind, c.id) for c in fragility.carriers] == [(CarrierKind.PERSON, person)]
    by_person, by_office = fragility.if_left(person), fragility.if_left(chair)
    assert by_person == by_office


def test_a_deputy_or_a_second_holder_keeps_a_group_from_falling_silent() -> None:
    place = Place(ON)
    group, board = place.body(), place.body(Classification.PARTNERSHIP_BOARD, sector=None)
    seat, leaver = place.seat(board, [group]), place.person()
    place.hold(seat, leaver)
    alone = Fragility(place.standing()).if_left(leaver)
    assert alone
    assert [silence.group.id for silence in alone.silences] == [group]
    place.hold(seat, place.person(), capacity=TenureCapacity.DEPUTY)
    standing = place.standing()
    helped = Fragility(standing).if_left(leaver)
    assert helped
    assert helped.silences == ()
    assert has_deputy(standing, seat)
    assert Fragility(standing).without_deputy == ()


def test_a_seat_whose_holder_nobody_recorded_may_still_speak_and_a_vacant_one_does_not() -> None:
    place = Place(ON)
    group, board = place.body(), place.body(Classification.PARTNERSHIP_BOARD, sector=None)
    seat, leaver = place.seat(board, [group]), place.person()
    place.hold(seat, leaver)
    place.seat(board, [group], vacant_since="2009")
    vacant = Fragility(place.standing()).if_left(leaver)
    assert vacant
    assert vacant.silences
    place.seat(board, [group])
    unknown = Fragility(place.standing()).if_left(leaver)
    assert unknown
    assert unknown.silences == ()


def test_seats_not_taken_up_and_seats_of_statutory_bodies_are_not_carried() -> None:
    place = Place(ON)
    board, council, charity = place.body(Classification.LSP, sector=None), place.council(), place.body()
    place.hold(place.seat(board, [council]), place.person())
    place.hold(place.seat(board, [charity], taken_up=YesNoNotRecorded.NO), place.person())
    assert Fragility(place.standing()).carriers == ()


def test_somebody_who_holds_nothing_cannot_leave() -> None:
    place = Place(ON)
    assert Fragility(place.standing()).if_left(place.person()) is None


@pytest.mark.parametrize(
    ("until", "window"),
    [
        ("2010-03-30", 0),
        ("2010-03-31", 30),
        ("2010-04-30", 30),
        ("2010-05-01", 90),
        ("2010-09-27", 180),
        ("2010-09-28", None),
    ],
)
def test_a_term_stands_in_the_nearest_window(until: str, window: int | None) -> None:
    place = Place(ON)
    seat = place.seat(place.body(), [place.body()])
    place.hold(seat, place.person(), period=r.Period(None, until))
    assert list(by_window(Fragility(place.standing()).endings)) == ([] if window is None else [window])


def test_forums_without_paid_hours_recorded_as_none_stand_apart_from_silence() -> None:
    place = Place(ON)
    none = place.body(Classification.FORUM, capacity=capacity("None: all volunteers"))
    silent = place.body(Classification.NETWORK)
    place.body(Classification.FORUM, capacity=capacity("5 hours a week"))
    found = Fragility(place.standing()).without_paid_hours
    assert [(each.body.id, each.recorded_as_none) for each in found] == [(none, True), (silent, False)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("None", True),
        ("no paid hours", True),
        ("0", True),
        ("12 hours", False),
        ("Northern team", False),
        ("0.5 days", False),
    ],
)
def test_a_phrase_says_none_or_it_does_not(said: str, expected: bool) -> None:
    assert says_none(said) is expected


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Return a place with a few groups, boards and people, and seats filled anyhow, in circles too."""
    place = Place(ON)
    groups = [place.body() for _ in range(draw(st.integers(1, 3)))]
    boards = [place.body(Classification.PARTNERSHIP_BOARD, sector=None) for _ in range(2)]
    people = [place.person() for _ in range(3)]
    seats = []
    for _ in range(draw(st.integers(1, 6))):
        behalf = draw(st.lists(st.sampled_from(groups), max_size=2, unique=True))
        seats.append(place.seat(draw(st.sampled_from([*boards, *groups])), behalf, number=draw(st.integers(1, 2))))
    for seat in seats:
        for holder in draw(st.lists(st.sampled_from([*people, *groups]), max_size=2, unique=True)):
            place.hold(seat, holder, capacity=draw(st.sampled_from(TenureCapacity)))
        for by in draw(st.lists(st.sampled_from(seats), max_size=1)):
            place.fill(seat, by)
    return place


@given(places())
def test_whoever_leaves_silences_only_groups_whose_seats_they_carry(place: Place) -> None:
    fragility = Fragility(place.standing())
    for carrier in fragility.carriers:
        departure = fragility.if_left(carrier.id)
        if departure is None or departure.carrier.kind is not carrier.kind:
            continue  # an office that also has a name is left by that name
        carried = {(group, post.organization_id) for post in carrier.posts for group in fragility.groups[post.id]}
        silent = {(silence.group.id, board.id) for silence in departure.silences for board in silence.boards}
        assert silent <= carried
        assert {post.id for post in carrier.posts} <= {post.id for post in departure.carrier.posts}


@given(places())
def test_a_group_that_rests_on_one_falls_silent_everywhere_without_them(place: Place) -> None:
    fragility = Fragility(place.standing())
    for resting in fragility.resting_on_one:
        departure = fragility.if_left(resting.carrier.id)
        assert departure
        silenced = {silence.group.id: silence for silence in departure.silences}
        assert silenced[resting.group.id].everywhere
        assert {b.id for b in silenced[resting.group.id].boards} == {post.organization_id for post in resting.posts}
