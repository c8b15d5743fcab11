"""Whether a database holds anything yet, apart from what reads files: most processes find that it does."""

from app.store.database import Database


async def is_settled(database: Database) -> bool:
    """Tell whether a load after the first was ever done: until then, what can be seen may be the first half of it."""
    version = await database.read("get_data_version")
    return bool(version) and version[0].number > 1 and await holds_anything(database)


async def holds_anything(database: Database) -> bool:
    """Tell whether anything is recorded."""
    # Whatever is recorded cites a source: one look at these spares listing a large database.
    return bool(await database.read("list_sources") or await database.read("list_ids"))
