"""A drawing as pixels, and the one door to typst, which sets both pixels and pages.

Nothing of a drawing or a name is ever program text for typst: templates are files of this project, and everything
else comes to them as data, so `#let`, `*` or `</svg>` in a name are letters. The fonts lie beside this file, so that
a machine without any draws the same. typst lets go of the interpreter while it works: call it in a thread.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import orjson

from app.errors import BadInput

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "paper_templates"
WIDTH = 2400
"""Pixels across, unless the picture would be too large."""
LARGE_WIDTH = 4800
MOST_PIXELS = 32_000_000
MOST_PIXELS_A_UNIT = 5.0
"""A small picture is not blown up further, so that its names are no larger than the words beside it."""
MOST_LETTERS = 6_000_000
"""As much SVG as is set at all: a place of some thousand bodies has less."""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_SIZE = re.compile(r'<svg [^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"')


def png_of(svg: str, *, width: int = WIDTH) -> bytes:
    """Return a saved drawing as PNG in its light colours, `width` pixels across; fewer where it is small or tall."""
    across, down = size_of(svg)
    ppi = min(72 * width / across, 72 * MOST_PIXELS_A_UNIT, 72 * (MOST_PIXELS / (across * down)) ** 0.5)
    return composed("picture", {"width": across, "height": down, "svg": plain(svg)}, "png", ppi=ppi)


def card_of(data: dict[str, Any]) -> bytes:
    """Return the preview card of 1200 by 630 pixels; `data` is what the template asks for."""
    return composed("card", data, "png", ppi=144)


def size_of(svg: str) -> tuple[float, float]:
    """Read width and height of one of our own drawings, in its own units, however large it is shown."""
    found = _SIZE.search(svg)
    assert found, "every drawing says its size"
    return float(found[1]), float(found[2])


def plain(svg: str) -> str:
    """Leave out the style sheet of a saved drawing: what draws here knows no custom properties, only attributes.

    Names are escaped in drawings, so the first `<style>` is always our own.
    """
    return _STYLE.sub("", svg, count=1)


def composed(template: str, data: dict[str, Any], format_: Literal["pdf", "png"], *, ppi: float = 144) -> bytes:
    """Set a template of this project with data; BadInput when there is too much of it."""
    import typst  # only when somebody asks for paper

    said = orjson.dumps(data).decode()
    if len(said) > MOST_LETTERS:
        raise BadInput("This is too large to print at once: choose one theme or one body.")
    return typst.compile(
        (TEMPLATES / f"{template}.typ").read_bytes(),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        format=format_,
        ppi=ppi,
        sys_inputs={"data": said},
    )


@cache
def _fonts() -> Any:
    import typst

    # The machine's own fonts stand behind ours, for letters that ours lack.
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[FONTS])
