"""Pages on people: what a source says of them in a role, left out of search engines; nobody is named who is not public."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

HTML = {"accept": "text/html"}
Ask = Callable[[str, dict[str, object]], dict[str, Any]]


@pytest.mark.parametrize("address", ["/people/bromley/anne-manning", "/posts/bromley/council-on-ageing-chair"])
def test_search_engines_are_asked_to_leave_them_out(client: TestClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.headers["x-robots-tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.text


def test_a_person_is_shown_with_seats_bodies_and_sources(client: TestClient) -> None:
    text = client.get("/people/bromley/anne-manning", headers=HTML).text
    assert "Anne Manning holds" in text
    assert "/sources/bromley-mapping-2008" in text
    assert '">Tell us</a>' in text


def test_the_picture_of_a_person_leads_from_their_seats_to_the_top_and_no_further(client: TestClient) -> None:
    for address in ("/people/bromley/anne-manning", "/who?of=bromley/anne-manning"):
        text = client.get(address, headers=HTML).text
        figure = text.partition("<figure")[2].partition("</figure>")[0]
        assert "Where Anne Manning sits" in figure
        for body in ("carers-organisations-group", "local-strategic-partnership"):
            assert f'href="/bromley/{body}"' in figure
        assert "council-on-ageing" not in figure
        assert "Not in the picture" not in text


def test_the_picture_of_a_person_shows_every_body_on_which_they_sit(client: TestClient, ask: Ask) -> None:
    """Bodies of which nothing else is drawn too: the council whose chief executive somebody is."""
    query = """{ posts(area: "hammersmith-and-fulham", first: 100) { edges { node {
      organization { id } holders { holder { __typename ... on Person { id } } } } } } }"""
    sits: dict[str, set[str]] = {}
    for edge in ask(query, {})["posts"]["edges"]:
        for tenure in edge["node"]["holders"]:
            if tenure["holder"]["__typename"] == "Person":
                sits.setdefault(tenure["holder"]["id"], set()).add(edge["node"]["organization"]["id"])
    assert len(sits) >= 7
    for id_, boards in sits.items():
        figure = client.get(f"/people/{id_}", headers=HTML).text.partition("<figure")[2].partition("</figure>")[0]
        assert {board for board in boards if f'href="/{board}"' not in figure} == set(), id_


@pytest.mark.parametrize(
    "address",
    ["/", "/testing", "/testing/board", "/testing/forum", "/testing/top", "/testing/service", "/people/testing/ann",
     "/posts/testing/seat", "/posts/testing/observer", "/who?of=testing/forum", "/who?of=testing/ann",
     "/meetings/testing/open-meeting", "/sources/open-report", "/search?q=open"],
)  # fmt: skip
def test_what_is_not_public_is_on_no_page(with_secrets: TestClient, address: str) -> None:
    answer = with_secrets.get(address, headers=HTML)
    assert answer.status_code == 200
    assert "hush" not in answer.text.lower()


def test_the_address_of_what_is_not_public_offers_only_what_is(with_secrets: TestClient) -> None:
    answer = with_secrets.get("/testing/hush-board", headers=HTML)
    assert answer.status_code == 404
    offered = answer.text.partition('id="near"')[2].partition("</section>")[0]
    assert "/testing/" in offered
    assert "hush" not in offered.lower()


def test_a_seat_is_public_though_its_holder_is_not(with_secrets: TestClient) -> None:
    text = with_secrets.get("/testing/board", headers=HTML).text
    assert "Ann Open" in text
    assert "Bob" not in text
