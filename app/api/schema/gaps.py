"""Gaps: what is missing, rests on too little, or is worth knowing."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.context import Info
from app.api.loading.paging import START, Page, PageAsked, asked
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.fields import After, First, IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import AreaRef, OrganizationRef
from app.domain import vocabulary as words
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of


@strawberry.type(name="Gap", description="Something missing, resting on too little, or worth knowing.")
class GapType(Recorded):
    """Something missing, resting on too little, or worth knowing."""

    record = Finding

    @resolved(strawberry.ID)
    def id(self, info: Info) -> str:
        """The same as long as the gap lasts; of another day than today, or with proposals, it ends in `@` and those."""
        finding: Any = self
        on, proposed = finding.as_at
        # In other words on another day: whoever keeps answers by their ids must not take one for the other.
        marks = [on.isoformat()] * (on != info.context.today) + ["proposed"] * proposed
        return f"{finding.id}@{'+'.join(marks)}" if marks else finding.id

    kind: words.GapKind = plain("What sort of gap it is.")
    area: AreaRef = plain("The place that the body is at home in.")
    subject: Node = plain("What it is about: a body, a seat, a person or a source.")
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


@strawberry.type(description="Asking what is missing.")
class GapsAsking:
    """The field of Query that lists gaps."""

    @resolved(GapConnection)
    async def gaps(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        kinds: Annotated[
            list[words.GapKind] | None, argument("Only of these kinds; of every kind unless said.")
        ] = None,
        on: On = None,
        first: First = 100,
        after: After = None,
        include_proposed: IncludeProposed = False,
    ) -> GapPage:
        """What is missing, rests on too little or is worth knowing: by place, body, kind and subject."""
        wanted = asked("gaps", first, after, usual=100)
        found = await find_gaps_of(
            info.context.explorer,
            area,
            ALL_KINDS if kinds is None else kinds,
            info.context.as_at(info, on, include_proposed),
        )
        return _page(wanted, found)


def _page(wanted: PageAsked, found: GapsFound) -> GapPage:
    """Return a page of the findings: what follows the last one seen, or its place when it is closed by now."""
    findings = found.findings
    keys = {_key(finding): place for place, finding in enumerate(findings)}
    at = 0
    if wanted.after != START:
        number, name = wanted.after
        at = keys[name] + 1 if name in keys else int(number) if number.isdigit() else 0
    rows = findings[at : at + wanted.first + 1]
    page = wanted.page(len(findings), rows, lambda finding: (f"{keys[_key(finding)]:06d}", _key(finding)))
    return GapPage(page.edges, page.page_info, page.total_count, found)


def _key(finding: Finding) -> str:
    return finding.id
