"""The page of fragility: who carries how much, what has no deputy, whose term ends, and what if somebody left."""

import asyncio
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.questions.fragility import words as told_as
from app.questions.fragility.ask import FragilePlace, ToldFragility, find_fragility
from app.questions.fragility.holders import holder_meant
from app.questions.fragility.rules import Departure, Ending, by_window
from app.reading.explorer import Explorer
from app.reading.registers import are_few, places_known
from app.reading.resolving import resolve
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

WINDOW_NAMES = {0: "Ended", 30: "Within 30 days", 90: "Within 90 days", 180: "Within 180 days"}


@dataclass(frozen=True, slots=True)
class Left:
    """What would happen if somebody left, in sentences."""

    departure: Departure
    sentence: str
    silences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FragilityPage(Page):
    """What the page shows: one place in full, or a line a place to choose from."""

    template = "fragility.html"
    area: Area | None
    areas: tuple[Area, ...]
    proposed: bool
    place: FragilePlace | None
    summary: tuple[tuple[Area, ToldFragility], ...]
    """Every place in short, when none is chosen and they are few."""
    told: ToldFragility | None
    windows: tuple[tuple[str, tuple[Ending, ...]], ...]
    person: str
    left: Left | None
    sources: dict[str, Source]
    words: object = told_as


@router.get("/fragility")
async def fragility(
    request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: AreaAsked, person: str = ""
) -> Response:
    """Show how much rests on how few in a place; with `person`, what would happen if they left."""
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    chosen = area.id if area else await _place_of(explorer, person)
    told, left = None, None
    summary: tuple[tuple[Area, ToldFragility], ...] = ()
    if chosen:
        told = await find_fragility(explorer, chosen, as_at)
    elif await are_few(explorer, [place.id for place in places]):
        found = await asyncio.gather(*(find_fragility(explorer, each.id, as_at) for each in places))
        summary = tuple(zip(places, found, strict=True))
    if told and person.strip():
        person = await holder_meant(explorer, told, person)
        left = _left(told, person)
    place = told.places[0] if told else None
    windows = by_window(told.endings) if told else {}
    page = FragilityPage(
        title=f"What rests on how few in {place.area.name}?" if place else "What rests on how few?",
        area=place.area if place else None,
        areas=places,
        proposed=as_at.include_proposed,
        place=place,
        summary=summary,
        told=told,
        windows=tuple((WINDOW_NAMES[days], found) for days, found in windows.items()),
        person=person.strip(),
        left=left,
        sources=contents.sources,
    )
    return render(request, page, noindex=left is not None)


async def _place_of(explorer: Explorer, person: str) -> str:
    """Return the place of whom an address names without one: that of the id, else of whoever goes by that name."""
    place, _, rest = person.strip().partition("/")
    contents = await explorer.catalogue.contents()
    if not place or (rest and place in contents.areas):
        return place
    return (await resolve(explorer.catalogue, person)).place


def _left(told: ToldFragility, person: str) -> Left:
    place, departure = told.if_left(person)
    return Left(
        departure,
        told_as.leaving(departure),
        told_as.silenced(place.fragility, departure),
    )
