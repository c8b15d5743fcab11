"""A data set made by hand, fact by fact, each with dates of its own: what no file needs to say, tests do."""

from app.domain.dates import earliest, latest
from app.domain.facts import DataSet, Link, Node, Value
from app.domain.records import Period

PLACE, BEYOND = "edges", "beyond"
ALWAYS = Period(None, None)


class Graph:
    """Facts of one place, some of whose bodies lie in another area."""

    def __init__(self) -> None:
        self.facts = DataSet(places={PLACE})
        for area in (PLACE, BEYOND):
            self.facts.nodes.append(Node("Area", area, "", {"name": area.title(), "access": "public"}))
        source: dict[str, Value] = {"title": "Minutes", "published": "2010", "access": "public"}
        self.facts.nodes.append(Node("Source", "minutes", "", source))

    def body(self, name: str, sort: str = "forum", *, area: str = PLACE, when: Period = ALWAYS, **said: Value) -> str:
        """Put in a body, a forum unless said, and return its id."""
        kind = "constituency" if sort == "constituency" else "collaboration"
        id_ = self._node(
            "Organization",
            name,
            {"name": name, "classification": sort, "kind": kind, "status": "active", "count": 1, **said},
            when,
        )
        self.link("IN_AREA", ("Organization", id_), ("Area", area))
        return id_

    def person(self, name: str) -> str:
        """Put in a person, and return their id."""
        return self._node("Person", name, {"name": name}, ALWAYS)

    def seat(self, name: str, on: str, *, when: Period = ALWAYS, proposed: bool = False, **said: Value) -> str:
        """Put in a seat on a body, and return its id."""
        unsaid = dict.fromkeys(("basis", "voting", "takenUp"), "not_recorded")
        id_ = self._node("Post", name, {"role": "member", "number": 1, **unsaid, **said}, when, proposed=proposed)
        self.link("POST_IN", ("Post", id_), ("Organization", on))
        return id_

    def behalf(self, seat: str, group: str, when: Period = ALWAYS, *, proposed: bool = False) -> None:
        """Let a seat's holder speak for a group."""
        self.link("ON_BEHALF_OF", ("Post", seat), ("Organization", group), when, proposed=proposed)

    def appoint(self, seat: str, group: str, when: Period = ALWAYS, *, proposed: bool = False) -> None:
        """Let a group choose a seat's holder."""
        self.link("APPOINTED_BY", ("Post", seat), ("Organization", group), when, proposed=proposed)

    def fill(self, seat: str, office: str, when: Period = ALWAYS, *, proposed: bool = False) -> None:
        """Let whoever holds an office hold a seat."""
        self.link("FILLED_BY_HOLDER_OF", ("Post", seat), ("Post", office), when, proposed=proposed)

    def hold(
        self, seat: str, holder: str, when: Period = ALWAYS, *, proposed: bool = False, label: str = "Person"
    ) -> None:
        """Put a person, or a body, in a seat."""
        said: dict[str, Value] = {"capacity": "substantive"}
        self.link("HOLDS", (label, holder), ("Post", seat), when, proposed=proposed, said=said)

    def work(self, person: str, body: str, when: Period = ALWAYS) -> None:
        """Let a person work for a body."""
        self.link("WORKS_FOR", ("Person", person), ("Organization", body), when)

    def line(self, start: str, type_: str, end: str, when: Period = ALWAYS, *, proposed: bool = False) -> None:
        """Join two bodies."""
        self.link(type_, ("Organization", start), ("Organization", end), when, proposed=proposed)

    def miss(self, name: str, subject: str, when: Period = ALWAYS) -> None:
        """Let a source say that a body is missing somewhere."""
        id_ = self._node("RecordedAbsence", name, {"note": "It is not there."}, when)
        self.link("SUBJECT", ("RecordedAbsence", id_), ("Organization", subject))

    def link(
        self,
        type_: str,
        start: tuple[str, str],
        end: tuple[str, str],
        when: Period = ALWAYS,
        *,
        proposed: bool = False,
        said: dict[str, Value] | None = None,
    ) -> None:
        """Put in a relationship between two nodes, each by its label and id."""
        id_ = f"{start[1]}--{type_.lower()}--{end[1].rpartition('/')[2]}"
        self.facts.links.append(Link(type_, id_, PLACE, *start, *end, {**_fact(when, proposed), **(said or {})}))

    def _node(self, label: str, name: str, said: dict[str, Value], when: Period, *, proposed: bool = False) -> str:
        id_ = f"{PLACE}/{name}"
        self.facts.nodes.append(Node(label, id_, PLACE, {**_fact(when, proposed), **said}))
        return id_


def _fact(when: Period, proposed: bool) -> dict[str, Value]:
    """Return what every fact carries, as `app.exchange.provenance` writes it."""
    return {
        "since": when.since,
        "until": when.until,
        "earliest": earliest(when.since) if when.since else None,
        "latest": latest(when.until) if when.until else None,
        "cites": "minutes p. 1",
        "certainty": "stated",
        "access": "public",
        "note": None,
        "proposed": proposed or None,
    }
