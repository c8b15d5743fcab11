"""A database that is open, and in the form of this version, for as long as somebody uses it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.settings import Settings
from app.store.database import STARTING_DEADLINE, Database
from app.store.migrations import migrate


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """Open the database, bring its schema up to date, and leave it at the end."""
    database = Database(settings)
    # A young engine plans its first queries slowly; nobody waits for an answer yet.
    database.deadline = STARTING_DEADLINE
    await database.open()
    try:
        await migrate(database)
        database.deadline = settings.read_deadline
        yield database
    finally:
        await database.close()
