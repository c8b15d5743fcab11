"""What chats and social networks show for a link."""

import re

import pytest
from starlette.testclient import TestClient

from app.web.pictures.social import cropped
from tests.web.sharing import HTML, size_of_png


@pytest.mark.parametrize("of", ["bromley", "bromley/council-on-ageing", "gloucester/gloucester-partnership-executive"])
def test_a_card_is_1200_by_630_with_the_picture(client: TestClient, of: str) -> None:
    answer = client.get(f"/social/{of}.png")
    assert answer.headers["content-type"] == "image/png"
    assert size_of_png(answer.content) == (1200, 630)
    assert len(answer.content) > 30_000, "the title alone packs into less"


def test_a_page_names_its_card_with_a_whole_address_and_its_view(client: TestClient) -> None:
    text = client.get("/bromley?on=2008-01", headers=HTML).text
    told = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', text))
    assert told["og:image"] == "http://testserver/social/bromley.png?on=2008-01"
    assert told["og:title"]
    assert told["twitter:card"] == "summary_large_image"
    assert client.get(told["og:image"]).status_code == 200


@pytest.mark.usefixtures("nothing_kept")
def test_addresses_that_leave_the_site_are_its_public_ones(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.app.state.settings, "base_url", "https://explorer.example/")  # type: ignore[attr-defined]
    text = client.get("/bromley?on=2008-01", headers=HTML).text
    assert '"og:url" content="https://explorer.example/bromley?on=2008-01"' in text
    assert '"og:image" content="https://explorer.example/social/bromley.png?on=2008-01"' in text
    assert "testserver" not in text


def test_a_page_without_a_picture_has_a_title_alone(client: TestClient) -> None:
    text = client.get("/sources", headers=HTML).text
    assert "og:title" in text
    assert "og:image" not in text


def test_of_a_tall_picture_the_card_shows_the_top() -> None:
    svg = '<svg width="1300" height="1400" viewBox="0 0 1300 1400"></svg>'
    assert cropped(svg, 1300, 1400) == '<svg width="1300" height="500" viewBox="0 0 1300 500"></svg>'


@pytest.mark.parametrize(("width", "height"), [(1400, 500), (300, 300)])
def test_a_wide_or_small_picture_is_shown_whole(width: int, height: int) -> None:
    svg = f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}"></svg>'
    assert cropped(svg, width, height) == svg
