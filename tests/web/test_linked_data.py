"""A body's address is a page for people, and linked data for programs that ask for it."""

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, SKOS
from starlette.testclient import TestClient

ADDRESS = "/gloucester/gloucester-partnership-executive"
TURTLE, JSON_LD = "text/turtle", "application/ld+json"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/*", "text/html"),
        ("application/json", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        (TURTLE, TURTLE),
        (JSON_LD, JSON_LD),
        ("text/turtle;q=0.9, application/ld+json", JSON_LD),
        ("text/html;q=0.5, text/turtle", TURTLE),
        ("text/html, text/turtle;q=0.9", "text/html"),
        ("application/rdf+xml, text/turtle;q=0.5, */*;q=0.1", TURTLE),
    ],
)
def test_who_asks_gets_what_they_like_best(client: TestClient, accept: str, kind: str) -> None:
    answer = client.get(ADDRESS, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert "Accept" in answer.headers["vary"].split(", ")


def test_each_has_a_tag_of_its_own_and_is_open_to_other_sites(client: TestClient) -> None:
    tags = {}
    for accept in ("text/html", TURTLE, JSON_LD):
        answer = client.get(ADDRESS, headers={"accept": accept})
        tags[answer.headers["etag"]] = accept
        again = client.get(ADDRESS, headers={"accept": accept, "if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.headers["etag"]) == (304, answer.headers["etag"])
        head = client.head(ADDRESS, headers={"accept": accept})
        assert head.headers["content-type"] == answer.headers["content-type"]
        assert ("access-control-allow-origin" in answer.headers) is (accept != "text/html")
    assert len(tags) == 3


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib itself
def test_it_is_what_the_place_s_file_says_of_the_body(client: TestClient) -> None:
    told = Graph().parse(data=client.get(ADDRESS, headers={"accept": TURTLE}).content, format="turtle")
    whole = Graph().parse(data=client.get("/data/gloucester.ttl").content, format="turtle")
    body = URIRef(f"http://testserver{ADDRESS}")
    assert (body, SKOS.prefLabel, Literal("Gloucester Partnership Executive")) in told
    for predicate in (ORG.postIn, ORG.organization):
        assert set(told.subjects(predicate, body)) == set(whole.subjects(predicate, body)) != set()
    assert set(told.predicate_objects(body)) == set(whole.predicate_objects(body))
    # Of others there is only the name, so what sort of body they are stands in the place's file alone.
    assert {each for each in told if each not in whole} <= {
        (subject, predicate, object_) for subject, predicate, object_ in told if object_ == ORG.Organization
    }
    as_json = client.get(ADDRESS, headers={"accept": JSON_LD}).content
    assert set(Graph().parse(data=as_json, format="json-ld")) == set(told)


def test_nothing_hidden_is_told(with_secrets: TestClient) -> None:
    for body in ("board", "top", "forum"):
        answer = with_secrets.get(f"/testing/{body}", headers={"accept": TURTLE})
        assert answer.status_code == 200
        assert "skos:prefLabel" in answer.text
        assert "hush" not in answer.text.lower()
        assert "Bob" not in answer.text
    assert with_secrets.get("/testing/hush-board", headers={"accept": TURTLE}).status_code == 404


def test_a_body_that_nobody_knows_is_said_to_be_unknown(client: TestClient) -> None:
    for address in ("/gloucester/nobody", "/nowhere/nobody"):
        answer = client.get(address, headers={"accept": TURTLE})
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")


def test_a_place_s_page_leads_to_its_files(client: TestClient) -> None:
    page = client.get("/gloucester", headers={"accept": "text/html"}).text
    for at in ("/data/gloucester.popolo.json", "/data/gloucester.ttl", "/data/gloucester.manifest.json"):
        assert f'href="{at}"' in page
        assert client.head(at).status_code == 200
    assert "/data/" not in client.get(ADDRESS, headers={"accept": "text/html"}).text
