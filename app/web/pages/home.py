"""The front page: the question first, then the places; and the search behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.counting import BodyCounts
from app.domain.english import name_order
from app.domain.records import Area, Source
from app.questions.members.in_short import who_chairs
from app.questions.representation.in_short import Short, answered_in_short, who_sits_on
from app.reading.catalogue import Contents, Name
from app.reading.examples import Examples, find_examples
from app.reading.explorer import Explorer
from app.reading.leads import MissingNote, asked_about, asks_who_chairs, asks_who_sits, leads_for, missing_about
from app.reading.mentions import search_or_mentions
from app.reading.resolving import what_it_is
from app.reading.search import LONGEST, has_text, nearest
from app.reading.topics import Lead
from app.web.pages.saved_questions import ShownQuestion, questions_at
from app.web.pages.suggest import address
from app.web.shell.parameters import AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

MOST_HITS = 30
"""What a search lists at most."""
MOST_QUESTIONS = 7
"""Saved questions on the front page: the first of them by their order."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place on the front page."""

    area: Area
    counts: BodyCounts
    within: Area | None
    """The area that it is part of."""
    parts: tuple[Area, ...]
    """Its own parts that have no card of their own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePage(Page):
    """What the front page shows."""

    template = "home.html"
    places: tuple[PlaceCard, ...]
    examples: tuple[tuple[Area, Examples], ...]
    """What to ask about, place by place."""
    questions: tuple[ShownQuestion, ...]
    """The first of the saved questions."""
    source_count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found."""

    name: Name
    address: str
    what: str
    """What it is, and where."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage(Page):
    """What a search shows."""

    template = "search.html"
    text: str
    answers: tuple[Short, ...]
    """The answer itself, where the question names whom it is about."""
    leads: tuple[Lead, ...]
    """Where it is answered, when it is a question, or a word for people at large."""
    missing: tuple[MissingNote, ...]
    """What is said to be missing in these words."""
    found: tuple[Hit, ...]
    near: tuple[Hit, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcesPage(Page):
    """The list of sources."""

    template = "sources.html"
    sources: tuple[Source, ...]
    """By title."""
    find: str
    """What is looked for in titles and publishers; empty for all."""
    number: int
    """How many there are in all."""


@router.get("/")
async def home(request: Request, explorer: OpenExplorer, as_at: AsAtAsked) -> Response:
    """Ask the question, and list the places."""
    contents = await explorer.catalogue.contents()
    examples = await _examples(request, explorer, contents, as_at.on)
    page = HomePage(
        title="Who represents us where?",
        places=tuple(_cards(contents, as_at)),
        examples=tuple((contents.areas[example.area], example) for example in examples),
        questions=(await questions_at(explorer, None))[:MOST_QUESTIONS] if contents.areas else (),
        source_count=len(contents.sources),
    )
    return render(request, page)


async def _examples(request: Request, explorer: Explorer, contents: Contents, on: date) -> list[Examples]:
    """Return the examples, chosen anew only when the data or the day has changed."""
    state = request.app.state
    kept: tuple[Contents, date, list[Examples]] | None = getattr(state, "examples", None)
    if kept is None or kept[0] is not contents or kept[1] != on:
        kept = state.examples = (contents, on, await find_examples(explorer, contents, on))
    return kept[2]


def _cards(contents: Contents, as_at: AsAt) -> list[PlaceCard]:
    """Make a card of each place, with its localities on it: the parts of which less is recorded than of the whole."""
    areas = sorted(contents.areas.values(), key=lambda area: name_order(area.name))
    counts = {area.id: contents.counts(area.id, as_at) for area in areas}
    parts: dict[str, list[Area]] = {}
    for area in areas:
        whole = area.part_of_id
        if whole in counts and contents.sizes.get(area.id, 0) < contents.sizes.get(whole, 0):
            parts.setdefault(whole, []).append(area)
    on_a_card = {part.id for them in parts.values() for part in them} - parts.keys()
    return [
        PlaceCard(area, counts[area.id], contents.areas.get(area.part_of_id or ""), tuple(parts.get(area.id, ())))
        for area in areas
        if area.id not in on_a_card
    ]


@router.get("/search")
async def find(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, q: str = "") -> Response:
    """List what is called something like a text, and where it is answered when it is a question."""
    contents = await explorer.catalogue.contents()
    found = await search_or_mentions(explorer.catalogue, q, first=MOST_HITS)
    leads = await leads_for(explorer.catalogue, q, found=bool(found)) if q.strip() else []
    missing = await missing_about(explorer, q, as_at)
    group, board = await asked_about(explorer.catalogue, q)
    answers = await _answers(explorer, q, group, board, as_at)
    near = [] if found else await nearest(explorer.catalogue, q, 5)
    title = f"Search: {q[:60]}" if q else "Search"
    page = SearchPage(
        title=title,
        text=q[:LONGEST],
        answers=tuple(answers),
        leads=tuple(leads),
        missing=tuple(missing),
        found=_hits(found, contents),
        near=_hits(near, contents),
    )
    return render(request, page, noindex=True)


async def _answers(explorer: Explorer, q: str, group: str, board: str, as_at: AsAt) -> list[Short]:
    """Answer a question in a sentence: who chairs or sits on the one body that it names, or who speaks for whom."""
    alone = "" if group and board else group or board
    chairs = await who_chairs(explorer, alone, as_at) if alone and asks_who_chairs(q) else []
    sitting = await who_sits_on(explorer, board or group, as_at) if asks_who_sits(q) and not chairs else []
    return chairs or sitting or await answered_in_short(explorer, group, board, as_at)


def _hits(names: Iterable[Name], contents: Contents) -> tuple[Hit, ...]:
    return tuple(Hit(name, address(name), what_it_is(name, contents)) for name in names)


@router.get("/sources")
async def sources(request: Request, explorer: OpenExplorer, find: str = "") -> Response:
    """List the documents that facts come from; with `find`, those with its words in title or publisher."""
    contents = await explorer.catalogue.contents()
    by_title = sorted(contents.sources.values(), key=lambda source: name_order(source.title))
    find = find.strip()[:LONGEST]
    shown = tuple(it for it in by_title if not find or has_text(find, it.title, it.publisher or ""))
    return render(request, SourcesPage(title="Sources", sources=shown, find=find, number=len(by_title)))
