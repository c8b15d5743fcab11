"""The embedded engine and Neo4j LTS for what the database answers: the current Neo4j reads dates and steps as that does."""

import pytest

from app.store.database import Database, Transaction
from tests.edges.graph import PLACE
from tests.neo4j.server import LTS
from tests.store.conftest import engine_settings, open_engine

__all__ = ["BOTH_ENGINES", "emptied", "engine_settings", "open_engine"]

BOTH_ENGINES = pytest.mark.parametrize("engine_settings", ["arcadedb", f"neo4j-{LTS}"], indirect=True, scope="session")


async def emptied(database: Database) -> None:
    """Remove what a module has put into a database that these fixtures started."""

    async def empty(transaction: Transaction) -> None:
        ids = [id_ for _, id_, _ in await transaction.read("list_ids")]
        await transaction.write("delete_nodes", places=["", PLACE], ids=ids)

    await database.write(empty)
