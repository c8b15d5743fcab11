"""Files of stories: read and checked, with every problem where it stands."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qsl

from pydantic import Field, StringConstraints

from app.domain.records import Citation
from app.domain.story import Step, Story
from app.exchange.fields import Cites, FileModel, LocalId, Name, Text
from app.exchange.problems import Meant, Problem
from app.exchange.validation import validate
from app.exchange.yaml_text import Document, read_document

MOST_STEPS = 30
_BODIES = ("about", "select")
"""What of a view names one body."""


class StoryStep(FileModel):
    """One picture and the sentence on it."""

    heading: Name
    view: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = Field(
        "", description="The view as it stands in an address, without the question mark; empty is the whole place."
    )
    says: Text
    cites: Cites = Field(description="'source-id, where in it', or a list of them.")


class StoryFile(FileModel):
    """A story: its file is named after its id."""

    id: LocalId
    place: LocalId
    title: Name
    intro: Text
    steps: list[StoryStep] = Field(min_length=1, max_length=MOST_STEPS)


CheckView = Callable[[str], str | None]
"""Says what is wrong with a view, or nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a story may name."""

    areas: Collection[str]
    organizations: Collection[str]
    sources: Collection[str]


def read_story(path: Path, known: Known, check_view: CheckView) -> tuple[Story | None, list[Problem]]:
    """Read one file; the story is None when there is anything wrong with it, and then all of that is in the list."""
    document = read_document(path)
    said, positions = validate(document, StoryFile)
    if said is not None:
        _check(document, path, said, positions.get("steps", []), known, check_view)
    if said is None or document.count:
        return None, document.problems
    steps = tuple(
        Step(it.heading, it.view, it.says, tuple(Citation(cite.source, cite.locator) for cite in it.cites))
        for it in said.steps
    )
    return Story(said.id, said.place, said.title, said.intro, steps), []


def known_of(labels: Mapping[str, str]) -> Known:
    """Sort ids by their labels."""

    def of(label: str) -> set[str]:
        return {id_ for id_, kind in labels.items() if kind == label}

    return Known(of("Area"), of("Organization"), of("Source"))


def _check(
    document: Document, path: Path, said: StoryFile, positions: list[int], known: Known, check_view: CheckView
) -> None:
    if said.id != path.stem:
        document.refuse(("id",), f"'{said.id}'", f"expected the file's own name, '{path.stem}'")
    if said.place not in known.areas:
        meant = Meant(said.place, known.areas)
        document.refuse(("place",), f"'{said.place}'", "no area has this id", meant)
    for at, step in zip(positions, said.steps, strict=True):
        for name, value in parse_qsl(step.view):
            if name in _BODIES and "/" not in value:
                document.refuse(("steps", at, "view"), f"{name}={value}", f"expected a whole id: {said.place}/{value}")
            elif name in _BODIES and value not in known.organizations:
                meant = Meant(value, known.organizations)
                document.refuse(("steps", at, "view"), f"{name}={value}", "no organization has this id", meant)
        wrong = check_view(step.view)
        if wrong:
            document.refuse(("steps", at, "view"), f"'{step.view[:60]}'", wrong)
        for place, cite in enumerate(step.cites):
            if cite.source not in known.sources:
                meant = Meant(cite.source, known.sources)
                document.refuse(("steps", at, "cites", place), f"'{cite.source[:60]}'", "no source has this id", meant)
