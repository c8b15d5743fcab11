"""A place as the data file that `partnerships load` takes, with only what is public in it."""

from dataclasses import replace

from app.domain.facts import DataSet, Node, Value
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts

NOT_PUBLIC = "not-public"
"""The id of the source that stands for those which are not public, where a fact has no other: it needs one."""


def yaml_file(public: PublicFacts) -> bytes:
    """Write the file of a place; areas and shared sources are in files of their own, and only mentioned."""
    return text_of(entries_of(cited(public), public.place).file).encode("utf-8", "replace")


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what other files say: areas, and the sources that all places share."""
    counts = {
        Lost("Area", "", sum(node.label == "Area" for node in public.facts.nodes)),
        Lost("PART_OF", "", sum(link.type == "PART_OF" for link in public.facts.links)),
        Lost("Source", "of all places", sum(node.label == "Source" and not node.place for node in public.facts.nodes)),
    }
    return tuple(sorted(each for each in counts if each.times))


def cited(public: PublicFacts) -> DataSet:
    """Return the facts of a place, each with a source."""
    stand_in = Node("Source", f"{public.place}/{NOT_PUBLIC}", public.place, {"title": "A source that is not public"})
    said: dict[str, Value] = {"cites": f"{stand_in.id} not public"}
    nodes = [
        replace(node, properties=node.properties | said, _known=None) if node.properties.get("cites") == "" else node
        for node in public.facts.nodes
    ]
    links = [
        replace(link, properties=link.properties | said, _known=None) if link.properties.get("cites") == "" else link
        for link in public.facts.links
    ]
    is_needed = any(fact.properties.get("cites") == "" for fact in public.facts.all())
    return DataSet([*nodes, stand_in] if is_needed else nodes, links)
