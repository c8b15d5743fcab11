"""A question without a place is answered for all places while they are few; with more a place has to be named."""

import pytest
from starlette.testclient import TestClient

from app.reading import registers

# Answers are kept by what is asked, and other tests ask of all places: each here has a name or a day of its own.
OWN_DAY = "2004-02-03"
FIELDS = {
    "gaps": "{ gaps { totalCount } }",
    "changes": '{ changes(since: "2008-01-01", until: "2010-01-01") { totalCount } }',
    "fragility": "{ fragility { answer } }",
    "reportBack": "{ reportBack { since } }",
}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two places be the most that are answered for at once, however small."""
    monkeypatch.setattr(registers, "MOST_PLACES", 2)
    monkeypatch.setattr(registers, "MOST_BODIES", 2)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("field", FIELDS)
def test_the_api_asks_for_a_place(client: TestClient, field: str) -> None:
    (error,) = client.post("/graphql", json={"query": f"query TooManyPlaces {FIELDS[field]}"}).json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["message"] == "Name a place: there are 4, which are too many to be answered for at once."


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("path", ["/gaps", "/changes", "/fragility", "/report-back"])
def test_the_page_offers_the_places(client: TestClient, path: str) -> None:
    page = client.get(path, params={"on": OWN_DAY}, headers={"accept": "text/html"})
    assert page.status_code == 200
    for place in ("bromley", "gloucester", "hammersmith-and-fulham"):
        assert f'value="{place}"' in page.text or f"area={place}" in page.text


@pytest.mark.usefixtures("few")
def test_places_that_are_too_many_stay_ticked(client: TestClient) -> None:
    ticked = ("bromley", "gloucester", "hammersmith-and-fulham")
    page = client.get("/registers/seats", params={"area": ticked, "find": "chair"}, headers={"accept": "text/html"})
    assert page.status_code == 200
    assert "Choose fewer places: 3 are too many" in page.text
    assert [place for place in ticked if f'value="{place}" checked' in page.text] == [*ticked]
    assert 'name="find" value="chair"' in page.text


@pytest.mark.usefixtures("few")
def test_a_download_asks_for_a_place_in_words(client: TestClient) -> None:
    answer = client.get("/gaps.csv", params={"on": OWN_DAY})
    assert answer.status_code == 400
    assert "Name a place" in answer.text


@pytest.mark.parametrize(("small", "bodies", "few"), [(4, 300, True), (3, 300, False), (4, 200, False)])
def test_many_small_places_are_answered_for_at_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, small: int, bodies: int, few: bool
) -> None:
    for name, number in (("MOST_PLACES", 2), ("MOST_SMALL_PLACES", small), ("MOST_BODIES", bodies)):
        monkeypatch.setattr(registers, name, number)
    # A day of its own, since an answer is kept by its address.
    page = client.get(f"/registers/vacancies?on={2007 + small}-01-{bodies // 100:02}").text
    assert ("too many to be answered for at once" not in page) is few
    assert ("<table" in page) is few
    for place in ("bromley", "gloucester"):
        assert f'value="{place}"' in page
