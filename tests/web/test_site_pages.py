"""Pages about the site say what the operator set, which setting it would be where nothing is set, and make nothing up."""

import re

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.aloud import faults, spoken

HTML = {"accept": "text/html"}
PAGES = ("/about", "/privacy", "/accessibility", "/terms")
OF_THE_OPERATOR = {
    "PARTNERSHIPS_OPERATOR": ("/about", "/privacy", "/terms"),
    "PARTNERSHIPS_CONTACT": PAGES,
    "PARTNERSHIPS_COMPLAINTS": PAGES,
    "PARTNERSHIPS_VISITORS_NOTE": ("/privacy",),
}


def texts(client: TestClient) -> dict[str, str]:
    return {address: client.get(address, headers=HTML).text for address in PAGES}


def test_without_settings_pages_name_the_setting_and_no_address(client: TestClient) -> None:
    for address, text in texts(client).items():
        assert faults(spoken(text)) == []
        missing = [name for name, pages in OF_THE_OPERATOR.items() if address in pages and name not in text]
        assert missing == [], address
        assert "mailto:" not in text
        assert not re.search(r"[\w.]+@[\w.]+", text)
        assert all(f'<a href="{other}">' in text for other in PAGES), "the foot leads to all of them"


def test_what_the_operator_sets_stands_there_as_text(settings: Settings) -> None:
    said = {
        "operator": "Alder <b>Council</b>",
        "contact": "mailto:data@alder.example?subject=x",
        "complaints": "https://alder.example/complaints",
        "visitors_note": "Our proxy keeps <i>addresses</i> for 30 days.",
    }
    with TestClient(create_app(settings.model_copy(update=said))) as client:
        pages = texts(client)
    for address, text in pages.items():
        assert "data@alder.example</a>" in text, address
        assert 'href="https://alder.example/complaints"' in text, address
        assert "PARTNERSHIPS_" not in text, address
        assert "<b>Council" not in text
        assert "<i>addresses" not in text
    assert "Our proxy keeps &lt;i&gt;addresses" in pages["/privacy"]
    assert "Alder &lt;b&gt;Council" in pages["/about"]


def test_complaints_go_to_the_contact_unless_they_have_a_way_of_their_own(settings: Settings) -> None:
    with TestClient(create_app(settings.model_copy(update={"contact": "https://alder.example/contact"}))) as client:
        about = client.get("/about", headers=HTML).text
    assert re.search(r"<dt>Complaints</dt><dd><a href=\"https://alder.example/contact\"", about)


def test_a_way_to_complain_that_nobody_can_go_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"mailto:somebody@example\.org or a page"):
        Settings(complaints="somebody")


def test_nothing_of_a_visit_is_logged_or_set(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    answer = client.get("/search?q=zsecretwords", headers=HTML)
    assert "set-cookie" not in answer.headers
    assert "zsecretwords" not in client.get("/metrics").text
    assert "zsecretwords" not in "".join(capfd.readouterr())
