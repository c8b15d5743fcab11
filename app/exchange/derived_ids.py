"""The ids of what has none in its file: made from its ends, so that the same entry has the same id at every load.

Each is the part of the id after the place. What is written back leaves an id out where it would be made again.
"""

from collections.abc import Sequence
from functools import lru_cache

from app.exchange import place_format as form
from app.exchange.fields import FileModel
from app.exchange.rows import slug

LONGEST = 200
"""Characters of an id that is made from a seat's ends."""


def link_name(type_: str, start: str, end: str, place: str) -> str:
    """Name a link by its type and the ids of its ends: `ann-ray--holds--chair`."""
    return f"{_end_of_link(start, place)}--{type_.lower().replace('_', '-')}--{_end_of_link(end, place)}"


@lru_cache(64)
def _end_of_link(id_: str, place: str) -> str:
    """Return the part that an id has in a link's: of an entry's links one end is the same, and often of neighbours'."""
    return slug(id_, place)


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


def whole_id(written: str, place: str) -> str:
    """Return the id that a place's file means: what has no place of its own is of this one."""
    return written if "/" in written or not place else f"{place}/{written}"


def entry_name(said: FileModel, place: str) -> str:
    """Return the part after the place of an entry's id: its own, or the one that is made of what it says."""
    own: str | None = getattr(said, "id", None)
    if own:
        return own
    match said:
        case form.Post():
            groups = [whole_id(group.organization, place) for group in said.onBehalfOf]
            return post_name(place, whole_id(said.on, place), said.role.value, groups)
        case form.Line():
            return link_name(said.type.relationship, whole_id(said.from_, place), whole_id(said.to, place), place)
        case form.Meeting():
            return meeting_name(place, whole_id(said.organization, place), said.date)
        case form.Action():
            return action_name(said.text)
        case form.Assessment():
            return assessment_name(place, whole_id(said.organization, place), said.dimension.value, said.on)
        case form.Absence():
            body = whole_id(said.from_, place) if said.from_ else None
            return absence_name(place, whole_id(said.subject, place), body)
    raise TypeError(f"{type(said).__name__} is no entry")
