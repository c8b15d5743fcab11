"""The picture follows its filters, the address follows the picture, and both survive reloading, Back, and bad luck."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.live import CANVAS, SAID, box_ids, document, open_live, wait_live
from tests.browser.looks import opened

STATUS = "[data-explorer-status]"


def tick(page: Page, label: re.Pattern[str], *, on: bool) -> None:
    if page.locator(".explorer__filters:not([open])").count():
        page.locator(".explorer__filters > summary").click()
    page.get_by_role("checkbox", name=label).set_checked(on)


def wait_for_lines(page: Page, kinds: set[str]) -> None:
    page.wait_for_function(
        """kinds => { const figure = document.querySelector('[data-diagram][data-state=live]');
        if (!figure) return false;
        const lines = JSON.parse(figure.querySelector('script').textContent).lines;
        const found = new Set(lines.map(line => line.id.split(/[?:]/)[0]));
        return kinds.length === found.size && kinds.every(kind => found.has(kind)); }""",
        arg=sorted(kinds),
    )


def test_a_filter_changes_picture_and_address_and_a_reload_gives_the_same(watched: Page) -> None:
    open_live(watched, "/bromley")
    before = box_ids(watched)
    tick(watched, re.compile("^Seats"), on=False)
    watched.wait_for_url("**/bromley?hide=seat")
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into"})
    shown = document(watched)
    assert set(shown["boxes"]) != before
    watched.reload()
    wait_live(watched)
    assert document(watched) == shown
    expect(watched.locator("input[name=lines][value=seat]")).not_to_be_checked()


@pytest.mark.parametrize("address", ["/bromley", "/bromley?size=large&find=carers"])
def test_files_are_of_the_picture_that_is_shown_by_now(watched: Page, address: str) -> None:
    links = "[...document.querySelectorAll('.share__links a')].map(link => link.getAttribute('href'))"
    open_live(watched, address)
    before = watched.evaluate(links)
    tick(watched, re.compile("^Seats"), on=False)
    watched.wait_for_url("**hide=seat**")
    wait_live(watched)
    changed = watched.evaluate(links)
    assert sum("hide=seat" in link for link in changed) == 5
    watched.reload()
    assert watched.evaluate(links) == changed != before


def test_back_and_forward_go_through_the_pictures_and_the_form_follows(watched: Page) -> None:
    open_live(watched, "/bromley")
    first = box_ids(watched)
    tick(watched, re.compile("^Seats"), on=False)
    watched.wait_for_url("**/bromley?hide=seat")
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into"})
    second = box_ids(watched)
    watched.go_back()
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into", "seat"})
    assert watched.url.endswith("/bromley")
    assert box_ids(watched) == first
    expect(watched.locator("input[name=lines][value=seat]")).to_be_checked()
    watched.go_forward()
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into"})
    assert box_ids(watched) == second
    expect(watched.locator("input[name=lines][value=seat]")).not_to_be_checked()


def test_the_reader_keeps_focus_place_and_what_was_unfolded(watched: Page) -> None:
    open_live(watched, "/bromley")
    words = watched.locator("[data-explorer-list] .explorer__theme").first
    words.locator("> summary").click()
    tick(watched, re.compile("^Sub-groups$"), on=False)
    box = watched.locator("input[name=lines][value=sub-group-of]")
    watched.wait_for_url("**hide=sub-group-of**")
    wait_for_lines(watched, {"reports-to", "feeds-into", "seat"})
    expect(box).to_be_focused()
    assert words.evaluate("it => it.open")


def test_the_status_says_what_is_shown(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator("#explorer-on").fill("2007")
    watched.keyboard.press("Tab")
    expect(watched.locator(STATUS)).to_contain_text(re.compile(r"^\d+ of \d+ bodies.*as things stood in 2007$"))
    assert watched.url.endswith("?on=2007")
    glance, bodies = watched.locator(".place__glance"), watched.locator(".place__rest a[href^='/bromley/']").first
    told = glance.inner_text()
    assert "as things stood in 2007" in told
    assert (bodies.get_attribute("href") or "").endswith("?on=2007")
    expect(watched.locator(".ask input[name=on]")).to_have_value("2007")
    watched.reload()
    assert glance.inner_text() == told
    watched.locator("#explorer-on").fill("")
    watched.keyboard.press("Tab")
    expect(glance).to_contain_text("as things stand today")
    expect(watched.locator("input[type=hidden][name=on]")).to_have_count(0)


def test_the_slider_writes_the_day_and_its_end_is_today(watched: Page) -> None:
    open_live(watched, "/bromley")
    slider = watched.locator("[data-explorer-timeline]")
    slider.focus()
    watched.keyboard.press("Home")
    watched.wait_for_url("**/bromley?on=**")
    day = watched.locator("#explorer-on").input_value()
    assert day
    assert watched.url.endswith(f"on={day}")
    assert slider.get_attribute("aria-valuetext") == day
    watched.keyboard.press("End")
    watched.wait_for_url(re.compile("/bromley$"))
    assert watched.locator("#explorer-on").input_value() == ""


def test_a_late_answer_never_overwrites_a_newer_one(page: Page) -> None:
    held: list[Route] = []
    open_live(page, "/bromley")
    page.route("**/diagrams/bromley.json?*", lambda route: route.continue_() if len(held) else held.append(route))
    tick(page, re.compile("^Seats"), on=False)
    page.wait_for_function("() => document.querySelector('[data-explorer-status]').textContent === 'Loading…'")
    tick(page, re.compile("^Seats"), on=True)
    tick(page, re.compile("^Feeds"), on=False)
    page.wait_for_url("**/bromley?hide=feeds-into")
    wait_for_lines(page, {"reports-to", "sub-group-of", "seat"})
    held[0].abort() if page.is_closed() else held[0].continue_()
    with pytest.raises(Exception, match="Timeout"):
        page.wait_for_url("**/bromley?hide=seat", timeout=1500)
    wait_for_lines(page, {"reports-to", "sub-group-of", "seat"})


@pytest.fixture
def away(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of a window that can be taken off the network."""
    with opened(browser, site, 1280, 720) as page:
        yield page


def test_offline_the_old_picture_stays_and_trying_again_works(away: Page) -> None:
    page = away
    open_live(page, "/bromley")
    before = box_ids(page)
    page.context.set_offline(True)
    tick(page, re.compile("^Seats"), on=False)
    status = page.locator(STATUS)
    expect(status).to_contain_text("could not be reached")
    assert box_ids(page) == before
    assert page.url.endswith("/bromley")
    again = status.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.context.set_offline(False)
    again.click()
    page.wait_for_url("**/bromley?hide=seat")
    expect(status).to_contain_text("bodies")


def test_what_the_server_finds_wrong_is_said_in_its_own_words(page: Page) -> None:
    open_live(page, "/bromley")
    page.locator("input[name=on]").evaluate("it => { it.removeAttribute('pattern'); it.value = 'Whitsun'; }")
    page.locator("input[name=on]").dispatch_event("change")
    expect(page.locator(STATUS)).to_contain_text("Whitsun")


def test_a_field_that_cannot_be_read_is_marked_and_keeps_what_was_typed_until_it_is_mended(page: Page) -> None:
    open_live(page, "/bromley?steps=2")
    page.locator(".explorer__filters > summary").click()
    about = page.locator("#explorer-about")
    about.fill("Nobody at all")
    about.press("Enter")
    expect(about).to_have_attribute("aria-invalid", "true")
    expect(about).to_have_attribute("aria-describedby", "explorer-status")
    expect(page.locator(STATUS)).to_contain_text("“Nobody at all” is not a body of this place")
    expect(about).to_have_value("Nobody at all")
    expect(page.locator("#explorer-steps")).to_have_value("2")
    about.fill("Carers Forum")
    about.press("Enter")
    page.wait_for_url("**about=bromley/carers-forum**")
    expect(about).not_to_have_attribute("aria-invalid", "true")


def test_links_of_the_same_page_change_the_picture_without_leaving(watched: Page) -> None:
    open_live(watched, "/bromley?hide=seat")
    watched.evaluate("() => { window.stayed = true; }")
    watched.locator("[data-explorer-reset]").click()
    watched.wait_for_url(re.compile("/bromley$"))
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into", "seat"})
    assert watched.evaluate("() => window.stayed")
    expect(watched.locator("input[name=lines][value=seat]")).to_be_checked()


def test_the_walk_goes_on_after_the_picture_has_changed(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator(CANVAS).focus()
    tick(watched, re.compile("^Seats"), on=False)
    wait_for_lines(watched, {"reports-to", "sub-group-of", "feeds-into"})
    watched.locator(CANVAS).focus()
    watched.keyboard.press("Home")
    expect(watched.locator(SAID)).to_contain_text("Local Strategic Partnership")


def test_on_a_phone_a_place_is_a_list_that_opens_and_the_drawing_one_key_away(browser: Browser, site: str) -> None:
    """Without a script too; a wide window has the drawing at once, and what is hidden on the one shows on the other."""
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto("/bromley")
    theme = page.locator(".explorer__theme").filter(has=page.get_by_text("Learning disability", exact=False)).first
    expect(theme.locator("summary").first).to_be_in_viewport()
    expect(page.locator("[data-explorer-figure]")).to_be_hidden()
    theme.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(theme.get_by_text("feeds into").first).to_be_visible()
    theme.get_by_text("Who sits there").first.press("Enter")
    expect(theme.get_by_role("link", name="Vice-chair")).to_be_visible()
    page.get_by_role("checkbox", name="Show the drawing").press("Space")
    expect(page.locator("[data-explorer-figure] svg").first).to_be_visible()
    expect(page.get_by_label("Find")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("checkbox", name="Show the drawing")).to_be_hidden()
    page.goto("/bromley")
    expect(page.locator("[data-explorer-figure] svg").first).to_be_visible()
    context.close()
