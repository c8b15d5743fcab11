"""The command that asks a saved question."""

from collections.abc import Sequence
from typing import Any

from rich.padding import Padding
from rich.text import Text

from app.commands.running import answer, day_of, out, print_json
from app.domain.as_at import AsAt
from app.errors import BadInput
from app.questions.saved_questions.ask import QuestionAnswer, Questions, ask, in_order, saved_questions
from app.reading.explorer import Explorer


def ask_question(
    question: str, blanks: Sequence[str], *, on: str, proposed: bool, list_them: bool, as_json: bool
) -> None:
    """Print the answer to a saved question, or the list of them."""

    async def run(explorer: Explorer) -> None:
        saved = await saved_questions(explorer)
        if list_them:
            _print_list(saved, as_json=as_json)
            return
        if not question:
            raise BadInput("Which question? `partnerships ask --list` names them.")
        found = saved.find(question)
        told = await ask(explorer, found, in_order(found, blanks), AsAt(day_of(on), proposed))
        if as_json:
            print_json(answer_json(told))
        else:
            _print_answer(told)

    answer(run, as_json=as_json)


def answer_json(told: QuestionAnswer) -> dict[str, Any]:
    """Return an answer in the shape and the words of the GraphQL API."""
    return {
        "question": {"id": told.question.id, "text": told.question.said({})},
        "text": told.text,
        "on": told.on.isoformat(),
        "answer": told.answered.answer,
        "items": [
            {"text": it.text, "subject": {"id": it.subject_id} if it.subject_id else None, "href": it.href}
            for it in told.answered.items
        ],
        "href": told.answered.href,
    }


def _print_list(saved: Questions, *, as_json: bool) -> None:
    if as_json:
        print_json([{"id": it.id, "text": it.said({}), "hint": it.hint} for it in saved.all])
        return
    for question in saved.all:
        out.print(Text.assemble((question.id, "bold cyan"), f"  {question.said({})}"), soft_wrap=True)


def _print_answer(told: QuestionAnswer) -> None:
    out.print(Text(told.text, style="dim"), soft_wrap=True)
    out.print(Text(told.answered.answer, style="bold"), soft_wrap=True)
    for item in told.answered.items:
        out.print(Padding(Text(item.text), (0, 0, 0, 2)))
