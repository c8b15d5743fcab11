"""Every part of who is on a body: tallies, shares and signs, in their order and with nothing left out."""

from dataclasses import replace

from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.standing import Standing
from app.domain.vocabulary import AttendanceKind, Basis, Role, Sector, SectorSign
from app.domain.vocabulary import YesNoNotRecorded as YesNo
from app.questions.balance.attendance import Came
from app.questions.balance.rules import SECTORS, Balance, SeatCount, balance_of
from app.questions.balance.sectors import sector_of
from tests.unit.gap_cases import Line, Place
from tests.unit.test_balance import TODAY, attended, meeting, place

NONE = SeatCount()


def on(p: Place, body: str) -> Balance:
    return balance_of(p.standing(), body)


def test_every_sector_is_shown_once_with_none_recorded_last() -> None:
    assert set(SECTORS) == {*Sector, None}
    assert len(SECTORS) == len(Sector) + 1
    assert SECTORS[-1] is None


def test_shares_and_tallies_stand_in_the_order_of_the_words() -> None:
    p = place()
    board = p.body()
    for number, (sector, voting, basis, role) in enumerate(
        (
            (None, YesNo.NOT_RECORDED, Basis.CO_OPTED, Role.OTHER),
            (Sector.STATUTORY, YesNo.NO, Basis.ELECTED, Role.MEMBER),
            (Sector.VOLUNTARY, YesNo.YES, Basis.ELECTED, Role.CHAIR),
        ),
        start=1,
    ):
        p.seat(board, [p.body(sector=sector)], number=number, voting=voting, basis=basis, role=role)
    found = on(p, board)
    assert found.of_id == board
    assert [(share.sector, share.count.seats) for share in found.by_sector] == [
        (Sector.VOLUNTARY, 3),
        (Sector.STATUTORY, 2),
        (None, 1),
    ]
    assert found.by_voting == tuple((v, {YesNo.YES: 3, YesNo.NO: 2, YesNo.NOT_RECORDED: 1}[v]) for v in YesNo)
    assert dict(found.by_basis) == {Basis.ELECTED: 5, Basis.CO_OPTED: 1}
    assert [basis for basis, _ in found.by_basis] == [b for b in Basis if b in {Basis.ELECTED, Basis.CO_OPTED}]
    assert found.by_role == tuple((role, {Role.CHAIR: 3, Role.MEMBER: 2, Role.OTHER: 1}[role]) for role in Role
                                  if role in {Role.CHAIR, Role.MEMBER, Role.OTHER})  # fmt: skip
    assert found.whole == SeatCount(6, 3, 2, 1, holder_not_recorded=6)
    assert [seat.count.seats for seat in found.placed] == [3, 2, 1]
    assert {(seat.sector, seat.sign) for seat in found.placed} == {
        (sector, SectorSign.SPEAKS_FOR) for sector in (Sector.VOLUNTARY, Sector.STATUTORY, None)
    }


def test_a_body_without_seats_gives_nothing() -> None:
    p = place()
    found = on(p, p.body())
    assert (found.whole, found.by_sector, found.by_voting, found.by_basis, found.by_role) == (NONE, (), (), (), ())
    assert (found.placed, found.members, found.member_lines, found.member_count) == ((), (), (), 0)


def test_a_balance_has_the_seats_one_by_one_and_who_came_to_the_body_s_own_meetings() -> None:
    p = place()
    board, group = p.body(), p.body()
    seat = p.seat(board, [group])
    register = replace(
        p.standing().register,
        meetings=(meeting("p/ours", "2009-11"), meeting("p/theirs", "2009-11"), meeting("p/later", "2010-02")),
        attendance={id_: (attended(AttendanceKind.PRESENT, group),) for id_ in ("p/ours", "p/theirs", "p/later")},
    )
    meetings = tuple(
        replace(each, organization_id=group if each.id == "p/theirs" else board) for each in register.meetings
    )
    found = balance_of(Standing(replace(register, meetings=meetings), AsAt(TODAY)), board)
    (placed,) = found.placed
    assert (placed.post.id, placed.sector, placed.sign, placed.body_ids) == (
        seat, Sector.VOLUNTARY, SectorSign.SPEAKS_FOR, (group,),
    )  # fmt: skip
    assert placed.count == SeatCount(1, 0, 0, 1, holder_not_recorded=1)
    assert [each.id for each in found.turnout.meetings] == ["p/ours"]
    assert [each.id for each in found.turnout.to_come] == ["p/later"]
    assert found.turnout.came == Came(present=1)


def test_members_are_counted_by_sector_with_the_lines_that_say_so() -> None:
    p = place()
    forum, twice, many = p.body(), p.body(), p.body(sector=Sector.FAITH, count=20)
    silent = p.body(sector=None, count=3)
    for body in (twice, many, twice, silent):
        p.join(body, Line.MEMBER_OF, forum)
    p.join(forum, Line.MEMBER_OF, p.body())
    p.join("p/unknown", Line.MEMBER_OF, forum)
    found = on(p, forum)
    assert [(share.sector, share.members, share.organization_ids) for share in found.members] == [
        (Sector.VOLUNTARY, 1, (twice,)),
        (Sector.FAITH, 20, (many,)),
        (None, 3, (silent,)),
    ]
    assert found.member_count == 24
    assert {line.from_id for line in found.member_lines} == {twice, many, silent, "p/unknown"}


def test_the_first_sign_that_tells_anything_counts() -> None:
    p = place()
    board, employer, holder, group = p.body(), p.body(sector=Sector.PRIVATE), p.council(), p.body(sector=Sector.FAITH)
    office_body = p.body(sector=Sector.COMMUNITY)
    office, seat = p.seat(office_body), p.seat(board)
    further = p.seat(p.body(sector=Sector.STATUTORY))
    p.fill(office, further)
    person = p.person(employer)
    signs = [sector_of(p.standing(), seat)]
    p.hold(seat, person)
    p.hold(seat, person, capacity=words.TenureCapacity.DEPUTY)
    signs.append(sector_of(p.standing(), seat))
    p.fill(seat, office)
    signs.append(sector_of(p.standing(), seat))
    p.hold(seat, holder)
    signs.append(sector_of(p.standing(), seat))
    behalf = p.seat(board, [group])
    p.hold(behalf, holder)
    signs.append(sector_of(p.standing(), behalf))
    assert signs == [
        (None, SectorSign.NOT_RECORDED, ()),
        (Sector.PRIVATE, SectorSign.EMPLOYER, (employer,)),
        (Sector.COMMUNITY, SectorSign.OFFICE_OF, (office_body,)),
        (Sector.STATUTORY, SectorSign.HELD_BY, (holder,)),
        (Sector.FAITH, SectorSign.SPEAKS_FOR, (group,)),
    ]


def test_groups_that_are_not_known_have_no_sector() -> None:
    p = place()
    seat = p.seat(p.body(), ["p/unknown"])
    assert sector_of(p.standing(), seat) == (None, SectorSign.SPEAKS_FOR, ("p/unknown",))


def test_each_place_of_a_post_is_in_one_state() -> None:
    p = place()
    board = p.body()
    office = p.seat(p.body())
    p.fill(p.seat(board, number=3), office)
    crowded = p.seat(board, number=2)
    for _ in range(3):
        p.hold(crowded, p.person())
    partly = p.seat(board, number=4, taken_up=YesNo.YES)
    p.hold(partly, p.person())
    p.hold(partly, p.person(), capacity=words.TenureCapacity.ACTING)
    twice = p.seat(board, number=2)
    one = p.person()
    p.hold(twice, one)
    p.hold(twice, one)
    counts = {seat.post.id: seat.count for seat in on(p, board).placed}
    by_office = next(count for id_, count in counts.items() if id_ not in {crowded, partly, twice})
    assert by_office == SeatCount(3, 0, 0, 3, filled=3, unnamed=3)
    assert counts[crowded] == SeatCount(2, 0, 0, 2, filled=2)
    assert counts[partly] == SeatCount(4, 0, 0, 4, filled=4, unnamed=2)
    assert counts[twice] == SeatCount(2, 0, 0, 2, filled=1, holder_not_recorded=1)
    vacant = p.seat(board, number=2, vacant_since="2009")
    assert {s.post.id: s.count for s in on(p, board).placed}[vacant] == SeatCount(2, 0, 0, 2, vacant=2)


def test_counts_are_added_number_by_number() -> None:
    assert SeatCount(1, 2, 3, 4, 5, 6, 7, 8, 9) + SeatCount(10, 20, 30, 40, 50, 60, 70, 80, 90) == SeatCount(
        11, 22, 33, 44, 55, 66, 77, 88, 99
    )
