"""The rules of a body's own terms on who is on it."""

from dataclasses import dataclass

import strawberry

from app.api.loading.rules import ToldRule, told_rules
from app.api.schema.fields import plain
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.domain import vocabulary as words
from app.questions.balance.ask import ToldBalance, judged_said


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
