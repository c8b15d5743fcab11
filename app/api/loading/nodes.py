"""Anything by its id, whatever it is."""

from collections.abc import Callable
from typing import Any

from app.api.loading.batches import Now, now
from app.api.loading.loaders import Loaders

_BY_LABEL: dict[str, Callable[[Loaders, str], Now[Any]]] = {
    "Organization": Loaders.organization,
    "Person": Loaders.person,
    "Post": Loaders.post,
    "Meeting": Loaders.meeting,
    "Action": Loaders.action,
    "Assessment": Loaders.assessment,
    "RecordedAbsence": Loaders.absence,
}


async def find_node(loaders: Loaders, id_: str) -> object:
    """Return the record with an id, of any sort; None when nothing public has it."""
    label = await now(loaders.label(id_))
    if label is None:
        # A line is no node of the graph, so it has no label.
        return await loaders.line(id_)
    if label in _BY_LABEL:
        return await now(_BY_LABEL[label](loaders, id_))
    contents = await now(loaders.contents())
    return contents.areas.get(id_) or contents.sources.get(id_)
