"""Further places whose gaps turn a sentence another way: one or several, with or without, this side or that."""

from app.domain import records as r
from app.domain import vocabulary as words
from tests.unit.gap_cases import FRESH, OLD, Line, Place, Sort
from tests.unit.gap_plants import COLLABORATION, CONSTITUENCY, DEPUTY, NO, Plant

CHAIR, VICE_CHAIR = words.Role.CHAIR, words.Role.VICE_CHAIR
MULTI = words.Sector.MULTI_AGENCY
UNCERTAIN = words.Certainty.UNCERTAIN


def _people(p: Place) -> str:
    return p.body(Sort.CONSTITUENCY, kind=CONSTITUENCY, sector=None)


def board_of_many_unknowns(p: Place) -> None:
    """A board has a council's seat, two seats for nobody recorded, and two member bodies, one by two lines."""
    board, council = p.body(Sort.LSP, sector=MULTI), p.council()
    p.seat(board, [council], certainty=UNCERTAIN)
    p.seat(board)
    p.seat(board)
    for body in (council, council, p.body(Sort.COMPANY, sector=words.Sector.PRIVATE)):
        p.join(body, Line.MEMBER_OF, board)
    p.join(council, Line.FUNDED_BY, board)


def boards_of_the_sector(p: Place) -> None:
    """Boards of the sector itself need no seat for it, nor does one that is only proposed; the next one does."""
    for said in ({"sector": words.Sector.FAITH}, {"status": words.LifecycleStatus.PROPOSED}, {}):
        board = p.body(Sort.COMMITTEE, **({"sector": MULTI} | said))
        p.hold(p.seat(board, [p.council()]), p.person())


def board_of_one_unknown(p: Place) -> None:
    """A sub-group has one seat, for nobody recorded; a working group with such a seat is not expected to have more."""
    p.seat(p.body(Sort.SUB_GROUP, sector=None))
    p.seat(p.body(Sort.WORKING_GROUP, sector=None))


def people_without_group(p: Place) -> None:
    """Nobody speaks for these people."""
    _people(p)


def people_with_groups(p: Place) -> None:
    """Two groups speak for these people, one of them by two lines, and neither has a seat."""
    people, first = _people(p), p.body()
    for group in (first, p.body(), first):
        p.join(group, Line.SPEAKS_FOR, people)
    p.join(p.body(), Line.LINKED_TO, people)


def seat_in_words(p: Place) -> None:
    """Vacant seats: labelled, several alike, chairs, for two groups, for a group that the label names."""
    board, group = p.board(), p.body(name="The Carers Group")
    for said in (
        {"label": "Seat 7"}, {"number": 3}, {"role": CHAIR}, {"label": "Carers group's seat"}, {"role": VICE_CHAIR},
    ):  # fmt: skip
        behalf = {3: [group, p.body()]}.get(int(str(said.get("number", 0))), [group] if "label" in said else [])
        p.seat(board, behalf, vacant_since=p.day(-40)[:7], **said)


def unknown_office(p: Place) -> None:
    """Who chairs a forum is not recorded; whoever does sits on two boards, on one of them twice."""
    forum, first = p.body(Sort.FORUM, kind=COLLABORATION), p.board()
    chair = p.seat(forum, role=CHAIR)
    for board in (first, first, p.board()):
        p.fill(p.seat(board), chair)


def office_for_others(p: Place) -> None:
    """The unnamed chair of a forum has three seats for another group, all that this has."""
    group, forum = p.body(), p.body(Sort.FORUM, kind=COLLABORATION)
    chair = p.seat(forum, role=CHAIR)
    for _ in range(3):
        p.fill(p.seat(p.board(), [group]), chair)


def forum_with_other_lines(p: Place) -> None:
    """A network being set up is only serviced and funded by one body, linked to another, and succeeds a third."""
    network, one = p.body(Sort.NETWORK, kind=COLLABORATION, status=words.LifecycleStatus.SETTING_UP), p.body()
    p.join(network, Line.SERVICED_BY, one)
    p.join(network, Line.FUNDED_BY, one)
    p.join(network, Line.LINKED_TO, p.body())
    p.join(network, Line.SUCCEEDED_BY, p.body())


def lonely_groups(p: Place) -> None:
    """A dormant panel is joined to nothing; others have a line, a seat on them or for them, hold one or fill one."""
    p.body(Sort.PANEL, kind=COLLABORATION, status=words.LifecycleStatus.DORMANT, citations=OLD, certainty=UNCERTAIN)
    board = p.board()
    for join in ("from", "to", "on", "for", "held", "held for another", "appointing"):
        group = p.body(Sort.PANEL, kind=COLLABORATION)
        if join == "from":
            p.join(group, Line.LINKED_TO, board)
        elif join == "to":
            p.join(board, Line.LINKED_TO, group)
        elif join == "on":
            p.hold(p.seat(group), p.person())
        elif join == "for":
            p.hold(p.seat(board, [group]), p.person())
        elif join == "appointing":
            seat = p.seat(board, [p.body()])
            p.hold(seat, p.person())
            p.appoint(seat, group)
        else:
            p.hold(p.seat(board, [p.body()] if join == "held for another" else []), group)


def several_lines_to_the_past(p: Place) -> None:
    """A disbanded group has three lines, one to its successor and one each way, and two seats; a dormant one a seat."""
    group = p.body(Sort.PANEL, kind=COLLABORATION, status=words.LifecycleStatus.DISBANDED)
    p.join(group, Line.FEEDS_INTO, p.board())
    p.join(p.body(), Line.MEMBER_OF, group)
    p.join(group, Line.SUCCEEDED_BY, p.body())
    for _ in range(2):
        p.hold(p.seat(group), p.person())
    asleep = p.body(Sort.PANEL, kind=COLLABORATION, status=words.LifecycleStatus.DORMANT)
    p.hold(p.seat(asleep), p.person())


def one_person_for_two_groups(p: Place) -> None:
    """One person has two seats each for two groups, on three boards; people at large come last among the bodies."""
    person, first, people = p.person(), p.board(), _people(p)
    for group, board in ((people, first), (people, p.board()), (p.body(), first), (p.body(), p.board())):
        p.hold(p.seat(board, [group]), person)


def deputies_elsewhere(p: Place) -> None:
    """Two seats have a deputy; a seat that two people share has none, nor has an acting holder's, which is no seat."""
    board = p.board()
    for _ in range(2):
        seat = p.seat(board, [p.body()])
        p.hold(seat, p.person())
        p.hold(seat, p.person(), capacity=DEPUTY)
    shared = p.seat(board, [p.body()])
    p.hold(shared, p.person())
    p.hold(shared, p.person(), certainty=UNCERTAIN)
    p.hold(p.seat(board, [p.body()]), p.person(), capacity=words.TenureCapacity.ACTING)


def term_to_a_day_and_to_a_month(p: Place) -> None:
    """One left last month, one today; one leaves today, since the last day belongs to it."""
    p.hold(p.seat(p.board(), [p.body()]), p.person(), period=r.Period(None, p.day(-31)[:7]))
    p.hold(p.seat(p.board(), [p.body()]), p.person(), period=r.Period(None, p.day(0)))
    p.hold(p.seat(p.board(), [p.body()], term_years=2), p.person(), period=r.Period(p.day(-731), None))


def two_suppliers(p: Place) -> None:
    """Two charities between them hold the chair, and employ the vice-chair."""
    board, one, other = p.board(), p.body(), p.body()
    chair, vice = p.seat(board, role=CHAIR), p.seat(board, role=VICE_CHAIR)
    p.hold(chair, one)
    p.hold(chair, other)
    p.hold(vice, p.person(one, "director"))
    p.hold(vice, p.person(other))


def council_in_the_chair(p: Place) -> None:
    """A council supplies a charity's chair; another's chair is filled by a council's officer, whom nobody named."""
    p.hold(p.seat(p.body(), role=CHAIR), p.council())
    council = p.council()
    officer = p.seat(council, role=words.Role.OFFICER, label="Head of Housing")
    p.fill(p.seat(p.body(), role=CHAIR), officer)
    p.hold(p.seat(p.body(Sort.PARTNERSHIP_BOARD, sector=MULTI), role=CHAIR), p.council())


def officers_in_the_chair(p: Place) -> None:
    """Chairs of charities who are given with a council, work for two, or hold a council's post themselves."""
    p.hold(p.seat(p.body(), role=CHAIR), p.person(p.council()))
    council = p.council()
    elected = p.seat(council, role=words.Role.ELECTED_MEMBER, label="Ward councillor")
    person = p.person(p.council(), "Officer")
    p.hold(elected, person)
    p.hold(p.seat(p.council()), person)
    p.hold(p.seat(p.body(), role=CHAIR), person)
    p.hold(p.seat(p.body(), role=VICE_CHAIR), person)
    p.hold(p.seat(_people(p), role=CHAIR), person)


def funding_the_board(p: Place) -> None:
    """A charity that funds a board has its director there for others, and its own seat held by itself."""
    board, employer = p.board(), p.body()
    p.hold(p.seat(board, [p.body()]), p.person(employer, "director"))
    p.hold(p.seat(board, [p.body()]), employer)
    p.hold(p.seat(board), p.person(employer))
    p.hold(p.seat(board, [p.body()]), p.person(p.body()))
    p.join(board, Line.FUNDED_BY, employer)
    p.join(employer, Line.LINKED_TO, board)


def reports_in_words(p: Place) -> None:
    """Nobody reports back, in several words; `nothing` and `not yet` are no such words; one is for nobody."""
    board = p.board()
    for said in ("Nobody does", "no one", "NEVER", "no", "None.", "Nothing is known", "Not yet", "By none"):
        p.hold(p.seat(board, [p.body()], report_back=said), p.person())
    p.hold(p.seat(board, report_back="none"), p.person())


def silence_on_many_reports(p: Place) -> None:
    """Not recorded: a seat for two groups, a chair on a group's behalf, an office's seat. A chair for nobody is settled."""
    board, council = p.board(), p.council()
    p.hold(p.seat(board, [p.body(), p.body()], report_back=None), p.person())
    p.hold(p.seat(board, [p.body()], role=CHAIR, report_back=None), p.person())
    p.hold(p.seat(board, role=CHAIR, report_back=None), p.body())
    p.hold(p.seat(board, report_back=None), p.body())
    p.hold(p.seat(board, [council], report_back=None), council)
    p.seat(board, [p.body()], report_back=None, taken_up=NO)
    p.seat(board, [p.body()], report_back=None, vacant_since=p.day(-3))


def old_facts(p: Place) -> None:
    """Charities of old sources: one fresh by a seat's tie, one by an absence; one disbanded."""
    tied, missed = p.body(citations=OLD), p.body(citations=OLD)
    p.hold(p.seat(p.board(), [tied], citations=OLD), p.person())
    p.miss(missed, p.board())
    p.body(citations=OLD, status=words.LifecycleStatus.DISBANDED)
    p.body(citations=OLD, status=words.LifecycleStatus.DORMANT)


def sources_by_every_way(p: Place) -> None:
    """Bodies of old sources, each fresh by one fact: a line to or from it, a tie, a filling, a holding by it or on it."""
    board = p.board()
    for way in ("from", "to", "tie", "filling", "holding", "held", "absent-from", "appointing", "appointed"):
        body = p.body(citations=OLD, name=way)
        if way == "from":
            p.join(body, Line.LINKED_TO, board)
        elif way == "to":
            p.join(board, Line.LINKED_TO, body)
        elif way == "tie":
            p.hold(p.seat(board, [body], citations=OLD), p.person(), citations=OLD)
        elif way == "filling":
            p.fill(p.seat(body, role=CHAIR, citations=OLD), p.seat(board, citations=OLD))
        elif way == "holding":
            p.hold(p.seat(body, role=CHAIR, citations=OLD), p.person())
        elif way == "appointing":
            seat = p.seat(board, [p.body()], citations=OLD)
            p.hold(seat, p.person(), citations=OLD)
            p.appoint(seat, body)
        elif way == "appointed":
            seat = p.seat(body, role=CHAIR, citations=OLD)
            p.hold(seat, p.person(), citations=OLD)
            p.appoint(seat, board)
        elif way == "held":
            p.hold(p.seat(board, citations=OLD), body)
        else:
            p.miss(p.body(citations=OLD), body)


def sources_of_meetings(p: Place) -> None:
    """Bodies of old sources, whose fresh ones tell of a meeting: of this month, of today, of tomorrow."""
    for day in (p.day(0)[:7], p.day(0), p.day(1)):
        body = p.body(citations=OLD, name=f"Met on {day}")
        p.meetings.append(r.Meeting(p.new("meeting"), body, day, None, None, None, FRESH))


def at_the_limit_of_age(p: Place) -> None:
    """One body's source is two years old to the day, the other's a day older; a third is cited twice."""
    p.published = {"limit": p.day(-731), "older": p.day(-732)}
    for source in ("limit", "older"):
        p.body(citations=(r.Citation(source, "1"),))
    p.body(citations=(r.Citation("older", "1"), r.Citation("old", "2"), r.Citation("older", "3")))


def terms_at_the_limit(p: Place) -> None:
    """A term of one day, today's; one that begins tomorrow; one of a seat not taken up or filled by an office."""
    p.hold(p.seat(p.board(), [p.body()]), p.person(), period=r.Period(p.day(0), p.day(0)))
    p.hold(p.seat(p.board(), [p.body()]), p.person(), period=r.Period(p.day(1), p.day(30)))
    p.hold(p.seat(p.board(), [p.body()], taken_up=NO), p.person(), period=r.Period(None, p.day(-1)))
    seat = p.seat(p.board(), [p.body()])
    p.hold(seat, p.person(), period=r.Period(None, p.day(-1)))
    office = p.seat(p.body(), role=CHAIR)
    p.hold(office, p.person())
    p.fill(seat, office)
    p.hold(p.seat(p.board(), [p.body()], term_years=3), p.person())


def one_after_another(p: Place) -> None:
    """Of every kind that passes something over, one that counts comes after one that does not."""
    p.miss("p/elsewhere", None)
    p.miss(p.body(), None)
    board = p.board()
    p.hold(p.seat(board, [p.body()]), p.person())
    group = p.body()
    for said in ("By email", None, None):
        p.hold(p.seat(board, [group], report_back=said), p.person())
    for has_line in (True, False):
        forum = p.body(Sort.FORUM, kind=COLLABORATION)
        if has_line:
            p.join(forum, Line.REPORTS_TO, board)
    for status in (words.LifecycleStatus.ACTIVE, words.LifecycleStatus.DORMANT):
        p.join(p.body(status=status), Line.LINKED_TO, board)


def dormant_elsewhere(p: Place) -> None:
    """A dormant body of another place, which two of ours feed, one of theirs too; it has a seat, which is theirs."""
    asleep = p.body(Sort.PANEL, status=words.LifecycleStatus.DORMANT, name="Sleepers")
    theirs = p.body(name="Theirs")
    p.hold(p.seat(asleep), p.person())
    p.elsewhere |= {asleep, theirs}
    for body in (p.body(name="One"), p.body(name="Two"), theirs):
        p.join(body, Line.FEEDS_INTO, asleep)


def held_as_of_right(p: Place) -> None:
    """An acting chair and a deputy; an open vowel begins a role."""
    council = p.council()
    for role in ("Independent member", "observer", "Member"):
        p.hold(p.seat(p.body(), role=CHAIR), p.person(council, role))


TURNS: tuple[Plant, ...] = (
    board_of_many_unknowns, boards_of_the_sector, board_of_one_unknown, people_without_group, people_with_groups, seat_in_words,
    unknown_office, office_for_others, forum_with_other_lines, lonely_groups, several_lines_to_the_past, one_person_for_two_groups,
    deputies_elsewhere, term_to_a_day_and_to_a_month, two_suppliers, council_in_the_chair, officers_in_the_chair,
    funding_the_board, reports_in_words, silence_on_many_reports, old_facts, sources_by_every_way, sources_of_meetings, at_the_limit_of_age,
    terms_at_the_limit, one_after_another, dormant_elsewhere, held_as_of_right,
)  # fmt: skip
