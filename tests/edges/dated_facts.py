"""Facts with a period, each planted in a place of its own, and who would notice that it holds.

Each plant takes the period and gives a question: whether, as a place stands on a day, the fact is there. `INSIDE` are
the questions whose answer is yes exactly on the days of the period, `OUTSIDE` those whose answer is then no.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.domain.bodies import is_there
from app.domain.carrying import carriers_of
from app.domain.seats import seats_for, sent_by
from app.domain.standing import Standing
from app.domain.view import View
from app.domain.vocabulary import GapKind, LineType, TenureCapacity
from app.questions.balance.rules import balance_of
from app.questions.fragility.rules import Fragility
from app.questions.gaps.rules import find_gaps
from app.questions.reporting.rules import representatives
from app.questions.saved_questions.rules import boards_without
from app.reading.filtering import filtered
from app.reading.structure import Structure
from tests.unit.gap_cases import ALWAYS, FRESH, STATED, Place, Sort


class Town(Place):
    """A place that facts are planted in, appointments included."""

    def __init__(self) -> None:
        super().__init__(date(2007, 9, 14))
        self.appointed: list[g.Tie] = []
        self.meetings: list[r.Meeting] = []
        self.published: dict[str, str] = {}

    @property
    def register(self) -> g.Register:
        """Everything planted, whatever the day."""
        known = self.standing().register
        published = {**known.published, **self.published}
        return replace(known, appointed=tuple(self.appointed), meetings=tuple(self.meetings), published=published)


Seen = Callable[[Standing], bool]
Plant = Callable[[Town, r.Period], Seen]
ACTUAL = words.FactStatus.ACTUAL


def gap(kind: GapKind, subject: str) -> Seen:
    """Ask whether a gap of a kind is found at a subject."""
    return lambda standing: subject in {found.subject_id for found in find_gaps(standing, [kind])}


def is_listed(place: Town, period: r.Period) -> Seen:
    seat = place.seat(place.board(), period=period)
    return lambda standing: seat in standing.posts


def is_on_its_body(place: Town, period: r.Period) -> Seen:
    board = place.body(Sort.PARTNERSHIP_BOARD)
    seat = place.seat(board, period=period)
    return lambda standing: [post.id for post in standing.posts_on(board)] == [seat]


def is_counted(place: Town, period: r.Period) -> Seen:
    board = place.board()
    place.seat(board, number=6, period=period)
    return lambda standing: balance_of(standing, board).whole.seats == 7


def is_found_not_taken_up(place: Town, period: r.Period) -> Seen:
    seat = place.seat(place.board(), [place.body()], taken_up=words.YesNoNotRecorded.NO, period=period)
    return gap(GapKind.SEAT_NOT_TAKEN_UP, seat)


def is_found_vacant(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.VACANT_POST, place.seat(place.board(), vacant_since="1990", period=period))


def has_no_recorded_holder(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.HOLDER_NOT_RECORDED, place.seat(place.board(), period=period))


def is_found_unreported(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.NO_REPORT_BACK, place.seat(place.board(), report_back="Nobody does.", period=period))


def is_found_silent_on_reports(place: Town, period: r.Period) -> Seen:
    seat = place.seat(place.board(), [place.body()], report_back=None, period=period)
    return gap(GapKind.REPORT_BACK_NOT_RECORDED, seat)


def _for_a_group(place: Town, period: r.Period) -> tuple[str, str, str]:
    """Plant a seat that speaks for a group in a period only; return seat, board and group."""
    board, group = place.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.STATUTORY), place.body()
    seat = place.seat(board)
    place.behalf.append(g.Tie(f"{seat}--for", seat, group, ACTUAL, STATED, period, FRESH))
    place.hold(seat, place.person())
    return seat, board, group


def speaks_for_a_group(place: Town, period: r.Period) -> Seen:
    seat, _, group = _for_a_group(place, period)
    return lambda standing: [post.id for post in seats_for(standing).get(group, ())] == [seat]


def counts_for_a_sector(place: Town, period: r.Period) -> Seen:
    _, board, _ = _for_a_group(place, period)
    return lambda standing: balance_of(standing, board).placed[0].sector is words.Sector.VOLUNTARY


def owes_reports(place: Town, period: r.Period) -> Seen:
    seat, board, _ = _for_a_group(place, period)
    return lambda standing: [post.id for post, _ in representatives(standing, board)] == [seat]


def is_carried(place: Town, period: r.Period) -> Seen:
    seat, _, _ = _for_a_group(place, period)
    return lambda standing: seat in Fragility(standing).groups


def lacks_a_sector_seat(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.NO_SECTOR_SEAT, _for_a_group(place, period)[1])


def is_a_board_without(place: Town, period: r.Period) -> Seen:
    _, board, group = _for_a_group(place, period)
    return lambda standing: board in {found.board.id for found in boards_without(standing, group)}


def has_an_appointer(place: Town, period: r.Period) -> Seen:
    seat, group = place.seat(place.board()), place.body()
    place.appointed.append(g.Tie(f"{seat}--by", seat, group, ACTUAL, STATED, period, FRESH))
    return lambda standing: [tie.organization_id for tie in standing.appointed(seat)] == [group]


def is_filled_by_an_office(place: Town, period: r.Period) -> Seen:
    seat, office = place.seat(place.board()), place.seat(place.board())
    place.fillings.append(g.Filling(f"{seat}--filled", seat, office, ACTUAL, STATED, period, FRESH))
    return lambda standing: [step.post.id for step in standing.chain(seat)] == [office]


def fills_another(place: Town, period: r.Period) -> Seen:
    seat, office = place.seat(place.board()), place.seat(place.board())
    place.fillings.append(g.Filling(f"{seat}--filled", seat, office, ACTUAL, STATED, period, FRESH))
    return lambda standing: [filling.post_id for filling in standing.filled_by(office)] == [seat]


def has_its_office_s_holder(place: Town, period: r.Period) -> Seen:
    seat, office, ann = place.seat(place.board()), place.seat(place.board()), place.person()
    place.hold(office, ann)
    place.fillings.append(g.Filling(f"{seat}--filled", seat, office, ACTUAL, STATED, period, FRESH))
    return lambda standing: [tenure.holder_id for tenure in standing.tenures(seat)] == [ann]


def is_held(place: Town, period: r.Period) -> Seen:
    seat, ann = place.seat(place.board()), place.person()
    place.hold(seat, ann, period=period)
    return lambda standing: (
        standing.held_by(seat) == standing.name(ann) and [h.post_id for h in standing.held(ann)] == [seat]
    )


def is_held_by_a_body(place: Town, period: r.Period) -> Seen:
    seat, body = place.seat(place.board()), place.body()
    place.hold(seat, body, period=period)
    return lambda standing: seats_for(standing).get(body) == [standing.posts[seat]]


def is_counted_filled(place: Town, period: r.Period) -> Seen:
    board = place.body(Sort.PARTNERSHIP_BOARD)
    place.hold(place.seat(board), place.person(), period=period)
    return lambda standing: balance_of(standing, board).whole.filled == 1


def is_carried_by_somebody(place: Town, period: r.Period) -> Seen:
    seat, ann = place.seat(place.board(), [place.body()]), place.person()
    place.hold(seat, ann, period=period)
    return lambda standing: ann in {id_ for _, id_ in carriers_of(standing, seat)}


def rests_on_one(place: Town, period: r.Period) -> Seen:
    group, ann = place.body(), place.person()
    for number in range(3):
        seat = place.seat(place.board(), [group, place.body()])
        place.hold(seat, ann, **({} if number else {"period": period}))
    return gap(GapKind.RESTS_ON_ONE, ann)


def lacks_what_others_have(place: Town, period: r.Period) -> Seen:
    board = place.body(Sort.PARTNERSHIP_BOARD)
    alone, other = place.seat(board), place.seat(board)
    place.hold(alone, place.person())
    place.hold(other, place.person())
    place.hold(other, place.person(), capacity=TenureCapacity.DEPUTY, period=period)
    return gap(GapKind.NO_DEPUTY, alone)


def works_there(place: Town, period: r.Period) -> Seen:
    ann, body = place.person(), place.body()
    tie = r.Affiliation(body, None, STATED, None, period, FRESH)
    place.employments.append(g.Employment(f"{ann}--works", ann, tie))
    seat = place.seat(place.board())
    place.hold(seat, ann)
    return lambda standing: sent_by(standing, standing.posts[seat]) == (body,) and len(standing.staff(body)) == 1


def wears_two_hats(place: Town, period: r.Period) -> Seen:
    ann, council, forum = place.person(), place.council(), place.body(Sort.FORUM)
    tie = r.Affiliation(council, "officer", STATED, None, period, FRESH)
    place.employments.append(g.Employment(f"{ann}--works", ann, tie))
    place.hold(place.seat(forum, role=words.Role.CHAIR), ann)
    return gap(GapKind.TWO_HATS, ann)


def is_joined(place: Town, period: r.Period) -> Seen:
    start, end = place.body(), place.body()
    place.join(start, LineType.FEEDS_INTO, end, period=period)
    return lambda standing: len(standing.lines_from(start)) == len(standing.lines_to(end)) == 1


def is_a_member(place: Town, period: r.Period) -> Seen:
    board = place.board()
    place.join(place.body(count=22), LineType.MEMBER_OF, board, period=period)
    return lambda standing: balance_of(standing, board).member_count == 22


def is_joined_to_what_ended(place: Town, period: r.Period) -> Seen:
    dormant = place.body(status=words.LifecycleStatus.DORMANT)
    place.join(place.body(), LineType.FEEDS_INTO, dormant, period=period)
    return gap(GapKind.NOT_ACTIVE, dormant)


def is_paid_by_the_board(place: Town, period: r.Period) -> Seen:
    board, payer = place.board(), place.body()
    seat = place.seat(board, [place.body()])
    place.hold(seat, place.person(payer))
    place.join(board, LineType.FUNDED_BY, payer, period=period)
    return gap(GapKind.TWO_HATS, seat)


def feeds_nothing(place: Town, period: r.Period) -> Seen:
    forum = place.body(Sort.FORUM)
    place.join(forum, LineType.FEEDS_INTO, place.board(), period=period)
    return gap(GapKind.FEEDS_NOTHING, forum)


def has_no_lines(place: Town, period: r.Period) -> Seen:
    group = place.body(Sort.PANEL, kind=words.OrganizationKind.COLLABORATION)
    place.join(place.body(), LineType.LINKED_TO, group, period=period)
    return gap(GapKind.NO_LINES, group)


def _carers(place: Town, period: r.Period = ALWAYS) -> str:
    return place.body(
        Sort.CONSTITUENCY, kind=words.OrganizationKind.CONSTITUENCY, sector=None, name="Carers", period=period
    )


def has_no_voice(place: Town, period: r.Period) -> Seen:
    carers = _carers(place)
    place.seat(place.board(), [carers], period=period)
    return gap(GapKind.NO_VOICE, carers)


def has_no_voice_through_others(place: Town, period: r.Period) -> Seen:
    carers, forum = _carers(place), place.body(Sort.FORUM)
    place.seat(place.board(), [forum])
    place.join(forum, LineType.SPEAKS_FOR, carers, period=period)
    return gap(GapKind.NO_VOICE, carers)


def is_recorded_missing(place: Town, period: r.Period) -> Seen:
    body = place.body()
    place.miss(body, place.board(), period)
    return gap(GapKind.RECORDED_ABSENCE, body)


def is_there_itself(place: Town, period: r.Period) -> Seen:
    body = place.body(period=period)
    return lambda standing: is_there(standing.organizations[body], standing.as_at)


def is_a_board_without_the_sector(place: Town, period: r.Period) -> Seen:
    board = place.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY, period=period)
    place.hold(place.seat(board, [place.council()]), place.person())
    return gap(GapKind.NO_SECTOR_SEAT, board)


def is_a_forum_that_feeds_nothing(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.FEEDS_NOTHING, place.body(Sort.FORUM, period=period))


def is_a_group_without_lines(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.NO_LINES, place.body(Sort.PANEL, kind=words.OrganizationKind.COLLABORATION, period=period))


def are_people_without_a_voice(place: Town, period: r.Period) -> Seen:
    return gap(GapKind.NO_VOICE, _carers(place, period))


def is_a_forum_without_paid_hours(place: Town, period: r.Period) -> Seen:
    forum = place.body(Sort.FORUM, period=period)
    return lambda standing: forum in {unpaid.body.id for unpaid in Fragility(standing).without_paid_hours}


def is_drawn(place: Town, period: r.Period) -> Seen:
    body = place.organizations[place.body(period=period)]

    def seen(standing: Standing) -> bool:
        shown = filtered(Structure([body], [], [], {}, standing.on), View())
        return [node.id for node in shown.nodes] == [body.id]

    return seen


INSIDE: Mapping[str, tuple[Plant, ...]] = {
    "a seat": (
        is_listed, is_on_its_body, is_counted, is_found_not_taken_up, is_found_vacant, has_no_recorded_holder,
        is_found_unreported, is_found_silent_on_reports,
    ),
    "whom a seat is for": (speaks_for_a_group, counts_for_a_sector, owes_reports, is_carried),
    "who appoints": (has_an_appointer,),
    "which office fills": (is_filled_by_an_office, fills_another, has_its_office_s_holder),
    "who holds": (
        is_held, is_held_by_a_body, is_counted_filled, is_carried_by_somebody, rests_on_one, lacks_what_others_have,
    ),
    "for whom somebody works": (works_there, wears_two_hats),
    "a line": (is_joined, is_a_member, is_joined_to_what_ended, is_paid_by_the_board),
    "an absence": (is_recorded_missing,),
    "a body": (
        is_there_itself, is_a_board_without_the_sector, is_a_forum_that_feeds_nothing, is_a_group_without_lines,
        are_people_without_a_voice, is_a_forum_without_paid_hours, is_drawn,
    ),
}  # fmt: skip
OUTSIDE: Mapping[str, tuple[Plant, ...]] = {
    "whom a seat is for": (lacks_a_sector_seat, is_a_board_without),
    "a line": (feeds_nothing, has_no_lines, has_no_voice_through_others),
    "a seat": (has_no_voice,),
}
