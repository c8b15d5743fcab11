"""What may have been meant by an id that nobody has."""

from app.api.loading.context import Info
from app.errors import UnknownId
from app.reading import search as searching


async def with_nearest(error: UnknownId, info: Info, wanted: str) -> UnknownId:
    """Add the names most like what was asked for."""
    names = await searching.nearest(info.context.explorer.catalogue, wanted.rpartition("/")[2])
    return UnknownId(error.message, [(name.id, name.name) for name in names])
