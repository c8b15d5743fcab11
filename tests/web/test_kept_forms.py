"""Forms that somebody began are kept for them: to go on with, also after the session ended, and for nobody else."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.accounts import kept_forms
from app.accounts.kept_forms import MOST, MOST_BYTES
from app.domain.rights import Account, Grant, Role
from app.reading.explorer import Explorer
from tests.accounts import HTML, Browser, change_in
from tests.api.programs import site

__all__ = ["site"]
FORM = "/edit/renamed/organization/testham/board"
TYPED = {"name": "Zbegun name", "until": "2009", "source": "minutes", "source_where": "item 4"}
HERE = {"sec-fetch-site": "same-origin", "origin": "http://testserver"}


@pytest.fixture(scope="module")
def accounts(site: TestClient) -> dict[str, Account]:
    browser = Browser(site)
    return {login: browser.account(login, Grant(Role.EDITOR, "testham")) for login in ("kim", "lou")}


@pytest.fixture
def kim(site: TestClient, accounts: dict[str, Account]) -> Iterator[Browser]:
    browser = Browser(site)
    assert browser.sign_in("kim").status_code == 303
    yield browser
    for form in forms_of(site, accounts["kim"]):
        call(site, kept_forms.drop, accounts["kim"], form.action)


def call(site: TestClient, work: Any, *given: Any, **more: Any) -> Any:
    explorer: Explorer = site.app_state["explorer"]
    assert site.portal
    return site.portal.call(lambda: work(explorer.database, *given, **more))


def forms_of(site: TestClient, account: Account) -> list[Any]:
    found: list[Any] = call(site, kept_forms.of, account)
    return found


def typed_in(page: str) -> dict[str, str]:
    """Return what stands in the text fields of a page."""
    found = re.findall(r'<input id="(\w+)" name="\w+" type="text" value="([^"]*)"', page)
    return dict(found)


def test_what_was_sent_to_be_shown_is_kept_until_it_is_saved(kim: Browser, site: TestClient) -> None:
    assert "Zbegun name" not in kim.get(FORM).text
    shown = kim.post(FORM, TYPED | {"step": "preview"})
    assert "Is this right?" in shown.text
    again = kim.get(FORM).text
    assert typed_in(again)["name"] == "Zbegun name"
    assert "These are your answers of" in again
    listed = kim.get("/account/drafts")
    assert listed.text.count(f'href="{FORM}"') == 1
    assert listed.headers["cache-control"] == "private, no-store"
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', shown.text))
    hidden = {name: value.replace("&#34;", '"').replace("&#39;", "'") for name, value in hidden.items()}
    saved = kim.client.post("/edit/save", data=hidden, headers=HTML, follow_redirects=False)
    assert saved.headers["location"].startswith("/history/")
    assert "You began nothing" in kim.get("/account/drafts").text
    number = change_in(saved.headers["location"])
    kim.post(f"/history/{number}/undo", {"about": ""}, page=f"/history/{number}")


def test_what_is_wrong_is_kept_too_and_thrown_away_by_a_button(kim: Browser) -> None:
    assert kim.post(FORM, {"name": "", "until": "nonsense", "step": "preview"}).status_code == 400
    assert typed_in(kim.get(FORM).text)["until"] == "nonsense"
    assert kim.post("/account/drafts", {"action": FORM}).status_code == 303
    assert typed_in(kim.get(FORM).text)["until"] == ""
    assert "You began nothing" in kim.get("/account/drafts").text


def test_a_pause_in_typing_keeps_it_without_a_word(kim: Browser, site: TestClient) -> None:
    for action, typed in ((FORM, TYPED), ("/edit/start", {"place": "Zplace", "name": "Zbody"})):
        answer = kim.post(action, typed | {"step": "keep"})
        assert (answer.status_code, answer.content) == (204, b"")
        page = typed_in(kim.get(action).text)
        assert {name: page[name] for name in typed if name in page} == {n: v for n, v in typed.items() if n in page}
        assert page["name"] == typed["name"]
    assert "data-keeps" in kim.get(FORM).text
    assert kim.get("/account/drafts").text.count("Last typed") == 2


def test_nobody_else_sees_it(kim: Browser, site: TestClient, accounts: dict[str, Account]) -> None:
    kim.post(FORM, TYPED | {"step": "keep"})
    lou = Browser(site)
    lou.sign_in("lou")
    assert "Zbegun" not in lou.get("/account/drafts").text
    assert "Zbegun" not in lou.get(FORM).text
    lou.post("/account/drafts", {"action": FORM})
    assert len(forms_of(site, accounts["kim"])) == 1
    site.cookies.clear()
    for address in ("/account/drafts", FORM):
        assert lou.get(address).status_code == 303


def test_whoever_was_signed_out_meanwhile_signs_in_and_goes_on_with_what_was_typed(
    site: TestClient, accounts: dict[str, Account]
) -> None:
    browser = Browser(site)
    browser.form_token("/sign-in")
    sent = site.post(FORM, data=TYPED | {"step": "preview", "form_token": "old"}, headers=HTML | HERE)
    assert sent.status_code == 401
    assert sent.headers["cache-control"] == "private, no-store"
    page = sent.text
    assert "You were signed out meanwhile" in page
    for attempt, status in (("wrong password here", 401), ("correct horse battery staple", 303)):
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        hidden = {name: value.replace("&#34;", '"') for name, value in hidden.items()}
        assert json.loads(hidden["typed"])["name"] == "Zbegun name"
        answer = site.post(
            "/sign-in", data=hidden | {"login": "kim", "password": attempt}, headers=HTML, follow_redirects=False
        )
        assert answer.status_code == status
        page = answer.text
    assert answer.headers["location"] == FORM
    assert typed_in(browser.get(FORM).text)["name"] == "Zbegun name"
    call(site, kept_forms.drop, accounts["kim"], FORM)


def test_the_last_page_of_a_form_is_kept_as_its_answers(site: TestClient, accounts: dict[str, Account]) -> None:
    Browser(site)
    last = TYPED | {"draft": "{}", "says": "x", "seal": "x", "word": "renamed", "about": "organization/testham/board"}
    page = site.post("/edit/save", data=last | {"why": "because"}, headers=HTML | HERE).text
    # Each way to sign in takes it along.
    (typed,) = set(re.findall(r'name="typed" value="([^"]*)"', page))
    assert json.loads(typed.replace("&#34;", '"')) == TYPED | {"was": ""}
    assert f'name="next" value="{FORM}"' in page
    keeping = site.post(FORM, data=TYPED | {"step": "keep"}, headers=HTML | HERE)
    assert (keeping.status_code, keeping.content) == (401, b"")


@pytest.mark.parametrize("headers", [{}, {"origin": "https://elsewhere.example.org"}, {"sec-fetch-site": "cross-site"}])
def test_what_another_site_sends_is_taken_along_by_nobody(site: TestClient, headers: dict[str, str]) -> None:
    Browser(site)
    answer = site.post(FORM, data=TYPED | {"step": "preview"}, headers=HTML | headers)
    assert answer.status_code == 403
    assert "Zbegun" not in answer.text


def test_what_is_kept_has_bounds_and_goes_with_the_account(site: TestClient, accounts: dict[str, Account]) -> None:
    lou = accounts["lou"]
    more: dict[str, str] = {"title": "T", "about": "", "was": ""}
    for number in range(MOST + 3):
        assert call(site, kept_forms.keep, lou, f"/edit/{number}", {"name": "x"}, **more)
    assert len(forms_of(site, lou)) <= MOST
    assert f"/edit/{MOST + 2}" in [form.action for form in forms_of(site, lou)]
    assert not call(site, kept_forms.keep, lou, "/edit/long", {"name": "x" * MOST_BYTES}, **more)
    assert not call(site, kept_forms.keep, lou, "/edit/empty", {"name": " "}, **more)
    call(site, kept_forms.drop, accounts["kim"], f"/edit/{MOST + 2}")
    assert f"/edit/{MOST + 2}" in [form.action for form in forms_of(site, lou)]


def test_junk_that_was_typed_breaks_nothing(site: TestClient, accounts: dict[str, Account]) -> None:
    browser = Browser(site)
    for typed, leads_to in (
        ("nonsense", FORM),
        ("[1]", FORM),
        ('{"name": 1}', FORM),
        ('{"name": "x"}', "/edit/none/x"),
    ):
        browser = Browser(site)
        assert browser.sign_in("kim", typed=typed, next=leads_to).status_code == 303
    assert forms_of(site, accounts["kim"]) == []


def test_what_is_saved_is_not_kept_again_when_the_browser_goes_back_and_sends_it_again(kim: Browser) -> None:
    typed = TYPED | {"name": "Ysaved name"}
    shown = kim.post(FORM, typed | {"step": "preview"})
    hidden = {
        name: html.unescape(value)
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown.text)
    }
    saved = kim.client.post("/edit/save", data=hidden, headers=HTML, follow_redirects=False)
    number = change_in(saved.headers["location"])
    for step in ("preview", "keep"):
        kim.post(FORM, typed | {"step": step})
        assert "You began nothing" in kim.get("/account/drafts").text
        assert "These are your answers" not in kim.get(FORM).text
    kim.post(FORM, typed | {"name": "Yet another", "step": "keep"})
    assert typed_in(kim.get(FORM).text)["name"] == "Yet another"
    kim.post(f"/history/{number}/undo", {"about": ""}, page=f"/history/{number}")


def test_throwing_away_leads_back_to_where_the_button_was(kim: Browser) -> None:
    kim.post(FORM, TYPED | {"step": "keep"})
    button = re.search(r'action="/account/drafts".*?</form>', kim.get(FORM).text, re.S)
    assert button
    sent = dict(re.findall(r'name="(action|from)" value="([^"]*)"', button[0]))
    thrown = kim.post("/account/drafts", sent)
    assert (thrown.status_code, thrown.headers["location"]) == (303, FORM)
    assert typed_in(kim.get(FORM).text)["name"] == ""
    assert kim.post("/account/drafts", {"action": FORM}).headers["location"] == "/account/drafts"
    for elsewhere in ("//evil.example/edit/", "/edit/\\evil", "https://evil.example/edit/"):
        assert kim.post("/account/drafts", sent | {"action": elsewhere}).headers["location"].startswith("/account")


def test_a_page_that_a_form_was_sent_for_can_be_gone_back_to(kim: Browser) -> None:
    assert kim.post(FORM, TYPED | {"step": "preview"}).headers["cache-control"] == "private, no-cache"
    assert kim.post(FORM, {"name": "", "step": "preview"}).headers["cache-control"] == "private, no-cache"
    assert kim.get(FORM).headers["cache-control"] == "private, no-store"
