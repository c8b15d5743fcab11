"""What each rule of gaps says of itself, and where its edges lie."""

import dataclasses
import re
from datetime import date

import pytest

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.terms import ENDING_DAYS
from app.questions.gaps.rules import RULES, Gap, find_gaps
from app.questions.gaps.rules.finding import rule
from app.questions.gaps.rules.people import MANY_SEATS
from app.questions.gaps.rules.terms import STALE_YEARS
from tests.unit.gap_cases import OLD, Kind, Line, Place, Sort

DAY = date(2020, 2, 29)


@pytest.fixture
def place() -> Place:
    """Return a place with nothing in it."""
    return Place(DAY)


def only(place: Place, kind: words.GapKind) -> Gap:
    """Return the one gap of a kind."""
    (gap,) = find_gaps(place.standing(), (kind,))
    return gap


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_rule_in_two_sentences(kind: words.GapKind) -> None:
    assert RULES[kind].kind is kind
    assert RULES[kind].name
    assert len(re.findall(r"[.](?= [A-Z]|$)", RULES[kind].why)) == 2, RULES[kind].why
    assert not re.search(r"[{}\n]", RULES[kind].why)


def test_the_limits_that_people_read_are_those_of_the_code() -> None:
    assert f"within {ENDING_DAYS} days" in RULES[Kind.TERM_ENDING].why
    assert f"over {STALE_YEARS} years old" in RULES[Kind.STALE].why
    assert f"holds {MANY_SEATS} or more seats" in RULES[Kind.RESTS_ON_ONE].why


def test_a_rule_without_a_definition_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^the rule for stale has no definition$"):
        rule(Kind.STALE, "Nameless")(lambda standing: [])


def test_a_rule_is_told_by_its_function_with_its_limits_filled_in() -> None:
    def find(standing: object) -> list[Gap]:
        """Say that it is {old}

        and {new}.
        """
        return []

    made = rule(Kind.STALE, "Named", old="old", new="new")(find)
    assert (made.kind, made.name, made.why, made.find) == (Kind.STALE, "Named", "Say that it is old and new.", find)
    assert not made.recorded_as_none
    assert rule(Kind.VACANT_POST, "Named", old="", new="")(find).recorded_as_none


def test_a_gap_is_called_by_its_kind_its_subject_and_what_tells_it_apart(place: Place) -> None:
    place.body(citations=OLD)
    gap = only(place, Kind.STALE)
    assert (gap.id, gap.recorded_as_none) == ("stale/old/p", False)
    assert dataclasses.replace(gap, extra="more").id == "stale/old/more"
    assert dataclasses.replace(gap, kind=Kind.VACANT_POST).recorded_as_none


def test_what_a_source_states_is_told_from_silence() -> None:
    assert {kind for kind, each in RULES.items() if each.recorded_as_none} == {
        Kind.RECORDED_ABSENCE, Kind.SEAT_NOT_TAKEN_UP, Kind.VACANT_POST, Kind.NO_REPORT_BACK,
    }  # fmt: skip


def test_a_gap_is_as_sure_as_the_least_certain_fact_it_rests_on(place: Place) -> None:
    person = place.person()
    place.hold(place.seat(place.board(), [place.body()]), person)
    place.hold(place.seat(place.board(), [place.body()]), person, certainty=words.Certainty.INFERRED)
    place.hold(place.seat(place.board(), [place.body()], certainty=words.Certainty.UNCERTAIN), person)
    assert only(place, Kind.RESTS_ON_ONE).certainty is words.Certainty.UNCERTAIN


def test_proposed_seats_count_when_they_are_asked_for(place: Place) -> None:
    people = place.body(Sort.CONSTITUENCY, kind=words.OrganizationKind.CONSTITUENCY, sector=None)
    place.seat(place.board(), [people], status=words.FactStatus.PROPOSED)
    assert only(place, Kind.NO_VOICE).subject_id == people
    assert not find_gaps(place.standing(include_proposed=True), (Kind.NO_VOICE,))


def test_a_proposed_forum_is_asked_what_it_feeds_only_with_proposals(place: Place) -> None:
    place.body(Sort.FORUM, status=words.LifecycleStatus.PROPOSED)
    assert not find_gaps(place.standing(), (Kind.FEEDS_NOTHING,))
    assert find_gaps(place.standing(include_proposed=True), (Kind.FEEDS_NOTHING,))


def test_a_body_is_active_until_its_recorded_end(place: Place) -> None:
    ending = r.Period(None, "2020")
    place.join(place.body(), Line.FEEDS_INTO, place.body(status=words.LifecycleStatus.DISBANDED, period=ending))
    assert not find_gaps(place.standing(), (Kind.NOT_ACTIVE,))


def test_a_year_as_the_end_of_a_term_lasts_to_its_last_day(place: Place) -> None:
    seat = place.seat(place.board(), [place.body()])
    place.hold(seat, place.person(), period=r.Period(None, "2020"))
    assert not find_gaps(place.standing(), (Kind.TERM_ENDED, Kind.TERM_ENDING))
    place.on = date(2020, 10, 2)
    assert "ends in 2020" in only(place, Kind.TERM_ENDING).explanation
    place.on = date(2021, 1, 1)
    assert "ended in 2020" in only(place, Kind.TERM_ENDED).explanation


def test_a_term_of_a_year_and_a_half_ends_in_a_month_when_it_began_in_one(place: Place) -> None:
    seat = place.seat(place.board(), [place.body()], term_years=1.5)
    place.hold(seat, place.person(), period=r.Period("2018-03", None))
    assert "ended in September 2019" in only(place, Kind.TERM_ENDED).explanation


def test_of_two_alike_seats_one_successor_follows_only_one(place: Place) -> None:
    seat = place.seat(place.board(), [place.body()], number=2)
    for _ in range(2):
        place.hold(seat, place.person(), period=r.Period(None, "2019"))
    place.hold(seat, place.person(), period=r.Period("2020", None))
    assert len(find_gaps(place.standing(), (Kind.TERM_ENDED,))) == 2
    place.hold(seat, place.person(), period=r.Period("2020", None))
    assert not find_gaps(place.standing(), (Kind.TERM_ENDED,))


def test_a_body_known_only_from_undated_sources_is_not_called_stale(place: Place) -> None:
    place.body(citations=(r.Citation("undated", "page 1"),))
    assert not find_gaps(place.standing(), (Kind.STALE,))


@pytest.mark.parametrize(
    ("bodies", "told"),
    [(1, "Body charity-1"), (3, "Body charity-1, Body charity-2 and Body charity-3"),
     (12, "12 bodies")],
)  # fmt: skip
def test_an_old_source_says_of_when_it_is_and_what_rests_on_it(place: Place, bodies: int, told: str) -> None:
    for _ in range(bodies):
        place.body(citations=OLD)
    assert only(place, Kind.STALE).explanation == (
        f"Nothing newer than this source, of 27 March 2015, is behind what is recorded of {told}."
    )


def test_offices_that_fill_each_other_do_not_loop(place: Place) -> None:
    one, other = place.seat(place.board(), [place.body()]), place.seat(place.board(), [place.body()])
    place.fill(one, other)
    place.fill(other, one)
    assert not find_gaps(place.standing(), (Kind.RESTS_ON_ONE, Kind.HOLDER_NOT_RECORDED, Kind.VACANT_POST))


def test_a_seat_with_an_unknown_side_leaves_doubt_that_the_sector_has_none(place: Place) -> None:
    board, council = place.body(Sort.COMMITTEE, sector=words.Sector.STATUTORY), place.council()
    place.hold(place.seat(board, [council]), council)
    place.seat(board)
    gap = only(place, Kind.NO_SECTOR_SEAT)
    assert gap.certainty is words.Certainty.UNCERTAIN
    assert gap.explanation.endswith(
        "has 2 seats recorded, and none for a voluntary, community or faith group; for whom one of the seats speaks is not"
        " recorded."
    )


def test_gaps_of_bodies_elsewhere_are_not_given(place: Place) -> None:
    place.seat(place.board(), [place.body()])
    standing = place.standing()
    elsewhere = {**{f: getattr(standing.register, f) for f in standing.register.__slots__}, "own": frozenset()}
    assert find_gaps(standing)
    assert not find_gaps(type(standing)(type(standing.register)(**elsewhere), AsAt(DAY)))
