"""Diagrams in a real browser: a canvas under the page's own policy, walked by keyboard; the SVG for everybody else."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import schemes, violations

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
        """() => { const seen_ = document.querySelector('[data-diagram-canvas] canvas');
        const c = new OffscreenCanvas(seen_.width, Math.min(seen_.height, 600)), copy = c.getContext('2d');
        copy.drawImage(seen_, 0, 0);
        const d = copy.getImageData(0, 0, c.width, c.height).data;
        const seen = new Set(); for (let i = 0; i < d.length; i += 16) seen.add(d[i] << 16 | d[i+1] << 8 | d[i+2]);
        return seen.size; }"""
    )
    assert colours > 20


def test_a_small_picture_is_shown_larger_and_whole(watched: Page) -> None:
    watched.goto("/hammersmith-and-fulham")
    expect(watched.locator("[data-diagram][data-state=live]")).to_be_attached()
    shown = watched.evaluate(
        """() => { const content = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        return { scale: document.querySelector('[data-diagram-canvas]').clientHeight / content.height,
          folded: Object.values(content.boxes).filter(box => box.hides).length }; }"""
    )
    assert 1.2 < shown["scale"] < 1.26, "names of 13 units in 16 pixels"
    assert shown["folded"] == 0, "nothing is folded away while there is room for it"


def test_around_an_organization_walking_starts_there(watched: Page) -> None:
    watched.goto("/bromley/council-on-ageing")
    expect(watched.locator(CANVAS)).to_be_visible()
    watched.locator("[data-diagram-canvas]").focus()
    watched.keyboard.press("Escape")
    watched.keyboard.press("ArrowUp")
    expect(watched.locator("[data-diagram-said]")).to_contain_text(re.compile("^Council on Ageing"))


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
    page.get_by_label("Show the drawing").check()
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
    page.get_by_label("Show the drawing").check()
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('.diagram__frame svg a')].flatMap(link => {
        const box = link.querySelector('path').getBBox().width;
        return [...link.querySelectorAll('tspan')].filter(t => t.getComputedTextLength() > box - 4)
          .map(t => t.textContent); })"""
    )
    assert too_wide == []
    context.close()


def test_axe_finds_nothing_in_a_live_diagram(watched: Page) -> None:
    watched.goto("/bromley/council-on-ageing")
    expect(watched.locator(CANVAS)).to_be_visible()
    for scheme in schemes(watched):
        assert violations(watched, context=".diagram, .diagram__table") == [], scheme


@pytest.mark.parametrize("whose", ["area=gloucester", "organization=gloucester/gloucester-partnership-executive"])
@pytest.mark.parametrize("width", [1440, 390])
def test_two_days_lie_over_each_other_with_a_slider_that_keys_move(watched: Page, width: int, whose: str) -> None:
    """The later picture begins at the line, which stays in sight; at either end one day is all there is."""
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(f"/changes?{whose}&proposed=1#before-after")
    slider = watched.get_by_role("slider", name="How much is shown of the earlier day")
    expect(slider).to_be_visible(timeout=20_000)
    before, after = watched.locator(".slide img").all()
    boxes = [it.bounding_box() for it in (before, after)]
    corners = [(box["x"], box["y"], box["width"]) for box in boxes if box]
    assert len(corners) == 2
    assert corners[0] == corners[1], "below, each has its own legend, which is cut off"

    def cut() -> float:
        """Return how far into the frame the later picture begins."""
        return float(
            watched.evaluate(
                """() => { const frame = document.querySelector('[data-slide-pictures]');
                const clip = getComputedStyle(document.querySelectorAll('.slide img')[1]).clipPath;
                return (parseFloat(clip.split(' ').pop()) - frame.scrollLeft) / frame.clientWidth; }"""
            )
        )

    assert cut() == pytest.approx(0.5, abs=0.01)
    slider.focus()
    watched.keyboard.press("PageUp")
    watched.keyboard.press("ArrowRight")
    assert cut() == pytest.approx(0.61, abs=0.01)
    assert re.match(
        "61 per cent from the left: Gloucester .*as things stood on 2", slider.get_attribute("aria-valuetext") or ""
    )
    watched.keyboard.press("End")
    assert cut() == pytest.approx(1, abs=0.01)
    watched.locator("[data-slide-pictures]").evaluate("it => { it.scrollLeft = 200; }")
    watched.wait_for_function("document.querySelector('[data-slide-pictures]').style.getPropertyValue('--at') !== ''")
    watched.keyboard.press("Home")
    assert cut() == pytest.approx(0, abs=0.01)
    for only, where in (("Before", 1), ("After", 0)):
        watched.get_by_role("button", name=only, exact=True).click()
        assert cut() == pytest.approx(where, abs=0.01)
    goes_on = watched.locator("[data-slide-pictures]").evaluate("it => it.scrollWidth > it.clientWidth + 1")
    assert watched.locator("[data-slide-hint]").is_visible() == goes_on
    assert goes_on or width > 390
    assert watched.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_and_on_paper_the_two_days_stand_one_under_the_other(browser: Browser, site: str) -> None:
    for scripted in (False, True):
        context = browser.new_context(base_url=site, java_script_enabled=scripted)
        page = context.new_page()
        page.goto("/changes?area=gloucester&since=2010-01-01#before-after")
        if scripted:
            expect(page.locator(".slide--over")).to_be_attached(timeout=20_000)
            page.emulate_media(media="print")
        before, after = (image.bounding_box() for image in page.locator(".slide img").all())
        assert before
        assert after
        assert before["y"] + before["height"] < after["y"]
        expect(page.locator("figcaption").filter(has_text="Gloucester as things stand today")).to_be_visible()
        expect(page.get_by_role("slider")).to_have_count(0)
        context.close()
