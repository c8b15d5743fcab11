"""Areas, and the sources that facts come from."""

from collections.abc import Sequence
from typing import Any

import strawberry

from app.api.loading.batches import Now, then, together
from app.api.loading.cited import Cited, told
from app.api.loading.context import Info
from app.api.loading.nodes import node_of
from app.api.loading.paging import Entry, Page, PageAsked, asked
from app.api.loading.themes import theme_at
from app.api.schema.common import Node, Theme
from app.api.schema.connections import Connection
from app.api.schema.fields import After, First, Recorded, plain, resolved
from app.api.schema.references import AreaRef, OrganizationConnectionRef
from app.api.schema.scalars import PartialDate
from app.api.schema.updating import updated_at
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.addresses import page_of


@strawberry.type(name="Source", description="A document that facts come from.")
class SourceType(Recorded, Node):
    """A document that facts come from."""

    record = r.Source

    title: str = plain("The document's title.")
    kind: words.SourceKind | None = plain("What sort of document it is; null where that is not recorded.")
    publisher: str | None = plain("Who published it.")
    creators: list[str] = plain("Who wrote it.")
    published: PartialDate | None = plain("When it was published, as precise as known.")
    url: str | None = plain("Where it can be read; its page on this site is `page`.")
    note: str | None = plain("What else there is to know about it, in our own words.")
    read: PartialDate | None = plain("When it was last read for what is recorded here, as precise as known.")
    updated_at = updated_at()

    @resolved(str)
    def page(self, info: Info) -> str:
        """Its page on this site, an absolute address where the site's own is set."""
        source: Any = self
        return info.context.address(page_of(source))

    @resolved(Connection[Node])
    def cited_by(self, info: Info, first: First = 25, after: After = None) -> Now[Page[Any]]:
        """What it is cited for: bodies, people, seats, lines, meetings and so on, by sort and id."""
        wanted = asked("citedBy", first, after)
        return then(info.context.loaders.cited_for(self.id), lambda cited: _cited(info, wanted, cited))


@strawberry.type(description="Where a fact comes from.")
class Citation:
    """Where a fact comes from."""

    source: SourceType = plain("The document.")
    locator: str | None = plain("The section, paragraph or page in it.")


def _citations(self: Any, info: Info) -> Now[list[Cited]]:
    """Where this comes from."""
    given: Sequence[r.Citation] = self.citations
    return then(info.context.loaders.contents(), lambda contents: told(given, contents.sources))


def citations() -> Any:
    """Declare the field that says where a fact comes from."""
    return resolved(list[Citation])(_citations)


def areas(info: Info, ids: Sequence[str]) -> Now[list[r.Area]]:
    """Return areas by their ids."""
    return then(
        info.context.loaders.contents(),
        lambda contents: [contents.areas[id_] for id_ in ids if id_ in contents.areas],
    )


def _cited(info: Info, wanted: PageAsked, cited: Sequence[tuple[str, str]]) -> Now[Page[Any]]:
    keys = [key for key in cited if key > wanted.after][: wanted.first + 1]
    things = together(node_of(info.context.loaders, label, id_) for label, id_ in keys)

    def page(found: list[Any]) -> Page[Any]:
        known = [(key, thing) for key, thing in zip(keys, found, strict=True) if thing is not None]
        of = wanted.page(len(cited), known, lambda each: each[0])
        return Page([Entry(edge.cursor, edge.node[1]) for edge in of.edges], of.page_info, of.total_count)

    return then(things, page)


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
    report_back_days: int | None = plain(
        "Within how many days of a meeting those who sit on its bodies report back, unless a body or seat says its own;"
        " null where the place says none."
    )
    updated_at = updated_at()

    @resolved(AreaRef | None)
    def part_of(self, info: Info) -> Now[r.Area | None]:
        """The place that this one lies in."""
        part_of = self.part_of_id
        return then(info.context.loaders.contents(), lambda all_: all_.areas.get(part_of or ""))

    @resolved(list[AreaRef])
    def parts(self, info: Info) -> Now[list[r.Area]]:
        """The places that lie in this one, by name."""
        whole = self.id
        return then(
            info.context.loaders.contents(), lambda all_: [it for it in all_.areas.values() if it.part_of_id == whole]
        )

    @resolved(list[Theme])
    def themes(self, info: Info) -> Now[list[r.Theme]]:
        """The headings under which its bodies stand, from left to right."""
        place = self.id
        return then(info.context.loaders.themes(place), lambda found: [theme_at(place, theme) for theme in found])

    @resolved(OrganizationConnectionRef)
    def organizations(self, info: Info, first: First = 25, after: After = None) -> Now[Page[r.Organization]]:
        """The bodies of this place, by name."""
        wanted = asked("organizations", first, after)
        found = info.context.loaders.area_page(self.id, wanted.first, wanted.after)
        place = self.id

        def kinds() -> Now[list[words.Classification]]:
            return then(
                info.context.loaders.contents(),
                lambda all_: [sort.classification for sort in all_.sorts[place] for _ in range(sort.bodies)],
            )

        return then(found, lambda page: wanted.counted(*page, by_name, kinds))
