"""Diagrams in a real browser: a canvas under the page's own policy, walked by keyboard; the SVG for everybody else."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

CANVAS = "[data-diagram-canvas] canvas"
PLACES = ("/bromley", "/gloucester", "/hammersmith-and-fulham", "/bromley/council-on-ageing")


@pytest.mark.parametrize("address", PLACES)
def test_a_canvas_takes_the_place_of_the_picture_without_a_violation(watched: Page, address: str) -> None:
    watched.goto(address)
    expect(watched.locator("[data-diagram][data-state=live]")).to_be_attached()
    expect(watched.locator(CANVAS)).to_be_visible()
    expect(watched.locator("[data-diagram-plain]")).to_be_hidden()


def test_the_canvas_shows_something(watched: Page) -> None:
    watched.goto("/bromley")
    expect(watched.locator(CANVAS)).to_be_visible()
    colours = watched.evaluate(
        """() => { const c = document.querySelector('[data-diagram-canvas] canvas');
        const d = c.getContext('2d').getImageData(0, 0, c.width, Math.min(c.height, 600)).data;
        const seen = new Set(); for (let i = 0; i < d.length; i += 16) seen.add(d[i] << 16 | d[i+1] << 8 | d[i+2]);
        return seen.size; }"""
    )
    assert colours > 20


def test_walking_with_the_arrow_keys_says_where_one_is_and_enter_goes_there(watched: Page) -> None:
    watched.goto("/bromley")
    expect(watched.locator(CANVAS)).to_be_visible()
    said = watched.locator("[data-diagram-said]")
    watched.locator("[data-diagram-canvas]").focus()
    watched.keyboard.press("Home")
    expect(said).to_contain_text("Local Strategic Partnership")
    watched.keyboard.press("ArrowDown")
    expect(said).not_to_contain_text(re.compile("^Local Strategic Partnership"))
    name = (said.text_content() or "").split(",")[0]
    watched.keyboard.press("ArrowRight")
    expect(said).not_to_contain_text(name)
    name = (said.text_content() or "").split(",")[0]
    watched.keyboard.press("Enter")
    expect(watched.locator("h1")).to_contain_text(name)


def test_around_an_organization_walking_starts_there(watched: Page) -> None:
    watched.goto("/bromley/council-on-ageing")
    expect(watched.locator(CANVAS)).to_be_visible()
    watched.locator("[data-diagram-canvas]").focus()
    watched.keyboard.press("Escape")
    watched.keyboard.press("ArrowUp")
    expect(watched.locator("[data-diagram-said]")).to_contain_text(re.compile("^Council on Ageing"))


def test_every_box_can_be_reached_with_the_arrow_keys(watched: Page) -> None:
    watched.goto("/bromley")
    reached, boxes = watched.evaluate(
        """async () => {
        const { neighbour, firstBox } = await import('/static/js/diagram_geometry.js');
        const { boxes } = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        const first = firstBox(boxes), seen = new Set([first]), waiting = [first];
        while (waiting.length) { const here = waiting.pop();
          for (const way of ['Up', 'Down', 'Left', 'Right']) { const next = neighbour(boxes, here, 'Arrow' + way);
            if (next && !seen.has(next)) { seen.add(next); waiting.push(next); } } }
        return [seen.size, Object.keys(boxes).length]; }"""
    )
    assert reached == boxes


def test_pointing_says_what_is_there_and_a_click_opens_it(watched: Page) -> None:
    watched.goto("/gloucester")
    canvas = watched.locator(CANVAS)
    expect(canvas).to_be_visible()
    at = watched.evaluate(
        """() => { const d = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        const holder = document.querySelector('[data-diagram-canvas]');
        const [id, box] = Object.entries(d.boxes)[0];
        const scale = Math.max(0.77, Math.min(1, holder.clientWidth / d.width));
        return { href: box.href, x: holder.clientWidth / 2 + (box.x - d.width / 2) * scale, y: box.y * scale }; }"""
    )
    canvas.scroll_into_view_if_needed()
    canvas.hover(position={"x": at["x"], "y": at["y"]})
    expect(watched.locator("[data-diagram-note]")).to_be_visible()
    canvas.click(position={"x": at["x"], "y": at["y"]})
    watched.wait_for_url(f"**{at['href']}")


def test_buttons_zoom(watched: Page) -> None:
    watched.goto("/gloucester")
    expect(watched.locator(CANVAS)).to_be_visible()
    for name in ("Zoom in", "Zoom out", "Fit"):
        watched.get_by_role("button", name=name).click()


def test_without_javascript_the_picture_and_its_links_stay(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/bromley")
    expect(page.locator("[data-diagram-plain] svg")).to_be_visible()
    expect(page.locator("[data-diagram-live]")).to_be_hidden()
    assert page.locator("[data-diagram-plain] svg a").count() > 60
    context.close()


def test_on_a_telephone_the_picture_scrolls_at_a_readable_size(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/bromley")
    expect(page.locator(".diagram__hint")).to_be_visible()
    frame = page.locator(".diagram__frame")
    assert frame.evaluate("it => it.scrollWidth > it.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tall = page.locator(".diagram__frame svg text").nth(3).evaluate("it => it.getBoundingClientRect().height")
    assert tall >= 13
    context.close()


def test_every_name_fits_its_box_as_the_browser_draws_it(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/bromley")
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('.diagram__frame svg a')].flatMap(link => {
        const box = link.querySelector('path').getBBox().width;
        return [...link.querySelectorAll('tspan')].filter(t => t.getComputedTextLength() > box - 4)
          .map(t => t.textContent); })"""
    )
    assert too_wide == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_live_diagram(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(base_url=site, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto("/bromley/council-on-ageing")
    expect(page.locator(CANVAS)).to_be_visible()
    found = Axe().run(page, context=".diagram, .diagram__table").response["violations"]
    assert [(it["id"], [node["html"][:100] for node in it["nodes"]][:3]) for it in found] == []
    context.close()
