"""What a route says of the seats that carry it: how many, who is in them, and where the source leaves a doubt."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.holding import sitting
from app.domain.records import Tenure
from app.domain.vocabulary import Certainty
from app.questions.representation.telling import ToldPost
from app.questions.routes.ask import Passage
from app.questions.routes.rules import Link
from app.questions.routes.seats import sits, sits_shortly
from tests.unit.test_holding import DAY, post, tenure
from tests.unit.test_routes import body

HERE, THERE = body("Arts Group"), body("Arts Board")
LINK = Link(HERE.id, THERE.id)
DOUBT: Any = {"certainty": Certainty.UNCERTAIN}
ANN, BO = tenure("Ann Ray"), tenure("Bo Lee")


def seat(*tenures: Tenure, **said: Any) -> ToldPost:
    told = replace(post(), **said)
    return ToldPost(told, THERE, (), (), sitting(told, tenures, [], DAY), ())


@pytest.mark.parametrize(
    ("seats", "clause", "words"),
    [
        ([seat()], "has a seat on the Arts Board, holder not recorded", "seat: no name recorded"),
        ([seat(ANN)], "has a seat on the Arts Board, held by Ann Ray", "seat: Ann Ray"),
        (
            [seat(replace(ANN, **DOUBT))],
            "has a seat on the Arts Board, perhaps held by Ann Ray",
            "seat: perhaps Ann Ray",
        ),
        (
            [seat(replace(ANN, **DOUBT), replace(BO, **DOUBT))],
            "has a seat on the Arts Board, perhaps held by Ann Ray or Bo Lee",
            "seat: perhaps Ann Ray or Bo Lee",
        ),
        ([seat(ANN, **DOUBT)], "perhaps has a seat on the Arts Board, held by Ann Ray", "perhaps a seat: Ann Ray"),
        (
            [seat(number=2)],
            "has 2 seats on the Arts Board, their holders not recorded",
            "2 seats: no name recorded",
        ),
        (
            [seat(ANN, number=2, number_max=3)],
            "has 2 or 3 seats on the Arts Board, one of them held by Ann Ray",
            "2 or 3 seats: Ann Ray",
        ),
        (
            [seat(replace(ANN, affiliations=("Mind",))), seat(BO)],
            "has 2 seats on the Arts Board, held by Ann Ray, Mind, and Bo Lee",
            "2 seats: Ann Ray and Bo Lee",
        ),
        (
            [seat(replace(ANN, holder_id=HERE.id, **DOUBT))],
            "perhaps holds a seat on the Arts Board",
            "perhaps a seat: Ann Ray",
        ),
    ],
)
def test_several_seats_and_doubts_are_said_in_words(seats: list[ToldPost], clause: str, words: str) -> None:
    carrier = Passage(post_id="b/seat")
    assert sits(LINK, carrier, HERE, THERE, seats) == f"the Arts Group {clause}"
    assert sits_shortly(LINK, carrier, HERE, seats) == words


def test_whoever_perhaps_sits_on_both_is_said_to() -> None:
    across = Link(HERE.id, THERE.id, sideways=True)
    for certainty, perhaps in ((Certainty.STATED, ""), (Certainty.UNCERTAIN, "perhaps ")):
        told = [seat(replace(ANN, certainty=certainty))]
        carrier = Passage(post_id="b/seat", own_post_id="b/other", person_name="Ann Ray")
        said = sits(across, carrier, HERE, THERE, told)
        assert said == f"Ann Ray {perhaps}sits on both the Arts Group and the Arts Board"
        assert sits_shortly(across, carrier, HERE, told) == f"Ann Ray {perhaps}sits on both"
