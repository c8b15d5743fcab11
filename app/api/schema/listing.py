"""Everything of one sort, page by page: the fields of Query that list seats, meetings, lines, actions and absences."""

from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.admitting.limits import MOST
from app.api.loading.context import Info
from app.api.loading.paging import CountedPage, Page, asked
from app.api.schema.assessments import RecordedAbsenceType
from app.api.schema.change_sets import any_node
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.counted import ActionConnection, LineConnection, PostConnection
from app.api.schema.fields import After, First, IncludeProposed, On, Types, argument, resolved
from app.api.schema.references import MeetingRef
from app.api.schema.updating import UpdatedSince, changed_since
from app.domain import records as r
from app.domain import vocabulary as words
from app.errors import BadInput
from app.questions.balance.listing import ListedSeat, list_seats
from app.store.pages import Pages
from app.store.reader import ALL_LINES

AreaId = Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")]
BodyId = Annotated[strawberry.ID | None, argument("Only of this body; of all unless said.")]


@strawberry.type(description="Listing everything of one sort.")
class Listing:
    """The fields of Query that list everything of one sort."""

    @resolved(list[Node | None])
    def nodes(
        self, info: Info, ids: Annotated[list[strawberry.ID], argument("The readable ids, at most 100.")]
    ) -> list[Any]:
        """Anything by their ids, in their order; null for each that nothing public has."""
        if len(ids) > MOST:
            raise BadInput(f"ids names {len(ids)}: at most {MOST} are given at once.")
        return [any_node(info, id_) for id_ in ids]

    @resolved(PostConnection)
    async def posts(
        self,
        info: Info,
        area: AreaId = None,
        organization: BodyId = None,
        state: Annotated[
            list[words.PostState] | None, argument("Only in these states on the day; in any unless said.")
        ] = None,
        sector: Annotated[
            list[words.Sector] | None, argument("Only those that count for these sectors; for any unless said.")
        ] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> CountedPage[r.Post]:
        """The seats that are there on a day, by their ids: by state or sector of few places, or small ones, at once."""
        wanted = asked("posts", first, after)
        as_at = info.context.as_at(info, on, include_proposed)
        explorer = info.context.explorer
        place, body = area or "", organization or ""
        changed = await changed_since(info, updated_since)

        async def fitting() -> list[ListedSeat]:
            every = await list_seats(explorer, area=place, organization=body, as_at=as_at)
            return [
                seat
                for seat in every
                if (state is None or seat.state in state)
                and (sector is None or seat.sector in sector)
                and changed.has(seat.post.id)
            ]

        async def states() -> list[words.PostState]:
            return [seat.state for seat in await fitting()]

        if state is None and sector is None:
            pages = Pages(explorer.database)
            total, rows = await pages.posts(
                as_at, area=place, organization=body, changed=changed, first=wanted.first, after=wanted.after
            )
        else:
            found = [seat.post for seat in await fitting()]
            total, rows = len(found), [post for post in found if post.id > wanted.after[0]][: wanted.first + 1]
        return wanted.counted(total, rows, _by_id, states)

    @resolved(Connection[MeetingRef])
    async def meetings(
        self,
        info: Info,
        area: AreaId = None,
        organization: BodyId = None,
        since: Annotated[date | None, argument("Only those that may have been on this day or later.")] = None,
        until: Annotated[date | None, argument("Only those that may have been on this day or earlier.")] = None,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> Page[r.Meeting]:
        """The meetings, held and to come, by date."""
        wanted = asked("all meetings", first, after)
        total, rows = await Pages(info.context.explorer.database).meetings(
            area=area or "",
            organization=organization or "",
            since=since or date.min,
            until=until or date.max,
            changed=await changed_since(info, updated_since),
            first=wanted.first,
            after=wanted.after,
        )
        return wanted.page(total, rows, lambda meeting: (meeting.date, meeting.id))

    @resolved(LineConnection)
    async def lines(
        self,
        info: Info,
        area: Annotated[
            strawberry.ID | None, argument("Only with an end in this place; of all places unless said.")
        ] = None,
        types: Types = None,
        on: On = None,
        ever: Annotated[bool | None, argument("Whether those of other days are given too.")] = False,
        include_proposed: IncludeProposed = False,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> CountedPage[r.Line]:
        """The lines between bodies, by their ids."""
        wanted = asked("lines", first, after)
        pages, as_at = Pages(info.context.explorer.database), info.context.as_at(info, on, include_proposed)
        given: dict[str, Any] = {
            "area": area or "",
            "types": ALL_LINES if types is None else tuple(types),
            "ever": bool(ever),
            "changed": await changed_since(info, updated_since),
        }
        total, rows = await pages.lines(as_at, **given, first=wanted.first, after=wanted.after)
        return wanted.counted(total, rows, _by_id, lambda: pages.types_of_lines(as_at, **given))

    @resolved(ActionConnection)
    async def actions(
        self,
        info: Info,
        area: AreaId = None,
        status: Annotated[
            list[words.ActionStatus] | None, argument("Only with these statuses; with any unless said.")
        ] = None,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> CountedPage[r.Action]:
        """What meetings asked somebody to do, by id."""
        wanted = asked("actions", first, after)
        pages = Pages(info.context.explorer.database)
        changed = await changed_since(info, updated_since)
        given: dict[str, Any] = {"area": area or "", "statuses": status or (), "changed": changed}
        total, rows = await pages.actions(**given, first=wanted.first, after=wanted.after)
        return wanted.counted(total, rows, _by_id, lambda: pages.statuses_of_actions(**given))

    @resolved(Connection[RecordedAbsenceType])
    async def absences(
        self,
        info: Info,
        area: AreaId = None,
        on: On = None,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> Page[r.RecordedAbsence]:
        """What sources say is missing, by id."""
        wanted = asked("absences", first, after)
        day = info.context.as_at(info, on).on
        total, rows = await Pages(info.context.explorer.database).absences(
            day,
            area=area or "",
            changed=await changed_since(info, updated_since),
            first=wanted.first,
            after=wanted.after,
        )
        return wanted.page(total, rows, _by_id)


def _by_id(thing: r.Post | r.Line | r.Action | r.RecordedAbsence) -> tuple[str, str]:
    return thing.id, ""
