"""The public facts of places, made from files without a database."""

from dataclasses import replace
from pathlib import Path

from app.domain.facts import DataSet, Link, Node, Value
from app.exchange.entries.ordering import in_order
from app.exchange.formats.public_facts import PublicFacts, sources_in
from tests.seeds import facts_of
from tests.unit.entry_cases import AREAS, SOURCES, WHOLE

HOSTILE = (
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "it's \"quoted\" \\ and \\\" `ticked`", "a --> b",
    "=HYPERLINK(\"https://evil.example\")", "]]> & &amp; <!-- %% {{7*7}} ${8*8} #quot; @prefix", "end", "x;y|z]{w}",
    "Zo\u00eb \u8b70\u4f1a \U0001f44d \u200b\u202eabc", "\\u0027}) DETACH DELETE (n) //", "\\n\\", "two\nlines", "%%{init: {}}%%",
)  # fmt: skip
"""Names that would break out of a file in which they were written as they are."""

BASE = "https://partnerships.example.org"


def whole_place(folder: Path) -> PublicFacts:
    """Return a place that says everything that the data format lets it say, taken as public."""
    for name, text in (("wholeham", WHOLE), ("sources", SOURCES), ("areas", AREAS)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return place_in(folder, "wholeham")


def hostile_place() -> PublicFacts:
    """Return a place in which every text is hostile."""
    nodes = [Node("Area", "evil", "", {"name": HOSTILE[0]}), Node("Source", "evil/s", "evil", {"title": HOSTILE[1]})]
    links: list[Link] = []
    for number, name in enumerate(HOSTILE):
        said: dict[str, Value] = {"cites": f"evil/s {name.splitlines()[0]}", "access": "public", "certainty": "stated"}
        body, seat, person = f"evil/body-{number}", f"evil/seat-{number}", f"evil/person-{number}"
        nodes += [
            Node("Organization", body, "evil", said | {"name": name, "classification": "forum", "purpose": name}),
            Node("Post", seat, "evil", said | {"label": name, "role": "member", "note": name}),
            Node("Person", person, "evil", said | {"name": name, "alternateNames": [name, name]}),
        ]
        links += [
            Link("POST_IN", f"evil/in-{number}", "evil", "Post", seat, "Organization", body, said),
            Link("HOLDS", f"evil/holds-{number}", "evil", "Person", person, "Post", seat, said | {"note": name}),
            Link("FEEDS_INTO", f"evil/f-{number}", "evil", "Organization", body, "Organization", "evil/body-0", said),
        ]
    return PublicFacts("evil", HOSTILE[0], DataSet(nodes, links), BASE, 7)


def opened(said: dict[str, Value]) -> dict[str, Value]:
    """Return what a fact says if it is public, without what only those who keep the data see."""
    hidden = {"closedContactDetails", "doubts"}
    return {name: value for name, value in said.items() if name not in hidden} | {"access": "public"}


def place_in(folder: Path, place: str) -> PublicFacts:
    """Return what the files of a folder say of a place, taken as public, with what it leads to."""
    return public_of(facts_of(folder), place)


def public_of(facts: DataSet, place: str) -> PublicFacts:
    """Return what facts say of a place, taken as public, with what it leads to."""
    flags = {
        node.id for node in facts.nodes if node.properties.get("flag")
    }  # never public: they belong to who gave them
    facts = DataSet(
        [
            replace(node, properties=opened(node.properties), _known=None)
            for node in facts.nodes
            if node.id not in flags
        ],
        [
            replace(link, properties=opened(link.properties), _known=None)
            for link in facts.links
            if not {link.from_id, link.to_id} & flags
        ],
    )
    own = in_order(
        DataSet(
            [node for node in facts.nodes if node.place == place], [link for link in facts.links if link.place == place]
        )
    )
    nodes = {node.id: node for node in own.nodes}
    known = {node.id: node for node in facts.nodes}
    ends = [id_ for link in own.links for id_ in (link.from_id, link.to_id)]
    ends += [source for fact in own.all() for source in sources_in(fact.properties)]
    ends += [str(node.properties["forArea"]) for node in own.nodes if node.properties.get("forArea")]
    for id_ in dict.fromkeys([place, *sorted(ends)]):
        node = known[id_]
        stub = Node(node.label, id_, node.place, {"name": node.properties.get("name")})
        nodes.setdefault(id_, stub if node.place else node)
    above: list[Link] = []
    for link in sorted(facts.links, key=lambda link: link.id):
        if link.type == "PART_OF" and link.from_id in nodes:
            nodes.setdefault(link.to_id, known[link.to_id])
            above.append(link)
    name = str(known[place].properties["name"])
    return PublicFacts(place, name, DataSet(list(nodes.values()), [*own.links, *above]), BASE, 7)
