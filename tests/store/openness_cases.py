"""Two small places tangled with each other, made by chance, and what of them should be open: the rule on values."""

import random
from collections.abc import Iterator

from app.domain.facts import DataSet, Link, Node, Value

HANGS_ON = {"POST_IN", "MEETING_OF", "ARISING_FROM", "ASSESSES", "SUBJECT", "FROM"}
"""Links whose start has no meaning without their end."""

PLACES = ("testham", "other")
ACCESS = ("public", "public", "public", "public", "members", "confidential")


def open_facts(facts: DataSet) -> tuple[set[str], set[str]]:
    """Return which nodes and which links are open when these facts are all there are."""
    closed = {node.id for node in facts.nodes if node.properties["access"] != "public"}
    unsaid = {
        link.from_id
        for link in facts.links
        if link.type == "ON_BEHALF_OF"
        and (link.to_id in closed or link.properties["access"] != "public")
        and link.to_id.split("/")[1] in link.from_id.partition("--for-")[2]
    }
    closed |= unsaid
    while follow := {i.from_id for i in facts.links if i.type in HANGS_ON and i.to_id in closed} - closed:
        closed |= follow
    links = {
        f"{link.type} {link.id}"
        for link in facts.links
        if link.properties["access"] == "public" and not {link.from_id, link.to_id} & closed
    }
    return {node.id for node in facts.nodes} - closed, links


class Tangle:
    """Two places whose facts hang on each other's; `facts` gives those of one, as a load of its file alone has them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._access: dict[str, str] = {}
        self._ends: dict[str, str] = {}

    def shuffle(self, place: str) -> None:
        """Change who may see some things of a place, and what some of them hang on."""
        for kept in (self._access, self._ends):
            for key in [key for key in kept if key.split(" ")[-1].startswith(place) and self.chance.random() < 0.2]:
                del kept[key]

    def facts(self, place: str) -> DataSet:
        """Return everything that one place says now."""
        nodes = list(self._nodes(place))
        return DataSet(nodes, [link for node in nodes for link in self._links(node)], {place})

    def all(self) -> DataSet:
        """Return everything that both say."""
        found = DataSet()
        for place in PLACES:
            found.extend(self.facts(place))
        return found

    def _nodes(self, place: str) -> Iterator[Node]:
        for number in range(4):
            yield self._node("Organization", f"{place}/body-{number}")
            yield self._node("Person", f"{place}/person-{number}")
            yield self._node("Meeting", f"{place}/meeting-{number}")
            yield self._node("Action", f"{place}/action-{number}")
            yield self._node("Assessment", f"{place}/cell-{number}")
            yield self._node("RecordedAbsence", f"{place}/absence-{number}")
            yield self._node("Post", f"{place}/seat-{number}")
            yield self._node("Post", f"{place}/board--member--for-body-{number}")

    def _node(self, label: str, id_: str) -> Node:
        said: dict[str, Value] = {"name": id_, "access": self._access_of(id_)}
        return Node(label, id_, id_.split("/")[0], said)

    def _access_of(self, key: str) -> str:
        return self._access.setdefault(key, self.chance.choice(ACCESS))

    def _links(self, node: Node) -> Iterator[Link]:
        match node.label:
            case "Post":
                yield self._link("POST_IN", node, "Organization", "body", node.properties["access"])
                yield self._link("ON_BEHALF_OF", node, "Organization", "body")
                yield self._link("FILLED_BY_HOLDER_OF", node, "Post", "seat")
                yield self._link("REPORTED_BACK", node, "Meeting", "meeting")
            case "Meeting":
                yield self._link("MEETING_OF", node, "Organization", "body", node.properties["access"])
            case "Action":
                if self._access_of(f"arises {node.id}") == "public":  # some arise from no meeting
                    yield self._link("ARISING_FROM", node, "Meeting", "meeting", node.properties["access"])
                yield self._link("OWNED_BY", node, "Person", "person")
            case "Assessment":
                yield self._link("ASSESSES", node, "Organization", "body", node.properties["access"])
            case "RecordedAbsence":
                yield self._link("SUBJECT", node, "Organization", "body", node.properties["access"])
                yield self._link("FROM", node, "Organization", "body", node.properties["access"])
            case "Person":
                yield self._link("HOLDS", node, "Post", "seat")
                yield self._link("ATTENDED", node, "Meeting", "meeting")
                yield self._link("WORKS_FOR", node, "Organization", "body")
            case "Organization":
                yield self._link("FEEDS_INTO", node, "Organization", "body")

    def _link(self, type_: str, start: Node, label: str, stem: str, access: Value = None) -> Link:
        key = f"{type_} {start.id}"
        end = self._ends.setdefault(key, f"{self.chance.choice(PLACES)}/{stem}-{self.chance.randrange(4)}")
        said: dict[str, Value] = {"access": access or self._access_of(key)}
        return Link(type_, f"{start.id}--{type_.lower()}", start.place, start.label, start.id, label, end, said)
