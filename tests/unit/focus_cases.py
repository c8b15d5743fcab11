"""What the tests of the picture around one body share: pictures of every body, and what may not touch in them."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from app.diagram import text
from app.diagram.content import picture_of
from app.diagram.focus import around, lay_out_focus, words_of
from app.diagram.geometry import Geometry, Label
from app.diagram.svg_parts import LABEL
from tests.unit.diagram_cases import Structure

Frame = tuple[float, float, float, float]


def around_body(structure: Structure, id_: str, *, narrow: bool = False) -> Geometry:
    """Lay out what stands around a body, with a holder of some length beside every seat."""
    picture = picture_of(*structure, focus=id_)
    holders = {post.id: "Somebody with a name of some length" for post in structure[2][::3]}
    words = words_of(around(picture, id_), structure[2], holders)
    return lay_out_focus(picture, id_, words=words, narrow=narrow)


def frame_of(label: Label) -> Frame:
    """Return left, top, right and bottom of the ink of words, with a hair's breadth round it."""
    size = text.SIZE if label.is_heading else LABEL
    width = max(text.width(line, size=size, bold=label.is_heading) for line in label.lines)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - size * 0.75, left + width, label.y + (len(label.lines) - 1) * size * 1.15 + size * 0.22


def touched_labels(geometry: Geometry) -> Iterator[tuple[str, ...]]:
    """Return every label that touches a line, a box, another label or the edge of the drawing."""
    lines = [
        (min(x0, x1) - 1, min(y0, y1) - 1, max(x0, x1) + 1, max(y0, y1) + 1)
        for route in geometry.routes
        for (x0, y0), (x1, y1) in pairwise(route.points)
    ]
    boxes = [
        (one.x - one.width / 2, one.y - one.height / 2, one.x + one.width / 2, one.y + one.height / 2)
        for one in geometry.boxes
    ]
    chips = [(chip.x - 4.5, chip.y - 4.5, chip.x + 4.5, chip.y + 4.5) for chip in geometry.chips]
    for label in geometry.labels:
        frame = frame_of(label)
        inside = frame[0] >= 0 and frame[1] >= 0 and frame[2] <= geometry.width and frame[3] <= geometry.height
        if not inside or any(_meet(frame, other) for other in (*lines, *boxes, *chips)):
            yield label.lines
    for one, two in combinations(geometry.labels, 2):
        if _meet(frame_of(one), frame_of(two)):
            yield one.lines + two.lines


def _meet(one: Frame, two: Frame) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
