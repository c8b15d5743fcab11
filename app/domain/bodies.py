"""What a body is and whether it is there on a day: one function a question, which every answer calls.

The database asks the same of its own in the fragments of `cypher/fragments`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from app.domain.as_at import AsAt
from app.domain.dates import earliest, latest
from app.domain.english import names_several
from app.domain.records import Area, Organization, Period
from app.domain.vocabulary import Classification, LifecycleStatus, OrganizationKind, Sector

SECTOR = frozenset({Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH})
"""The sectors whose voice the questions are about."""
_SECTOR_CLASSES = frozenset({Classification.CHARITY, Classification.COMMUNITY_GROUP, Classification.FAITH_GROUP})
BOARDS = frozenset(
    {Classification.LSP, Classification.PARTNERSHIP_BOARD, Classification.EXECUTIVE, Classification.COMMITTEE}
)
"""The sorts of body that decide or advise for a partnership, where a seat is a say."""
FORUMS = frozenset({Classification.FORUM, Classification.NETWORK})
"""The sorts of body that exist to bring people together and be heard through."""
_NOT_PASSED = frozenset(
    {Classification.COUNCIL, Classification.DEPARTMENT, Classification.STATUTORY_BODY, Classification.CONSTITUENCY}
)


class Sorted(Protocol):
    """What is known of a body when bodies are counted."""

    @property
    def classification(self) -> Classification:
        """What sort of body it is."""
        ...

    @property
    def kind(self) -> OrganizationKind:
        """Whether it is a body at all, or people at large."""
        ...

    @property
    def status(self) -> LifecycleStatus:
        """Whether it is only proposed, at work or disbanded."""
        ...

    @property
    def period(self) -> Period:
        """From its founding to its end."""
        ...

    @property
    def last_day(self) -> date | None:
        """The last day on which it can have been there; nothing while no end of it is known."""
        ...


class OfSector(Sorted, Protocol):
    """The same, with the sector it is of."""

    @property
    def sector(self) -> Sector | None:
        """Its sector, where one is recorded."""
        ...


def is_constituency(body: Sorted) -> bool:
    """Tell whether it is people at large, and no body: seats are held for them, none are on them."""
    return body.kind is OrganizationKind.CONSTITUENCY or body.classification is Classification.CONSTITUENCY


def grammatical_number(body: Organization) -> int:
    """Return the number that verbs after a body's name agree with: 22 for wards, 2 for `Carers`, 1 for a forum."""
    return 2 if body.count == 1 and is_constituency(body) and names_several(body.name) else body.count


def is_a_board(body: Sorted) -> bool:
    """Tell whether a body is a board: an LSP, a partnership board, an executive or a committee; sub-groups are not."""
    return body.classification in BOARDS


def of_the_sector(body: OfSector | None) -> bool:
    """Tell whether a body is a voluntary, community or faith one, or people at large of no other sector.

    Where no sector is recorded, charities, community groups and faith groups are taken to be; so are constituencies,
    which are carers, users or residents.
    """
    if body is None:
        return False
    if body.sector is None:
        return is_constituency(body) or body.classification in _SECTOR_CLASSES
    return body.sector in SECTOR


def has_ended(body: Sorted, on: date) -> bool:
    """Tell whether a body is no more on the day: after its last.

    One whose end is dated is there on that date. One that is disbanded, nobody says when, was no more when the newest
    source of it was published; where no source of it has a date either, it is none on any day.
    """
    if body.period.until:
        return latest(body.period.until) < on
    if body.last_day:
        return body.last_day < on
    return body.status is LifecycleStatus.DISBANDED


def within_its_time(body: Sorted, on: date) -> bool:
    """Tell whether a body has begun and not ended on the day: `within_its_time` of the queries, for values."""
    return earliest(body.period.since) <= on and not has_ended(body, on)


def is_there(body: Sorted, as_at: AsAt) -> bool:
    """Tell whether a body is there on the day: begun, not ended, and not only proposed unless that is asked for."""
    mere = body.status is LifecycleStatus.PROPOSED and not as_at.include_proposed
    return not mere and within_its_time(body, as_at.on)


def counts_as_a_body(body: Sorted, as_at: AsAt) -> bool:
    """Tell whether a body is one of those that a place has: there on the day, and no people at large.

    One that stands for 22 alike is one body, which says 22.
    """
    return is_there(body, as_at) and not is_constituency(body)


def may_pass(sector: str | None, classification: str) -> bool:
    """Tell whether a voice may pass through a body, by the words of the vocabulary.

    A seat on a statutory body does not make it one's voice, and people at large never meet. Whether a committee is one
    of a statutory body is asked apart.
    """
    return sector != Sector.STATUTORY and classification not in _NOT_PASSED


def home_of(body: Organization) -> str:
    """Return the place that a body is at home in: that of its id, else the first of those it is in; always the same."""
    place = body.id.partition("/")[0]
    return place if place in body.area_ids else min(body.area_ids, default=place)


def places_elsewhere(bodies: Iterable[Organization], place: str, areas: Mapping[str, Area]) -> dict[str, str]:
    """Return, of the bodies that are not of a place, the name of the one that each is at home in, by the body's id.

    A body of the county or country that the place lies in is of that; a joint body of neighbours is of each of them.
    Where no body is the place's own, none is from elsewhere.
    """
    over, at = set[str](), place
    while (at := (areas[at].part_of_id if at in areas else None) or "") and at not in over:
        over.add(at)
    homes = {body.id: (home_of(body), place in body.area_ids) for body in bodies}
    away = {id_: home for id_, (home, is_here) in homes.items() if home in over - {place} or not is_here}
    if len(away) == len(homes):
        return {}
    return {id_: areas[home].name if home in areas else home for id_, home in away.items()}
