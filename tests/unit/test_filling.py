"""Each of several seats alike is counted once, and pictures, lists and counts say the same of those nobody is named in."""

from dataclasses import replace
from typing import Any

import pytest

from app.diagram.told import told_of
from app.domain import vocabulary as words
from app.domain.filling import Filling, filling
from app.domain.holding import Sitting, sitting
from app.domain.records import Period, Tenure
from app.domain.vocabulary import PostState, TenureCapacity
from app.questions.balance.rules import balance_of
from app.questions.members.rules import members_of
from tests.unit.gap_cases import Place
from tests.unit.test_balance import place
from tests.unit.test_holding import DAY, post, tenure

ANN, BO = tenure("Ann Ray"), tenure("Bo", holder_id="b/y")
DEPUTY = tenure("Cy", holder_id="b/z", capacity=TenureCapacity.DEPUTY)
COUNCIL = tenure("The council", holder_id="b/c", holder_is_person=False)
OVER = tenure("Ann Ray", period=Period("2005", None), term_ends="2009")


def of(number: int, *held: Tenure, **said: Any) -> Sitting:
    return sitting(replace(post(), number=number, **said), held, [], DAY)


@pytest.mark.parametrize(
    ("it", "counted", "held_by", "picture"),
    [
        (of(1, ANN), (1, 0, 0, 0), "Ann Ray", "Ann Ray"),
        (of(3, ANN), (1, 0, 0, 2), "Ann Ray, and 2 not named", "Ann Ray, and 2 not named"),
        (of(2, ANN, DEPUTY), (1, 0, 0, 1), "Ann Ray, and one not named; Cy (deputy)", "Ann Ray, and one not named; deputy Cy"),
        (of(1, ANN, BO), (1, 0, 0, 0), "Ann Ray; Bo", "Ann Ray; Bo"),
        (of(4, COUNCIL), (4, 0, 0, 0), "The council", "The council"),
        (of(2, OVER), (1, 0, 0, 1), "Ann Ray (term ended in 2009), and one not named", "Ann Ray (term ended in 2009), and one not named"),
        (of(6), (0, 0, 0, 6), "not recorded", "6 names not recorded"),
        (of(1), (0, 0, 0, 1), "not recorded", "name not recorded"),
        (of(3, ANN, vacant=words.YesNoNotRecorded.YES), (1, 2, 0, 0), "Ann Ray; one or more vacant", "Ann Ray; one or more vacant"),
        (of(3, vacant=words.YesNoNotRecorded.YES), (0, 3, 0, 0), "vacant", "vacant"),
        (of(3, ANN, taken_up=words.YesNoNotRecorded.NO), (0, 0, 3, 0), "Ann Ray (place not taken up)", "Ann Ray (not taken up)"),
    ],
)  # fmt: skip
def test_seats_alike_are_counted_once_each_and_told_alike(
    it: Sitting, counted: tuple[int, ...], held_by: str, picture: str
) -> None:
    assert it.filling == counted
    assert sum(it.filling) == it.post.number
    assert it.held_by == held_by
    assert told_of(it).words == picture


def test_a_deputy_fills_none_and_nobody_fills_more_than_there_are() -> None:
    assert filling(2, PostState.HOLDER_NOT_RECORDED, [DEPUTY], vacant=False) == Filling(0, 0, 0, 2)
    assert filling(1, PostState.FILLED, [ANN, BO], vacant=False).named == 1
    assert Filling(0, 0, 0, 2).others_said == "", "where nobody is named, nobody is beside them"


def test_balance_and_members_count_as_pictures_do() -> None:
    p: Place = place()
    board = p.body()
    alone, body = p.seat(board, number=3), p.seat(board, number=4)
    p.hold(alone, p.person())
    p.hold(body, p.council())
    standing = p.standing()
    whole, (rows, _) = balance_of(standing, board).whole, members_of(standing, board)
    unnamed = sum(standing.sitting(seat).filling.unnamed for seat in (alone, body))
    assert (whole.filled, whole.holder_not_recorded) == (5, unnamed) == (5, 2)
    assert sum(row.seats for row in rows if row.tenure is None) == unnamed
    assert sum(row.seats for row in rows) == whole.seats == 7
