"""How a fact's dates, sources and access are kept in the graph, from how a file says them."""

from collections.abc import Sequence

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.facts import Value
from app.exchange.fields import Cite
from app.exchange.place_format import Area, ContactDetail, Fact, FormerName, Inner, Said, Source
from app.exchange.rows import json_text

_NOTHING_SAID = Inner()
_OWN_SILENCE: dict[str, Value] = dict.fromkeys(("since", "until", "earliest", "latest", "note", "additional", "doubts"))
"""What no fact shares with the one around it, where it says nothing."""


def provenance(
    said: Fact, *, since: str | None = None, until: str | None = None, proposed: bool = False
) -> dict[str, Value]:
    """Return the properties every fact carries; `since` and `until` stand in for the fact's own where it has none."""
    return _properties(
        said,
        since=said.since or since,
        until=said.until or until,
        cites=said.cites,
        certainty=said.certainty or words.Certainty.STATED,
        access=said.access or words.Access.PUBLIC,
        proposed=proposed,
    )


def inherited(
    inner: Inner, outer: Fact, *, proposed: bool = False, usual: dict[str, Value] | None = None
) -> dict[str, Value]:
    """Return the provenance of a fact that stands inside another, whose sources it shares unless it has its own.

    `usual` is what one that says nothing itself has there, where that is known: what most say is little more.
    """
    if usual and not (inner.cites or inner.certainty or inner.access):
        return usual | _own(inner, inner.since, inner.until)
    return _properties(
        inner,
        since=inner.since,
        until=inner.until,
        cites=inner.cites or outer.cites,
        certainty=inner.certainty or outer.certainty or words.Certainty.STATED,
        access=inner.access or outer.access or words.Access.PUBLIC,
        proposed=proposed,
    )


def silent(outer: Fact, *, proposed: bool = False) -> dict[str, Value]:
    """Return the provenance of a fact that stands inside another and says nothing itself."""
    return inherited(_NOTHING_SAID, outer, proposed=proposed)


def silent_within(properties: dict[str, Value]) -> dict[str, Value]:
    """Return the same, by the provenance of the fact around it."""
    return properties | _OWN_SILENCE


def _properties(
    said: Said,
    *,
    since: str | None,
    until: str | None,
    cites: Sequence[Cite],
    certainty: words.Certainty,
    access: words.Access,
    proposed: bool,
) -> dict[str, Value]:
    return {
        "since": since,
        "until": until,
        "earliest": earliest(since) if since else None,
        "latest": latest(until) if until else None,
        "cites": "\n".join([f"{cite.source} {' '.join(cite.locator.split())}" for cite in cites]),
        "certainty": certainty.value,
        "access": access.value,
        "note": said.note,
        "additional": said.__dict__.get("additional"),
        "doubts": said.doubts,
        "proposed": proposed or None,
    }


def _own(said: Said, since: str | None, until: str | None) -> dict[str, Value]:
    """Return what no fact shares with the one around it."""
    return {
        "since": since,
        "until": until,
        "earliest": earliest(since) if since else None,
        "latest": latest(until) if until else None,
        "note": said.note,
        "additional": said.__dict__.get("additional"),
        "doubts": said.doubts,
    }


def contact_properties(said: Sequence[ContactDetail]) -> dict[str, Value]:
    """Return the ways to reach somebody; those that are not public are kept apart, where no query for readers looks."""
    public = [detail for detail in said if detail.access is words.Access.PUBLIC]
    closed = [detail for detail in said if detail.access is not words.Access.PUBLIC]
    return {"contactDetails": json_text(public, without="access"), "closedContactDetails": json_text(closed)}


def former_names(said: Sequence[FormerName]) -> dict[str, Value]:
    """Return the names that a body or a person once had, beside the last date of each: no lists of maps are kept."""
    return {
        "formerNames": [former.name for former in said] or None,
        "formerNamesUntil": [former.until or "" for former in said] or None,
    }


def shared_properties(said: Source | Area) -> dict[str, Value]:
    """Return what is kept of a source or an area, which are where facts come from and so cite nothing themselves."""
    properties: dict[str, Value] = said.model_dump(mode="json", exclude={"id", "partOf"})
    access = said.access.value if isinstance(said, Source) else words.Access.PUBLIC.value
    return properties | {"access": access}
