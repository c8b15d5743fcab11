"""The marks of an attendance sheet: what its own key says they mean, and what an x means beside others."""

import re
from collections.abc import Iterable, Mapping

from app.domain.vocabulary import AttendanceKind
from app.exchange.sheets.cells import Cell

Meaning = AttendanceKind | None
"""How somebody was there; None for whoever was not."""
CROSSES = frozenset("x ×".split())
_CHECKS = frozenset("✓ ✔ √ ☑".split())
_ALSO_PRESENT = frozenset("p present y yes attended there 1 true".split())
_LEGEND = re.compile(r"^\s*(?:key|legend)\b\s*[:–—-]?\s*", re.IGNORECASE)
_PAIR = re.compile(r"(?P<mark>\S{1,14})\s*(?:=|\bmeans\b)\s*(?P<says>.+?)(?=[\s,;/|]+\S{1,14}\s*(?:=|means\b)|$)")
_SAYS: tuple[tuple[str, Meaning], ...] = (
    (r"\b(?:no|without|not sent any) apolog|\bdid(?: not|n t)\b|\bnot (?:there|present|attend)|\bno show|^dna$", None),
    (r"apolog|apols|excused", AttendanceKind.APOLOGIES),
    (r"\babsent|\babsence|\baway|\bmissed|^no$", None),
    (r"in attendance|observ", AttendanceKind.IN_ATTENDANCE),
    (r"\bguest|\bvisit", AttendanceKind.GUEST),
    (r"\bpresent|\bcame|\battend|\bthere|\bin person|\bonline|^yes$", AttendanceKind.PRESENT),
)
_SOMEBODY_ELSE = re.compile(r"substitut|deput|stand|represent|\bsub\b")


def marks_told(cells: Iterable[str]) -> dict[str, Meaning]:
    """Return what a key below or above a table says of marks; nothing where a row is no key.

    >>> sorted(marks_told(["✓ = came   x = did not come, no apology"]).items(), key=str)
    [('x', None), ('✓', <AttendanceKind.PRESENT: 'present'>)]
    """
    found: dict[str, Meaning] = {}
    for text in filter(None, (_LEGEND.sub("", cell) for cell in cells)):
        pairs = list(_PAIR.finditer(" ".join(text.split())))
        if not pairs or pairs[0].start() > 0:
            return {}
        for pair in pairs:
            said = " ".join(re.sub(r"[^\w\s]", " ", pair["says"].casefold()).split())
            meant = next((how for words, how in _SAYS if re.search(words, said)), ...)
            if meant is not ... and not _SOMEBODY_ELSE.search(said):
                found[pair["mark"].casefold().strip(".:")] = meant
    return found


def cross_in(cells: Iterable[Cell]) -> tuple[Cell | None, bool | None]:
    """Return the first x among the marks of a table, if there is one, and whether it means that somebody came.

    Beside ticks it means that somebody did not, and alone that they did; None where that has to be asked.
    """
    first: Cell | None = None
    others = set[str]()
    for cell in cells:
        mark = cell.text.casefold().strip(" .")
        if mark in CROSSES:
            first = first or cell
        else:
            others.add(mark)
    if others & _CHECKS:
        return first, False
    return first, None if others & _ALSO_PRESENT else True


def is_marked(text: str, marks: Mapping[str, Meaning]) -> bool:
    """Tell whether a cell has one of the marks that a key explains."""
    return text.casefold().strip(" .") in marks
