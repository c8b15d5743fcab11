"""Who is on a body, to be printed with an agenda: its members with the names that the list needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import home_of
from app.domain.ending import Ending
from app.errors import UnknownId
from app.questions.balance.rules import SeatCount, balance_of
from app.questions.members.rules import Member, members_of
from app.questions.representation.ask import Freshness, freshness
from app.reading.endings import find_endings
from app.reading.explorer import Explorer
from app.reading.registers import standing_of
from app.reading.resolving import BODIES
from app.reading.search import nearest


@dataclass(frozen=True, slots=True)
class MemberList:
    """The members of a body on a day, with the bodies that it names, and how old it is."""

    of: r.Organization
    on: date
    include_proposed: bool
    members: tuple[Member, ...]
    meetings: tuple[r.Meeting, ...]
    """The meetings over which attendance is counted, the first one first."""
    count: SeatCount
    bodies: Mapping[str, r.Organization]
    fresh: Freshness
    ending: Ending | None

    def named(self, ids: Iterable[str]) -> list[r.Organization]:
        """Return the bodies with these ids; one that is not public is left out."""
        return [self.bodies[id_] for id_ in ids if id_ in self.bodies]


async def find_members(explorer: Explorer, of: str, as_at: AsAt) -> MemberList:
    """List who is on a body, by its id; UnknownId, with the nearest names, when no public body has it."""
    body = (await explorer.reader.organizations([of])).get(of)
    if body is None:
        near = await nearest(explorer.catalogue, of.rpartition("/")[2], labels=BODIES)
        raise UnknownId(f"No organization has the id '{of}'.", [(name.id, name.name) for name in near], of)
    standing = await standing_of(explorer, home_of(body), as_at)
    members, meetings = members_of(standing, of)
    cited = [member.sitting.citations for member in members]
    cited += [meeting.citations for meeting in meetings]
    ids = {cite.source_id for cites in cited or [body.citations] for cite in cites}
    return MemberList(
        body,
        as_at.on,
        as_at.include_proposed,
        members,
        meetings,
        balance_of(standing, of).whole,
        standing.organizations,
        freshness(await explorer.catalogue.contents(), ids),
        (await find_endings(explorer, [body], as_at.on)).get(of),
    )
