"""A real site in a process of its own, and a real Chromium to look at it with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import SEEDS

QUIET = (
    "--no-sandbox",  # Chromium refuses its sandbox to root, as which CI runs
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a running site over the seeds."""
    environment = os.environ | {
        "PARTNERSHIPS_PORT": "0",
        "PARTNERSHIPS_DATA_DIR": str(tmp_path_factory.mktemp("site")),
        "PARTNERSHIPS_SEEDS_DIR": str(SEEDS),
        "PARTNERSHIPS_NEO4J_URI": "",
        "PARTNERSHIPS_READ_DEADLINE": "15",
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium, once a module: playwright keeps a loop running in this thread while it is open."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "these tests need Chromium: `make test` installs Debian's"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def watched(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of which everything that goes wrong, and every other host, fails the test."""
    context: BrowserContext = browser.new_context(base_url=site)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith((site, "data:")) else wrong.append(sent.url))
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Return a folder for screenshots."""
    return tmp_path
