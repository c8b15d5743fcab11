"""The layered layout: rows with the LSP on top, lines bent at right angles in the gaps between rows."""

from collections.abc import Mapping, Sequence
from math import sqrt

from app.diagram.content import Box, Edge, Picture
from app.diagram.geometry import Geometry, Size, size_of
from app.diagram.layering import acyclic, components, link_of, rows_of
from app.diagram.nets import Item, Pin, pitch_of, wired
from app.diagram.ordering import ordered
from app.diagram.placing import PORT_MARGIN, Placing
from app.diagram.shelving import shelved
from app.diagram.tracks import drawn


def lay_out(picture: Picture) -> Geometry:
    """Place a picture: each part that hangs together by itself, then the parts in shelves under the largest."""
    boxes = {box.id: box for box in picture.boxes}
    sizes = {id_: size_of(box, _least_width(box, picture.edges)) for id_, box in boxes.items()}
    parts = [
        _part(
            {id_: boxes[id_] for id_ in part},
            [edge for edge in picture.edges if edge.from_id in set(part)],
            sizes,
        )
        for part in components(picture)
    ]
    return shelved(parts)


def _least_width(box: Box, edges: Sequence[Edge]) -> float:
    under = sum(pitch_of([chip]) for chip in box.chips)
    over = 0.0
    for edge in edges:
        low, high = link_of(edge)
        if box.id == high:
            under += pitch_of(edge.chips)
        elif box.id == low:
            over += pitch_of(edge.chips)
    return 2 * PORT_MARGIN + max(under, over if box.style.key != "lsp" else 0)


def _part(boxes: Mapping[str, Box], edges: Sequence[Edge], sizes: Mapping[str, Size]) -> Geometry:
    area = sum(sizes[id_].width + 24 for id_ in boxes)
    room = min(max(sqrt(190 * area), 420), 2600)
    links = acyclic(boxes, [link_of(edge) for edge in edges])
    heads = {id_ for id_, box in boxes.items() if box.style.key == "lsp"}
    row_of = rows_of(sorted(boxes), links, {id_: sizes[id_].width + 24 for id_ in boxes}, room, heads)
    wiring = wired(boxes, edges, row_of)
    joins = sorted({_lower_first(pair) for path in wiring.paths.values() for pair in path})
    loops = {edge.from_id for edge in edges if edge.from_id == edge.to_id}
    placing = Placing(ordered(wiring.rows, joins), wiring, sizes, loops)
    placing.improve()
    return drawn(boxes, edges, sizes, wiring, placing)


def _lower_first(pair: tuple[Pin, Pin]) -> tuple[Item, Item]:
    one, two = pair
    return (two.item, one.item) if one.on_upper else (one.item, two.item)
