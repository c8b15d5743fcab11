"""Saved questions about how a voice travels and what has changed."""

from datetime import timedelta

from app.questions.changes.ask import find_changes, subject_path
from app.questions.routes.words import tell_routes
from app.questions.saved_questions.answering.base import (
    BODY,
    DAYS,
    GROUP,
    PLACE,
    Answered,
    Answering,
    Asked,
    Item,
    address,
)


async def _routes(asked: Asked) -> Answered:
    """Say how a voice gets from one body to another, or what is missing."""
    start, end = asked.given["from"], asked.given["to"]
    told = await tell_routes(asked.explorer, start, end, asked.as_at)
    items = [Item(ending.said, ending.body.id, f"/{ending.body.id}") for ending in told.endings]
    items += [Item(route.sentence, None, address("/routes", **{"from": start, "to": end})) for route in told.routes]
    items += [Item(said, None, address("/routes", **{"from": start, "to": end})) for said in told.breaks]
    if told.missing:
        items.append(Item(told.missing, end, f"/{end}"))
    return Answered(told.opening, tuple(items), address("/routes", **{"from": start, "to": end}))


async def _changes(asked: Asked) -> Answered:
    """List what has changed in a place in some days before the day of the answer."""
    area, since = asked.given["area"], asked.as_at.on - timedelta(days=asked.days("days"))
    found = await find_changes(asked.explorer, area=area, since=since, as_at=asked.as_at)
    items = tuple(Item(it.explanation, it.subject_id, subject_path(it)) for it in found.changes)
    href = address("/changes", area=area, since=since.isoformat(), until=asked.as_at.on.isoformat())
    return Answered(found.opening, items, href)


VOICES = {
    "routes": Answering({"from": GROUP, "to": BODY}, _routes),
    "changes": Answering({"area": PLACE, "days": DAYS}, _changes),
}
"""What answers questions about routes and changes, by the name that files use."""
