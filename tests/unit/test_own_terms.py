"""What a body's own terms say: what a file may not say, how they are told and judged, and how seats are counted in words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain import records as r
from app.domain.composing import how_many_are, rule_said
from app.domain.records import with_honorifics
from app.domain.seating import how_many, is_several, seat_order, several_seats
from app.domain.vocabulary import AttendanceKind, GapKind, Role, RuleVerdict, Sector
from app.exchange.yaml_files import read_files
from app.questions.balance.ask import judged_said
from app.questions.balance.composition import judge_composition
from app.questions.gaps.rules import find_gaps
from tests.unit.gap_cases import Place
from tests.unit.gap_plants import rule_of

BODY = "{id: board, name: Board, classification: committee, kind: collaboration, cites: 'minutes, 1', "
POST = "{on: board, cites: 'minutes, 1', "
PROBLEMS = {
    ("posts", POST + "number: 5, numberMax: 4}"): "numberMax: found at most 4; expected no less than the number, 5",
    ("posts", POST + "numberMax: 0}"): "numberMax: found '0'; expected at least 1",
    ("posts", POST + "membership: honorary}"): "membership: found 'honorary'; expected",
    ("posts", POST + "area: nowhere}"): "area: found 'nowhere'; no area has this id",
    ("posts", POST + "order: first}"): "order: found 'first'; expected",
    ("organizations", BODY + "decides: maybe}"): "decides: found 'maybe'; expected",
    ("organizations", BODY + "composition: {of: voluntary}}"): "expected 'min', 'max' or 'maxShare'",
    ("organizations", BODY + "composition: {of: voluntary, min: 4, max: 3}}"): "expected no less as 'max' than as 'min'",
    ("organizations", BODY + "composition: {of: carers, min: 4}}"): "found 'carers'; no organization has this id",
    ("organizations", BODY + "composition: {of: [], min: 4}}"): "composition.of: ",
    ("organizations", BODY + "composition: {of: faith, maxShare: 50}}"): "maxShare: found '50'; expected at most 1",
    ("organizations", BODY + "composition: {of: faith, min: 1, cites: 'minuts, 2'}}"): "found 'minuts'",
    ("organizations", BODY + "quorumNumber: half}"): "quorumNumber: found 'half'; expected",
    ("meetings", "{organization: board, date: 2010, status: postponed, cites: 'minutes, 1'}"): "status: found 'postponed'",
    ("people", "{id: ann, name: Ann, honorificPrefix: '', cites: 'minutes, 1'}"): "honorificPrefix: found ''",
}  # fmt: skip


@pytest.mark.parametrize(("section", "entry"), PROBLEMS)
def test_what_cannot_be_is_told_where_it_stands(tmp_path: Path, section: str, entry: str) -> None:
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]\n")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]\n")
    board = "" if section == "organizations" else f"organizations:\n  - {BODY}}}\n".replace(", }", "}")
    (tmp_path / "testham.yaml").write_text(f"place: testham\n{board}{section}:\n  - {entry}\n")
    told = [str(problem) for problem in read_files([tmp_path / "testham.yaml"]).problems]
    assert len(told) == 1, told
    assert PROBLEMS[section, entry] in told[0]


def named(id_: str) -> str:
    return {"p/carers": "Carers", "p/forum": "Carers Forum"}[id_]


RULES = {
    "one seat for the faith sector": {"sectors": (Sector.FAITH,), "min": 1, "max": 1},
    "at least one seat for Carers": {"groups": ("p/carers",), "min": 1},
    "at least 2 seats and at most 4 seats for the faith or private sector": {
        "sectors": (Sector.FAITH, Sector.PRIVATE), "min": 2, "max": 4,
    },
    "at most half of the seats for the statutory sector": {"sectors": (Sector.STATUTORY,), "max_share": 0.5},
    "at most 33.3 per cent of the seats for the faith sector or the Carers Forum": {
        "sectors": (Sector.FAITH,), "groups": ("p/forum",), "max_share": 0.333,
    },
    "at most no seats for the private sector": {"sectors": (Sector.PRIVATE,), "max": 0},
}  # fmt: skip


@pytest.mark.parametrize("said", RULES)
def test_a_rule_is_told_in_words(said: str) -> None:
    given: dict[str, Any] = RULES[said]
    assert rule_said(rule_of(**given), named) == said


@pytest.mark.parametrize(
    ("number", "most", "words", "seats"),
    [(1, None, "1", "the 1 seats"), (6, None, "6", "the 6 seats"), (4, 5, "4 or 5", "the 4 or 5 seats"),
     (3, 8, "3 to 8", "the 3 to 8 seats"), (1, 20, "up to 20", "the seats (up to 20)"), (5, 5, "5", "the 5 seats")],
)  # fmt: skip
def test_how_many_seats_a_post_is(number: int, most: int | None, words: str, seats: str) -> None:
    place = new()
    post = place.posts[place.seat(place.board(), number=number, number_max=most)]
    assert (how_many(post), several_seats(post)) == (words, seats)
    assert is_several(post) == (words != "1")


def test_the_document_s_order_comes_before_that_of_roles() -> None:
    place = new()
    board = place.body()
    for role, order in ((Role.MEMBER, 2), (Role.CHAIR, None), (Role.MEMBER, 0), (Role.CHAIR, 1), (Role.MEMBER, None)):
        place.seat(board, role=role, order=order)
    posts = sorted(place.posts.values(), key=seat_order)
    assert [(post.order, post.role) for post in posts] == [
        (0, Role.MEMBER), (1, Role.CHAIR), (2, Role.MEMBER), (None, Role.CHAIR), (None, Role.MEMBER),
    ]  # fmt: skip
    assert [post.id for post in place.standing().posts_on(board)] == [post.id for post in posts]


def test_a_title_stands_beside_a_name() -> None:
    assert with_honorifics("Ann Ray", "Cllr", "OBE") == "Cllr Ann Ray OBE"
    assert with_honorifics("Ann Ray", None, None) == "Ann Ray"
    person = r.Person("p/ann", "Ann Ray", (), None, (), honorific_suffix="MSP")
    assert (person.name, person.shown) == ("Ann Ray", "Ann Ray MSP")


def new() -> Place:
    return Place(date(2020, 2, 29))


VERDICTS = [
    # voluntary seats, statutory seats, seats of nobody recorded; the rule; verdict
    (2, 1, 0, {"min": 2}, RuleVerdict.MET),
    (1, 1, 0, {"min": 2}, RuleVerdict.NOT_MET),
    (1, 1, 1, {"min": 2}, RuleVerdict.NOT_KNOWN),
    (1, 1, 1, {"min": 3}, RuleVerdict.NOT_MET),
    (2, 0, 0, {"max": 2}, RuleVerdict.MET),
    (3, 0, 0, {"max": 2}, RuleVerdict.NOT_MET),
    (2, 0, 1, {"max": 2}, RuleVerdict.NOT_KNOWN),
    (1, 1, 0, {"max_share": 0.5}, RuleVerdict.MET),
    (2, 1, 0, {"max_share": 0.5}, RuleVerdict.NOT_MET),
    (1, 2, 1, {"max_share": 0.25}, RuleVerdict.NOT_KNOWN),
    (0, 1, 0, {"max_share": 0.0}, RuleVerdict.MET),
    (1, 1, 0, {"max_share": 0.0}, RuleVerdict.NOT_MET),
    (0, 0, 0, {"min": 1}, RuleVerdict.NOT_KNOWN),
    (2, 1, 0, {"min": 2, "max": 2}, RuleVerdict.MET),
]


@pytest.mark.parametrize(("ours", "others", "nobody", "rule", "verdict"), VERDICTS)
def test_a_rule_is_met_or_not_or_not_known(
    ours: int, others: int, nobody: int, rule: dict[str, Any], verdict: RuleVerdict
) -> None:
    place = new()
    board = place.body(composition=(rule_of(sectors=(Sector.VOLUNTARY,), **rule),))
    for number, groups in ((ours, [place.body()]), (others, [place.council()]), (nobody, [])):
        if number:
            place.seat(board, groups, number=number)
    standing = place.standing()
    (judged,) = judge_composition(standing, standing.organizations[board])
    assert (judged.verdict, judged.seats, judged.not_recorded) == (verdict, ours, nobody)
    told: Any = type("Told", (), {"bodies": standing.organizations})
    said = judged_said(told, judged)
    assert said.endswith(".")
    assert ("is met," in said) == (verdict is RuleVerdict.MET)


def test_how_many_seats_count_is_said_with_none_one_and_many() -> None:
    assert [how_many_are(*pair) for pair in ((0, 1), (1, 1), (1, 3), (2, 3), (0, 3))] == [
        "the one member's seat recorded is not", "the one member's seat recorded is",
        "one of the 3 members' seats recorded is", "2 of the 3 members' seats recorded are",
        "none of the 3 members' seats recorded are",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seat_is_for", "who", "told"),
    [
        ("nobody", "council", False),
        ("nobody", "person", False),
        ("a group", "person", False),
        ("a group", "council", True),
    ],
)
def test_somebody_may_hold_a_seat_of_which_nobody_recorded_the_holder(
    seat_is_for: str, who: str, *, told: bool
) -> None:
    place = new()
    board = place.board()
    place.seat(board, [place.body()] if seat_is_for == "a group" else [])
    place.meet(board, (AttendanceKind.PRESENT, place.council() if who == "council" else place.person()))
    assert bool(find_gaps(place.standing(), (GapKind.ATTENDS_WITHOUT_SEAT,))) == told
