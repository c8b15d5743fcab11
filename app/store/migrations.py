"""The schema: statements run once each, in order, and recorded in the database itself."""

from datetime import UTC, datetime

from app.store.database import Database, Transaction
from app.store.queries import schema_queries


async def migrate(database: Database) -> list[str]:
    """Run the schema statements that this database has not seen; give their names."""
    seen = {row[0] for row in await database.read("list_migrations")}
    fresh = [name for name in schema_queries() if name not in seen]
    for name in fresh:
        await database.apply_schema(name)

    if fresh:
        today = datetime.now(UTC).date().isoformat()

        async def record(transaction: Transaction) -> None:
            await transaction.write("record_migrations", ids=fresh, applied=today)

        await database.write(record)
    return fresh
