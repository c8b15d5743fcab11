"""What each source is cited for, read once and kept until the data changes."""

from collections.abc import Mapping, Sequence

from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.pages import Key, Pages

_CITED: Shelf[Mapping[str, Sequence[Key]]] = Shelf("what sources are cited for", 1)


async def cited_for(explorer: Explorer) -> Mapping[str, Sequence[Key]]:
    """Return (label, id) of what each source is cited for, by the source's id; a line's label is Line."""
    contents = await explorer.catalogue.contents()
    return await explorer.kept[_CITED].once("cited", contents.version, Pages(explorer.database).cited)
