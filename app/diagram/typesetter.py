"""Sets one template with typst, in a process of its own: `python -P typesetter.py TEMPLATE FORMAT PPI`.

The data comes on standard input and the file leaves on standard output. This imports nothing of the project, so that it
starts in some ten milliseconds.
"""

import os
import sys
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "paper_templates"
NICE = 5
"""How far it stands back behind whoever waits for a page."""


def fonts() -> Any:
    """Return the fonts of the project; behind them those of the machine, for letters that ours lack."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[FONTS])


def content_of(template: str, format_: Any, ppi: float, data: str, fonts: Any) -> bytes:
    """Set a template of this project with data."""
    return typst.compile(
        (TEMPLATES / f"{template}.typ").read_bytes(),
        root=str(TEMPLATES),
        font_paths=fonts,
        format=format_,
        ppi=ppi,
        sys_inputs={"data": data},
    )


def main(template: str, format_: str, ppi: str) -> None:
    """Set what standard input says, and write the file to standard output."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    data = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(content_of(template, format_, float(ppi), data, fonts()))


if __name__ == "__main__":
    main(*sys.argv[1:])
