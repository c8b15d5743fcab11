"""The small types that others are made of."""

from typing import Any

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import plain, resolved
from app.api.schema.scalars import PartialDate
from app.domain.addresses import page_of


@strawberry.interface(description="Anything with an id of its own.")
class Node:
    """Anything with an id of its own."""

    id: strawberry.ID = plain("The readable id, such as `bromley/council-on-ageing`; it never changes.")

    @resolved(str | None)
    def url(self, info: Info) -> str | None:
        """Its page on this site, or the one it stands on; a source's own document. Absolute where the site's is set."""
        thing: Any = self
        return info.context.address(page_of(thing))


@strawberry.type(description="From when until when something holds, each as precise as recorded.")
class Period:
    """From when until when something holds."""

    since: PartialDate | None = plain("When it began; null when not recorded.")
    until: PartialDate | None = plain("When it ended or will end; null when not recorded or still going on.")


@strawberry.type(description="A name a body once had.")
class FormerName:
    """A name a body once had."""

    name: str = plain("The former name.")
    until: PartialDate | None = plain("The last date of that name; null when not recorded.")


@strawberry.type(description="A number in a register.")
class Identifier:
    """A number in a register."""

    scheme: str = plain("The register, by its code at org-id.guide, such as `GB-CHC`.")
    value: str = plain("The number in it.")


@strawberry.type(description="A heading under which a place's diagram groups its bodies.")
class Theme:
    """A heading of a place's diagram."""

    id: strawberry.ID = plain(
        "Its id: that of its place, and the theme's own in that place's file: `gloucester/health`."
    )
    name: str = plain("The heading.")
    order: int = plain("Where it stands among the themes of its place, from left to right.")
    like: list[str] = plain("What other places call themes that mean the same, as the place's file says.")
    fixed: bool = plain("Whether its column keeps its place in the diagram, however many lines cross.")


@strawberry.type(description="A public way to reach a body or the holder of a seat.")
class ContactDetail:
    """A public way to reach somebody."""

    type: str = plain("What sort it is: `email`, `phone`, `url`, `address` ...")
    value: str = plain("The address or number itself.")
    label: str | None = plain("What or whose it is, when that needs saying.")


@strawberry.type(description="What a body has to work with, each in a phrase as its source has it.")
class Capacity:
    """What a body has to work with."""

    constitution: str | None = plain("Whether and how it is constituted.")
    chair_status: str | None = plain("Who chairs it, and how the chair came to be.")
    paid_hours: str | None = plain("The paid time it can count on.")
    funding_note: str | None = plain("Where its money comes from.")
    members_note: str | None = plain("Who its members are, and how many.")
    meeting_frequency: str | None = plain("How often it meets.")
    statutory_observers: str | None = plain("Who attends from statutory bodies.")
    representatives_note: str | None = plain("How it chooses, pays and hears back from those who sit for it.")
