"""Bodies in a row, one step after another: from left to right, and from top to bottom for a narrow screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.diagram import text
from app.diagram.content import Box, Edge
from app.diagram.focus.slots import LABEL_HEIGHT, broken
from app.diagram.geometry import CHIP, Geometry, Label, PlacedBox, PlacedChip, Route, Size, size_of
from app.diagram.marks import Chip, mark_of
from app.diagram.palette import LINES, box_style, line_style
from app.diagram.svg import svg_of
from app.diagram.text import cleaned
from app.domain.records import Line, Organization, Post
from app.domain.vocabulary import FactStatus

MOST_ABREAST = 3
"""A row of more steps than this stands from top to bottom everywhere: it would be too wide to read."""
_MARGIN = 8.0
_BOX = 150.0
_LINE = 136.0
_TALL = 220.0
_SIDE = 150.0
_LEAST_DROP = 34.0
_OVER = 6.0


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain: where it leads, along what, and what is said of it, in few words and in a sentence."""

    organization: Organization
    words: str
    said: str
    seat: Post | None
    """The seat it leads along, if it is one, and not somebody who sits on both."""
    line: Line | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain drawn; safe to put into a page with diagram.css."""

    svg: Markup | None
    """From left to right; nothing when it has too many steps for that."""
    svg_narrow: Markup
    """From top to bottom."""
    svg_file: Markup
    """To save or print, with its own colours and legend: from left to right where it has few enough steps."""


def draw_chain(
    start: Organization,
    steps: Sequence[ChainStep],
    *,
    title: str,
    description: str,
    key: str,
    href: Callable[[str], str],
) -> Chain:
    """Draw a chain of bodies; `key` makes its ids unique in a page, `href` gives a body's address from its id."""
    bodies = [start, *(step.organization for step in steps)]
    boxes = [_box(body, is_focus=body is start) for body in bodies]
    edges = [_edge(one.id, step) for one, step in zip(bodies, steps, strict=False)]
    said: Mapping[str, str] = {box.id: box.name for box in boxes} | {
        edge.id: step.said for edge, step in zip(edges, steps, strict=True)
    }
    words = [step.words for step in steps]

    def svg(geometry: Geometry, name: str, *, as_file: bool = False) -> Markup:
        drawn = svg_of(
            geometry,
            title=cleaned(title),
            description=description,
            href=href,
            said=said.__getitem__,
            key=name,
            as_file=as_file,
        )
        return Markup(drawn)  # noqa: S704 - svg_parts has escaped every name

    across = _across(boxes, edges, words) if len(steps) <= MOST_ABREAST else None
    down = _down(boxes, edges, words)
    return Chain(
        svg(across, key) if across else None,
        svg(down, f"{key}-narrow"),
        svg(across or down, key, as_file=True),
    )


def _box(body: Organization, *, is_focus: bool) -> Box:
    style = box_style(body.classification)
    return Box(body.id, cleaned(body.name), body.classification, style, body.status, body.count, is_focus, ())


def _edge(from_id: str, step: ChainStep) -> Edge:
    fact = step.seat or step.line
    style = LINES["seat"] if step.seat else line_style(step.line.type) if step.line else LINES["link"]
    # How many seats it is, the words beside the line say: a number alone would say nothing here.
    chips = (Chip(mark_of(step.seat, board=step.organization.classification), 1),) if step.seat else ()
    proposed = bool(fact and fact.status is FactStatus.PROPOSED)
    to_id = step.organization.id
    return Edge(f"{from_id}>{to_id}", style, from_id, to_id, proposed, (fact.id,) if fact else (), (step.words,), chips)


def _across(boxes: Sequence[Box], edges: Sequence[Edge], words: Sequence[str]) -> Geometry:
    sizes = [_sized(box, _BOX) for box in boxes]
    labels = [broken((said,), _LINE - 30) for said in words]
    over = max((len(lines) * LABEL_HEIGHT + 2 * _OVER for lines in labels), default=0.0)
    middle = round(_MARGIN + max(over, *(size.height / 2 for size in sizes)), 1)
    low = max(size.height / 2 for size in sizes)
    placed, x = [], _MARGIN
    for box, size in zip(boxes, sizes, strict=True):
        placed.append(PlacedBox(box, round(x + size.width / 2, 1), middle, size.width, size.height, size.lines))
        x += size.width + _LINE
    routes, chips, said = [], [], []
    for number, (edge, lines) in enumerate(zip(edges, labels, strict=True)):
        left = placed[number].x + placed[number].width / 2
        right = placed[number + 1].x - placed[number + 1].width / 2
        end = right - CHIP / 2 - 1 if edge.chips else right
        routes.append(Route(edge, ((left, middle), (end, middle))))
        chips += [PlacedChip(chip, end, middle, edge.id) for chip in edge.chips]
        top = middle - _OVER - (len(lines) - 1) * LABEL_HEIGHT
        said.append(Label(edge.id, lines, round((left + right) / 2, 1), round(top, 1), "middle"))
    width = round(x - _LINE + _MARGIN, 1)
    return Geometry(
        width, round(middle + low + _MARGIN, 1), tuple(placed), tuple(routes), tuple(chips), labels=tuple(said)
    )


def _down(boxes: Sequence[Box], edges: Sequence[Edge], words: Sequence[str]) -> Geometry:
    sizes = [_sized(box, _TALL) for box in boxes]
    labels = [broken((said,), _SIDE) for said in words]
    wide = max(size.width for size in sizes)
    middle = round(_MARGIN + wide / 2, 1)
    placed, y = [], _MARGIN
    drops = [max(_LEAST_DROP, len(lines) * LABEL_HEIGHT + 2 * _OVER + CHIP) for lines in labels]
    for box, size, drop in zip(boxes, sizes, [*drops, 0.0], strict=True):
        placed.append(PlacedBox(box, middle, round(y + size.height / 2, 1), size.width, size.height, size.lines))
        y += size.height + drop
    routes, chips, said = [], [], []
    for number, (edge, lines) in enumerate(zip(edges, labels, strict=True)):
        top = placed[number].y + placed[number].height / 2
        foot = placed[number + 1].y - placed[number + 1].height / 2
        end = foot - CHIP / 2 - 1 if edge.chips else foot
        routes.append(Route(edge, ((middle, top), (middle, end))))
        chips += [PlacedChip(chip, middle, end, edge.id) for chip in edge.chips]
        first = (top + foot - CHIP) / 2 - (len(lines) - 1) * LABEL_HEIGHT / 2 + 4
        said.append(Label(edge.id, lines, middle + 12, round(first, 1)))
    width = round(max(_MARGIN + wide, middle + 12 + _SIDE) + _MARGIN, 1)
    return Geometry(width, round(y + _MARGIN, 1), tuple(placed), tuple(routes), tuple(chips), labels=tuple(said))


def _sized(box: Box, width: float) -> Size:
    """Measure a box; the body above all others stands in a row like any other, not as the wide bar of a map."""
    if box.style.key != "lsp":
        return size_of(box, width)
    lines = text.balanced(box.name, width - 16, bold=True)
    return Size(width, round(len(lines) * text.LINE_HEIGHT + 14, 1), lines)
