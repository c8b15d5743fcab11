"""The page that says what the words mean."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.glossary import GLOSSARY, Chapter
from app.web.shell.render import Page, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class GlossaryPage(Page):
    """What the glossary shows."""

    chapters: tuple[Chapter, ...]


@router.get("/glossary")
async def glossary(request: Request) -> Response:
    """Explain the words that the pages use."""
    return render(request, "glossary.html", GlossaryPage("What the words mean", GLOSSARY))
