"""The schema: statements run once each, in order, and recorded in the database itself.

A statement may be run twice if its process is killed before that is recorded, so each must allow for it. Processes
that meet on a database, empty or of an earlier version, take turns: the first runs them, the others find them run.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from app.store.database import Database, Transaction
from app.store.queries import schema_queries

TURNS = "0000_unique_turn_id"
"""What turns rest on; so it is run before a turn is taken, possibly by several processes at once."""


async def migrate(database: Database) -> list[str]:
    """Run the schema statements that this database has not seen; give their names."""
    if not await _unseen(database):
        return []
    await database.apply_schema(TURNS)
    async with database.turns.one():
        fresh = await _unseen(database)
        for name in fresh:
            await database.apply_schema(name)
        if fresh:
            await database.write(_recording(fresh))
    return fresh


async def _unseen(database: Database) -> list[str]:
    seen = {row.id for row in await database.read("list_migrations")}
    return [name for name in schema_queries() if name not in seen]


def _recording(names: list[str]) -> Callable[[Transaction], Awaitable[None]]:
    today = datetime.now(UTC).date().isoformat()

    async def record(transaction: Transaction) -> None:
        await transaction.write("record_migrations", ids=names, applied=today)

    return record
