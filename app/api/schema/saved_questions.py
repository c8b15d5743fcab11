"""Saved questions and their answers in short."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.context import Info
from app.api.loading.nodes import find_node
from app.api.schema.common import Node
from app.api.schema.fields import IncludeProposed, On, argument, plain, resolved
from app.domain import vocabulary as words
from app.domain.records import Area
from app.domain.saved_question import Blank, SavedQuestion
from app.questions.saved_questions.answering import Item
from app.questions.saved_questions.ask import QuestionAnswer, ask, in_order, saved_questions
from app.reading.registers import areas_asked


@dataclass(frozen=True, slots=True)
class BlankIn:
    """The value behind a blank: what it takes, and what fills it already."""

    blank: Blank
    value: str | None

    @property
    def name(self) -> str:
        """Its name."""
        return self.blank.name

    @property
    def label(self) -> str:
        """What stands there while it is empty."""
        return self.blank.label

    @property
    def accepts(self) -> words.BlankKind:
        """What may fill it."""
        return self.blank.accepts


@dataclass(frozen=True, slots=True)
class QuestionAt:
    """The value behind a saved question: of a place when one is given."""

    question: SavedQuestion
    area: Area | None

    @property
    def id(self) -> str:
        """Its id; with the place where one is filled in, since it is another question then."""
        return f"{self.question.id}{_AT}{self.area.id}" if self.area else self.question.id

    @property
    def hint(self) -> str:
        """What the answer tells."""
        return self.question.hint

    @property
    def text(self) -> str:
        """The sentence, with the place filled in when there is one."""
        place = self.question.place
        return self.question.said({place.name: self.area.name} if place and self.area else {})

    @property
    def blanks(self) -> list[BlankIn]:
        """The blanks in order."""
        place = self.question.place
        return [BlankIn(b, self.area.id if self.area and b is place else None) for b in self.question.blanks]

    @property
    def href(self) -> str:
        """Its address."""
        return f"/ask/{self.question.id}" + (f"?area={self.area.id}" if self.area else "")


@strawberry.type(name="QuestionBlank", description="A place in a question that whoever asks fills in.")
class QuestionBlankType:
    """A place in a question that whoever asks fills in."""

    name: str = plain("Its name in the question.")
    label: str = plain("What stands there while it is empty, such as `faith groups, say`.")
    accepts: words.BlankKind = plain("What may fill it; give an id, or a name as well as it is remembered.")
    value: str | None = plain("What fills it already: the place, when the questions of one were asked for.")


@strawberry.type(name="SavedQuestion", description="A question in plain English with blanks to fill.")
class SavedQuestionType:
    """A question in plain English with blanks to fill."""

    id: strawberry.ID = plain("Its id, for `ask`; with a place filled in `boards-without/bromley`.")
    text: str = plain("The sentence; an empty blank is its label in brackets.")
    hint: str = plain("What the answer tells.")
    blanks: list[QuestionBlankType] = plain("The blanks, in the order in which `ask` takes them.")
    href: str = plain("Its page on this site.")


@strawberry.type(name="AnswerItem", description="One line of an answer's list.")
class AnswerItemType:
    """One line of an answer's list."""

    subject_id: strawberry.Private[str | None]
    text: str = plain("The line.")
    href: str = plain("The page of what it is about.")

    @resolved(Node | None)
    async def subject(self, info: Info) -> Any:
        """What it is about: a body, a seat or a person; null when it is about none in particular."""
        return await find_node(info.context.loaders, self.subject_id) if self.subject_id else None


@strawberry.type(name="QuestionAnswer", description="A question with its blanks filled, and its answer in short.")
class QuestionAnswerType:
    """A question with its blanks filled, and its answer in short."""

    question: SavedQuestionType = plain("The question.")
    text: str = plain("The question with its blanks filled.")
    on: date = plain("The day of the answer.")
    answer: str = plain("The answer in a sentence.")
    items: list[AnswerItemType] = plain("The answer's list.")
    href: str = plain("The page that answers in full.")


@dataclass(frozen=True, slots=True)
class Answer:
    """The value behind an answer."""

    found: QuestionAnswer

    @property
    def question(self) -> QuestionAt:
        """The question."""
        return QuestionAt(self.found.question, None)

    @property
    def text(self) -> str:
        """The question with its blanks filled."""
        return self.found.text

    @property
    def on(self) -> date:
        """The day."""
        return self.found.on

    @property
    def answer(self) -> str:
        """The sentence."""
        return self.found.answered.answer

    @property
    def items(self) -> tuple[Item, ...]:
        """The list."""
        return self.found.answered.items

    @property
    def href(self) -> str:
        """The full page."""
        return self.found.answered.href


LONGEST_BLANK = 200
_AT = "/"
"""Between a question and the place that is filled in."""


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

    @resolved(QuestionAnswerType | None)
    async def ask(
        self,
        info: Info,
        question: Annotated[
            strawberry.ID, argument("The question, by id; one that a place is filled in of has that blank filled.")
        ],
        blanks: Annotated[
            list[str] | None,
            argument("What fills its blanks, in their order: ids, or names as well as they are remembered."),
        ] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> Answer:
        """The answer to a saved question, in short."""
        explorer = info.context.explorer
        id_, _, place = question.partition(_AT)
        found = (await saved_questions(explorer)).find(id_)
        given = in_order(found, _with_place(found, [text[:LONGEST_BLANK] for text in blanks or ()], place))
        as_at = info.context.as_at(info, on, include_proposed)
        return Answer(await ask(explorer, found, given, as_at))


def _with_place(question: SavedQuestion, blanks: list[str], place: str) -> list[str]:
    """Put a place where its blank stands, unless all blanks are given: then its own is among them."""
    if not place or not question.place or len(blanks) >= len(question.blanks):
        return blanks
    at = question.blanks.index(question.place)
    return [*blanks[:at], place, *blanks[at:]]
