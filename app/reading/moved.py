"""Ids that are others by now, as everybody may know them: looked at only where nothing has an id that was asked for."""

import re
from collections.abc import Mapping
from typing import Any

from app.reading.catalogue import Catalogue
from app.reading.keeping import Shelf
from app.store.moves import moves_of

IS_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
"""What may be the id of a body, a person, a seat or a meeting."""
_MOVED: Shelf[Mapping[str, str]] = Shelf("ids that are others by now", 1)


async def moved_ids(catalogue: Catalogue) -> Mapping[str, str]:
    """Return every id that has nothing any more, with what it is by now; read once for each version of the data.

    What was hidden when it moved, or is by now, is not among them.
    """

    async def read() -> Mapping[str, str]:
        return {move.old: move.new for move in await moves_of(catalogue.database) if move.public}

    version = (await catalogue.versions.now()).number
    return await catalogue.kept[_MOVED].once("moved", version, read)


async def moved_to(catalogue: Catalogue, text: str) -> str | None:
    """Return what an id is by now that has nothing any more; None for any other text."""
    return (await moved_ids(catalogue)).get(text) if IS_ID.fullmatch(text) else None


def at_new_ids(value: Any, moved: Mapping[str, str]) -> Any:
    """Return a value of JSON with the new id in place of each old one that is a text by itself."""
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, list):
        return [at_new_ids(each, moved) for each in value]
    if isinstance(value, dict):
        return {name: at_new_ids(each, moved) for name, each in value.items()}
    return value


def path_at_new_ids(path: str, moved: Mapping[str, str]) -> str:
    """Return a path with the new id where an old one stands: `/diagrams/bromley/new.svg`."""
    parts = path.split("/")
    for at in range(1, len(parts)):
        name, dot, ending = parts[at].partition(".")
        new = moved.get(f"{parts[at - 1]}/{name}")
        if new:
            place, _, own = new.partition("/")
            parts[at - 1 : at + 1] = [place, f"{own}{dot}{ending}"]
    return "/".join(parts)
