"""A real site in a process of its own, and a real Chromium to look at it with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from app.settings import Settings
from tests.browser.users import User

QUIET = (
    "--no-sandbox",  # Chromium refuses its sandbox to root, as which CI runs
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PATIENCE = 120_000
"""Milliseconds that a page may take to load on a busy machine: the site gives up on its database long before."""
SOON = 20_000
"""Milliseconds within which what is expected of a page has to be there: a picture may have to be drawn for it."""


@pytest.fixture(scope="session")
def site(settings: Settings) -> Iterator[str]:
    """Return the address of a running site over the seeds, which it finds in the database of the other tests."""
    environment = os.environ | {
        "PARTNERSHIPS_PORT": "0",
        "PARTNERSHIPS_DATA_DIR": str(settings.data_dir),
        "PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir),
        "PARTNERSHIPS_NEO4J_URI": "",
        "PARTNERSHIPS_READ_DEADLINE": "15",
        "PARTNERSHIPS_CONTACT": "mailto:records@example.org",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield next(line.split()[-1] for line in process.stdout if "Partnership Explorer is at" in line)
    finally:
        process.terminate()
        process.wait(timeout=30)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium for this folder: playwright keeps a loop running in this thread while it is open."""
    expect.set_options(timeout=SOON)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        opened = browser.new_context

        def patient(**how: Any) -> BrowserContext:
            context = opened(**how)
            context.set_default_navigation_timeout(PATIENCE)
            return context

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(browser, "new_context", patient)  # of every window, whoever opens it
            yield browser
        browser.close()


def chromium() -> str:
    """Find the program: the same Chromium without windows of its own takes a third of the time, where there is one."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, "these tests need Chromium: `make test` installs Debian's"
    return found


@pytest.fixture(scope="package")
def window(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """Return a browser's window of usual size, which keeps the files it has fetched from one page to the next."""
    context = browser.new_context(base_url=site)
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext, site: str) -> Iterator[Page]:
    """Return a page on which requests may fail; it remembers nothing of the pages before."""
    page = window.new_page()
    yield page
    forgetting = window.new_cdp_session(page)
    forgetting.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "cookies,local_storage,indexeddb"})
    page.close()


@pytest.fixture
def user(browser: Browser, site: str) -> Iterator[User]:
    """Return somebody who stands on the front page, and who sees in the page's root that it was printed."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    context.set_default_timeout(SOON)
    page = context.new_page()
    page.goto("/")
    yield User(page)
    context.close()


@pytest.fixture
def watched(page: Page, site: str) -> Iterator[Page]:
    """Return a page of which everything that goes wrong, and every other host, fails the test."""
    wrong = troubles(page, site)
    yield page
    assert wrong == []


def troubles(page: Page, site: str) -> list[str]:
    """Return a list that grows with everything that goes wrong on a page, and with what it asks of other hosts."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith((site, "data:")) else wrong.append(sent.url))
    return wrong
