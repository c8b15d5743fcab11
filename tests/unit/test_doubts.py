"""The check doubts what two facts say that cannot both be so, names where both stand, and lets a file accept it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.dates import bounds
from app.exchange.doubts.seen import before
from app.exchange.problems import Problem
from app.exchange.yaml_files import Checked, read_files
from app.record.loading import check_files
from tests.conftest import SEEDS
from tests.unit.doubt_cases import BASE, KINDS, Case

Check = Callable[[str], Checked]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a way to check a small place."""
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]\n")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]\n")

    def checked(adds: str) -> Checked:
        path = tmp_path / "testham.yaml"
        path.write_text(whole(adds))
        return check_files([path])

    return checked


def whole(adds: str) -> str:
    """Put a case into the base: what it says of a section that is there already goes to its end."""
    text = BASE
    for section in ("organizations:\n", "people:\n"):
        if adds.startswith(section):
            entry, _, adds = adds.removeprefix(section).partition("\n")
            text = text.replace(section, f"{section}{entry}\n")
    return text + adds


def told(doubts: list[Problem]) -> list[str]:
    return list(map(str, doubts))


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_is_doubted_and_what_can_be_is_not(check: Check, kind: str) -> None:
    wrong = []
    for case in KINDS[kind]:
        checked = check(case.adds)
        assert told(checked.problems) == [], case.adds
        wrong += [(case.adds, told(checked.doubts))] if not as_told(case, told(checked.doubts)) else []
    assert wrong == []
    assert sum(bool(case.says) for case in KINDS[kind]) >= 2


def test_a_load_doubts_what_the_check_does(check: Check, tmp_path: Path) -> None:
    """It keeps every property of a fact, and the check only those that it looks at."""
    for case in (case for cases in KINDS.values() for case in cases[:3]):
        checked = check(case.adds)
        path = tmp_path / "testham.yaml"
        assert told(read_files([path], doubting=True).doubts) == told(checked.doubts), case.adds
        assert read_files([path]).doubts == []


def as_told(case: Case, doubts: list[str]) -> bool:
    if not case.says:
        return doubts == []
    (doubt,) = doubts if len(doubts) == 1 else [""]
    file = doubt.partition("testham.yaml")[0] + "testham.yaml"
    sides = " doubt: " in doubt and case.says in doubt and doubt.startswith(f"{file}:{case.at}")
    return sides and (doubt.endswith(f"; see {file}{case.see}") if case.see else True)


def test_every_kind_has_five_variants_that_are_doubted() -> None:
    many = {kind: sum(bool(case.says) for case in cases) for kind, cases in KINDS.items()}
    assert {kind: count for kind, count in many.items() if count < 5} == {}


ODD = 'posts:\n  - {{on: new, vacantSince: 2007,{} cites: "minutes, 1", holders: [{{person: ann{}}}]}}\n'


def test_a_doubt_that_the_file_accepts_is_silent(check: Check) -> None:
    for post, holder in (
        ("", ", doubts: 'accepted, she stayed on until somebody came'"),
        (" doubts: 'accepted: she stayed on until somebody came',", ""),
        (" doubts: Accepted. She stayed on,", ""),
        (" doubts: accepted, note: She stayed on,", ""),
        ("", ", doubts: accepted, note: She stayed on"),
    ):
        checked = check(ODD.format(post, holder))
        assert told(checked.problems) == told(checked.doubts) == [], (post, holder)
    assert len(check(ODD.format("", "")).doubts) == 1


def test_what_is_accepted_needs_a_reason(check: Check) -> None:
    for said, expected in (
        ("accepted", "found no reason; expected a sentence that says why, after 'accepted, ' or as a 'note'"),
        ("accepted.", "found no reason"),
        ("yes", "expected 'accepted' and a sentence that says why"),
        ("fine, we know", "expected 'accepted' and a sentence"),
        ("''", "expected some text"),
    ):
        for place in ((f" doubts: '{said.strip(chr(39))}',", ""), ("", f", doubts: '{said.strip(chr(39))}'")):
            problems = told(check(ODD.format(*place)).problems)
            assert len(problems) == 1, (said, problems)
            assert expected in problems[0]


def test_facts_of_two_files_are_doubted_with_both_files_named(check: Check, tmp_path: Path) -> None:
    check("")
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]\n")
    meeting = 'place: other\nmeetings:\n  - {organization: testham/board, date: 2020, cites: "minutes, 1"}\n'
    (tmp_path / "other.yaml").write_text(meeting)
    (doubt,) = told(check_files([tmp_path]).doubts)
    assert doubt.startswith(f"{tmp_path}/other.yaml:3:5: meetings[1]: doubt: ")
    assert doubt.endswith(f"; see {tmp_path}/testham.yaml:4")


def test_doubts_and_problems_are_told_together_and_within_what_a_reader_takes_in(check: Check) -> None:
    many = "".join(
        f'  - {{id: p{n}, on: new, vacantSince: 2007, holders: ann, cites: "minutes, 1"}}\n' for n in range(300)
    )
    checked = check("posts:\n" + many)
    assert (len(checked.doubts), checked.more_doubts) == (200, 100)
    checked = check("posts:\n" + many + "  - {on: nowhere, cites: 'minutes, 1'}\n")
    assert (len(checked.problems), len(checked.doubts), checked.more_doubts) == (1, 199, 101)


def test_the_places_that_come_with_the_project_raise_no_doubts() -> None:
    assert told(check_files([SEEDS]).doubts) == []


def test_dates_are_compared_as_their_days_are() -> None:
    dates = [
        "2006",
        "2007",
        "2007-01",
        "2007-08",
        "2007-09",
        "2007-12",
        "2007-09-01",
        "2007-09-14",
        "2007-12-31",
        "2008",
    ]
    for one in dates:
        for other in dates:
            assert before(one, other) == (bounds(one)[1] < bounds(other)[0]), (one, other)
    assert not before(None, "2007")
    assert not before("2007", None)
