"""Asking a saved question: the fields `savedQuestions` and `ask`."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, argument, resolved
from app.api.schema.saved_questions import Answer, QuestionAnswerType, QuestionAt, SavedQuestionType
from app.questions.saved_questions.ask import ask, in_order, saved_questions
from app.reading.registers import areas_asked

LONGEST_BLANK = 200


@strawberry.type(description="Asking a saved question.")
class QuestionsAsking:
    """The fields of Query for saved questions."""

    @resolved(list[SavedQuestionType])
    async def saved_questions(
        self,
        info: Info,
        area: Annotated[
            strawberry.ID | None, argument("Those asked of this place, with it filled in; all unless said.")
        ] = None,
    ) -> list[QuestionAt]:
        """The questions in plain English that can be asked by filling in their blanks."""
        saved = await saved_questions(info.context.explorer)
        if area is None:
            return [QuestionAt(question, None) for question in saved.all]
        await areas_asked(info.context.explorer, area)
        place = (await info.context.explorer.catalogue.contents()).areas[area]
        return [QuestionAt(question, place) for question in saved.at_places()]

    @resolved(QuestionAnswerType)
    async def ask(
        self,
        info: Info,
        question: Annotated[strawberry.ID, argument("The question, by id.")],
        blanks: Annotated[
            list[str] | None,
            argument("What fills its blanks, in their order: ids, or names as well as they are remembered."),
        ] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> Answer:
        """The answer to a saved question, in short."""
        explorer = info.context.explorer
        found = (await saved_questions(explorer)).find(question)
        given = in_order(found, [text[:LONGEST_BLANK] for text in blanks or ()])
        as_at = info.context.as_at(info, on, include_proposed)
        return Answer(await ask(explorer, found, given, as_at))
