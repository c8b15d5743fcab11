"""The whole site by keyboard alone: focus is always to be seen and never lost, one key goes to the search."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.looks import opened

SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return { tag: 'nothing' };
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect(), style = getComputedStyle(at);
  const card = at.closest('.card--link');
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
  const seen = document.elementFromPoint(x, y);
  const covered = seen && !at.contains(seen) && !seen.contains(at) && !card?.contains(seen);
  const ring = style.outlineStyle !== 'none' || (card && getComputedStyle(card).outlineStyle !== 'none');
  return { tag: at.tagName, name: (at.textContent || at.ariaLabel || at.id || '').trim().slice(0, 60), ring,
    covered: covered ? seen.outerHTML.slice(0, 80) : '', y: box.y + scrollY,
    width: box.width, height: box.height,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""
REACHABLE = """() => {
  const shown = at => at.checkVisibility({ visibilityProperty: true }) && at.tabIndex >= 0;
  const all = document.querySelectorAll('a[href], button:not([disabled]), input:not([type=radio]), select, summary');
  return [...all].filter(shown).length; }"""
"""How many places Tab should stop at; radio buttons have one stop a group, and are left out."""
SOME = 60
"""How many stops of a page are looked at, the long lists being all alike."""
LONGEST = 400
"""Stops after which a page is thought to have no end."""
LINE = 30
"""By how many pixels what stands in one line may stand higher or lower."""
MOST = 160
"""Presses of Tab after which something should have been reached."""


def tab_to(page: Page, name: str, *, exact: bool = True) -> None:
    """Press Tab until something with a name has the focus; on the way the focus must be seen at every stop."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(SEEN)
        assert at["tag"] != "nothing", f"the focus is lost on the way to {name}"
        assert at["ring"], f"no focus ring on {at}"
        assert at["inView"], f"the focus is out of sight on {at}"
        if at["name"] == name or (not exact and at["name"].startswith(name)):
            return
    raise AssertionError(f"Tab does not reach {name} on {page.url}")


def test_from_the_front_page_to_an_answer_an_organization_a_source_and_back(watched: Page) -> None:
    watched.goto("/")
    tab_to(watched, "ask")
    watched.keyboard.type("council on ageing")
    expect(watched.get_by_role("option").first).to_be_visible()
    watched.keyboard.press("ArrowDown")
    watched.keyboard.press("Enter")
    heading = watched.get_by_role("heading", level=1)
    expect(heading).to_have_text("Who represents the Council on Ageing where?")
    tab_to(watched, "Older People's Partnership Board")
    watched.keyboard.press("Enter")
    expect(heading).to_have_text("Older People's Partnership Board")
    tab_to(watched, "Voluntary sector involvement", exact=False)
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/sources/*")
    watched.go_back()
    expect(heading).to_have_text("Older People's Partnership Board")
    watched.go_back()
    expect(heading).to_have_text("Who represents the Council on Ageing where?")
    tab_to(watched, "Partnership Explorer")
    watched.keyboard.press("Enter")
    expect(heading).to_have_text("Who represents us where?")


def walked(page: Page, key: str) -> list[dict[str, Any]]:
    """Press Tab, or Shift and Tab, to the end of the page, and return every stop; each must be seen."""
    stops: list[dict[str, Any]] = []
    while (at := _next(page, key))["tag"] not in {"nothing", "HTML"}:
        assert at["ring"], f"no focus ring on {at}"
        assert at["inView"], f"the focus is out of sight on {at}"
        assert not at["covered"], f"something lies over {at}"
        stops.append(at)
        assert len(stops) < LONGEST, "the focus is caught"
    return stops


def _next(page: Page, key: str) -> dict[str, Any]:
    page.keyboard.press(key)
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=str)
@pytest.mark.parametrize(
    "address",
    ["/", "/registers", "/registers/gloucester/seats", "/members/gloucester/gloucester-partnership-executive"],
)
def test_a_page_is_walked_to_its_end_and_back_with_nothing_over_the_focus(
    browser: Browser, site: str, address: str, size: tuple[int, int]
) -> None:
    with opened(browser, site, *size) as page:
        page.goto(address)
        there = walked(page, "Tab")
        assert len(there) >= page.evaluate(REACHABLE)
        page.locator("footer a").last.focus()
        back = walked(page, "Shift+Tab")
    names = [at["name"] for at in there]
    assert names[: len(back)] == [at["name"] for at in reversed(back)]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_head_of_a_page_is_walked_downwards(browser: Browser, site: str, width: int) -> None:
    with opened(browser, site, width) as page:
        page.goto("/registers")
        stops = walked(page, "Tab")
        depths = [at["y"] for at in stops[1:]]  # the way past the head stands above it
        rises = [stops[at + 2]["name"] for at in range(len(depths) - 1) if depths[at + 1] < depths[at] - LINE]
    assert rises == []


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_page_can_be_walked_with_the_focus_in_sight(page: Page, address: str) -> None:
    page.goto(address)
    stops: list[dict[str, object]] = []
    while len(stops) < SOME:
        page.keyboard.press("Tab")
        at = page.evaluate(SEEN)
        if at["tag"] in {"nothing", "HTML"}:
            break
        assert at["ring"], f"no focus ring on {at}"
        assert at["inView"], f"the focus is out of sight on {at}"
        assert not at["covered"], f"something lies over {at}"
        stops.append(at)
    reachable = page.evaluate(REACHABLE)
    assert len(stops) >= min(SOME, reachable), "the focus is lost on the way"
    assert reachable > 3 or address.startswith("/panel"), "a page has links to the others"


def test_the_skip_link_leads_past_the_head_of_every_page(watched: Page) -> None:
    for address in ("/", "/glossary", "/bromley/mental-health-forum"):
        watched.goto(address)
        watched.keyboard.press("Tab")
        expect(watched.get_by_role("link", name="Skip to the content")).to_be_focused()
        expect(watched.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
        watched.keyboard.press("Enter")
        watched.keyboard.press("Tab")
        assert watched.evaluate("document.querySelector('main').contains(document.activeElement)"), address


def test_every_stop_can_be_hit_with_a_finger_or_a_shaky_hand(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for address in ("/", "/who", "/glossary", "/sources", "/search?q=carers"):
        page.goto(address)
        small = page.evaluate(
            """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), summary')].filter(it => {
            const box = it.getBoundingClientRect();
            const inText = getComputedStyle(it).display === 'inline';  // links in a sentence are as high as the sentence
            return !inText && box.width > 0 && !it.classList.contains('skip') && (box.width < 24 || box.height < 24);
            }).map(it => it.outerHTML.slice(0, 100))"""
        )
        assert small == [], address
    context.close()


def test_a_slash_goes_to_the_search_from_anywhere_but_a_field(watched: Page) -> None:
    watched.goto("/bromley/mental-health-forum")
    expect(watched.locator("[data-shortcuts]")).to_be_visible()
    watched.keyboard.press("/")
    search = watched.get_by_label("Search every name")
    expect(search).to_be_focused()
    watched.keyboard.type("a/b")
    expect(search).to_have_value("a/b")
    watched.goto("/")
    expect(watched.locator("[data-shortcuts]")).to_be_visible()
    watched.keyboard.press("/")
    expect(watched.get_by_label("Name of a group, board or person")).to_be_focused()


def test_the_shortcut_can_be_switched_off_and_stays_off(watched: Page) -> None:
    watched.goto("/glossary")
    switch = watched.get_by_role("button", name="Keyboard shortcuts: on")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.press("Enter")
    expect(watched.get_by_role("button", name="Keyboard shortcuts: off")).to_have_attribute("aria-pressed", "false")
    watched.goto("/sources")
    expect(watched.get_by_role("button", name="Keyboard shortcuts: off")).to_be_visible()
    watched.keyboard.press("/")
    watched.wait_for_timeout(100)
    expect(watched.get_by_label("Search every name")).not_to_be_focused()
