"""Anything by its id, whatever sort of thing it is."""

from collections.abc import Callable
from typing import Any

from app.api.compiling.given import Details
from app.api.compiling.run import PENDING, Make, Run
from app.api.compiling.selecting import Selecting
from app.api.compiling.table import FINDING


def node_maker(selecting: Selecting, details: Details, day: int) -> Callable[[str, str, Run], Any]:
    """Return what makes an object of a sort of thing and an id; nothing of one that nobody knows."""
    selecting.asks_contents = True
    makers = {label: selecting.by_id(label, details, day) for label in FINDING}
    area, source = (selecting.record_maker_of(details, day)(selecting.object(name)) for name in ("Area", "Source"))

    def make(label: str, id_: str, run: Run) -> Any:
        if label in makers:
            return makers[label](id_, run)
        if id_ in run.catalogue.areas:
            return area(run.catalogue.areas[id_], run)
        return source(run.catalogue.sources[id_], run) if id_ in run.catalogue.sources else None

    return make


def any_maker(selecting: Selecting, details: Details, day: int) -> Make:
    """Return what makes an object of an id alone."""
    labels, make = selecting.lookup("list_labels", None), node_maker(selecting, details, day)

    def any_of(id_: str, run: Run) -> Any:
        found = run.rows(labels, id_)
        if found is None:
            return PENDING
        # A line is no node of the graph, so it has no label.
        return make(found[-1][1] if found else "Line", id_, run)

    return any_of
