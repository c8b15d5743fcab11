"""Whether what a body's own terms say of who is on it is met by the seats that are recorded.

A seat counts for a rule when it is of one of its sectors, or speaks for one of its groups or for those who speak for
them. Observers and those who only come by invitation, or for some items, are no members, and are not counted. Whether a
seat is filled does not matter: the terms say what there is to be.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.counting import count_seats, is_a_members_seat
from app.domain.records import CompositionRule, Organization, Post
from app.domain.seats import speaks_for, voices_of
from app.domain.standing import Standing
from app.domain.vocabulary import RuleVerdict
from app.questions.balance.sectors import sector_of


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule of a body's own terms, and whether it is met."""

    rule: CompositionRule
    verdict: RuleVerdict
    seats: int
    """How many seats count for it."""
    not_recorded: int
    """How many might, since for whom they are is not recorded."""
    whole: int
    """How many members' seats there are."""


def judge_composition(standing: Standing, body: Organization) -> Iterator[Judged]:
    """Judge each rule of a body; one that names a group which is not public is left out."""
    if not body.composition:
        return
    posts = [post for post in standing.posts_on(body.id) if is_a_members_seat(post, body.classification)]
    whole = count_seats(posts)
    for rule in body.composition:
        if any(id_ not in standing.organizations for id_ in rule.organization_ids):
            continue
        groups = frozenset(voice for id_ in rule.organization_ids for voice in voices_of(standing, id_))
        sides = {post.id: _counts(standing, post, rule, groups) for post in posts}
        seats = count_seats(post for post in posts if sides[post.id])
        unknown = count_seats(post for post in posts if sides[post.id] is None)
        yield Judged(rule, _verdict(rule, seats, unknown, whole), seats, unknown, whole)


def _counts(standing: Standing, post: Post, rule: CompositionRule, groups: frozenset[str]) -> bool | None:
    """Tell whether a seat counts for a rule; None where nobody recorded what would tell."""
    spoken_for = speaks_for(standing, post)
    if groups.intersection(spoken_for):
        return True
    if not rule.sectors:
        return False if spoken_for else None
    sector = sector_of(standing, post.id)[0]
    return None if sector is None and not (spoken_for and groups) else sector in rule.sectors


def _verdict(rule: CompositionRule, seats: int, unknown: int, whole: int) -> RuleVerdict:
    if not whole:
        return RuleVerdict.NOT_KNOWN
    share = None if rule.max_share is None else rule.max_share * whole
    most = [limit for limit in (rule.max, share) if limit is not None]
    least = rule.min or 0
    if seats + unknown < least or any(seats > limit for limit in most):
        return RuleVerdict.NOT_MET
    sure = seats >= least and all(seats + unknown <= limit for limit in most)
    return RuleVerdict.MET if sure else RuleVerdict.NOT_KNOWN
