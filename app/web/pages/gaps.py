"""The page of gaps: what is missing, rests on too little, or is worth knowing, with the rules; and its downloads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.domain.vocabulary import GapKind
from app.errors import BadInput
from app.exchange.problems import nearest
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of
from app.questions.gaps.foremost import MOST, foremost
from app.questions.gaps.rules import RULES, Rule
from app.reading.registers import are_few, places_known
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of gap: its rule, how many there are, and the address that shows only these."""

    kind: GapKind
    rule: Rule
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class OfKind:
    """What was found of one kind."""

    rule: Rule
    findings: tuple[Finding, ...]
    remedy: str
    """What would close each of them; empty where that is not the same for all."""


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
    first: tuple[Finding, ...]
    """The few that matter most, where there are more."""
    stated: tuple[OfKind, ...]
    """What a source itself says is missing or empty."""
    others: tuple[OfKind, ...]
    """What follows from the records or from their silence."""
    aged: tuple[Finding, ...]
    """Old sources that much rests on."""
    all_kinds: str
    """The address of the same question for every kind."""
    downloads: str
    """The same question as the end of a download's address."""
    sources: dict[str, Source]
    numbers: dict[str, int]
    """The sources that the findings cite, each with the number under which they cite it."""


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
    if area or await are_few(explorer, [place.id for place in places]):
        found = await find_gaps_of(explorer, area.id if area else None, kinds, as_at)
    name = f"Gaps in {area.name}" if area else "Gaps"
    counts = dict(found.counts) if found else {}
    lines = [
        KindLine(kind, RULES[kind], counts.get(kind, 0), _address(request, area, (kind,)), kind in kinds)
        for kind in ALL_KINDS
        if kind in RULES
    ]
    findings = found.findings if found else ()
    of_kinds = _by_kind(findings)
    aged = tuple(finding for finding in findings if finding.kind is GapKind.STALE)
    page = GapsPage(
        title=f"{name}: what is missing, and what rests on one person",
        area=area,
        places=places,
        proposed=as_at.include_proposed,
        found=found,
        lines=tuple(lines),
        filtered=bool(kinds),
        first=foremost(findings) if len(findings) > MOST else (),
        stated=tuple(each for each in of_kinds if each.rule.recorded_as_none),
        others=tuple(each for each in of_kinds if not each.rule.recorded_as_none),
        aged=aged,
        all_kinds=_address(request, area, ()),
        downloads=_query(request, area, kinds),
        sources=contents.sources,
        numbers=_numbers(of_kinds, contents.sources),
    )
    return render(request, page)


def _by_kind(findings: Sequence[Finding]) -> list[OfKind]:
    """Part the findings by kind, in the order of the kinds; those on old sources are told by themselves."""
    found: dict[GapKind, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.kind, []).append(finding)
    parted = []
    for kind in ALL_KINDS:
        if kind in found and kind is not GapKind.STALE:
            remedies = {finding.remedy for finding in found[kind]}
            parted.append(OfKind(RULES[kind], tuple(found[kind]), remedies.pop() if len(remedies) == 1 else ""))
    return parted


def _numbers(of_kinds: Iterable[OfKind], sources: Mapping[str, Source]) -> dict[str, int]:
    """Give sources numbers in the order in which the findings first cite them."""
    every = (finding for each in of_kinds for finding in each.findings)
    cited = dict.fromkeys(cite.source_id for finding in every for cite in finding.citations)
    return {id_: number for number, id_ in enumerate((id_ for id_ in cited if id_ in sources), start=1)}


def _query(request: Request, area: Area | None, kinds: tuple[GapKind, ...]) -> str:
    asked = request.query_params
    chosen = [("area", area.id if area else "")] + [("kind", kind.value) for kind in kinds]
    chosen += [(name, asked.get(name, "")) for name in ("on", "proposed")]
    return urlencode([(name, value) for name, value in chosen if value])


def _address(request: Request, area: Area | None, kinds: tuple[GapKind, ...]) -> str:
    query = _query(request, area, kinds)
    return f"/gaps?{query}" if query else "/gaps"
