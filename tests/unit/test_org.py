"""Linked data as rdflib reads it: Turtle and JSON-LD are the same, and every statement is one that ORG allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, SKOS, TIME, XSD

from app.exchange.formats.org import org_json_ld, org_turtle
from app.exchange.formats.public_facts import PublicFacts
from tests.conftest import SEEDS
from tests.unit.format_cases import BASE, HOSTILE, hostile_place, place_in, whole_place

BODIES = {ORG.Organization, ORG.FormalOrganization, ORG.OrganizationalUnit, ORG.OrganizationalCollaboration}
AGENTS = {*BODIES, FOAF.Person}
ENDS = {
    ORG.subOrganizationOf: (BODIES, BODIES),
    ORG.linkedTo: (BODIES, BODIES),
    ORG.reportsTo: ({*AGENTS, ORG.Post}, {*AGENTS, ORG.Post}),
    ORG.classification: (BODIES, {SKOS.Concept}),
    ORG.identifier: (BODIES, set[URIRef]()),
    ORG.postIn: ({ORG.Post}, BODIES),
    ORG.holds: (AGENTS, {ORG.Post}),
    ORG.role: ({ORG.Membership, ORG.Post}, {ORG.Role}),
    ORG.member: ({ORG.Membership}, AGENTS),
    ORG.organization: ({ORG.Membership}, BODIES),
    ORG.memberDuring: ({ORG.Membership}, {TIME.Interval}),
    ORG.originalOrganization: ({ORG.ChangeEvent}, BODIES),
    ORG.resultingOrganization: ({ORG.ChangeEvent}, BODIES),
    TIME.hasBeginning: ({TIME.Interval}, {TIME.Instant}),
    TIME.hasEnd: ({TIME.Interval}, {TIME.Instant}),
    DCTERMS.isPartOf: ({DCTERMS.Location, DCTERMS.BibliographicResource},) * 2,
}
"""The domain and the range of each property, as the vocabularies have them; without a range it is a text."""
PLACES = {
    **{name: place_in(SEEDS, name) for name in ("bromley", "gloucester")},
    "strathcorrie": place_in(SEEDS / "examples", "strathcorrie"),
    "hostile": hostile_place(),
}


@pytest.fixture(scope="module", params=PLACES)
def place(request: pytest.FixtureRequest) -> PublicFacts:
    return PLACES[request.param]


@pytest.fixture(scope="module")
def graph(place: PublicFacts) -> Graph:
    return Graph().parse(data=org_turtle(place), format="turtle")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib itself
def test_turtle_and_json_ld_say_the_same(place: PublicFacts, graph: Graph) -> None:
    assert len(graph) > 200
    assert set(Graph().parse(data=org_json_ld(place), format="json-ld")) == set(graph)
    assert not any(isinstance(each, BNode) for statement in graph for each in statement)


def test_every_statement_is_one_that_the_vocabularies_allow(graph: Graph) -> None:
    assert list(wrong(graph)) == []


def wrong(graph: Graph) -> Iterator[str]:
    kinds = {subject: set(graph.objects(subject, RDF.type)) for subject in set(graph.subjects())}
    for subject, predicate, object_ in graph:
        assert isinstance(predicate, URIRef)
        if predicate == RDF.type and str(object_).startswith(str(ORG)):
            ORG[str(object_).removeprefix(str(ORG))]  # which warns of a word that ORG does not have
        if str(predicate).startswith(str(ORG)) and predicate not in ENDS:
            yield f"{predicate} is no property of ORG that is used here"
        if predicate in ENDS:
            starts, ends = ENDS[predicate]
            if not kinds[subject] & starts:
                yield f"{subject} {predicate}: it is {kinds[subject]}"
            if isinstance(object_, Literal) is bool(ends) or (ends and not kinds.get(object_, set()) & ends):
                yield f"{predicate} {object_}: it is {kinds.get(object_)}"
        if (
            isinstance(object_, Literal)
            and object_.datatype in {XSD.date, XSD.gYear, XSD.gYearMonth}
            and object_.ill_typed
        ):
            yield f"{predicate} {object_} is no date"


def test_each_property_is_met_where_its_ends_are_looked_at(tmp_path: Path) -> None:
    whole = whole_place(tmp_path)
    assert list(wrong(Graph().parse(data=org_turtle(whole), format="turtle"))) == []
    used = {
        predicate
        for place in (*PLACES.values(), whole)
        for predicate in Graph().parse(data=org_turtle(place), format="turtle").predicates()
    }
    assert set(ENDS) - used == set()


def test_what_is_recorded_can_be_asked_for(place: PublicFacts, graph: Graph) -> None:
    facts = place.facts
    own = {label: [*place.own(label)] for label in ("Organization", "Post", "Person")}
    assert len(set(graph.subjects(RDF.type, ORG.Post))) >= len(own["Post"])
    for node in (*own["Organization"], *own["Post"]):
        name = node.properties.get("name") or node.properties.get("label")
        found = [str(each) for each in graph.objects(URIRef(place.address(node)), SKOS.prefLabel)]
        assert found == ([name] if name else [])
    held = {
        (place.address(place.by_id[link.from_id]), place.address(place.by_id[link.to_id]))
        for link in facts.links
        if link.type == "HOLDS" and not link.properties.get("until")
    }
    assert {(str(start), str(end)) for start, end in graph.subject_objects(ORG.holds)} == held
    members = sum(link.type in {"HOLDS", "WORKS_FOR", "MEMBER_OF"} for link in facts.links)
    assert len(set(graph.subjects(RDF.type, ORG.Membership))) == members
    for kind, predicate in (("SUB_GROUP_OF", ORG.subOrganizationOf), ("REPORTS_TO", ORG.reportsTo)):
        ends = {(link.from_id, link.to_id) for link in facts.links if link.type == kind}
        assert len(set(graph.subject_objects(predicate))) == len(ends)


def test_who_sits_on_a_board_for_whom_is_one_question() -> None:
    graph = Graph().parse(data=org_turtle(PLACES["gloucester"]), format="turtle")
    query = f"""
        SELECT ?person ?group WHERE {{
            ?membership org:member/foaf:name ?person ; opengov:onBehalfOf/skos:prefLabel ?group ;
                org:organization <{BASE}/gloucester/gloucester-partnership-executive> .
        }}"""
    found = {(str(row[0]), str(row[1])) for row in graph.query(query)}  # type: ignore[index]
    assert ("Ashley Green", "Gloucester City Homes") in found


def test_no_name_says_more_than_a_name() -> None:
    graph = Graph().parse(data=org_turtle(PLACES["hostile"]), format="turtle")
    assert {str(each) for each in graph.objects(None, FOAF.name)} == set(HOSTILE)
