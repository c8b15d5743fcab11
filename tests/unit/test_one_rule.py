"""The same idea is decided once: answers that share it agree, over cases in which they would differ if they did not."""

from datetime import date
from itertools import product

import pytest

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import counts_as_a_body, has_ended, is_a_board, is_constituency
from app.domain.carrying import resting_on_one
from app.domain.counting import BodyCounts, count_bodies, count_seats, counts_as_a_seat
from app.domain.seat_state import state_of
from app.domain.standing import StandingOffice
from app.domain.vocabulary import (
    Classification,
    GapKind,
    LifecycleStatus,
    LineType,
    OrganizationKind,
    PostState,
    Role,
    TenureCapacity,
    YesNoNotRecorded,
)
from app.questions.balance.rules import balance_of
from app.questions.comparing.rules import Side, compare
from app.questions.fragility.rules import Fragility
from app.questions.gaps.rules import find_gaps
from app.questions.saved_questions.rules import boards_of, boards_without
from tests.unit.gap_cases import Place

ON = date(2010, 3, 31)


def resting_in_gaps(place: Place) -> set[str]:
    return {gap.subject_id for gap in find_gaps(place.standing(), (GapKind.RESTS_ON_ONE,))}


def resting_in_fragility(place: Place) -> set[str]:
    return {each.carrier.id for each in Fragility(place.standing()).resting_on_one}


@pytest.mark.parametrize("deputies", [0, 1, 2])
@pytest.mark.parametrize("taken_up", [YesNoNotRecorded.NOT_RECORDED, YesNoNotRecorded.NO])
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("how", ["person", "office", "supplied", "body"])
def test_what_rests_on_one_does_in_gaps_and_in_fragility(
    how: str, number: int, taken_up: YesNoNotRecorded, deputies: int
) -> None:
    place = Place(ON)
    group, person, supplier = place.body(Classification.FORUM), place.person(), place.body()
    chair = place.seat(group, role=Role.CHAIR)
    if how == "supplied":
        place.hold(chair, supplier)
    for at in range(2):
        seat = place.seat(place.board(), [group], number=number, taken_up=taken_up)
        if how in {"office", "supplied"}:
            place.fill(seat, chair)
        else:
            place.hold(seat, person if how == "person" else supplier)
        if at < deputies:
            place.hold(seat, place.person(), capacity=TenureCapacity.DEPUTY)
    rests = how != "body" and number == 1 and taken_up is not YesNoNotRecorded.NO and not deputies
    assert (
        resting_in_gaps(place)
        == resting_in_fragility(place)
        == ({person if how == "person" else chair} if rests else set())
    )


def test_seats_rest_on_one_only_when_all_of_them_do() -> None:
    place = Place(ON)
    group, person = place.body(), place.person()
    for holder in (person, person, place.person()):
        place.hold(place.seat(place.board(), [group]), holder)
    assert list(resting_on_one(place.standing())) == []
    assert resting_in_gaps(place) == set()


def test_three_seats_are_many_whoever_deputizes_and_for_whichever_groups() -> None:
    place = Place(ON)
    person = place.person()
    for _ in range(3):
        seat = place.seat(place.board(), [place.body()])
        place.hold(seat, person)
        place.hold(seat, place.person(), capacity=TenureCapacity.DEPUTY)
    assert resting_in_gaps(place) == {person}
    carriers = {c.id: len(c.posts) for c in Fragility(place.standing()).carriers}
    assert carriers[person] == 3


def test_an_office_of_several_is_no_one_person() -> None:
    place = Place(ON)
    group = place.body(Classification.FORUM)
    chairs = place.seat(group, role=Role.VICE_CHAIR, number=2)
    for _ in range(2):
        place.fill(place.seat(place.board(), [group]), chairs)
    assert resting_in_gaps(place) == resting_in_fragility(place) == set()


def test_a_comparison_counts_only_what_is_there_on_the_day() -> None:
    place = Place(date(1990, 1, 1))
    panel = place.body(Classification.PANEL, period=r.Period("2015", None))
    forum = place.body(Classification.FORUM, period=r.Period("1980", "1990-01-01"))
    gone = place.body(Classification.FORUM, period=r.Period("1980", "1989"))
    standing = place.standing()
    (of_sort,) = compare(Side(standing, (), ()), Side(Place(place.on).standing(), (), ())).sorts
    assert [body.id for body in of_sort.left] == [forum]
    assert count_bodies([standing.organizations[id_] for id_ in (panel, forum, gone)], standing.as_at).bodies == 1


def test_a_forum_that_speaks_for_people_is_their_voice_in_gaps_and_on_boards() -> None:
    place = Place(ON)
    carers = place.body(Classification.CONSTITUENCY, kind=OrganizationKind.CONSTITUENCY)
    forum = place.body(Classification.FORUM)
    place.join(forum, LineType.SPEAKS_FOR, carers)
    held_by_it, filled, named, other = (place.body(Classification.COMMITTEE) for _ in range(4))
    for_people = place.seat(held_by_it, [place.body(Classification.CONSTITUENCY, kind=OrganizationKind.CONSTITUENCY)])
    place.hold(for_people, forum)  # on behalf of other people at large, which is no other body
    place.fill(place.seat(filled), place.seat(forum, role=Role.CHAIR))
    place.seat(named, [forum])
    place.seat(other, [place.body()])
    standing = place.standing()
    assert {found.board.id for found in boards_without(standing, carers)} == {other}
    assert carers not in {gap.subject_id for gap in find_gaps(standing, (GapKind.NO_VOICE,))}


def test_boards_are_the_same_wherever_they_are_asked_for() -> None:
    place = Place(ON)
    for sort in Classification:
        place.seat(place.body(sort))
    standing = place.standing()
    boards = {body.classification for body in boards_of(standing)}
    assert boards == {
        sort
        for sort in Classification
        if is_a_board(standing.organizations[f"p/{sort}-{_number(standing.organizations, sort)}"])
    }
    assert count_bodies(standing.organizations.values(), standing.as_at).boards == len(boards)


def _number(bodies: object, sort: Classification) -> str:
    (found,) = [id_ for id_ in bodies if id_.startswith(f"p/{sort}-")]  # type: ignore[attr-defined]
    return str(found).rpartition("-")[2]


def test_bodies_are_counted_on_the_day_without_people_at_large() -> None:
    place = Place(ON)
    place.body(Classification.COMMITTEE, count=22)
    place.body(Classification.FORUM)
    place.body(Classification.FORUM, status=LifecycleStatus.DISBANDED)
    place.body(Classification.FORUM, status=LifecycleStatus.PROPOSED)
    place.body(Classification.CONSTITUENCY, kind=OrganizationKind.CONSTITUENCY)
    bodies = list(place.organizations.values())
    assert count_bodies(bodies, AsAt(ON)) == BodyCounts(2, 23, 1, 1, 1, 2)
    assert count_bodies(bodies, AsAt(ON, include_proposed=True)) == BodyCounts(3, 24, 1, 2, 1, 1)


@pytest.mark.parametrize(
    ("until", "ended"), [("2010-03-31", False), ("2010-03", False), ("2010-03-30", True), ("2009", True)]
)
@pytest.mark.parametrize("status", [LifecycleStatus.ACTIVE, LifecycleStatus.DISBANDED])
def test_a_body_is_there_on_its_last_day(until: str, ended: bool, status: LifecycleStatus) -> None:
    place = Place(ON)
    body = place.organizations[place.body(Classification.FORUM, status=status, period=r.Period(None, until))]
    assert has_ended(body, ON) is ended
    assert counts_as_a_body(body, AsAt(ON)) is not ended


def test_employments_and_councillors_are_no_seats_on_a_partnership() -> None:
    place = Place(ON)
    council, board = place.council(), place.body(Classification.PARTNERSHIP_BOARD)
    for body, role in product((council, board), (Role.OFFICER, Role.ELECTED_MEMBER, Role.CHAIR, Role.MEMBER)):
        place.seat(body, role=role, number=6)
    standing = place.standing()
    sorts = {id_: body.classification for id_, body in standing.organizations.items()}
    kept = [post for post in standing.posts.values() if counts_as_a_seat(post, sorts[post.organization_id])]
    assert sorted((post.organization_id == board, post.role) for post in kept) == [
        (False, "chair"), (False, "member"), (True, "chair"), (True, "elected_member"), (True, "member"),
    ]  # fmt: skip
    assert count_seats(kept) == 30


def test_people_at_large_are_told_by_kind_or_by_sort() -> None:
    place = Place(ON)
    by_kind = place.body(Classification.OTHER, kind=OrganizationKind.CONSTITUENCY)
    by_sort = place.body(Classification.CONSTITUENCY)
    assert all(is_constituency(place.organizations[id_]) for id_ in (by_kind, by_sort))


STATES = [
    ({}, [], None, PostState.HOLDER_NOT_RECORDED),
    ({}, ["deputy"], None, PostState.HOLDER_NOT_RECORDED),
    ({}, ["substantive"], None, PostState.FILLED),
    ({}, ["acting"], None, PostState.FILLED),
    ({"vacant_since": "2010-03-31"}, [], None, PostState.VACANT),
    ({"vacant_since": "2010-04-01"}, [], None, PostState.HOLDER_NOT_RECORDED),
    ({"vacant_since": "2010-03"}, ["substantive"], None, PostState.FILLED),
    ({"taken_up": YesNoNotRecorded.NO, "vacant_since": "2009"}, ["substantive"], {}, PostState.NOT_TAKEN_UP),
    ({"taken_up": YesNoNotRecorded.YES}, [], None, PostState.HOLDER_NOT_RECORDED),
    ({}, [], {}, PostState.BY_OFFICE),
    ({}, ["deputy"], {}, PostState.BY_OFFICE),
    ({}, [], {"vacant_since": "2010"}, PostState.VACANT),
    ({"term_years": 1}, ["2009-03-31"], None, PostState.FILLED),
    ({"term_years": 1}, ["2009-03-30"], None, PostState.TERM_OVER),
    ({"term_years": 1}, ["2009-03-30", "2009-03-31"], None, PostState.FILLED),
    ({"term_years": 1}, ["2009-03-30", "deputy"], None, PostState.TERM_OVER),
]


@pytest.mark.parametrize(("said", "holders", "office", "state"), STATES)
def test_a_seat_is_in_one_state(said: dict[str, object], holders: list[str], office: object, state: PostState) -> None:
    place = Place(ON)
    board = place.board()
    id_ = place.seat(board, [place.body()], **said)
    for holder in holders:
        more = {"period": r.Period(holder, None)} if holder[0] == "2" else {"capacity": TenureCapacity(holder)}
        place.hold(id_, place.person(), **more)
    if office is not None:
        place.fill(id_, place.seat(place.body(), **office))  # type: ignore[arg-type]
    standing = place.standing()
    assert standing.state(id_) is state
    chain = [StandingOffice(each.post, "x") for each in standing.chain(id_)]
    assert state_of(standing.posts[id_], standing.tenures(id_), chain, ON) is state
    (count,) = [seat.count for seat in balance_of(standing, board).placed if seat.post.id == id_]
    counted = {
        PostState.FILLED: count.filled, PostState.TERM_OVER: count.term_over, PostState.BY_OFFICE: count.unnamed,
        PostState.VACANT: count.vacant, PostState.NOT_TAKEN_UP: count.not_taken_up,
    }  # fmt: skip
    if said.get("taken_up") is not YesNoNotRecorded.YES:
        assert counted.get(state, count.holder_not_recorded) == 1
    kinds = {gap.kind for gap in find_gaps(standing) if gap.subject_id == id_}
    told = {
        PostState.VACANT: GapKind.VACANT_POST, PostState.NOT_TAKEN_UP: GapKind.SEAT_NOT_TAKEN_UP,
        PostState.HOLDER_NOT_RECORDED: GapKind.HOLDER_NOT_RECORDED, PostState.TERM_OVER: GapKind.TERM_ENDED,
    }  # fmt: skip
    assert (
        kinds & {*told.values()} == {told[state]} & {*told.values()} if state in told else not kinds & {*told.values()}
    )
