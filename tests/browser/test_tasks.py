"""What a new user would try first, each from the front page, in at most four actions; further tasks: test_twelve_tasks.

An action is a click, or writing something and pressing Enter.
"""

import re

from playwright.sync_api import expect

from tests.browser.users import User


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
    answer = user.fetch(user.page.get_by_role("link", name="PDF, one sheet"))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


def test_find_from_the_help_the_code_that_puts_a_picture_on_a_site(user: User) -> None:
    user.link("About")
    user.click(user.page.get_by_role("main").get_by_role("link", name="Gloucester", exact=True))
    code = user.page.get_by_label("Code of the frame")
    expect(code).to_be_visible()
    expect(code).to_be_in_viewport()
    expect(code).to_have_value(re.compile("<iframe"))


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
    user.click(user.page.get_by_text("Filters", exact=True))
    boards = user.page.get_by_role("checkbox", name="Boards", exact=True)
    user.click(boards)
    expect(user.page).to_have_url(re.compile("kinds="))
