"""What is planted for each kind of gap, and decoys that look like one and are none."""

from collections.abc import Callable
from typing import Any

from app.domain import records as r
from app.domain import vocabulary as words
from tests.unit.gap_cases import ALWAYS, FRESH, OLD, Kind, Line, Place, Sort

NO = words.YesNoNotRecorded.NO
DEPUTY = words.TenureCapacity.DEPUTY
COLLABORATION, CONSTITUENCY = words.OrganizationKind.COLLABORATION, words.OrganizationKind.CONSTITUENCY
PROPOSED = words.FactStatus.PROPOSED
PRESENT = words.AttendanceKind.PRESENT
VOLUNTARY, STATUTORY = (words.Sector.VOLUNTARY,), (words.Sector.STATUTORY,)
Plant = Callable[[Place], None]


def board_of_statutory_bodies(p: Place) -> None:
    """A board has a council's seat and no other."""
    board, council = p.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY), p.council()
    p.hold(p.seat(board, [council]), council)
    p.expect(Kind.NO_SECTOR_SEAT, board)


def board_of_members(p: Place) -> None:
    """A committee has only a council as member body."""
    board = p.body(Sort.COMMITTEE, sector=words.Sector.STATUTORY)
    p.join(p.council(), Line.MEMBER_OF, board)
    p.expect(Kind.NO_SECTOR_SEAT, board)


def people_without_seat(p: Place) -> None:
    """A group speaks for people, and neither has a seat."""
    people = p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=None)
    p.join(p.body(), Line.SPEAKS_FOR, people)
    p.expect(Kind.NO_VOICE, people)


def missing_seat(p: Place) -> None:
    """A source says that a charity is not on a board."""
    subject = p.body()
    p.miss(subject, p.board())
    p.expect(Kind.RECORDED_ABSENCE, subject)


def missing_from_nothing_named(p: Place) -> None:
    """A source says that a charity has no link."""
    subject = p.body()
    p.miss(subject, None)
    p.expect(Kind.RECORDED_ABSENCE, subject)


def empty_place(p: Place) -> None:
    """A charity does not come to its seat, and who would is not recorded."""
    p.expect(Kind.SEAT_NOT_TAKEN_UP, p.seat(p.board(), [p.body()], taken_up=NO, report_back=None))


def vacancy(p: Place) -> None:
    """A seat is vacant since last month."""
    p.expect(Kind.VACANT_POST, p.seat(p.board(), [p.body()], vacant_since=p.day(-30), report_back=None))


def vacancy_by_office(p: Place) -> None:
    """A seat is filled by an office that is vacant."""
    office = p.seat(p.body(), vacant_since=p.day(-30))
    seat = p.seat(p.board(), [p.body()])
    p.fill(seat, office)
    p.expect(Kind.VACANT_POST, office)
    p.expect(Kind.VACANT_POST, seat)


def unknown_holder(p: Place) -> None:
    """Who holds a seat is not recorded."""
    p.expect(Kind.HOLDER_NOT_RECORDED, p.seat(p.board(), [p.body()]))


def silent_forum(p: Place) -> None:
    """A forum is only serviced by a charity, and speaks for nobody who has no seat."""
    forum = p.body(Sort.FORUM, kind=COLLABORATION)
    p.join(forum, Line.SERVICED_BY, p.body())
    p.expect(Kind.FEEDS_NOTHING, forum)


def lonely_group(p: Place) -> None:
    """A working group has neither line nor seat."""
    p.expect(Kind.NO_LINES, p.body(Sort.WORKING_GROUP, kind=COLLABORATION))


def dormant_group(p: Place) -> None:
    """A line leads to a dormant group."""
    group = p.body(Sort.WORKING_GROUP, kind=COLLABORATION, status=words.LifecycleStatus.DORMANT)
    p.join(p.body(), Line.FEEDS_INTO, group)
    p.expect(Kind.NOT_ACTIVE, group)


def disbanded_board(p: Place) -> None:
    """A seat is recorded on a board that ended."""
    ended = r.Period(None, p.day(-400))
    p.expect(Kind.NOT_ACTIVE, p.board(status=words.LifecycleStatus.DISBANDED, period=ended))


def busy_person(p: Place) -> None:
    """One person has three seats for three charities."""
    person = p.person()
    for _ in range(3):
        p.hold(p.seat(p.board(), [p.body()]), person)
    p.expect(Kind.RESTS_ON_ONE, person)


def busy_office(p: Place) -> None:
    """The chair whom a charity supplies to a forum, unnamed, sits on two boards for it, and nobody else does."""
    group, supplier = p.body(), p.body()
    chair = p.seat(group, role=words.Role.CHAIR)
    p.hold(chair, supplier)
    for _ in range(2):
        p.fill(p.seat(p.board(), [group]), chair)
    p.expect(Kind.RESTS_ON_ONE, chair)


def without_deputy(p: Place) -> None:
    """One seat of a board has a deputy, its first has none."""
    board = p.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY)
    one, other = p.seat(board, [p.body()]), p.seat(board, [p.body()])
    p.hold(one, p.person())
    p.hold(other, p.person())
    p.hold(other, p.person(), capacity=DEPUTY)
    p.expect(Kind.NO_DEPUTY, one)


def ended_term(p: Place) -> None:
    """Somebody left yesterday."""
    seat = p.seat(p.board(), [p.body()])
    p.hold(seat, p.person(), period=r.Period(p.day(-700), p.day(-1)))
    p.expect(Kind.TERM_ENDED, seat)


def ended_by_term(p: Place) -> None:
    """Somebody's year began two years ago, and no end is recorded."""
    seat = p.seat(p.board(), [p.body()], term_years=1)
    p.hold(seat, p.person(), period=r.Period(p.day(-730), None))
    p.expect(Kind.TERM_ENDED, seat)


def ended_with_deputy(p: Place) -> None:
    """Somebody left yesterday; the deputy stays, and is no successor."""
    seat = p.seat(p.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY), [p.body()])
    p.hold(seat, p.person(), period=r.Period(None, p.day(-1)))
    p.hold(seat, p.person(), capacity=DEPUTY)
    p.expect(Kind.TERM_ENDED, seat)


def proposed_successor(p: Place) -> None:
    """Somebody leaves tomorrow, and a successor is only proposed."""
    seat = p.seat(p.board(), [p.body()])
    p.hold(seat, p.person(), period=r.Period(None, p.day(1)))
    p.hold(seat, p.person(), period=r.Period(p.day(2), None), status=PROPOSED)
    p.expect(Kind.TERM_ENDING, seat)


def ending_term(p: Place) -> None:
    """Somebody leaves on the ninetieth day from now."""
    seat = p.seat(p.board(), [p.body()])
    p.hold(seat, p.person(), period=r.Period(None, p.day(90)))
    p.expect(Kind.TERM_ENDING, seat)


def one_supplier(p: Place) -> None:
    """One charity holds the chair, and its director the vice-chair."""
    board, supplier = p.board(), p.body()
    p.hold(p.seat(board, role=words.Role.CHAIR), supplier)
    p.hold(p.seat(board, role=words.Role.VICE_CHAIR), p.person(supplier, "director"))
    p.expect(Kind.TWO_HATS, board)


def councillor_in_the_chair(p: Place) -> None:
    """A councillor chairs a charity."""
    person = p.person(p.council(), "councillor")
    p.hold(p.seat(p.body(), role=words.Role.CHAIR), person)
    p.expect(Kind.TWO_HATS, person)


def paid_representative(p: Place) -> None:
    """A charity's director sits for another group on the board that funds the charity."""
    board, employer = p.board(), p.body()
    seat = p.seat(board, [p.body()])
    p.hold(seat, p.person(employer))
    p.join(employer, Line.FUNDED_BY, board)
    p.expect(Kind.TWO_HATS, seat)


def nobody_reports(p: Place) -> None:
    """A source says that nobody reports back."""
    seat = p.seat(p.board(), [p.body()], report_back="None, as the forum complained")
    p.hold(seat, p.person())
    p.expect(Kind.NO_REPORT_BACK, seat)


def silence_on_reports(p: Place) -> None:
    """Whether a holder reports back is not recorded."""
    seat = p.seat(p.board(), [p.body()], report_back=None)
    p.hold(seat, p.person())
    p.expect(Kind.REPORT_BACK_NOT_RECORDED, seat)


def rule_of(*, sectors: tuple[words.Sector, ...] = (), groups: tuple[str, ...] = (), **said: Any) -> r.CompositionRule:
    """Return a rule of a body's own terms."""
    known: dict[str, Any] = {"min": None, "max": None, "max_share": None, "note": None, "citations": FRESH}
    return r.CompositionRule(sectors, groups, **(known | said))


def too_few_of_the_sector(p: Place) -> None:
    """The terms of a board ask for two seats of the sector, and it has one."""
    p.expect(Kind.COMPOSITION, p.board(composition=(rule_of(sectors=VOLUNTARY, min=2),)))


def too_large_a_share(p: Place) -> None:
    """The terms of a board allow half of the seats to the sector, and all one of them is for it."""
    p.expect(Kind.COMPOSITION, p.board(composition=(rule_of(sectors=VOLUNTARY, max_share=0.5),)))


def nobody_for_the_people(p: Place) -> None:
    """The terms of a board ask for a seat for people at large, and all that there are speak for somebody else."""
    people = p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=words.Sector.FAITH)
    p.hold(p.seat(p.board(), [people]), p.person())
    p.expect(Kind.COMPOSITION, p.board(composition=(rule_of(groups=(people,), min=1),)))


def fewer_than_stated(p: Place) -> None:
    """A source gives a board three seats; one is recorded."""
    p.expect(Kind.SEATS_MISSING, p.board(seats_stated=3))


def more_than_stated(p: Place) -> None:
    """A source gives a board no seat; one is recorded."""
    p.expect(Kind.SEATS_MISSING, p.board(seats_stated=0))


def comes_without_a_seat(p: Place) -> None:
    """A council comes to two meetings of a board on which it has no seat."""
    board, council = p.board(), p.council()
    p.meet(board, (PRESENT, council))
    p.meet(board, (PRESENT, council), days=-10)
    p.expect(Kind.ATTENDS_WITHOUT_SEAT, council)


def stranger_at_a_meeting(p: Place) -> None:
    """Somebody of no body comes to a board where every seat's holder is named."""
    person = p.person()
    p.meet(p.board(), (PRESENT, person))
    p.expect(Kind.ATTENDS_WITHOUT_SEAT, person)


def too_few_came(p: Place) -> None:
    """A source says that a meeting was not quorate."""
    board = p.board()
    p.meet(board, quorate=NO)
    p.expect(Kind.NOT_QUORATE, board)


def fewer_than_the_quorum(p: Place) -> None:
    """One member came, and two are needed."""
    board, person = p.board(quorum_number=2), p.person()
    p.hold(p.seat(board, [p.body()]), person)
    p.meet(board, (PRESENT, person), (words.AttendanceKind.APOLOGIES, p.person()))
    p.expect(Kind.NOT_QUORATE, board)


def old_source(p: Place) -> None:
    """Two charities are known from an old source only: one finding, since it is one source."""
    source = p.new("source")
    p.published[source] = p.day(-1800)
    p.body(citations=(r.Citation(source, "page 1"),))
    p.body(citations=(r.Citation(source, "page 2"),))
    p.expect(Kind.STALE, source)


PLANTS: dict[words.GapKind, tuple[Plant, ...]] = {
    Kind.NO_SECTOR_SEAT: (board_of_statutory_bodies, board_of_members),
    Kind.NO_VOICE: (people_without_seat,),
    Kind.RECORDED_ABSENCE: (missing_seat, missing_from_nothing_named),
    Kind.SEAT_NOT_TAKEN_UP: (empty_place,),
    Kind.VACANT_POST: (vacancy, vacancy_by_office),
    Kind.HOLDER_NOT_RECORDED: (unknown_holder,),
    Kind.FEEDS_NOTHING: (silent_forum,),
    Kind.NO_LINES: (lonely_group,),
    Kind.NOT_ACTIVE: (dormant_group, disbanded_board),
    Kind.RESTS_ON_ONE: (busy_person, busy_office),
    Kind.NO_DEPUTY: (without_deputy,),
    Kind.TERM_ENDED: (ended_term, ended_by_term, ended_with_deputy),
    Kind.TERM_ENDING: (ending_term, proposed_successor),
    Kind.TWO_HATS: (one_supplier, councillor_in_the_chair, paid_representative),
    Kind.NO_REPORT_BACK: (nobody_reports,),
    Kind.REPORT_BACK_NOT_RECORDED: (silence_on_reports,),
    Kind.COMPOSITION: (too_few_of_the_sector, too_large_a_share, nobody_for_the_people),
    Kind.SEATS_MISSING: (fewer_than_stated, more_than_stated),
    Kind.ATTENDS_WITHOUT_SEAT: (comes_without_a_seat, stranger_at_a_meeting),
    Kind.NOT_QUORATE: (too_few_came, fewer_than_the_quorum),
    Kind.STALE: (old_source,),
}


def sound_board(p: Place) -> None:
    """Every seat of a board has a deputy, and one its old holder's successor."""
    board = p.body(Sort.LSP, sector=words.Sector.MULTI_AGENCY, kind=COLLABORATION)
    for _ in range(2):
        seat = p.seat(board, [p.body()], term_years=2)
        p.hold(seat, p.person(), period=r.Period(p.day(-900), p.day(-400)))
        p.hold(seat, p.person(), period=r.Period(p.day(-399), None))
        p.hold(seat, p.person(), capacity=DEPUTY)


def successor_in_waiting(p: Place) -> None:
    """Somebody leaves next week, and the next is elected already."""
    seat = p.seat(p.board(), [p.body()])
    p.hold(seat, p.person(), period=r.Period(None, p.day(7)))
    p.hold(seat, p.person(), period=r.Period(p.day(8), None))


def distant_end(p: Place) -> None:
    """Somebody leaves on the ninety-first day."""
    p.hold(p.seat(p.board(), [p.body()]), p.person(), period=r.Period(None, p.day(91)))


def sound_forum(p: Place) -> None:
    """A forum feeds a board, and its chair sits there for people without a sector."""
    board, forum = p.board(), p.body(Sort.FORUM, kind=COLLABORATION)
    people = p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=None)
    chair = p.seat(forum, role=words.Role.CHAIR)
    p.hold(chair, p.person(p.body(), "trustee"))
    p.fill(p.seat(board, [people]), chair)
    p.join(forum, Line.FEEDS_INTO, board)


def heard_through_a_group(p: Place) -> None:
    """People have no seat of their own, but a group that speaks for them has one."""
    group, people = p.body(), p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=words.Sector.FAITH)
    p.join(group, Line.SPEAKS_FOR, people)
    p.hold(p.seat(p.board(), [group]), p.person())


def two_seats_each(p: Place) -> None:
    """Two people have two seats each, and no group's seats are all with one of them."""
    first, second = p.person(), p.person()
    for _ in range(2):
        group = p.body()
        p.hold(p.seat(p.board(), [group]), first)
        p.hold(p.seat(p.board(), [group]), second)


def only_proposed(p: Place) -> None:
    """What is only proposed is no gap: a seat with no holder, a forum and a council's board that are to be set up."""
    p.seat(p.board(), [p.body()], status=PROPOSED, report_back=None)
    p.body(Sort.FORUM, kind=COLLABORATION, status=words.LifecycleStatus.PROPOSED)
    board = p.body(Sort.COMMITTEE, sector=words.Sector.STATUTORY, status=words.LifecycleStatus.PROPOSED)
    p.join(p.council(), Line.MEMBER_OF, board)


def board_with_carers(p: Place) -> None:
    """A committee's only seat is for people at large."""
    board, carers = (
        p.body(Sort.COMMITTEE, sector=words.Sector.STATUTORY),
        p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=None),
    )
    p.hold(p.seat(board, [carers]), p.person())


def long_gone(p: Place) -> None:
    """What ended holds no more: a seat with no holder, a missing link, money for a board's representative."""
    past, board, employer = r.Period(None, p.day(-10)), p.board(), p.body()
    p.seat(board, [employer], period=past, report_back=None)
    p.miss(employer, board, past)
    p.hold(p.seat(board, [employer]), p.person(employer))
    p.join(employer, Line.FUNDED_BY, board, period=past)


def succeeded(p: Place) -> None:
    """A disbanded group has only a line to its successor."""
    old = p.body(Sort.WORKING_GROUP, kind=COLLABORATION, status=words.LifecycleStatus.DISBANDED)
    p.join(old, Line.SUCCEEDED_BY, p.body())


def refreshed(p: Place) -> None:
    """A charity known from an old source has a line in a fresh one."""
    p.join(p.body(citations=OLD), Line.LINKED_TO, p.body(), citations=FRESH, period=ALWAYS)


def chairs_from_two(p: Place) -> None:
    """Chair and vice-chair come from two charities."""
    board = p.board()
    p.hold(p.seat(board, role=words.Role.CHAIR), p.body())
    p.hold(p.seat(board, role=words.Role.VICE_CHAIR), p.body())


def as_the_terms_say(p: Place) -> None:
    """A board is as its terms say: so many seats, a range of them counted in, for the sector, guests without a seat."""
    people = p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=words.Sector.FAITH)
    p.join(p.body(), Line.SPEAKS_FOR, people)
    voice = p.lines[-1].from_id
    board = p.board(seats_stated=4, quorum_number=1, composition=(
        rule_of(sectors=VOLUNTARY, min=2, max=3), rule_of(groups=(people,), min=1), rule_of(sectors=STATUTORY, max_share=0.5),
        rule_of(sectors=STATUTORY, max=0),
    ))  # fmt: skip
    p.hold(p.seat(board, [voice], number=2, number_max=3), p.person())
    p.hold(p.seat(board, [p.council()], membership=words.SeatMembership.AS_NEEDED), p.person())
    guest = p.council()
    p.meet(board, (words.AttendanceKind.GUEST, guest), (words.AttendanceKind.DEPUTISING, guest), (PRESENT, voice))
    p.meet(board, (PRESENT, guest), status=words.MeetingStatus.CANCELLED, quorate=NO)
    p.meet(board, (PRESENT, guest), days=10)


def terms_nobody_can_judge(p: Place) -> None:
    """For whom a seat is, and who holds it, is not recorded: whether the terms are met, and who came, is not known."""
    board = p.board(composition=(rule_of(sectors=VOLUNTARY, min=2), rule_of(sectors=VOLUNTARY, max=1)))
    p.hold(p.seat(board), p.person())
    p.hold(p.seat(board, role=words.Role.OBSERVER), p.body())
    p.body(Sort.COMMITTEE, sector=words.Sector.STATUTORY, composition=(rule_of(sectors=VOLUNTARY, min=2),))
    p.meet(board, (PRESENT, board), quorate=words.YesNoNotRecorded.YES)


DECOYS: tuple[Plant, ...] = (
    sound_board, successor_in_waiting, distant_end, sound_forum, heard_through_a_group, two_seats_each, only_proposed,
    board_with_carers, long_gone, succeeded, refreshed, chairs_from_two, as_the_terms_say, terms_nobody_can_judge,
)  # fmt: skip
