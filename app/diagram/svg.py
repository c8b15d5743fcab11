"""Geometry as SVG: for print, for saving, and for every reader without JavaScript. No script, nothing from elsewhere.

In a page its classes are painted by diagram.css (the page's policy allows no style element); saved as a file, it
carries the same rules itself. Either way each shape has its light colours as attributes, for programs without CSS.
"""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from app.diagram import text
from app.diagram.geometry import CHIP, Geometry, PlacedBox, PlacedChip, Route
from app.diagram.legend import legend_of, legend_svg
from app.diagram.outlines import arrow_path, box_path, circle_path, cross_path, half_path, line_path
from app.diagram.palette import DASHES, PAGE, TEXT
from app.diagram.stylesheet import palette_css
from app.domain.vocabulary import YesNoNotRecorded

_A_NAME_SIZE = 11.0


def svg_of(
    geometry: Geometry,
    *,
    title: str,
    description: str,
    href: Callable[[str], str],
    said: Callable[[str], str],
    key: str = "diagram",
    as_file: bool = False,
) -> str:
    """Draw a geometry. `href` gives a body's page, `said` one sentence about a box or line, both by its id.

    `key` makes the ids in it unique in a page. `as_file` adds what a page has beside it: colours and the legend.
    """
    legend, legend_height = legend_svg(legend_of(geometry), geometry.width, geometry.height) if as_file else ("", 0)
    height = geometry.height + legend_height
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dg" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" width="{geometry.width:g}" height="{height:g}" '
        f'viewBox="0 0 {geometry.width:g} {height:g}" '
        f"font-family={quoteattr(text.FONT)} font-size=\"{text.SIZE:g}\">"
    )
    parts = [
        head,
        f'<title id="{key}-title">{_safe(title)}</title><desc id="{key}-desc">{_safe(description)}</desc>',
        f"<style>{palette_css('.dg')}</style>" if as_file else "",
        f'<rect class="dg-page" width="{geometry.width:g}" height="{height:g}" fill="{PAGE.light}"/>',
        *(_route(route, said) for route in geometry.routes),
        *(_box(box, href, said) for box in geometry.boxes),
        *(chip_svg(chip) for chip in geometry.chips),
        legend,
        "</svg>",
    ]
    return "".join(parts)


def _safe(words: str) -> str:
    return escape(text.cleaned(words))


def _route(route: Route, said: Callable[[str], str]) -> str:
    style = route.edge.style
    dashes = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in style.dashes)}"' if style.dashes else ""
    faint = ' stroke-opacity="0.55"' if route.edge.is_proposed else ""
    end = arrow_path(route.points, style.end, style.width)
    fill = style.stroke.light if style.end == "filled" else "none"
    arrow = (
        f'<path class="dg-{style.key}{"-end" if style.end == "filled" else ""}" d="{end}" fill="{fill}" '
        f'stroke="{style.stroke.light}" stroke-width="1"/>'
        if end
        else ""
    )
    return (
        f"<g><title>{_safe(said(route.edge.id))}</title>"
        f'<path class="dg-{style.key}" d="{line_path(route.points)}" fill="none" stroke="{style.stroke.light}" '
        f'stroke-width="{style.width:g}"{dashes}{faint}/>{arrow}</g>'
    )


def _box(placed: PlacedBox, href: Callable[[str], str], said: Callable[[str], str]) -> str:
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
    return (
        f"<a href={quoteattr(href(box.id))}><title>{_safe(said(box.id))}</title>"
        f'<path class="dg-{style.key}" d="{box_path(placed)}" fill="{style.fill.light}" '
        f'stroke="{style.stroke.light}" stroke-width="{width:g}"{dashed}/>'
        f'<text class="dg-{style.key}-name" text-anchor="middle" fill="{style.text.light}"{weight}>{spans}</text>'
        f"{_badge(placed)}</a>"
    )


def _badge(placed: PlacedBox) -> str:
    if placed.box.count < 2:
        return ""
    number = str(placed.box.count)
    wide = text.width(number, size=_A_NAME_SIZE) + 9
    x, y = placed.x + placed.width / 2 - wide + 5, placed.y - placed.height / 2 - 8
    return (
        f'<rect class="dg-badge" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="15" rx="7.5" '
        f'fill="{PAGE.light}" stroke="{TEXT.light}" stroke-width="0.8"/>'
        f'<text class="dg-words" x="{x + wide / 2:.1f}" y="{y + 11.4:.1f}" text-anchor="middle" '
        f'font-size="{_A_NAME_SIZE:g}" fill="{TEXT.light}">{number}</text>'
    )


def chip_svg(placed: PlacedChip) -> str:
    """Draw a chip: filled voting, hollow not voting, ringed not recorded; notched co-opted, crossed not taken up."""
    return "".join(_chip(placed))


def _chip(placed: PlacedChip) -> Iterator[str]:
    mark, x, y = placed.chip.mark, placed.x, placed.y
    seat = "#B84A00"
    votes = mark.voting is YesNoNotRecorded.YES
    yield (
        f'<path class="{"dg-seat-end" if votes else "dg-hollow"}" d="{circle_path(x, y, CHIP - 1.4)}" '
        f'fill="{seat if votes else PAGE.light}" stroke="{seat}" stroke-width="1.4"/>'
    )
    if mark.voting is YesNoNotRecorded.NOT_RECORDED:
        yield f'<path class="dg-seat-end" d="{circle_path(x, y, CHIP * 0.3)}" fill="{seat}"/>'
    if mark.co_opted:
        yield f'<path class="dg-seat-end" d="{half_path(x, y)}" fill="{seat}"/>'
    if not mark.taken_up:
        yield f'<path class="dg-crossed" d="{cross_path(x, y)}" fill="none" stroke="{TEXT.light}" stroke-width="1.4"/>'
    if placed.chip.number > 1:
        yield (
            f'<text class="dg-words" x="{x + CHIP / 2 + 2:.1f}" y="{y + 3.8:.1f}" '
            f'font-size="{_A_NAME_SIZE:g}" fill="{TEXT.light}">{placed.chip.number}</text>'
        )
