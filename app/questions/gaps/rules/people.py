"""Gaps in people: much that rests on one person, seats without a deputy, and people who wear two hats."""

from collections.abc import Iterable, Iterator

from app.domain.english import counted, listed
from app.domain.holding import office_name
from app.domain.records import Post
from app.domain.rules import (
    all_called,
    cited,
    facts_of,
    is_constituency,
    least_certain,
    of_the_sector,
    seat_called,
    seats_for,
    sentence,
)
from app.domain.standing import Standing, StandingOffice
from app.domain.vocabulary import GapKind, TenureCapacity
from app.questions.gaps.rules.finding import Gap, rule

MANY_SEATS = 3
"""How many seats for the sector are many for one person."""
ALL_OF = 2
"""The fewest seats of a group that count as all of them resting on one person."""

Carrier = tuple[str, str]
"""Person or Post, and the id: somebody named, or known only by an office."""


def carrier(standing: Standing, post: Post) -> Carrier | None:
    """Return the one person in a seat, named or known only by an office; None where it is several, a body or not clear.

    Deputies are left aside: who deputises does not carry the seat. A seat that no office fills and nobody holds is an
    office of its own.
    """
    if post.number > 1:
        return None
    tenures = [t for t in standing.tenures(post.id) if t.capacity is not TenureCapacity.DEPUTY]
    people = {tenure.holder_id for tenure in tenures if tenure.holder_is_person}
    if people:
        return ("Person", people.pop()) if len(people) == 1 else None
    chain = [office.post for office in standing.chain(post.id)]
    if not chain and tenures:
        return None
    roots = [each for each in (post, *chain) if not standing.fillings(each.id)]
    return ("Post", roots[0].id) if len(roots) == 1 and roots[0].number == 1 else None


@rule(GapKind.RESTS_ON_ONE, "Voices that rest on one person", many=str(MANY_SEATS), all_of=str(ALL_OF))
def rests_on_one(standing: Standing) -> Iterator[Gap]:
    """One person holds {many} or more seats for the sector's groups, or all of a group's {all_of} or more.

    A person may be known only by an office, such as a forum's chair whose holder has seats as of right.
    """
    carried: dict[Carrier, dict[str, Post]] = {}
    whole: dict[Carrier, list[str]] = {}
    for group, posts in sorted(seats_for(standing).items()):
        if not of_the_sector(standing.organizations.get(group)):
            continue
        each = [(carrier(standing, post), post) for post in posts]
        for who, post in each:
            if who:
                carried.setdefault(who, {})[post.id] = post
        alone = {who for who, _ in each}
        only = alone.pop() if len(alone) == 1 else None
        if len(posts) >= ALL_OF and only:
            whole.setdefault(only, []).append(group)
    for who, held in sorted(carried.items()):
        groups = whole.get(who, [])
        if len(held) < MANY_SEATS and not groups:
            continue
        posts = [held[id_] for id_ in sorted(held)]
        facts = [fact for post in posts for fact in facts_of(standing, post)]
        boards = dict.fromkeys(post.organization_id for post in posts)
        every = f", with every seat recorded for {all_called(standing, groups)} among them" if groups else ""
        yield Gap(
            GapKind.RESTS_ON_ONE,
            who[1],
            who[0],
            _home(standing, who, (*groups, *boards)),
            sentence(
                f"one person, {_named(standing, who)}, holds {counted(len(posts), 'seat')} for the sector, on"
                f" {all_called(standing, boards)}{every}"
            ),
            cited(facts),
            least_certain(facts),
            "A second person to share the seats, or a deputy for each.",
        )


@rule(GapKind.NO_DEPUTY, "Seats without a deputy")
def no_deputy(standing: Standing) -> Iterator[Gap]:
    """Nobody is recorded as deputy to the holders of these seats, on bodies where other seats have a deputy.

    Somebody who came once in a member's place is no deputy.
    """
    having: dict[str, list[Post]] = {}
    lacking: dict[str, list[Post]] = {}
    for post in standing.posts.values():
        capacities = {tenure.capacity for tenure in standing.tenures(post.id)}
        if TenureCapacity.DEPUTY in capacities:
            having.setdefault(post.organization_id, []).append(post)
        elif TenureCapacity.SUBSTANTIVE in capacities:
            lacking.setdefault(post.organization_id, []).append(post)
    for body, posts in lacking.items():
        for post in posts if body in having else ():
            who = listed(list(dict.fromkeys(tenure.holder_name for tenure in standing.tenures(post.id))))
            facts = facts_of(standing, post)
            others = counted(len(having[body]), "other seat")
            yield Gap(
                GapKind.NO_DEPUTY,
                post.id,
                "Post",
                body,
                sentence(
                    f"{who} in {seat_called(standing, post)} has no deputy recorded, though {others} there"
                    f" {'has' if len(having[body]) == 1 else 'have'} one"
                ),
                cited(facts),
                least_certain(facts),
                "A standing deputy for the seat.",
            )


def _named(standing: Standing, who: Carrier) -> str:
    kind, id_ = who
    if kind == "Person":
        return standing.name(id_)
    office = standing.posts[id_]
    return f"the {office_name(StandingOffice(office, standing.name(office.organization_id)))}, name not recorded"


def _home(standing: Standing, who: Carrier, others: Iterable[str]) -> str:
    """Return the body of the place that a person's finding is listed under: the office's, else the first concerned."""
    kind, id_ = who
    own = standing.register.own
    first = [standing.posts[id_].organization_id] if kind == "Post" else []
    known = [each for each in (*first, *others) if each in own]
    bodies = [each for each in known if not is_constituency(standing.organizations[each])]
    return (bodies or known or [""])[0]


PEOPLE_RULES = (rests_on_one, no_deputy)
