"""Changes between two days, on values: each sentence by example, and that they explain exactly what differs."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import records as r
from app.domain import register as g
from app.domain.as_at import AsAt
from app.domain.change_marks import ChangeMark
from app.domain.dates import bounds
from app.domain.standing import Standing
from app.domain.vocabulary import ChangeKind, FactStatus
from app.questions.changes.rules import Change, changes_between, marks_of
from tests.unit.change_cases import (
    behalf,
    body,
    filling,
    holding,
    line,
    period,
    person,
    post,
    register,
)

BEFORE, AFTER = date(2000, 1, 1), date(2020, 12, 31)


def changes(
    of: g.Register, since: date = BEFORE, until: date = AFTER, *, proposed: bool = False, body: str | None = None
) -> list[Change]:
    return changes_between(of, since, AsAt(until, proposed), organization=body)


def said(of: g.Register, *, proposed: bool = False) -> list[tuple[ChangeKind, str | None, str]]:
    return [(it.kind, it.date, it.explanation) for it in changes(of, proposed=proposed)]


# --- What is said


def test_a_body_is_set_up_and_ends() -> None:
    found = said(register(body("drugs-group", period("2007", "2009-03-31"))))
    assert found == [
        (ChangeKind.BEGAN, "2007", "The Drugs Group is set up in 2007."),
        (ChangeKind.ENDED, "2009-03-31", "The Drugs Group ends on 31 March 2009."),
    ]


def test_each_former_name_gives_way_to_the_next() -> None:
    names = (r.FormerName("Old Forum", "2005"), r.FormerName("Newer Forum", "2008-03"), r.FormerName("Undated", None))
    found = said(register(body("now-forum", name="Newest Forum", former=names)))
    assert [sentence for _, _, sentence in found] == [
        "The Old Forum is renamed the Newer Forum: it has the old name until 2005.",
        "The Newer Forum is renamed the Newest Forum: it has the old name until March 2008.",
    ]
    assert {kind for kind, _, _ in found} == {ChangeKind.RENAMED}


def test_a_successor_is_a_merger_and_not_a_line() -> None:
    found = said(
        register(
            body("alder-forum"),
            body("b-forum"),
            lines=(line("alder-forum", "succeeded_by", "b-forum", period("2008")),),
        )
    )
    assert found == [(ChangeKind.MERGED, "2008", "The Alder Forum is succeeded by the B Forum in 2008.")]


def test_lines_begin_and_end() -> None:
    of = register(
        body("alder-forum"),
        body("b-board"),
        lines=(
            line("alder-forum", "feeds_into", "b-board", period("2007-05")),
            line("b-board", "funded_by", "alder-forum", period(None, "2010")),
        ),
    )
    assert [sentence for _, _, sentence in said(of)] == [
        "From May 2007, the Alder Forum feeds into the B Board.",
        "After 2010, the B Board is no longer funded by the Alder Forum.",
    ]


def test_a_seat_is_added_with_its_first_holder_and_ends() -> None:
    of = register(
        body("b-board"),
        posts=(post("seat", "b-board", period("2007", "2012")),),
        holdings=(holding("seat", "ann", period("2007", "2009-06")), holding("seat", "bob", period("2009-07"))),
        people=(person("ann", "Ann Ames"), person("bob", "Bob Bull")),
    )
    assert said(of) == [
        (ChangeKind.BEGAN, "2007", "A seat on the B Board is added in 2007, first held by Ann Ames."),
        (ChangeKind.VACATED, "2009-06", "After June 2009, Ann Ames no longer holds the seat on the B Board."),
        (ChangeKind.FILLED, "2009-07", "From July 2009, Bob Bull holds the seat on the B Board."),
        (ChangeKind.ENDED, "2012", "The seat on the B Board ends in 2012."),
    ]


@pytest.mark.parametrize(("until", "told_once"), [("2010-01-22", True), ("2010-01-21", True), ("2008", False)])
def test_a_seat_left_vacant_is_told_once(until: str, told_once: bool) -> None:
    of = register(
        body("b-board"),
        body("c-council"),
        posts=(post("seat", "b-board", vacant="2010-01-22"),),
        holdings=(holding("seat", "ann", period(None, until)),),
        ties=(behalf("seat", "c-council"),),
        people=(person("ann", "Ann Ames"),),
    )
    found = said(of)
    assert found[-1] == (
        ChangeKind.VACATED,
        "2010-01-22",
        "The seat on the B Board for C Council is vacant from 22 January 2010"
        + (", after Ann Ames." if told_once else "."),
    )
    assert len(found) == (1 if told_once else 2)


def test_an_office_comes_to_fill_a_seat() -> None:
    of = register(
        body("alder-forum"),
        body("b-board"),
        posts=(post("seat", "b-board"), post("lead", "alder-forum", label="Lead")),
        fillings=(filling("seat", "lead", period("2008")),),
    )
    assert [(kind, sentence) for kind, _, sentence in said(of)] == [
        (ChangeKind.FILLED, "From 2008, the Lead of the Alder Forum holds the seat on the B Board."),
    ]


def test_a_seat_comes_to_be_for_another_group() -> None:
    of = register(
        body("b-board"),
        body("carers-forum"),
        posts=(post("seat", "b-board"),),
        ties=(behalf("seat", "carers-forum", period("2008", "2008")),),
    )
    assert said(of) == [
        (ChangeKind.STATUS_CHANGED, "2008", "From 2008, the seat on the B Board is for the Carers Forum."),
        (ChangeKind.STATUS_CHANGED, "2008", "After 2008, the seat on the B Board is no longer for the Carers Forum."),
    ]


# --- What counts


def test_what_has_no_date_is_no_change() -> None:
    of = register(
        body("alder-forum"),
        body("b-board", status="setting_up"),
        lines=(line("alder-forum", "feeds_into", "b-board"),),
        posts=(post("seat", "b-board"),),
        holdings=(holding("seat", "ann"),),
        people=(person("ann", "Ann Ames"),),
    )
    assert changes(of) == []


def test_proposals_are_given_only_when_asked_for() -> None:
    of = register(
        body("alder-forum"),
        body("b-board", status="proposed"),
        body("c-group", status="setting_up"),
        lines=(line("alder-forum", "feeds_into", "b-board", status="proposed"),),
        posts=(post("seat", "b-board", period("2030"), status="proposed"), post("chair", "b-board", status="proposed")),
        ties=(behalf("chair", "alder-forum", status="proposed"),),
    )
    assert changes(of) == []
    assert [(kind, sentence) for kind, _, sentence in said(of, proposed=True)] == [
        (ChangeKind.STATUS_CHANGED, "The C Group is being set up."),
        (ChangeKind.PROPOSED, "Under a proposal, the Alder Forum feeds into the B Board."),
        (ChangeKind.PROPOSED, "The B Board is proposed."),
        (ChangeKind.PROPOSED, "Under a proposal, there is a seat on the B Board for the Alder Forum."),
    ]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2006-01-01", "2006-12-31", False),
        ("2006-06-01", "2007-01-01", True),
        ("2007-03-01", "2007-04-01", True),
        ("2007-12-30", "2008-06-01", True),
        ("2007-12-31", "2008-06-01", False),
    ],
)
def test_a_year_belongs_to_every_time_that_it_may_lie_in(since: str, until: str, found: bool) -> None:
    of = register(body("alder-forum", period("2007")))
    assert bool(changes(of, date.fromisoformat(since), date.fromisoformat(until))) is found


def test_the_first_day_has_what_begins_on_it_already_and_what_ends_on_it_still() -> None:
    of = register(body("alder-forum", period("2010-01-22")), body("b-board", period(None, "2010-01-22")))
    day = date(2010, 1, 22)
    assert [it.kind for it in changes(of, day, AFTER)] == [ChangeKind.ENDED]
    assert [it.kind for it in changes(of, BEFORE, day)] == [ChangeKind.BEGAN]
    assert changes(of, day, day) == []


def test_years_stand_before_their_months_and_what_has_no_date_last() -> None:
    of = register(
        body("a", period("2007-03")),
        body("b", period("2007")),
        body("c", status="proposed"),
        body("d", period("2006-12-31")),
        body("e", period("2007-03-02")),
    )
    assert [it.date for it in changes(of, proposed=True)] == ["2006-12-31", "2007", "2007-03", "2007-03-02", None]


def test_a_body_has_the_changes_of_its_lines_and_of_seats_on_it_and_for_it() -> None:
    of = register(
        body("alder-forum"),
        body("b-board"),
        body("other", period("2007")),
        lines=(line("alder-forum", "feeds_into", "b-board", period("2007")),),
        posts=(post("seat", "b-board", period("2007")), post("spare", "b-board", period("2007"))),
        ties=(behalf("seat", "alder-forum"),),
    )
    assert [it.subject_id for it in changes(of, body="alder-forum")] == ["alder-forum-feeds_into-b-board", "seat"]
    assert [it.subject_id for it in changes(of, body="b-board")] == ["alder-forum-feeds_into-b-board", "seat", "spare"]


def test_what_happens_elsewhere_alone_is_left_out() -> None:
    of = register(
        body("alder-forum"),
        elsewhere=(body("far", period("2007")), body("away")),
        lines=(
            line("far", "feeds_into", "away", period("2007")),
            line("far", "linked_to", "alder-forum", period("2008")),
        ),
    )
    assert [it.date for it in changes(of)] == ["2008"]


def test_a_picture_marks_a_board_whose_seat_changes() -> None:
    of = register(
        body("alder-forum", period("2007")),
        body("b-board"),
        body("gone", period(None, "2007")),
        posts=(post("seat", "b-board", period("2007")),),
    )
    assert marks_of(changes(of)) == {
        "alder-forum": ChangeMark.ADDED,
        "b-board": ChangeMark.CHANGED,
        "gone": ChangeMark.ENDED,
        "seat": ChangeMark.ADDED,
    }


# --- That they explain exactly what differs

DAYS = st.dates(date(2005, 1, 1), date(2011, 12, 31))
PRECISIONS = st.sampled_from([4, 7, 10])
STATUSES = st.sampled_from(["actual", "proposed"])


@st.composite
def texts(draw: st.DrawFn, *, exact: bool) -> str:
    day = draw(DAYS)
    return day.isoformat() if exact else day.isoformat()[: draw(PRECISIONS)]


MAYBE_TEXTS = {exact: st.none() | texts(exact=exact) for exact in (True, False)}


@st.composite
def periods(draw: st.DrawFn, *, exact: bool) -> r.Period:
    one, other = (draw(MAYBE_TEXTS[exact]) for _ in range(2))
    if one and other and bounds(one)[0] > bounds(other)[1]:
        one, other = other, one
    return r.Period(one, other)


PERIODS = {exact: periods(exact=exact) for exact in (True, False)}


@st.composite
def registers(draw: st.DrawFn, *, exact: bool) -> g.Register:
    when, status = PERIODS[exact], STATUSES
    bodies = [body(f"b{n}", draw(when)) for n in range(3)]
    kinds = ["feeds_into", "reports_to", "succeeded_by", "funded_by"]
    lines = tuple(
        line(f"b{n % 3}", kind, f"b{(n + 1) % 3}", draw(when), status=draw(status)) for n, kind in enumerate(kinds)
    )
    posts = tuple(post(f"p{n}", f"b{n % 3}", draw(when), status=draw(status)) for n in range(4))
    return register(
        *bodies,
        lines=lines,
        posts=posts,
        holdings=tuple(holding(f"p{n}", "ann", draw(when)) for n in range(2)),
        ties=tuple(behalf(f"p{n}", "b0", draw(when), status=draw(status)) for n in range(2)),
        people=(person("ann", "Ann Ames"),),
    )


def standing(of: g.Register, day: date, proposed: bool = False) -> set[str]:
    """Return the ids of what holds on a day by its own dates; that the end of a body is the end of its seats goes
    without a change of theirs.
    """
    as_at = AsAt(day, proposed)
    bodies = {each.id for each in of.organizations.values() if as_at.within(each.period)}
    held = {each.id for each in of.posts.values() if as_at.holds(each)}
    held |= {each.id for each in of.lines if as_at.holds(each)}
    then = Standing(of, as_at)
    assert {*then.posts, *(each.id for each in then.lines)} <= held
    return bodies | held


BEGINNINGS = {ChangeKind.BEGAN, ChangeKind.MERGED}


def of_kinds(found: list[Change], kinds: set[ChangeKind]) -> set[str]:
    return {it.subject_id for it in found if it.kind in kinds}


@given(registers(exact=True), DAYS, DAYS, st.booleans())
def test_changes_applied_to_one_day_give_the_other(of: g.Register, one: date, other: date, proposed: bool) -> None:
    since, until = min(one, other), max(one, other)
    found = changes(of, since, until, proposed=proposed)
    first, begun, ended = standing(of, since), of_kinds(found, BEGINNINGS), of_kinds(found, {ChangeKind.ENDED})
    facts = {it.id: it.status for it in of.lines} | {it.id: it.status for it in of.posts.values()}
    suggested = {id_ for id_ in of_kinds(found, {ChangeKind.PROPOSED}) if facts[id_] is FactStatus.PROPOSED}
    assert not begun & first
    assert ended <= first | begun
    assert ((first | begun) - ended) | suggested == standing(of, until, proposed)


@given(registers(exact=False), DAYS, DAYS, st.booleans())
def test_with_dates_less_precise_no_difference_goes_without_a_change(
    of: g.Register, one: date, other: date, proposed: bool
) -> None:
    since, until = min(one, other), max(one, other)
    found = changes(of, since, until, proposed=proposed)
    first, last = standing(of, since), standing(of, until, proposed)
    assert last - first <= of_kinds(found, {*BEGINNINGS, ChangeKind.PROPOSED})
    assert first - last <= of_kinds(found, {ChangeKind.ENDED})
    for change in found:
        if change.date and change.kind is not ChangeKind.PROPOSED:
            assert bounds(change.date)[0] <= until
            assert bounds(change.date)[1] >= since
    assert found == sorted(found, key=lambda it: it.key)
    assert len({it.key for it in found}) == len(found)


def test_a_large_place_is_compared_in_far_less_than_its_budget() -> None:
    """Four hundred bodies, five thousand facts, one in twenty dated: 50 ms are for the service as a whole."""
    when = [period("2007-03"), *[period()] * 19]
    bodies = [body(f"b{n}", when[n % 20]) for n in range(400)]
    lines = tuple(line(f"b{n % 400}", "feeds_into", f"b{n * 7 % 400}", when[n % 20]) for n in range(1500))
    posts = tuple(post(f"p{n}", f"b{n % 400}", when[n % 20]) for n in range(1200))
    of = register(
        *bodies,
        lines=lines,
        posts=posts,
        holdings=tuple(holding(f"p{n}", "ann", when[n % 20]) for n in range(1200)),
        ties=tuple(behalf(f"p{n}", f"b{n % 399}") for n in range(1200)),
        people=(person("ann", "Ann Ames"),),
    )
    times = []
    for _ in range(7):
        start = process_time()
        found = changes(of, proposed=True)
        times.append(process_time() - start)
    assert len(found) == 20 + 75 + 60  # of each new seat and its holder once
    assert min(times) < 0.05
