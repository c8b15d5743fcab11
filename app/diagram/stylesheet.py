"""The palette as CSS, in both themes and for paper: part of diagram.css, and inside every SVG that is saved."""

from collections.abc import Iterator

from app.diagram.palette import AWAY, BOXES, LINES, MUTED, PAGE, STRIPE, TEXT, Paint

_BASE = {"text": TEXT, "page": PAGE, "stripe": STRIPE, "muted": MUTED}


def palette_css(scope: str) -> str:
    """Return custom properties for everything that has a colour, and the rules that use them, under a selector."""
    light = "".join(f"  --{name}: {paint.light};\n" for name, paint in _paints())
    dark = "".join(f"    --{name}: {paint.dark};\n" for name, paint in _paints())
    rules = "".join(f"{scope} {rule}\n" for rule in _rules())
    at_night = f"@media screen and (prefers-color-scheme: dark) {{\n  {scope} {{\n{dark}  }}\n}}\n"
    return f"{scope} {{\n{light}}}\n{at_night}{rules}"


def _paints() -> Iterator[tuple[str, Paint]]:
    for name, paint in _BASE.items():
        yield f"dg-{name}", paint
    for box in (*BOXES.values(), AWAY):
        yield f"dg-{box.key}-fill", box.fill
        yield f"dg-{box.key}-stroke", box.stroke
        yield f"dg-{box.key}-text", box.text
    for line in LINES.values():
        yield f"dg-{line.key}", line.stroke


def _rules() -> Iterator[str]:
    yield ".dg-page { fill: var(--dg-page); }"
    yield ".dg-words { fill: var(--dg-text); }"
    yield ".dg-head { fill: var(--dg-muted); }"
    yield ".dg-stripe { fill: var(--dg-stripe); }"
    yield ".dg-badge { fill: var(--dg-page); stroke: var(--dg-text); }"
    for box in (*BOXES.values(), AWAY):
        yield f".dg-{box.key} {{ fill: var(--dg-{box.key}-fill); stroke: var(--dg-{box.key}-stroke); }}"
        yield f".dg-{box.key}-name {{ fill: var(--dg-{box.key}-text); }}"
    for line in LINES.values():
        yield f".dg-{line.key} {{ stroke: var(--dg-{line.key}); }}"
        yield f".dg-{line.key}-end {{ fill: var(--dg-{line.key}); stroke: var(--dg-{line.key}); }}"
    yield ".dg-dot { fill: var(--dg-seat); }"
    yield ".dg-hollow { fill: var(--dg-page); stroke: var(--dg-seat); }"
    yield ".dg-crossed { stroke: var(--dg-text); }"
