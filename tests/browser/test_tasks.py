"""What a new user would try first, each from the front page, in at most four actions.

An action is a click, or writing something and pressing Enter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

MOST = 4


@dataclass
class User:
    """Somebody with a mouse and a keyboard, who counts."""

    page: Page
    actions: int = 0

    def click(self, target: Locator) -> None:
        self._count()
        target.click()

    def link(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def write(self, target: Locator, text: str) -> None:
        self._count()
        target.fill(text)
        target.press("Enter")

    def ask(self, text: str) -> None:
        self.write(self.page.get_by_label("Name of a group, board or person"), text)

    def _count(self) -> None:
        self.actions += 1
        assert self.actions <= MOST


@pytest.fixture
def user(browser: Browser, site: str) -> Iterator[User]:
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/")
    yield User(page)
    context.close()


def test_find_who_speaks_for_carers_on_the_health_and_social_care_board(user: User) -> None:
    user.ask("carers")
    seat = user.page.get_by_role("listitem").filter(has_text="Health and Social Care Partnership Board").first
    expect(seat).to_be_visible()


def test_print_the_map(user: User) -> None:
    user.link("Bromley")
    user.click(user.page.get_by_role("button", name="Print this page"))
    expect(user.page.locator("html")).to_have_attribute("data-printed", "yes")


def test_link_a_colleague_to_what_gloucester_looked_like_in_2010(user: User) -> None:
    user.link("Gloucester")
    user.write(user.page.get_by_label("Date", exact=True), "2010")
    expect(user.page).to_have_url(re.compile("on=2010"))
    user.click(user.page.get_by_role("button", name="Copy link"))
    expect(user.page.get_by_text("Copied.")).to_be_visible()
    copied = user.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/gloucester?on=2010")


def test_see_which_places_on_boards_nobody_takes_up(user: User) -> None:
    user.link("Bromley")
    expect(user.page.get_by_label("Bromley at a glance")).to_contain_text("1 not taken up")


def test_find_who_sits_on_a_board(user: User) -> None:
    user.ask("Older People's Partnership Board")
    user.click(user.page.get_by_role("main").get_by_role("link", name="Older People's Partnership Board").first)
    expect(user.page.get_by_role("heading", name="Who sits on it")).to_be_visible()


def test_find_what_ex_officio_means(user: User) -> None:
    user.link("Glossary")
    expect(user.page.get_by_role("main")).to_contain_text(re.compile("ex officio", re.IGNORECASE))


def test_take_the_map_away_as_a_pdf(user: User) -> None:
    user.link("Bromley")
    found = user.page.get_by_role("link", name="PDF, one sheet")
    user.actions += 1
    answer = user.page.request.get(str(found.get_attribute("href")))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


def test_get_the_code_that_puts_the_map_on_a_councils_own_page(user: User) -> None:
    user.link("Gloucester")
    user.click(user.page.get_by_text("Put this picture on your own page"))
    code = user.page.get_by_label("Code of the frame")
    expect(code).to_be_visible()
    assert "/embed/gloucester" in code.input_value()


def test_follow_a_fact_to_its_source(user: User) -> None:
    user.ask("COA")
    user.click(user.page.get_by_role("main").locator("td summary", has_text="Source").first)
    user.click(user.page.get_by_role("main").get_by_role("link", name=re.compile("Mapping", re.IGNORECASE)).first)
    expect(user.page).to_have_url(re.compile("/sources/"))


def test_be_shown_why_nobody_speaks_for_faith_groups(user: User) -> None:
    user.link("Stories")
    user.link("Why nobody speaks for faith groups")
    user.click(user.page.get_by_role("link", name=re.compile("^Next")).first)
    expect(user.page).to_have_url(re.compile("step=2"))


def test_see_only_the_forums_of_a_place(user: User) -> None:
    user.link("Bromley")
    user.page.locator("[data-diagram][data-state=live]").wait_for()
    user.click(user.page.get_by_text("Filters"))
    boards = user.page.get_by_role("checkbox", name="Boards", exact=True)
    user.click(boards)
    expect(user.page).to_have_url(re.compile("kinds="), timeout=20_000)
