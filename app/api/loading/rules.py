"""The rules of a body's own terms on who is on it, as they are told: with the groups that they name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.composing import rule_said


@dataclass(frozen=True, slots=True)
class ToldRule:
    """The value behind a rule: with the groups that it names, and in words."""

    sectors: tuple[words.Sector, ...]
    organizations: tuple[r.Organization, ...]
    min: int | None
    max: int | None
    max_share: float | None
    sentence: str
    note: str | None
    citations: tuple[r.Citation, ...]


def told_rules(rules: Sequence[r.CompositionRule], known: Iterable[r.Organization]) -> list[ToldRule]:
    """Put the names to rules; one that names a group which is not public is left out."""
    bodies = {body.id: body for body in known}
    return [
        ToldRule(
            rule.sectors,
            tuple(bodies[id_] for id_ in rule.organization_ids),
            rule.min,
            rule.max,
            rule.max_share,
            rule_said(rule, lambda id_: bodies[id_].name),
            rule.note,
            rule.citations,
        )
        for rule in rules
        if all(id_ in bodies for id_ in rule.organization_ids)
    ]
