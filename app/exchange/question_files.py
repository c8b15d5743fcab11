"""Files of saved questions: read and checked, with every problem where it stands."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.saved_question import Blank, Parameter, SavedQuestion, blank_of, blanks_in
from app.domain.vocabulary import BlankKind, Classification
from app.exchange.fields import FileModel, LocalId, Name, Text
from app.exchange.problems import Meant, Problem
from app.exchange.validation import validate
from app.exchange.yaml_text import Document, read_document

MOST_BLANKS = 4
MOST_DAYS = 3650

Services = Mapping[str, Mapping[str, Parameter]]
"""What can answer, by name, and what each has to be told."""


class QuestionBlank(FileModel):
    """A place in the sentence that whoever asks fills in."""

    name: LocalId
    accepts: BlankKind
    label: Name = Field(description="What stands there while it is empty, such as 'faith groups, say'.")
    classifications: list[Classification] = Field(
        default_factory=list, description="Only bodies of these sorts; any when left out."
    )
    usual: int | None = Field(None, ge=1, le=MOST_DAYS, description="The number of days when none is given.")


class QuestionFile(FileModel):
    """A saved question: its file is named after its id."""

    id: LocalId
    text: Name = Field(description="The sentence, each blank as its name in brackets: 'Who sits on [board]?'.")
    hint: Text = Field(description="What the answer tells, in a sentence.")
    atPlaces: Annotated[bool, Field(description="Whether it is also listed on each place's page.")] = True
    order: int = Field(50, ge=1, le=999, description="Where it stands in lists, the smallest first.")
    blanks: list[QuestionBlank] = Field(default_factory=list, max_length=MOST_BLANKS)
    answeredBy: LocalId
    given: dict[LocalId, Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]] = (
        Field(default_factory=dict, description="What the answer is told: '[blank]', or a fixed text.")
    )


def read_question(path: Path, services: Services) -> tuple[SavedQuestion | None, list[Problem]]:
    """Read one file; the question is None when there is anything wrong with it, and then all of that is in the list."""
    document = read_document(path)
    said, _ = validate(document, QuestionFile)
    if said is not None and not document.count:
        if said.id != path.stem:
            document.refuse(("id",), f"'{said.id}'", f"expected the file's own name, '{path.stem}'")
        _check_blanks(document, said)
        _check_given(document, said, services)
    if said is None or document.count:
        return None, document.problems
    order = blanks_in(said.text)
    blanks = [Blank(it.name, it.accepts, it.label, tuple(it.classifications), it.usual) for it in said.blanks]
    return SavedQuestion(
        said.id,
        said.text,
        said.hint,
        said.atPlaces,
        said.order,
        tuple(sorted(blanks, key=lambda blank: order.index(blank.name))),
        said.answeredBy,
        dict(said.given),
    ), []


def _check_blanks(document: Document, said: QuestionFile) -> None:
    named = [blank.name for blank in said.blanks]
    in_text = blanks_in(said.text)
    for name in dict.fromkeys(in_text):
        if name not in named:
            expected = "no blank below has this name"
            document.refuse(("text",), f"'[{name}]'", expected, Meant(name, named))
        if in_text.count(name) > 1:
            document.refuse(("text",), f"'[{name}]' a second time", "expected each blank once")
    used = {blank_of(value) for value in said.given.values()}
    for at, blank in enumerate(said.blanks):
        if named.index(blank.name) != at:
            document.refuse(("blanks", at, "name"), f"'{blank.name}' a second time", "expected each name once")
        if blank.name not in in_text:
            document.refuse(("blanks", at, "name"), f"'{blank.name}'", f"expected [{blank.name}] in the text")
        if blank.name not in used:
            document.refuse(("blanks", at, "name"), f"'{blank.name}'", f"expected '[{blank.name}]' under given")
        if blank.classifications and blank.accepts is not BlankKind.BODY:
            document.refuse(("blanks", at, "classifications"), "classifications", "only a blank for a body has them")
        if (blank.usual is not None) != (blank.accepts is BlankKind.DAYS):
            expected = "a blank for days has a usual number, and no other has"
            document.refuse(("blanks", at), f"'{blank.name}'", expected)


def _check_given(document: Document, said: QuestionFile, services: Services) -> None:
    known = services.get(said.answeredBy)
    if known is None:
        meant = Meant(said.answeredBy, services)
        expected = f"expected one of: {', '.join(sorted(services))}"
        document.refuse(("answeredBy",), f"'{said.answeredBy}'", expected, meant)
        return
    for name, parameter in known.items():
        if parameter.required and name not in said.given:
            document.refuse(("given",), "", f"'{said.answeredBy}' has to be told '{name}'")
    accepted = {blank.name: blank.accepts for blank in said.blanks}
    for name, value in said.given.items():
        if name not in known:
            expected = f"'{said.answeredBy}' asks only for: {', '.join(known)}"
            document.refuse(("given", name), f"'{name}'", expected, Meant(name, known))
            continue
        blank, parameter = blank_of(value), known[name]
        if blank is None:
            expected = f"expected a blank, such as '[{name}]'"
            wrong = parameter.check(value) if parameter.check else expected
            if wrong:
                document.refuse(("given", name), f"'{value[:60]}'", wrong)
        elif blank not in accepted:
            document.refuse(("given", name), f"'{value}'", "no blank has this name", Meant(blank, accepted))
        elif accepted[blank] not in parameter.accepts:
            fitting = " or ".join(sorted(parameter.accepts)) or "no blank at all"
            expected = f"this takes {fitting}, and the blank accepts {accepted[blank].value}"
            document.refuse(("given", name), f"'{value}'", expected)
