"""The cards that chats and social networks show beside a link: the picture itself, with its title."""

from fastapi import APIRouter
from starlette.responses import Response

from app.diagram.raster import card_of, plain
from app.reading.explorer import Explorer
from app.web.pictures.citing import recorded_text, sources_shown
from app.web.pictures.making import made
from app.web.pictures.saving import file
from app.web.pictures.shown import OrganizationShown, PlaceShown, Shown
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId

router = APIRouter()

LONG_TITLE = 60
"""Letters: a longer title is set smaller."""
SHAPE = 2.6
"""How many times as wide as high the card's room is: of a higher picture it shows the upper part."""
SMALL = 320.0
"""Units: a picture no higher than this is shown whole."""


@router.get("/social/{area}.png", **file_of(PICTURES, "The card that stands for a place elsewhere", "image/png"))
async def place_card(explorer: OpenExplorer, shown: PlaceShown, area: AreaId) -> Response:
    """Return the card of a place."""
    return await _card(explorer, shown, area)


@router.get(
    "/social/{area}/{organization}.png", **file_of(PICTURES, "The card that stands for a body elsewhere", "image/png")
)
async def organization_card(explorer: OpenExplorer, shown: OrganizationShown, organization: OrganizationId) -> Response:
    """Return the card of an organization."""
    return await _card(explorer, shown, organization)


async def _card(explorer: Explorer, shown: Shown, name: str) -> Response:
    sources = sources_shown(shown, await explorer.catalogue.contents())
    drawing, day = shown.drawing, recorded_text(sources, shown.view.on)
    svg = cropped(plain(str(drawing.svg)), drawing.width, drawing.height) if drawing.body_count else ""
    data = {
        "title": drawing.title[:160],
        "size": 15 if len(drawing.title) > LONG_TITLE else 20,
        "svg": svg,
        "fit": "contain",
        "day": day,
    }
    content = await made(explorer, f"card {drawing.key} {day}", lambda: card_of(data))
    return file(content, "image/png", f"{name}-card.png")


def cropped(svg: str, width: float, height: float) -> str:
    """Show only the upper part of a tall drawing, so that what is at the top can be made out on a small card."""
    high = max(width / SHAPE, SMALL)
    if height <= high:
        return svg
    whole = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    part = f'width="{width:g}" height="{high:g}" viewBox="0 0 {width:g} {high:g}"'
    return svg.replace(whole, part, 1)
