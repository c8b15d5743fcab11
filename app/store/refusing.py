"""What no load may take from another place: what its facts mention, and the documents they cite."""

from collections.abc import Sequence

from app.domain.english import and_more
from app.domain.facts import DataSet, Link, Node
from app.errors import DataRefused
from app.store.columns import Row
from app.store.database import Transaction
from app.store.differing import Difference, id_in, ids_by_label, key_of
from app.store.openness import PARAMETER


async def refuse_losses(transaction: Transaction, difference: Difference, facts: DataSet, *, replace: bool) -> None:
    """Raise DataRefused where other places would lose what they mention, or find another document where they cite.

    A file says what it likes of its own sources, and of shared ones that only the places of this load cite.
    """
    scope = sorted(facts.places)
    rewritten = [node.id for node in difference.nodes if node.label == "Source" and key_of(node) in difference.known]
    if rewritten:
        citing = await transaction.read("list_citing", places=scope, sources=rewritten)
        if citing:
            raise DataRefused(_rewritten(citing))
    if not replace or not difference.gone_nodes:
        return
    await _refuse_removal(transaction, difference, scope)
    gone = {id_in(key) for key in difference.gone_nodes if key.startswith("Source ")}
    facts_said: list[Node | Link] = [*facts.nodes, *facts.links] if gone else []
    for fact in facts_said:
        cited = {cite.partition(" ")[0] for cite in str(fact.properties.get("cites") or "").split("\n")}
        for source in sorted(cited & gone):
            raise DataRefused(f"'{source}' cannot be removed: '{fact.id}' still cites it. Nothing was changed.")


async def _refuse_removal(transaction: Transaction, difference: Difference, scope: Sequence[str]) -> None:
    keys = difference.gone_nodes
    if difference.all_gone:
        still = await transaction.read("list_outside_mentions", places=scope)
    else:
        going = ids_by_label(keys)
        given = {name: going.get(label, []) for label, name in (PARAMETER | {"Source": "sources"}).items()}
        still = await transaction.read("list_outside_mentions_of", places=scope, **given)
    if still:
        first = still[0]
        raise DataRefused(
            f"'{first.id}' cannot be removed: '{first.by}' in {first.place or 'the shared files'} still mentions it"
            f"{_more(still)}. Nothing was changed."
        )
    sources = [id_in(key) for key in keys if key.startswith("Source ")]
    citing = await transaction.read("list_citing", places=scope, sources=sources) if sources else []
    if citing:
        raise DataRefused(f"{cited_still(citing)} Nothing was changed.")


def cited_still(citing: Sequence[Row]) -> str:
    """Say who cites a source that is to be removed."""
    first = citing[0]
    where = first.place or "the shared files"
    return f"'{first.source}' cannot be removed: '{first.by}' in {where} still cites it{_more(citing)}."


def _rewritten(citing: Sequence[Row]) -> str:
    first = citing[0]
    where, others = _where(first.place), [row for row in citing if row.source == first.source]
    return (
        f"The source '{first.source}' is cited in {where} as well, by '{first.by}'{_more(others)}, and these files say"
        f" something else of it. If it is the same document, load the files of {where} together with these. If it is"
        " another, write it under 'sources:' in the place's own file, where its id is its own. Nothing was changed."
    )


def _where(place: str) -> str:
    return f"'{place}'" if place else "the shared files"


def _more(rows: Sequence[Row]) -> str:
    return f" ({and_more(len(rows) - 1)})" if len(rows) > 1 else ""
