"""Which things with a page are hidden from the public, so that whoever may see one is told that others do not."""

from collections.abc import Mapping

from app.domain.addresses import FOLDERS
from app.domain.vocabulary import Access
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_CLOSED: Shelf[Mapping[str, Access]] = Shelf("what is hidden from the public", 1)


async def closed_pages(explorer: Explorer) -> Mapping[str, Access]:
    """Return by the path of its page for whom each thing is that is hidden: for stewards, where any of it is."""
    version = await explorer.versions.now()
    return await explorer.kept[_CLOSED].once("closed", version, lambda: _read(explorer))


async def _read(explorer: Explorer) -> Mapping[str, Access]:
    found = await explorer.database.read_everything("list_closed")
    return {
        f"{FOLDERS[row.label]}{row.id}": Access.CONFIDENTIAL
        if any(need.startswith(Access.CONFIDENTIAL) for need in row.needs)
        else Access.MEMBERS
        for row in found
    }
