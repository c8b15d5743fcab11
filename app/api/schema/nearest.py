"""What is meant by an id or a name, and what may have been meant by one that nobody has."""

from collections.abc import Collection

from app.api.loading.context import Info
from app.errors import UnknownId
from app.reading import search as searching
from app.reading.resolving import resolve


async def with_nearest(error: UnknownId, info: Info, wanted: str, labels: Collection[str] = searching.WHO) -> UnknownId:
    """Add the names most like what was asked for, of things of that sort; an error that names some already stays."""
    if error.nearest:
        return error
    names = await searching.nearest(info.context.explorer.catalogue, wanted.rpartition("/")[2], labels=labels)
    return UnknownId(error.message, [(name.id, name.name) for name in names])


async def id_meant(info: Info, text: str, labels: Collection[str] = searching.WHO) -> str:
    """Return the id that an argument means: an id as it stands, else that of what goes by such a name.

    Raises Ambiguous with all that go by it, UnknownId with the nearest names when nothing does.
    """
    if "/" in text:
        return text
    return (await resolve(info.context.explorer.catalogue, text, labels=labels)).id
