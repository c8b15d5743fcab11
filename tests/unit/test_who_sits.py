"""Who is in a seat, over generated vacancies, holders and terms: gaps, balance and fragility agree with its state."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import records as r
from app.domain.bodies import of_the_sector
from app.domain.carrying import carriers_of
from app.domain.holding import sitting
from app.domain.seat_state import REPRESENTED
from app.domain.vocabulary import Classification, GapKind, PostState, TenureCapacity, YesNoNotRecorded
from app.questions.balance.rules import balance_of
from app.questions.fragility.rules import Fragility
from app.questions.gaps.rules import find_gaps
from app.questions.saved_questions.rules import boards_without
from tests.unit.gap_cases import Place

ON = date(2010, 6, 1)
Held = tuple[str | None, str | None, str | None, TenureCapacity]
YEARS = st.sampled_from([None, "2005", "2007", "2007-03", "2009", "2009-11-30", "2011"])
HOLDERS = st.lists(
    st.tuples(YEARS, YEARS, YEARS, st.sampled_from(list(TenureCapacity))).filter(
        lambda it: not (it[0] and it[1]) or it[0][:4] <= it[1][:4]
    ),
    max_size=3,
)
SEATS = st.fixed_dictionaries(
    {
        "vacant": st.sampled_from([None, YesNoNotRecorded.YES, YesNoNotRecorded.NO]),
        "vacant_since": YEARS,
        "taken_up": st.sampled_from([YesNoNotRecorded.NOT_RECORDED, YesNoNotRecorded.NO]),
        "term_years": st.sampled_from([None, 2.0]),
        "number": st.sampled_from([1, 6]),
    }
)
NAMED = {
    PostState.FILLED: "filled", PostState.BY_OFFICE: "filled", PostState.HOLDER_NOT_RECORDED: "holder_not_recorded",
    PostState.VACANT: "vacant", PostState.NOT_TAKEN_UP: "not_taken_up", PostState.TERM_OVER: "term_over",
}  # fmt: skip


@settings(max_examples=150)
@given(SEATS, HOLDERS, st.booleans())
def test_every_answer_agrees_on_the_state_of_a_seat(said: dict[str, object], holders: list[Held], office: bool) -> None:
    place = Place(ON)
    board, group = place.body(Classification.PARTNERSHIP_BOARD), place.body()
    id_ = place.seat(board, [group], **said)
    for since, until, term_ends, capacity in holders:
        period = r.Period(since, until)
        place.hold(id_, place.person(), period=period, term_ends=term_ends, capacity=capacity)
    if office:
        place.fill(id_, place.seat(place.body(Classification.FORUM)))
    standing = place.standing()
    state = standing.state(id_)

    (count,) = [seat.count for seat in balance_of(standing, board).placed if seat.post.id == id_]
    parts = {name: getattr(count, name) for name in dict.fromkeys(NAMED.values())}
    assert sum(parts.values()) == count.seats == said["number"]
    assert parts[NAMED[state]]
    if said["number"] == 1:
        assert parts[NAMED[state]] == 1

    kinds = {gap.kind for gap in find_gaps(standing) if gap.subject_id == id_}
    assert (GapKind.VACANT_POST in kinds) == (state is PostState.VACANT)
    assert (GapKind.SEAT_NOT_TAKEN_UP in kinds) == (state is PostState.NOT_TAKEN_UP)
    assert GapKind.HOLDER_NOT_RECORDED not in kinds or state is PostState.HOLDER_NOT_RECORDED
    if state is PostState.HOLDER_NOT_RECORDED:
        assert kinds & {GapKind.HOLDER_NOT_RECORDED, GapKind.TERM_ENDED}

    carried = any(post.id == id_ for carrier in Fragility(standing).carriers for post in carrier.posts)
    assert of_the_sector(standing.organizations[group])
    assert carried == (state in (PostState.FILLED, PostState.BY_OFFICE)) == bool(carriers_of(standing, id_))
    silent = board in {it.board.id for it in boards_without(standing, group)}
    assert silent == (state not in REPRESENTED)
    assert bool(standing.sitting(id_).why_empty) == silent


@settings(max_examples=100)
@given(SEATS, HOLDERS, st.randoms())
def test_the_order_of_holders_changes_nothing(said: dict[str, object], holders: list[Held], chance: object) -> None:
    place = Place(ON)
    id_ = place.seat(place.body(Classification.PARTNERSHIP_BOARD), [place.body()], **said)
    for since, until, term_ends, capacity in holders:
        place.hold(id_, place.person(), period=r.Period(since, until), term_ends=term_ends, capacity=capacity)
    once = place.standing().sitting(id_)
    chance.shuffle(place.holdings)  # type: ignore[attr-defined]
    again = place.standing().sitting(id_)
    assert (once.state, once.last_held_by, once.vacant) == (again.state, again.last_held_by, again.vacant)
    assert sorted(t.holder_id for t in once.tenures) == sorted(t.holder_id for t in again.tenures)


def test_a_vacancy_and_a_holder_end_each_other_by_their_dates() -> None:
    for vacancy, since, state, last in (
        ("2009", "2006", PostState.VACANT, "2009"),
        ("2009", "2009-05", PostState.FILLED, ""),
        ("2009", "2010", PostState.FILLED, ""),
        ("2009-05", "2009", PostState.FILLED, ""),  # the year may begin after the month
        ("2009", None, PostState.FILLED, ""),
        ("2011", "2006", PostState.FILLED, ""),
    ):
        place = Place(ON)
        id_ = place.seat(place.board(), vacant_since=vacancy)
        person = place.person()
        place.hold(id_, person, period=r.Period(since, None))
        found = place.standing().sitting(id_)
        assert found.state is state, (vacancy, since)
        assert found.last_held_by == (f"{place.people[person].name} until {last}" if last else "")
        assert [h.post_id for h in place.standing().held(person)] == ([] if last else [id_])


def test_an_office_vacated_later_empties_the_seats_that_it_fills() -> None:
    place = Place(ON)
    forum = place.body(Classification.FORUM)
    chair = place.seat(forum, vacant_since="2009")
    seat = place.seat(place.board(), [forum])
    place.fill(seat, chair)
    place.hold(chair, place.person(), period=r.Period("2005", None))
    standing = place.standing()
    assert (standing.state(chair), standing.state(seat)) == (PostState.VACANT, PostState.VACANT)
    assert standing.sitting(seat).last_held_by.endswith("until 2009")


def test_several_alike_are_not_emptied_by_one_vacancy() -> None:
    place = Place(ON)
    board = place.body(Classification.PARTNERSHIP_BOARD)
    id_ = place.seat(board, [place.body()], number=6, vacant_since="2009")
    for _ in range(2):
        place.hold(id_, place.person(), period=r.Period("2005", None))
    standing = place.standing()
    assert standing.state(id_) is PostState.FILLED
    (placed,) = balance_of(standing, board).placed
    assert (placed.count.filled, placed.count.vacant) == (2, 4)
    assert len(sitting(standing.posts[id_], standing.tenures(id_), [], ON).tenures) == 2
