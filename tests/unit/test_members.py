"""The members of a body: their order, where each comes from, seats in which nobody is named, and who came how often."""

from dataclasses import replace
from datetime import date

from app.domain import records as r
from app.domain.vocabulary import AttendanceKind as As
from app.domain.vocabulary import PostState, Role, TenureCapacity
from app.questions.balance.rules import balance_of
from app.questions.members.ask import MemberList
from app.questions.members.rules import Attended, Member, members_of
from app.questions.members.words import attended, comes_from, name, seat, speaks_for, term
from app.questions.representation.ask import Freshness
from tests.unit.gap_cases import Place

DAY = date(2010, 1, 22)


def rows(p: Place, board: str) -> tuple[Member, ...]:
    return members_of(p.standing(), board)[0]


def test_the_chair_stands_first_and_observers_last_whatever_the_document_says() -> None:
    p, board = Place(DAY), "p/board"
    p.organizations[board] = replace(p.organizations[p.body()], id=board)
    orders = {Role.OBSERVER: 1, Role.MEMBER: 2, Role.VICE_CHAIR: 3, Role.CHAIR: 4}
    for role, order in orders.items():
        p.seat(board, role=role, order=order)
    first = p.seat(board, role=Role.MEMBER, order=1)
    found = [member.post for member in rows(p, board)]
    assert [post.role for post in found] == [Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.MEMBER, Role.OBSERVER]
    assert found[2].id == first


def test_a_member_comes_from_an_employer_and_who_sits_by_an_office_from_its_body_never_from_the_board() -> None:
    p = Place(DAY)
    board, council, forum = p.body(), p.council(), p.body()
    ann = p.person(works_for=council)
    p.hold(p.seat(board, [forum], order=1), ann)
    chair, by_office = p.seat(forum, role=Role.CHAIR), p.seat(board, order=2)
    p.fill(by_office, chair)
    p.hold(p.seat(board, order=3), p.person(works_for=board))
    one, office, own = sorted(rows(p, board), key=lambda row: row.post.order or 0)
    assert (one.from_ids, one.for_ids) == ((council,), (forum,))
    assert (office.from_ids, office.state) == ((forum,), PostState.BY_OFFICE)
    assert own.from_ids == ()
    p.hold(chair, ann)
    assert next(row.from_ids for row in rows(p, board) if row.post.order == 2) == (forum, council)


def test_members_stand_by_family_name_and_seats_without_a_name_last() -> None:
    p = Place(DAY)
    board = p.body()
    for at, named in enumerate(("Zoë Amis", "", "Cllr Ann van der Ray", "Bob Oakes OBE")):
        holder = p.person()
        p.people[holder] = replace(p.people[holder], name=named)
        post = p.seat(board, order=at)
        if named:
            p.hold(post, holder)
    p.hold(p.seat(board, order=9, role=Role.CHAIR), p.person())
    one_of_two = p.person()
    p.people[one_of_two] = replace(p.people[one_of_two], name="Cy Young")
    p.hold(p.seat(board, order=0, number=2), one_of_two)
    p.hold(p.seat(board, order=0, number=2), p.body())
    told = [row.tenure.holder_name if row.tenure else row.post.order for row in rows(p, board)]
    assert told[1:] == ["Zoë Amis", told[2], "Bob Oakes OBE", "Cllr Ann van der Ray", "Cy Young", 0, 1]
    assert [row.seats for row in rows(p, board)][2:] == [2, 1, 1, 1, 1, 1]


def test_each_holder_has_a_row_and_the_seats_left_have_one_together() -> None:
    p = Place(DAY)
    board = p.body()
    six = p.seat(board, number=6, label="Councillors")
    people = [p.person(), p.person()]
    for person in people:
        p.hold(six, person)
    deputy = p.person()
    p.hold(six, deputy, capacity=TenureCapacity.DEPUTY)
    first, second, left = rows(p, board)
    assert [member.tenure and member.tenure.holder_id for member in (first, second, left)] == [*people, None]
    assert [[it.holder_id for it in member.deputies] for member in (first, second, left)] == [[deputy]] * 3
    assert (left.seats, left.state, name(left)) == (4, PostState.HOLDER_NOT_RECORDED, "Name not recorded")
    assert [seat(member) for member in (first, left)] == ["Councillors", "Councillors (4 seats)"]
    p.posts[six] = replace(p.posts[six], vacant_since="2009-06")
    assert name(rows(p, board)[-1]) == "Vacant since June 2009"


def test_attendance_is_of_the_twelve_months_to_the_newest_meeting_and_since_the_member_joined() -> None:
    p = Place(DAY)
    board = p.body()
    old, new = p.person(), p.person()
    stranger = p.person()
    p.hold(p.seat(board, order=1), old)
    p.hold(p.seat(board, order=2), new, period=r.Period(p.day(-200), None))
    p.meet(board, (As.PRESENT, old), days=-450)  # more than a year before the newest
    p.meet(board, (As.PRESENT, old), (As.PRESENT, new), days=-300)  # before the second joined
    sent = p.meet(board, (As.APOLOGIES, old), (As.DEPUTISING, stranger), (As.IN_ATTENDANCE, new), days=-100)
    last = p.meet(board, (As.PRESENT, old), (As.APOLOGIES, new), (As.DEPUTISING, stranger), days=-50)
    p.meet(board, (As.EXPECTED, old), days=30)  # after the day
    for meeting in (sent, last):  # at the last one the member was there as well
        p.attendance[meeting] = tuple(
            replace(entry, deputising_for_id=old) if entry.person_id == stranger else entry
            for entry in p.attendance[meeting]
        )
    (one, two), meetings = members_of(p.standing(), board)
    assert meetings[-1].id == last
    assert len(meetings) == 3
    assert one.attended == Attended(3, 2, 1, 0)
    assert two.attended == Attended(2, 1, 0, 1)
    assert (attended(one), attended(two)) == ("2 of 3; one by deputy", "1 of 2; one apology")


def test_an_absence_is_counted_once_and_as_often_as_on_the_page_of_who_is_on_it() -> None:
    p = Place(DAY)
    board = p.body()
    people, stranger = [p.person() for _ in range(3)], p.person()
    for order, person in enumerate(people):
        p.hold(p.seat(board, order=order), person)
    p.meet(board, *((As.APOLOGIES, person) for person in people), days=-200)
    sent = p.meet(board, *((As.APOLOGIES, person) for person in people), (As.DEPUTISING, stranger), days=-100)
    *own, deputy = p.attendance[sent]
    p.attendance[sent] = (*own, replace(deputy, deputising_for_id=people[0]))
    counts = [member.attended for member in rows(p, board)]
    found = balance_of(p.standing(), board).turnout.came
    assert found.apologies == sum(it.apologies for it in counts if it) == 5
    assert found.deputising == sum(it.by_deputy for it in counts if it) == 1


def test_a_body_without_records_says_nothing_of_attendance() -> None:
    p = Place(DAY)
    board = p.body()
    p.hold(p.seat(board), p.person())
    (member,), meetings = members_of(p.standing(), board)
    assert (member.attended, meetings, attended(member)) == (None, (), "")


def test_a_term_ends_as_recorded_or_by_its_length_and_says_when_it_is_over() -> None:
    p = Place(DAY)
    board = p.body()
    p.hold(p.seat(board, order=1, term_years=3), p.person(), period=r.Period("2009-06", None))
    p.hold(p.seat(board, order=2), p.person(), period=r.Period("2005", None), term_ends="2008")
    p.hold(p.seat(board, order=3), p.person())
    assert [term(member) for member in rows(p, board)] == [
        "Since June 2009, term to June 2012",
        "Since 2005, term ended in 2008",
        "",
    ]


def test_whom_a_member_comes_from_and_whom_it_speaks_for_are_told_apart() -> None:
    p = Place(DAY)
    board, employer, forum = p.body(), p.body(name="Employer"), p.body(name="Forum")
    p.hold(p.seat(board, [forum]), p.person(works_for=employer))
    (member,) = rows(p, board)
    count = balance_of(p.standing(), board).whole
    bodies = p.organizations
    told = MemberList(bodies[board], DAY, False, (member,), (), count, bodies, Freshness(None, None), None)
    assert (comes_from(told, member), speaks_for(told, member)) == ("Employer", "Forum")
