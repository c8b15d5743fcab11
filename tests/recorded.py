"""What a database holds of places, read by a look at everything, whatever it is at: to hold what loading finds against."""

from collections.abc import Sequence
from typing import Any

from app.store.database import Transaction

NODES = "MATCH (n) WHERE n.place IN $places RETURN collect([labels(n)[0], n.id, n.digest, n.access]) AS rows"
LINKS = """
MATCH (a)-[r]->(b) WHERE r.place IN $places
RETURN collect([type(r), r.id, r.digest, labels(a)[0], a.id, b.id]) AS rows
"""


async def recorded_nodes(transaction: Transaction, places: Sequence[str]) -> list[Any]:
    """Return label, id, digest and access of every node of some places."""
    return await _rows(transaction, NODES, places)


async def recorded_links(transaction: Transaction, places: Sequence[str]) -> list[Any]:
    """Return type, id, digest, label and id of the start, and id of the end, of every relationship of some places."""
    return await _rows(transaction, LINKS, places)


async def _rows(transaction: Transaction, text: str, places: Sequence[str]) -> list[Any]:
    result = await transaction._transaction.run(text, places=list(places))
    record = await result.single()
    assert record
    return list(record[0])
