"""The pieces of an SVG: boxes, lines and chips, each with a class for the theme and its light colours as attributes."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from app.diagram import text
from app.diagram.geometry import CHIP, PlacedBox, PlacedChip, Route
from app.diagram.outlines import arrow_path, box_path, chip_path, circle_path, cross_path, line_path
from app.diagram.palette import DASHES, LINES, PAGE, TEXT
from app.domain.vocabulary import YesNoNotRecorded

SMALL = 11.0
PROPOSED_OPACITY = 0.55
_FAR = 700.0
"""A bar wider than this has its name at the left as well, which diagram.css shows on narrow screens."""
_SEAT = LINES["seat"].stroke.light


def safe(words: str) -> str:
    """Give words as SVG text: cleaned of what XML cannot hold, and escaped."""
    return escape(text.cleaned(words))


def trunk_svg(routes: Sequence[Route], said: str) -> str:
    """Draw lines that share a trunk, all of one style, with a sentence for whoever points at them."""
    edge, style = routes[0].edge, routes[0].edge.style
    colour = f'stroke="{style.stroke.light}"'
    dashes = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in style.dashes)}"' if style.dashes else ""
    faint = f' stroke-opacity="{PROPOSED_OPACITY}"' if edge.is_proposed else ""
    path = "".join(line_path(route.drawn_points) for route in routes)
    line = (
        f'<path class="dg-{style.key}" d="{path}" fill="none" {colour} stroke-width="{style.width:g}"{dashes}{faint}/>'
    )
    ends = "".join(dict.fromkeys(arrow_path(route.points, style.end, style.width) for route in routes))
    if ends and style.end == "filled":
        line += f'<path class="dg-{style.key}-end" d="{ends}" fill="{style.stroke.light}" {colour}/>'
    elif ends:
        line += f'<path class="dg-{style.key}" d="{ends}" fill="none" {colour} stroke-width="{style.width:g}"/>'
    return f"<g><title>{safe(said)}</title>{line}</g>"


def box_svg(placed: PlacedBox) -> str:
    """Draw a box with its name and, when it stands for several bodies, their number."""
    box, style = placed.box, placed.box.style
    width = style.width + 1.5 if box.is_focus else style.width
    dashes = DASHES.get(box.status)
    dashed = f' stroke-dasharray="{dashes[0]:g} {dashes[1]:g}"' if dashes else ""
    weight = ' font-weight="bold"' if style.bold or box.is_focus else ""
    first = placed.y - (len(placed.lines) - 1) * text.LINE_HEIGHT / 2 + text.SIZE * 0.35
    spans = "".join(
        f'<tspan x="{placed.x:g}" y="{first + place * text.LINE_HEIGHT:.1f}">{escape(line)}</tspan>'
        for place, line in enumerate(placed.lines)
    )
    name = f'<text class="dg-{style.key}-name" text-anchor="middle" fill="{style.text.light}"{weight}>{spans}</text>'
    if placed.width > _FAR and len(placed.lines) == 1:
        name += (
            f'<text class="dg-again dg-{style.key}-name" display="none" x="{placed.x - placed.width / 2 + 12:g}" '
            f'y="{first:.1f}" fill="{style.text.light}"{weight}>{escape(placed.lines[0])}</text>'
        )
    return (
        f'<path class="dg-{style.key}" d="{box_path(placed)}" fill="{style.fill.light}" '
        f'stroke="{style.stroke.light}" stroke-width="{width:g}"{dashed}/>{name if placed.lines else ""}'
        f"{badge_svg(placed)}"
    )


def link_svg(address: str, said: str, inside: str) -> str:
    """Make what is drawn a link, with a sentence on what it leads to."""
    return f"<a href={quoteattr(text.cleaned(address))}><title>{safe(said)}</title>{inside}</a>"


def badge_place(placed: PlacedBox) -> tuple[float, float, float, float]:
    """Give left, top, width and height of the number at a box's corner; width 0 when it has none."""
    if placed.box.count < 2:
        return 0.0, 0.0, 0.0, 0.0
    wide = round(text.width(str(placed.box.count), size=SMALL) + 9, 1)
    return (
        round(placed.x + placed.width / 2 - wide + 5, 1),
        round(placed.y - placed.height / 2 - 8, 1),
        wide,
        15.0,
    )


def badge_svg(placed: PlacedBox) -> str:
    """Draw how many bodies a box stands for, when it is more than one."""
    x, y, wide, high = badge_place(placed)
    if not wide:
        return ""
    return (
        f'<rect class="dg-badge" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="7.5" '
        f'fill="{PAGE.light}" stroke="{TEXT.light}" stroke-width="0.8"/>'
        f'<text class="dg-words" x="{x + wide / 2:.1f}" y="{y + 11.4:.1f}" text-anchor="middle" '
        f'font-size="{SMALL:g}" fill="{TEXT.light}">{placed.box.count}</text>'
    )


def chip_svg(placed: PlacedChip) -> str:
    """Draw a chip: filled voting, hollow not voting, ringed not recorded; notched co-opted, crossed not taken up."""
    return "".join(_chip(placed))


def _chip(placed: PlacedChip) -> Iterator[str]:
    mark, x, y = placed.chip.mark, placed.x, placed.y
    votes = mark.voting is YesNoNotRecorded.YES
    yield (
        f'<path class="{"dg-seat-end" if votes else "dg-hollow"}" '
        f'd="{chip_path(x, y, CHIP - 1.4, notched=mark.co_opted)}" '
        f'fill="{_SEAT if votes else PAGE.light}" stroke="{_SEAT}" stroke-width="1.4"/>'
    )
    if mark.voting is YesNoNotRecorded.NOT_RECORDED:
        yield f'<path class="dg-dot" d="{circle_path(x, y, CHIP * 0.36)}" fill="{_SEAT}"/>'
    if not mark.taken_up:
        yield (
            f'<path class="dg-crossed" d="{cross_path(x, y)}" fill="none" stroke="{TEXT.light}" stroke-width="1.4"/>'
        )
    if placed.chip.number > 1:
        yield (
            f'<text class="dg-words" x="{x + CHIP / 2 + 2:.1f}" y="{y + 3.8:.1f}" '
            f'font-size="{SMALL:g}" fill="{TEXT.light}">{placed.chip.number}</text>'
        )
