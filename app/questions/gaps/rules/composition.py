"""Gaps against a body's own terms: who is to be on it, and how many seats it has."""

from collections.abc import Iterator

from app.domain.bodies import is_there
from app.domain.composing import how_many_are, rule_said
from app.domain.counting import count_seats, is_a_members_seat
from app.domain.english import are, counted, figure
from app.domain.standing import Standing
from app.domain.telling import called, cited, least_certain, sentence
from app.domain.vocabulary import Certainty, GapKind, RuleVerdict
from app.questions.balance.composition import judge_composition
from app.questions.gaps.rules.finding import Gap, rule


@rule(GapKind.COMPOSITION, "Boards that are not made up as their own terms say")
def composition(standing: Standing) -> Iterator[Gap]:
    """Too few or too many of the seats on these bodies are for those whom their own terms name.

    Every seat counts, filled or empty, except those of observers and of people who only come by invitation; where it
    depends on seats of which nobody recorded for whom they are, nothing is said.
    """
    for body in standing.register.bodies():
        if not body.composition or not is_there(body, standing.as_at):
            continue
        for number, judged in enumerate(judge_composition(standing, body)):
            if judged.verdict is not RuleVerdict.NOT_MET:
                continue
            asked = rule_said(judged.rule, standing.name)
            has = how_many_are(judged.seats, judged.whole)
            yield Gap(
                GapKind.COMPOSITION,
                body.id,
                "Organization",
                body.id,
                sentence(f"the terms of {called(standing, body.id)} ask for {asked}, and {has}"),
                judged.rule.citations,
                least_certain([body, *standing.posts_on(body.id)], Certainty.INFERRED),
                "Seats as the terms say, or a record of those that are already there.",
                f"rule-{number + 1}",
            )


@rule(GapKind.SEATS_MISSING, "Bodies with more or fewer seats than stated")
def seats_missing(standing: Standing) -> Iterator[Gap]:
    """How many seats these bodies have, a source states, and another number of them is recorded.

    Seats of observers, and of those who only come by invitation, may be in the stated number or not.
    """
    for body in standing.register.bodies():
        stated = body.seats_stated
        if stated is None or not is_there(body, standing.as_at):
            continue
        posts = standing.posts_on(body.id)
        least = count_seats(post for post in posts if is_a_members_seat(post, body.classification))
        most = sum(max(post.number, post.number_max or 0) for post in posts)
        if least <= stated <= most:
            continue
        recorded = most if most < stated else least
        apart = abs(stated - recorded)
        missing = f"{counted(apart, 'seat')} {are(apart)} missing here"
        there = f"{figure(recorded)} {are(recorded)}"
        more = f"{counted(apart, 'seat')} more than that {are(apart)} recorded"
        yield Gap(
            GapKind.SEATS_MISSING,
            body.id,
            "Organization",
            body.id,
            sentence(
                f"a source says that {called(standing, body.id)} has {counted(stated, 'seat')}, and {there} recorded:"
                f" {missing if most < stated else more}"
            ),
            cited([body, *posts]),
            least_certain([body, *posts], Certainty.INFERRED),
            "A record of every seat, or a newer source for their number.",
        )


COMPOSITION_RULES = (composition, seats_missing)
