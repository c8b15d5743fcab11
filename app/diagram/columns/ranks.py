"""Which bodies stand over the others: those to which most lines and seats lead, straight or through others."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from app.diagram.content import Box, Edge

LEAST_FROM = 2
"""A body that stands over everything has lines from this many columns at least."""


def heights_of(boxes: Mapping[str, Box], edges: Iterable[Edge]) -> dict[str, tuple[int, int]]:
    """Return of each body of the place how many others lead to it in the end, and how many lines and seats at once.

    What goes on from a body of another place counts for nobody here.
    """
    senders: dict[str, set[str]] = {id_: set() for id_ in boxes}
    at_once = Counter({id_: sum(chip.number for chip in box.chips) for id_, box in boxes.items()})
    for edge in edges:
        senders[edge.to_id].add(edge.from_id)
        at_once[edge.to_id] += edge.number
    return {
        id_: (len(_leading_to(id_, senders, boxes)), at_once[id_]) for id_, box in boxes.items() if not box.elsewhere
    }


def head_of(heights: Mapping[str, tuple[int, int]]) -> str | None:
    """Return the body to which most lines and seats lead; None where none leads to any."""
    found = min(heights, key=lambda id_: (*(-number for number in heights[id_]), id_), default=None)
    return found if found and heights[found][0] else None


def by_level(bars: Collection[str], edges: Collection[Edge]) -> tuple[str, ...]:
    """Put a bar under those that it reports or feeds to."""
    level = dict.fromkeys(bars, 0)
    upwards = sorted({(e.from_id, e.to_id) for e in edges if e.from_id in level and e.to_id in level})
    for _ in bars:  # as often as the longest chain is long; a circle ends here as well
        for low, high in upwards:
            level[low] = max(level[low], min(level[high] + 1, len(level)))
    return tuple(sorted(bars, key=lambda id_: (level[id_], list(bars).index(id_))))


def _leading_to(id_: str, senders: Mapping[str, set[str]], boxes: Mapping[str, Box]) -> set[str]:
    found = {id_}
    waiting = [id_]
    while waiting:
        for sender in senders[waiting.pop()]:
            if sender not in found:
                found.add(sender)
                if not boxes[sender].elsewhere:
                    waiting.append(sender)
    return found - {id_}
