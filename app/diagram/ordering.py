"""The order of everything in its row, with few crossings: Graphviz's dot, through pygraphviz.

Graphviz keeps global state and runs inside this process, so one lock lets one thread at a time in. Names never reach
it: nodes are called n0, n1 and so on, so that nothing in a name can be read as DOT. Rows come out as given, because
every line handed over joins neighbouring rows.
"""

import threading
from collections.abc import Sequence

import pygraphviz

from app.diagram.nets import Item

_ONE_AT_A_TIME = threading.Lock()
_POINTS = 72.0
_FEW_STEPS = "0.01"
"""Of dot's own placing along rows, which is not used: the order is what we ask for. It saves most of the time."""


def ordered(rows: Sequence[Sequence[Item]], links: Sequence[tuple[Item, Item]]) -> list[list[Item]]:
    """Return the rows, each in the order that dot found. `links` are (lower, upper) items of neighbouring rows."""
    items = [item for row in rows for item in row]
    if len(items) < 3 or not links:
        return [list(row) for row in rows]
    key = {item: f"n{place}" for place, item in enumerate(items)}
    with _ONE_AT_A_TIME:
        graph = pygraphviz.AGraph(
            directed=True,
            strict=True,
            rankdir="BT",
            nodesep="0.1",
            ranksep="0.3",
            splines="false",
            nslimit=_FEW_STEPS,
        )
        try:
            for item in items:
                across = "0.05" if item.net >= 0 else "1.6"
                graph.add_node(key[item], shape="box", fixedsize="true", width=across, height="0.4", label="")
            for low, high in links:
                graph.add_edge(key[low], key[high], weight="4" if low.net >= 0 and high.net >= 0 else "1")
            graph.layout("dot")
            place = {item: float(graph.get_node(key[item]).attr["pos"].split(",")[0]) / _POINTS for item in items}
        finally:
            graph.close()
    return [sorted(row, key=lambda item: (place[item], item)) for row in rows]
