"""Linked data comes back: what this project wrote says the same when it is written again, others' is read or told."""

import shutil
from pathlib import Path

import pytest

from app.exchange.entries.as_yaml import text_of
from app.exchange.formats.org import org_json_ld, org_turtle, statements
from app.exchange.formats.org_in import entries_of_org
from app.exchange.incoming.sorts import ORG, sort_of
from app.exchange.yaml_files import read_files
from tests.unit.format_cases import place_in
from tests.unit.test_popolo_in import PLACES, written


@pytest.mark.parametrize(("folder", "place"), PLACES, ids=[place for _, place in PLACES])
def test_out_and_in_and_out_again_says_the_same(folder: Path, place: str, tmp_path: Path) -> None:
    once = place_in(folder, place)
    read = entries_of_org(org_turtle(once), place)
    assert not read.unread
    for file in folder.glob("*.yaml"):
        if file.stem != place:
            shutil.copy(file, tmp_path)
    written(read, tmp_path)
    assert [str(problem) for problem in read_files([tmp_path]).problems] == []
    again = place_in(tmp_path, place)
    # What another place has, and what ORG has no word for leads to, is not mentioned a second time. Nor is a source.
    beside = [node for it in (once, again) for node in it.facts.nodes if node.place not in {place, ""}]
    beside += [node for it in (once, again) for node in it.facts.nodes if node.label == "Source"]
    left_out = {once.address(node) for node in beside}
    first, second = ({each for each in statements(it) if each.subject not in left_out} for it in (once, again))
    assert sorted(first - second) == []
    assert sorted(second - first) == []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib itself
def test_turtle_and_json_ld_are_read_alike() -> None:
    folder, place = PLACES[1]
    once = place_in(folder, place)
    turtle, json_ld = (entries_of_org(raw, place, "T") for raw in (org_turtle(once), org_json_ld(once)))
    assert (turtle.problems, json_ld.problems) == ([], [])
    assert text_of(turtle.file) == text_of(json_ld.file)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("GB-COH-1", ("GB-COH", "1")),
        ("not_known->-", ("not_known", ">-")),
        ("-7", ("id", "-7")),
        ("7-", ("id", "7-")),
        ("-", ("id", "-")),
        ("77", ("id", "77")),
    ],
)
def test_a_number_has_something_on_both_sides_of_its_hyphen(said: str, number: tuple[str, str]) -> None:
    one = f"""@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <http://data.example.org/id/a> a org:Organization ; skos:prefLabel "A" ; org:identifier "{said}" ."""
    read = entries_of_org(one.encode(), "alpha", "T")
    assert read.problems == []
    assert number in [(it.scheme, it.value) for it in read.file.organizations[0].identifiers]


OTHERS = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix : <http://data.example.org/id/> .
:council a org:FormalOrganization ; skos:prefLabel "Town Council"@en ; org:hasUnit :parks ; org:hasPost :mayor ;
    org:hasPrimarySite :hall ; org:identifier "GB-LAE-TOW" .
:parks a org:OrganizationalUnit ; rdfs:label "Parks" .
:old a org:Organization ; skos:prefLabel "Old Council" .
:mayor a org:Post ; rdfs:label "Mayor" ; org:heldBy :ann .
:ann a foaf:Person ; foaf:name "Ann Ray" ; org:memberOf :parks ; foaf:mbox <mailto:ann@example.org> .
:bo a foaf:Person ; foaf:name "Bo Lee" .
[] a org:Membership ; org:member :bo ; org:organization :parks ; org:role [ a org:Role ; rdfs:label "Gardener" ] ;
    org:memberDuring [ a time:Interval ; time:hasBeginning [ time:inXSDgYear "2009"^^xsd:gYear ] ] .
[] a org:ChangeEvent ; org:originalOrganization :old ; org:resultingOrganization :council .
"""


def test_what_others_wrote_is_read_and_the_rest_is_told(tmp_path: Path) -> None:
    raw = OTHERS.encode()
    assert sort_of("data.ttl", raw) == ORG == sort_of("data", raw) == sort_of("a.json", b'{"@graph": []}')
    read = entries_of_org(raw, "town", "The town's data")
    assert read.problems == []
    assert read.unread == {"org:hasPrimarySite": 1, "foaf:mbox": 1}
    bodies = {body.id: body for body in read.file.organizations}
    assert {id_: (body.kind, body.name) for id_, body in bodies.items()} == {
        "town-council": ("formal", "Town Council"),
        "parks": ("unit", "Parks"),
        "old-council": ("collaboration", "Old Council"),
    }
    assert [(it.scheme, it.value) for it in bodies["town-council"].identifiers] == [
        ("GB-LAE", "TOW"),
        ("address", "http://data.example.org/id/council"),
    ]
    (mayor,) = read.file.posts
    assert (mayor.on, mayor.label, [holder.person for holder in mayor.holders]) == (
        "town-council",
        "Mayor",
        ["ann-ray"],
    )
    works = {it.id: [(work.organization, work.role, work.since) for work in it.worksFor] for it in read.file.people}
    assert works == {"ann-ray": [("parks", None, None)], "bo-lee": [("parks", "Gardener", "2009")]}
    assert [(line.from_, line.type, line.to) for line in read.file.lines] == [
        ("parks", "sub_group_of", "town-council"),
        ("old-council", "succeeded_by", "town-council"),
    ]
    (tmp_path / "areas.yaml").write_text("areas: [{id: town, name: Town}]")
    (tmp_path / "town.yaml").write_text(text_of(read.file), "utf-8")
    assert [str(problem) for problem in read_files([tmp_path]).problems] == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The document has no org:Organization"),
        (b"@prefix org: <", "The document is no Turtle"),
        (b'<a> <b> "x\0" .', "The document has a NUL character"),
        (b"\xff\xfe\x00", "The document is no text in UTF-8."),
        (b"{", "The document is no JSON"),
        (b'{"@context": "https://elsewhere.example/c.jsonld", "@id": "x"}', "The document has a @context elsewhere"),
        (b'{"@graph": [{"@context": [{"@import": "https://elsewhere.example"}]}]}', "The document has a @context elsewhere"),
        (b"[" * 500 + b"]" * 500, "The document has more than 60 levels"),
        (b"<a> <b> " + b"[<c> " * 5_000, "The document has more than 60 brackets"),
        (b" " * 1_500_001, "The document has 1.5 MB: at most"),
        (b"<a> a <http://www.w3.org/ns/org#Post> .", "a: expected an org:postIn"),
        (b'<a> a <http://www.w3.org/ns/org#Organization> .', "a: name: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_fetched(content: bytes, says: str) -> None:
    problems = entries_of_org(content, "town").problems
    assert any(problem.startswith(says) for problem in problems), problems
