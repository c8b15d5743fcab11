"""A saved drawing with words above it, that whoever copies it takes along."""

import re

from app.diagram.palette import PAGE, TEXT
from app.diagram.svg_parts import safe

BAND, LEAST = 28.0, 460.0
"""Units that the words take from top to bottom, and across."""
_OPENING = re.compile(r'(<svg [^>]*?) width="[\d.]+" height="[\d.]+"( viewBox="[-\d.]+ 0 ([\d.]+) ([\d.]+)")')


def stamped(svg: str, words: str) -> str:
    """Return a drawing, saved as `app.diagram.svg` and `matrix` write them, under a band with words."""
    found = _OPENING.match(svg)
    assert found, "every drawing says its size"
    width, height = float(found[3]), float(found[4])
    across, down = max(width, LEAST), height + BAND
    within = f'{found[1]} x="0" y="{BAND:g}" width="{width:g}" height="{height:g}"{found[2]}{svg[found.end() :]}'
    size = f'width="{across:g}" height="{down:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {across:g} {down:g}"'
        f' font-family="Liberation Sans, Arial, sans-serif"><rect {size} fill="{PAGE.light}"/>'
        f'<text x="8" y="19" font-size="14" font-weight="bold" fill="{TEXT.light}">{safe(words)}</text>{within}</svg>'
    )
