"""Connections that say how many there are of each kind in the whole list."""

import strawberry

from app.api.loading.batches import Now
from app.api.loading.paging import KindCount, counts_of
from app.api.schema.connections import Connection
from app.api.schema.fields import plain, resolved
from app.api.schema.references import ActionRef, LineRef, OrganizationRef, PostRef
from app.domain import vocabulary as words


@strawberry.type(description="How many bodies of one sort there are.")
class ClassificationCount:
    """How many bodies of one sort there are."""

    kind: words.Classification = plain("The sort.", name="classification")
    count: int = plain("How many.")


@strawberry.type(description="How many seats are in one state.")
class PostStateCount:
    """How many seats are in one state."""

    kind: words.PostState = plain("The state.", name="state")
    count: int = plain("How many.")


@strawberry.type(description="How many lines of one type there are.")
class LineTypeCount:
    """How many lines of one type there are."""

    kind: words.LineType = plain("The type.", name="type")
    count: int = plain("How many.")


@strawberry.type(description="How many actions have one status.")
class ActionStatusCount:
    """How many actions have one status."""

    kind: words.ActionStatus = plain("The status.", name="status")
    count: int = plain("How many.")


@strawberry.type(description="How many changes of one kind there are.")
class ChangeKindCount:
    """How many changes of one kind there are."""

    kind: words.ChangeKind = plain("The kind.")
    count: int = plain("How many.")


@strawberry.type(description="A page of bodies.")
class OrganizationConnection(Connection[OrganizationRef]):
    """A page of bodies."""

    @resolved(list[ClassificationCount])
    def counts(self) -> Now[list[KindCount]]:
        """How many there are of each classification in the whole list."""
        return counts_of(self)


@strawberry.type(description="A page of seats.")
class PostConnection(Connection[PostRef]):
    """A page of seats."""

    @resolved(list[PostStateCount])
    def counts(self) -> Now[list[KindCount]]:
        """How many there are in each state in the whole list, several alike counted as one."""
        return counts_of(self)


@strawberry.type(description="A page of lines.")
class LineConnection(Connection[LineRef]):
    """A page of lines."""

    @resolved(list[LineTypeCount])
    def counts(self) -> Now[list[KindCount]]:
        """How many there are of each type in the whole list."""
        return counts_of(self)


@strawberry.type(description="A page of actions.")
class ActionConnection(Connection[ActionRef]):
    """A page of actions."""

    @resolved(list[ActionStatusCount])
    def counts(self) -> Now[list[KindCount]]:
        """How many there are with each status in the whole list."""
        return counts_of(self)
