"""The exam: facts of the source documents, asked of the running API by name. See README.md in this folder."""

from collections import Counter

import pytest

from .asking import examine
from .names import Ask, Names
from .questions import Question, read_questions

QUESTIONS = read_questions()
NAMES = Names()


def test_questions_are_well_formed() -> None:
    """Reading has checked the fields and words of every question; here, what only the whole exam can show."""
    repeated = [
        question_id for question_id, times in Counter(question.id for question in QUESTIONS).items() if times > 1
    ]
    assert repeated == []
    assert len(QUESTIONS) >= 320
    assert {question.expect for question in QUESTIONS} == {"yes", "no"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_exam(ask: Ask, question: Question) -> None:
    examine(ask, NAMES, question)
