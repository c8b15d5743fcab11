"""Pages in a real browser: contrast, all of it by keyboard, without JavaScript, on paper."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.looks import opened, schemes, violations
from tests.paper import pages_of

USUAL_IN_GLOUCESTER = "gloucester/gloucester-voluntary-and-community-sector"


def test_text_stands_out_seven_times_against_its_ground(window: BrowserContext) -> None:
    page = window.new_page()
    options = {"runOnly": ["color-contrast-enhanced"], "rules": {"color-contrast-enhanced": {"enabled": True}}}
    for address in ("/", "/who?of=bromley/council-on-ageing&on=2008-01", "/glossary#co-opted", "/search?q=carers"):
        page.goto(address)
        for scheme in schemes(page):
            assert violations(page, context={"exclude": [["figure"]]}, options=options) == [], (address, scheme)
    page.close()


def test_the_question_is_asked_and_answered_by_keyboard(watched: Page) -> None:
    watched.goto("/")
    watched.keyboard.press("Tab")
    expect(watched.get_by_role("link", name="Skip to the content")).to_be_focused()
    watched.keyboard.press("Enter")
    watched.keyboard.press("Tab")
    expect(watched.get_by_label("Name of a group, board or person")).to_be_focused()
    watched.keyboard.type("councl on aging")
    watched.keyboard.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Who represents the Council on Ageing where?")
    expect(watched.get_by_text("the Council on Ageing has seats on 8 bodies")).to_be_visible()


def test_every_control_shows_where_the_focus_is(watched: Page) -> None:
    watched.goto("/who?of=bromley/council-on-ageing")
    for _ in range(25):
        watched.keyboard.press("Tab")
        outline = watched.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", watched.evaluate("document.activeElement.outerHTML")


def test_the_site_is_useful_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/bromley")
    expect(page.locator("figure svg").first).to_be_visible()
    page.get_by_label("Who is represented here?").fill("VSRG")
    page.get_by_role("button", name="Who represents them?").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Voluntary Sector Reference Group")
    context.close()


def test_paper_leaves_out_what_cannot_be_pressed(watched: Page) -> None:
    watched.goto("/who?of=bromley/council-on-ageing")
    watched.emulate_media(media="print")
    expect(watched.get_by_role("search")).to_be_hidden()
    expect(watched.get_by_role("navigation").first).to_be_hidden()
    expect(watched.locator(".answers").get_by_text("Adult Protection Committee").first).to_be_visible()
    head = watched.locator(".paper")
    expect(head).to_be_visible()
    expect(head).to_contain_text("/who?of=bromley/council-on-ageing")
    expect(head).to_contain_text(re.compile(r"printed \d+ \w+ \d{4}"))
    cited = watched.locator(".cited a").first.evaluate("it => getComputedStyle(it, '::after').content")
    assert "/sources/bromley-mapping-2008" in cited


@pytest.mark.parametrize("path", ["/report-back?area=gloucester&on=2010-02", "/fragility?area=bromley"])
def test_on_a_telephone_every_cell_of_a_table_has_the_whole_width(browser: Browser, site: str, path: str) -> None:
    with opened(browser, site, 390) as page:
        page.goto(path)
        widths = page.evaluate(
            """() => [...document.querySelectorAll('.stacks tbody :is(th, td)')].filter(it => it.getClientRects().length)
            .map(it => it.clientWidth / it.parentElement.clientWidth)"""
        )
    assert widths
    assert min(widths) > 0.95


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=str)
def test_the_first_seat_stands_within_the_first_screen(browser: Browser, site: str, size: tuple[int, int]) -> None:
    with opened(browser, site, *size) as page:
        for of in ("bromley/council-on-ageing", "bromley/voluntary-sector", "bromley/bath", USUAL_IN_GLOUCESTER):
            page.goto(f"/who?of={of}")
            first = page.locator("table.answers tbody tr").first.bounding_box()
            assert first, of
            assert first["y"] + first["height"] <= size[1], (of, first)


@pytest.mark.parametrize(
    "path",
    [
        "/who?of=bromley/council-on-ageing",
        "/who?of=hammersmith-and-fulham/third-sector-directors-forum",
        f"/who?of={USUAL_IN_GLOUCESTER}",
        "/members/gloucester/gloucester-partnership-executive",
        "/members/bromley/mental-health-partnership-board",
    ],
)
def test_an_answer_prints_on_one_page(watched: Page, path: str) -> None:
    watched.goto(path)
    watched.emulate_media(media="print")
    assert watched.locator("a[href^='/sources/']:visible").count() > 0 or "directors-forum" in path
    assert len(pages_of(watched.pdf(format="A4", prefer_css_page_size=True))) == 1


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/bromley", 8),
        ("/who?of=bromley/council-on-ageing", 5),
        ("/capacity?area=bromley", 7),
        ("/balance?of=gloucester/gloucester-partnership-executive", 4),
        ("/relationships?area=hammersmith-and-fulham", 3),
    ],
)
def test_pages_fit_on_paper_with_their_sources(watched: Page, path: str, most: int) -> None:
    watched.goto(path)
    watched.emulate_media(media="print")
    assert watched.locator("a[href^='/sources/']:visible").count() > 0
    assert len(pages_of(watched.pdf(format="A4", prefer_css_page_size=True))) <= most


def test_what_repeats_the_picture_in_words_is_printed_when_it_is_open(watched: Page) -> None:
    watched.goto("/who?of=bromley/council-on-ageing")
    table = watched.locator(".diagram__table")
    watched.emulate_media(media="print")
    expect(table).to_be_hidden()
    watched.emulate_media(media="screen")
    table.locator("summary").click()
    watched.emulate_media(media="print")
    expect(table.locator("tbody tr").last).to_be_visible()


@pytest.mark.parametrize("look", ["1440", "390", "paper"])
def test_a_date_in_a_register_stays_on_one_line(watched: Page, look: str) -> None:
    """On A4 on its side, too, where a table of eleven columns leaves each little room."""
    watched.set_viewport_size({"width": 1010 if look == "paper" else int(look), "height": 900})
    watched.emulate_media(media="print" if look == "paper" else "screen")
    for address in ("/registers/gloucester/attendance?on=2010-06", "/registers/gloucester/meetings?on=2010-06"):
        watched.goto(address)
        dates = watched.locator("td[data-one-line] > *").filter(has_text=re.compile(r"^\d+ \w+ \d{4}$"))
        assert dates.count() >= 4
        assert set(dates.evaluate_all("all => all.map(it => it.getClientRects().length)")) == {1}
        assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")
