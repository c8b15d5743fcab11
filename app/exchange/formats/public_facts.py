"""The public facts of a place, which every format is made from, and how a format reads what they say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

import orjson

from app.domain.addresses import FOLDERS
from app.domain.facts import DataSet, Link, Node, Value

Said = Mapping[str, Value]


@dataclass(frozen=True)
class PublicFacts:
    """What is public of one place, in one order, with stubs of what its facts lead to elsewhere.

    The facts are the place's own, then the areas and shared sources that they mention, then bodies and people of other
    places, of which only the id and the name are told here.
    """

    place: str
    name: str
    facts: DataSet
    base: str
    """Where the site is, without a slash at the end, such as `https://example.org`."""
    version: int
    """Of the data."""

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Every node by its id."""
        return {node.id: node for node in self.facts.nodes}

    @cached_property
    def links_at(self) -> dict[tuple[str, str], list[Link]]:
        """The links by their type and the id of either end."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in self.facts.links:
            found[link.type, link.from_id].append(link)
            if link.to_id != link.from_id:
                found[link.type, link.to_id].append(link)
        return found

    @property
    def counts(self) -> dict[str, int]:
        """How many facts of the place there are, by label and type of link."""
        kinds = [
            fact.label if isinstance(fact, Node) else fact.type for fact in self.facts.all() if fact.place == self.place
        ]
        return dict(sorted(Counter(kinds).items()))

    def own(self, label: str) -> Iterator[Node]:
        """Go through the place's own nodes of a label, and those that belong to no place."""
        return (node for node in self.facts.nodes if node.label == label and node.place in {self.place, ""})

    def elsewhere(self, label: str) -> Iterator[Node]:
        """Go through what stands for nodes of other places."""
        return (node for node in self.facts.nodes if node.label == label and node.place not in {self.place, ""})

    def links_from(self, type_: str, id_: str) -> list[Link]:
        """Return the links of a type that begin at a node."""
        return [link for link in self.links_at.get((type_, id_), ()) if link.from_id == id_]

    def links_to(self, type_: str, id_: str) -> list[Link]:
        """Return the links of a type that end at a node."""
        return [link for link in self.links_at.get((type_, id_), ()) if link.to_id == id_]

    def end_of(self, type_: str, id_: str) -> str | None:
        """Return where the first link of a type leads to from a node."""
        return next((link.to_id for link in self.links_from(type_, id_)), None)

    def address(self, node: Node) -> str:
        """Return the address by which the rest of the world knows a node: its page, or a spot on its place's page."""
        folder = FOLDERS.get(node.label)
        if folder is None:
            return f"{self.base}/{quote(node.place)}#{quote(node.id, safe='')}"
        return f"{self.base}{folder}{quote(node.id)}"


def around(public: PublicFacts, id_: str) -> PublicFacts:
    """Return what is public of one body of a place: itself, the seats on it and for it, and what joins it to others.

    Of others there is the name.
    """
    seats = {link.from_id for link in public.facts.links if link.type in _OF_SEATS and link.to_id == id_}
    whole = {id_, *seats}
    at_seats = _OF_SEATS | {"HOLDS", "APPOINTED_BY", "FILLED_BY_HOLDER_OF"}
    links = [
        link
        for link in public.facts.links
        if id_ in {link.from_id, link.to_id} or (link.type in at_seats and seats & {link.from_id, link.to_id})
    ]
    ends = {end for link in links for end in (link.from_id, link.to_id)}
    said = [public.by_id[at].properties for at in whole if at in public.by_id]
    ends |= {source for each in (*said, *(link.properties for link in links)) for source, _ in cites_of(each)}
    nodes = [
        node if node.id in whole or node.label in {"Source", "Area"} else _named(node)
        for node in public.facts.nodes
        if node.id in ends | whole
    ]
    return PublicFacts(public.place, public.name, DataSet(nodes, links), public.base, public.version)


def of_no_place(fact: Node | Link) -> bool:
    """Tell whether a fact belongs to no place.

    Sources stand among those of no place where they are told in full; one of another place has that place in its id.
    """
    return not fact.place and not (isinstance(fact, Node) and fact.label == "Source" and "/" in fact.id)


_OF_SEATS = frozenset({"POST_IN", "ON_BEHALF_OF"})


def _named(node: Node) -> Node:
    said = {name: value for name, value in node.properties.items() if name in {"name", "label"}}
    return Node(node.label, node.id, node.place, said)


def cites_of(said: Said) -> Sequence[tuple[str, str]]:
    """Take apart what a fact cites: the source's id, and where in it."""
    text = said.get("cites")
    if not isinstance(text, str) or not text:
        return ()
    return tuple((source, where) for source, _, where in (line.partition(" ") for line in text.split("\n")))


def sources_in(said: Said) -> Iterator[str]:
    """Go through the ids of the sources that a fact cites, those of a body's rules on who is on it among them."""
    yield from (source for source, _ in cites_of(said))
    rules: list[dict[str, list[list[str]]]] = orjson.loads(str(said.get("composition") or "[]"))
    yield from (source for rule in rules for source, _ in rule.get("cites", ()))


def records_in(said: Said, name: str) -> list[dict[str, Value]]:
    """Read a list of small records, which is kept as JSON; nothing is an empty one."""
    text = said.get(name)
    found: list[dict[str, Value]] = orjson.loads(text) if isinstance(text, str) else []
    return found


def texts_in(said: Said, name: str) -> list[str]:
    """Read a list of texts; nothing is an empty one."""
    found = said.get(name)
    return list(found) if isinstance(found, list) else []
