"""Every kind of page as axe and HTML CodeSniffer see it: at three widths and in both themes, one visit a page."""

import re
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.looks import LEAST, WIDTHS, look_over

STYLES = Path(__file__).resolve().parents[2] / "frontend" / "static" / "css"


@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_nothing_is_objected_to_nothing_overflows_and_nothing_goes_wrong(
    browser: Browser, site: str, part: int
) -> None:
    """In parts, so that whoever breaks one kind of page need not wait for all."""
    assert look_over(browser, site, KINDS[part::4]) == {}


def test_what_is_wrong_with_a_page_is_found_in_the_look_that_has_it(browser: Browser, site: str) -> None:
    """Plants faults: the sweep above is worth nothing unless it sees them."""
    spoilt = {
        "fill": "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/icon.svg>')",
        "wide": "document.querySelector('main').style.minWidth = '700px'",
        "dim": "document.documentElement.style.setProperty('--text', matchMedia('(prefers-color-scheme: dark)').matches"
        " ? '#333' : '#000')",
        "broken": "(it => { it.textContent = 'Gloucestershire'; it.style.width = '4em';"
        " document.querySelector('main').append(it); })(document.createElement('p'))",
    }
    for what, script in spoilt.items():
        found = look_over(browser, site, ["/glossary"], spoil=script)
        looks = {where for where in found if not where.endswith("goes wrong")}
        if what == "fill":
            assert {f"/glossary {width} light" for width in WIDTHS} <= looks
        elif what == "wide":
            assert looks == {"/glossary 320 is too wide", "/glossary 390 is too wide"}
        elif what == "broken":
            assert looks == {f"/glossary {width} breaks words" for width in (*WIDTHS, LEAST)}
        else:
            assert looks == {f"/glossary {width} dark" for width in WIDTHS}


def test_themes_differ_in_colours_alone() -> None:
    """What is not about colours is looked at in one theme, since both themes share it."""
    dark = "(prefers-color-scheme: dark)"
    blocks = [
        block
        for sheet in STYLES.glob("*.css")
        for block in re.findall(
            rf"^@media [^{{]*{re.escape(dark)} \{{\n(.*?)^\}}", sheet.read_text("utf-8"), re.M | re.S
        )
    ]
    said = [re.findall(r"([\w-]+):([^;]+);", block) for block in blocks]
    assert len(blocks) == sum(sheet.read_text("utf-8").count(dark) for sheet in STYLES.glob("*.css"))
    assert all(
        name.startswith("--") and re.fullmatch(r"#[0-9a-fA-F]{6}|rgb\([\d %/]+\)", value.strip())
        for name, value in chain.from_iterable(said)
    )
