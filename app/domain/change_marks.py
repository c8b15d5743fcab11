"""How a picture marks what changes."""

from enum import StrEnum


class ChangeMark(StrEnum):
    """How a picture marks what differs."""

    ADDED = "added"
    ENDED = "ended"
    CHANGED = "changed"
