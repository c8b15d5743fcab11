"""Looking things up: the fields of Query that give what is there, by id or as lists."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.loading.identifiers import checked_identifiers
from app.api.loading.paging import CountedPage, Page, PageAsked, asked
from app.api.loading.sources import by_title, page_of_sources, titled
from app.api.schema.assessments import AssessmentType
from app.api.schema.change_sets import any_node
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.counted import OrganizationConnection
from app.api.schema.fields import After, First, argument, resolved
from app.api.schema.places import AreaType, SourceType, by_name
from app.api.schema.references import MeetingRef, OrganizationRef, PersonRef, PostRef
from app.api.schema.updating import UpdatedSince, changed_since, those_changed
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.dates import earliest
from app.reading.search import ids_named

Id = Annotated[strawberry.ID, argument("The readable id.")]
AreaId = Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")]
Text = Annotated[
    str | None, argument("Only those with this in one of their names, whatever its case, accents and apostrophes.")
]


@strawberry.type(description="What can be looked up.")
class Browsing:
    """The fields of Query that look things up."""

    @resolved(Node | None)
    async def node(self, info: Info, id: Id) -> Any:
        """Anything by its id; null when nothing public has it."""
        return await any_node(info, id)

    @resolved(OrganizationRef | None)
    def organization(self, info: Info, id: Id) -> Now[r.Organization | None]:
        """A body by its id; null when no public one has it."""
        return info.context.loaders.organization(id)

    @resolved(OrganizationConnection)
    async def organizations(
        self,
        info: Info,
        area: AreaId = None,
        classification: Annotated[
            list[words.Classification] | None, argument("Only of these classifications; of all unless said.")
        ] = None,
        sector: Annotated[list[words.Sector] | None, argument("Only of these sectors; of all unless said.")] = None,
        status: Annotated[
            list[words.LifecycleStatus] | None, argument("Only with these statuses; with any unless said.")
        ] = None,
        identifiers: Annotated[
            list[str] | None,
            argument("Only with one of these numbers, each after its register's code: `GB-CHC-1069538`."),
        ] = None,
        text: Text = None,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> CountedPage[r.Organization]:
        """The bodies, by name."""
        wanted = asked("organizations", first, after)
        reader = info.context.explorer.reader
        given: dict[str, Any] = {
            "area": area or "",
            "classifications": classification or (),
            "sectors": sector or (),
            "statuses": status or (),
            "identifiers": checked_identifiers(identifiers),
            "among": await _named(info, text, "Organization"),
            "changed": await changed_since(info, updated_since),
        }
        total, rows = await reader.organizations_page(**given, first=wanted.first, after=wanted.after)
        return wanted.counted(total, rows, by_name, lambda: reader.classifications_of(**given))

    @resolved(PersonRef | None)
    def person(self, info: Info, id: Id) -> Now[r.Person | None]:
        """A person by their id; null when no public one has it."""
        return info.context.loaders.person(id)

    @resolved(Connection[PersonRef])
    async def people(
        self,
        info: Info,
        text: Text = None,
        updated_since: UpdatedSince = None,
        first: First = 25,
        after: After = None,
    ) -> Page[r.Person]:
        """The people whom sources name in a role, by name."""
        wanted = asked("people", first, after)
        total, rows = await info.context.explorer.reader.people_page(
            among=await _named(info, text, "Person"),
            changed=await changed_since(info, updated_since),
            first=wanted.first,
            after=wanted.after,
        )
        return wanted.page(total, rows, by_name)

    @resolved(PostRef | None)
    def post(self, info: Info, id: Id) -> Now[r.Post | None]:
        """A seat by its id; null when no public one has it."""
        return info.context.loaders.post(id)

    @resolved(AreaType | None)
    def area(self, info: Info, id: Id) -> Now[r.Area | None]:
        """A place by its id; null when there is none."""
        return then(info.context.loaders.contents(), lambda contents: contents.areas.get(id))

    @resolved(list[AreaType])
    async def areas(self, info: Info, updated_since: UpdatedSince = None) -> list[r.Area]:
        """Every place, by name."""
        contents = await info.context.explorer.catalogue.contents()
        return await those_changed(info, contents.areas.values(), updated_since)

    @resolved(Connection[SourceType])
    async def sources(
        self,
        info: Info,
        text: Text = None,
        updated_since: UpdatedSince = None,
        first: First = 100,
        after: After = None,
    ) -> Page[r.Source]:
        """The documents that facts come from, by title."""
        wanted = asked("sources", first, after, usual=100)
        contents = await info.context.explorer.catalogue.contents()
        return _sources(wanted, await those_changed(info, titled(text, contents.sources.values()), updated_since))

    @resolved(MeetingRef | None)
    def meeting(self, info: Info, id: Id) -> Now[r.Meeting | None]:
        """A meeting by its id; null when no public one has it."""
        return info.context.loaders.meeting(id)

    @resolved(list[AssessmentType])
    async def assessments(
        self,
        info: Info,
        area: AreaId = None,
        organization: Annotated[
            strawberry.ID | None, argument("Only of relations with this body; with all unless said.")
        ] = None,
        on: Annotated[
            date | None, argument("Only those made up to this day; all unless said, also where one was made anew.")
        ] = None,
        updated_since: UpdatedSince = None,
    ) -> list[r.Assessment]:
        """The cells of relationship maps."""
        reader = info.context.explorer.reader
        cells = await reader.assessments_of(area=area or "", organization=organization or "")
        made = [cell for cell in cells if on is None or earliest(cell.on) <= on]
        return await those_changed(info, made, updated_since)


async def _named(info: Info, text: str | None, label: str) -> list[str] | None:
    """Return the ids of what has a text in its names; None where no text is asked for."""
    return await ids_named(info.context.explorer.catalogue, text, label) if text and text.strip() else None


def _sources(wanted: PageAsked, every: Sequence[r.Source]) -> Page[r.Source]:
    return wanted.page(len(every), page_of_sources(wanted, every), by_title)
