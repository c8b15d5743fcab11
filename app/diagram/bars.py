"""Bars that lines pass through: the spans between their gaps, and where their name finds room."""

from app.diagram import text
from app.diagram.geometry import BAR_WIDTH, GAP, PlacedBox

_MARGIN = 6.0


def has_bold_name(placed: PlacedBox) -> bool:
    """Whether a name is bold: of the LSP, of the body in focus, of every body as wide as a bar, of an open board."""
    return placed.box.style.bold or placed.box.is_focus or placed.width >= BAR_WIDTH or bool(placed.rows)


def spans_of(placed: PlacedBox) -> list[tuple[float, float]]:
    """Return what is left of a box between its gaps, from left to right; the whole box when it has none."""
    left, right = placed.x - placed.width / 2, placed.x + placed.width / 2
    spans = []
    for gap in sorted(placed.gaps):
        if left < gap - GAP / 2 < right:
            spans.append((left, gap - GAP / 2))
        left = max(left, gap + GAP / 2)
    if left < right:
        spans.append((left, right))
    return spans


def name_middle(placed: PlacedBox) -> float:
    """Return where a box's name is centred: as near to its middle as a span between gaps has room for it."""
    if not placed.gaps or not placed.lines:
        return placed.x
    half = max(text.width(line, bold=has_bold_name(placed)) for line in placed.lines) / 2 + _MARGIN
    roomy = [(left + half, right - half) for left, right in spans_of(placed) if right - left >= 2 * half]
    if not roomy:
        left, right = max(spans_of(placed), key=lambda span: (span[1] - span[0], -span[0]))
        return round((left + right) / 2, 1)
    nearest: list[float] = [min(max(placed.x, least), most) for least, most in roomy]
    best = min(nearest, key=lambda x: (abs(x - placed.x), x))
    return round(best, 1)
