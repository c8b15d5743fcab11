"""Columns where nobody has named any: bodies gather round the best connected ones that are not each other's neighbours.

Not the communities with the highest modularity: those fall out differently when one body is added, and the columns of
a map must stay where readers remember them. Here a body belongs to the centre with the fewest steps to it.
"""

from collections.abc import Collection, Iterable

from app.diagram.content import Edge

LEAST_LINES = 3
"""A body with fewer gathers nobody."""
MOST_COLUMNS = 8
"""Beside these stand up to four for bodies of one kind and one for other places; names of more could not be read."""


def communities_of(ids: Iterable[str], edges: Collection[Edge]) -> dict[str, str]:
    """Find the centre of each body that lines join to one; a part without a centre gathers round its first."""
    neighbours: dict[str, list[str]] = {id_: [] for id_ in sorted(ids)}
    for low, high in sorted({(edge.from_id, edge.to_id) for edge in edges}):
        if low in neighbours and high in neighbours and low != high:
            neighbours[low].append(high)
            neighbours[high].append(low)
    # Powers of two, not numbers, so that one more line seldom changes who is a centre.
    best = sorted(neighbours, key=lambda id_: (-len(neighbours[id_]).bit_length(), id_))
    centres: list[str] = []
    for id_ in best:
        far = not any(other in centres for other in neighbours[id_])
        if far and len(neighbours[id_]) >= LEAST_LINES and len(centres) < MOST_COLUMNS:
            centres.append(id_)
    column = _gathered(centres, neighbours)
    for id_ in best:
        if id_ not in column and neighbours[id_] and len(set(column.values())) < MOST_COLUMNS:
            column |= _gathered([id_], neighbours)
    return column


def _gathered(centres: Iterable[str], neighbours: dict[str, list[str]]) -> dict[str, str]:
    column = {id_: id_ for id_ in centres}
    edge = sorted(column)
    while edge:
        found: dict[str, str] = {}
        for id_ in edge:
            for other in neighbours[id_]:
                if other not in column:
                    found[other] = min(column[id_], found.get(other, column[id_]))
        column |= found
        edge = sorted(found)
    return column
