"""A question without a place is answered for all places while they are few; with more a place has to be named."""

import pytest
from starlette.testclient import TestClient

from app.reading import registers
from app.web.pages import changes, fragility, gaps, reporting

FIELDS = {
    "gaps": "{ gaps { totalCount } }",
    "changes": '{ changes(since: "2008-01-01", until: "2010-01-01") { totalCount } }',
    "fragility": "{ fragility { answer } }",
    "reportBack": "{ reportBack { since } }",
}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two places be the most that are answered for at once."""
    for module in (registers, changes, fragility, gaps, reporting):
        monkeypatch.setattr(module, "MOST_PLACES", 2)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("field", FIELDS)
def test_the_api_asks_for_a_place(client: TestClient, field: str) -> None:
    (error,) = client.post("/graphql", json={"query": FIELDS[field]}).json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"].startswith("Name a place: at most 2 can be answered for at once")


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("path", ["/gaps", "/changes", "/fragility", "/report-back"])
def test_the_page_offers_the_places(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept": "text/html"})
    assert page.status_code == 200
    for place in ("bromley", "gloucester", "hammersmith-and-fulham"):
        assert f'value="{place}"' in page.text or f"area={place}" in page.text


@pytest.mark.usefixtures("few")
def test_a_download_asks_for_a_place_in_words(client: TestClient) -> None:
    answer = client.get("/gaps.csv")
    assert answer.status_code == 400
    assert "Name a place" in answer.text
