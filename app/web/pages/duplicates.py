"""What may be recorded twice, for whoever may write there: each pair with what speaks for it, to be joined or not."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.addresses import FOLDERS
from app.domain.dates import spoken
from app.domain.english import listed, numbered
from app.domain.rights import Account, Role, may_edit
from app.errors import NotAllowed
from app.reading.catalogue import Name
from app.reading.duplicates import Candidate, Likeness
from app.reading.explorer import Explorer
from app.record.duplicates import Apart, Proposed, keep_apart, proposed
from app.web.shell.parameters import AreaAsked, OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, render_private, see
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)


@dataclass(frozen=True, slots=True)
class One:
    """One of a pair."""

    id: str
    name: str
    href: str
    also: str
    """What else it is called."""


@dataclass(frozen=True, slots=True)
class Twice:
    """A pair that may be one."""

    first: One
    second: One
    evidence: tuple[str, ...]
    joins: str
    """Where the two are joined; empty where that is for others."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A pair of which somebody said that they are two."""

    first: One
    second: One
    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DuplicatesPage(Page):
    """What may be recorded twice."""

    template = "duplicates.html"
    area: str
    place: str
    """The name of the place; empty for all."""
    answer: str
    pairs: tuple[Twice, ...]
    more: int
    apart: tuple[Remembered, ...]


@router.get("/duplicates")
async def duplicates_page(request: Request, explorer: OpenExplorer, reader: Reader, area: AreaAsked) -> Response:
    """List the pairs of a place, or of all places that somebody may write in."""
    account, id_ = reader.account, area.id if area else ""
    places = [id_] if id_ else sorted({grant.place for grant in account.grants if may_edit(account, grant.place)})
    if not places or not all(may_edit(account, place) for place in places):
        raise NotAllowed("Only those who may write in a place see what may be recorded twice there.")
    everything = await _everything(explorer, [""] if "" in places else places)
    name = area.name if area else ""
    count, where = len(everything.pairs) + everything.more, f" in {name}" if name else ""
    said = (
        f"{numbered(count, 'pair')} may be recorded twice{where}."
        if count
        else f"Nothing seems to be recorded twice{where}."
    )
    page = DuplicatesPage(
        title=f"What may be recorded twice{where}",
        area=id_,
        place=name,
        answer=said[0].upper() + said[1:],
        pairs=tuple(_twice(it, account) for it in everything.pairs),
        more=everything.more,
        apart=tuple(map(_remembered, everything.apart)),
    )
    return render_private(request, page, reader)


@router.post("/duplicates")
async def decide(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Remember that two are two, or forget it again."""
    apart = fields.get("decision") != "forget"
    await keep_apart(explorer, fields.get("one", ""), fields.get("other", ""), reader.account, apart=apart)
    area = fields.get("area", "")
    return see(request, f"/duplicates?{urlencode({'area': area})}" if area else "/duplicates")


async def _everything(explorer: Explorer, places: list[str]) -> Proposed:
    """Put together what is proposed in several places."""
    found = [await proposed(explorer, place) for place in places]
    pairs = sorted((pair for it in found for pair in it.pairs), key=lambda it: -it.score)
    apart = {(it.first.id, it.second.id): it for each in found for it in each.apart}
    return Proposed(tuple(pairs), sum(it.more for it in found), tuple(apart.values()))


def _twice(it: Likeness, account: Account) -> Twice:
    may = all(account.may(Role.STEWARD, each.place) for each in (it.first, it.second))
    # The one of which more is recorded stays, unless somebody swaps them.
    stays, goes = sorted((it.first, it.second), key=lambda each: -len(each.bodies) - len(each.meetings))
    joins = f"/edit/merge?{urlencode({'one': stays.id, 'other': goes.id})}" if may else ""
    return Twice(_one(it.first), _one(it.second), it.evidence, joins)


def _one(it: Candidate | Name) -> One:
    name, *also = it.names if isinstance(it, Candidate) else (it.name, *it.others)
    return One(it.id, name, f"{FOLDERS[it.label]}{it.id}", listed(also[:4]))


def _remembered(it: Apart) -> Remembered:
    day = spoken(datetime.fromtimestamp(it.moment / 1000, UTC).date().isoformat())
    return Remembered(_one(it.first), _one(it.second), f"{it.by or 'Somebody'} said on {day} that they are two.")
