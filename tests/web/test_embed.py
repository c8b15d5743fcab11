"""Pictures on other people's pages: they alone may be framed, and they say what they are and where from."""

import pytest
from starlette.testclient import TestClient

from app.web.pictures.citing import frame_code
from tests.sites import Sites
from tests.web.sharing import HTML, hostile_site
from tests.web.test_pages import Document


@pytest.mark.parametrize("address", ["/embed/bromley", "/embed/bromley/council-on-ageing", "/embed/nowhere"])
def test_anybody_may_frame_a_picture(client: TestClient, address: str) -> None:
    answer = client.get(address, headers=HTML)
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'self'" in policy
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize(
    "address",
    ["/", "/bromley", "/embed", "/embedded/x", "/who", "/stories", "/booklet/gloucester", "/graphql", "/x/embed/"],
)
def test_nobody_may_frame_anything_else(client: TestClient, address: str) -> None:
    assert "frame-ancestors 'none'" in client.get(address, headers=HTML).headers["content-security-policy"]


def test_a_framed_picture_says_what_it_is_and_leads_back(client: TestClient) -> None:
    answer = client.get("/embed/bromley/council-on-ageing?on=2008-01", headers=HTML)
    assert "What stands around" in answer.text
    assert "As things stood in January 2008" in answer.text
    assert "Newest source: January 2008" in answer.text
    assert 'href="/bromley/council-on-ageing?on=2008-01" rel="noopener"' in answer.text
    assert '<base target="_blank">' in answer.text
    document = Document(answer.text)
    assert document.inline == []
    assert document.headings.count(1) == 1


def test_hostile_names_stay_text_in_a_frame_and_on_a_card(
    tmp_path_factory: pytest.TempPathFactory, sites: Sites
) -> None:
    with hostile_site(tmp_path_factory.mktemp("hostile"), sites) as client:
        for address in ("/embed/testham", "/embed/testham/b", "/booklet/testham?by=body", "/booklet/testham"):
            answer = client.get(address, headers=HTML)
            assert answer.status_code == 200
            assert "alert(1)" in answer.text
            for markup in ("<script>alert", "<style>*", '<image href="file', "</svg></style>"):
                assert markup not in answer.text
        for address in ("/social/testham.png", "/social/testham/b.png", "/booklet/testham.pdf?by=body"):
            assert client.get(address).status_code == 200


def test_the_code_of_a_frame_has_its_shape_and_lets_nobody_out() -> None:
    code = frame_code("https://example.org", "/embed/bromley?a=1&b=2", 'A "title" <b>', 1440, 800)
    assert "aspect-ratio: 1440 / 800" in code
    assert 'src="https://example.org/embed/bromley?a=1&amp;b=2"' in code
    assert 'title="A &quot;title&quot; &lt;b&gt;"' in code
    assert "allow-top-navigation" not in code
    assert '<script src="https://example.org/static/js/embed_resize.js" defer></script>' in code
