"""Programs on other sites read every file; addresses with a slash at their end lead to those without."""

import pytest
from starlette.testclient import TestClient

from .test_heads import EXAMPLES

FROM = {"origin": "https://elsewhere.example.org"}
WANTED = {
    "accept",
    "apollographql-client-name",
    "apollographql-client-version",
    "authorization",
    "content-type",
    "traceparent",
    "x-requested-with",
}


@pytest.mark.parametrize("route", EXAMPLES)
def test_whatever_is_no_page_is_open_to_other_sites(client: TestClient, route: str) -> None:
    answer = client.get(EXAMPLES[route], headers=FROM)
    is_page = answer.headers["content-type"].startswith("text/html")
    assert ("access-control-allow-origin" in answer.headers) is not is_page
    if not is_page:
        assert answer.headers["access-control-allow-origin"] == "*"
        assert {"ETag", "Retry-After"} <= set(answer.headers["access-control-expose-headers"].split(", "))
        assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "address",
    [
        *("/diagrams/bromley.svg", "/gaps.csv", "/feeds/bromley.atom", "/calendars/bromley.ics", "/schema.graphql"),
        *("/openapi.json", "/social/bromley.png", "/suggest?q=age", "/graphql", "/graphql/"),
    ],
)
def test_browsers_are_told_what_they_may_send(client: TestClient, address: str) -> None:
    asked = FROM | {
        "access-control-request-method": "POST" if "graphql" in address else "GET",
        "access-control-request-headers": ",".join(sorted(WANTED)),
    }
    answer = client.options(address, headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert set(answer.headers["access-control-allow-headers"].split(", ")) >= WANTED
    assert {"GET", "HEAD", "POST"} <= set(answer.headers["access-control-allow-methods"].split(", "))


def test_what_goes_wrong_is_told_to_other_sites_too(client: TestClient) -> None:
    answer = client.get("/diagrams/nowhere.svg", headers=FROM | {"accept": "*/*"})
    assert answer.status_code == 404
    assert answer.headers["access-control-allow-origin"] == "*"


def test_nothing_has_changed_is_told_to_other_sites_too(client: TestClient) -> None:
    first = client.get("/feeds/bromley.atom", headers=FROM)
    again = client.get("/feeds/bromley.atom", headers=FROM | {"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.headers["access-control-allow-origin"]) == (304, "*")


@pytest.mark.parametrize("route", sorted(set(EXAMPLES) - {"/", "/graphql", "/static", "/static/vis"}))
def test_a_slash_at_the_end_leads_to_the_address_without(client: TestClient, route: str) -> None:
    path, mark, query = EXAMPLES[route].partition("?")
    answer = client.get(f"{path}/{mark}{query}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, EXAMPLES[route])


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_graphql_answers_with_a_slash_too(client: TestClient, method: str) -> None:
    given = {"params": {"query": "{ __typename }"}} if method == "GET" else {"json": {"query": "{ __typename }"}}
    answer = client.request(method, "/graphql/", follow_redirects=False, **given)  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["data"]) == (200, {"__typename": "Query"})


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("//evil.example.org/", "/evil.example.org"),
        ("/%2Fevil.example.org/", "/evil.example.org"),
        ("/\\evil.example.org//", "/%5Cevil.example.org"),
        ("/a%0d%0aSet-Cookie:x/", "/a%0D%0ASet-Cookie%3Ax"),
        ("/bromley/caf%C3%A9/?q=%2F", "/bromley/caf%C3%A9?q=%2F"),
        ("///", "/"),
    ],
)
def test_nobody_is_led_to_another_site(client: TestClient, path: str, place: str) -> None:
    answer = client.get(f"http://testserver{path}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, place)
