"""The legend of a drawing: only what occurs in it, said in words; for the page's HTML and for saved files."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.diagram import text
from app.diagram.badges import FOLD, SIGNS, is_fold
from app.diagram.content import Box, Edge
from app.diagram.geometry import Geometry, PlacedBox, PlacedChip, Route
from app.diagram.marks import Chip, Mark, MarkKind
from app.diagram.palette import AWAY, BOXES, LINES, TEXT, BoxStyle, LineStyle
from app.diagram.svg_parts import badges_svg, box_svg, chip_svg, stack_svg, trunk_svg
from app.domain.change_marks import ChangeMark
from app.domain.vocabulary import Classification, LifecycleStatus, YesNoNotRecorded

CHANGED = {
    ChangeMark.ADDED: "begins, is added or proposed",
    ChangeMark.ENDED: "ends",
    ChangeMark.CHANGED: "changes, or a seat on it does",
}
"""What the marks on bodies and lines mean when two days are compared."""
KINDS = {
    MarkKind.OFFICE: "diamond: chair, vice-chair or secretary",
    MarkKind.POST: "square: officer’s or councillor’s post, no seat",
}
"""What the shapes of marks mean that are no circles."""
SAMPLE_WIDTH = 40


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A sample, 40 by 22 units of SVG, and what it means."""

    label: str
    sample: str
    lights: str = ""
    """What of a live picture it lights: `line:` and the style of lines, or `box:` and that of bodies; else nothing."""


def legend_of(geometry: Geometry) -> tuple[LegendItem, ...]:
    """Return the legend of a drawing: what differs, then lines, then seats, then shapes, then outlines."""
    return (*_changed(geometry), *_lines(geometry), *_chips(geometry), *_boxes(geometry))


def legend_width(items: tuple[LegendItem, ...]) -> float:
    """Return the least width in which every part of a legend stands whole: a narrower picture is widened to it."""
    return max((14.0 + SAMPLE_WIDTH + 8 + text.width(item.label, size=12) + 8 for item in items), default=0.0)


def legend_svg(items: tuple[LegendItem, ...], width: float, top: float, left: float = 0.0) -> tuple[str, float]:
    """Lay a legend out in rows under a drawing, from `left` on; give it and its height."""
    x, y, parts = 14.0, top + 8, []
    for item in items:
        wide = SAMPLE_WIDTH + 8 + text.width(item.label, size=12) + 22
        if x > 14 and x + wide > width:
            x, y = 14.0, y + 28
        parts.append(
            f'<g transform="translate({round(x + left, 1):g} {y:g})">{item.sample}'
            f'<text class="dg-words" x="{SAMPLE_WIDTH + 8}" y="15" font-size="12" fill="{TEXT.light}">'
            f"{escape(item.label)}</text></g>"
        )
        x = round(x + wide, 1)
    return "".join(parts), round(y - top + 34, 1) if items else 0.0


def _changed(geometry: Geometry) -> Iterator[LegendItem]:
    used = {placed.box.changed for placed in geometry.boxes} | {route.edge.changed for route in geometry.routes}
    for mark in SIGNS:
        if mark in used:
            yield LegendItem(CHANGED[mark], box_svg(_placed(BOXES["sub-group"], 8, changed=mark)))


def _lines(geometry: Geometry) -> Iterator[LegendItem]:
    used = {route.edge.style.key for route in geometry.routes}
    for style in LINES.values():
        if style.key in used:
            at_row = all(route.at_row for route in geometry.routes if route.edge.style.key == style.key)
            yield LegendItem(style.label, _line(style, at_row=at_row), f"line:{style.key}")
    if any(route.edge.is_proposed for route in geometry.routes):
        yield LegendItem("faint: proposed", _line(LINES["reports-to"], proposed=True))


def _line(style: LineStyle, *, proposed: bool = False, at_row: bool = False) -> str:
    edge = Edge("", style, "", "", proposed, (), (), ())
    points = ((2.0, 11.0), (38.0, 11.0))
    chip = (
        chip_svg(_sample_chip(Mark(YesNoNotRecorded.YES, False, True), 33))
        if style.end == "chip" and not at_row
        else ""
    )
    return trunk_svg([Route(edge, points, at_row=at_row)], style.label) + chip


def _sample_chip(mark: Mark, x: float = 20, number: int = 1) -> PlacedChip:
    return PlacedChip(Chip(mark, number), x, 11, "")


def _chips(geometry: Geometry) -> Iterator[LegendItem]:
    chips = [placed.chip for placed in geometry.chips]
    chips += [row.chip.chip for placed in geometry.boxes for row in (*placed.rows, *placed.notes) if row.chip]
    marks = [chip.mark for chip in chips]
    seats = [mark for mark in marks if mark.kind is not MarkKind.POST]
    yes, no, silent = YesNoNotRecorded.YES, YesNoNotRecorded.NO, YesNoNotRecorded.NOT_RECORDED
    for voting, label in ((yes, "voting seat"), (no, "seat without a vote"), (silent, "vote not recorded")):
        if any(mark.voting is voting and not (mark.vacant or mark.term_over) for mark in seats):
            yield LegendItem(label, chip_svg(_sample_chip(Mark(voting, False, True))))
    for kind, label in KINDS.items():
        if any(mark.kind is kind for mark in marks):
            yield LegendItem(label, chip_svg(_sample_chip(Mark(no, False, True, kind=kind))))
    if any(mark.co_opted for mark in marks):
        yield LegendItem("notch: co-opted", chip_svg(_sample_chip(Mark(no, True, True))))
    if any(not mark.taken_up for mark in marks):
        yield LegendItem("cross: not taken up", chip_svg(_sample_chip(Mark(no, False, False))))
    if any(mark.vacant for mark in marks):
        yield LegendItem("dashed, with a slash: vacant", chip_svg(_sample_chip(Mark(no, False, True, vacant=True))))
    if any(mark.term_over for mark in marks):
        yield LegendItem("clock: term over", chip_svg(_sample_chip(Mark(no, False, True, term_over=True))))
    if any(chip.number > 1 for chip in chips):
        yield LegendItem("several alike", chip_svg(_sample_chip(Mark(silent, False, True), 16, 2)))
    if any(placed.box.chips and not (placed.rows or placed.notes) for placed in geometry.boxes):
        yield LegendItem(
            "no line: people at large, or not recorded",
            _box(BOXES["board"], 12) + chip_svg(PlacedChip(Chip(Mark(silent, False, True), 1), 20, 17.5, "")),
        )


def _boxes(geometry: Geometry) -> Iterator[LegendItem]:
    boxes = [placed.box for placed in geometry.boxes]
    for style in BOXES.values():
        if any(box.style is style for box in boxes):
            yield LegendItem(style.label, _box(style), f"box:{style.key}")
    if any(box.elsewhere for box in boxes):
        yield LegendItem(AWAY.label, _box(AWAY), f"box:{AWAY.key}")
    setting_up = {LifecycleStatus.PROPOSED, LifecycleStatus.SETTING_UP}
    if any(box.status in setting_up for box in boxes):
        yield LegendItem("proposed or being set up", _box(BOXES["sub-group"], status=LifecycleStatus.PROPOSED))
    if any(box.status in {LifecycleStatus.DORMANT, LifecycleStatus.DISBANDED} for box in boxes):
        yield LegendItem("dormant or disbanded", _box(BOXES["sub-group"], status=LifecycleStatus.DISBANDED))
    if any(box.folded and not is_fold(box.id) for box in boxes):
        yield LegendItem(
            "and so many more bodies, joined to it alone, not drawn", badges_svg(_placed(BOXES["member"], 12, folded=5))
        )
    if any(is_fold(box.id) for box in boxes):
        yield LegendItem("a column folded away", _fold(next(box.style for box in boxes if is_fold(box.id))))
    if any(box.count > 1 for box in boxes):
        yield LegendItem("stands for several bodies", badges_svg(_placed(BOXES["member"], 12, count=22)))


def _box(style: BoxStyle, height: float = 16, status: LifecycleStatus = LifecycleStatus.ACTIVE) -> str:
    return box_svg(_placed(style, height, status))


def _fold(style: BoxStyle) -> str:
    placed = PlacedBox(
        Box(FOLD, "", Classification.OTHER, style, LifecycleStatus.ACTIVE, 1, False, ()), 18, 9, 30, 13, ()
    )
    return stack_svg(placed) + box_svg(placed)


def _placed(
    style: BoxStyle,
    height: float,
    status: LifecycleStatus = LifecycleStatus.ACTIVE,
    count: int = 1,
    folded: int = 0,
    changed: ChangeMark | None = None,
) -> PlacedBox:
    box = Box("", "", Classification.OTHER, style, status, count, False, (), folded=folded, changed=changed)
    if changed:
        return PlacedBox(box, 22, 15, 30, height, ())
    if count > 1 or folded:
        return PlacedBox(box, 9, 15 if count > 1 else 9, 40, 8, ())
    return PlacedBox(box, 20, 11 if height > 12 else 7, 34, height, ())
