"""Atom feeds (RFC 4287) of what changes in a place, or of one body: the newest change first."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import SubElement

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.dates import bounds
from app.errors import UnknownId
from app.questions.changes.ask import KIND_NAMES, Changes, find_changes, subject_path
from app.questions.changes.rules import Change
from app.reading.catalogue import Contents
from app.reading.explorer import today
from app.web.shell.atom import MEDIA_TYPE, MOST, begun, entry_in, finished, link, named, tag, text
from app.web.shell.describing import FEEDS, file_of
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId
from app.web.shell.render import origin_of

router = APIRouter()


class Entry(NamedTuple):
    """A change, and since when its entry is as it is."""

    change: Change
    updated: datetime


@router.get("/feeds/{area}.atom", **file_of(FEEDS, "The changes of a place", MEDIA_TYPE))
async def place_feed(request: Request, explorer: OpenExplorer, area: AreaId) -> Response:
    """Return the changes of a place as a feed."""
    found = await find_changes(explorer, area=area, as_at=AsAt(today()))
    contents = await explorer.catalogue.contents()
    return _feed(request, found, contents, contents.areas[area].name, area)


@router.get("/feeds/{area}/{organization}.atom", **file_of(FEEDS, "The changes of a body", MEDIA_TYPE))
async def organization_feed(
    request: Request, explorer: OpenExplorer, area: AreaId, organization: OrganizationId
) -> Response:
    """Return the changes of one body, its seats and its lines as a feed."""
    id_ = f"{area}/{organization}"
    found = await find_changes(explorer, organization=id_, as_at=AsAt(today()))
    if found.organization is None:
        raise UnknownId(f"No organization has the address /{id_[:120]}.")
    return _feed(request, found, await explorer.catalogue.contents(), found.organization.name, id_)


def _feed(request: Request, found: Changes, contents: Contents, name: str, id_: str) -> Response:
    on = today()
    dated = [Entry(change, moment_of(change, contents, on)) for change in found.changes]
    newest = sorted(dated, key=lambda entry: (entry.updated, entry.change.key), reverse=True)[:MOST]
    updated = newest[0].updated if newest else _oldest(contents)
    body = atom(origin_of(request), newest, contents, name=name, id_=id_, updated=updated)
    headers = {"Last-Modified": format_datetime(updated, usegmt=True)}
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


def atom(origin: str, entries: Sequence[Entry], contents: Contents, *, name: str, id_: str, updated: datetime) -> bytes:
    """Write changes as an Atom feed; names are only ever text in it."""
    subtitle = "Bodies set up, renamed, replaced and ended, seats filled and vacated, as recorded."
    feed = begun(tag(origin, f"feeds/{id_}"), f"What changes: {name}", subtitle, updated)
    link(feed, "self", f"{origin}/feeds/{quote(id_)}.atom", MEDIA_TYPE)
    asked = f"organization={quote(id_)}" if "/" in id_ else f"area={quote(id_)}"
    link(feed, "alternate", f"{origin}/changes?{asked}", "text/html")
    for change, moment in entries:
        # What happened keeps its id when its date is recorded better, and is then an updated entry.
        own = tag(origin, f"changes/{change.kind}/{change.subject_id}/{change.fact_id}")
        entry = entry_in(feed, own, change.explanation, moment)
        link(entry, "alternate", f"{origin}{quote(subject_path(change))}", "text/html")
        SubElement(entry, named("category"), {"term": change.kind.value, "label": KIND_NAMES[change.kind]})
        cited = [
            f"{contents.sources[cite.source_id].title}, {cite.locator}"
            for cite in change.citations
            if cite.source_id in contents.sources
        ]
        text(entry, "summary", f"{change.explanation} Source: {'; '.join(cited)}." if cited else change.explanation)
    return finished(feed)


def moment_of(change: Change, contents: Contents, on: date) -> datetime:
    """Return since when an entry can have been as it is: when it had happened and its newest source was published.

    Of a date known by its month or year that is its last day, so that nothing is dated before it happened; where that
    is still to come, the first. Nothing is dated after `on`, and nothing moves until a better date is recorded.
    """
    sources = (contents.sources.get(cite.source_id) for cite in change.citations)
    published = (source.published for source in sources if source)
    days = [day for text in (change.date, *published) if text and (day := _by(text, on))]
    return _at(max(days, default=date(1970, 1, 1)))


def _by(text: str, on: date) -> date | None:
    first, last = bounds(text)
    return last if last <= on else first if first <= on else None


def _oldest(contents: Contents) -> datetime:
    """Stand for the date of a feed without entries: when the first source was published, since no clock is asked."""
    days = [bounds(source.published)[0] for source in contents.sources.values() if source.published]
    return _at(min(days, default=date(1970, 1, 1)))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
