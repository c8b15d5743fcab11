"""Booklets: a theme or a body a page, printed by the browser or set as PDF, bounded and said so."""

import re

import pytest
from starlette.testclient import TestClient

from app.web.pages import booklet_pages
from tests.web.sharing import HTML, pages_of_pdf
from tests.web.test_pages import Document


@pytest.mark.parametrize("by", ["theme", "body"])
def test_a_booklet_is_a_whole_page_to_print(client: TestClient, by: str) -> None:
    answer = client.get(f"/booklet/gloucester?by={by}", headers=HTML)
    document = Document(answer.text)
    assert answer.status_code == 200
    assert document.inline == []
    assert document.headings[0] == 1
    assert "/static/css/booklet.css" in document.loads
    assert "Newest source: 22 January 2010" in answer.text
    contents = re.findall(r'<li><a href="#([^"]+)"', answer.text)
    assert len(contents) == answer.text.count('<section class="sheet"') > 2
    assert all(f'id="{part}"' in answer.text for part in contents)


def test_a_booklet_by_theme_has_every_body_of_the_place(client: TestClient) -> None:
    page = client.get("/booklet/bromley", headers=HTML).text
    for name in ("Council on Ageing", "Bromley Mind", "Mental Health Partnership Board", "Churches Together groups"):
        assert name in page


def test_a_booklet_by_body_has_the_seats_with_who_holds_them(client: TestClient) -> None:
    page = client.get("/booklet/gloucester?by=body", headers=HTML).text
    assert "Who sits on it" in page
    assert "Melanie Dafforn" in page
    assert "Gloucester Voluntary and Community Sector" in page


@pytest.mark.parametrize("by", ["theme", "body"])
def test_a_booklet_is_set_as_pdf(client: TestClient, by: str) -> None:
    answer = client.get(f"/booklet/gloucester.pdf?by={by}")
    assert answer.headers["content-type"] == "application/pdf"
    assert pages_of_pdf(answer.content) > 3
    assert b"Gloucester Partnership" in answer.content if by == "body" else True


@pytest.mark.usefixtures("nothing_kept")
def test_a_booklet_that_is_cut_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booklet_pages, "MOST_CHAPTERS", 2)
    page = client.get("/booklet/gloucester?by=body", headers=HTML).text
    assert page.count('<section class="sheet"') == 2
    assert re.search(r"Cut: the first 2 of \d+ pages are here", page)


@pytest.mark.usefixtures("nothing_kept")
def test_a_booklet_that_takes_too_long_to_draw_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booklet_pages, "SECONDS_DRAWING", 0.0)
    page = client.get("/booklet/gloucester", headers=HTML).text
    assert "Some pages have no picture" in page
    assert "sheet__picture" not in page


def test_wrong_addresses_are_refused_in_words(client: TestClient) -> None:
    assert client.get("/booklet/nowhere", headers=HTML).status_code == 404
    assert client.get("/booklet/nowhere.pdf", headers=HTML).status_code == 404
    answer = client.get("/booklet/bromley?by=colour", headers=HTML)
    assert answer.status_code == 400
    assert "expected theme or body" in answer.text
