"""Shapes as SVG path data, which the canvas takes as they are (Path2D): so both drawings have the same outlines."""

from collections.abc import Sequence
from math import hypot

from app.diagram.geometry import CHIP, PlacedBox, Point
from app.diagram.palette import Outline

_CORNER = 5.0
_CUT = 6.0


def box_path(placed: PlacedBox, grow: float = 0.0) -> str:
    """Give the outline of a box, larger on every side by `grow` (the ring round the one in focus)."""
    half_width, half_height = placed.width / 2 + grow, placed.height / 2 + grow
    left, right = placed.x - half_width, placed.x + half_width
    top, bottom = placed.y - half_height, placed.y + half_height
    match placed.box.style.outline:
        case Outline.CUT:
            return _polygon([(left, top), (right - _CUT, top), (right, top + _CUT), (right, bottom), (left, bottom)])
        case Outline.HEXAGON:
            cut = min(9.0, half_height)
            return _polygon(
                [
                    (left, placed.y),
                    (left + cut, top),
                    (right - cut, top),
                    (right, placed.y),
                    (right - cut, bottom),
                    (left + cut, bottom),
                ]
            )
        case Outline.OCTAGON:
            return _polygon(
                [
                    (left, top + _CUT),
                    (left + _CUT, top),
                    (right - _CUT, top),
                    (right, top + _CUT),
                    (right, bottom - _CUT),
                    (right - _CUT, bottom),
                    (left + _CUT, bottom),
                    (left, bottom - _CUT),
                ]
            )
        case Outline.ROUND:
            return _rounded(left, top, right, bottom, 4.0)
        case Outline.PILL:
            return _rounded(left, top, right, bottom, min(13.0, half_height))
        case Outline.ELLIPSE:
            arc = f"A{_n(half_width)} {_n(half_height)} 0 0 1"
            return f"M{_n(left)} {_n(placed.y)}{arc} {_n(right)} {_n(placed.y)}{arc} {_n(left)} {_n(placed.y)}Z"
        case _:
            return _polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def line_path(points: Sequence[Point]) -> str:
    """Give a line with its corners rounded."""
    path = [f"M{_p(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER, _far(before, corner) / 2, _far(corner, after) / 2)
        path.append(f"L{_p(_towards(corner, before, radius))}Q{_p(corner)} {_p(_towards(corner, after, radius))}")
    path.append(f"L{_p(points[-1])}")
    return "".join(path)


def arrow_path(points: Sequence[Point], end: str, width: float) -> str:
    """Give the end of a line: a filled or an open arrow; nothing for chips and plain ends."""
    if end not in {"filled", "open"}:
        return ""
    tip, tail = points[-1], points[-2]
    far = max(_far(tip, tail), 0.001)
    along = ((tail[0] - tip[0]) / far, (tail[1] - tip[1]) / far)
    length, half = 7.0 + width, 2.6 + width / 2
    base = (tip[0] + along[0] * length, tip[1] + along[1] * length)
    sides = [
        (base[0] - along[1] * half, base[1] + along[0] * half),
        (base[0] + along[1] * half, base[1] - along[0] * half),
    ]
    path = f"M{_p(sides[0])}L{_p(tip)}L{_p(sides[1])}"
    return path + "Z" if end == "filled" else path


def circle_path(x: float, y: float, across: float = CHIP) -> str:
    """Give a circle."""
    half = across / 2
    arc = f"a{_n(half)} {_n(half)} 0 1 1"
    return f"M{_n(x - half)} {_n(y)}{arc} {_n(across)} 0{arc} {_n(-across)} 0Z"


def chip_path(x: float, y: float, across: float, *, notched: bool) -> str:
    """Give a chip: a circle, or one with a notch cut into its right side, for a co-opted seat."""
    if not notched:
        return circle_path(x, y, across)
    half = across / 2
    dx, dy = half * 0.75, half * 0.66
    return f"M{_n(x)} {_n(y)}L{_n(x + dx)} {_n(y + dy)}A{_n(half)} {_n(half)} 0 1 1 {_n(x + dx)} {_n(y - dy)}Z"


def cross_path(x: float, y: float) -> str:
    """Give the cross through a seat that is not taken up."""
    arm = CHIP * 0.34
    return f"M{_p((x - arm, y - arm))}L{_p((x + arm, y + arm))}M{_p((x + arm, y - arm))}L{_p((x - arm, y + arm))}"


def _polygon(points: Sequence[Point]) -> str:
    return "M" + "L".join(_p(point) for point in points) + "Z"


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
