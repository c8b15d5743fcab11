"""The command that asks a saved question."""

from collections.abc import Sequence

from rich.text import Text

from app.commands.common import answer, day_of, out
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_indented, print_whole
from app.domain.as_at import AsAt
from app.errors import BadInput
from app.questions.saved_questions.ask import QuestionAnswer, Questions, ask, in_order, saved_questions
from app.reading.explorer import Explorer


def ask_question(
    question: str, blanks: Sequence[str], *, on: str, proposed: bool, list_them: bool, as_json: bool
) -> None:
    """Print the answer to a saved question, or the list of them."""

    async def run(explorer: Explorer) -> None:
        if list_them:
            await _list(explorer, as_json=as_json)
            return
        if not question:
            raise BadInput("Which question? `partnerships ask --list` names them.")
        as_at = AsAt(day_of(on), proposed)
        if as_json:
            asked = {"question": question, "blanks": list(blanks), **of_day(as_at)}
            await print_document(explorer, "saved_questions", asked, "Ask")
        else:
            found = (await saved_questions(explorer)).find(question)
            _print_answer(await ask(explorer, found, in_order(found, blanks), as_at))

    answer(run, as_json=as_json)


async def _list(explorer: Explorer, *, as_json: bool) -> None:
    if as_json:
        await print_document(explorer, "saved_questions", {}, "SavedQuestions")
    else:
        _print_list(await saved_questions(explorer))


def _print_list(saved: Questions) -> None:
    for question in saved.all:
        out.print(Text.assemble((question.id, "bold cyan"), f"  {question.said({})}"), soft_wrap=True)


def _print_answer(told: QuestionAnswer) -> None:
    print_whole(told.text, "dim")
    print_whole(told.answered.answer, "bold")
    for item in told.answered.items:
        print_indented(item.text)
