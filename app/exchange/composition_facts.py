"""What a body's own terms say of who is on it, as its file says it and as the graph keeps it."""

from collections.abc import Callable

import orjson

from app.domain.vocabulary import Sector
from app.exchange.place_format import CompositionRule, Organization

_SECTORS = frozenset(sector.value for sector in Sector)


def groups_named(rule: CompositionRule) -> list[tuple[int, str]]:
    """Return what a rule counts that is no sector, each with its place in the list: constituencies and groups."""
    return [(at, written) for at, written in enumerate(rule.of) if written not in _SECTORS]


def what_is_wrong(rule: CompositionRule) -> tuple[str, str] | None:
    """Say what of a rule cannot be judged, and what would be right; nothing when it can."""
    if rule.min is None and rule.max is None and rule.maxShare is None:
        return "a rule without a number", "expected 'min', 'max' or 'maxShare'"
    if rule.min is not None and rule.max is not None and rule.max < rule.min:
        return f"at least {rule.min} and at most {rule.max}", "expected no less as 'max' than as 'min'"
    return None


def composition_text(said: Organization, id_of: Callable[[str], str], source_of: Callable[[str], str]) -> str | None:
    """Write a body's rules as JSON, since the store keeps no lists of maps; nothing for none."""
    rules = [
        {
            "sectors": [written for written in rule.of if written in _SECTORS],
            "organization_ids": [id_of(written) for _, written in groups_named(rule)],
            "min": rule.min,
            "max": rule.max,
            "max_share": rule.maxShare,
            "note": rule.note,
            "cites": [[source_of(cite.source), " ".join(cite.locator.split())] for cite in rule.cites or said.cites],
        }
        for rule in said.composition
    ]
    return orjson.dumps(rules).decode() if rules else None
