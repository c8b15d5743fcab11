"""Asking what changed: the field `changes`."""

import datetime
from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.changes import ChangeFound, StructureChangeType
from app.api.schema.connections import Connection, Page, asked
from app.api.schema.fields import After, First, IncludeProposed, argument, resolved
from app.questions.changes.ask import find_changes


@strawberry.type(description="Asking what changed.")
class ChangesAsking:
    """The field of Query that compares two days."""

    @resolved(Connection[StructureChangeType])
    async def changes(
        self,
        info: Info,
        since: Annotated[datetime.date, argument("The earlier day.")],
        until: Annotated[datetime.date, argument("The later day; the same one to see only what is proposed.")],
        area: Annotated[strawberry.ID | None, argument("Only in this place.")] = None,
        organization: Annotated[
            strawberry.ID | None, argument("Only of this body: itself, its lines, seats on it and for it.")
        ] = None,
        include_proposed: IncludeProposed = False,
        first: First = 100,
        after: After = None,
    ) -> Page[ChangeFound]:
        """What differs between two days, by date; what is only proposed and would hold on the later day on request."""
        wanted = asked("changes", first, after, usual=100)
        found = await find_changes(
            info.context.explorer,
            area=area,
            organization=organization,
            since=since,
            as_at=info.context.as_at(info, until, include_proposed),
        )
        rows = [change for change in found.changes if change.key > wanted.after]
        shown = []
        for change in rows[: wanted.first + 1]:
            subject = found.subject(change)
            if subject is not None:
                shown.append(ChangeFound(change, subject, found.bodies(change)))
        return wanted.page(len(found.changes), shown, lambda row: row.change.key)
