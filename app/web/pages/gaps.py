"""The page of gaps: what is missing, rests on too little, or is worth knowing, with the rules; and its downloads."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.records import Area, Organization, Source
from app.domain.vocabulary import GapKind
from app.errors import BadInput
from app.exchange.problems import nearest
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of, gaps_table
from app.questions.gaps.rules import RULES, Rule
from app.reading.explorer import Explorer
from app.reading.registers import MOST_PLACES, areas_asked, places_known
from app.web.pages.exports import exported
from app.web.shell.render import Page, day_of, explorer_of, proposed_of, render

router = APIRouter()

Groups = tuple[tuple[Organization, tuple[Finding, ...]], ...]


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of gap: its rule, how many there are, and the address that shows only these."""

    kind: GapKind
    rule: Rule
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class GapsPage(Page):
    """What the page of gaps shows; nothing found when there are too many places to answer for all at once."""

    area: Area | None
    places: tuple[Area, ...]
    """The places to choose from."""
    on: date
    proposed: bool
    found: GapsFound | None
    lines: tuple[KindLine, ...]
    filtered: bool
    """Whether only some kinds are shown."""
    stated: Groups
    """What a source records as none or empty, by body."""
    others: Groups
    """What follows from the records or from their silence, by body."""
    aged: Groups
    """Bodies of which only the age of the sources is found."""
    all_kinds: str
    """The address of the same question for every kind."""
    downloads: str
    """The same question as the end of a download's address."""
    sources: dict[str, Source]


@router.get("/gaps")
async def gaps(request: Request, area: str = "") -> Response:
    """List the gaps of a place, or of all while they are few, by body."""
    explorer, on, proposed = explorer_of(request), day_of(request), proposed_of(request)
    kinds = kinds_of(request)
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    chosen = await _area(explorer, area)
    found = None
    if chosen or len(places) <= MOST_PLACES:
        found = await find_gaps_of(explorer, area or None, kinds, AsAt(on, proposed))
    name = f"Gaps in {chosen.name}" if chosen else "Gaps"
    counts = dict(found.counts) if found else {}
    lines = [
        KindLine(kind, RULES[kind], counts.get(kind, 0), _address(request, area, (kind,)), kind in kinds)
        for kind in ALL_KINDS
        if kind in RULES
    ]
    stated, others, aged = _split(found)
    page = GapsPage(
        f"{name}: what is missing, and what rests on one person",
        chosen,
        places,
        on,
        proposed,
        found,
        tuple(lines),
        bool(kinds),
        stated,
        others,
        aged,
        _address(request, area, ()),
        _query(request, area, kinds),
        contents.sources,
    )
    return render(request, "gaps.html", page)


@router.get("/gaps.{format}")
async def gaps_file(request: Request, format: str, area: str = "") -> Response:
    """Return the same list as a table: `gaps.csv` or `gaps.xlsx`."""
    found = await find_gaps_of(
        explorer_of(request),
        area or None,
        kinds_of(request),
        AsAt(day_of(request), proposed_of(request)),
    )
    contents = await explorer_of(request).catalogue.contents()
    return await exported(
        explorer_of(request), [gaps_table(found, contents)], format, f"gaps-{area}" if area else "gaps"
    )


def kinds_of(request: Request) -> tuple[GapKind, ...]:
    """Read the kinds that an address names; none is all of them. BadInput says which word is no kind."""
    kinds = []
    for text in request.query_params.getlist("kind"):
        try:
            kinds.append(GapKind(text.strip().lower()))
        except ValueError:
            near = nearest(text.lower(), [kind.value for kind in ALL_KINDS])
            meant = f"; did you mean {near}?" if near else f": expected one of {', '.join(ALL_KINDS)}."
            raise BadInput(f"'{text[:40]}' is no kind of gap{meant}") from None
    return tuple(kinds)


async def _area(explorer: Explorer, area: str) -> Area | None:
    if not area:
        return None
    await areas_asked(explorer, area)
    return (await explorer.catalogue.contents()).areas[area]


def _split(found: GapsFound | None) -> tuple[Groups, Groups, Groups]:
    """Part the findings by body: what a source states, the rest, and bodies with nothing but old sources."""
    stated: list[tuple[Organization, tuple[Finding, ...]]] = []
    others: list[tuple[Organization, tuple[Finding, ...]]] = []
    aged: list[tuple[Organization, tuple[Finding, ...]]] = []
    for body, findings in found.by_body() if found else ():
        said = tuple(finding for finding in findings if finding.recorded_as_none)
        rest = tuple(finding for finding in findings if not finding.recorded_as_none)
        if said:
            stated.append((body, said))
        if rest:
            only_aged = all(finding.kind is GapKind.STALE for finding in rest)
            (aged if only_aged else others).append((body, rest))
    return tuple(stated), tuple(others), tuple(aged)


def _query(request: Request, area: str, kinds: tuple[GapKind, ...]) -> str:
    asked = request.query_params
    chosen = [("area", area)] + [("kind", kind.value) for kind in kinds]
    chosen += [(name, asked.get(name, "")) for name in ("on", "proposed")]
    return urlencode([(name, value) for name, value in chosen if value])


def _address(request: Request, area: str, kinds: tuple[GapKind, ...]) -> str:
    query = _query(request, area, kinds)
    return f"/gaps?{query}" if query else "/gaps"
