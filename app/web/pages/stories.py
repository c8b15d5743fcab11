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
from app.domain.view import View
from app.errors import BadInput, UnknownId
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.stories import Stories, check_files_of_stories, stories_of
from app.web.pictures.citing import Share, apart_text, day_text, made_text, share_page, sources_shown
from app.web.pictures.shown import show
from app.web.pictures.viewing import ViewAsked, view_of
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, origin_of, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class StoriesPage(Page):
    """The list of stories, by place."""

    template = "stories.html"
    places: tuple[tuple[Area, tuple[Story, ...]], ...]


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step with its picture; without one when the data no longer has what its view asks for."""

    number: int
    step: Step
    drawing: Drawing | None
    day: str
    apart: str
    """That the sources of the picture are years apart, in a sentence."""
    page: str
    """The address of the same view with all its filters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryPage(Page):
    """A story at one of its steps."""

    template = "story.html"
    area: Area
    story: Story
    told: ToldStep
    sources: dict[str, Source]
    previous: str
    next: str
    card: str
    """The picture that stands for it elsewhere."""
    share: Share


@dataclass(frozen=True, kw_only=True, slots=True)
class HandoutPage(Page):
    """All steps of a story, for paper."""

    template = "handout.html"
    area: Area
    story: Story
    steps: tuple[ToldStep, ...]
    sources: dict[str, Source]
    whole: Drawing | None
    """The map of the place, on the day of which the story begins; none where a step has the same picture."""
    apart: str
    """That the sources of the map are years apart, in a sentence."""
    home: str
    """The story's whole address."""
    made: str


@router.get("/stories")
async def stories(request: Request, explorer: OpenExplorer) -> Response:
    """List the stories, place by place."""
    contents = await explorer.catalogue.contents()
    told = await stories_told(explorer, contents)
    places = tuple((area, told.of(area.id)) for area in contents.areas.values() if told.of(area.id))
    return render(request, StoriesPage(title="Stories", places=places))


@router.get("/stories/{area}/{story}")
async def story(
    request: Request, explorer: OpenExplorer, view: ViewAsked, area: str, story: str, step: str = ""
) -> Response:
    """Tell one step of a story: the first, or the one that `step` names."""
    contents = await explorer.catalogue.contents()
    found = await _story(explorer, contents, area, story)
    number = _number(step, found)
    told = await _tell(explorer, found, number)
    title = f"{found.title}: {told.step.heading}" if number > 1 else found.title
    page = StoryPage(
        title=title,
        area=contents.areas[area],
        story=found,
        told=told,
        sources=contents.sources,
        previous=_address(found, number - 1) if number > 1 else "",
        next=_address(found, number + 1) if number < len(found.steps) else "",
        card=f"/social/{area}.png" + (f"?{told.step.view}" if told.step.view else ""),
        share=await share_page(request, explorer, title, view.on),
    )
    return render(request, page)


@router.get("/stories/{area}/{story}/handout")
async def handout(request: Request, explorer: OpenExplorer, area: str, story: str) -> Response:
    """Return all steps of a story and the map of its place, to print."""
    contents = await explorer.catalogue.contents()
    found = await _story(explorer, contents, area, story)
    steps = [await _tell(explorer, found, number) for number in range(1, len(found.steps) + 1)]
    mapped = await show(explorer, View(on=view_of(QueryParams(found.steps[0].view)).on), found.place)
    whole = mapped.drawing
    home = origin_of(request) + found.path
    page = HandoutPage(
        title=found.title,
        area=contents.areas[area],
        story=found,
        steps=tuple(steps),
        sources=contents.sources,
        whole=None if any(told.drawing and told.drawing.key == whole.key for told in steps) else whole,
        apart=apart_text(sources_shown(mapped, contents)),
        home=home,
        made=made_text(contents),
    )
    return render(request, page, noindex=True)


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


async def stories_told(explorer: Explorer, contents: Contents) -> Stories:
    """Return the stories that come with the data."""
    return await stories_of(explorer, contents, check_view)


async def _story(explorer: Explorer, contents: Contents, area: str, id_: str) -> Story:
    all_ = await stories_told(explorer, contents)
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


async def _tell(explorer: Explorer, story: Story, number: int) -> ToldStep:
    step = story.steps[number - 1]
    try:
        shown = await show(explorer, view_of(QueryParams(step.view)), story.place)
    except BadInput:
        # The data has moved on since the story was written: the sentence still stands.
        return ToldStep(number, step, None, "", "", f"/{story.place}")
    page = shown.address(replace(shown.view, select="", find=""))
    apart = apart_text(sources_shown(shown, await explorer.catalogue.contents()))
    return ToldStep(number, step, shown.drawing, day_text(shown.view.on) if shown.view.on else "", apart, page)
