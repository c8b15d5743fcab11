"""Names to choose from while typing: public ones, best first, few, as JSON."""

from typing import Any

import pytest
from starlette.testclient import TestClient


def suggested(client: TestClient, text: str, **more: str) -> list[dict[str, Any]]:
    answer = client.get("/suggest", params={"q": text} | more)
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()
    return found


def names(client: TestClient, text: str, **more: str) -> list[str]:
    return [found["name"] for found in suggested(client, text, **more)]


def test_a_suggestion_says_what_it_is_and_where_it_leads(client: TestClient) -> None:
    assert suggested(client, "council on ag")[0] == {
        "name": "Council on Ageing",
        "href": "/bromley/council-on-ageing",
        "what": "forum, Bromley",
    }


@pytest.mark.parametrize("text", ["COA", "council on", "Council on Ageing", "counc age", "councl on agein"])
def test_beginnings_initials_and_misspelt_names_are_understood(client: TestClient, text: str) -> None:
    assert "Council on Ageing" in names(client, text)[:3]


def test_what_is_called_exactly_so_comes_first(client: TestClient) -> None:
    assert names(client, "carers")[0] == "Carers"
    assert names(client, "Bromley Mind")[0] == "Bromley Mind"


def test_at_most_eight_are_offered_and_nothing_for_nothing(client: TestClient) -> None:
    assert len(suggested(client, "b")) == 8
    assert suggested(client, "") == suggested(client, "  '") == []
    assert suggested(client, "x" * 5000) == []


def test_places_and_sources_have_pages_but_nobody_represents_them(client: TestClient) -> None:
    assert {
        "name": "Gloucester",
        "href": "/gloucester",
        "what": "place, non-metropolitan district, part of Gloucestershire",
    } in suggested(client, "gloucester")
    for found in suggested(client, "gloucester", to="who"):
        assert found["href"].startswith("/who?of=")
        assert client.get(found["href"], headers={"accept": "text/html"}).status_code == 200


def test_the_day_that_was_chosen_is_kept(client: TestClient) -> None:
    assert suggested(client, "coa", on="2008-01")[0]["href"] == "/bromley/council-on-ageing?on=2008-01"
    assert suggested(client, "coa", on="2008-01", to="who")[0]["href"] == "/who?of=bromley/council-on-ageing&on=2008-01"


def test_answers_are_asked_for_anew(client: TestClient) -> None:
    answer = client.get("/suggest?q=coa")
    assert answer.headers["cache-control"] == "public, no-cache"
    assert answer.headers["content-type"] == "application/json"


def test_only_public_names_are_offered(with_secrets: TestClient) -> None:
    assert names(with_secrets, "open") != []
    for text in ("hush", "hush g", "bob", "bob hush", "HG", "hush report"):
        assert not [name for name in names(with_secrets, text) if "hush" in name.lower()]
