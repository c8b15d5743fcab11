"""Signing in as a person does: by the printed link, without a script, with the keyboard alone, on any screen.

The site is that of the other tests: accounts are beside the record, so what is signed in to changes no answer.
"""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.settings import Settings
from tests.browser.looks import look_over

PASSWORD = "four words without order"  # noqa: S105 - of an account that lives as long as this test
SIGNED_IN = ("/account", "/account/people", "/account/log", "/account/drafts", "/edit/start", "/sign-out")


def command(settings: Settings, *words: str) -> str:
    """Return what a command on accounts prints."""
    given = os.environ | {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_NEO4J_URI": ""}
    asked = [sys.executable, "-m", "app.cli", "account", *words]
    return subprocess.run(asked, env=given, capture_output=True, text=True, check=True).stdout


def link(settings: Settings) -> str:
    """Return the path of the link that the command prints."""
    printed = command(settings, "link")
    return next(line[line.index("/sign-in/link/") :] for line in printed.splitlines() if "/sign-in/link/" in line)


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page that runs no script."""
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_the_owner_signs_in_by_the_printed_link_and_then_by_a_password(plain: Page, settings: Settings) -> None:
    plain.goto("/bromley")
    plain.get_by_role("link", name="Sign in").click()
    expect(plain.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    plain.goto(link(settings))
    plain.get_by_role("button", name="Sign in").focus()
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("heading", name="Your account")).to_be_visible()
    for label in ("New password", "The same again"):
        plain.get_by_label(label).fill(PASSWORD)
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("heading", name="Another password")).to_be_visible()
    plain.get_by_role("button", name="Sign out", exact=True).click()
    expect(plain.get_by_role("heading", name="Signed out")).to_be_visible()
    plain.goto("/account/log")
    plain.get_by_label("Name to sign in with").fill("owner")
    plain.get_by_label("Password", exact=True).fill("a wrong one")
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("alert")).to_contain_text("do not belong together")
    expect(plain.get_by_label("Name to sign in with")).to_have_value("owner")
    plain.get_by_label("Password", exact=True).fill(PASSWORD)
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("heading", name="Log of accounts")).to_be_visible()
    expect(plain.get_by_role("main")).to_contain_text("failed to sign in")


def test_pages_of_an_account_can_be_used_by_everybody(browser: Browser, site: str, settings: Settings) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(link(settings))
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    cookies = context.cookies()
    context.close()
    assert look_over(browser, site, SIGNED_IN, cookies=cookies) == {}
