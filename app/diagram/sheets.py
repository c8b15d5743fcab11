"""A map that is too wide for one A4 sheet, cut between its columns: on several, its words can still be read.

Browsers print on what lies in the tray. The sheets are drawn at one scale, so that they can be laid side by side; each
has the names of the bars that reach over it, since a name in the middle of the whole would be cut or on another sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from app.diagram import text
from app.diagram.bars import has_bold_name, spans_of
from app.diagram.geometry import Geometry, PlacedBox
from app.diagram.svg_parts import safe
from app.domain.english import listed

LEAST_PRINT = 6.5
"""Points of a name on paper: a picture with smaller ones is cut."""
MOST_SHEETS = 4
_MM = 72 / 25.4
ACROSS = (277 * _MM, 134 * _MM)
"""Points that an A4 sheet on its side leaves for its picture, under the head of the page."""
UPRIGHT = (190 * _MM, 216 * _MM)
_OVERLAP = 6.0
"""Units that two sheets have in common: what runs where they are cut is on both."""
_BESIDE_NAME = 7.0


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A part of a picture on a sheet of its own."""

    caption: str
    """Which part it is, in words."""
    view: str
    """The part as a `viewBox`."""
    width: str
    height: str
    """How large it is on paper, as CSS has lengths."""
    names: str
    """SVG: the names of the bars that reach over it, and what covers the pieces of boxes that are whole on the next."""
    is_upright: bool


class Part(NamedTuple):
    """What a sheet shows of a picture, from left to right."""

    left: float
    right: float
    begins: float
    """Where it was cut, with the overlap: what is left of that is there for the rows of bars alone."""
    ends: float


def sheets_of(geometry: Geometry) -> tuple[PaperSheet, ...]:
    """Return the sheets that a map is printed on; none where it is large enough on one, or cannot be cut."""
    if (
        _print(
            geometry,
            [Part(0.0, geometry.width, 0.0, geometry.width)],
            ACROSS if geometry.width > geometry.height else UPRIGHT,
        )
        >= LEAST_PRINT
    ):
        return ()
    tried = [
        (min(_print(geometry, parts, paper), LEAST_PRINT), -len(parts), _print(geometry, parts, paper), parts, paper)
        for parts in _ways(geometry)
        for paper in (ACROSS, UPRIGHT)
    ]
    if not tried:
        return ()
    *_, size, parts, paper = max(tried)
    if len(parts) == 1 and paper == (ACROSS if geometry.width > geometry.height else UPRIGHT):
        return ()
    scale = size / text.SIZE
    return tuple(
        PaperSheet(
            _caption(geometry, place, parts),
            f"{part.left:g} 0 {part.right - part.left:g} {geometry.height:g}",
            f"{(part.right - part.left) * scale:.1f}pt",
            f"{geometry.height * scale:.1f}pt",
            "".join((*_covers(geometry, part), *_names(geometry, part))),
            paper == UPRIGHT,
        )
        for place, part in enumerate(parts)
    )


def _print(geometry: Geometry, parts: Sequence[Part], paper: tuple[float, float]) -> float:
    """Return how many points a name has when every part fits a sheet."""
    widest = max(part.right - part.left for part in parts)
    return text.SIZE * min(paper[0] / widest, paper[1] / geometry.height)


def _ways(geometry: Geometry) -> Iterator[list[Part]]:
    """Yield the whole, and for each number of sheets the cut between columns whose widest part is least wide."""
    borders = [column.left for column in geometry.columns[1:]]
    for number in range(1, MOST_SHEETS + 1):
        cuts = [_parts(geometry, chosen) for chosen in combinations(borders, number - 1)]
        if cuts:
            yield min(cuts, key=lambda parts: max(part.right - part.left for part in parts))


def _parts(geometry: Geometry, cuts: Sequence[float]) -> list[Part]:
    """Return the parts of a picture from left to right; a row of an open bar that is cut is whole on both sheets."""
    rows = [row for placed in geometry.boxes if placed.is_bar for row in (*placed.rows, *placed.notes)]
    ends = [0.0, *cuts, geometry.width]
    parts = []
    for left, right in pairwise(ends):
        begins, ends_at = max(left - _OVERLAP, 0.0), min(right + _OVERLAP, geometry.width)
        low = min([begins, *(row.x for row in rows if row.x < left < row.x + row.width)])
        high = max([ends_at, *(row.x + row.width for row in rows if row.x < right < row.x + row.width)])
        parts.append(Part(round(max(low, 0.0), 1), round(min(high, geometry.width), 1), begins, ends_at))
    return parts


def _covers(geometry: Geometry, part: Part) -> Iterator[str]:
    """Cover what is of the next sheet, but for the rows of bars for which this one is wider: boxes would be cut."""
    for left, right in ((part.left, part.begins), (part.ends, part.right)):
        if right - left < 1:
            continue
        over = (it for it in geometry.boxes if it.is_bar and it.x - it.width / 2 < right and it.x + it.width / 2 > left)
        heights = sorted((it.y - it.height / 2, it.y + it.height / 2) for it in over)
        top = 0.0
        for upper, lower in (*heights, (geometry.height, geometry.height)):
            if upper - top > 1:
                size = f'width="{right - left:.1f}" height="{upper - top:.1f}"'
                yield f'<rect x="{left:.1f}" y="{top:.1f}" {size} fill="#fff"/>'
            top = max(top, lower)


def _caption(geometry: Geometry, place: int, parts: Sequence[Part]) -> str:
    part = parts[place]
    inside = [column for column in geometry.columns if part.begins <= column.middle <= part.ends and column.lines]
    names = listed([" ".join(column.lines) for column in inside])
    number = f"Sheet {place + 1} of {len(parts)}, to be laid side by side"
    return f"{number}: {names}" if names else number


def _names(geometry: Geometry, part: Part) -> Iterator[str]:
    for placed in geometry.boxes:
        if placed.is_bar and placed.lines and (at := _middle(placed, part)):
            first = placed.name_y - (len(placed.lines) - 1) * text.LINE_HEIGHT / 2 + text.SIZE * 0.35
            spans = "".join(
                f'<tspan x="{at:g}" y="{first + place * text.LINE_HEIGHT:.1f}">{safe(line)}</tspan>'
                for place, line in enumerate(placed.lines)
            )
            weight = ' font-weight="bold"' if has_bold_name(placed) else ""
            yield f'<text text-anchor="middle" fill="{placed.box.style.text.light}"{weight}>{spans}</text>'


def _middle(placed: PlacedBox, part: Part) -> float:
    """Return the middle of a bar's name on a sheet; 0 where there is no room for it."""
    half = max(text.width(line, bold=has_bold_name(placed)) for line in placed.lines) / 2 + _BESIDE_NAME
    free = [(max(left, part.left) + half, min(right, part.right) - half) for left, right in spans_of(placed)]
    middle = (max(part.left, placed.x - placed.width / 2) + min(part.right, placed.x + placed.width / 2)) / 2
    places: list[float] = [min(max(middle, left), right) for left, right in free if left <= right]
    best = min(places, key=lambda x: (abs(x - middle), x), default=0.0)
    return round(best, 1)
