"""Looking at pages in every way that a reader may: on wide and narrow screens, in the light theme and the dark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import troubles

SCHEMES = ("light", "dark")
WIDTHS = (1440, 390)
LEAST = 320
"""WCAG 2.2, 1.4.10: a window of 1280 pixels at 400 % is 320 wide, and everything flows into one column there."""
SNIFFER = Path(__file__).resolve().parents[1] / "audits" / "node_modules" / "@pa11y" / "html_codesniffer" / "build"
OF_COLOURS = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
NOT_OF_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
AXE_LOOKS: Mapping[tuple[int, str], Mapping[str, object]] = {
    (1440, "light"): {},
    (390, "light"): NOT_OF_COLOURS,
    (390, "dark"): OF_COLOURS,
}
"""What axe looks at in which look. A theme changes colours alone (see test_audits), so everything else is looked at in
one of them. Contrast takes axe most of its time: it measures it on the wide light page and on the narrow dark one,
HTML CodeSniffer on all four.
"""
NOT_THERE = "Failed to load resource: the server responded with a status of 404 (Not Found)"
Findings = dict[str, list[Any]]
"""What was found, by where and in which look: nothing stands here for a look that found nothing."""

AXE = """([context, options]) => axe.run(context ?? document, { resultTypes: ['violations'], ...options }).then(said =>
    said.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))]))"""
"""Asks axe; of what it finds no more leaves the page than is told."""
SNIFF = """colours => new Promise((done, fail) => {
    const rules = HTMLCS_WCAG2AA.sniffs[0];
    window.allRules ??= rules.include;
    rules.include = colours ? allRules.filter(name => /Guideline1_4[.]1_4_(1|3|11)(_|$)/.test(name)) : allRules;
    const told = () => done(HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
        .map(({ code, msg, element }) => [code, msg, (element.outerHTML ?? '').slice(0, 120)]));
    HTMLCS.loadStandard('WCAG2AA', () => HTMLCS.run(error => error ? fail(error) : told(), document), fail);
})"""
"""Runs HTML CodeSniffer as pa11y does: its errors, by WCAG 2.1 AA."""

BROKEN = """() => {
    for (const it of document.querySelectorAll('details')) it.open = true;
    for (const it of document.querySelectorAll('input.explorer__draw')) it.checked = true;
    const broken = new Set(), range = document.createRange(), most = document.documentElement.clientWidth * .55;
    const lines = (node, start, end) => {
        range.setStart(node, start), range.setEnd(node, end);
        return [...range.getClientRects()].filter(({ width }) => width);
    };
    const unseen = it => it && (it.offsetWidth === 1 || it.matches('svg, script, textarea, option') || unseen(it.parentElement));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const node = texts.currentNode, about = node.parentElement;
        if (!about.checkVisibility() || unseen(about)) continue;
        for (const { 0: whole, index } of node.data.matchAll(/\\S{4,}/g)) {
            if (lines(node, index, index + whole.length).reduce((sum, { width }) => sum + width, 0) > most) continue;
            for (const { 0: word, index: at } of whole.matchAll(/[\\p{L}\\p{N}]{4,}/gu)) {
                const tops = lines(node, index + at, index + at + word.length).map(({ top }) => Math.round(top));
                if (new Set(tops).size > 1) broken.add(word);
            }
        }
    }
    return [...broken].slice(0, 5);
}"""
"""Finds words that are broken over two lines though one line of the page has room for them; opens what is folded."""


@contextmanager
def opened(
    browser: Browser, site: str, width: int, height: int = 900, *, cookies: Sequence[Any] = ()
) -> Iterator[Page]:
    """Open a page in a window of its own, so many pixels wide, with the cookies of another."""
    context = browser.new_context(base_url=site, viewport={"width": width, "height": height})
    context.add_cookies(cookies)
    yield context.new_page()
    context.close()


def schemes(page: Page) -> Iterator[str]:
    """Put a page into each theme, painted, and give the theme's name."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        painted(page)
        yield scheme


def painted(page: Page) -> None:
    """Wait until what was asked for has been painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def violations(
    page: Page, context: object = None, options: Mapping[str, object] = MappingProxyType({})
) -> list[tuple[str, list[str]]]:
    """Return what axe objects to on a page, each with the first elements that it means."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [(rule, elements) for rule, elements in page.evaluate(AXE, [context, dict(options)])]


@cache
def sniffer() -> str:
    """Return HTML CodeSniffer's script."""
    assert SNIFFER.is_dir(), "`make test` installs HTML CodeSniffer"
    return (SNIFFER / "HTMLCS.js").read_text("utf-8")


def look_over(
    browser: Browser, site: str, addresses: Iterable[str], *, spoil: str = "", cookies: Sequence[Any] = ()
) -> Findings:
    """Visit pages once a width; find what axe and HTML CodeSniffer object to, what overflows, which words are broken,
    and what goes wrong.

    A script may spoil each page first, to see that it is noticed. With the `cookies` of a session it is the pages of
    whoever is signed in.
    """
    found: Findings = {}
    with opened(browser, site, WIDTHS[0], cookies=cookies) as page:
        wrong = troubles(page, site)
        for address in addresses:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                answer = page.goto(address)
                if answer and answer.status == 404:
                    wrong.remove(NOT_THERE)  # what a reader is told on the page, the browser says on its console too
                page.wait_for_function("() => !document.querySelector('[data-state=opening]')")
                page.evaluate(sniffer())
                for scheme in schemes(page):
                    if spoil:
                        page.evaluate(spoil)
                    said = page.evaluate(SNIFF, scheme == "dark")
                    if (width, scheme) in AXE_LOOKS:
                        said += violations(page, options=AXE_LOOKS[width, scheme])
                    found[f"{address} {width} {scheme}"] = said
                found |= _misfitting(page, address, width)
            page.set_viewport_size({"width": LEAST, "height": 256})
            painted(page)
            found |= _misfitting(page, address, LEAST)
            found[f"{address} goes wrong"] = wrong.copy()
            wrong.clear()
    return {where: said for where, said in found.items() if said}


def _misfitting(page: Page, address: str, width: int) -> Findings:
    wide = page.evaluate("document.documentElement.scrollWidth")
    broken = page.evaluate(BROKEN)
    return {
        f"{address} {width} is too wide": [wide] if wide > width else [],
        f"{address} {width} breaks words": broken,
    }
