"""The layered layout: rows with the LSP on top, lines bent at right angles in the gaps between rows.

Seats that no line leads to are rows within their board, as in columns, with whom they are for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from app.diagram.content import Box, Edge, Picture
from app.diagram.geometry import BAR_WIDTH, Geometry, PlacedBox, Size, placed_rows, size_of
from app.diagram.layering import acyclic, components, link_of, rows_of, weighed
from app.diagram.nets import ARROW_PITCH, Item, Pin, bundles, pitch_of, wired
from app.diagram.ordering import ordered
from app.diagram.panels import Panel, notes_of
from app.diagram.placing import PORT_MARGIN, Placing
from app.diagram.shelving import shelved
from app.diagram.tracks import drawn


def lay_out(picture: Picture) -> Geometry:
    """Place a picture: each part that hangs together by itself, then the parts in shelves under the largest."""
    boxes = {box.id: replace(box, chips=()) if box.at_large else box for box in picture.boxes}
    least = _least_widths(tuple(boxes.values()), picture.edges)
    named = {id_: size_of(box, least[id_]) for id_, box in boxes.items()}
    notes = {
        id_: notes_of(box.at_large, named[id_].width, named[id_].height) for id_, box in boxes.items() if box.at_large
    }
    sizes = {id_: replace(size, height=notes[id_].height) if id_ in notes else size for id_, size in named.items()}
    parts = [
        _part(
            {id_: boxes[id_] for id_ in part},
            [edge for edge in picture.edges if edge.from_id in set(part)],
            sizes,
        )
        for part in components(picture)
    ]
    geometry = shelved(parts)
    whole = {box.id: box for box in picture.boxes}
    return replace(
        geometry,
        boxes=tuple(_with_notes(replace(it, box=whole[it.box.id]), notes.get(it.box.id)) for it in geometry.boxes),
    )


def _with_notes(placed: PlacedBox, notes: Panel | None) -> PlacedBox:
    """Give a board its rows where it stands."""
    if not notes:
        return placed
    left, top = placed.x - placed.width / 2, placed.y - placed.height / 2
    rows = placed_rows(notes, round(left, 2), round(top, 2), placed.width, placed.box.id)
    return replace(placed, head=notes.head, notes=rows)


def _least_widths(boxes: Sequence[Box], edges: Sequence[Edge]) -> dict[str, float]:
    """Return each box the width its lines need: one port for each that arrives, one for each kind that leaves."""
    arriving = {box.id: sum(pitch_of([chip]) for chip in box.chips) for box in boxes}
    leaving: dict[str, set[tuple[str, bool]]] = {box.id: set() for box in boxes}
    gathered = bundles(edges)
    for edge in edges:
        low, high = link_of(edge)
        if edge.id not in gathered:
            arriving[high] += pitch_of(edge.chips)
            leaving[low].add((edge.style.key, edge.is_proposed))
    return {box.id: 2 * PORT_MARGIN + max(arriving[box.id], ARROW_PITCH * len(leaving[box.id])) for box in boxes}


def _part(boxes: Mapping[str, Box], edges: Sequence[Edge], sizes: Mapping[str, Size]) -> Geometry:
    area = sum(sizes[id_].width + 24 for id_ in boxes)
    room = min(max(sqrt(190 * area), 420), 2600)
    links = acyclic(weighed(Picture(tuple(boxes.values()), tuple(edges), ())))
    heads = {id_ for id_, box in boxes.items() if box.style.key == "lsp"}
    row_of = rows_of(sorted(boxes), links, {id_: sizes[id_].width + 24 for id_ in boxes}, room, heads)
    wiring = wired(boxes, edges, row_of)
    joins = sorted({_lower_first(pair) for path in wiring.paths.values() for pair in path})
    loops = {edge.from_id for edge in edges if edge.from_id == edge.to_id}
    rows = ordered(wiring.rows, joins)
    placing = Placing(rows, wiring, _with_bar(rows[0], sizes, Placing(rows, wiring, sizes, loops).width), loops)
    placing.improve()
    return drawn(boxes, edges, wiring, placing)


def _with_bar(row: Sequence[Item], sizes: Mapping[str, Size], width: float) -> Mapping[str, Size]:
    """Make the body that heads the picture alone a bar over everything, so that lines reach it straight."""
    if len(row) != 1 or sizes[row[0].body].width < BAR_WIDTH:
        return sizes
    return {**sizes, row[0].body: replace(sizes[row[0].body], width=width)}


def _lower_first(pair: tuple[Pin, Pin]) -> tuple[Item, Item]:
    one, two = pair
    return (two.item, one.item) if one.on_upper else (one.item, two.item)
