"""A drawing as pixels, and the one door to typst, which sets both pixels and pages.

Nothing of a drawing or a name is ever program text for typst: templates are files of this project, and everything
else comes to them as data, so `#let`, `*` or `</svg>` in a name are letters. The fonts lie beside this file, so that
a machine without any draws the same. typst works in a process of its own, one for each file: its memory goes with it,
it takes no turns of the interpreter from pages, and nothing else fails with it. Call this in a thread.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import orjson

from app.errors import BadInput, TooBusy

TYPESETTER = Path(__file__).with_name("typesetter.py")
SECONDS = 60.0
"""How long typst may take for one file; what anybody asked for took a few."""
WIDTH = 2400
"""Pixels across, unless the picture would be too large."""
LARGE_WIDTH = 4800
MOST_PIXELS = 32_000_000
MOST_PIXELS_A_UNIT = 5.0
"""A small picture is not blown up further, so that its names are no larger than the words beside it."""
MOST_LETTERS = 6_000_000
"""As much SVG as is set at all: a place of some thousand bodies has less."""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_SIZE = re.compile(r'<svg [^>]*?viewBox="-?[\d.]+ 0 ([\d.]+) ([\d.]+)"')


class NotSet(RuntimeError):
    """typst failed at a template of this project; the message is its own."""


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
    """Set a template of this project with data; BadInput when there is too much of it, TooBusy after a minute."""
    said = orjson.dumps(data).decode()
    if len(said) > MOST_LETTERS:
        raise BadInput("This is too large to print at once: choose one theme or one body.")
    # -P: the modules beside the program are none that it may import by their plain names.
    command = [sys.executable, "-P", str(TYPESETTER), template, format_, str(ppi)]
    try:
        done = subprocess.run(command, input=said.encode(), capture_output=True, check=True, timeout=SECONDS)  # noqa: S603 - our own program, told only names of templates and numbers
    except subprocess.TimeoutExpired:
        raise TooBusy("This takes too long just now: ask again in a moment, or for a part of it.") from None
    except subprocess.CalledProcessError as error:
        raise NotSet(f"{template}.typ could not be set: {error.stderr.decode(errors='replace')[-2000:]}") from None
    return done.stdout
