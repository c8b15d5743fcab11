"""Twelve tasks that people bring, each from the front page: counted, and read against what the documents say.

The facts are those of the Bromley mapping study of 2008 and of the Gloucester minutes of January 2010.
"""

import re

from playwright.sync_api import expect

from tests.browser.users import User
from tests.paper import text_of
from tests.sentinel.reading import xlsx_rows


def test_a_spreadsheet_of_every_seat_of_a_place(user: User) -> None:
    user.link("Bromley")
    number = user.page.get_by_label("Bromley at a glance").get_by_role("link", name=re.compile("seats$"))
    seats = int(number.inner_text().split()[0])
    user.press(number)
    rows = xlsx_rows(user.fetch(user.main.get_by_role("link", name="Excel")).body())
    assert sum(int(row["Seats"]) for row in rows) == seats
    (bath,) = [row for row in rows if row["Speaks for"] == "BATH"]
    assert bath["Body"] == "Physical and Sensory Disabilities Partnership Board"
    assert bath["State"] == "not taken up"


def test_the_map_of_gloucester_on_paper(user: User) -> None:
    user.link("Gloucester")
    user.press(user.page.get_by_role("link", name="Print, save or share"))
    expect(user.page.get_by_role("heading", name="Share and print")).to_be_in_viewport()
    user.press(user.page.get_by_role("button", name="Print this page"))
    expect(user.page.locator("html")).to_have_attribute("data-printed", "yes")
    sheet = text_of(user.fetch(user.page.get_by_role("link", name="PDF, one sheet")).body())
    for body in ("Gloucester Partnership Executive", "LSP working group", "Gloucester City Homes"):
        assert "".join(body.split()) in sheet


def test_which_seats_stand_empty_in_all_places(user: User) -> None:
    user.press(user.main.get_by_role("link", name="Which seats stand empty, in all places?"))
    rows = user.main.get_by_role("row")
    resigned = rows.filter(has_text="Learning & Skills Council")
    expect(resigned).to_contain_text("Linda Osment, until 22 January 2010")
    expect(resigned).to_contain_text("Gloucester Partnership Executive")
    expect(rows.filter(has_text="BATH, in its own right")).to_contain_text("Bromley")
    expect(user.main).to_contain_text("2 seats that are empty or due")


def test_what_changed_in_2010(user: User) -> None:
    user.ask("What changed in 2010?")
    user.press(user.main.get_by_role("link", name="What changed in 2010?"))
    expect(user.main).to_contain_text("The LSP working group is set up on 22 January 2010.")
    expect(user.main).to_contain_text("is vacant from 22 January 2010, after Linda Osment.")
    expect(user.main).to_contain_text(re.compile(r"\d+ changes between 1 January 2010 and 31 December 2010"))


def test_who_speaks_for_carers_on_the_health_and_social_care_board(user: User) -> None:
    user.ask("Who speaks for carers on the health and social care board?")
    answer = "How does the voice of Carers get to the Health and Social Care Partnership Board?"
    user.press(user.main.get_by_role("link", name=answer))
    expect(user.main).to_contain_text("Carers have a seat on the Health and Social Care Partnership Board")
    user.press(user.main.get_by_text("What carries each step, and the sources").first)
    user.press(user.main.get_by_role("link", name="The seat").first)
    expect(user.main).to_contain_text("carers' representative")
    expect(user.main).to_contain_text("Voluntary Sector Reference Group")
    expect(user.main).to_contain_text("By custom one of the places that the reference group elects to")


def test_the_list_of_members_that_goes_with_an_agenda(user: User) -> None:
    user.ask("Who sits on the Gloucester Partnership Executive?")
    user.press(
        user.main.get_by_role("link", name=re.compile("^Who are the members of the Gloucester Partnership Exec"))
    )
    row = user.main.get_by_role("row").filter(has_text="Melanie Dafforn")
    expect(row).to_contain_text("Gloucester Voluntary and Community Sector")
    expect(user.main.get_by_role("row").filter(has_text="Ashley Green")).to_contain_text("Gloucester City Homes")
    user.press(user.main.get_by_role("button", name="Print this list"))
    expect(user.page.locator("html")).to_have_attribute("data-printed", "yes")


def test_who_appoints_to_which_outside_bodies(user: User) -> None:
    user.ask("Who appoints to which outside bodies?")
    user.press(user.main.get_by_role("link", name="Who appoints to outside bodies?"))
    chosen_by = user.main.locator("tbody").filter(has=user.page.get_by_role("rowheader", name="Voluntary Sector Ref"))
    expect(chosen_by).to_contain_text("Health and Social Care Partnership Board")
    expect(chosen_by).to_contain_text("Local Strategic Partnership")
    expect(chosen_by).not_to_contain_text("Executive of the Children and Families Forum")


def test_how_the_voice_of_bath_gets_to_the_partnership_and_where_it_breaks(user: User) -> None:
    user.ask("BATH's way to the LSP")
    user.press(user.main.get_by_role("link", name=re.compile("^How does the voice of BATH get to the Local Strategic")))
    expect(user.main).to_contain_text("no route is recorded from BATH to the Local Strategic Partnership")
    expect(user.main).to_contain_text(
        "at the seat on the Physical and Sensory Disabilities Partnership Board: it is not taken up"
    )


def test_a_person_by_half_a_name(user: User) -> None:
    user.take("daff", "Melanie Dafforn")
    expect(user.page.get_by_role("heading", level=1)).to_have_text("Who represents Melanie Dafforn where?")
    seats = user.main.get_by_role("table").first
    expect(seats).to_contain_text("Gloucester Partnership Executive")
    expect(seats).to_contain_text("Gloucester Voluntary and Community Sector")
    expect(seats).to_contain_text("LSP working group")


def test_the_code_that_puts_a_picture_on_a_site(user: User, site: str) -> None:
    user.link("Gloucester")
    user.link("Put this picture on your site")
    user.press(user.page.get_by_role("button", name="Copy code"))
    expect(user.page.get_by_text("Copied.")).to_be_visible()
    code = user.page.evaluate("navigator.clipboard.readText()")
    framed = re.search(r'<iframe src="([^"]+)"', code)
    assert framed
    assert framed[1].startswith(f"{site}/embed/gloucester")
    assert "Gloucester Partnership Executive" in user.page.request.get(framed[1]).text()


def test_what_the_members_asked_for_and_nobody_has(user: User) -> None:
    user.ask("What did Gloucester's members ask for?")
    user.press(
        user.main.get_by_role("link", name=re.compile("^What was asked for, by whom, and what became of it in Gl"))
    )
    rows = user.main.get_by_role("row")
    seat = rows.filter(has_text="A seat for the Business sector in Gloucester on the Gloucester Partnership Executive")
    expect(seat).to_contain_text("John Henry Looney")
    expect(seat).to_contain_text("22 January 2010")
    expect(seat).to_contain_text("No such seat is recorded; a source says that it is missing")
    diagram = rows.filter(has_text="Produce a visual diagram of the LSP and its wider links")
    expect(diagram).to_contain_text("Not recorded whether it was done; LSP working group was to do it")
    (same,) = [
        row
        for row in xlsx_rows(user.fetch(user.main.get_by_role("link", name="Excel")).body())
        if row["Asked for"].startswith("A seat for the Business sector")
    ]
    assert same["By whom"] == "John Henry Looney"


def test_what_the_members_resolved_to_have_made(user: User) -> None:
    user.link("Gloucester")
    user.press(user.main.get_by_role("link", name="Gloucester Partnership Executive", exact=True).first)
    user.press(user.main.get_by_role("link", name="22 January 2010", exact=True))
    asked = user.main.get_by_role("listitem").filter(has_text="Produce a visual diagram of the LSP and its wider links")
    expect(asked).to_contain_text("LSP working group")
    expect(asked).to_contain_text("open")


def test_telling_that_something_is_wrong(user: User) -> None:
    user.take("daff", "Melanie Dafforn")
    user.press(user.page.get_by_role("link", name="Tell us what is wrong on this page"))
    expect(user.main.get_by_role("link", name="/who?of=gloucester/melanie-dafforn")).to_be_visible()
    user.main.get_by_label("What is wrong or missing?").fill("She has left the council.")
    user.press(user.main.get_by_role("button", name="Send it"))
    expect(user.main.get_by_role("heading", level=1)).to_have_text("Thank you: it has been sent")
    expect(user.main).to_contain_text("She has left the council.")
