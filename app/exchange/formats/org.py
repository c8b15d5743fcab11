"""A place in the W3C Organization Ontology (https://www.w3.org/TR/vocab-org/), as Turtle and as JSON-LD.

A seat is an `org:Post`; who holds it an `org:Membership` with its time, and `org:holds` while no end of it is recorded.
Beside ORG there are names in SKOS and FOAF, times in OWL-Time, sources in Dublin Core, and for whom somebody sits where
in Popolo's own vocabulary (`opengov:onBehalfOf`, `opengov:post`). Words of ours are `skos:Concept`s.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from app.domain.facts import Link, Node
from app.exchange.formats.losses import Held, Lost, lost_beside
from app.exchange.formats.public_facts import PublicFacts, Said, cites_of, records_in, texts_in
from app.exchange.formats.triples import Address, Object, Statement, Term, Text, json_ld, turtle

HELD: Held = {
    "Organization": frozenset(
        "name alternateNames formerNames kind classification identifiers purpose founded dissolved note cites".split()
    ),
    "Person": frozenset("name honorificPrefix alternateNames formerNames note cites".split()),
    "Post": frozenset("role label forArea note cites".split()),
    "Area": frozenset("name gss".split()),
    "Source": frozenset("title publisher creators published url note".split()),
    "IN_AREA": frozenset(),
    "PART_OF": frozenset(),
    "POST_IN": frozenset(),
    "ON_BEHALF_OF": frozenset(),
    "HOLDS": frozenset("since until note cites".split()),
    "WORKS_FOR": frozenset("role since until note cites".split()),
    "MEMBER_OF": frozenset("since until note cites".split()),
    "SUB_GROUP_OF": frozenset(),
    "REPORTS_TO": frozenset(),
    "LINKED_TO": frozenset(),
    "SUCCEEDED_BY": frozenset("since note cites".split()),
}
_KINDS = {
    "collaboration": Term("org:OrganizationalCollaboration"),
    "formal": Term("org:FormalOrganization"),
    "unit": Term("org:OrganizationalUnit"),
}
"""People at large, and a body elsewhere of which only the name is told, are an `org:Organization`."""
_LINES = {"SUB_GROUP_OF": "org:subOrganizationOf", "REPORTS_TO": "org:reportsTo", "LINKED_TO": "org:linkedTo"}
_MEMBERSHIPS = frozenset({"HOLDS", "WORKS_FOR", "MEMBER_OF"})
_SORTS = {4: ("xsd:gYear", "time:inXSDgYear"), 7: ("xsd:gYearMonth", "time:inXSDgYearMonth")}
"""By the length of a date, its sort and what an instant says it by; else it is a day."""


def org_turtle(public: PublicFacts) -> bytes:
    """Write the public facts of a place as Turtle."""
    return turtle(statements(public), f"{public.place}, data version {public.version}")


def org_json_ld(public: PublicFacts) -> bytes:
    """Write the public facts of a place as JSON-LD."""
    return json_ld(statements(public))


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is recorded of a place and is not in its linked data."""
    return lost_beside(public, HELD, _lost_in_part(public))


def _lost_in_part(public: PublicFacts) -> Iterator[tuple[str, str]]:
    """Go through what linked data tells of some and not of others, or not from something else."""
    for node in public.own("Organization"):
        yield from (("Organization", "former names as such") for _ in texts_in(node.properties, "formerNames"))
        numbers = (it for it in records_in(node.properties, "identifiers") if "-" in str(it["value"]))
        yield from (("Organization", "numbers with a hyphen in them") for _ in numbers)
    for post in public.own("Post"):
        if not public.links_to("HOLDS", post.id):
            yield from (("ON_BEHALF_OF", "of seats that are empty") for _ in public.links_from("ON_BEHALF_OF", post.id))


def statements(public: PublicFacts) -> Iterator[Statement]:
    """Go through all that is said of a place: nodes in their order, then what joins them."""
    return _Speaker(public).all()


class _Speaker:
    def __init__(self, public: PublicFacts) -> None:
        self.public = public

    def all(self) -> Iterator[Statement]:
        speakers = {
            "Organization": self._organization,
            "Person": self._person,
            "Post": self._post,
            "Area": self._area,
            "Source": self._source,
        }
        for node in self.public.facts.nodes:
            if node.label in speakers:
                yield from speakers[node.label](node, self._at(node))
        for link in self.public.facts.links:
            yield from self._link(link)

    def _at(self, node: Node) -> Address:
        return Address(self.public.address(node))

    def _end(self, id_: str) -> Address:
        return self._at(self.public.by_id[id_])

    def _spot(self, what: str) -> Address:
        """Return an address for what has no page: a spot on the place's."""
        return Address(f"{self.public.base}/{quote(self.public.place)}#{quote(what, safe=':')}")

    def _word(self, word: object, sort: str) -> Iterator[Statement]:
        """Say what a word of ours is."""
        at = self._word_at(word)
        yield Statement(at, "a", Term(sort))
        yield Statement(at, "skos:prefLabel", Text(str(word).replace("_", " ")))

    def _word_at(self, word: object) -> Address:
        return Address(f"{self.public.base}/glossary#{quote(str(word).replace('_', '-'), safe='')}")

    def _organization(self, node: Node, at: Address) -> Iterator[Statement]:
        said = node.properties
        yield Statement(at, "a", _KINDS.get(str(said.get("kind")), Term("org:Organization")))
        yield from _texts(at, "skos:prefLabel", [said.get("name")])
        yield from _texts(at, "skos:altLabel", [*texts_in(said, "alternateNames"), *texts_in(said, "formerNames")])
        for name in ("classification", "kind"):
            if word := said.get(name):
                yield Statement(at, "org:classification", self._word_at(word))
                yield from self._word(word, "skos:Concept")
        yield from _texts(
            at, "org:identifier", [f"{it['scheme']}-{it['value']}" for it in records_in(said, "identifiers")]
        )
        yield from _texts(at, "dcterms:description", [said.get("purpose")])
        yield from _dated(at, "schema:foundingDate", said.get("founded"))
        yield from _dated(at, "schema:dissolutionDate", said.get("dissolved"))
        yield from self._noted(at, said, node.id)

    def _person(self, node: Node, at: Address) -> Iterator[Statement]:
        said = node.properties
        yield Statement(at, "a", Term("foaf:Person"))
        yield from _texts(at, "foaf:name", [said.get("name")])
        yield from _texts(at, "foaf:title", [said.get("honorificPrefix")])
        yield from _texts(at, "skos:altLabel", [*texts_in(said, "alternateNames"), *texts_in(said, "formerNames")])
        yield from self._noted(at, said, node.id)

    def _post(self, node: Node, at: Address) -> Iterator[Statement]:
        said = node.properties
        yield Statement(at, "a", Term("org:Post"))
        yield from _texts(at, "skos:prefLabel", [said.get("label")])
        if role := said.get("role"):
            yield Statement(at, "org:role", self._word_at(role))
            yield from self._word(role, "org:Role")
        if area := said.get("forArea"):
            yield Statement(at, "dcterms:spatial", Address(f"{self.public.base}/{quote(str(area))}"))
        yield from self._noted(at, said, node.id)

    def _area(self, node: Node, at: Address) -> Iterator[Statement]:
        yield Statement(at, "a", Term("dcterms:Location"))
        yield from _texts(at, "skos:prefLabel", [node.properties.get("name")])
        yield from _texts(at, "dcterms:identifier", [node.properties.get("gss")])

    def _source(self, node: Node, at: Address) -> Iterator[Statement]:
        said = node.properties
        yield Statement(at, "a", Term("dcterms:BibliographicResource"))
        yield from _texts(at, "dcterms:title", [said.get("title")])
        yield from _texts(at, "schema:publisher", [said.get("publisher")])
        yield from _texts(at, "schema:creator", texts_in(said, "creators"))
        yield from _dated(at, "dcterms:issued", said.get("published"))
        yield from _texts(at, "schema:url", [said.get("url")])
        yield from _texts(at, "skos:note", [said.get("note")])

    def _link(self, link: Link) -> Iterator[Statement]:
        start, end = self._end(link.from_id), self._end(link.to_id)
        if link.type == "IN_AREA":
            yield Statement(start, "dcterms:spatial", end)
        elif link.type == "PART_OF":
            yield Statement(start, "dcterms:isPartOf", end)
        elif link.type == "POST_IN":
            yield Statement(start, "org:postIn", end)
        elif link.type in _LINES:
            yield Statement(start, _LINES[link.type], end)
        elif link.type == "SUCCEEDED_BY":
            yield from self._succession(link, start, end)
        elif link.type in _MEMBERSHIPS:
            yield from self._membership(link, start, end)

    def _succession(self, link: Link, start: Address, end: Address) -> Iterator[Statement]:
        at = self._spot(f"change:{link.id}")
        yield Statement(at, "a", Term("org:ChangeEvent"))
        yield Statement(at, "org:originalOrganization", start)
        yield Statement(at, "org:resultingOrganization", end)
        yield from _dated(at, "dcterms:date", link.properties.get("since"))
        yield from self._noted(at, link.properties, f"change:{link.id}")

    def _membership(self, link: Link, start: Address, end: Address) -> Iterator[Statement]:
        said, name = link.properties, f"{link.type.lower().replace('_', '-')}:{link.id}"
        at = self._spot(name)
        yield Statement(at, "a", Term("org:Membership"))
        yield Statement(at, "org:member", start)
        if link.type == "HOLDS":
            yield from self._tenure(link, at, start, end)
        else:
            yield Statement(at, "org:organization", end)
            if role := said.get("role"):
                of_role = self._spot(f"role:{role}")
                yield Statement(at, "org:role", of_role)
                yield Statement(of_role, "a", Term("org:Role"))
                yield Statement(of_role, "skos:prefLabel", Text(str(role)))
        yield from self._time(at, name, said)
        yield from self._noted(at, said, name)

    def _tenure(self, link: Link, at: Address, holder: Address, post: Address) -> Iterator[Statement]:
        node = self.public.by_id[link.to_id]
        if not link.properties.get("until"):
            yield Statement(holder, "org:holds", post)
        if board := self.public.end_of("POST_IN", node.id):
            yield Statement(at, "org:organization", self._end(board))
        yield Statement(at, "opengov:post", post)
        if role := node.properties.get("role"):
            yield Statement(at, "org:role", self._word_at(role))
        for group in self.public.links_from("ON_BEHALF_OF", node.id):
            yield Statement(at, "opengov:onBehalfOf", self._end(group.to_id))

    def _time(self, at: Address, name: str, said: Said) -> Iterator[Statement]:
        """Say during which time a membership is or was: from when and until when, each as precise as recorded."""
        ends = [("time:hasBeginning", "since"), ("time:hasEnd", "until")]
        if not any(said.get(field) for _, field in ends):
            return
        interval = self._spot(f"{name}:time")
        yield Statement(at, "org:memberDuring", interval)
        yield Statement(interval, "a", Term("time:Interval"))
        for predicate, field in ends:
            if day := said.get(field):
                instant = self._spot(f"{name}:{field}")
                sort, by = _SORTS.get(len(str(day)), ("xsd:date", "time:inXSDDate"))
                yield Statement(interval, predicate, instant)
                yield Statement(instant, "a", Term("time:Instant"))
                yield Statement(instant, by, Text(str(day), sort))

    def _noted(self, at: Address, said: Said, name: str) -> Iterator[Statement]:
        """Say what every fact may: a note of ours, and where in which sources it stands."""
        yield from _texts(at, "skos:note", [said.get("note")])
        for number, (source, where) in enumerate(cites_of(said), 1):
            passage = self._spot(f"{name}:source-{number}")
            yield Statement(at, "dcterms:source", passage)
            yield Statement(passage, "a", Term("dcterms:BibliographicResource"))
            yield Statement(passage, "dcterms:isPartOf", self._end(source))
            yield Statement(passage, "dcterms:bibliographicCitation", Text(where))


def _texts(at: Address, predicate: str, values: Sequence[object]) -> Iterator[Statement]:
    yield from (Statement(at, predicate, Text(str(value))) for value in values if value)


def _dated(at: Address, predicate: str, day: object) -> Iterator[Statement]:
    if day:
        sort, _ = _SORTS.get(len(str(day)), ("xsd:date", ""))
        object_: Object = Text(str(day), sort)
        yield Statement(at, predicate, object_)
