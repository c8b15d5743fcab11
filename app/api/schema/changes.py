"""Changes: what differs between two days, and what is proposed."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.loading.paging import KindCount, Page, asked
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.counted import ChangeKindCount
from app.api.schema.fields import After, First, IncludeProposed, Recorded, argument, plain, resolved
from app.api.schema.nearest import id_meant
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.changes.ask import Changes, find_changes
from app.questions.changes.rules import Change
from app.reading.resolving import BODIES


@dataclass(frozen=True, slots=True)
class ChangeFound:
    """The value behind a change: what it is, and the records of what it happens to and concerns."""

    change: Change
    subject: r.Organization | r.Post | r.Line
    bodies: tuple[r.Organization, ...]

    @property
    def kind(self) -> words.ChangeKind:
        """What happens."""
        return self.change.kind

    @property
    def date(self) -> str | None:
        """When, as recorded."""
        return self.change.date

    @property
    def explanation(self) -> str:
        """What happens, in a sentence."""
        return self.change.explanation

    @property
    def certainty(self) -> words.Certainty:
        """How sure it is."""
        return self.change.certainty

    @property
    def citations(self) -> tuple[r.Citation, ...]:
        """Where it comes from."""
        return self.change.citations


@strawberry.type(name="StructureChange", description="What differs between two days: one thing that begins, say.")
class StructureChangeType(Recorded):
    """What differs between two days: one thing that begins, say."""

    record = ChangeFound

    kind: words.ChangeKind = plain("What happens.")
    subject: Node = plain("To what: a body, a seat or a line.")
    bodies: list[OrganizationRef] = plain("The bodies that it concerns, the one it happens to or on first.")
    date: PartialDate | None = plain(
        "As precise as recorded: the first day of what begins, the last one of what ends; null when none is recorded."
    )
    explanation: str = plain("What happens, in one plain sentence.")
    certainty: words.Certainty = plain("Whether the source says it, it follows, or the source is ambiguous.")
    citations = citations()


@dataclass(frozen=True, slots=True)
class ChangePage(Page[ChangeFound]):
    """The value behind a page of changes: the page, and what it is a page of."""

    found: Changes


@strawberry.type(description="A page of changes, and the answer that it is a page of.")
class StructureChangeConnection(Connection[StructureChangeType]):
    """A page of changes, and the answer that it is a page of."""

    found: strawberry.Private[Changes]

    @resolved(str)
    def answer(self) -> str:
        """The answer in one sentence: how many changes, of what, between which days."""
        return self.found.opening

    @resolved(datetime.date)
    def since(self) -> datetime.date:
        """The earlier day."""
        return self.found.since

    @resolved(datetime.date)
    def until(self) -> datetime.date:
        """The later day."""
        return self.found.until

    @resolved(list[ChangeKindCount])
    def counts(self) -> list[KindCount]:
        """How many there are of each kind in the whole list."""
        counted = Counter(change.kind for change in self.found.changes)
        return [KindCount(kind, counted[kind]) for kind in words.ChangeKind if counted[kind]]

    @resolved(bool)
    def include_proposed(self) -> bool:
        """Whether what is only proposed is among them."""
        return self.found.as_at.include_proposed


@strawberry.type(description="Asking what changed.")
class ChangesAsking:
    """The field of Query that compares two days."""

    @resolved(StructureChangeConnection)
    async def changes(
        self,
        info: Info,
        since: Annotated[
            datetime.date | None, argument("The earlier day; the first that is recorded unless said.")
        ] = None,
        until: Annotated[
            datetime.date | None,
            argument("The later day, today unless said; the same one to see only what is proposed."),
        ] = None,
        area: Annotated[strawberry.ID | None, argument("Only in this place.")] = None,
        organization: Annotated[
            strawberry.ID | None,
            argument("Only of this body, by id or name: itself, its lines, seats on it and for it."),
        ] = None,
        include_proposed: IncludeProposed = False,
        first: First = 100,
        after: After = None,
    ) -> ChangePage:
        """What differs between two days, by date; what is only proposed and would hold on the later day on request."""
        wanted = asked("changes", first, after, usual=100)
        found = await find_changes(
            info.context.explorer,
            area=area,
            organization=await id_meant(info, organization, BODIES) if organization else None,
            since=since,
            as_at=info.context.as_at(info, until, include_proposed),
        )
        rows = [change for change in found.changes if change.key > wanted.after]
        shown = []
        for change in rows[: wanted.first + 1]:
            subject = found.subject(change)
            if subject is not None:
                shown.append(ChangeFound(change, subject, found.bodies(change)))
        page = wanted.page(len(found.changes), shown, lambda row: row.change.key)
        return ChangePage(page.edges, page.page_info, page.total_count, found)
