"""Gaps: what is missing, rests on too little, or is worth knowing."""

from dataclasses import dataclass
from datetime import date

import strawberry

from app.api.schema.common import Node
from app.api.schema.connections import Connection, Page
from app.api.schema.fields import Recorded, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.domain import vocabulary as words
from app.questions.gaps.ask import Finding, GapsFound


@strawberry.type(name="Gap", description="Something missing, resting on too little, or worth knowing.")
class GapType(Recorded):
    """Something missing, resting on too little, or worth knowing."""

    record = Finding

    kind: words.GapKind = plain("What sort of gap it is.")
    subject: Node = plain("What it is about: a body, a seat or a person.")
    body: OrganizationRef = plain("The body that it is listed under.")
    explanation: str = plain("Why it holds, in one sentence.")
    certainty: words.Certainty = plain("As sure as the least certain of the facts that it rests on.")
    recorded_as_none: bool = plain("Whether a source states it; otherwise it follows from records or their silence.")
    remedy: str = plain("What would close it, in a sentence.")
    citations = citations()


@dataclass(frozen=True, slots=True)
class GapPage(Page[Finding]):
    """The value behind a page of gaps: the page, and what it is a page of."""

    found: GapsFound


@dataclass(frozen=True, slots=True)
class NumberOfKind:
    """The value behind the number of gaps of one kind."""

    kind: words.GapKind
    count: int


@strawberry.type(description="How many gaps of one kind there are.")
class GapCount:
    """How many gaps of one kind there are."""

    kind: words.GapKind = plain("The kind.")
    count: int = plain("How many.")


@strawberry.type(description="A page of gaps, and the answer that it is a page of.")
class GapConnection(Connection[GapType]):
    """A page of gaps, and the answer that it is a page of."""

    found: strawberry.Private[GapsFound]

    @resolved(date)
    def on(self) -> date:
        """The day of the answer."""
        return self.found.on

    @resolved(str)
    def answer(self) -> str:
        """The answer in one sentence: how many gaps, on how many bodies."""
        return self.found.sentence

    @resolved(list[GapCount])
    def counts(self) -> list[NumberOfKind]:
        """How many gaps there are of each kind, whatever kinds are asked for."""
        return [NumberOfKind(kind, count) for kind, count in self.found.counts]
