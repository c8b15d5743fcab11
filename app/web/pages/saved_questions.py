"""Saved questions: all of them, and one with its blanks to fill and its answer in short."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import JSONResponse, Response

from app.domain.records import Area
from app.domain.saved_question import Blank, SavedQuestion
from app.domain.vocabulary import BlankKind
from app.errors import Ambiguous
from app.questions.saved_questions.answering import Answered
from app.questions.saved_questions.ask import answer_filled, saved_questions
from app.questions.saved_questions.blanks import Filled, fill, options
from app.reading.catalogue import Contents, Name
from app.reading.explorer import Explorer
from app.reading.registers import places_known
from app.reading.resolving import what_it_is
from app.reading.suggesting import suggest
from app.web.pages.suggest import TypedText
from app.web.shell.describing import LOOKUPS, Shape, answered_with
from app.web.shell.named import as_meant, settled
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter()

MOST_OPTIONS = 160
"""Longer lists are typed into: nobody reads them."""
MOST_ITEMS = 40
"""Lines of an answer that are shown here; the full page has all."""


FULL = (
    ("/who", "", "Who represents us where?"),
    ("/gaps", "area", "Gaps: what is missing, and what rests on one person"),
    ("/routes", "", "Routes: how a voice gets from a group to a board"),
    ("/changes", "area", "Changes between two days"),
    ("/fragility", "area", "Fragility: who carries how much, and whose time ends"),
    ("/report-back", "area", "Report-back: who owes whom a report"),
    ("/balance", "area", "Who is on a board, by sector"),
    ("/capacity", "area", "What forums have to work with, side by side"),
    ("/compare", "left", "Two places next to each other"),
    ("/relationships", "area", "The relationship map of a place"),
)
"""The pages that answer in full: address, the name under which each takes a place, and what it is called."""


class NameForBlank(Shape):
    """A name that may fill a blank."""

    name: str
    value: str
    """The id to send."""
    what: str
    """What it is, and where."""


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as it stands in a list: its sentence in pieces, and its address."""

    question: SavedQuestion
    parts: tuple[tuple[str, bool], ...]
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionsPage(Page):
    """The list of questions, of a place or in general."""

    template = "questions.html"
    area: Area | None
    places: tuple[Area, ...]
    questions: tuple[ShownQuestion, ...]
    full: tuple[tuple[str, str], ...]
    """The pages that answer in full: address and name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may fill a blank: options by place, or a field to type into when they are too many."""

    blank: Blank
    value: str
    """What fills it, or was written; of a field to type into its name."""
    known: str
    """The id of what fills it."""
    groups: tuple[tuple[str, tuple[Name, ...]], ...]
    typed: bool
    wrong: str
    near: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionPage(Page):
    """One question, to fill in; with its answer when it is."""

    template = "question.html"
    question: SavedQuestion
    parts: tuple[tuple[str, bool], ...]
    choices: tuple[Choice, ...]
    area: str
    """The place that the answer is in, when it is given beside the blanks."""
    told: Answered | None
    more: int
    """Lines of the answer that only the full page has."""
    others: tuple[ShownQuestion, ...]


@router.get("/ask", include_in_schema=False)
async def questions(request: Request, explorer: OpenExplorer, area: AreaAsked) -> Response:
    """List the questions, with the place filled in when one is named."""
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    saved = await saved_questions(explorer)
    title = f"Questions about {area.name}" if area else "Questions people ask"
    listed = tuple(asked_of(it, area) for it in (saved.at_places() if area else saved.all))
    known: frozenset[str] = request.app.state.pages
    full = tuple((f"{to}?{by}={area.id}" if by and area else to, name) for to, by, name in FULL if to in known)
    page = QuestionsPage(title=title, area=area, places=places, questions=listed, full=full)
    return render(request, page)


@router.get("/ask/{question}", include_in_schema=False)
async def question(
    request: Request, explorer: OpenExplorer, as_at: AsAtAsked, question: str, area: AreaAsked
) -> Response:
    """Show one question to fill in, and answer it once it is filled."""
    saved = await saved_questions(explorer)
    found = saved.find(question)
    contents = await explorer.catalogue.contents()
    given = {blank.name: as_meant(request, contents, blank.name)[:200] for blank in found.blanks}
    if (led := settled(request, given)) is not None:
        return led
    filled = await fill(explorer, found, given, area.id if area else "")
    for error in filled.wrong.values():
        if isinstance(error, Ambiguous):
            raise error
    told, status = None, max((error.status for error in filled.wrong.values()), default=200)
    if filled.ready:
        told = (await answer_filled(explorer, found, filled, as_at)).answered
    text = found.said(filled.names)
    chosen = contents.areas.get(filled.area)
    others = [asked_of(it, chosen) for it in (saved.at_places() if chosen else saved.all) if it is not found]
    page = QuestionPage(
        title=text,
        question=found,
        parts=tuple(found.parts(filled.names)),
        choices=tuple(_choice(found, blank, filled, given[blank.name], contents) for blank in found.blanks),
        area=area.id if area and found.place is None else "",
        told=told and Answered(told.answer, told.items[:MOST_ITEMS], told.href),
        more=max(len(told.items) - MOST_ITEMS, 0) if told else 0,
        others=tuple(others[:6]),
    )
    return render(request, page, status=status, noindex=bool(given and not told))


@router.get("/ask/{question}/{blank}/names", **answered_with(LOOKUPS, "Names that fill a blank", list[NameForBlank]))
async def names(
    explorer: OpenExplorer,
    question: Annotated[str, Path(description="A saved question, by its id.", examples=["who-speaks-for"])],
    blank: Annotated[str, Path(description="One of its blanks, by name.", examples=["group"])],
    q: TypedText = "",
    area: Annotated[str, Query(description="Only names of this place, by its id.", examples=["bromley"])] = "",
) -> Response:
    """Offer at most eight names that may fill a blank and begin or sound like `q`, best first, as JSON."""
    found = (await saved_questions(explorer)).find(question)
    chosen = next((it for it in found.blanks if it.name == blank), None)
    contents = await explorer.catalogue.contents()
    allowed = {name.id for name in options(contents, chosen, area)} if chosen else set()
    offered = [name for name in await suggest(explorer.catalogue, q, most=200) if name.id in allowed]
    body = [
        NameForBlank(name=name.name, value=name.id, what=what_it_is(name, contents)).model_dump()
        for name in offered[:8]
    ]
    return JSONResponse(body, headers={"X-Robots-Tag": "noindex"})


async def questions_at(explorer: Explorer, area: Area | None) -> tuple[ShownQuestion, ...]:
    """Return the questions as another page lists them: those of a place with it filled in, or all."""
    saved = await saved_questions(explorer)
    return tuple(asked_of(it, area) for it in (saved.at_places() if area else saved.all))


def asked_of(question: SavedQuestion, area: Area | None) -> ShownQuestion:
    """Put a question into a list, with the place filled in when there is one."""
    place = question.place
    names = {place.name: area.name} if area and place else {}
    return ShownQuestion(
        question, tuple(question.parts(names)), f"/ask/{question.id}" + (f"?area={area.id}" if area else "")
    )


def _choice(question: SavedQuestion, blank: Blank, filled: Filled, given: str, contents: Contents) -> Choice:
    error = filled.wrong.get(blank.name)
    value = filled.values.get(blank.name, given)
    if blank.accepts is BlankKind.DAYS:
        return Choice(blank, value, "", (), False, error.message if error else "", ())
    area = "" if blank is question.place else filled.area
    found = options(contents, blank, area)
    typed = len(found) > MOST_OPTIONS
    if typed and blank.name in filled.values:
        value = next((name.name for name in found if name.id == value), value)
    groups: dict[str, list[Name]] = {}
    for name in [] if typed else found:
        place = contents.areas.get(name.place)
        groups.setdefault(place.name if place and blank.accepts is not BlankKind.AREA else "", []).append(name)
    near: tuple[tuple[str, str], ...] = tuple(getattr(error, "nearest", ()))
    return Choice(
        blank,
        value,
        filled.values.get(blank.name, ""),
        tuple((place, tuple(groups[place])) for place in sorted(groups)),
        typed,
        error.message if error else "",
        near,
    )
