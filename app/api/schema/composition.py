"""The rules of a body's own terms on who is on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import strawberry

from app.api.schema.fields import plain
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.composing import rule_said
from app.questions.balance.ask import ToldBalance, judged_said


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


@strawberry.type(description="What a body's own terms say of who is on it: how many of its seats are for whom.")
class CompositionRule:
    """What a body's own terms say of who is on it."""

    sectors: list[words.Sector] = plain("The sectors whose seats it counts.")
    organizations: list[OrganizationRef] = plain("The people at large, or groups, whose seats it counts as well.")
    min: int | None = plain("The least number of seats for them.")
    max: int | None = plain("The largest number of seats for them.")
    max_share: float | None = plain("The largest part of all seats that may be for them, from 0 to 1.")
    sentence: str = plain("The rule in words: `at least 4 seats for the voluntary sector`.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()


@dataclass(frozen=True, slots=True)
class ToldVerdict:
    """The value behind a judged rule: with the names, and in words."""

    rule: ToldRule
    verdict: words.RuleVerdict
    seats: int
    not_recorded: int
    sentence: str


@strawberry.type(description="A rule of a body's own terms, and whether the seats that are recorded meet it.")
class JudgedRule:
    """A rule of a body's own terms, judged."""

    rule: CompositionRule = plain("The rule.")
    verdict: words.RuleVerdict = plain("Whether it is met.")
    seats: int = plain("How many of the members' seats count for it, filled or not.")
    not_recorded: int = plain("How many might, since for whom they are is not recorded.")
    sentence: str = plain("The same in a sentence.")


def told_verdicts(told: ToldBalance) -> list[ToldVerdict]:
    """Put the names to the rules of a body that were judged."""
    return [
        ToldVerdict(
            told_rules([judged.rule], told.bodies.values())[0],
            judged.verdict,
            judged.seats,
            judged.not_recorded,
            judged_said(told, judged),
        )
        for judged in told.balance.composition
    ]


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
