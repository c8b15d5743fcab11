"""How much of a place is drawn, and how large: detail follows room, and a small picture is shown larger."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from app.diagram.columns import lay_out_map
from app.diagram.columns.folding import EVERYTHING
from app.diagram.columns.roles import roles_of
from app.diagram.content import Picture
from app.diagram.geometry import Geometry
from app.diagram.layered import lay_out
from app.diagram.text import SIZE
from app.domain.vocabulary import Pictured

EASY_LABEL = 12.0
"""Pixels of a name; while all of a place can be shown in these, nothing of it is folded away."""
LARGEST_LABEL = 16.0
"""Pixels of a name: a small picture is shown larger up to here."""
LARGEST_PRINT = 11.0
"""Points of a name on paper."""
_TALLEST = 0.75
"""Of the width there is: a picture of all is no higher than that."""

_MOST_FAILURES = 3
_OF_A_HUB = 0.75
"""A place is about one board when so much of its bodies is joined to that."""
ROSTER = "roster:"
"""Begins what an address says of a board that is opened, or closed, by hand; the board's id follows."""


def lay_out_place(
    picture: Picture,
    *,
    room: float,
    opened: frozenset[str],
    closed: frozenset[str] = frozenset(),
    larger: float = 1.0,
) -> Geometry:
    """Place the bodies of a place in columns; where there is room for all of them, with nothing folded away.

    Where there is more room, boards open into who sits on them, the one with most lines and seats first, as long as
    names stay easy to read; those named in `opened` do in any case, and those in `closed` do not: by hand, or else as
    the place's file says. A place that is
    about one board stands round that when it opens; one of a single column is else drawn in layers: beside a column,
    the frame would stand empty. What is shown `larger` than usual opens as it does at its usual size.
    """
    opened, closed = _as_told(picture, opened, closed)
    folded = lay_out_map(picture, room=room, opened=opened)
    widest = room * larger * SIZE / EASY_LABEL
    tallest = max(widest * _TALLEST, folded.height)

    def fits(tried: Geometry) -> bool:
        return tried.width <= widest and tried.height <= tallest

    asked = _named(opened)
    roles = roles_of(picture)
    every = _by_importance(picture)
    most = [id_ for id_ in every if ROSTER + id_ not in closed]
    first = sorted(asked & set(most), key=most.index)
    hub = most[0] if most and (len(roles.headings) < 2 or _is_hub(picture, most[0])) else ""
    if hub:

        def drawn(ids: frozenset[str]) -> Geometry:
            return lay_out_map(picture, room=room, opened=opened, rosters=ids, hub=hub)

        start = drawn(frozenset({hub, *first}))
        if fits(start) or hub in asked:
            return _opened(start, [hub, *first], most, drawn, fits)
    if len(roles.headings) < 2:
        return _openable(lay_out(picture), every[:1])
    base, unfolded = folded, opened
    if folded.width <= widest and any(placed.box.folded for placed in folded.boxes):
        whole = lay_out_map(picture, room=room, opened=frozenset({EVERYTHING}))
        if fits(whole):
            base, unfolded = whole, frozenset({EVERYTHING})
    order = tuple(column.key for column in base.columns)

    def opened_map(ids: frozenset[str]) -> Geometry:
        return lay_out_map(picture, room=room, opened=unfolded, rosters=ids, order=order)

    drawn_at_last = _opened(opened_map(frozenset(first)) if first else base, first, most, opened_map, fits)
    return _openable(drawn_at_last, [id_ for id_ in every[:1] if _is_hub(picture, id_)])


def _as_told(picture: Picture, opened: frozenset[str], closed: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what is open and what is closed: what a reader did not choose by hand, as the place's file says."""
    told = {ROSTER + box.id: box.pictured for box in picture.boxes if box.pictured and box.roster}
    free = told.keys() - opened - closed
    return (
        opened | {word for word in free if told[word] is Pictured.OPEN},
        closed | {word for word in free if told[word] is Pictured.CLOSED},
    )


def _opened(
    start: Geometry,
    first: Sequence[str],
    may_open: Sequence[str],
    drawn: Callable[[frozenset[str]], Geometry],
    fits: Callable[[Geometry], bool],
) -> Geometry:
    """Open one board after the other as long as there is room; a few that do not fit end it."""
    best, ids, failed = start, frozenset(first), 0
    if not fits(start):
        return start
    for id_ in may_open:
        if id_ in ids:
            continue
        tried = drawn(ids | {id_})
        if fits(tried):
            best, ids = tried, ids | {id_}
        elif (failed := failed + 1) > _MOST_FAILURES:
            break
    return best


def _openable(geometry: Geometry, ids: Collection[str]) -> Geometry:
    """Put the sign that opens it on a board that a place is about, where that is closed: a bar, say, or in layers."""
    boxes = (replace(box, can_open=True) if box.box.id in ids else box for box in geometry.boxes)
    return replace(geometry, boxes=tuple(boxes))


def _is_hub(picture: Picture, board: str) -> bool:
    """Tell whether a place is about one board: most of its bodies are joined to that."""
    joined = {
        end for edge in picture.edges for end in (edge.from_id, edge.to_id) if board in {edge.from_id, edge.to_id}
    }
    return len(joined - {board}) >= _OF_A_HUB * (len(picture.boxes) - 1)


def _named(words: Collection[str]) -> frozenset[str]:
    return frozenset(word.removeprefix(ROSTER) for word in words if word.startswith(ROSTER))


def _by_importance(picture: Picture) -> list[str]:
    """Return the bodies that can open, those with most lines and seats first."""
    lines = Counter(id_ for edge in picture.edges for id_ in (edge.from_id, edge.to_id))
    found = [box for box in picture.boxes if box.roster]
    return [box.id for box in sorted(found, key=lambda box: (-lines[box.id] - len(box.roster), box.id))]


def enlarged(width: float, room: float) -> float:
    """Return how many pixels a unit is shown in: one, or more where a picture is narrower than its room."""
    return max(1.0, min(LARGEST_LABEL / SIZE, room / width))
