"""Two small places tangled with each other, made by chance, and what of them holds on a day: the rule on values.

Nothing here works out bounds: a fact is asked whether it holds on the day, and so is what it hangs on.
"""

import random
from collections.abc import Iterator
from datetime import date

from app.domain.dates import bounds, earliest, latest
from app.domain.facts import DataSet, Link, Node, Value

PLACES = ("testham", "other")
SOURCES = ("minutes", "report", "letter")
DAYS = [date(year, month, day) for year in range(2002, 2008) for month, day in ((1, 1), (6, 15), (6, 16))]
DATES = (None, None, None, "2002", "2003", "2003-06", "2004-06-15", "2005-06", "2006")
PUBLISHED = ("2003", "2004-06", "2005-06-16", None)
ENDLESS = {"SUCCEEDED_BY"}
_USUAL: dict[str, dict[str, Value]] = {
    "Organization": {"classification": "forum", "kind": "collaboration", "count": 1},
    "Post": {"role": "member", "basis": "not_recorded", "voting": "not_recorded", "takenUp": "yes", "number": 1},
    "RecordedAbsence": {"note": "It has no seat."},
}
"""What is said of every one of them, so that it can be read."""


class Facts:
    """All facts of a moment, asked what holds."""

    def __init__(self, facts: DataSet, on: date, proposed: bool) -> None:
        self.on, self.proposed = on, proposed
        self.nodes = {node.id: node for node in facts.nodes}
        self.links = facts.links
        self.under = {
            id_: [i.to_id for i in facts.links if i.from_id == id_ and i.type in {"POST_IN", "SUBJECT", "FROM"}]
            for id_ in self.nodes
        }

    def holding(self) -> set[str]:
        """Return the bodies, seats, absences, and the relationships that hold."""
        timed = {"Organization", "Post", "RecordedAbsence"}
        found = {node.id for node in self.nodes.values() if node.label in timed and self.node_holds(node.id)}
        return found | {f"{link.type} {link.id}" for link in self.links if self.link_holds(link)}

    def node_holds(self, id_: str) -> bool:
        node = self.nodes[id_]
        if node.label in {"Person", "Source", "Area", "Meeting"}:
            return True
        if node.label == "Organization":
            return self._begun(node.properties) and not self._ended(node.properties)
        return (
            self._begun(node.properties)
            and self.on <= latest(_text(node.properties, "until"))
            and all(self.node_holds(body) for body in self.under[id_])
        )

    def link_holds(self, link: Link) -> bool:
        said = link.properties
        if not self._begun(said) or self.on > latest(_text(said, "until")):
            return False
        if link.type in ENDLESS:
            start, end = (self.nodes[id_].properties for id_ in (link.from_id, link.to_id))
            return self._begun(end) and (self.proposed or start["status"] != "proposed")
        return self.node_holds(link.from_id) and self.node_holds(link.to_id)

    def _begun(self, said: dict[str, Value]) -> bool:
        mere = said.get("proposed") or said.get("status") == "proposed"
        return earliest(_text(said, "since")) <= self.on and (self.proposed or not mere)

    def _ended(self, said: dict[str, Value]) -> bool:
        if until := _text(said, "until"):
            return latest(until) < self.on
        if said["status"] != "disbanded":
            return False
        cited = (line.split(" ")[0] for line in str(said["cites"]).split("\n"))
        dated = [_text(self.nodes[id_].properties, "published") for id_ in cited]
        return all(bounds(text)[1] <= self.on for text in dated if text)


def _text(said: dict[str, Value], name: str) -> str | None:
    value = said.get(name)
    assert value is None or isinstance(value, str)
    return value


class Timeline:
    """Two places whose facts hang on each other's; `facts` gives those of one, as a load of its file alone has them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._said: dict[str, dict[str, Value]] = {}
        self._ends: dict[str, str] = {}

    def shuffle(self, place: str) -> None:
        """Change when some things of a place are there, and what some of them hang on."""
        for kept in (self._said, self._ends):
            for key in [key for key in kept if key.split(" ")[-1].startswith(place) and self.chance.random() < 0.2]:
                del kept[key]

    def facts(self, place: str) -> DataSet:
        """Return everything that one place says now."""
        nodes = list(self._nodes(place))
        return DataSet(nodes, [link for node in nodes for link in self._links(node)], {place})

    def sources(self) -> DataSet:
        """Return the sources, which both cite, and the areas."""
        said: dict[str, Value] = {"title": "A source", "access": "public"}
        dates = {id_: self._said.setdefault(f"source {id_}", {"on": self._one(PUBLISHED)})["on"] for id_ in SOURCES}
        areas = [Node("Area", id_, "", {"name": id_, "access": "public"}) for id_ in PLACES]
        return DataSet([*areas, *(Node("Source", id_, "", said | {"published": dates[id_]}) for id_ in SOURCES)])

    def redate(self) -> None:
        """Change when the sources were published."""
        self._said = {key: said for key, said in self._said.items() if not key.startswith("source ")}

    def all(self) -> DataSet:
        """Return everything that both say."""
        found = self.sources()
        for place in PLACES:
            found.extend(self.facts(place))
        return found

    def _one(self, values: tuple[Value, ...]) -> Value:
        return self.chance.choice(values)

    def _nodes(self, place: str) -> Iterator[Node]:
        for number in range(4):
            status = self._saying(f"status {place}/body-{number}", {"status": "active"})["status"]
            yield self._node("Organization", f"{place}/body-{number}", status=status)
            yield self._node("Person", f"{place}/person-{number}")
            yield self._node("RecordedAbsence", f"{place}/absence-{number}")
            yield self._node("Post", f"{place}/seat-{number}")
            yield self._node("Post", f"{place}/post-{number}")

    def _saying(self, key: str, said: dict[str, Value]) -> dict[str, Value]:
        if "status" in said and key not in self._said:
            said = {"status": self._one(("active", "active", "disbanded", "proposed", "dormant"))}
        return self._said.setdefault(key, said)

    def _node(self, label: str, id_: str, **more: Value) -> Node:
        said = self._said.setdefault(id_, self._dated(may_be_proposed=label == "Post"))
        if label == "Person":
            said = {name: value for name, value in said.items() if name in {"access", "cites"}}
        return Node(label, id_, id_.split("/")[0], said | {"name": id_} | _USUAL.get(label, {}) | more)

    def _dated(self, *, may_be_proposed: bool) -> dict[str, Value]:
        since, until = self._one(DATES), self._one(DATES)
        if since and until and latest(str(until)) < earliest(str(since)):
            until = None
        proposed = may_be_proposed and self.chance.random() < 0.2
        cited = self.chance.sample(SOURCES, self.chance.randrange(1, 3))
        return {
            "since": since,
            "until": until,
            "earliest": earliest(str(since)) if since else None,
            "latest": latest(str(until)) if until else None,
            "proposed": proposed or None,
            "cites": "\n".join(f"{id_} p. 1" for id_ in cited),
            "access": "public",
            "certainty": "stated",
        }

    def _links(self, node: Node) -> Iterator[Link]:
        match node.label:
            case "Post":
                yield self._link("POST_IN", node, "Organization", "body", own=False)
                yield self._link("ON_BEHALF_OF", node, "Organization", "body")
                yield self._link("APPOINTED_BY", node, "Organization", "body")
                yield self._link("FILLED_BY_HOLDER_OF", node, "Post", "seat")
            case "RecordedAbsence":
                yield self._link("SUBJECT", node, "Organization", "body", own=False)
                if self._said.setdefault(f"from {node.id}", {"so": self._one((True, False))})["so"]:
                    yield self._link("FROM", node, "Organization", "body", own=False)
            case "Person":
                yield self._link("HOLDS", node, "Post", "seat")
                yield self._link("WORKS_FOR", node, "Organization", "body")
            case "Organization":
                yield self._link("HOLDS", node, "Post", "post")
                yield self._link("FEEDS_INTO", node, "Organization", "body")
                yield self._link("SUCCEEDED_BY", node, "Organization", "body")
                said: dict[str, Value] = {"access": "public", "cites": "minutes p. 1", "certainty": "stated"}
                area = node.place, f"{node.id}--in"
                yield Link("IN_AREA", area[1], node.place, "Organization", node.id, "Area", area[0], said)

    def _link(self, type_: str, start: Node, label: str, stem: str, *, own: bool = True) -> Link:
        key = f"{type_} {start.id}"
        end = self._ends.setdefault(key, f"{self.chance.choice(PLACES)}/{stem}-{self.chance.randrange(4)}")
        said: dict[str, Value] = {"access": "public", "cites": "minutes p. 1", "certainty": "stated"}
        if own:
            said = self._said.setdefault(key, self._dated(may_be_proposed=type_ != "WORKS_FOR"))
            said = said | ({"capacity": "substantive"} if type_ == "HOLDS" else {})
        return Link(type_, f"{start.id}--{type_.lower()}", start.place, start.label, start.id, label, end, said)
