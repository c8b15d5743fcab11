"""Facts that a file no longer has get an end, rather than go: what was stays to be looked up."""

from collections.abc import Sequence

from app.domain.dates import latest
from app.domain.english import figure
from app.errors import DataRefused
from app.store.database import Transaction
from app.store.differing import Difference, id_in


async def endings(transaction: Transaction, difference: Difference, places: Sequence[str], until: str) -> list[str]:
    """Return the keys of what would end: what can, and has not ended before. DataRefused for what begins later."""
    nodes, links = difference.endable
    if not nodes and not links:
        return []
    rows = await transaction.read(
        "list_endable",
        places=places,
        nodes=list(map(id_in, nodes)),
        ids=list(map(id_in, links)),
        keys=links,
        latest=latest(until),
    )
    later = [row for row in rows if row.begins_later]
    if later:
        more = f" (nor {figure(len(later) - 1)} more)" if len(later) > 1 else ""
        raise DataRefused(
            f"'{id_in(later[0].key)}' cannot end on {until}, since it begins on {later[0].since}{more}:"
            " choose a later date, or remove it. Nothing was changed."
        )
    wanted = {*nodes, *links}
    return [row.key for row in rows if row.key in wanted]


async def end_facts(transaction: Transaction, keys: Sequence[str], places: Sequence[str], until: str) -> None:
    """Give these facts their end."""
    if not keys:
        return
    said = {"places": places, "until": until, "latest": latest(until)}
    # The types of links and the labels of nodes are told apart by their spelling.
    links = [key for key in keys if key.partition(" ")[0].isupper()]
    nodes = [id_in(key) for key in keys if not key.partition(" ")[0].isupper()]
    if nodes:
        await transaction.write("end_nodes", ids=nodes, **said)
    if links:
        await transaction.write("end_links", ids=[id_in(key) for key in links], keys=links, **said)
