"""A saved drawing between its title and its sources: whoever meets the file alone sees what it shows, and when."""

import re
from xml.sax.saxutils import quoteattr

from app.diagram import text
from app.diagram.palette import MUTED, PAGE, TEXT, Paint
from app.diagram.paper import Imprint
from app.diagram.svg_parts import safe

LEAST = 480.0
"""Units across at least: a narrow picture stands in the middle."""
MARGIN = 14.0
_LEADING = 1.3
_TITLE, _DAY, _SMALL = 19.0, 14.0, 11.5
_MOST = 40
"""Lines of one text."""
_OPENING = re.compile(
    r'<svg [^>]*? width="([\d.]+)" height="[\d.]+" viewBox="(-?[\d.]+ 0 ([\d.]+) ([\d.]+))"',
)


def framed(svg: str, imprint: Imprint) -> str:
    """Return a drawing, saved as `app.diagram.svg` and `matrix` write them, below its title and above its sources."""
    found = _OPENING.match(svg)
    assert found, "every drawing says its size"
    width, height = float(found[3]), float(found[4])
    across = max(width, LEAST)
    said = imprint.cleaned()
    above = [
        (said["question"], _DAY, False, MUTED),
        (said["title"], _TITLE, True, TEXT),
        (said["day"], _DAY, True, TEXT),
        (said["shown"], _SMALL, False, MUTED),
    ]
    below = [(said[name], _SMALL, False, MUTED) for name in ("sources", "address", "made")]
    head, top = _set(above, across, MARGIN / 2)
    foot, end = _set(below, across, top + height + 1.5 * MARGIN)
    scale = float(found[1]) / width
    down = round(end + MARGIN / 2, 1)
    top = round(top + MARGIN / 2, 1)
    left = round((across - width) / 2, 1)
    within = (
        f'<svg x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" viewBox="{found[2]}"{svg[found.end() :]}'
    )
    opening = svg[: found.end()].partition(" width=")[0]
    size = f'width="{across:g}" height="{down:g}"'
    return (
        f'{opening} width="{across * scale:g}" height="{down * scale:g}" viewBox="0 0 {across:g} {down:g}"'
        f" font-family={quoteattr(text.FONT)}><title>{safe(imprint.title)}</title>"
        f'<rect class="dg-page" {size} fill="{PAGE.light}"/>{head}{within}'
        f'<path class="dg-member" d="M{MARGIN:g} {top + height + MARGIN / 2:g}H{across - MARGIN:g}" fill="none"'
        f' stroke="{MUTED.light}" stroke-width="0.8"/>{foot}</svg>'
    )


def _set(words: list[tuple[str, float, bool, Paint]], across: float, y: float) -> tuple[str, float]:
    """Set texts one under the other, and return them with where they end."""
    parts = []
    for said, size, bold, paint in words:
        room = (across - 2 * MARGIN) * text.SIZE / size
        for line in _broken(said, room, bold=bold) if said else ():
            y = round(y + size * _LEADING, 1)
            weight = ' font-weight="bold"' if bold else ""
            name = "dg-words" if paint is TEXT else "dg-head"
            parts.append(
                f'<text class="{name}" x="{MARGIN:g}" y="{y:g}" font-size="{size:g}"{weight} fill="{paint.light}">'
                f"{safe(line)}</text>"
            )
    return "".join(parts), y


def _broken(said: str, room: float, *, bold: bool) -> tuple[str, ...]:
    """Break a text into lines, a title into such as are of about the same length; an address breaks where it must."""
    lines = text.wrapped(said, room, bold=bold, most=_MOST)
    return text.balanced(said, room, bold=True) if bold and len(lines) <= text.MOST_LINES else lines
