"""When entries of the record last changed, and what readers no longer see: for programs that keep a copy."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.loading.paging import Entry, Page, asked
from app.api.schema.connections import Connection
from app.api.schema.fields import After, First, argument, plain, resolved
from app.domain import records as r
from app.reading.moments import Vanished, moments_of
from app.reading.moved import moved_ids
from app.store.moments import EVER, Since

Thing = TypeVar("Thing", r.Area, r.Assessment, r.Source)
UpdatedSince = Annotated[
    datetime | None,
    argument("Only those whose entry in the record changed at this moment or later, of what the reader may see."),
]


def updated(info: Info, id_: str) -> Now[datetime | None]:
    """Return when an entry last changed, by its id."""
    return then(info.context.loaders.moments(), lambda moments: moments.of(id_))


def _updated_at(self: Any, info: Info) -> Now[datetime | None]:
    """When its entry in the record last changed, of what the reader may see; null where nobody kept that."""
    return updated(info, self.id)


def updated_at() -> Any:
    """Declare the field that says when the entry of a thing last changed."""
    return resolved(datetime | None)(_updated_at)


@strawberry.type(name="Removal", description="Something that was there and is not any more, for whoever reads.")
class RemovalType:
    """Something that was there and is not any more, for whoever reads."""

    id: strawberry.ID = plain("The id that it had.")
    removed_at: datetime = plain("When it went.")
    became: strawberry.ID | None = plain("The id that it has by now, or that of what it was joined with; else null.")


@strawberry.type(description="Keeping a copy up to date.")
class Updating:
    """The fields of Query that say what is there no more."""

    @resolved(Connection[RemovalType])
    async def removals(
        self,
        info: Info,
        since: Annotated[datetime, argument("Only what went at this moment or later.")],
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        first: First = 25,
        after: After = None,
    ) -> Page[RemovalType]:
        """What readers saw and do not see any more, in the order in which it went: removed, moved, or hidden.

        That something is gone is told for 90 days.
        """
        wanted, explorer = asked("removals", first, after), info.context.explorer
        gone = (await moments_of(explorer)).vanished(since, area or "")
        moved = await moved_ids(explorer.catalogue)
        rows = [it for it in gone if _key(it) > wanted.after][: wanted.first + 1]
        page = wanted.page(len(gone), rows, _key)
        edges = [Entry(edge.cursor, _removal(edge.node, moved)) for edge in page.edges]
        return Page(edges, page.page_info, page.total_count)


def _key(gone: Vanished) -> tuple[str, str]:
    return f"{gone.moment:016}", gone.id


def _removal(gone: Vanished, moved: Mapping[str, str]) -> RemovalType:
    became = moved.get(gone.id)
    return RemovalType(
        id=strawberry.ID(gone.id),
        removed_at=datetime.fromtimestamp(gone.moment / 1000, UTC),
        became=None if became is None else strawberry.ID(became),
    )


async def changed_since(info: Info, moment: datetime | None) -> Since:
    """Return which entries changed since a moment, as lists are asked for them."""
    return (await moments_of(info.context.explorer)).since(moment) if moment else EVER


async def those_changed(info: Info, every: Iterable[Thing], moment: datetime | None) -> list[Thing]:
    """Return those of some things whose entries changed since a moment; all where none is said."""
    if moment is None:
        return list(every)
    moments = await moments_of(info.context.explorer)
    return [it for it in every if moments.is_since(it.id, moment)]
