"""An organization's properties in the graph."""

from typing import NamedTuple

from app.domain.facts import Value
from app.exchange.place_format import Organization
from app.exchange.provenance import contact_properties, former_names, provenance
from app.exchange.rows import json_text

_AS_SAID = (
    "name",
    "classificationNote",
    "purpose",
    "theme",
    "founded",
    "dissolved",
    "count",
    "constitution",
    "chairStatus",
    "paidHours",
    "fundingNote",
    "membersNote",
    "meetingFrequency",
    "statutoryObservers",
    "representativesNote",
    "reportBackDays",
    "statutoryRequirement",
    "quorum",
    "quorumNumber",
    "seatsStated",
    "caption",
    "columnOrder",
)


class ThemeSaid(NamedTuple):
    """What a file says of a theme.

    Its name, its number among those that bodies have, what others call it, and whether its column keeps its place.
    """

    name: str
    order: int
    like: tuple[str, ...] = ()
    fixed: bool = False


def organization_properties(
    said: Organization, since: str | None, until: str | None, theme: ThemeSaid | None
) -> dict[str, Value]:
    """Return everything a file says of a body; what it says of its theme comes along, for reading in one look."""
    properties: dict[str, Value] = {name: getattr(said, name) for name in _AS_SAID}
    return (
        properties
        | {
            "alternateNames": list(said.alternateNames) or None,
            **former_names(said.formerNames),
            "classification": said.classification.value,
            "kind": said.kind.value,
            "sector": said.sector.value if said.sector else None,
            "status": said.status.value,
            "themeName": theme.name if theme else None,
            "themeOrder": theme.order if theme else None,
            "themeLike": list(theme.like) or None if theme else None,
            "themeFixed": theme.fixed or None if theme else None,
            "pictured": said.pictured.value if said.pictured else None,
            "identifiers": json_text(said.identifiers),
        }
        | contact_properties(said.contactDetails)
        | provenance(said, since=since, until=until)
    )
