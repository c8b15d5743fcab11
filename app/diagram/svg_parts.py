"""The pieces of an SVG: boxes, lines and chips, each with a class for the theme and its light colours as attributes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from app.diagram import text
from app.diagram.badges import SMALL, Badge, badges_of, stacks
from app.diagram.bars import again_at, has_bold_name, name_middle, sign_at
from app.diagram.geometry import CHIP, TOGGLE, Column, Label, PlacedBox, PlacedChip, PlacedRow, Route, is_filled
from app.diagram.outlines import (
    arrow_path,
    box_path,
    chip_path,
    circle_path,
    edge_path,
    has_dot,
    stack_path,
    state_path,
    stroke_path,
    toggle_path,
)
from app.diagram.palette import DASHES, LINES, MUTED, PAGE, STRIPE, TEXT, BoxStyle
from app.domain.change_marks import ChangeMark
from app.domain.vocabulary import YesNoNotRecorded

LABEL = 12.0
"""The size of words beside lines; headings have that of names."""
PROPOSED_OPACITY = 0.55
_FAR = 380.0
"""A bar wider than this, and so than a phone, has its name at the left as well, which diagram.css shows there."""
_SEAT = LINES["seat"].stroke.light
RINGS: dict[ChangeMark, tuple[float, ...]] = {
    ChangeMark.ADDED: (),
    ChangeMark.ENDED: (5, 3),
    ChangeMark.CHANGED: (1.5, 2.5),
}
"""The dashes of the second outline that a body has when it differs between two days: whole, dashed, dotted."""


EMPTY = (2.6, 1.4)
"""The dashes round the chip of a vacant seat."""


def safe(words: str) -> str:
    """Return words as SVG text: cleaned of what XML cannot hold, and escaped."""
    return escape(text.cleaned(words))


def trunk_svg(routes: Sequence[Route], said: str) -> str:
    """Draw lines that share a trunk, all of one style, with a sentence for whoever points at them."""
    edge, style = routes[0].edge, routes[0].edge.style
    colour = f'stroke="{style.stroke.light}"'
    dashes = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in style.dashes)}"' if style.dashes else ""
    faint = f' stroke-opacity="{PROPOSED_OPACITY}"' if edge.is_proposed else ""
    path = "".join(stroke_path(route.drawn_points, route.end) for route in routes)
    line = (
        f'<path class="dg-{style.key}" d="{path}" fill="none" {colour} stroke-width="{style.width:g}"{dashes}{faint}/>'
    )
    ends = "".join(dict.fromkeys(arrow_path(route.points, route.end, style.width) for route in routes))
    if ends and is_filled(routes):
        line += f'<path class="dg-{style.key}-end" d="{ends}" fill="{style.stroke.light}" {colour}/>'
    elif ends:
        line += f'<path class="dg-{style.key}" d="{ends}" fill="none" {colour} stroke-width="{style.width:g}"/>'
    return f"<g><title>{safe(said)}</title>{line}</g>"


def column_svg(column: Column) -> str:
    """Draw a stripe of the map, if it is one of those filled, and its name over it."""
    middle = column.middle
    spans = "".join(
        f'<tspan x="{middle:g}" y="{column.top + (place + 1) * text.LINE_HEIGHT:.1f}">{safe(line)}</tspan>'
        for place, line in enumerate(column.lines)
    )
    stripe = (
        f'<rect class="dg-stripe" x="{column.left:g}" y="{column.top:g}" width="{column.width:g}" '
        f'height="{column.height:g}" fill="{STRIPE.light}"/>'
    )
    name = f'<text class="dg-head" text-anchor="middle" font-weight="bold" fill="{MUTED.light}">{spans}</text>'
    return (stripe if column.is_alternate else "") + (name if column.lines else "")


def label_svg(label: Label) -> str:
    """Draw words beside a line, or a heading."""
    size = text.SIZE if label.is_heading else LABEL
    look = (
        f'class="dg-head" font-weight="bold" fill="{MUTED.light}"'
        if label.is_heading
        else f'class="dg-words" fill="{TEXT.light}"'
    )
    spans = "".join(
        f'<tspan x="{label.x:g}" y="{label.y + place * size * 1.15:.1f}">{safe(line)}</tspan>'
        for place, line in enumerate(label.lines)
    )
    return f'<text {look} text-anchor="{label.anchor}" font-size="{size:g}">{spans}</text>'


def stack_svg(placed: PlacedBox) -> str:
    """Draw what lies behind a box that stands for several; lines are painted over it."""
    style = placed.box.style
    return "".join(
        f'<path class="dg-{style.key}" d="{stack_path(placed, step)}" fill="{style.fill.light}" '
        f'stroke="{style.stroke.light}" stroke-width="{min(style.width, 1):g}"/>'
        for step in stacks(placed.box)
    )


def box_svg(placed: PlacedBox) -> str:
    """Draw a box with its name and, when it stands for several bodies or holds some folded away, their number."""
    box, style = placed.box, placed.box.style
    width = style.width + 1.5 if box.is_focus else style.width
    dashes = DASHES.get(box.status)
    dashed = f' stroke-dasharray="{dashes[0]:g} {dashes[1]:g}"' if dashes else ""
    weight = ' font-weight="bold"' if has_bold_name(placed) else ""
    first = placed.name_y - (len(placed.lines) - 1) * text.LINE_HEIGHT / 2 + text.SIZE * 0.35
    spans = _lines(placed.lines, name_middle(placed), first)
    name = f'<text class="dg-{style.key}-name" text-anchor="middle" fill="{style.text.light}"{weight}>{spans}</text>'
    at, touches = again_at(placed) if placed.width > _FAR else (0.0, False)
    if touches:
        name = name.replace('<text class="', '<text class="dg-once ', 1)
    if at:
        name += (
            f'<text class="dg-again dg-{style.key}-name" display="none" text-anchor="middle" '
            f'fill="{style.text.light}"{weight}>{_lines(placed.lines, at, first)}</text>'
        )
    if placed.is_bar:  # a sheet with a part of it has its name in that part
        name = f'<g class="dg-across">{name}</g>'
    look = f'class="dg-{style.key}" fill="{style.fill.light}" stroke="{style.stroke.light}"'
    shape = f'<path {look} d="{box_path(placed)}" stroke-width="{0 if placed.gaps else width:g}"{dashed}/>'
    if placed.gaps:
        shape += f'<path {look} fill-opacity="0" d="{edge_path(placed)}" stroke-width="{width:g}"{dashed}/>'
    return f"{_ring(placed)}{shape}{name if placed.lines else ''}{badges_svg(placed)}"


def _lines(lines: Sequence[str], x: float, y: float) -> str:
    """Put a name's lines under each other, round `x`."""
    return "".join(
        f'<tspan x="{x:g}" y="{y + place * text.LINE_HEIGHT:.1f}">{safe(line)}</tspan>'
        for place, line in enumerate(lines)
    )


def row_svg(placed: PlacedRow, style: BoxStyle) -> str:
    """Draw a row of a board that is open: the line over it, its chip, its words; on a dark board, the page under it."""
    right = placed.x + placed.width
    over = f"M{placed.x:g} {placed.y:g}L{right:g} {placed.y:g}"
    ground = f'class="dg-page" fill="{PAGE.light}"' if style.bold else 'class="dg-none" fill="none"'
    name = ("words", TEXT.light) if style.bold else (f"{style.key}-name", style.text.light)
    leads = placed.row.id or style.bold  # what leads nowhere needs no room to point at
    parts = [
        f'<rect {ground} x="{placed.x:g}" y="{placed.y:g}" width="{placed.width:g}" '
        f'height="{placed.height:g}" pointer-events="all"/>'
        if leads
        else "",
        f'<path class="dg-{style.key}" d="{over}" fill="none" stroke="{style.stroke.light}" stroke-width="0.5"/>',
    ]
    for look, lines in groupby(placed.words, lambda words: words.look):
        weight = "" if look == "who" else ' font-weight="bold"'
        kind, colour = ("head", MUTED.light) if look == "section" else name
        spans = "".join(f'<tspan x="{line.x:g}" y="{line.y:.1f}">{safe(line.text)}</tspan>' for line in lines)
        parts.append(f'<text class="dg-{kind}" fill="{colour}"{weight}>{spans}</text>')
    return "".join(parts) + (chip_svg(placed.chip) if placed.chip else "")


def toggle_svg(placed: PlacedBox) -> str:
    """Draw the sign that opens or closes a board."""
    sign = sign_at(placed)
    if sign is None:
        return ""
    left, top = sign
    return (
        f'<g class="dg-toggle"><rect class="dg-badge" x="{left:g}" y="{top:g}" width="{TOGGLE:g}" height="{TOGGLE:g}" '
        f'rx="3" fill="{PAGE.light}" stroke="{TEXT.light}" stroke-width="0.8"/>'
        f'<path class="dg-words" d="{toggle_path(left, top, is_open=bool(placed.rows))}" fill="{TEXT.light}"/></g>'
    )


def _ring(placed: PlacedBox) -> str:
    """Draw the second outline of a body that differs between the two days that are compared."""
    mark = placed.box.changed
    if mark is None:
        return ""
    dashed = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in RINGS[mark])}"' if RINGS[mark] else ""
    return (
        f'<path class="dg-crossed" d="{box_path(placed, 3)}" fill="none" stroke="{TEXT.light}" '
        f'stroke-width="1.2"{dashed}/>'
    )


def link_svg(address: str, said: str, inside: str) -> str:
    """Make what is drawn a link, with a sentence on what it leads to; without an address, only a group with that."""
    if not address:
        return f"<g><title>{safe(said)}</title>{inside}</g>"
    return f"<a href={quoteattr(text.cleaned(address))}><title>{safe(said)}</title>{inside}</a>"


def badges_svg(placed: PlacedBox) -> str:
    """Draw how many bodies a box stands for, and how many are folded into it."""
    return "".join(badge_svg(badge) for badge in badges_of(placed))


def badge_svg(badge: Badge) -> str:
    """Draw one badge."""
    return (
        f'<rect class="dg-badge" x="{badge.left:g}" y="{badge.top:g}" width="{badge.width:g}" '
        f'height="{badge.height:g}" rx="{badge.height / 2:g}" '
        f'fill="{PAGE.light}" stroke="{TEXT.light}" stroke-width="0.8"/>'
        f'<text class="dg-words" x="{badge.left + badge.width / 2:.1f}" y="{badge.baseline:.1f}" '
        f'text-anchor="middle" font-size="{SMALL:g}" fill="{TEXT.light}">{badge.words}</text>'
    )


def chip_svg(placed: PlacedChip) -> str:
    """Draw a chip: filled voting, hollow not voting, dotted not recorded; notched co-opted; who is there over it."""
    return "".join(_chip(placed))


def _chip(placed: PlacedChip) -> Iterator[str]:
    mark, x, y = placed.chip.mark, placed.x, placed.y
    votes = mark.voting is YesNoNotRecorded.YES and not mark.vacant
    dashed = f' stroke-dasharray="{EMPTY[0]:g} {EMPTY[1]:g}"' if mark.vacant else ""
    yield (
        f'<path class="{"dg-seat-end" if votes else "dg-hollow"}"{dashed} '
        f'd="{chip_path(x, y, mark)}" '
        f'fill="{_SEAT if votes else PAGE.light}" stroke="{_SEAT}" stroke-width="1.4"/>'
    )
    if has_dot(mark):
        yield f'<path class="dg-dot" d="{circle_path(x, y, CHIP * 0.36)}" fill="{_SEAT}"/>'
    if strokes := state_path(x, y, mark):
        yield f'<path class="dg-crossed" d="{strokes}" fill="none" stroke="{TEXT.light}" stroke-width="1.4"/>'
    if placed.chip.number > 1:
        yield (
            f'<text class="dg-words" x="{x + CHIP / 2 + 2:.1f}" y="{y + 3.8:.1f}" '
            f'font-size="{SMALL:g}" fill="{TEXT.light}">{placed.chip.number}</text>'
        )
