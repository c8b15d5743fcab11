"""The page to try queries on: our own files, the strictest policy, and examples that work."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

from tests.browser.conftest import QUIET, chromium, troubles

from .conftest import Post

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "frontend" / "static" / "vendor" / "graphiql"
PAGE = (ROOT / "frontend" / "templates" / "graphiql.html").read_text("utf-8")
EXAMPLES: list[str] = json.loads(PAGE.split('id="examples">')[1].split("</script>")[0])
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_browsers_get_the_page_under_the_strictest_policy(client: TestClient) -> None:
    answer = client.get("/graphql", headers=BROWSER)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "data:" not in answer.headers["content-security-policy"]
    assert "Accept" in answer.headers["vary"]


def test_others_get_no_page(client: TestClient) -> None:
    assert client.get("/graphql", headers={"Accept": "*/*"}).status_code == 400
    answer = client.get("/graphql", params={"query": "{ __typename }"}, headers={"Accept": "*/*"})
    assert answer.json()["data"] == {"__typename": "Query"}


def test_files_are_sent_compressed_for_whoever_takes_it(client: TestClient) -> None:
    stored = sorted(VENDOR.glob("*.gz"))
    assert len(stored) == 4
    for path in stored:
        answer = client.get(f"/graphql/assets/{path.stem}", headers={"Accept-Encoding": "gzip"})
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.content == gzip.decompress(path.read_bytes())
        plain = client.get(f"/graphql/assets/{path.stem}", headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert plain.content == answer.content
    for name in ("README.md", "..%2F..%2Ficon.svg", "graphiql.min.js.gz", "none.js"):
        assert client.get(f"/graphql/assets/{name}").status_code == 404


def test_vendored_files_are_small_and_licensed() -> None:
    assert all(path.stat().st_size < 2**20 for path in VENDOR.iterdir())
    assert {path.name for path in VENDOR.glob("LICENSE-*")} == {
        "LICENSE-graphiql.txt", "LICENSE-react.txt", "LICENSE-react-dom.txt",
    }  # fmt: skip


@pytest.mark.parametrize("query", EXAMPLES, ids=lambda query: query.split("query ")[1].split()[0])
def test_examples_work(post: Post, query: str) -> None:
    answer = post(query)
    assert "errors" not in answer
    assert all(answer["data"].values())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium for these tests, which end with it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page of which every complaint, and every other host, fails the test."""
    page = browser.new_page(base_url=address)
    wrong = troubles(page, address)
    yield page
    page.close()
    assert wrong == []


def test_it_runs_in_a_browser_without_a_violation(page: Page) -> None:
    page.goto("/graphql")
    assert page.title() == "Ask the API · Partnership Explorer"
    page.get_by_role("tab", name="WhoRepresents").wait_for()
    page.get_by_role("button", name="Execute query (Ctrl-Enter)").click()
    result = page.get_by_label("Result Window")
    result.get_by_text('"representation"').first.wait_for()
    assert '"errors"' not in result.inner_text()
    page.get_by_label("Show Documentation Explorer").click()
    page.get_by_role("link", name="Query", exact=True).wait_for()
    page.get_by_role("link", name="Query", exact=True).click()
    page.get_by_role("link", name="representation", exact=True).wait_for()


def test_a_link_may_hold_a_query(page: Page) -> None:
    page.goto('/graphql?query={ area(id: "gloucester") { name } }')
    page.get_by_role("button", name="Execute query (Ctrl-Enter)").click()
    page.get_by_label("Result Window").get_by_text('"Gloucester"').wait_for()
