"""Puts things in a given order along a line, each as near as may be to where it would like to stand."""

from collections.abc import Sequence


def spaced(
    wished: Sequence[float],
    weights: Sequence[float],
    gaps: Sequence[float],
    low: float = float("-inf"),
    high: float = float("inf"),
) -> list[float]:
    """Return positions in order, `gaps[i]` or more between i and i + 1, with the least weighted squared moves.

    Isotonic regression by pooling neighbours; what passes `low` or `high` is moved in, which keeps it least. When all
    together need more room than that, they keep their gaps and pass `high`.
    """
    if not wished:
        return []
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, float, int]] = []
    for place, wish in enumerate(wished):
        total, weight, members = (wish - offsets[place]) * weights[place], weights[place], 1
        while pools and pools[-1][0] / pools[-1][1] > total / weight:
            earlier = pools.pop()
            total, weight, members = earlier[0] + total, earlier[1] + weight, earlier[2] + members
        pools.append((total, weight, members))
    highest = max(high - offsets[-1], low)
    result: list[float] = []
    for total, weight, members in pools:
        base = min(max(total / weight, low), highest)
        start = len(result)
        result.extend(base + offset for offset in offsets[start : start + members])
    return result
