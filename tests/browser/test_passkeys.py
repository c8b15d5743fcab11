"""Passkeys, as a real browser makes and uses them, with an authenticator that the browser itself provides for tests."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from playwright.sync_api import Browser, CDPSession, Page, Request, Route, expect

from app.settings import Settings
from tests.browser.test_signing_in import command, link

FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of the site under the name that passkeys are allowed for without TLS."""
    context = browser.new_context(base_url=site.replace("127.0.0.1", "localhost"))
    yield context.new_page()
    context.close()


class Device:
    """A device with a screen lock, that keeps passkeys."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        self.id = self._added()

    def _added(self) -> str:
        has = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
        options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True} | has
        made: str = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
        return made

    def _of(self, **more: Any) -> dict[str, Any]:
        return {"authenticatorId": self.id} | more

    def exchange(self) -> None:
        """Take another device."""
        self.session.send("WebAuthn.removeVirtualAuthenticator", self._of())
        self.id = self._added()

    def knows_its_owner(self, knows: bool) -> None:
        self.session.send("WebAuthn.setUserVerified", self._of(isUserVerified=knows))

    def forget_counts(self) -> None:
        """Have each key begin to count anew, as a copy of it would."""
        for key in self.session.send("WebAuthn.getCredentials", self._of())["credentials"]:
            self.session.send("WebAuthn.removeCredential", self._of(credentialId=key["credentialId"]))
            self.session.send("WebAuthn.addCredential", self._of(credential=key | {"signCount": 0}))


def sign_in_by(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()


def add(page: Page, name: str) -> None:
    page.get_by_label("Name of the passkey").fill(name)
    page.keyboard.press("Enter")


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="Signed out")).to_be_visible()


def use(page: Page, leads_to: str = "/account") -> None:
    """Sign in with the keyboard alone."""
    page.goto(f"/sign-in?next={leads_to}")
    page.get_by_role("button", name="Sign in with a passkey").focus()
    page.keyboard.press("Enter")


def sent_anew(page: Page, address: str, fields: dict[str, str], of: str) -> Any:
    """Send a form again as it was sent, with the token that the page has now."""
    token = page.locator(f'form[action="{of}"] input[name=form_token]').first.input_value()
    body = urlencode(fields | {"form_token": token})
    return page.request.post(address, data=body, headers=FORM, max_redirects=0)


def test_somebody_adds_passkeys_signs_in_by_them_and_removes_one(page: Page, settings: Settings) -> None:
    device = Device(page)
    sign_in_by(page, link(settings))
    expect(page.get_by_text("To add one you need a browser")).to_be_hidden()
    add(page, "My <b>phone</b>")
    keys = page.locator("section", has=page.get_by_role("heading", name="Passkeys"))
    expect(keys.get_by_role("listitem")).to_have_text(re.compile(r"My <b>phone</b>, added \S+, not used yet"))
    add(page, "The same")
    expect(keys.get_by_role("status")).to_have_text("This device has a passkey for this account already.")
    expect(keys.get_by_role("button", name="Add a passkey")).to_be_focused()
    device.exchange()
    add(page, "Security key")
    expect(keys.get_by_role("listitem")).to_have_count(2)
    sign_out(page)

    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.url.endswith("/sign-in/passkey") else None)
    use(page, "/account/log")
    expect(page.get_by_role("heading", name="Log of accounts")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("signed in by a passkey")
    expect(page.get_by_role("main")).to_contain_text("added a passkey")
    page.goto("/account")
    expect(keys.get_by_role("listitem").nth(1)).to_have_text(re.compile(r"Security key, added \S+, last used \S+"))
    sign_out(page)

    # Replay: what was sent once lets nobody in again.
    page.goto("/sign-in")
    fields = {name: values[0] for name, values in parse_qs(sent[0].post_data or "").items()}
    answer = sent_anew(page, "/sign-in/passkey", fields, "/sign-in/passkey")
    assert (answer.status, "was sent before" in answer.text()) == (401, True)

    # A copy counts less than the key that it was made of.
    use(page)
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    sign_out(page)
    device.forget_counts()
    use(page)
    expect(page.get_by_role("alert")).to_contain_text("That passkey lets nobody in here")

    # Without a finger, a face or a PIN nothing is sent.
    device.knows_its_owner(False)
    use(page)
    said = page.locator("form[data-passkey] [role=status]")
    expect(said).to_have_text("Nothing was done: it was cancelled, or took too long.")
    device.knows_its_owner(True)

    sign_in_by(page, link(settings))
    keys.get_by_role("button", name="Remove the passkey Security key").focus()
    page.keyboard.press("Enter")
    expect(keys.get_by_role("listitem")).to_have_count(1)
    sign_out(page)
    use(page)
    expect(page.get_by_role("alert")).to_contain_text("That passkey lets nobody in here")


def test_a_key_that_was_made_for_one_account_is_added_to_no_other(page: Page, settings: Settings) -> None:
    Device(page)
    sign_in_by(page, link(settings))
    held: list[str] = []

    def hold(route: Route) -> None:
        held.append(route.request.post_data or "")
        route.abort()

    page.route("**/account/passkeys", hold)
    with page.expect_event("requestfailed"):
        add(page, "Held back")
    page.unroute("**/account/passkeys")
    page.goto("/account")
    sign_out(page)
    added = command(settings, "add", "passkeybob", "--name", "Bob")
    sign_in_by(page, next(line[line.index("/sign-in/link/") :] for line in added.splitlines() if "/link/" in line))
    fields = {name: values[0] for name, values in parse_qs(held[0]).items()}
    answer = sent_anew(page, "/account/passkeys", fields, "/account/passkeys")
    assert (answer.status, "took too long, or was sent before" in answer.text()) == (400, True)
    command(settings, "remove", "passkeybob", "--yes")


def test_a_browser_without_passkeys_says_what_to_do(page: Page, settings: Settings) -> None:
    page.add_init_script("delete globalThis.PublicKeyCredential")
    sign_in_by(page, link(settings))
    expect(page.get_by_text("To add one you need a browser that has passkeys")).to_be_visible()
    expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()
    sign_out(page)
    page.goto("/sign-in")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
