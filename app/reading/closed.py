"""Which things with a page are hidden from the public, so that whoever may see one is told that others do not."""

from collections.abc import Mapping

from app.domain.addresses import FOLDERS
from app.domain.clearance import Clearance
from app.domain.vocabulary import Access
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_CLOSED: Shelf[Mapping[str, tuple[str, ...]]] = Shelf("what is hidden from the public", 1)


async def closed_pages(explorer: Explorer) -> Mapping[str, Access]:
    """Return by the path of its page for whom each thing is that is hidden: for stewards, where any of it is."""
    return {
        page: Access.CONFIDENTIAL if any(need.startswith(Access.CONFIDENTIAL) for need in needs) else Access.MEMBERS
        for page, needs in (await _needs(explorer)).items()
    }


async def pages_hidden_from(explorer: Explorer, clearance: Clearance) -> frozenset[str]:
    """Return the paths of the pages of things that a reader may not see, whoever else may."""
    return frozenset(page for page, needs in (await _needs(explorer)).items() if not clearance.covers(needs))


async def _needs(explorer: Explorer) -> Mapping[str, tuple[str, ...]]:
    version = await explorer.versions.now()
    return await explorer.kept[_CLOSED].once("closed", version, lambda: _read(explorer))


async def _read(explorer: Explorer) -> Mapping[str, tuple[str, ...]]:
    found = await explorer.database.read_everything("list_closed")
    return {f"{FOLDERS[row.label]}{row.id}": tuple(row.needs) for row in found}
