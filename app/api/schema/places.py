"""Areas, and the sources that facts come from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.schema.common import Node
from app.api.schema.connections import Connection, Page, asked
from app.api.schema.fields import After, First, Recorded, plain, resolved
from app.api.schema.references import AreaRef, OrganizationRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r


@strawberry.type(name="Source", description="A document that facts come from.")
class SourceType(Recorded, Node):
    """A document that facts come from."""

    record = r.Source

    title: str = plain("The document's title.")
    publisher: str | None = plain("Who published it.")
    creators: list[str] = plain("Who wrote it.")
    published: PartialDate | None = plain("When it was published, as precise as known.")
    url: str | None = plain("Where it can be read.")
    note: str | None = plain("What else there is to know about it, in our own words.")


@dataclass(frozen=True, slots=True)
class Cited:
    """The value behind a citation."""

    source: r.Source
    locator: str


@strawberry.type(description="Where a fact comes from.")
class Citation:
    """Where a fact comes from."""

    source: SourceType = plain("The document.")
    locator: str | None = plain("The section, paragraph or page in it.")


def _citations(self: Any, info: Info) -> Now[list[Cited]]:
    """Where this comes from."""
    # A source that is not public is left out.
    given: Sequence[r.Citation] = self.citations
    return then(
        info.context.loaders.contents(),
        lambda contents: [
            Cited(contents.sources[each.source_id], each.locator)
            for each in given
            if each.source_id in contents.sources
        ],
    )


def citations() -> Any:
    """Declare the field that says where a fact comes from."""
    return resolved(list[Citation])(_citations)


def areas(info: Info, ids: Sequence[str]) -> Now[list[r.Area]]:
    """Return areas by their ids."""
    return then(
        info.context.loaders.contents(),
        lambda contents: [contents.areas[id_] for id_ in ids if id_ in contents.areas],
    )


def theme_of(body: r.Organization) -> r.Theme | None:
    """Return the theme of a body by an id of its own: two places may each have a theme `health`."""
    theme = body.theme
    return replace(theme, id=f"{body.id.partition('/')[0]}/{theme.id}") if theme else None


def by_name(body: r.Organization | r.Person) -> tuple[str, str]:
    """Return the key that lists of bodies and people are sorted by."""
    return body.name, body.id


@strawberry.type(name="Area", description="A place.")
class AreaType(Recorded, Node):
    """A place."""

    record = r.Area

    part_of_id: strawberry.Private[str | None]
    name: str = plain("The place's name.")
    gss: str | None = plain("Its code of the Office for National Statistics.")
    classification: str | None = plain("What sort of place it is: `borough`, `district`, `county` ...")

    @resolved(AreaRef | None)
    def part_of(self, info: Info) -> Now[r.Area | None]:
        """The place that this one lies in."""
        part_of = self.part_of_id
        return then(info.context.loaders.contents(), lambda all_: all_.areas.get(part_of or ""))

    @resolved(Connection[OrganizationRef])
    def organizations(self, info: Info, first: First = 25, after: After = None) -> Now[Page[r.Organization]]:
        """The bodies of this place, by name."""
        wanted = asked("organizations", first, after)
        found = info.context.loaders.area_page(self.id, wanted.first, wanted.after)
        return then(found, lambda page: wanted.page(*page, by_name))
