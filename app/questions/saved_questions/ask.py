"""Saved questions: read with the data, filled in, and answered by the service that each names."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog

from app.domain.as_at import AsAt
from app.domain.english import counted, figure
from app.domain.saved_question import FOLDER, SavedQuestion, blank_of
from app.errors import BadInput, UnknownId
from app.exchange.problems import Problem, nearest
from app.exchange.question_files import read_question
from app.questions.saved_questions.answering import PARAMETERS, SERVICES, Answered, Asked
from app.questions.saved_questions.blanks import Filled, fill
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that can be asked, and what is wrong with the others."""

    all: tuple[SavedQuestion, ...]
    problems: tuple[Problem, ...]

    def find(self, id_: str) -> SavedQuestion:
        """Return one question; UnknownId names the nearest."""
        for question in self.all:
            if question.id == id_:
                return question
        near = nearest(id_, [question.id for question in self.all])
        known = [it for it in self.all if it.id == near] or list(self.all[:5])
        raise UnknownId(f"There is no question '{id_[:60]}'.", [(f"ask/{it.id}", it.said({})) for it in known])

    def at_places(self) -> tuple[SavedQuestion, ...]:
        """Return the questions that are asked of a place."""
        return tuple(question for question in self.all if question.at_places)


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question with its blanks filled, and its answer in short."""

    question: SavedQuestion
    filled: Filled
    on: date
    answered: Answered

    @property
    def text(self) -> str:
        """The question with its blanks filled."""
        return self.question.said(self.filled.names)


_QUESTIONS: Shelf[Questions] = Shelf("saved questions", 1)


async def saved_questions(explorer: Explorer) -> Questions:
    """Return the questions that come with the data; one with a problem is left out, and the log says why."""
    paths, written = await asyncio.to_thread(_as_written, explorer.settings.seeds_dir)

    def read() -> Questions:
        questions = check_questions(paths)
        for problem in questions.problems:
            log.warning("a question is left out", problem=str(problem))
        return questions

    return await explorer.kept[_QUESTIONS].once("questions", written, lambda: asyncio.to_thread(read))


def _as_written(seeds: Path) -> tuple[list[Path], tuple[tuple[Path, int], ...]]:
    """List the files of questions, and when each was last written."""
    paths = question_paths(seeds)
    return paths, tuple((path, path.stat().st_mtime_ns) for path in paths)


def question_paths(seeds: Path) -> list[Path]:
    """List the files of questions beside the data files in a folder."""
    return sorted((seeds / FOLDER).glob("*.yaml"))


def is_question(path: Path) -> bool:
    """Tell whether a path is a file of a question, or the folder of them, by where it stands."""
    return FOLDER in {path.name, path.resolve().parent.name}


def check_questions(paths: Sequence[Path]) -> Questions:
    """Read files of questions, or folders of them, and say everything that is wrong with them."""
    files = [file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    questions: list[SavedQuestion] = []
    problems: list[Problem] = []
    for file in files:
        question, wrong = read_question(file, PARAMETERS)
        problems += wrong
        if question is not None:
            questions.append(question)
    return Questions(tuple(sorted(questions, key=lambda it: (it.order, it.id))), tuple(problems))


async def ask(
    explorer: Explorer,
    question: SavedQuestion,
    given: Mapping[str, str],
    as_at: AsAt,
) -> QuestionAnswer:
    """Answer a question; BadInput says which blank is still empty, UnknownId what a blank may have meant."""
    filled = await fill(explorer, question, given)
    if filled.wrong:
        raise next(iter(filled.wrong.values()))
    if filled.empty:
        labels = ", ".join(f"{blank.name} ({blank.label})" for blank in filled.empty)
        raise BadInput(f"Still to be filled in: {labels}.")
    return await answer_filled(explorer, question, filled, as_at)


async def answer_filled(explorer: Explorer, question: SavedQuestion, filled: Filled, as_at: AsAt) -> QuestionAnswer:
    """Answer a question whose blanks are all filled."""
    told = {
        parameter: filled.values[name] if (name := blank_of(value)) else value
        for parameter, value in question.given.items()
    }
    answered = await SERVICES[question.answered_by].answer(Asked(explorer, told, as_at))
    return QuestionAnswer(question, filled, as_at.on, answered)


def in_order(question: SavedQuestion, blanks: Sequence[str]) -> dict[str, str]:
    """Return what fills each blank, from a list in the order of the sentence; BadInput when there are too many."""
    if len(blanks) > len(question.blanks):
        has = counted(len(question.blanks), "blank")
        raise BadInput(f"You gave {figure(len(blanks))}, and the question has {has}: {question.said({})}")
    return {blank.name: text for blank, text in zip(question.blanks, blanks, strict=False)}
