"""An organization's node and its areas become its entry again."""

from collections import Counter

from app.domain.facts import Node
from app.domain.vocabulary import Sector
from app.exchange import place_format as form
from app.exchange.entries.sorted_facts import Fields, SortedFacts, contact_details, former_names, listed
from app.exchange.organization_facts import ThemeSaid

_SECTORS = frozenset(sector.value for sector in Sector)


def organization_of(facts: SortedFacts, node: Node) -> form.Organization:
    """Return what a place's file says of a body.

    What has a start and an end is written as founded and dissolved alone, where `since` and `until` say the same.
    """
    properties = node.properties
    said = facts.fields_of(form.Organization, properties) | {"id": facts.local(node.id)}
    for name, twin in (("since", "founded"), ("until", "dissolved")):
        if said.get(name) == said.get(twin):
            said.pop(name, None)
    said["formerNames"] = former_names(properties)
    areas = [link.to_id for link in facts.links_from("IN_AREA", node.id)]
    said["areas"] = [] if areas == [facts.place] else areas
    said["identifiers"] = listed(properties.get("identifiers"))
    said["contactDetails"] = contact_details(properties)
    said["composition"] = [_rule(facts, rule, said["cites"]) for rule in listed(properties.get("composition"))]
    return form.Organization.model_validate(said)


def _rule(facts: SortedFacts, kept: Fields, cites: list[Fields]) -> Fields:
    own = [facts.cite(source, locator) for source, locator in kept["cites"]]
    return {
        "of": [*kept["sectors"], *(_group(facts, id_) for id_ in kept["organization_ids"])],
        "min": kept["min"],
        "max": kept["max"],
        "maxShare": kept["max_share"],
        "note": kept["note"],
        "cites": None if own == cites else own,
    }


def _group(facts: SortedFacts, id_: str) -> str:
    """Write a group's id as a rule names it: in full where it would be taken for a sector."""
    local = facts.local(id_)
    return id_ if local in _SECTORS else local


def themes_of(facts: SortedFacts) -> list[form.Theme]:
    """Return the themes of a place's bodies in their order; one that no body has is not kept.

    Where bodies that are no longer in the file call a theme otherwise, it is as most bodies have it.
    """
    counts: dict[str, Counter[ThemeSaid]] = {}
    for node in facts.facts.nodes:
        properties = node.properties
        if node.label == "Organization" and isinstance(theme := properties.get("theme"), str):
            order, name, like = (properties.get(each) for each in ("themeOrder", "themeName", "themeLike"))
            fixed = bool(properties.get("themeFixed"))
            assert isinstance(order, int)
            assert isinstance(name, str)
            assert like is None or isinstance(like, list)
            counts.setdefault(theme, Counter())[ThemeSaid(name, order, tuple(map(str, like or ())), fixed)] += 1

    def place(said: ThemeSaid) -> tuple[int, str, tuple[str, ...], bool]:
        return said.order, said.name, said.like, said.fixed

    mostly = {theme: max(said, key=lambda known: (said[known], place(known))) for theme, said in counts.items()}
    in_order = sorted(mostly, key=lambda theme: (place(mostly[theme]), theme))
    return [
        form.Theme(id=theme, name=it.name, like=list(it.like), fixed=it.fixed)
        for theme, it in ((theme, mostly[theme]) for theme in in_order)
    ]
