"""A relationship map as a picture: services by dimensions, each cell with its letter, pattern, colour and words.

The letters are drawn as on the page, in `frontend/templates/_relationships.html`; a test compares the colours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from app.diagram import text
from app.diagram.palette import PAGE, STRIPE, TEXT, Paint
from app.diagram.stylesheet import palette_css
from app.diagram.svg_parts import safe
from app.domain.vocabulary import Rating

_QUIET = Paint("#6B7583", "#8E99A8")
INK = {
    Rating.GREEN: Paint("#1A6B2F", "#7BD391"),
    Rating.AMBER: Paint("#8A5300", "#F2B552"),
    Rating.RED: Paint("#A11327", "#FF9AA6"),
    Rating.MIXED: Paint("#5B3A86", "#C9A9F2"),
    Rating.NONE: _QUIET,
    Rating.NOT_RATED: _QUIET,
}
"""The colours of a rating's outline and pattern."""
TINT = {
    Rating.GREEN: Paint("#DFF2E3", "#143320"),
    Rating.AMBER: Paint("#FFECC2", "#3A2A06"),
    Rating.RED: Paint("#FBDFE2", "#431A20"),
    Rating.MIXED: Paint("#ECE3F6", "#2D2040"),
    Rating.NONE: PAGE,
    Rating.NOT_RATED: PAGE,
}
"""The colours of its ground."""
_PATTERNS = {
    Rating.AMBER: ("M2 14L12 2M2 24L22 2M10 24L28 4M20 24L28 14", 2),
    Rating.RED: ("M3 3L27 23M27 3L3 23", 2),
    Rating.MIXED: ("M3 6H27M3 20H27", 3),
}
_FIRST, _COLUMN, _GAP, _LIGHT, _LINE = 190.0, 232.0, 10.0, 34.0, 16.0
_MOST_LINES = 60
"""As many lines as any words of a cell may have: nothing of them is left out."""
UNSAID = "Not recorded"


@dataclass(frozen=True, slots=True)
class Named:
    """A rating as a reader meets it: its letter and its name."""

    rating: Rating
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A rating with the words that the source gives for it."""

    named: Named
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A service, and its cells in the order of the columns: None where nothing is recorded."""

    name: str
    cells: tuple[Cell | None, ...]

    @property
    def said(self) -> tuple[tuple[str, ...], ...]:
        """The words of each cell, broken into lines."""
        return tuple(
            text.wrapped(cell.words, _COLUMN - 2 * _GAP, most=_MOST_LINES) if cell and cell.words else ()
            for cell in self.cells
        )


def matrix_svg(
    heads: Sequence[str], rows: Sequence[Row], legend: Sequence[Named], *, title: str, description: str, key: str
) -> str:
    """Draw a relationship map as a file of its own: its heads, a row a service, and what the letters mean.

    `key` makes the ids inside unique where several stand on one page.
    """
    width = _FIRST + _COLUMN * len(heads)
    body, y = [], 30.0
    for row in rows:
        down = _height(row)
        body.append(_row(row, y, down, width))
        y += down
    body.append(_legend(legend, y + 12))
    height = y + 52
    across = "".join(
        f'<text class="dg-words" x="{_FIRST + _COLUMN * at + _GAP:g}" y="20" font-weight="bold" fill="{TEXT.light}">'
        f"{safe(head)}</text>"
        for at, head in enumerate(heads)
    )
    size = f'width="{width:g}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dg" {size} viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" font-family={quoteattr(text.FONT)} font-size="{text.SIZE:g}">'
        f'<title id="{key}-title">{safe(title)}</title><desc id="{key}-desc">{safe(description)}</desc>'
        f"<style>{palette_css('.dg')}{rating_css('.dg')}</style>"
        f'<rect class="dg-page" {size} fill="{PAGE.light}"/>'
        f'<rect class="dg-stripe" width="{width:g}" height="30" fill="{STRIPE.light}"/>'
        f'<text class="dg-words" x="{_GAP:g}" y="20" font-weight="bold" fill="{TEXT.light}">Service</text>'
        f"{across}{''.join(body)}</svg>"
    )


def rating_css(scope: str) -> str:
    """Return the colours of ratings in both themes, for a file that carries its own style."""
    rules = [_rule(scope, rating, INK[rating].light, TINT[rating].light) for rating in Rating]
    at_night = [_rule(scope, rating, INK[rating].dark, TINT[rating].dark) for rating in Rating]
    return f"{''.join(rules)}@media screen and (prefers-color-scheme: dark) {{\n{''.join(at_night)}}}\n"


def _rule(scope: str, rating: Rating, ink: str, tint: str) -> str:
    name = f"{scope} .dg-rated-{rating.value}"
    return f"{name} {{ fill: {tint}; stroke: {ink}; }}\n{name}-pattern {{ stroke: {ink}; }}\n"


def _height(row: Row) -> float:
    lines = max((len(lines) for lines in row.said), default=0)
    return max(_LIGHT + 8 + _LINE * lines, 14 + _LINE * len(_name(row))) + 6


def _name(row: Row) -> tuple[str, ...]:
    return text.wrapped(row.name, _FIRST - 2 * _GAP, bold=True)


def _row(row: Row, y: float, down: float, width: float) -> str:
    parts = [
        f'<path class="dg-member" d="M0 {y:g}H{width:g}" fill="none" stroke="#7A8594" stroke-width="0.8"/>',
        _lines(_name(row), _GAP, y + 22, bold=True),
    ]
    for at, (cell, lines) in enumerate(zip(row.cells, row.said, strict=True)):
        x = _FIRST + _COLUMN * at + _GAP
        if cell is None:
            parts.append(
                f'<text class="dg-words" x="{x:g}" y="{y + 22:g}" font-style="italic" fill="{TEXT.light}">'
                f"{UNSAID}</text>"
            )
            continue
        parts.append(light_svg(cell.named, x, y + 5))
        parts.append(_lines(lines, x, y + _LIGHT + 14))
    return "".join(parts)


def light_svg(named: Named, x: float, y: float) -> str:
    """Draw a rating's letter on its ground, with its name beside it."""
    rating = named.rating
    ink, ground = INK[rating].light, TINT[rating].light
    round_ = 11 if rating is Rating.GREEN else 3
    dashes = ' stroke-dasharray="3 3"' if rating is Rating.NOT_RATED else ""
    style = f"dg-rated-{rating.value}"
    drawn, wide = _PATTERNS.get(rating, ("", 0))
    pattern = f'<path class="{style}-pattern" d="{drawn}" fill="none" stroke="{ink}" stroke-width="{wide}"/>'
    return (
        f'<g transform="translate({x:g} {y:g})">'
        f'<rect class="{style}" x="2" y="2" width="26" height="22" rx="{round_}" fill="{ground}" stroke="{ink}" '
        f'stroke-width="2"{dashes}/>{pattern if drawn else ""}'
        f'<rect class="dg-page" x="8" y="5" width="14" height="16" rx="2" fill="{PAGE.light}"/>'
        f'<text class="dg-words" x="15" y="18" text-anchor="middle" font-weight="bold" fill="{TEXT.light}">'
        f"{safe(named.letter)}</text>"
        f'<text class="dg-words" x="35" y="18" font-weight="bold" fill="{TEXT.light}">{safe(named.name)}</text></g>'
    )


def _lines(lines: Sequence[str], x: float, y: float, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return "".join(
        f'<text class="dg-words" x="{x:g}" y="{y + _LINE * at:g}"{weight} fill="{TEXT.light}">{safe(line)}</text>'
        for at, line in enumerate(lines)
    )


def _legend(legend: Sequence[Named], y: float) -> str:
    return "".join(light_svg(named, x, y) for named, x in _along(legend))


def _along(legend: Sequence[Named]) -> Iterator[tuple[Named, float]]:
    x = _GAP
    for named in legend:
        yield named, x
        x += 35 + text.width(named.name, bold=True) + 24
