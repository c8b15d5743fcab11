"""The page of gaps: what is missing, rests on too little, or is worth knowing, with the rules; and its downloads."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.records import Area, Organization, Source
from app.domain.vocabulary import GapKind
from app.errors import BadInput
from app.exchange.problems import nearest
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of
from app.questions.gaps.rules import RULES, Rule
from app.reading.registers import MOST_PLACES, places_known
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

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


@dataclass(frozen=True, kw_only=True, slots=True)
class GapsPage(Page):
    """What the page of gaps shows; nothing found when there are too many places to answer for all at once."""

    template = "gaps.html"
    area: Area | None
    places: tuple[Area, ...]
    """The places to choose from."""
    proposed: bool
    found: GapsFound | None
    lines: tuple[KindLine, ...]
    filtered: bool
    """Whether only some kinds are shown."""
    stated: Groups
    """What a source records as none or empty, by body."""
    others: Groups
    """What follows from the records or from their silence, by body."""
    aged: tuple[Finding, ...]
    """Old sources that much rests on."""
    all_kinds: str
    """The address of the same question for every kind."""
    downloads: str
    """The same question as the end of a download's address."""
    sources: dict[str, Source]


async def kinds_asked(
    kind: Annotated[
        list[str],
        Query(
            default_factory=list,
            description="Only gaps of these kinds; all unless named.",
            examples=[["vacant_post"]],
            json_schema_extra={"items": {"type": "string", "enum": [kind.value for kind in ALL_KINDS]}},
        ),
    ],
) -> tuple[GapKind, ...]:
    """Return the kinds that an address names; none is all of them. BadInput says which word is no kind."""
    kinds = []
    for text in kind:
        try:
            kinds.append(GapKind(text.strip().lower()))
        except ValueError:
            near = nearest(text.lower(), [kind.value for kind in ALL_KINDS])
            meant = f"; did you mean {near}?" if near else f": expected one of {', '.join(ALL_KINDS)}."
            raise BadInput(f"'{text[:40]}' is not a kind of gap{meant}") from None
    return tuple(kinds)


KindsAsked = Annotated[tuple[GapKind, ...], Depends(kinds_asked)]


@router.get("/gaps", include_in_schema=False)
async def gaps(
    request: Request, explorer: OpenExplorer, as_at: AsAtAsked, kinds: KindsAsked, area: AreaAsked
) -> Response:
    """List the gaps of a place, or of all while they are few, by body."""
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    found = None
    if area or len(places) <= MOST_PLACES:
        found = await find_gaps_of(explorer, area.id if area else None, kinds, as_at)
    name = f"Gaps in {area.name}" if area else "Gaps"
    counts = dict(found.counts) if found else {}
    lines = [
        KindLine(kind, RULES[kind], counts.get(kind, 0), _address(request, area, (kind,)), kind in kinds)
        for kind in ALL_KINDS
        if kind in RULES
    ]
    stated, others, aged = _split(found)
    page = GapsPage(
        title=f"{name}: what is missing, and what rests on one person",
        area=area,
        places=places,
        proposed=as_at.include_proposed,
        found=found,
        lines=tuple(lines),
        filtered=bool(kinds),
        stated=stated,
        others=others,
        aged=aged,
        all_kinds=_address(request, area, ()),
        downloads=_query(request, area, kinds),
        sources=contents.sources,
    )
    return render(request, page)


def _split(found: GapsFound | None) -> tuple[Groups, Groups, tuple[Finding, ...]]:
    """Part the findings: what a source states and the rest, both by body, and old sources."""
    stated: list[tuple[Organization, tuple[Finding, ...]]] = []
    others: list[tuple[Organization, tuple[Finding, ...]]] = []
    for body, findings in found.by_body() if found else ():
        said = tuple(finding for finding in findings if finding.recorded_as_none)
        rest = tuple(finding for finding in findings if not finding.recorded_as_none)
        if said:
            stated.append((body, said))
        if rest:
            others.append((body, rest))
    aged = [finding for finding in found.findings if finding.kind is GapKind.STALE] if found else []
    return tuple(stated), tuple(others), tuple(aged)


def _query(request: Request, area: Area | None, kinds: tuple[GapKind, ...]) -> str:
    asked = request.query_params
    chosen = [("area", area.id if area else "")] + [("kind", kind.value) for kind in kinds]
    chosen += [(name, asked.get(name, "")) for name in ("on", "proposed")]
    return urlencode([(name, value) for name, value in chosen if value])


def _address(request: Request, area: Area | None, kinds: tuple[GapKind, ...]) -> str:
    query = _query(request, area, kinds)
    return f"/gaps?{query}" if query else "/gaps"
