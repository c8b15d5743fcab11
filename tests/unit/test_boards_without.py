"""On which boards nobody speaks for a group, and what a source says of that."""

import pytest

from app.domain.records import Organization
from app.domain.vocabulary import LifecycleStatus
from app.questions.saved_questions.rules import boards_of, boards_without
from tests.unit.gap_cases import FRESH, Line, Place, Sort
from tests.unit.test_fragility import ON


@pytest.fixture
def p() -> Place:
    """Return a place with nothing in it."""
    return Place(ON)


def seated(p: Place, sort: Sort = Sort.PARTNERSHIP_BOARD, behalf: tuple[str, ...] = (), **said: object) -> str:
    """Put in a body with one seat on it."""
    body = p.body(sort, sector=None, **said)
    p.seat(body, behalf)
    return body


def ids(bodies: list[Organization]) -> set[str]:
    return {body.id for body in bodies}


def test_boards_are_there_and_have_a_seat(p: Place) -> None:
    board, committee = seated(p), seated(p, Sort.COMMITTEE)
    p.body(Sort.PARTNERSHIP_BOARD)
    seated(p, Sort.FORUM)
    seated(p, status=LifecycleStatus.DISBANDED)
    planned = seated(p, status=LifecycleStatus.PROPOSED)
    assert ids(boards_of(p.standing())) == {board, committee}
    assert ids(boards_of(p.standing(include_proposed=True))) == {board, committee, planned}


def test_a_group_is_heard_by_its_own_seats_and_by_those_that_speak_for_it(p: Place) -> None:
    group, voice, other = p.body(), p.body(), p.body()
    p.join(voice, Line.SPEAKS_FOR, group)
    p.join(other, Line.LINKED_TO, group)
    seated(p, behalf=(group,))
    seated(p, behalf=(other, voice))
    silent = seated(p, behalf=(other,))
    p.seat(silent, [p.council()])
    found = list(boards_without(p.standing(), group))
    assert [each.board.id for each in found] == [silent]
    assert [(each.stated, each.citations) for each in found] == [("", ())]


def test_what_a_source_says_of_the_absence_is_told(p: Place) -> None:
    group, other, stated, silent = p.body(), p.body(), seated(p), seated(p)
    p.miss(other, silent)
    p.miss(group, stated)
    p.miss(group, None)
    found = {each.board.id: (each.stated, each.citations) for each in boards_without(p.standing(), group)}
    assert found == {stated: ("It is not there.", FRESH), silent: ("", ())}
