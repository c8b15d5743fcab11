"""Gaps in people: much that rests on one person, seats without a deputy, and people who wear two hats."""

from collections.abc import Iterable, Iterator

from app.domain.bodies import is_constituency
from app.domain.carrying import ALL_OF, Key, carriers_of, office_called, one_person, resting_on_one
from app.domain.counting import count_seats
from app.domain.english import agree, counted, listed
from app.domain.records import Post
from app.domain.seats import facts_of, sector_groups
from app.domain.standing import Standing
from app.domain.telling import all_called, cited, least_certain, seat_called, sentence
from app.domain.vocabulary import CarrierKind, GapKind, PostState, TenureCapacity
from app.questions.gaps.rules.finding import Gap, rule

MANY_SEATS = 3
"""How many seats for the sector are many for one person."""


@rule(GapKind.RESTS_ON_ONE, "Voices that rest on one person", many=str(MANY_SEATS), all_of=str(ALL_OF))
def rests_on_one(standing: Standing) -> Iterator[Gap]:
    """One person holds {many} or more seats for the sector's groups, or all of a group's {all_of} or more.

    A person may be known only by an office, such as a forum's chair whose holder has seats as of right.
    """
    carried: dict[Key, list[Post]] = {}
    for post in standing.posts.values():
        for carrier in carriers_of(standing, post.id) if sector_groups(standing, post) else ():
            if who := one_person(standing, post.id, carrier):
                carried.setdefault(who, []).append(post)
    whole: dict[Key, list[str]] = {}
    for resting in resting_on_one(standing):
        whole.setdefault(resting.on, []).append(resting.group.id)
    for who, held in sorted(carried.items()):
        groups = sorted(whole.get(who, ()))
        if len(held) < MANY_SEATS and not groups:
            continue
        posts = sorted(held, key=lambda post: post.id)
        facts = [fact for post in posts for fact in facts_of(standing, post)]
        boards = dict.fromkeys(post.organization_id for post in posts)
        every = f", with every seat recorded for {all_called(standing, groups)} among them" if groups else ""
        yield Gap(
            GapKind.RESTS_ON_ONE,
            who[1],
            "Person" if who[0] is CarrierKind.PERSON else "Post",
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
        elif TenureCapacity.SUBSTANTIVE in capacities and standing.state(post.id) is PostState.FILLED:
            lacking.setdefault(post.organization_id, []).append(post)
    for body, posts in lacking.items():
        for post in posts if body in having else ():
            names = list(dict.fromkeys(tenure.holder_shown for tenure in standing.tenures(post.id)))
            have = agree(len(names), "has", "have")
            facts = facts_of(standing, post)
            others = counted(number := count_seats(having[body]), "other seat")
            yield Gap(
                GapKind.NO_DEPUTY,
                post.id,
                "Post",
                body,
                sentence(
                    f"{listed(names)} in {seat_called(standing, post)} {have} no deputy recorded, though {others} there"
                    f" {agree(number, 'has', 'have')} one"
                ),
                cited(facts),
                least_certain(facts),
                "A standing deputy for the seat.",
            )


def _named(standing: Standing, who: Key) -> str:
    kind, id_ = who
    return standing.name(id_) if kind is CarrierKind.PERSON else f"{office_called(standing, id_)}, name not recorded"


def _home(standing: Standing, who: Key, others: Iterable[str]) -> str:
    """Return the body of the place that a person's finding is listed under: the office's, else the first concerned."""
    kind, id_ = who
    own = standing.register.own
    first = [standing.posts[id_].organization_id] if kind is CarrierKind.OFFICE else []
    known = [each for each in (*first, *others) if each in own]
    bodies = [each for each in known if not is_constituency(standing.organizations[each])]
    return (bodies or known or [""])[0]


PEOPLE_RULES = (rests_on_one, no_deputy)
