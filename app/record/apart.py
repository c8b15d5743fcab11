"""What a draft is checked with where the check needs no other entry of its place: its own, and the bodies around them.

A place has hundreds of entries, and most of what a form writes is about three of them.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.facts import DataSet, Node
from app.domain.vocabulary import LineType
from app.exchange.derived_ids import link_name, whole_id
from app.exchange.entries.addresses import Address, address_of
from app.exchange.entries.ordering import in_order
from app.record.drafts import Draft, Step
from app.store.database import Transaction
from app.store.together import Ask
from app.store.whole import ask_of_nodes, facts_of_nodes

_LABELS = {
    "person": "Person",
    "source": "Source",
    "post": "Post",
    "meeting": "Meeting",
    "organization": "Organization",
    "line": "",
}
"""The kinds of entry that may be checked without the rest of their place, with the labels of their nodes."""
_AROUND = {"post": "on", "meeting": "organization", "line": "from"}
"""The field that names the body which an entry is checked with: whether it has seats and meets, which lines it has."""
_OF_THEMES = ("themeName", "themeOrder", "themeLike", "themeFixed")
_PUBLIC = "public"


async def facts_apart(transaction: Transaction, draft: Draft, beside: Ask) -> DataSet | None:
    """Read what a draft is checked with, and `beside` ahead; None where the check needs all of the place.

    It does where something goes that others may rest on, where seats are filled by holders of others, where a body gets
    a theme, becomes people at large or is hidden, and where an id may be that of something else already.
    """
    ids: dict[str, set[str]] = {label: set() for label in filter(None, _LABELS.values())}
    for step in draft.steps:
        if step.said is None or step.address.kind not in _LABELS or "filledByHolderOf" in step.said:
            return None
        if label := _LABELS[step.address.kind]:
            # What is new is looked for among all sorts: an id is of one thing.
            for each in (label,) if step.was else ids:
                ids[each].add(step.address.id)
        if field := _AROUND.get(step.address.kind):
            body = step.said.get(field)
            if not isinstance(body, str) or not whole_id(body, draft.place).startswith(f"{draft.place}/"):
                return None
            ids["Organization"].add(whole_id(body, draft.place))
    await transaction.ahead(ask_of_nodes(draft.place, ids), beside)
    read = await facts_of_nodes(transaction, draft.place, ids)
    facts = in_order(read)
    facts.needs = read.needs
    return facts if _is_enough(draft, facts) else None


def _is_enough(draft: Draft, facts: DataSet) -> bool:
    """Tell whether what was read of a draft's entries is all that the check needs."""
    nodes = {address_of(node): node for node in facts.nodes}
    lines = {address_of(link) for link in facts.links}
    taken = {node.id: address_of(node) for node in facts.nodes}
    for step in draft.steps:
        if taken.get(step.address.id, step.address) != step.address:
            return False
        if step.address.kind == "organization" and not _stays_as_it_is(step, nodes.get(step.address)):
            return False
        if step.address.kind == "line" and not (step.address in lines if step.was else _is_named_by_its_ends(step)):
            return False
    return True


def _stays_as_it_is(step: Step, node: Node | None) -> bool:
    """Tell whether a body stays what other entries rest on: its theme, whether it is people at large, who sees it."""
    said, before = step.said or {}, node.properties if node else {}
    if said.get("theme") != before.get("theme"):
        return False
    if node is None:
        return not step.was
    return (
        said.get("kind") == before.get("kind")
        and said.get("classification") == before.get("classification")
        and (said.get("access") or _PUBLIC) == before.get("access")
    )


def _is_named_by_its_ends(step: Step) -> bool:
    """Tell whether a new line has the id that is made of its ends, so that one of this id would have been found."""
    said, place = step.said or {}, step.address.id.partition("/")[0]
    start, end, kind = said.get("from"), said.get("to"), said.get("type")
    if not (isinstance(start, str) and isinstance(end, str) and kind in {each.value for each in LineType}):
        return False
    made = link_name(LineType(kind).relationship, whole_id(start, place), whole_id(end, place), place)
    return step.address.id == f"{place}/{made}"


def with_themes_as_they_were(after: Mapping[Address, DataSet], before: Mapping[Address, DataSet]) -> None:
    """Say of bodies what their themes are as it is recorded: without the other bodies, themes cannot be numbered."""
    for address, facts in after.items():
        known = before.get(address)
        if address.kind == "organization" and known and known.nodes:
            kept = {name: known.nodes[0].properties.get(name) for name in _OF_THEMES}
            facts.nodes[:] = [replace(node, properties=node.properties | kept, _known=None) for node in facts.nodes]
