"""Puts the parts of a picture that no line joins into shelves, the largest on top."""

from collections.abc import Sequence
from dataclasses import replace

from app.diagram.geometry import Geometry

MARGIN = 14.0
BETWEEN = 30.0


def shelved(parts: Sequence[Geometry]) -> Geometry:
    """Join parts, largest first, into one geometry with a margin all round."""
    if not parts:
        return Geometry(2 * MARGIN, 2 * MARGIN, (), (), ())
    room = max(*(part.width for part in parts), 900.0 if len(parts) > 1 else 0.0)
    x, y, tallest, widest = 0.0, 0.0, 0.0, 0.0
    moved = []
    for part in parts:
        if x and x + part.width > room:
            x, y, tallest = 0.0, y + tallest + BETWEEN, 0.0
        moved.append(_moved(part, x + MARGIN, y + MARGIN))
        x += part.width + BETWEEN
        widest = max(widest, x - BETWEEN)
        tallest = max(tallest, part.height)
    return Geometry(
        round(widest + 2 * MARGIN, 1),
        round(y + tallest + 2 * MARGIN, 1),
        tuple(sorted((box for part in moved for box in part.boxes), key=lambda placed: placed.box.id)),
        tuple(sorted((route for part in moved for route in part.routes), key=lambda route: route.edge.id)),
        tuple(chip for part in moved for chip in part.chips),
    )


def _moved(part: Geometry, dx: float, dy: float) -> Geometry:
    return Geometry(
        part.width,
        part.height,
        tuple(replace(box, x=round(box.x + dx, 2), y=round(box.y + dy, 2)) for box in part.boxes),
        tuple(
            replace(route, points=tuple((round(x + dx, 2), round(y + dy, 2)) for x, y in route.points))
            for route in part.routes
        ),
        tuple(replace(chip, x=round(chip.x + dx, 2), y=round(chip.y + dy, 2)) for chip in part.chips),
    )
