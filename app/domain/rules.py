"""What the rules read from a register as it stands: whom a seat speaks for, whose body is whose, words, sources."""

from collections.abc import Iterable
from typing import Protocol

from app.domain.dates import latest
from app.domain.english import listed, role_name, with_article
from app.domain.records import Citation, Organization, Post
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty, Classification, LifecycleStatus, OrganizationKind, Sector

SECTOR = frozenset({Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH})
"""The sectors whose voice the questions are about."""
_SECTOR_CLASSES = frozenset({Classification.CHARITY, Classification.COMMUNITY_GROUP, Classification.FAITH_GROUP})
_SURENESS = list(Certainty)


class Sourced(Protocol):
    """A fact with its sources and how sure it is."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is recorded."""
        ...

    @property
    def certainty(self) -> Certainty:
        """How sure it is."""
        ...


def cited(facts: Iterable[Sourced]) -> tuple[Citation, ...]:
    """Return the sources of facts, each once, in the order of the facts."""
    return tuple(dict.fromkeys(citation for fact in facts for citation in fact.citations))


def least_certain(facts: Iterable[Sourced], at_most: Certainty = Certainty.STATED) -> Certainty:
    """Return how sure the least certain of facts is."""
    return max((at_most, *(fact.certainty for fact in facts)), key=_SURENESS.index)


def is_constituency(body: Organization) -> bool:
    """Tell whether it is people at large, and no body."""
    return body.kind is OrganizationKind.CONSTITUENCY


def of_the_sector(body: Organization | None) -> bool:
    """Tell whether a body is a voluntary, community or faith one, or people at large of no other sector.

    Where no sector is recorded, charities, community groups and faith groups are taken to be; so are constituencies,
    which are carers, users or residents.
    """
    if body is None:
        return False
    if body.sector is None:
        return is_constituency(body) or body.classification in _SECTOR_CLASSES
    return body.sector in SECTOR


def has_ended(body: Organization, standing: Standing) -> bool:
    """Tell whether a body is disbanded on the day; one whose end is dated is not before it."""
    if body.period.until:
        return latest(body.period.until) < standing.on
    return body.status is LifecycleStatus.DISBANDED


def is_there(body: Organization, standing: Standing) -> bool:
    """Tell whether a body is there on the day: begun, not disbanded, and not only proposed unless that is asked for."""
    if body.status is LifecycleStatus.PROPOSED and not standing.as_at.include_proposed:
        return False
    return standing.as_at.within(body.period) and not has_ended(body, standing)


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
    """Return the facts that say who sits in a seat and for whom: the seat, its ties, fillings and holdings."""
    chain = [post.id, *(office.post.id for office in standing.chain(post.id))]
    fillings = [filling for id_ in chain for filling in standing.fillings(id_)]
    return [post, *standing.behalf(post.id), *fillings, *standing.tenures(post.id)]


def called(standing: Standing, id_: str) -> str:
    """Write a body's name within a sentence: `the Mental Health Forum`."""
    return with_article(standing.name(id_))


def all_called(standing: Standing, ids: Iterable[str], last: str = "and") -> str:
    """Write several bodies' names within a sentence."""
    return listed([called(standing, id_) for id_ in ids], last)


def seat_called(standing: Standing, post: Post) -> str:
    """Write a seat within a sentence: `the seat “Chair” on the Carers Forum`, `the 2 seats for carers on ...`."""
    groups = [tie.organization_id for tie in standing.behalf(post.id)]
    noun = "the seat" if post.number == 1 else f"the {post.number} seats"
    if post.label:
        noun += f" “{post.label}”"
    told = any(standing.name(id_).lower().removeprefix("the ") in (post.label or "").lower() for id_ in groups)
    if groups and not told:
        noun += f" for {all_called(standing, groups)}"
    elif not post.label:
        noun += f" of {role_name(post.role)}"
    return f"{noun} on {called(standing, post.organization_id)}"


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
