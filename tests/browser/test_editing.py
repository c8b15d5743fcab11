"""A place is begun and kept by forms alone: without a script, from the printed link to a first picture, and back."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.settings import Settings
from tests.browser.looks import look_over, opened, violations
from tests.browser.test_signing_in import link
from tests.paper import text_of

PAGES = (
    "/edit/took-a-seat/post/bromley/council-on-ageing-chair",
    "/edit/correct/organization/bromley/council-on-ageing",
    "/edit/arrange/area/bromley",
    "/edit/flags/organization/hammersmith-and-fulham/third-sector-directors-forum",
    "/posts/bromley/council-on-ageing-chair",
    "/history/1",
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Return the address of a site where nothing is recorded, and the link by which its owner signs in."""
    folder, seeds = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("seeds")
    given = os.environ | {
        "PARTNERSHIPS_PORT": "0",
        "PARTNERSHIPS_DATA_DIR": str(folder),
        "PARTNERSHIPS_SEEDS_DIR": str(seeds),
        "PARTNERSHIPS_NEO4J_URI": "",
        "PARTNERSHIPS_READ_DEADLINE": "15",
    }
    command = [sys.executable, "-m", "app.cli", "serve"]
    process = subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        printed = [next(line for line in process.stdout if "Partnership Explorer is at" in line)]
        printed.append(next(line for line in process.stdout if "/sign-in/link/" in line))
        yield printed[0].split()[-1], printed[1].strip()
    finally:
        process.terminate()
        process.wait(timeout=30)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="module")
def owner(browser: Browser, empty: tuple[str, str]) -> Iterator[Page]:
    """Return a page without scripts of whoever signed in by the printed link."""
    site, printed = empty
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(printed)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    yield page
    context.close()


def test_a_place_is_begun_by_a_form(owner: Page) -> None:
    page = owner
    page.goto("/")
    page.get_by_role("link", name="Start your place").click()
    fill(page, {"What is the place called?": "Newham", "Where is what you know written?": "Minutes of 14 March 2026"})
    page.get_by_role("button", name="Go on").click()
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("Choose what sort of body it is")
    problems.get_by_role("link", name="Say what it is called.").click()
    expect(page.get_by_label("What is its first body called?")).to_be_focused()
    expect(page.get_by_label("What is the place called?")).to_have_value("Newham")
    fill(page, {"What is its first body called?": "Newham Forum", "Where in it": "item 1"})
    page.get_by_label("What sort of body is it?").select_option("forum")
    page.get_by_label("Which seat on it comes first?").select_option("chair")
    done(page, "Newham begins with Newham Forum; a seat is added: chair, Newham Forum.")
    page.get_by_role("link", name="Look at the page").click()
    expect(page.get_by_role("heading", name="Newham", exact=True)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Newham Forum")


def test_a_body_and_seats_are_added_one_is_taken_and_that_is_taken_back(owner: Page) -> None:
    page = owner
    page.goto("/newham")
    page.get_by_role("link", name="Something is wrong or missing here").click()
    page.get_by_role("link", name="A new body").click()
    fill(page, {"What is it called?": "Carers' Group"})
    page.get_by_label("What sort of body is it?").select_option("community_group")
    done(page, "Carers' Group is added.")
    for label in ("Carers' seat", "Tenants' seat"):
        page.goto("/edit/new-seat/organization/newham/newham-forum")
        fill(page, {"What is it called?": label, "For whom does its holder speak?": "Carers' Group"})
        expect(page.get_by_label("Where in it")).to_have_value("item 1")
        done(page, f"A seat is added: {label}, Newham Forum.")
    page.goto("/newham/newham-forum")
    page.get_by_role("link", name="Something is wrong or missing here").click()
    page.get_by_role("link", name="Carers' seat").click()
    page.get_by_role("link", name="A new person took the seat").click()
    fill(page, {"Who took the seat?": "Tina Tully", "Since when?": "March 2026"})
    done(page, "Tina Tully takes the seat Carers' seat, Newham Forum from March 2026.")
    page.get_by_role("link", name="Look at the page").click()
    expect(page.locator("main")).to_contain_text("Tina Tully")

    page.goto("/history")
    page.locator("main").get_by_role("link", name="The owner of this machine").first.click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"Change \d+ is taken back\."))
    page.goto("/newham/newham-forum")
    expect(page.locator("main")).not_to_contain_text("Tina Tully")


MEMBERS = "\n".join(
    [
        "Chair: Cllr Mary O'Hara",
        "Vice-chair: Pat Byrne",
        *(f"Person{chr(97 + number)} Smith, for Carers' Group" for number in range(15)),
        "Youth seat: vacant",
        "Business seat: Sam Green",
    ]
)


def test_a_committee_its_meeting_and_a_resignation_are_entered_undone_and_printed(owner: Page) -> None:
    page, presses = owner, 0

    def press(role: str, name: str) -> None:
        nonlocal presses
        page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
        presses += 1

    def save(says: str) -> None:
        """Go on and save where the sentence says so; `...` stands for anything."""
        press("button", "Go on")
        expect(page.locator(".answer")).to_have_text(answer_of(says))
        press("button", "Save")
        expect(page.locator(".saved")).to_contain_text("Saved.")

    page.goto("/edit/about/area/newham")
    press("link", "A new body")
    fill(page, {"What is it called?": "Community Development Committee"})
    page.get_by_label("What sort of body is it?").select_option("committee")
    save("Community Development Committee is added.")
    page.goto("/newham/community-development-committee")
    press("link", "Something is wrong or missing here")
    press("link", "Several seats were added")
    fill(page, {"Who sits there?": MEMBERS, "Since when, all of them?": "2025"})
    save("19 seats are added to Community Development Committee: 18 have a holder by name, one stands empty. ...")
    press("link", "Change something else here")
    press("link", "A meeting took place")
    fill(page, {"When did it meet?": "3 March 2026", "Who came for a member?": "Al Jones for Pat Byrne"})
    page.get_by_label("Sam Green (Business seat)").select_option("apologies")
    save(
        "Community Development Committee met on 3 March 2026: 16 members came (...);"
        " Pat Byrne and Sam Green sent apologies; Al Jones came for Pat Byrne.",
    )
    page.goto("/people/newham/sam-green")
    press("link", "Something is wrong or missing here")
    press("link", "Somebody left")
    fill(page, {"When did they leave?": "April 2026"})
    page.get_by_label("The seat stands empty since then").check()
    save(
        "Sam Green left the seat Business seat, Community Development Committee in April 2026, and it stands empty since then."
    )
    press("button", "Undo")
    expect(page.locator("main")).to_contain_text("taken back")
    page.goto("/newham/community-development-committee")
    expect(page.locator("main")).to_contain_text("Sam Green")
    expect(page.locator("main")).not_to_contain_text("April 2026")
    paper = page.request.get("/diagrams/newham.pdf")
    assert paper.headers["content-type"] == "application/pdf"
    assert "SamGreen" in text_of(paper.body())
    assert presses <= 17


def test_what_is_wrong_and_what_will_be_written_can_be_read_by_everybody(
    browser: Browser, empty: tuple[str, str], owner: Page
) -> None:
    with opened(browser, empty[0], 390, cookies=owner.context.cookies()) as page:
        page.goto("/edit/new-body/area/newham")
        page.get_by_role("button", name="Go on").click()
        assert violations(page) == []
        fill(page, {"What is it called?": "Oddly-named-and-very-long " * 5, "Where in it": "p. 1"})
        page.get_by_label("What sort of body is it?").select_option("forum")
        page.get_by_label("Where is that written?").select_option(index=1)
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_that_are_one_are_joined_by_keys_alone(browser: Browser, empty: tuple[str, str], owner: Page) -> None:
    for name in ("Stratford Residents Forum", "Stratford Residents' Forums"):
        owner.goto("/edit/new-body/area/newham")
        fill(owner, {"What is it called?": name, "Where in it": "p. 1"})
        owner.get_by_label("What sort of body is it?").select_option("forum")
        owner.get_by_label("Where is that written?").select_option(index=1)
        owner.get_by_role("button", name="Go on").click()
        owner.get_by_role("button", name="Save").click()
    with opened(browser, empty[0], 390, cookies=owner.context.cookies()) as page:
        page.goto("/duplicates?area=newham")
        expect(page.locator(".answer")).to_contain_text("may be recorded twice in Newham.")
        fits_and_can_be_used(page)
        page.goto("/edit/about/organization/newham/stratford-residents-forum")
        press(page, "It is recorded twice: join the two")
        expect(page.get_by_role("heading", name="Which is the same?")).to_be_visible()
        fits_and_can_be_used(page)
        page.get_by_label("The other name").focus()
        page.keyboard.type("Stratford Residents' Forums")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Join two that are one")).to_be_visible()
        fits_and_can_be_used(page)
        press(page, "Keep that address instead")
        page.get_by_role("group", name="Name").get_by_role("radio").first.focus()
        page.keyboard.press("ArrowDown")
        press(page, "Go on")
        expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
        fits_and_can_be_used(page)
        press(page, "Join them")
        expect(page.locator(".saved")).to_contain_text("Saved.")
        page.goto("/newham/stratford-residents-forums")
        assert page.url.endswith("/newham/stratford-residents-forum")
        expect(page.get_by_role("heading", level=1)).to_have_text("Stratford Residents' Forums")


def added(owner: Page, name: str, sort: str) -> None:
    """Add a body by its form."""
    owner.goto("/edit/new-body/area/newham")
    fill(owner, {"What is it called?": name, "Where in it": "p. 1"})
    owner.get_by_label("What sort of body is it?").select_option(sort)
    owner.get_by_label("Where is that written?").select_option(index=1)
    owner.get_by_role("button", name="Go on").click()
    owner.get_by_role("button", name="Save").click()
    expect(owner.get_by_role("status")).to_contain_text("Saved.")


def test_flags_are_entered_by_presses_and_keys_and_without_a_script(
    browser: Browser, empty: tuple[str, str], owner: Page
) -> None:
    added(owner, "Adult Care", "department")
    flags = "/edit/flags/organization/newham/newham-forum"
    owner.goto(flags)
    owner.get_by_label("Adult Care: Funding").select_option("red")
    owner.get_by_role("button", name="Go on").click()
    expect(owner.locator(".answer")).to_have_text(answer_of("Newham Forum gives one flag: 1 red."))
    owner.get_by_role("button", name="Save").click()
    with opened(browser, empty[0], 390, cookies=owner.context.cookies()) as page:
        page.goto(flags)
        fits_and_can_be_used(page)
        funding = page.get_by_role("button", name=re.compile("^Adult Care: Funding: "))
        expect(funding).to_have_text("R")
        funding.focus()
        for key, name in (("g", "Funding: green"), ("ArrowRight", ""), ("Enter", "Operational contacts: green"),
                          ("Space", "Operational contacts: amber"), ("ArrowRight", ""), ("n", "Operational networks: none"),
                          ("ArrowRight", ""), ("r", "Strategic networks: red"), ("Delete", "Strategic networks: no view")):  # fmt: skip
            page.keyboard.press(key)
            if name:
                expect(page.get_by_role("button", name=f"Adult Care: {name}", exact=True)).to_be_focused()
        funding.click()
        expect(funding).to_have_text("A")
        fits_and_can_be_used(page)
        press(page, "Go on")
        expect(page.locator(".answer")).to_have_text(
            answer_of("Newham Forum gives 2 flags: 1 amber and 1 none and changes one flag.")
        )
        press(page, "Save")
        expect(page.locator(".saved")).to_contain_text("Saved.")
        press(page, "Undo")
        expect(page.locator("main")).to_contain_text("taken back")
        page.goto(flags)
        expect(funding).to_have_text("R")


def test_what_two_changed_at_once_is_put_together_by_keys_on_a_telephone(
    browser: Browser, empty: tuple[str, str], owner: Page
) -> None:
    added(owner, "Allotment Club", "community_group")
    renamed = "/edit/renamed/organization/newham/allotment-club"
    with opened(browser, empty[0], 390, cookies=owner.context.cookies()) as page:
        page.goto(renamed)
        fill(page, {"What is it called now?": "Allotment Society of a very long name indeed"})
        owner.goto(renamed)
        fill(owner, {"What is it called now?": "Allotments"})
        done(owner, "Allotment Club is called Allotments now.")
        page.get_by_label("What is it called now?").press("Enter")
        expect(page.locator(".answer")).to_contain_text("nothing that you typed is lost")
        for said in ("Allotments", "Allotment Society of a very long name indeed"):
            expect(page.locator("main table")).to_contain_text(said)
        fits_and_can_be_used(page)
        press(page, "Go on with what is recorded now")
        expect(page.get_by_label("What is it called now?")).to_have_value(
            "Allotment Society of a very long name indeed"
        )
        press(page, "Go on")
        expect(page.locator(".answer")).to_have_text(
            answer_of("Allotments is called Allotment Society of a very long name indeed now.")
        )


def fits_and_can_be_used(page: Page, width: int = 390) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def press(page: Page, name: str) -> None:
    """Go to a link or a button by Tab, and press Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not come to '{name}'")


def fill(page: Page, answers: dict[str, str]) -> None:
    for label, answer in answers.items():
        page.get_by_label(label).fill(answer)


def answer_of(says: str) -> re.Pattern[str]:
    """Return what an answer says, in whose place `...` is anything, and then at most where it comes from."""
    return re.compile(rf"^\s*{'.*'.join(map(re.escape, says.split('...')))}(\s+As “[^”]+” says\.)?\s*$")


def done(page: Page, says: str) -> None:
    """Go on to what will be written, see that it says so, and save it."""
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".answer")).to_have_text(answer_of(says))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")


def test_forms_can_be_used_by_everybody(browser: Browser, site: str, settings: Settings) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(link(settings))
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    cookies = context.cookies()
    context.close()
    assert look_over(browser, site, PAGES, cookies=cookies) == {}


def joined(owner: Page, name: str) -> None:
    """Have a body feed into the first one of the place."""
    owner.goto(f"/edit/joined/organization/newham/{name.lower().replace(' ', '-')}")
    owner.get_by_label("How are they joined?").select_option("feeds_into")
    fill(owner, {"With which other body?": "Newham Forum", "Where in it": "p. 1"})
    owner.get_by_label("Where is that written?").select_option(index=1)
    owner.get_by_role("button", name="Go on").click()
    owner.get_by_role("button", name="Save").click()
    expect(owner.get_by_role("status")).to_contain_text("Saved.")


ONE_SIZE = "all => new Set(all.map(it => `${it.offsetWidth} ${it.offsetHeight}`)).size === 1"
"""Whether all of some elements are of one size."""


def names_in(page: Page) -> list[str]:
    """Return the boxes of the order in which the three forums are, from top to bottom."""
    rows = page.locator("[data-order]").filter(has_text="Beech Forum").locator(".order__item label")
    return [name.strip() for name in rows.all_text_contents()]


def test_boxes_are_put_in_order_by_dragging_buttons_and_keys_and_by_typing(
    browser: Browser, empty: tuple[str, str], owner: Page
) -> None:
    for name in ("Ash Forum", "Beech Forum", "Cedar Forum"):
        added(owner, name, "forum")
        joined(owner, name)
    arrange = "/edit/arrange/area/newham"
    owner.goto(arrange)
    usual = names_in(owner)
    owner.get_by_label(usual[-1]).fill("1")
    owner.get_by_role("button", name="Go on").click()
    owner.get_by_role("button", name="Save").click()
    owner.goto(arrange)
    assert names_in(owner) == [usual[-1], *usual[:-1]]
    for width in (1440, 390):
        with opened(browser, empty[0], width, cookies=owner.context.cookies()) as page:
            page.goto(arrange)
            fits_and_can_be_used(page, width)
            group = page.locator("[data-order]").filter(has_text="Beech Forum")
            rows, many = group.locator(".order__item label"), len(usual)
            first = names_in(page)[0]
            down = group.get_by_role("button", name=f"{first}: down")
            down.focus()
            page.keyboard.press("End")
            expect(rows.last).to_have_text(first)
            expect(group.get_by_role("status")).to_have_text(f"{first}: {many} of {many}")
            expect(down).to_be_focused()
            page.keyboard.press("ArrowUp")
            assert names_in(page).index(first) == many - 2
            last = names_in(page)[-1]
            group.get_by_role("button", name=f"{last}: up").click()
            assert names_in(page).index(last) == many - 2
            grip = group.locator(".order__item").filter(has_text=last).locator(".order__grip")
            grip.scroll_into_view_if_needed()
            here, there = grip.bounding_box(), rows.first.bounding_box()
            assert here
            assert there
            page.mouse.move(here["x"] + 8, here["y"] + 8)
            page.mouse.down()
            page.mouse.move(here["x"] + 8, there["y"] - 6, steps=8)
            page.mouse.up()
            expect(rows.first).to_have_text(last)
            numbers = [box.input_value() for box in group.get_by_role("textbox").all()]
            assert numbers == [str(number) for number in range(1, many + 1)]
            fits_and_can_be_used(page, width)
            order = names_in(page)
            assert page.locator(".order__step").evaluate_all(ONE_SIZE)
            press(page, "Go on")
            expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
            press(page, "Save")
            expect(page.locator(".saved")).to_contain_text("Saved.")
            page.goto(arrange)
            assert names_in(page) == order
            press(page, "Leave this order to the picture")
            assert {box.input_value() for box in group.get_by_role("textbox").all()} == {""}


def test_after_saving_the_browser_goes_back_and_what_was_saved_is_not_begun_again(owner: Page) -> None:
    page, form = owner, "/edit/new-body/area/newham"
    page.goto("/newham")
    page.goto(form)
    fill(page, {"What is it called?": "Chess Circle"})
    page.get_by_label("What sort of body is it?").select_option("community_group")
    done(page, "Chess Circle is added.")
    page.go_back()
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="A new body")).to_be_visible()
    page.goto(form)
    expect(page.get_by_label("What is it called?")).to_have_value("")
    expect(page.locator("main")).not_to_contain_text("These are your answers")
    fill(page, {"What is it called?": ""})
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.goto("/newham")
    page.go_back()
    expect(page.get_by_role("alert")).to_be_visible()
    page.goto(form)
    page.get_by_role("button", name="Throw them away").click()
    expect(page).to_have_url(re.compile(f"{form}$"))
    expect(page.locator("main")).not_to_contain_text("These are your answers")


def test_by_keys_a_form_begins_at_its_heading_and_so_does_what_it_would_write(owner: Page) -> None:
    page = owner
    page.goto("/edit/new-body/area/newham")
    expect(page.get_by_role("heading", name="A new body")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("What is it called?")).to_be_focused()
    page.keyboard.type("Keys Club")
    page.get_by_label("What sort of body is it?").select_option("community_group")
    page.get_by_role("button", name="Go on").press("Enter")
    expect(page.get_by_role("heading", name="Is this right?")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save")).to_be_focused()
    page.goto("/edit/new-body/area/newham")
    fill(page, {"What is it called?": ""})
    page.get_by_role("button", name="Go on").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
