"""Keeps everything in its place: what a view shows stands where it stands in the picture of all that is recorded.

A filter, another day or a proposal takes things out of that picture or puts them in, and moves nothing: a reader lays
the one over the other. Where something was, its room stays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from app.diagram import text
from app.diagram.at_large import OTHERS, as_others
from app.diagram.columns.folding import FOLDED, as_one, with_folded_seats
from app.diagram.columns.roles import roles_of
from app.diagram.content import Box, Edge, Picture, RosterRow
from app.diagram.geometry import Geometry, PlacedBox, PlacedChip, PlacedRow, Route
from app.diagram.marks import Chip
from app.diagram.panels import COUNTED, END, Words
from app.diagram.rosters import opened
from app.diagram.spreads import with_rows
from app.domain.english import capitalized, numbered


def settled(whole: Picture, drawn: Geometry, picture: Picture) -> Geometry | None:
    """Return a picture with everything where it is in the drawing of the whole; None where that has not all of it."""
    stands = _stands(whole, drawn)
    open_there = [placed.box for placed in drawn.boxes if placed.box.is_open]
    across = [box.id for box in open_there if box.is_across]
    picture = opened(picture, [box.id for box in open_there], across)
    if any(box.id not in stands for box in picture.boxes):
        return None
    into = {edge.id for edge in picture.edges if stands[edge.from_id] == edge.to_id != edge.from_id}
    picture = replace(picture, boxes=tuple(with_folded_seats(box, picture.edges, into) for box in picture.boxes))
    many = {it.box.id for it in drawn.boxes if any(note.row.who == capitalized(OTHERS) for note in it.notes)}
    picture = replace(picture, boxes=tuple(_together(box) if box.id in many else box for box in picture.boxes))
    edges = _edges(picture.edges, stands)
    routes = [replace(route, edge=edges[route.edge.id]) for route in drawn.routes if route.edge.id in edges]
    if len(routes) < len(edges):
        return None
    inside: dict[str, list[Box]] = {}
    for box in picture.boxes:
        inside.setdefault(stands[box.id], []).append(box)
    if any(id_ not in {box.id for box in them} and not id_.startswith(FOLDED) for id_, them in inside.items()):
        return None
    them = [(placed, inside.get(placed.box.id, ())) for placed in drawn.boxes]
    if any(_rows_lost(placed, bodies) or _notes_lost(placed, bodies) for placed, bodies in them):
        return None
    boxes = [_box(placed, inside[placed.box.id], routes) for placed in drawn.boxes if placed.box.id in inside]
    boxes, routes = _without_empty_rooms(boxes, routes)
    owners = {box.box.id: box.box.chips for box in boxes} | {route.edge.id: route.edge.chips for route in routes}
    chips: list[PlacedChip] = []
    for id_, its in owners.items():
        places = [placed for placed in drawn.chips if placed.owner == id_]
        chips += [replace(placed, chip=chip) for placed, chip in zip(places, its, strict=False)]
    return replace(drawn, boxes=tuple(boxes), routes=tuple(routes), chips=tuple(chips))


def _stands(whole: Picture, drawn: Geometry) -> dict[str, str]:
    """Return for each body the box that it is drawn as, or folded into."""
    at = {placed.box.id for placed in drawn.boxes}
    folded = {column.key for column in drawn.columns if column.is_folded}
    column = roles_of(whole).column_of if at < {box.id for box in whole.boxes} | at else {}
    stands = {box.id: box.id for box in whole.boxes if box.id in at}
    for box in whole.boxes:
        if box.id not in stands and column.get(box.id) in folded:
            stands[box.id] = f"{FOLDED}{column[box.id]}"
    for edge in whole.edges:
        for one, other in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
            if one not in stands and other in at:
                stands[one] = other
    hosts = {edge.from_id: edge.to_id for edge in whole.edges} | {edge.to_id: edge.from_id for edge in whole.edges}
    for box in whole.boxes:  # into a body that is itself in a column folded away
        if box.id not in stands and hosts.get(box.id) in stands:
            stands[box.id] = stands[hosts[box.id]]
    return stands


def _together(box: Box) -> Box:
    """Let a board have one row for all that hold seats alike, as it has in the drawing of the whole."""
    return replace(box, at_large=as_others(box.name, box.at_large))


def _edges(edges: Iterable[Edge], stands: Mapping[str, str]) -> dict[str, Edge]:
    """Return the lines between the boxes that bodies are drawn as, one of each kind where several fall together."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        one, other = stands[edge.from_id], stands[edge.to_id]
        if (one, other) == (edge.from_id, edge.to_id):
            found.setdefault(edge.id, []).append(edge)
        elif one != other:
            id_ = f"{edge.style.key}{'?' if edge.is_proposed else ''}:{one}:{other}"
            found.setdefault(id_, []).append(replace(edge, id=id_, from_id=one, to_id=other))
    return {id_: as_one(them) for id_, them in found.items()}


def _box(placed: PlacedBox, inside: Sequence[Box], routes: Iterable[Route]) -> PlacedBox:
    """Return a box as the view has it, with what is folded into it there, and gaps only where lines still pass."""
    number = Counter[bool]()
    for box in inside:
        number[box.id == placed.box.id] += box.count
    if placed.box.id.startswith(FOLDED):
        name = f"{numbered(number[False], 'body')}, open"
        box = replace(placed.box, name=name, folded=number[False])
        return replace(placed, box=box, lines=text.balanced(name, placed.width - 8))
    own = next(box for box in inside if box.id == placed.box.id)
    passing = {
        x0
        for route in routes
        for (x0, y0), (x1, y1) in pairwise(route.points)
        if x0 == x1 and x0 in placed.gaps and min(y0, y1) < placed.y < max(y0, y1)
    }
    box = replace(own, folded=number[False])
    rows = _rows(placed.rows, own)
    whom = {(row.who, row.chip.mark): row for row in own.at_large if row.chip}
    notes = tuple(
        _noted(note, now, note.chip, now.chip) if note.chip and now.chip else note
        for note in placed.notes
        if (now := whom.get((note.row.who, note.chip.chip.mark)) if note.chip else note.row)
    )
    if placed.box.is_across:  # no line ends at a row of it, so its rows close up
        closed, need = with_rows(replace(placed, box=box))
        rows = closed.rows if need <= placed.height else rows
    return replace(placed, box=box, gaps=tuple(sorted(passing)), rows=rows, notes=notes)


def _without_empty_rooms(boxes: Iterable[PlacedBox], routes: Sequence[Route]) -> tuple[list[PlacedBox], list[Route]]:
    """Let an open board of a column end under the last row that it has in the view; one without any is closed.

    Its name stays where it is. A line that ends at its lower edge is led on to where that is now.
    """
    kept, moved = [], dict[tuple[str, float], float]()
    for placed in boxes:
        top, bottom = placed.y - placed.height / 2, round(placed.y + placed.height / 2, 2)
        end = _end_of(placed)
        it = placed
        if end < bottom:
            moved[placed.box.id, bottom] = end
            it = replace(placed, y=round((top + end) / 2, 2), height=round(end - top, 2))
        kept.append(it if it.rows or it is placed else replace(it, head=0.0, can_open=False))
    return kept, [_led_on(route, moved) for route in routes]


def _end_of(placed: PlacedBox) -> float:
    """Return how far down a board reaches that stood open in the drawing of the whole."""
    top, bottom = placed.y - placed.height / 2, round(placed.y + placed.height / 2, 2)
    if placed.is_bar or placed.notes or not placed.head:
        return bottom
    last = max((row.y + row.height for row in placed.rows), default=0.0)
    return round(min(bottom, last + END if placed.rows else top + placed.head), 2)


def _led_on(route: Route, moved: Mapping[tuple[str, float], float]) -> Route:
    """Lead a line on from where the lower edge of its boards was to where that is."""
    points = list(route.points)
    for place, id_ in ((0, route.edge.from_id), (-1, route.edge.to_id)):
        x, y = points[place]
        points[place] = (x, moved.get((id_, y), y))
    return replace(route, points=tuple(points))


def _noted(note: PlacedRow, now: RosterRow, placed: PlacedChip, chip: Chip) -> PlacedRow:
    """Return a row of a closed board as the view has it: a seat alone has no number between its chip and its words."""
    left = COUNTED if placed.chip.number > 1 >= chip.number else 0.0
    words = tuple(replace(each, x=round(each.x - left, 2)) for each in note.words)
    return replace(note, row=now, words=words, chip=replace(placed, chip=chip))


def _rows(rows: Iterable[PlacedRow], own: Box) -> tuple[PlacedRow, ...]:
    """Return the rows that a view has, where they are; what those stand under that are gone goes to the next."""
    its = {row.id: row for row in own.roster}
    kept: list[PlacedRow] = []
    heading: tuple[str, Words] | None = None
    for row in rows:
        if row.words and row.words[0].look == "section":
            heading = (row.row.section, row.words[0])
        if row.row.id in its:
            missed = heading and heading[0] == row.row.section and row.words[0] != heading[1]
            words = (heading[1], *row.words) if heading and missed else row.words
            kept.append(replace(row, row=its[row.row.id], words=words))
            heading = None
    return tuple(kept)


def _rows_lost(placed: PlacedBox, inside: Sequence[Box]) -> bool:
    """Tell whether an open board has a row in the view that it has none for in the drawing of the whole."""
    rows = {row.row.id for row in placed.rows}
    return any(
        box.id == placed.box.id and bool(rows) and any(row.id not in rows for row in box.roster) for box in inside
    )


def _notes_lost(placed: PlacedBox, inside: Iterable[Box]) -> bool:
    """Tell whether a closed board has seats for people at large in the view that it has none for in the drawing."""
    notes = {(note.row.who, note.chip.chip.mark) for note in placed.notes if note.chip}
    hang = placed.box.at_large and not notes  # a bar without room for rows: they are chips under it, in both
    return not hang and any(
        box.id == placed.box.id and not placed.rows and (row.who, row.chip.mark) not in notes
        for box in inside
        for row in box.at_large
        if row.chip
    )
