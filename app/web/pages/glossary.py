"""The page that says what the words mean."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.glossary import GLOSSARY, Chapter
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class GlossaryPage(Page):
    """What the glossary shows."""

    template = "glossary.html"
    chapters: tuple[Chapter, ...]


@router.get("/glossary")
async def glossary(request: Request) -> Response:
    """Explain the words that the pages use."""
    return render(request, GlossaryPage(title="What the words mean", chapters=GLOSSARY))
