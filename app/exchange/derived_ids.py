"""The ids of what has none in its file: made from its ends, so that the same entry has the same id at every load.

Each is the part of the id after the place. What is written back leaves an id out where it would be made again.
"""

from collections.abc import Sequence

from app.exchange.rows import slug

LONGEST = 200
"""Characters of an id that is made from a seat's ends."""


def link_name(type_: str, start: str, end: str, place: str) -> str:
    """Name a link by its type and the ids of its ends: `ann-ray--holds--chair`."""
    return f"{slug(start, place)}--{type_.lower().replace('_', '-')}--{slug(end, place)}"


def post_name(place: str, board: str, role: str, groups: Sequence[str]) -> str:
    """Name a seat by its board, its role and whom it is for, in this order."""
    parts = [slug(board, place), role.replace("_", "-")]
    if groups:
        parts.append("for-" + "-and-".join(slug(group, place) for group in groups))
    return "--".join(parts)[:LONGEST].rstrip("-")


def meeting_name(place: str, body: str, date: str) -> str:
    """Name a meeting by whose it is and its date."""
    return f"{slug(body, place)}--{date}"


def action_name(text: str) -> str:
    """Name an action by how its text begins."""
    return f"action--{slug(text)[:80].rstrip('-')}"


def assessment_name(place: str, body: str, dimension: str, on: str | None) -> str:
    """Name a cell of a relationship map by the body, the column and the date."""
    return "--".join(filter(None, (slug(body, place), dimension.replace("_", "-"), on)))


def absence_name(place: str, subject: str, body: str | None) -> str:
    """Name a recorded absence by who is missing, and from where."""
    return "--".join([f"absence-of-{slug(subject, place)}", *([f"from-{slug(body, place)}"] if body else [])])
