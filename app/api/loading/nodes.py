"""Anything by its id, whatever it is."""

from collections.abc import Callable
from typing import Any

from app.api.loading.batches import Now, now, then
from app.api.loading.loaders import Loaders

_BY_LABEL: dict[str, Callable[[Loaders, str], Now[Any]]] = {
    "Organization": Loaders.organization,
    "Person": Loaders.person,
    "Post": Loaders.post,
    "Meeting": Loaders.meeting,
    "Action": Loaders.action,
    "Assessment": Loaders.assessment,
    "RecordedAbsence": Loaders.absence,
    "Line": Loaders.line,
}


async def find_node(loaders: Loaders, id_: str) -> object:
    """Return the record with an id, of any sort; None when nothing public has it."""
    # A line is no node of the graph, so it has no label.
    label = await now(loaders.label(id_)) or "Line"
    return await now(node_of(loaders, label, id_))


def node_of(loaders: Loaders, label: str, id_: str) -> Now[Any]:
    """Return the record with an id, of a sort that is known; None when nothing public has it."""
    if label in _BY_LABEL:
        return _BY_LABEL[label](loaders, id_)
    return then(loaders.contents(), lambda contents: contents.areas.get(id_) or contents.sources.get(id_))
