"""What the import page says is said in a page's words: names of its fields, not options of a command."""

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from app.exchange.sheets.asking import ON_A_PAGE, on_a_page
from tests.sheets.officers import OLDER, seats, workbook
from tests.sites import Sites
from tests.web.test_import_page import FILE, Officer


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(FILE)
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture
def officer(site: TestClient, request: pytest.FixtureRequest) -> Officer:
    browser = Officer(site)
    login = f"w{abs(hash(request.node.name)) % 10**9}"
    browser.account(login, Grant(Role.EDITOR, "testham"))
    assert browser.sign_in(login).status_code == 303
    return browser


def test_what_would_help_is_a_field_of_the_page(officer: Officer) -> None:
    taken = html.unescape(officer.send(seats((OLDER, "Chair", "Bob Smith")), area="testham").text)
    assert "say below what became of them, at 'Somebody who is recorded in a seat'" in taken
    assert "<legend>Somebody who is recorded in a seat" in taken
    nowhere = html.unescape(
        officer.send(workbook(("List", [("Name", "Seat"), ("Jo Smith", "Chair")])), area="testham").text
    )
    assert "or fill in 'The body' below" in nowhere
    assert ">The body (optional)</label>" in nowhere
    for page in (taken, nowhere):
        assert not any(option in page for option in ON_A_PAGE)


def test_only_options_become_fields() -> None:
    assert on_a_page("expected a board: a line, or --board") == "expected a board: a line, or fill in 'The body' below"
    assert on_a_page("expected a name") == "expected a name"


@pytest.mark.parametrize("name", ["minutes.docx", "Minutes.PDF", "minutes.odt"])
def test_a_document_is_sent_on_to_where_minutes_come_in(officer: Officer, name: str) -> None:
    page = officer.send(b"PK\x03\x04", name, area="testham")
    assert page.status_code == 422
    assert "is a document, and no spreadsheet" in page.text
    assert 'href="/import/minutes"' in page.text
