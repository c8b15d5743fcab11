"""Looking at pages in every way that a reader may: on wide and narrow screens, in the light theme and the dark."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import troubles

SCHEMES = ("light", "dark")
Findings = dict[str, list[Any]]
"""What was found, by where and in which look: nothing stands here for a look that found nothing."""


@contextmanager
def opened(browser: Browser, site: str, width: int, height: int = 900) -> Iterator[Page]:
    """Open a page in a window of its own, so many pixels wide."""
    context = browser.new_context(base_url=site, viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def schemes(page: Page) -> Iterator[str]:
    """Put a page into each theme, painted, and give the theme's name."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        yield scheme


def violations(page: Page, **options: Any) -> list[tuple[str, list[str]]]:
    """Return what axe objects to on a page, each with the first elements that it means."""
    found = Axe().run(page, **options).response["violations"]
    return [(it["id"], [node["html"][:120] for node in it["nodes"]][:3]) for it in found]


def look_over(browser: Browser, site: str, addresses: Iterable[str], width: int) -> Findings:
    """Visit pages once each at a width; find what axe objects to in either theme, what overflows, what goes wrong."""
    found: Findings = {}
    with opened(browser, site, width) as page:
        wrong = troubles(page, site)
        for address in addresses:
            page.goto(address)
            page.wait_for_function("() => !document.querySelector('[data-state=opening]')")
            for scheme in schemes(page):
                found[f"{address} {scheme}"] = list(violations(page))
                wide = page.evaluate("document.documentElement.scrollWidth")
                found[f"{address} {scheme} is too wide"] = [wide] if wide > width else []
            found[f"{address} goes wrong"] = wrong.copy()
            wrong.clear()
    return {where: said for where, said in found.items() if said}
