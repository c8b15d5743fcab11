"""Geometry as SVG: for print, for saving, and for every reader without JavaScript. No script, nothing from elsewhere.

In a page its classes are painted by diagram.css (the page's policy allows no style element), and its role is a group,
since a reader of an image would not meet the links in it. Saved as a file, it carries the same rules itself. Either
way each shape has its light colours as attributes, for programs without CSS.
"""

from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import quoteattr

from app.diagram import text
from app.diagram.badges import line_badges
from app.diagram.geometry import Geometry, PlacedBox, trunks_of
from app.diagram.legend import legend_of, legend_svg, legend_width
from app.diagram.palette import PAGE
from app.diagram.rosters import row_address, toggle_address, toggle_words
from app.diagram.stylesheet import palette_css
from app.diagram.svg_parts import (
    badge_svg,
    box_svg,
    chip_svg,
    column_svg,
    label_svg,
    link_svg,
    row_svg,
    safe,
    stack_svg,
    toggle_svg,
    trunk_svg,
)


def _walked(boxes: Iterable[PlacedBox]) -> list[PlacedBox]:
    """Sort boxes as Tab walks them: what reaches across first, then column by column, each downwards."""
    return sorted(boxes, key=lambda box: (not box.is_bar, 0 if box.is_bar else box.x, box.y, box.x))


def svg_of(
    geometry: Geometry,
    *,
    title: str,
    description: str,
    href: Callable[[str], str],
    said: Callable[[str], str],
    key: str,
    as_file: bool = False,
    scale: float = 1.0,
) -> str:
    """Draw a geometry. `href` gives a body's page, `said` one sentence about a box or a line, both by its id.

    `key` makes the ids inside unique in a page, which has all of it as `-all` to show parts of. `as_file` adds what a
    page has beside it: colours and the legend.
    `scale` is how large a unit is shown; the drawing inside stays the same.
    """
    width, height, legend, left = geometry.width, geometry.height, "", 0.0
    if as_file:
        items = legend_of(geometry)
        width = max(width, round(legend_width(items), 1))
        left = round((geometry.width - width) / 2, 1)  # the picture stays in the middle
        legend, more = legend_svg(items, width, height, left)
        height += more
    size = f'x="{left:g}" width="{width:g}" height="{height:g}"'
    shown = f'width="{width * scale:g}" height="{height * scale:g}"'
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dg" {shown} viewBox="{left:g} 0 {width:g} {height:g}" '
        f'role="{"img" if as_file else "group"}" aria-labelledby="{key}-title {key}-desc" '
        f'font-family={quoteattr(text.FONT)} font-size="{text.SIZE:g}">',
        f'<title id="{key}-title">{safe(title)}</title><desc id="{key}-desc">{safe(description)}</desc>',
        f"<style>{palette_css('.dg')}</style>" if as_file else "",
        f'<rect class="dg-page" {size} fill="{PAGE.light}"/>',
        "" if as_file else f'<g id="{key}-all">',
        *(column_svg(column) for column in geometry.columns),
        *(stack_svg(box) for box in geometry.boxes),
        *(trunk_svg(trunk, "; ".join(said(route.edge.id) for route in trunk)) for trunk in trunks_of(geometry.routes)),
        *(part for box in _walked(geometry.boxes) for part in _linked(box, href, said, as_file=as_file)),
        *(chip_svg(chip) for chip in geometry.chips),
        *(badge_svg(badge) for _, badge in line_badges(geometry.routes)),
        *(label_svg(label) for label in geometry.labels),
        legend if as_file else "</g>",
        "</svg>",
    )
    return "".join(parts)


def _linked(box: PlacedBox, href: Callable[[str], str], said: Callable[[str], str], *, as_file: bool) -> Iterator[str]:
    """Yield a box with its rows, and with what opens or closes it, each a link."""
    notes = "".join(link_svg("", note.row.said, row_svg(note, box.box.style)) for note in box.notes)
    yield link_svg(href(box.box.id), said(box.box.id), box_svg(box) + notes)
    for row in box.rows:
        yield link_svg(row_address(row.row, href), row.row.said, row_svg(row, box.box.style))
    # What opens and closes leads nowhere from a file.
    if box.can_open and not as_file and (address := toggle_address(box.box, href)):
        yield link_svg(address, toggle_words(box.box), toggle_svg(box))
