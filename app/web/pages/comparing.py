"""The page that puts two places next to each other."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area
from app.questions.comparing import ask as answers
from app.questions.comparing.ask import ToldComparison, find_comparison
from app.web.shell.render import Page, day_of, explorer_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ComparePage(Page):
    """What the page shows; nothing told until two places are chosen."""

    told: ToldComparison | None
    places: tuple[Area, ...]
    """Every place that can be chosen, by name."""
    left: str
    right: str
    answers: object = answers


@router.get("/compare")
async def compare(request: Request, left: str = "", right: str = "") -> Response:
    """Compare two places, matched by sort of body and theme."""
    explorer, on = explorer_of(request), day_of(request)
    contents = await explorer.catalogue.contents()
    places = tuple(each for each in contents.areas.values() if contents.sizes[each.id])
    told = await find_comparison(explorer, left, right, on) if left and right else None
    title = f"{told.left.name} beside {told.right.name}" if told else "Compare two places"
    return render(request, "compare.html", ComparePage(title, told, places, left, right))
