"""Pages about the site itself: who runs it, what it keeps of people and visitors, how it can be used and reused.

The program knows what it does; who runs it, and where complaints go, the operator says by settings. Where one is not
set the page says so, and which it is: nothing is made up.
"""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import __version__
from app.accounts import kept_columns, kept_forms
from app.domain.english import name_order
from app.domain.records import Area
from app.settings import Settings
from app.suggestions.box import KEPT_DAYS
from app.web.shell.operating import Operator, operator_of
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

MOST_PLACES = 40
"""Of more places none is listed: the front page has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutPage(Page):
    """What the page shows that says what this is, and who runs it."""

    template = "about.html"
    operator: Operator
    version: str
    places: int
    sources: int
    shown: tuple[Area, ...]
    """The places whose pictures can stand elsewhere, by name; none where they are more than a page lists."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyPage(Page):
    """What the page shows on people who are named, and on visitors."""

    template = "privacy.html"
    operator: Operator
    visitors_note: str
    """What the operator's own machines keep of visits; empty where nobody said."""
    forms_kept: int
    columns_kept: int
    suggestions_kept: int
    """For how many days a suggestion is kept after it was seen to."""
    by_letter: bool
    """Whether the site sends letters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AccessibilityPage(Page):
    """What the statement on accessibility shows."""

    template = "accessibility.html"
    operator: Operator


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsPage(Page):
    """What the page on using the data shows."""

    template = "terms.html"
    operator: Operator


@router.get("/about")
async def about(request: Request, explorer: OpenExplorer) -> Response:
    """Say what this is, what it rests on, and who runs it."""
    contents = await explorer.catalogue.contents()
    pictured = (area for area in contents.areas.values() if contents.sizes[area.id])
    areas = tuple(sorted(pictured, key=lambda area: name_order(area.name)))
    page = AboutPage(
        title="About this site",
        operator=operator_of(_settings(request)),
        version=__version__,
        places=len(contents.areas),
        sources=len(contents.sources),
        shown=areas if len(areas) <= MOST_PLACES else (),
    )
    return render(request, page)


@router.get("/privacy")
async def privacy(request: Request) -> Response:
    """Say which people are named and how to be taken out, and what is kept of visitors."""
    settings = _settings(request)
    page = PrivacyPage(
        title="Privacy",
        operator=operator_of(settings),
        visitors_note=settings.visitors_note,
        forms_kept=kept_forms.KEPT_DAYS,
        columns_kept=kept_columns.KEPT_DAYS,
        suggestions_kept=KEPT_DAYS,
        by_letter=bool(settings.smtp_host),
    )
    return render(request, page)


@router.get("/accessibility")
async def accessibility(request: Request) -> Response:
    """State how far everybody can use the site, how that is tested, and where it falls short."""
    return render(request, AccessibilityPage(title="Accessibility", operator=operator_of(_settings(request))))


@router.get("/terms")
async def terms(request: Request) -> Response:
    """Say what may be done with the data, and what it is no statement of."""
    return render(request, TermsPage(title="Using the data", operator=operator_of(_settings(request))))


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings
