"""A seat's node and the links at it become its entry again."""

from collections.abc import Sequence

from app.domain.facts import Link, Node
from app.domain.vocabulary import FactStatus
from app.exchange import place_format as form
from app.exchange.derived_ids import post_name
from app.exchange.entries.sorted_facts import Fields, SortedFacts, contact_details
from app.exchange.rows import slug


def post_of(facts: SortedFacts, node: Node) -> form.Post:
    """Return what a place's file says of a seat.

    A holder is written as a person or an organization, which says what it is; the short form would leave that open.
    """
    properties = node.properties
    groups = _in_the_order_of_the_id(facts, facts.links_from("ON_BEHALF_OF", node.id), node.id)
    said = facts.fields_of(form.Post, properties)
    said |= {
        "id": _own_id(facts, node, groups),
        "on": facts.end_of("POST_IN", node.id),
        "area": properties.get("forArea"),
        "status": FactStatus.PROPOSED if properties.get("proposed") else FactStatus.ACTUAL,
        "onBehalfOf": [_to_a_body(facts, form.OrganizationLink, link, node) for link in groups],
        "appointedBy": [
            _to_a_body(facts, form.Appointer, link, node) for link in facts.links_from("APPOINTED_BY", node.id)
        ],
        "filledByHolderOf": _filling(facts, node),
        "holders": [_holder(facts, link, node) for link in facts.links_to("HOLDS", node.id)],
        "contactDetails": contact_details(properties),
    }
    return form.Post.model_validate(said)


def _filling(facts: SortedFacts, node: Node) -> Fields | None:
    for link in facts.links_from("FILLED_BY_HOLDER_OF", node.id):
        return facts.inner_fields(form.Filling, link, node.properties) | {"post": facts.local(link.to_id)}
    return None


def _to_a_body(facts: SortedFacts, model: type[form.OrganizationLink], link: Link, node: Node) -> Fields:
    return facts.inner_fields(model, link, node.properties) | {"organization": facts.local(link.to_id)}


def _holder(facts: SortedFacts, link: Link, node: Node) -> Fields:
    who = {"person" if link.from_label == "Person" else "organization": facts.local(link.from_id)}
    return facts.inner_fields(form.Holder, link, node.properties) | who


def _in_the_order_of_the_id(facts: SortedFacts, links: Sequence[Link], id_: str) -> Sequence[Link]:
    """Put the groups of a seat in the order in which an id that was made of them names them; the graph has none."""
    rest = id_.partition("--for-")[2]
    # The longest first, since another name may be how it begins.
    left = sorted(links, key=lambda link: -len(link.to_id))
    found: list[Link] = []
    while rest:
        names = ((link, slug(link.to_id, facts.place)) for link in left)
        named = next(((link, name) for link, name in names if f"{rest}-and-".startswith(f"{name}-and-")), None)
        if named is None:
            break
        left.remove(named[0])
        found.append(named[0])
        rest = rest[len(named[1]) + len("-and-") :]
    return links if left else found


def _own_id(facts: SortedFacts, node: Node, groups: Sequence[Link]) -> str | None:
    """Return a seat's id, unless it would be made again of its ends, and may be.

    An id that is made of a group's name would tell of a group that is not public, so the check asks for one then.
    """
    board = facts.links_from("POST_IN", node.id)[0].to_id
    made = post_name(facts.place, board, str(node.properties.get("role")), [link.to_id for link in groups])
    telling = any(
        link.to_id not in facts.public or (link.properties.get("access") != "public" and node.id in facts.public)
        for link in groups
    )
    return facts.local(node.id) if telling or node.id != f"{facts.place}/{made}" else None
