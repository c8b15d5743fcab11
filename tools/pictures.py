"""`make pictures`: the screenshots in docs/pictures, taken of a site over the project's own data.

Each view at three widths, light and dark, as the window shows it: `bromley-1440-dark.png`. They are reduced to 128
colours, which keeps the repository small and no reader notices.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
VIEWS = {
    "home": "/",
    "bromley": "/bromley",
    "gloucester": "/gloucester",
    "hammersmith-and-fulham": "/hammersmith-and-fulham",
    "focus-council-on-ageing": "/bromley/council-on-ageing",
    "focus-voluntary-sector": "/gloucester/gloucester-voluntary-and-community-sector",
    "answer": "/who?of=bromley/council-on-ageing",
}
EDITED = {
    "editing": ("/bromley/council-on-ageing", 1280),
    "meeting": ("/edit/met/organization/bromley/older-peoples-partnership-board", 390),
    "flags": ("/edit/flags/organization/hammersmith-and-fulham/third-sector-directors-forum", 390),
}
"""What whoever keeps the record sees, each at one width and in light colours."""
SIZES = {1440: 900, 1280: 800, 390: 844}
THEMES = ("light", "dark")


def main() -> None:
    """Start a site on a free port, look at it, stop it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PARTNERSHIPS_PORT": "0", "PARTNERSHIPS_DATA_DIR": folder}
        command = [sys.executable, "-m", "app.cli", "serve"]
        site = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert site.stdout
            address = next(line.split()[-1] for line in site.stdout if "Partnership Explorer is at" in line)
            link = next(line.strip() for line in site.stdout if "/sign-in/link/" in line)
            with sync_playwright() as playwright:
                found = shutil.which("chromium") or shutil.which("chromium-headless-shell")
                browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
                take(browser, address)
                take_editing(browser, address, link)
                browser.close()
        finally:
            site.terminate()
            site.wait(timeout=30)


def take(browser: Browser, address: str) -> None:
    """Take every view, in place of the pictures there are."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for theme in THEMES:
        for width, height in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
                base_url=address,
            )
            page = context.new_page()
            for name, path in VIEWS.items():
                page.goto(path, wait_until="networkidle")
                show_picture(page, name)
                keep(page.screenshot(), PICTURES / f"{name}-{width}-{theme}.png")
            context.close()


def take_editing(browser: Browser, address: str, link: str) -> None:
    """Sign in by the printed link, and take the pictures for editors; nothing is saved."""
    context = browser.new_context(base_url=address, color_scheme="light")
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    for name, (path, width) in EDITED.items():
        page.set_viewport_size({"width": width, "height": SIZES[width]})
        page.goto(path, wait_until="networkidle")
        for number, cell in enumerate(page.locator(".flags__cell").all()[:16]):
            for _ in range(number % 4):
                cell.click()
        page.evaluate("scrollTo(0, 0)")
        keep(page.screenshot(), PICTURES / f"{name}-{width}-light.png")
    context.close()


def show_picture(page: Page, name: str) -> None:
    """Scroll to the diagram where a view is about that and it is not at the top of the page."""
    page.wait_for_timeout(600)  # the drawing appears a moment after the scripts
    if name.startswith("focus"):
        page.evaluate("scrollBy(0, document.querySelector('figure').getBoundingClientRect().top - 24)")
        page.wait_for_timeout(300)


def keep(taken: bytes, path: Path) -> None:
    """Save a screenshot with few colours."""
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
