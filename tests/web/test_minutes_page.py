"""Minutes sent to the site: read, looked at find by find, previewed, recorded and taken back; by those who may."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from tests.accounts import HTML, Browser
from tests.minutes.documents import as_docx, blocks_of
from tests.minutes.test_recording import MINUTES, PLACE
from tests.sites import Sites

DOCX = as_docx(blocks_of(MINUTES))
EVIL = "</script><script>alert(1)</script>"


class Secretary(Browser):
    """Somebody who brings minutes."""

    def send(self, raw: bytes, name: str = "minutes.docx", **fields: str) -> Any:
        fields = {"area": "testham", "form_token": self.form_token("/import/minutes")} | fields
        files = {"file": (name, raw)} if raw else None
        return self.client.post("/import/minutes", data=fields, files=files, headers=HTML, follow_redirects=False)

    def press(self, shown: str, action: str, **other: str) -> Any:
        """Send the form of a page that leads to an address, as it stands but for some answers."""
        return self.client.post(action, data=filled(shown, action) | other, headers=HTML, follow_redirects=False)


def filled(shown: str, action: str) -> dict[str, str]:
    """Return what the form of a page would send as it stands."""
    form = shown.partition(f'action="{action}"')[2].partition("</form>")[0]
    found = {}
    for tag in re.findall(r"<input [^>]*>", form):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if said.get("type") != "radio" or " checked" in tag:
            found[said["name"]] = html.unescape(said.get("value", ""))
    for name, options in re.findall(r'<select [^>]*name="([\w-]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        found[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    return found


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Otherham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture
def secretary(site: TestClient, request: pytest.FixtureRequest) -> Secretary:
    browser = Secretary(site)
    login = f"s{abs(hash(request.node.name)) % 10**9}"
    browser.account(login, Grant(Role.EDITOR, "testham"))
    assert browser.sign_in(login).status_code == 303
    return browser


def test_minutes_are_looked_at_find_by_find_recorded_and_taken_back(secretary: Secretary) -> None:
    shown = secretary.send(DOCX)
    assert shown.status_code == 200, shown.text
    page = shown.text
    assert "Found: 5 people and 2 actions." in page
    assert '<mark><a href="#person-1">Ann Lee</a></mark>' in page
    assert re.search(r'id="line-2">.*Jo Ward', page)
    assert page.count('<span class="find__certainty">please look</span>') == 3
    unanswered = secretary.press(page, "/import/minutes/look")
    assert unanswered.status_code == 422
    assert 'href="#person-3">Catherine O&#39;Neill: say whether it is right.' in unanswered.text
    answers = {"person-3": "yes", "who_person_catherine-o-neill": "katherine", "person-5": "yes", "action-2": "yes"}
    half = secretary.press(unanswered.text, "/import/minutes/look", **answers)
    assert half.status_code == 422
    assert "Sam Green: say who or what that is." in half.text
    answers = {"who_person_sam-green": "sam-2", "person-4_name": "Beatrice Stone", "action-2": "no"}
    preview = secretary.press(half.text, "/import/minutes/look", **answers)
    assert preview.status_code == 200, preview.text
    assert "Testham Board met on 3 March 2026: 4 present and 1 apology; with one action." in preview.text
    assert "one find left out" in preview.text
    assert "Beatrice Stone" in preview.text
    recorded = secretary.press(preview.text, "/import/minutes/record", why="as they came")
    assert recorded.status_code == 303
    told = secretary.get(recorded.headers["location"]).text
    assert "minutes.docx" in told
    assert "as they came" in told
    assert secretary.press(preview.text, "/import/minutes/record").headers["location"].startswith("/edit/saved")
    met = secretary.get("/meetings/testham/board--2026-03-03").text
    assert all(name in met for name in ("Ann Lee", "Jo Ward", "Katherine O&#39;Neill", "Beatrice Stone", "Sam Green"))
    assert "Bea Stone" not in met
    again = secretary.press(half.text, "/import/minutes/look", **answers)
    assert "All of that is recorded already: nothing would change." in again.text


def test_what_was_answered_stays_when_somebody_goes_back(secretary: Secretary) -> None:
    shown = secretary.send(b"", typed=MINUTES.replace("Board held", "Panel held"), source="Minutes of March")
    assert shown.status_code == 200
    answers = {
        "person-2": "no",
        "person-3": "no",
        "person-5": "no",
        "action-2": "no",
        "person-4_organization": "Stone Trust",
    }
    answers |= {"person-1_how": "guest"}
    preview = secretary.press(shown.text, "/import/minutes/look", **answers)
    assert preview.status_code == 200, preview.text
    assert "Testham Panel" in preview.text
    assert "Minutes of March" in preview.text
    fields = filled(preview.text, "/import/minutes/record") | {"step": "change"}
    back = secretary.client.post("/import/minutes/look", data=fields, headers=HTML).text
    again = filled(back, "/import/minutes/look")
    assert {name: again[name] for name in answers} == answers


def test_what_cannot_be_read_is_said_in_a_sentence(secretary: Secretary) -> None:
    for raw, name, says in (
        (b"", "", "Choose a file, or paste the text."),
        (DOCX[:-800], "cut.docx", "cut.docx is damaged or cut short"),
        (b"{\\rtf1 x}", "a.docx", "a.docx is RTF"),
        (b"PK\3\4" + b"x" * 99, f"{EVIL}.docx", "is damaged or cut short"),
    ):
        told = secretary.send(raw, name)
        assert told.status_code == 422
        assert says in told.text
        assert EVIL not in told.text
    assert "Choose a place." in secretary.send(DOCX, area="").text


def test_nothing_of_the_text_is_taken_for_more_than_text(secretary: Secretary) -> None:
    told = f"Testham Board {EVIL} held on 3 March 2026\n\nPresent: Ann Lee ({EVIL}), Bea {EVIL} Stone\n\nAction: AL to {EVIL}\n"
    shown = secretary.send(b"", typed=told)
    assert shown.status_code == 200
    assert EVIL not in shown.text
    fields = dict.fromkeys(re.findall(r'name="((?:person|action)-\d+)"', shown.text), "yes")
    looked = secretary.press(
        shown.text, "/import/minutes/look", **fields, **{"person-1_organization": EVIL, "date_value": EVIL}
    )
    assert EVIL not in looked.text


def test_it_is_for_those_alone_who_may_write_there(site: TestClient, secretary: Secretary) -> None:
    assert secretary.send(DOCX, area="other").status_code == 403
    shown = secretary.send(DOCX).text
    assert secretary.press(shown, "/import/minutes/look", area="other").status_code == 403
    assert secretary.press(shown, "/import/minutes/look", form_token="x").status_code == 403  # noqa: S106 - no token at all
    reader = Secretary(site)
    reader.account("reader", Grant(Role.MEMBER, "testham"))
    assert reader.get("/import/minutes").headers["location"].startswith("/sign-in")
    reader.sign_in("reader")
    assert reader.get("/import/minutes").status_code == 403


def test_whoever_was_missed_is_added_and_a_person_after_a_name_is_asked_about(secretary: Secretary) -> None:
    text = (
        MINUTES.replace("3 March", "10 March").replace("Bea Stone", "Bea Stone – Sam Green").partition("Apologies")[0]
    )
    shown = secretary.send(b"", typed=text).text
    assert "Stands after Bea Stone, and a person is recorded by this name." in shown
    answers = {"person-3": "no", "person-5": "no", "missed": "Cy Fox (Testham Carers)\nDi Ray for Ann Lee"}
    preview = secretary.press(shown, "/import/minutes/look", **answers)
    assert preview.status_code == 200, preview.text
    assert all(name in preview.text for name in ("Cy Fox", "Di Ray"))
    assert "4 present and 1 deputising" in preview.text.replace("one deputising", "1 deputising")
