"""Bars that lines pass through: the spans between their gaps, and where their name finds room."""

from app.diagram import text
from app.diagram.geometry import BAR_WIDTH, GAP, TOGGLE, PlacedBox
from app.diagram.panels import beside_rows

_MARGIN = 6.0
_OVER = 5.0
"""How far the sign of a closed body reaches out at its corner."""
_BADGE = 24.0
"""What a badge takes there."""
SIGN = TOGGLE + 7
"""From the left of the sign that opens a body to the end that it stands at."""


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


def sign_at(placed: PlacedBox) -> tuple[float, float] | None:
    """Return where the sign is, TOGGLE wide, that opens or closes a body: its upper left corner; none if nothing opens.

    On a bar it stands inside, as far to the right as neither the name nor a line that passes is in its way.
    """
    if not placed.can_open:
        return None
    right, top = placed.x + placed.width / 2, placed.y - placed.height / 2
    if placed.rows and not placed.is_bar:
        return round(right - beside_rows(placed.box) - SIGN, 2), round(top + 4, 2)
    if not placed.is_bar:  # on a corner, clear of the name; the other has the number of bodies that it stands for
        left = placed.x - placed.width / 2
        return round(left - _OVER if placed.box.count > 1 else right + _OVER - TOGGLE, 2), round(top - 6, 2)
    half, middle = _half(placed), name_middle(placed)
    if placed.box.folded or placed.box.count > 1:
        right -= _BADGE
    ends = [min(end, right) for start, end in spans_of(placed) if end - start >= TOGGLE + 2 * _MARGIN]
    clear = [end for end in ends if end - _MARGIN <= middle - half or end - SIGN >= middle + half]
    return round(max(clear or ends, default=right) - SIGN, 2), round(placed.name_y - TOGGLE / 2, 2)


def name_places(placed: PlacedBox) -> list[tuple[float, float]]:
    """Return where the middle of a bar's name may be, from one point to another: beside its sign, and in no gap.

    A reader who sees a part of a long bar has the name moved into it.
    """
    if not placed.is_bar or not placed.lines:
        return []
    half, sign = _half(placed) + _MARGIN, sign_at(placed)
    free: list[tuple[float, float]] = []
    for left, right in spans_of(placed):
        if sign and left <= sign[0] <= right:
            free += [(left, sign[0]), (sign[0] + TOGGLE, right)]
        else:
            free.append((left, right))
    return [(round(left + half, 1), round(right - half, 1)) for left, right in free if right - left >= 2 * half]


def again_at(placed: PlacedBox) -> tuple[float, bool]:
    """Return the middle of a long bar's name as far to the left as it may be, and whether it then touches the name.

    It is 0 where the name is there already.
    """
    places, usual = name_places(placed), name_middle(placed)
    if not places or places[0][0] >= usual - _MARGIN:
        return 0.0, False
    return places[0][0], places[0][0] + 2 * _half(placed) + _MARGIN > usual


def name_room(placed: PlacedBox) -> float:
    """Return how wide the name of a bar may be: it stands between two of the lines that pass, with the sign."""
    return max(right - left for left, right in spans_of(placed)) - 2 * (_MARGIN + 1 + _beside(placed))


def _half(placed: PlacedBox) -> float:
    return max((text.width(line, bold=has_bold_name(placed)) for line in placed.lines), default=0.0) / 2


def _beside(placed: PlacedBox) -> float:
    """Return the room that a bar's sign takes on one side of its name, and for its sake on the other."""
    return SIGN if placed.can_open and placed.is_bar else 0.0


def name_middle(placed: PlacedBox) -> float:
    """Return where a box's name is centred: as near to its middle as a span between gaps has room for it."""
    if not placed.gaps or not placed.lines:
        return placed.x
    half = _half(placed) + _MARGIN + _beside(placed)
    roomy = [(left + half, right - half) for left, right in spans_of(placed) if right - left >= 2 * half]
    if not roomy:
        left, right = max(spans_of(placed), key=lambda span: (span[1] - span[0], -span[0]))
        return round((left + right) / 2, 1)
    nearest: list[float] = [min(max(placed.x, least), most) for least, most in roomy]
    best = min(nearest, key=lambda x: (abs(x - placed.x), x))
    return round(best, 1)
