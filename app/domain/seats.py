"""Whom a seat speaks for and who sends its holder: one function a question, which every answer calls."""

from app.domain.bodies import is_constituency, of_the_sector
from app.domain.records import Post
from app.domain.standing import Standing
from app.domain.telling import Sourced
from app.domain.vocabulary import LineType, YesNoNotRecorded


def speaks_for(standing: Standing, post: Post) -> tuple[str, ...]:
    """Return whom a seat speaks for directly, as "represented" means it; never the body that the seat is on.

    Those it is on behalf of; a body that itself holds it on behalf of no other body, a constituency being none; or,
    on behalf of nobody recorded, the bodies whose own posts' holders fill it.
    """
    named = [tie.organization_id for tie in standing.behalf(post.id)]
    found = list(named)
    bodies = {
        id_ for id_ in named if not (id_ in standing.organizations and is_constituency(standing.organizations[id_]))
    }
    holders = [holding.holder_id for holding in standing.holdings(post.id) if not holding.holder_is_person]
    found += [id_ for id_ in holders if bodies <= {id_}]
    if not named:
        found += [office.post.organization_id for office in standing.chain(post.id)]
    return tuple(dict.fromkeys(id_ for id_ in found if id_ != post.organization_id))


def seats_for(standing: Standing) -> dict[str, list[Post]]:
    """Return the seats that speak for each group directly, by the group's id."""
    found: dict[str, list[Post]] = {}
    for post in standing.posts.values():
        for id_ in speaks_for(standing, post):
            found.setdefault(id_, []).append(post)
    return found


def sent_by(standing: Standing, post: Post) -> tuple[str, ...]:
    """Return the bodies that a seat's holder comes from: the holder itself, its employer, or office that fills it."""
    found = [office.post.organization_id for office in standing.chain(post.id)]
    for tenure in standing.tenures(post.id):
        if tenure.holder_is_person:
            found += [each.affiliation.organization_id for each in standing.employments(tenure.holder_id)]
        else:
            found.append(tenure.holder_id)
    known = standing.organizations
    bodies = (id_ for id_ in found if id_ != post.organization_id and id_ in known and not is_constituency(known[id_]))
    return tuple(dict.fromkeys(bodies))


def facts_of(standing: Standing, post: Post) -> list[Sourced]:
    """Return the facts that say who sits in a seat and for whom: the seat, its ties, fillings, holdings and an end."""
    chain = [post.id, *(office.post.id for office in standing.chain(post.id))]
    fillings = [filling for id_ in chain for filling in standing.fillings(id_)]
    sitting = standing.sitting(post.id)
    return [post, *standing.behalf(post.id), *fillings, *sitting.tenures, *((sitting.left,) if sitting.left else ())]


def voices_of(standing: Standing, group: str) -> frozenset[str]:
    """Return a group, and the groups that exist to speak for it."""
    lines = standing.lines_to(group)
    return frozenset({group, *(line.from_id for line in lines if line.type is LineType.SPEAKS_FOR)})


def sector_groups(standing: Standing, post: Post) -> tuple[str, ...]:
    """Return the groups of the sector that a seat speaks for; none when it is not taken up."""
    if post.taken_up is YesNoNotRecorded.NO:
        return ()
    return tuple(id_ for id_ in speaks_for(standing, post) if of_the_sector(standing.organizations.get(id_)))
