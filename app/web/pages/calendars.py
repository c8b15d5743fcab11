"""Calendars to subscribe to: the meetings and the ends of terms of a place or a body, as iCalendar."""

from dataclasses import replace
from datetime import UTC, datetime, time

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.exchange.calendar_format import MEDIA_TYPE, calendar_file
from app.questions.calendars.ask import find_events
from app.reading.explorer import Explorer, today
from app.web.pictures.saving import file
from app.web.shell.describing import FEEDS, file_of
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId
from app.web.shell.render import origin_of

router = APIRouter()


@router.get("/calendars/{area}.ics", **file_of(FEEDS, "The calendar of a place", MEDIA_TYPE))
async def place_calendar(request: Request, explorer: OpenExplorer, area: AreaId) -> Response:
    """Return the calendar of a place: its meetings and the ends of terms."""
    return await _calendar(request, explorer, area, None)


@router.get("/calendars/{area}/{organization}.ics", **file_of(FEEDS, "The calendar of a body", MEDIA_TYPE))
async def organization_calendar(
    request: Request, explorer: OpenExplorer, area: AreaId, organization: OrganizationId
) -> Response:
    """Return the calendar of a body: its meetings, those of the boards that somebody sits on for it, and terms."""
    return await _calendar(request, explorer, area, organization)


async def _calendar(request: Request, explorer: Explorer, area: str, organization: str | None) -> Response:
    body = f"{area}/{organization}" if organization else None
    name, events = await find_events(explorer, area, today(), body=body)
    origin = origin_of(request)
    events = [replace(event, address=f"{origin}{event.address}") for event in events]
    # The day's first moment: the same calendar on the same day is the same file, which caches and readers know again.
    made = datetime.combine(today(), time(), UTC)
    content = calendar_file(f"{name}: meetings and terms", events, made)
    return file(content, MEDIA_TYPE, f"{organization or area}.ics")
