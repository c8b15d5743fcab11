"""A place as the data file that `partnerships load` takes, with only what is public in it."""

from dataclasses import replace
from typing import TypeVar

import orjson

from app.domain.facts import DataSet, Link, Node, Value
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts, Said, records_in

Fact = TypeVar("Fact", bound=Node | Link)
_CITES_NOTHING = '"cites":[]'
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
    nodes = [_cited(node, stand_in.id) for node in public.facts.nodes]
    links = [_cited(link, stand_in.id) for link in public.facts.links]
    found = [*nodes, *links]
    is_needed = any(fact is not was for fact, was in zip(found, public.facts.all(), strict=True))
    return DataSet([*nodes, stand_in] if is_needed else nodes, links)


def with_sources(said: Said, stand_in: str) -> dict[str, Value]:
    """Return what a fact says, with the source that stands for those which are not public where it cites nothing.

    A body's rules on who is on it cite by themselves.
    """
    found = dict(said)
    if found.get("cites") == "":
        found["cites"] = f"{stand_in} not public"
    if _CITES_NOTHING in str(found.get("composition") or ""):
        rules = records_in(said, "composition")
        found["composition"] = orjson.dumps(
            [{**it, "cites": it["cites"] or [[stand_in, "not public"]]} for it in rules]
        ).decode()
    return found


def _cited(fact: Fact, stand_in: str) -> Fact:
    said = with_sources(fact.properties, stand_in)
    return fact if said == fact.properties else replace(fact, properties=said, _known=None)
