"""For which sector a seat counts, and what says so."""

from collections.abc import Iterable

from app.domain import vocabulary as words
from app.domain.standing import Standing
from app.domain.vocabulary import SectorSign


def sector_of(standing: Standing, post: str) -> tuple[words.Sector | None, SectorSign, tuple[str, ...]]:
    """Return a seat's sector, what says so, and the bodies it is taken from; several sectors make it multi-agency."""
    for sign, bodies in _signs(standing, post):
        if bodies:
            return _sector(standing, bodies), sign, bodies
    return None, SectorSign.NOT_RECORDED, ()


def _signs(standing: Standing, post: str) -> Iterable[tuple[SectorSign, tuple[str, ...]]]:
    yield SectorSign.SPEAKS_FOR, once(tie.organization_id for tie in standing.behalf(post))
    tenures = standing.tenures(post)
    yield SectorSign.HELD_BY, once(t.holder_id for t in tenures if not t.holder_is_person)
    yield SectorSign.OFFICE_OF, once(office.post.organization_id for office in standing.chain(post)[:1])
    people = once(tenure.holder_id for tenure in tenures if tenure.holder_is_person)
    yield (
        SectorSign.EMPLOYER,
        once(e.affiliation.organization_id for id_ in people for e in standing.employments(id_)),
    )


def _sector(standing: Standing, bodies: Iterable[str]) -> words.Sector | None:
    known = [standing.organizations[id_].sector for id_ in bodies if id_ in standing.organizations]
    sectors = {sector for sector in known if sector is not None}
    return words.Sector.MULTI_AGENCY if len(sectors) > 1 else next(iter(sectors), None)


def once(ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids, each once, in their order."""
    return tuple(dict.fromkeys(ids))
