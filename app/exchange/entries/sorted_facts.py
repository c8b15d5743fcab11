"""The facts of a place, sorted so that what an entry says is found at once, and the values that all entries share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from app.domain.facts import DataSet, Link, Value
from app.domain.vocabulary import Access, Certainty
from app.exchange.derived_ids import link_name
from app.exchange.fields import FileModel

Fields = dict[str, Any]
"""What an entry says, by the names of its fields."""
_USUAL = {"certainty": Certainty.STATED.value, "access": Access.PUBLIC.value}
"""What a fact says of itself when its file says nothing."""
_NOT_AS_KEPT = frozenset({"id", "cites"})


class SortedFacts:
    """The facts of one place, by label, and links by the nodes that they begin and end at."""

    def __init__(self, facts: DataSet, place: str) -> None:
        """Sort the facts once; the place is empty for areas and shared sources."""
        self.facts, self.place = facts, place
        self.public = {node.id for node in facts.nodes if node.properties.get("access") == _USUAL["access"]}
        self._from: dict[tuple[str, str], list[Link]] = defaultdict(list)
        self._to: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in facts.links:
            self._from[link.type, link.from_id].append(link)
            self._to[link.type, link.to_id].append(link)

    def links_from(self, type_: str, id_: str) -> Sequence[Link]:
        """Return the links of a type that begin at a node."""
        return self._from.get((type_, id_), ())

    def links_to(self, type_: str, id_: str) -> Sequence[Link]:
        """Return the links of a type that end at a node."""
        return self._to.get((type_, id_), ())

    def end_of(self, type_: str, id_: str) -> str | None:
        """Return where the one link of a type leads to from a node, as a file mentions it."""
        links = self.links_from(type_, id_)
        return self.local(links[0].to_id) if links else None

    def local(self, id_: str) -> str:
        """Write an id as the place's own file does: without the place, where it is the file's own."""
        return id_.removeprefix(f"{self.place}/") if self.place else id_

    def cites(self, text: Value) -> list[Fields] | None:
        """Take apart what a fact cites: a line each, the source's id and, after a space, where in it."""
        if not isinstance(text, str) or not text:
            return None
        return [self.cite(*line.split(" ", 1)) for line in text.split("\n")]

    def cite(self, source: str, locator: str) -> Fields:
        """Cite a source: one of the place's own by its short id."""
        return {"source": self.local(source), "locator": locator}

    def fields_of(self, model: type[FileModel], properties: Mapping[str, Value]) -> Fields:
        """Return what the properties of a fact by itself say in fields of the same name, without what is usual."""
        said = as_named(model, properties) | {"cites": self.cites(properties.get("cites"))}
        return {name: value for name, value in said.items() if value is not None and value != _USUAL.get(name)}

    def inner_fields(self, model: type[FileModel], link: Link, outer: Mapping[str, Value]) -> Fields:
        """Return what a link says that stands inside another fact: only what it does not share with that."""
        properties = link.properties
        said = as_named(model, properties)
        for name, usual in _USUAL.items():
            if properties.get(name, usual) == outer.get(name, usual):
                said.pop(name, None)
        if properties.get("cites") != outer.get("cites"):
            said["cites"] = self.cites(properties.get("cites"))
        if link.id != f"{link.place}/{link_name(link.type, link.from_id, link.to_id, link.place)}":
            said["id"] = self.local(link.id)
        return said


def as_named(model: type[FileModel], properties: Mapping[str, Value]) -> Fields:
    """Return the properties that have the names of a model's fields, and what they hold; None is nothing."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    return {name: value for name in names if name not in _NOT_AS_KEPT and (value := properties.get(name)) is not None}


def listed(text: Value) -> list[Any]:
    """Read a list that is kept as JSON text; nothing is an empty one."""
    return orjson.loads(text) if isinstance(text, str) else []


def contact_details(properties: Mapping[str, Value]) -> list[Any]:
    """Return the ways to reach somebody: those that are public, then the others."""
    return listed(properties.get("contactDetails")) + listed(properties.get("closedContactDetails"))


def former_names(properties: Mapping[str, Value]) -> list[Fields]:
    """Return the names that a body or a person once had, each with its last date."""
    names, untils = properties.get("formerNames") or [], properties.get("formerNamesUntil") or []
    assert isinstance(names, list)
    assert isinstance(untils, list)
    return [{"name": name, "until": until or None} for name, until in zip(names, untils, strict=True)]
