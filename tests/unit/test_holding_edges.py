"""The edges of who holds a seat: the last day of a term, several holders, offices, and every way of saying it."""

from datetime import date

import pytest

from app.domain import vocabulary as words
from app.domain.dates import END
from app.domain.holding import held_by, is_vacant, office_name, sitting
from app.domain.records import Period, Post, Tenure
from app.domain.seat_state import state_of, term_end
from app.domain.vocabulary import PostState, Role, TenureCapacity, YesNoNotRecorded
from app.store.holding_rows import FillingPost
from tests.unit.test_holding import CHAIR, DAY, post, tenure

NEVER = Period(None, None)
ACTING, DEPUTY = TenureCapacity.ACTING, TenureCapacity.DEPUTY


def seat(**said: object) -> Post:
    known = {name: getattr(post(), name) for name in Post.__dataclass_fields__}
    return Post(**(known | said))


def office(role: Role, label: str | None, body: str, vacant_since: str | None = None) -> FillingPost:
    return FillingPost("b/office", role, label, vacant_since, "b/body", body)


@pytest.mark.parametrize(
    ("since", "years", "end"),
    [
        ("2008-01-31", 2.0, date(2010, 1, 31)),
        ("2008", 2.0, date(2010, 12, 31)),
        ("2008-02", 1.0, date(2009, 2, 28)),
        ("2008-01-31", 0.5, date(2008, 7, 31)),
        ("2008-01-31", None, END),
        (None, 2.0, END),
    ],
)
def test_a_term_ends_so_many_years_after_its_latest_beginning(
    since: str | None, years: float | None, end: date
) -> None:
    assert term_end(seat(term_years=years), Period(since, None)) == end


def test_a_term_is_over_after_its_last_day_and_only_when_all_are() -> None:
    two_years = seat(term_years=2.0)
    old, new = tenure("Ann", period=Period("2008-01-31", None)), tenure("Bo", period=Period("2009", None))
    assert state_of(two_years, [old], [], date(2010, 1, 31)) is PostState.FILLED
    assert state_of(two_years, [old], [], date(2010, 2, 1)) is PostState.TERM_OVER
    assert state_of(two_years, [old, new], [], date(2010, 2, 1)) is PostState.FILLED
    assert state_of(two_years, [old, tenure("Cy", "b/other")], [], date(2010, 2, 1)) is PostState.FILLED
    dated = tenure("Di", period=Period("2008-01-31", "2011"))
    assert state_of(two_years, [dated], [], date(2010, 2, 1)) is PostState.FILLED
    assert state_of(two_years, [old, dated], [], date(2010, 2, 1)) is PostState.FILLED
    assert state_of(two_years, [old, tenure("Eve", capacity=DEPUTY)], [], date(2010, 2, 1)) is PostState.TERM_OVER


def test_who_is_in_a_seat_is_asked_in_one_order() -> None:
    empty = office(Role.CHAIR, None, "Forum", "2009")
    assert state_of(seat(taken_up=YesNoNotRecorded.NO), [tenure("Ann")], [], DAY) is PostState.NOT_TAKEN_UP
    assert state_of(post("2009"), [tenure("Ann", capacity=ACTING)], [], DAY) is PostState.FILLED
    assert state_of(post("2009"), [tenure("Ann", capacity=DEPUTY)], [], DAY) is PostState.VACANT
    assert state_of(post(), [], [empty], DAY) is PostState.VACANT
    assert state_of(post(), [], [CHAIR, empty], DAY) is PostState.VACANT
    assert state_of(post(), [tenure("Ann", capacity=DEPUTY)], [CHAIR], DAY) is PostState.BY_OFFICE
    assert state_of(post(), [tenure("Ann", capacity=DEPUTY)], [], DAY) is PostState.HOLDER_NOT_RECORDED


@pytest.mark.parametrize(
    ("since", "vacant"),
    [("2010-02-01", True), ("2010-02-02", False), ("2010-02", True), ("2010", True), ("2010-03", False), (None, False)],
)
def test_a_seat_is_vacant_from_the_first_day_that_its_date_may_mean(since: str | None, vacant: bool) -> None:
    assert is_vacant(post(since), [], [], DAY) is vacant
    assert is_vacant(post(), [], [CHAIR, office(Role.CHAIR, None, "Forum", since)], DAY) is vacant
    assert held_by(post(since), [], [], DAY) == ("vacant" if vacant else "not recorded")
    assert is_vacant(post(since), [tenure("Ann", capacity=DEPUTY)], [], DAY) is vacant


def test_silence_is_neither_a_name_nor_an_office_nor_a_vacancy() -> None:
    past = tenure("Ann", period=Period(None, "2009"))
    assert sitting(post(), [], [], DAY).is_silent
    assert not sitting(post("2009"), [], [], DAY).is_silent
    assert not sitting(post(), [tenure("Ann")], [], DAY).is_silent
    assert not sitting(post(), [past], [], DAY).is_silent
    assert not sitting(post(), [], [CHAIR], DAY).is_silent
    assert not sitting(seat(taken_up=YesNoNotRecorded.NO), [], [], DAY).is_silent


@pytest.mark.parametrize(
    ("role", "label", "body", "said"),
    [
        (Role.CHAIR, "Independent chair", "Carers Forum", "chair of the Carers Forum"),
        (Role.VICE_CHAIR, "Deputy", "Carers Forum", "vice-chair of the Carers Forum"),
        (Role.SECRETARY, "Clerk", "Mind", "secretary of Mind"),
        (Role.OFFICER, "Chief Executive", "Mind", "Chief Executive of Mind"),
        (Role.OFFICER, None, "Mind", "officer of Mind"),
        (Role.MEMBER, "Mind's trustee", "Mind", "Mind's trustee"),
        (Role.MEMBER, "Delegate of the carers forum", "Carers Forum", "Delegate of the carers forum"),
        (Role.MEMBER, "Carers forum delegate", "Carers Forum", "Carers forum delegate"),
        (Role.OTHER, "Head", "The Albany", "Head of the Albany"),
    ],
)
def test_an_office_is_called_by_its_role_or_label_and_its_body_once(
    role: Role, label: str | None, body: str, said: str
) -> None:
    assert office_name(office(role, label, body)) == said
    assert held_by(post(), [], [office(role, label, body), CHAIR], DAY) == f"the {said}, name not recorded"


def test_holders_are_said_with_where_they_come_from() -> None:
    lead = office(Role.OFFICER, "Lead", "Mind")
    assert held_by(post(), [tenure("Ann", "b/office")], [lead, CHAIR], DAY) == "Ann, chair of the Mental Health Forum"
    assert held_by(post(), [tenure("Ann", affiliations=("Mind", "Age UK"))], [lead], DAY) == "Ann, Mind"
    assert held_by(post(), [tenure("Ann", "b/office", affiliations=("Mind",))], [], DAY) == "Ann, Mind"
    assert held_by(post(), [tenure("Ann"), tenure("Bo", capacity=ACTING)], [], DAY) == "Ann; Bo (acting)"
    inferred = tenure("Ann", certainty=words.Certainty.INFERRED)
    assert held_by(post("2009"), [inferred], [], DAY) == "Ann"


NOT_TAKEN = seat(taken_up=YesNoNotRecorded.NO)


def test_a_seat_that_is_not_taken_up_is_said_so_with_whom_it_is_for() -> None:
    assert held_by(NOT_TAKEN, [], [], DAY) == "not taken up"
    assert held_by(NOT_TAKEN, [tenure("Ann")], [], DAY) == "Ann (place not taken up)"
    assert held_by(seat(), [tenure("Ann", capacity=DEPUTY)], [], DAY) == "not recorded; Ann (deputy)"


def test_of_several_seats_alike_the_named_come_first_then_how_many_are_not_and_deputies() -> None:
    ann, bo = tenure("Ann"), tenure("Bo", holder_id="b/bo")
    deputy = tenure("Cy", holder_id="b/cy", capacity=DEPUTY)
    assert held_by(seat(number=4), [ann, deputy, bo], [], DAY) == "Ann; Bo, and 2 not named; Cy (deputy)"


def test_whether_a_seat_is_vacant_is_known_only_where_a_source_says_or_somebody_is_there() -> None:
    def known(of: Post, *holders: Tenure) -> bool | None:
        return sitting(of, list(holders), [], DAY).known_vacant

    assert known(post("2009")) is True
    assert known(post()) is None
    assert known(post(), tenure("Ann")) is False
    assert known(seat(vacant=YesNoNotRecorded.NO)) is False


def test_why_no_voice_passes_a_seat() -> None:
    two_years, old = seat(term_years=2.0), tenure("Ann", period=Period("2007", None))
    assert sitting(post("2009"), [], [], DAY).why_empty == "it stands empty"
    assert sitting(NOT_TAKEN, [], [], DAY).why_empty == "it is not taken up"
    assert sitting(two_years, [old], [], DAY).why_empty == "it was held by Ann (term ended in 2009)"
    assert sitting(post(), [tenure("Ann")], [], DAY).why_empty == ""


def test_the_last_to_hold_a_seat_is_whoever_left_last() -> None:
    gone = [tenure("Zoe", period=Period(None, "2008")), tenure("Ann", period=Period(None, "2009-03"))]
    assert sitting(post(), gone, [], DAY).said == "not recorded; Ann until March 2009"
    assert sitting(post(), [], [], DAY).office == ""
