"""Shapes as SVG path data, which the canvas takes as they are (Path2D): so both drawings have the same outlines."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from app.diagram.bars import spans_of
from app.diagram.geometry import CHIP, PlacedBox, Point
from app.diagram.marks import Mark, MarkKind
from app.diagram.palette import Outline
from app.diagram.panels import HEXAGON_END
from app.domain.vocabulary import YesNoNotRecorded

_CORNER = 5.0
_CUT = 6.0
_GAP = 5.0
_TICK = 3.6


def box_path(placed: PlacedBox, grow: float = 0.0) -> str:
    """Return the outline of a box, larger on every side by `grow` (the ring round the one in focus).

    A bar that lines pass through comes in pieces; its ring does not.
    """
    half_width, half_height = placed.width / 2 + grow, placed.height / 2 + grow
    left, right = placed.x - half_width, placed.x + half_width
    top, bottom = placed.y - half_height, placed.y + half_height
    if placed.gaps and not grow:
        return "".join(_polygon(piece) for piece in _pieces(placed))
    match placed.box.style.outline:
        case Outline.ROUND:
            return _rounded(left, top, right, bottom, 4.0)
        case Outline.PILL:
            return _rounded(left, top, right, bottom, min(13.0, half_height))
        case Outline.ELLIPSE:
            arc = f"A{_n(half_width)} {_n(half_height)} 0 0 1"
            return f"M{_n(left)} {_n(placed.y)}{arc} {_n(right)} {_n(placed.y)}{arc} {_n(left)} {_n(placed.y)}Z"
        case outline:
            return _polygon([*_left_end(outline, left, top, bottom), *_right_end(outline, right, top, bottom)])


def edge_path(placed: PlacedBox) -> str:
    """Return what is stroked of a bar in pieces: all but the sides of its gaps; nothing for a box without gaps."""
    if not placed.gaps:
        return ""
    pieces = _pieces(placed)
    path = []
    for place, piece in enumerate(pieces):
        # Every piece runs from its lower left corner round by its top to its lower right one.
        *upper, (right, bottom) = piece
        first, last = place == 0, place == len(pieces) - 1
        if first and last:
            path.append(_polygon(piece))
        elif first:
            path.append(_open([(right, bottom), *upper]))
        elif last:
            path.append(_open([*piece[1:], piece[0]]))
        else:
            path.append(_open(piece[1:3]) + _open([piece[0], (right, bottom)]))
    return "".join(path)


def stack_path(placed: PlacedBox, step: float) -> str:
    """Return the outline of a box that lies behind another, a little lower and to the right."""
    behind = replace(placed, x=placed.x + step, y=placed.y + step, gaps=())
    return box_path(behind)


def _pieces(placed: PlacedBox) -> list[list[Point]]:
    top, bottom = placed.y - placed.height / 2, placed.y + placed.height / 2
    spans, outline = spans_of(placed), placed.box.style.outline
    pieces = []
    for place, (left, right) in enumerate(spans):
        start = _left_end(outline, left, top, bottom) if place == 0 else [(left, bottom), (left, top)]
        end = [(right, top), (right, bottom)]
        if place == len(spans) - 1:
            end = _right_end(outline, right, top, bottom)
        pieces.append([*start, *end])
    return pieces


def _left_end(outline: Outline, left: float, top: float, bottom: float) -> list[Point]:
    """Return the corners at the left end, from below."""
    match outline:
        case Outline.HEXAGON:
            cut = min(HEXAGON_END, (bottom - top) / 2)
            return [(left + cut, bottom), (left, (top + bottom) / 2), (left + cut, top)]
        case Outline.OCTAGON:
            return [(left + _CUT, bottom), (left, bottom - _CUT), (left, top + _CUT), (left + _CUT, top)]
        case _:
            return [(left, bottom), (left, top)]


def _right_end(outline: Outline, right: float, top: float, bottom: float) -> list[Point]:
    """Return the corners at the right end, from above."""
    match outline:
        case Outline.CUT:
            return [(right - _CUT, top), (right, top + _CUT), (right, bottom)]
        case Outline.HEXAGON:
            cut = min(HEXAGON_END, (bottom - top) / 2)
            return [(right - cut, top), (right, (top + bottom) / 2), (right - cut, bottom)]
        case Outline.OCTAGON:
            return [(right - _CUT, top), (right, top + _CUT), (right, bottom - _CUT), (right - _CUT, bottom)]
        case _:
            return [(right, top), (right, bottom)]


def line_path(points: Sequence[Point]) -> str:
    """Return a line with its corners rounded."""
    path = [f"M{_p(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER, _far(before, corner) / 2, _far(corner, after) / 2)
        path.append(f"L{_p(_towards(corner, before, radius))}Q{_p(corner)} {_p(_towards(corner, after, radius))}")
    path.append(f"L{_p(points[-1])}")
    return "".join(path)


def stroke_path(points: Sequence[Point], end: str) -> str:
    """Return what is stroked of a line of a style with this `end`: all of it, or all but a gap in the middle."""
    if end != "gap":
        return line_path(points)
    place, here, there = _gap(points)
    return line_path([*points[: place + 1], here]) + line_path([there, *points[place + 1 :]])


def _gap(points: Sequence[Point]) -> tuple[int, Point, Point]:
    """Return the place of a line's longest stretch, and where on it a gap begins and ends."""
    place = max(range(len(points) - 1), key=lambda place: (_far(points[place], points[place + 1]), -place))
    start, goal = points[place], points[place + 1]
    far = _far(start, goal)
    half = min(_GAP, far / 4)
    return place, _towards(start, goal, far / 2 - half), _towards(start, goal, far / 2 + half)


def arrow_path(points: Sequence[Point], end: str, width: float) -> str:
    """Return the end of a line: an arrow, filled, open or a small one at a row; the two sides of a gap; or nothing."""
    if end == "gap":
        _, here, there = _gap(points)
        far = max(_far(here, there), 0.001)
        side = (-(there[1] - here[1]) / far * _TICK, (there[0] - here[0]) / far * _TICK)
        ticks = [[(x - side[0], y - side[1]), (x + side[0], y + side[1])] for x, y in (here, there)]
        return "".join(f"M{_p(one)}L{_p(other)}" for one, other in ticks)
    if end not in {"filled", "open", "row"}:
        return ""
    tip, tail = points[-1], points[-2]
    far = max(_far(tip, tail), 0.001)
    along = ((tail[0] - tip[0]) / far, (tail[1] - tip[1]) / far)
    length, half = (5.5, 2.6) if end == "row" else (7.0 + width, 2.6 + width / 2)
    base = (tip[0] + along[0] * length, tip[1] + along[1] * length)
    sides = [
        (base[0] - along[1] * half, base[1] + along[0] * half),
        (base[0] + along[1] * half, base[1] - along[0] * half),
    ]
    path = f"M{_p(sides[0])}L{_p(tip)}L{_p(sides[1])}"
    return path if end == "open" else path + "Z"


def circle_path(x: float, y: float, across: float = CHIP) -> str:
    """Return a circle."""
    half = across / 2
    arc = f"a{_n(half)} {_n(half)} 0 1 1"
    return f"M{_n(x - half)} {_n(y)}{arc} {_n(across)} 0{arc} {_n(-across)} 0Z"


def chip_path(x: float, y: float, mark: Mark, across: float = CHIP - 1.4) -> str:
    """Return a chip: a circle for a seat, a diamond for an office, a square for a post that is no seat.

    What is co-opted has a notch cut into its right side.
    """
    half, notched = across / 2, mark.co_opted
    if mark.kind is MarkKind.OFFICE:
        far = half * 1.3
        right = [(x + far / 2, y - far / 2), (x, y), (x + far / 2, y + far / 2)] if notched else [(x + far, y)]
        return _polygon([(x, y - far), *right, (x, y + far), (x - far, y)])
    if mark.kind is MarkKind.POST:
        notch = [(x + half, y - half / 2), (x, y), (x + half, y + half / 2)] if notched else []
        right = [(x + half, y - half), *notch, (x + half, y + half)]
        return _polygon([(x - half, y - half), *right, (x - half, y + half)])
    if not notched:
        return circle_path(x, y, across)
    dx, dy = half * 0.75, half * 0.66
    return f"M{_n(x)} {_n(y)}L{_n(x + dx)} {_n(y + dy)}A{_n(half)} {_n(half)} 0 1 1 {_n(x + dx)} {_n(y - dy)}Z"


def has_dot(mark: Mark) -> bool:
    """Tell whether a chip has a dot in its middle: a seat of which no source says whether it votes.

    Nobody expects an officer's post to have a vote.
    """
    silent = mark.voting is YesNoNotRecorded.NOT_RECORDED and mark.kind is not MarkKind.POST
    return silent and not (mark.vacant or mark.term_over)


def cross_path(x: float, y: float) -> str:
    """Return the cross through a seat that is not taken up."""
    arm = CHIP * 0.34
    return f"M{_p((x - arm, y - arm))}L{_p((x + arm, y + arm))}M{_p((x + arm, y - arm))}L{_p((x - arm, y + arm))}"


def state_path(x: float, y: float, mark: Mark) -> str:
    """Return the strokes over a chip: a cross when not taken up, a slash when vacant, a clock when a term is over."""
    if not mark.taken_up:
        return cross_path(x, y)
    if mark.vacant:
        arm = CHIP * 0.55
        return f"M{_p((x - arm, y + arm))}L{_p((x + arm, y - arm))}"
    if mark.term_over:
        return f"M{_p((x, y - CHIP * 0.42))}L{_p((x, y))}L{_p((x + CHIP * 0.32, y + CHIP * 0.18))}"
    return ""


def toggle_path(left: float, top: float, *, is_open: bool) -> str:
    """Return the triangle of a sign that opens or closes a board: down when it is open, to the right when it is not."""
    if is_open:
        return _polygon([(left + 3, top + 4), (left + 11, top + 4), (left + 7, top + 10)])
    return _polygon([(left + 4, top + 3), (left + 10, top + 7), (left + 4, top + 11)])


def _polygon(points: Sequence[Point]) -> str:
    return "M" + "L".join(_p(point) for point in points) + "Z"


def _open(points: Sequence[Point]) -> str:
    return "M" + "L".join(_p(point) for point in points)


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> str:
    r = _n(radius)
    return (
        f"M{_n(left + radius)} {_n(top)}H{_n(right - radius)}A{r} {r} 0 0 1 {_n(right)} {_n(top + radius)}"
        f"V{_n(bottom - radius)}A{r} {r} 0 0 1 {_n(right - radius)} {_n(bottom)}H{_n(left + radius)}"
        f"A{r} {r} 0 0 1 {_n(left)} {_n(bottom - radius)}V{_n(top + radius)}"
        f"A{r} {r} 0 0 1 {_n(left + radius)} {_n(top)}Z"
    )


def _far(one: Point, two: Point) -> float:
    return hypot(one[0] - two[0], one[1] - two[1])


def _towards(start: Point, goal: Point, distance: float) -> Point:
    far = max(_far(start, goal), 0.001)
    return (
        start[0] + (goal[0] - start[0]) * distance / far,
        start[1] + (goal[1] - start[1]) * distance / far,
    )


def _p(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
