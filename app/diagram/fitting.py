"""How much of a place is drawn, and how large: detail follows room, and a small picture is shown larger."""

from app.diagram.columns import lay_out_map
from app.diagram.columns.folding import EVERYTHING
from app.diagram.columns.roles import roles_of
from app.diagram.content import Picture
from app.diagram.geometry import Geometry
from app.diagram.layered import lay_out
from app.diagram.text import SIZE

EASY_LABEL = 12.0
"""Pixels of a name; while all of a place can be shown in these, nothing of it is folded away."""
LARGEST_LABEL = 16.0
"""Pixels of a name: a small picture is shown larger up to here."""
LARGEST_PRINT = 11.0
"""Points of a name on paper."""
_TALLEST = 0.75
"""Of the width there is: a picture of all is no higher than that."""


def lay_out_place(picture: Picture, *, room: float, opened: frozenset[str]) -> Geometry:
    """Place the bodies of a place in columns; where there is room for all of them, with nothing folded away.

    A place of one column is drawn in layers instead: beside it, the frame would stand empty.
    """
    folded = lay_out_map(picture, room=room, opened=opened)
    if len(roles_of(picture).headings) < 2:
        whole = lay_out(picture)
    elif any(placed.box.folded for placed in folded.boxes):
        whole = lay_out_map(picture, room=room, opened=frozenset({EVERYTHING}))
    else:
        return folded
    widest = room * SIZE / EASY_LABEL
    return whole if whole.width <= widest and whole.height <= max(widest * _TALLEST, folded.height) else folded


def enlarged(width: float, room: float) -> float:
    """Return how many pixels a unit is shown in: one, or more where a picture is narrower than its room."""
    return max(1.0, min(LARGEST_LABEL / SIZE, room / width))
