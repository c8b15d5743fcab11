"""Who is on a body: which sector a seat counts for, and that every seat is counted once in every way."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.standing import Standing
from app.domain.vocabulary import AttendanceKind as Came_as
from app.domain.vocabulary import Sector, SectorSign
from app.domain.vocabulary import YesNoNotRecorded as YesNo
from app.questions.balance.attendance import Came, Turnout, turnout
from app.questions.balance.rules import SeatCount, balance_of
from app.questions.balance.sectors import sector_of
from tests.unit.gap_cases import ALWAYS, FRESH, OLD, Line, Place

TODAY = date(2010, 1, 22)


def place() -> Place:
    return Place(TODAY)


def test_a_seat_counts_for_the_sector_of_whom_it_speaks_for_whoever_holds_it() -> None:
    p = place()
    board, group = p.body(), p.body(sector=Sector.FAITH)
    seat = p.seat(board, [group])
    p.hold(seat, p.person(works_for=p.council()))
    assert sector_of(p.standing(), seat) == (Sector.FAITH, SectorSign.SPEAKS_FOR, (group,))


def test_a_seat_for_people_of_no_sector_is_not_given_the_sector_of_its_holder() -> None:
    p = place()
    users = p.body(words.Classification.CONSTITUENCY, sector=None)
    seat = p.seat(p.body(), [users])
    p.hold(seat, p.body(sector=Sector.VOLUNTARY))
    assert sector_of(p.standing(), seat) == (None, SectorSign.SPEAKS_FOR, (users,))


def test_a_seat_for_nobody_recorded_counts_for_the_body_that_holds_it() -> None:
    p = place()
    trust = p.body(sector=Sector.STATUTORY)
    seat = p.seat(p.body())
    p.hold(seat, trust)
    assert sector_of(p.standing(), seat) == (Sector.STATUTORY, SectorSign.HELD_BY, (trust,))


def test_a_seat_filled_by_an_office_counts_for_its_body_not_for_the_employer_of_who_holds_the_office() -> None:
    p = place()
    forum = p.body(words.Classification.FORUM)
    chair, seat = p.seat(forum, role=words.Role.CHAIR), p.seat(p.body())
    p.hold(chair, p.person(works_for=p.council()))
    p.fill(seat, chair)
    assert sector_of(p.standing(), seat) == (Sector.VOLUNTARY, SectorSign.OFFICE_OF, (forum,))


def test_a_seat_counts_for_the_holders_employer_when_nothing_else_is_recorded() -> None:
    p = place()
    council = p.council()
    seat = p.seat(p.body())
    p.hold(seat, p.person(works_for=council))
    assert sector_of(p.standing(), seat) == (Sector.STATUTORY, SectorSign.EMPLOYER, (council,))
    assert sector_of(p.standing(), p.seat(p.body())) == (None, SectorSign.NOT_RECORDED, ())


def test_a_seat_for_two_sectors_is_multi_agency_and_silence_does_not_make_it_so() -> None:
    p = place()
    board, silent = p.body(), p.body(sector=None)
    both = p.seat(board, [p.body(sector=Sector.PRIVATE), p.body(sector=Sector.FAITH)])
    one = p.seat(board, [p.body(sector=Sector.PRIVATE), silent])
    assert sector_of(p.standing(), both)[0] is Sector.MULTI_AGENCY
    assert sector_of(p.standing(), one)[0] is Sector.PRIVATE


def test_places_of_one_post_are_filled_as_far_as_holders_are_named() -> None:
    p = place()
    board = p.body()
    seat = p.seat(board, number=5)
    for _ in range(2):
        p.hold(seat, p.person())
    p.hold(seat, p.person(), capacity=words.TenureCapacity.DEPUTY)
    whole = balance_of(p.standing(), board).whole
    assert whole == SeatCount(5, 0, 0, 5, filled=2, holder_not_recorded=3)


def test_a_seat_taken_up_by_nobody_named_is_filled_and_one_not_taken_up_is_neither_vacant_nor_filled() -> None:
    p = place()
    board = p.body()
    p.seat(board, taken_up=YesNo.YES, voting=YesNo.YES)
    p.seat(board, number=2, taken_up=YesNo.NO, voting=YesNo.NO, vacant_since="2009")
    p.seat(board, vacant_since="2009")
    assert balance_of(p.standing(), board).whole == SeatCount(4, 1, 2, 1, 1, 1, 1, 2, 0)


def test_members_by_a_line_are_counted_apart_from_seats_with_as_many_as_they_stand_for() -> None:
    p = place()
    forum, churches, club = p.body(), p.body(sector=Sector.FAITH, count=150), p.body()
    p.join(churches, Line.MEMBER_OF, forum)
    p.join(club, Line.MEMBER_OF, forum)
    p.join(p.body(), Line.FEEDS_INTO, forum)
    found = balance_of(p.standing(), forum)
    assert [(share.sector, share.members) for share in found.members] == [(Sector.VOLUNTARY, 1), (Sector.FAITH, 150)]
    assert found.whole.seats == 0


def test_what_is_only_proposed_counts_when_it_is_asked_for() -> None:
    p = place()
    board = p.body()
    p.seat(board, [p.body()], status=words.FactStatus.PROPOSED)
    assert balance_of(p.standing(), board).whole.seats == 0
    assert balance_of(p.standing(include_proposed=True), board).whole.seats == 1


def meeting(id_: str, on: str, citations: tuple[r.Citation, ...] = FRESH) -> r.Meeting:
    return r.Meeting(id_, "p/board", on, None, None, None, citations)


def attended(kind: words.AttendanceKind, organization: str | None) -> r.Attendance:
    return r.Attendance(kind, None, organization, None, None)


def came(*meetings: r.Meeting, **entries: tuple[r.Attendance, ...]) -> Turnout:
    p = place()
    known = p.organizations[p.body()]
    register = replace(
        p.standing().register, meetings=meetings, attendance=entries, organizations={"p/a": known, "p/b": known}
    )
    return turnout(register, "p/board", TODAY)


def test_attendance_is_counted_by_whom_people_came_for_and_those_who_came_for_nobody_come_last() -> None:
    there = (
        attended(Came_as.PRESENT, "p/a"),
        attended(Came_as.APOLOGIES, "p/b"),
        attended(Came_as.DEPUTISING, "p/b"),
        attended(Came_as.GUEST, None),
    )
    found = came(meeting("one", "2009-11"), one=there)
    assert found.came == Came(present=1, apologies=1, deputising=1, guests=1)
    assert [(row.organization_id, row.came) for row in found.by_organization] == [
        ("p/a", Came(present=1)),
        ("p/b", Came(apologies=1, deputising=1)),
        (None, Came(guests=1)),
    ]


def test_whom_somebody_came_for_is_not_recorded_when_that_body_is_not_public() -> None:
    there = (attended(Came_as.PRESENT, "p/hidden"), attended(Came_as.PRESENT, None))
    found = came(meeting("one", "2009-11"), one=there)
    assert [(row.organization_id, row.came) for row in found.by_organization] == [(None, Came(present=2))]


def test_meetings_that_were_still_to_come_when_they_were_written_down_count_nobody() -> None:
    guest = (attended(Came_as.GUEST, "p/a"),)
    old = meeting("old", "2009-11-02", OLD)
    later, silent = meeting("later", "2010-03-01"), meeting("silent", "2009-10")
    found = came(old, later, silent, old=guest, later=guest)
    assert found.came == Came()
    assert [m.id for m in found.to_come] == ["old", "later"]
    assert [m.id for m in found.unrecorded] == ["silent"]


answers = st.sampled_from(YesNo)


@st.composite
def boards(draw: st.DrawFn) -> tuple[Standing, str]:
    """Make a body with seats of every sort."""
    p = place()
    board = p.body()
    for _ in range(draw(st.integers(0, 6))):
        groups = [p.body(sector=draw(st.sampled_from([*Sector, None]))) for _ in range(draw(st.integers(0, 2)))]
        vacant = draw(st.sampled_from([None, "2009", "2011"]))
        seat = p.seat(
            board, groups, number=draw(st.integers(1, 4)), voting=draw(answers), taken_up=draw(answers),
            vacant_since=vacant, basis=draw(st.sampled_from(words.Basis)), role=draw(st.sampled_from(words.Role)),
        )  # fmt: skip
        for _ in range(draw(st.integers(0, 3))):
            works_for = p.body(sector=draw(st.sampled_from([*Sector, None]))) if draw(st.booleans()) else None
            p.hold(seat, p.person(works_for), capacity=draw(st.sampled_from(words.TenureCapacity)), period=ALWAYS)
    return p.standing(), board


@given(boards())
def test_every_seat_is_counted_once_in_every_way(made: tuple[Standing, str]) -> None:
    standing, board = made
    found = balance_of(standing, board)
    whole = found.whole
    assert whole.seats == sum(post.number for post in standing.posts_on(board))
    assert whole.seats == whole.voting + whole.not_voting + whole.voting_not_recorded
    assert whole.seats == whole.filled + whole.vacant + whole.not_taken_up + whole.holder_not_recorded
    assert 0 <= whole.unnamed <= whole.filled
    assert sum((share.count for share in found.by_sector), SeatCount()) == whole
    for tally in (found.by_voting, found.by_basis, found.by_role):
        assert sum(number for _, number in tally) == whole.seats
    assert all(number >= 0 for seat in found.placed for number in (seat.count.filled, seat.count.holder_not_recorded))
