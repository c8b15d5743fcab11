"""`make pictures`: the screenshots of the README, taken of a site over the project's own data."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
VIEWS = {"home": "/", "bromley": "/bromley", "answer": "/who?of=bromley/council-on-ageing"}


def main() -> None:
    """Start a site on a free port, look at it, stop it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PARTNERSHIPS_PORT": "0", "PARTNERSHIPS_DATA_DIR": folder}
        command = [sys.executable, "-m", "app.cli", "serve"]
        site = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert site.stdout
            address = next(line.split()[-1] for line in site.stdout if "Partnership Explorer is at" in line)
            take(address)
        finally:
            site.terminate()
            site.wait(timeout=30)


def take(address: str) -> None:
    """Take every view."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        for name, path in VIEWS.items():
            page.goto(address + path, wait_until="networkidle")
            if page.locator("figure").count():
                page.locator("figure").first.scroll_into_view_if_needed()
                page.evaluate("window.scrollBy(0, document.querySelector('figure').getBoundingClientRect().top - 60)")
                page.wait_for_timeout(800)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
