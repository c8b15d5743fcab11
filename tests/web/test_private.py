"""What is for one reader: nobody keeps it, nobody sees it who is not signed in, and it is on no page of others."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from app.accounts import links, log, sessions
from app.accounts.passwords import SHORTEST
from app.accounts.secrets import DAY, HOUR
from app.accounts.tokens import MOST_DAYS
from app.caching.policies import MadeFrom
from app.caching.views import places_in
from app.domain.rights import Grant, Role
from app.web.shell.private import PrivateRoute, form_token, is_token_of, safe_next, told_path
from app.web.site import POLICIES
from tests.accounts import HTML, Browser, write_one_of_each
from tests.sites import Sites
from tests.web.test_heads import EXAMPLES, all_routes

OPEN_TO_STRANGERS = {
    "/sign-in",
    "/sign-in/link/{secret}",
    "/sign-in/forgotten",
    "/sign-in/provider",
    "/sign-in/provider/back",
    "/sign-out",
    "/edit/about/{about:path}",
    "/suggestions/new",
    "/suggestions/sent/{secret}",
}
"""What somebody sees who is not signed in."""
FOR_PROGRAMS = {"/account/token", "/history.atom"}
"""What asks for a token instead of a session, or takes one beside it."""
TAGGED = {"/history.atom"}
"""What has a tag of what it says, made for one reader."""
GIVEN = {"secret": "nonsense", "about": "area/testham"}
"""What stands for the parts of an address."""


def addresses(client: TestClient, method: str) -> dict[str, str]:
    """Return an address of every private route that takes a method."""
    private = [
        route for route in all_routes(client.app) if isinstance(route, PrivateRoute) and method in (route.methods or ())
    ]
    return {
        route.path: route.path_format.format(**{name: GIVEN.get(name, "nothing") for name in route.param_convertors})
        for route in private
    }


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site with a place of one body."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(
        "place: testham\norganizations:\n"
        "  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, 1'}\n"
    )
    with sites.over(seeds) as (client, _):
        yield client


def test_there_are_private_routes(site: TestClient) -> None:
    assert addresses(site, "GET").keys() >= OPEN_TO_STRANGERS | {"/account", "/account/log"}
    assert addresses(site, "POST").keys() >= {"/sign-in", "/sign-out", "/account/password", "/account/sessions"}


def test_what_is_private_is_made_anew_for_each_who_asks(site: TestClient) -> None:
    """Else two who ask at once would have the answer of one, and whoever guesses a tag would be told that he has it."""
    places = {place.route.path: place.policy for place in places_in(site.app.routes, POLICIES)}  # type: ignore[attr-defined]
    private = {route.path for route in all_routes(site.app) if isinstance(route, PrivateRoute)}
    assert {path for path in private if places[path].made_from is not MadeFrom.MOMENT} == set()


def test_whoever_is_not_signed_in_is_led_to_sign_in_and_back(site: TestClient) -> None:
    browser = Browser(site)
    for route, address in addresses(site, "GET").items():
        answer = browser.get(address)
        if route in FOR_PROGRAMS:
            assert answer.status_code == 401, route
        elif route not in OPEN_TO_STRANGERS:
            assert answer.status_code == 303, route
            assert answer.headers["location"].startswith("/sign-in?next=%2F"), route


def test_nothing_that_is_private_is_kept_or_open_to_other_sites(site: TestClient) -> None:
    browser = Browser(site)
    browser.account("ada-kept", Grant(Role.ADMINISTRATOR))
    for signed_in in (False, True):
        for route, address in addresses(site, "GET").items():
            answer = browser.get(address, headers={"origin": "https://elsewhere.example.org"})
            assert answer.headers["cache-control"] in {"private, no-store", "no-store"}, address
            assert "etag" not in answer.headers or route in TAGGED, address
            assert answer.headers.get("x-robots-tag") == "noindex" or answer.status_code == 303, address
            if answer.status_code < 400:
                assert answer.headers["cache-control"] == "private, no-store"
                assert "access-control-allow-origin" not in answer.headers
        if not signed_in:
            assert browser.sign_in("ada-kept").status_code == 303


def test_every_form_is_refused_that_no_page_of_the_site_sent(site: TestClient) -> None:
    """Forgery of requests across sites (CSRF)."""
    browser = Browser(site)
    browser.account("ada-forged", Grant(Role.ADMINISTRATOR))
    browser.sign_in("ada-forged")
    good = browser.form_token("/account")
    others = form_token("the secret of somebody else")
    for address in addresses(site, "POST").values():
        for sent, headers in (
            ({}, {}),
            ({"form_token": ""}, {}),
            ({"form_token": "nonsense"}, {}),
            ({"form_token": others}, {}),
            ({"form_token": good}, {"sec-fetch-site": "cross-site"}),
            ({"form_token": good}, {"sec-fetch-site": "same-site"}),
            ({"form_token": good}, {"origin": "https://elsewhere.example.org"}),
            ({"form_token": good}, {"origin": "http://testserver.example.org"}),
            ({"form_token": good}, {"origin": "null"}),
        ):
            answer = site.post(address, data=sent, headers=HTML | headers, follow_redirects=False)
            assert answer.status_code == 403, (address, sent, headers)
            assert "did not come from a page of this site" in answer.text
    assert browser.get("/account").status_code == 200, "nothing was done: still signed in"
    for headers in (
        {"origin": "http://testserver"},
        {"origin": "https://testserver:443"},
        {"sec-fetch-site": "same-origin"},
    ):
        assert browser.post("/account/sessions", page="/account", headers=headers).status_code == 303


def test_a_token_of_forms_is_another_each_time_and_of_one_secret() -> None:
    one, other = form_token("secret"), form_token("secret")
    assert one != other
    assert is_token_of("secret", one)
    assert is_token_of("secret", other)
    assert not is_token_of("another", one)
    assert not is_token_of("secret", base64.urlsafe_b64encode(bytes(64)).decode())
    for wrong in ("", "é", one[:-4], "=" * 88):
        assert not is_token_of("secret", wrong)


def test_no_log_has_the_secret_of_a_link(site: TestClient) -> None:
    def told(path: str) -> str:
        return told_path(Request({"type": "http", "path": path, "query_string": b"", "headers": []}))

    ending = {route.path for route in all_routes(site.app) if route.path.endswith("/{secret}")}
    assert ending >= {"/sign-in/link/{secret}"}
    assert {told(path) for path in ending} == {path.replace("{secret}", "...") for path in ending}
    assert told("/sign-in") == "/sign-in"


def test_what_is_said_of_times_is_so() -> None:
    """The page on privacy, and the document for administrators."""
    root = Path(__file__).resolve().parents[2]
    privacy = (root / "frontend/templates/privacy.html").read_text("utf-8")
    document = (root / "docs/accounts.md").read_text("utf-8")
    assert sessions.GOOD_FOR == 12 * HOUR
    assert "at most twelve hours" in privacy
    assert "| 12 hours, or until" in document
    assert f"for {log.KEPT_DAYS} days" in privacy
    assert f"| {log.KEPT_DAYS} days |" in document
    assert f"{SHORTEST} characters or more" in document
    assert f"at most {MOST_DAYS} days" in document
    assert links.GOOD_FOR == DAY


def test_a_form_has_a_bound(site: TestClient) -> None:
    browser = Browser(site)
    answer = browser.post("/sign-in", {"login": "x" * 1_100_000, "password": "x"})
    assert answer.status_code == 400
    assert "larger than 1 MB" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        *(
            "//elsewhere.example.org",
            "///elsewhere.example.org",
            "https://elsewhere.example.org",
            "/\\elsewhere.example.org",
            "\\\\elsewhere",
        ),
        *(
            "/\t/elsewhere.example.org",
            "/\n/elsewhere",
            "javascript:alert(1)",
            "elsewhere",
            "",
            "http:elsewhere",
            " /x",
        ),
        *("/sign-in", "/sign-in/link/secret", "/" + "x" * 5000, "/a b", "/\x00"),
    ],
)
def test_nobody_is_led_to_another_site(address: str) -> None:
    """Open redirects."""
    assert safe_next(address) == "/account"


@pytest.mark.parametrize("address", ["/edit/testham", "/account/log?before=5", "/testham?on=2008&x=//y", "/caf%C3%A9"])
def test_an_address_of_the_site_is_led_to(address: str) -> None:
    assert safe_next(address) == address


def test_pages_for_everybody_are_the_same_to_whoever_is_signed_in_and_may_read_no_more(site: TestClient) -> None:
    browser = Browser(site)
    browser.account("ada-same")
    asked = [
        "/",
        "/testham",
        "/testham/board",
        "/search?q=board",
        "/gaps",
        "/sources",
        "/privacy",
        "/nowhere",
        "/registers/testham/bodies",
        "/graphql?query={areas{id}}",
        "/diagrams/testham.svg",
    ]
    before = [(browser.get(each).content, browser.get(each).headers.get("etag")) for each in asked]
    browser.sign_in("ada-same")
    assert browser.session
    assert [(browser.get(each).content, browser.get(each).headers.get("etag")) for each in asked] == before


def test_nothing_of_accounts_is_on_any_page_of_others(client: TestClient, sites: Sites, site: TestClient) -> None:
    """Nor does an account count as a change: answers that are kept stay as they are."""
    browser = Browser(site)
    asked = [route.path for route in all_routes(site.app) if "{" not in route.path and route.path in EXAMPLES]
    asked += [f"{route}?q=zaccount" for route in ("/search", "/suggest")]
    asked += [
        "/testham",
        "/testham/board",
        "/who?of=zaccountname",
        "/registers/testham/bodies",
        "/changes?area=testham",
    ]

    def said() -> dict[str, Any]:
        answers = {each: browser.get(each) for each in asked if each not in {"/metrics", "/static", "/static/vis"}}
        return {
            each: (answer.status_code, answer.content, answer.headers.get("etag")) for each, answer in answers.items()
        }

    before = said()
    browser.write(write_one_of_each)
    after = said()
    different = [each for each in before if before[each] != after[each] and each != "/readyz"]
    assert different == []
    assert b"zaccount" not in b"".join(content for each, (_, content, _) in after.items() if "zaccount" not in each)
    query = '{ node(id: "0123456789abcdef") { id } search(text: "zaccountname", first: 5) { __typename } }'
    assert "zaccount" not in site.post("/graphql", json={"query": query}).text
