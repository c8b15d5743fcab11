"""The page that puts two places next to each other."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area
from app.questions.comparing import ask as answers
from app.questions.comparing.ask import ToldComparison, find_comparison
from app.web.shell.parameters import DayAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparePage(Page):
    """What the page shows; nothing told until two places are chosen."""

    template = "compare.html"
    told: ToldComparison | None
    places: tuple[Area, ...]
    """Every place that can be chosen, by name."""
    left: str
    right: str
    answers: object = answers


@router.get("/compare")
async def compare(request: Request, explorer: OpenExplorer, on: DayAsked, left: str = "", right: str = "") -> Response:
    """Compare two places, matched by sort of body and theme."""
    contents = await explorer.catalogue.contents()
    places = tuple(each for each in contents.areas.values() if contents.sizes[each.id])
    told = await find_comparison(explorer, left, right, on) if left and right else None
    title = f"{told.left.name} beside {told.right.name}" if told else "Compare two places"
    return render(request, ComparePage(title=title, told=told, places=places, left=left, right=right))
