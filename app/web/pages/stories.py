"""Stories: a structure told step by step, on the screen and as a handout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain.records import Area, Source
from app.domain.story import Step, Story
from app.errors import BadInput, UnknownId
from app.reading.catalogue import Contents
from app.reading.stories import Stories, check_files_of_stories, stories_of
from app.web.pictures.citing import Share, day_text, made_text, share_page
from app.web.pictures.pictures import Shown, show
from app.web.pictures.viewing import view_of
from app.web.shell.render import Page, explorer_of, origin_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class StoriesPage(Page):
    """The list of stories, by place."""

    places: tuple[tuple[Area, tuple[Story, ...]], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One step with its picture; without one when the data no longer has what its view asks for."""

    number: int
    step: Step
    drawing: Drawing | None
    day: str
    page: str
    """The address of the same view with all its filters."""


@dataclass(frozen=True, slots=True)
class StoryPage(Page):
    """A story at one of its steps."""

    area: Area
    story: Story
    told: Told
    sources: dict[str, Source]
    previous: str
    next: str
    card: str
    """The picture that stands for it elsewhere."""
    share: Share


@dataclass(frozen=True, slots=True)
class HandoutPage(Page):
    """All steps of a story, for paper."""

    area: Area
    story: Story
    steps: tuple[Told, ...]
    sources: dict[str, Source]
    home: str
    """The story's whole address."""
    made: str


@router.get("/stories")
async def stories(request: Request) -> Response:
    """List the stories, place by place."""
    contents = await explorer_of(request).catalogue.contents()
    told = await stories_told(request, contents)
    places = tuple((area, told.of(area.id)) for area in contents.areas.values() if told.of(area.id))
    return render(request, "stories.html", StoriesPage("Stories", places))


@router.get("/stories/{area}/{story}")
async def story(request: Request, area: str, story: str, step: str = "") -> Response:
    """Tell one step of a story: the first, or the one that `step` names."""
    contents = await explorer_of(request).catalogue.contents()
    found = await _story(request, contents, area, story)
    number = _number(step, found)
    told = await _tell(request, found, number)
    title = f"{found.title}: {told.step.heading}" if number > 1 else found.title
    page = StoryPage(
        title,
        contents.areas[area],
        found,
        told,
        contents.sources,
        _address(found, number - 1) if number > 1 else "",
        _address(found, number + 1) if number < len(found.steps) else "",
        f"/social/{area}.png" + (f"?{told.step.view}" if told.step.view else ""),
        await share_page(request, title),
    )
    return render(request, "story.html", page)


@router.get("/stories/{area}/{story}/handout")
async def handout(request: Request, area: str, story: str) -> Response:
    """Return all steps of a story on one page, to print."""
    contents = await explorer_of(request).catalogue.contents()
    found = await _story(request, contents, area, story)
    steps = [await _tell(request, found, number) for number in range(1, len(found.steps) + 1)]
    home = origin_of(request) + found.path
    page = HandoutPage(
        found.title, contents.areas[area], found, tuple(steps), contents.sources, home, made_text(contents)
    )
    return render(request, "handout.html", page, noindex=True)


def check_view(query: str) -> str | None:
    """Say what is wrong with a view as a story writes it, or nothing."""
    try:
        view_of(QueryParams(query))
    except BadInput as error:
        return error.message
    return None


def check_story_files(paths: Sequence[Path]) -> Stories:
    """Check files of stories as the site would read them."""
    return check_files_of_stories(paths, check_view)


async def stories_told(request: Request, contents: Contents) -> Stories:
    """Return the stories that come with the data."""
    return await stories_of(explorer_of(request), contents, check_view)


async def _story(request: Request, contents: Contents, area: str, id_: str) -> Story:
    all_ = await stories_told(request, contents)
    found = all_.find(area, id_)
    if found is None:
        near = [(story.path.removeprefix("/"), story.title) for story in all_.of(area) or all_.all][:5]
        raise UnknownId("There is no story at this address.", near)
    return found


def _number(text: str, story: Story) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= len(story.steps)):
        raise BadInput(f"step is '{text[:40]}': expected a number from 1 to {len(story.steps)}.")
    return int(text)


def _address(story: Story, number: int) -> str:
    return f"{story.path}?step={number}" if number > 1 else story.path


async def _tell(request: Request, story: Story, number: int) -> Told:
    step = story.steps[number - 1]
    try:
        shown = await _shown(request, story.place, step.view)
    except BadInput:
        # The data has moved on since the story was written: the sentence still stands.
        return Told(number, step, None, "", f"/{story.place}")
    page = shown.address(replace(shown.view, select="", find=""))
    return Told(number, step, shown.drawing, day_text(shown.view.on) if shown.view.on else "", page)


async def _shown(request: Request, place: str, view: str) -> Shown:
    """Show a view as if the reader had asked for it."""
    return await show(Request({**request.scope, "query_string": view.encode()}), place)
