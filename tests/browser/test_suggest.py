"""Names to choose from while typing, in a real browser: by keyboard, by pointer, for a screen reader, and hostile."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.looks import opened, schemes, violations


def field(page: Page) -> Locator:
    return page.get_by_label("Search every name")


def options(page: Page) -> Locator:
    return page.locator(".top [role=option]")


def typed(page: Page, text: str, address: str = "/sources") -> Locator:
    page.goto(address)
    expect(field(page)).to_have_attribute("role", "combobox")
    field(page).focus()
    # At once: between two keys on a slow machine a list comes for half the word, and takes the choice with it.
    field(page).fill(text)
    return field(page)


def test_the_list_follows_the_pattern_of_a_combobox(watched: Page) -> None:
    box = typed(watched, "council on")
    expect(options(watched).first).to_contain_text("Council on Ageing")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box.press("ArrowDown")
    first = options(watched).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "none")
    expect(box).to_be_focused()
    box.press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "false")
    box.press("ArrowUp")
    expect(options(watched).last).to_have_attribute("aria-selected", "true")


def test_enter_goes_to_the_name_that_is_chosen(watched: Page) -> None:
    box = typed(watched, "council on ageing")
    expect(options(watched).first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Council on Ageing")


def test_enter_without_a_choice_sends_the_form(watched: Page) -> None:
    box = typed(watched, "carers")
    expect(options(watched).first).to_be_visible()
    box.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Found for “carers”")


def test_escape_closes_the_list_and_leaves_the_text(watched: Page) -> None:
    box = typed(watched, "carers")
    expect(options(watched).first).to_be_visible()
    box.press("Escape")
    expect(options(watched)).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("carers")
    expect(box).to_be_focused()


def test_leaving_the_field_closes_the_list(watched: Page) -> None:
    box = typed(watched, "carers")
    expect(options(watched).first).to_be_visible()
    box.press("Tab")
    expect(options(watched)).to_have_count(0)
    expect(watched.get_by_role("button", name="Search")).to_be_focused()


def test_a_click_chooses(watched: Page) -> None:
    typed(watched, "mental health forum")
    options(watched).filter(has_text=re.compile("^Mental Health Forum")).click()
    expect(watched.get_by_role("heading", level=1)).to_have_text("Mental Health Forum")


def test_the_number_of_names_is_announced(watched: Page) -> None:
    typed(watched, "carers")
    said = watched.locator(".top [role=status]")
    expect(said).to_have_text("8 names. Use the arrow keys to choose one.")
    field(watched).fill("qqqqqqqqqq")
    expect(said).to_have_text("No name begins like that. Press Enter to search.")


def test_the_question_is_answered_from_the_list(watched: Page) -> None:
    watched.goto("/who?on=2008-01")
    box = watched.get_by_label("Name of a group, board or person")
    with watched.expect_response(lambda answer: "q=coa&" in f"{answer.url}&"):
        box.press_sequentially("coa")
    expect(watched.get_by_role("option").first).to_contain_text("Council on Ageing")
    box.press("ArrowDown")
    box.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Who represents the Council on Ageing where?")
    assert "on=2008-01" in watched.url


def test_the_latest_question_wins_though_an_earlier_answer_comes_later(watched: Page) -> None:
    held: list[Route] = []

    def answer(route: Route) -> None:
        if "q=carers&" in f"{route.request.url}&":
            held.append(route)
        else:
            route.continue_()

    watched.route("**/suggest?*", answer)
    box = typed(watched, "carers")
    watched.wait_for_timeout(300)
    assert held, "the first question should be on its way"
    box.fill("council on ageing")
    expect(options(watched).first).to_contain_text("Council on Ageing")
    for route in held:
        route.abort()
    expect(options(watched).first).to_contain_text("Council on Ageing")


def test_a_hostile_name_is_text(watched: Page) -> None:
    name = '<img src=x onerror="document.title=1">'
    watched.route(
        "**/suggest?*", lambda route: route.fulfill(json=[{"name": name, "href": "/bromley", "what": "<b>x</b>"}])
    )
    typed(watched, "anything")
    expect(options(watched).first).to_have_text(f"{name} <b>x</b>")
    assert watched.locator(".suggest img, .suggest b").count() == 0


def test_when_the_names_do_not_come_the_form_still_works(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.route("**/suggest?*", lambda route: route.abort())
    box = typed(page, "carers")
    page.wait_for_timeout(300)
    expect(options(page)).to_have_count(0)
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Found for “carers”")
    context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_an_open_list(browser: Browser, site: str, width: int) -> None:
    with opened(browser, site, width, 800) as page:
        box = typed(page, "carers")
        expect(options(page).first).to_be_visible()
        box.press("ArrowDown")
        for scheme in schemes(page):
            expect(options(page).first).to_be_visible()
            assert violations(page, context=".top") == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth") <= width
