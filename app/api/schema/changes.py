"""Changes: what differs between two days, and what is proposed."""

from dataclasses import dataclass

import strawberry

from app.api.schema.common import Node
from app.api.schema.fields import Recorded, plain
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.changes.rules import Change


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
