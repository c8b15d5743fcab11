"""Long pages on paper, as Chromium prints them: counted, and read from the file."""

import pytest
from playwright.sync_api import Page

from tests.paper import pages_of, smallest_type

READ = [
    "/bromley",
    "/gloucester/gloucester-partnership-executive",
    "/who?of=bromley/council-on-ageing",
    "/routes?from=bromley/bath&to=bromley/local-strategic-partnership",
    "/gaps?area=bromley",
    "/changes?area=gloucester",
    "/registers/bromley/seats",
    "/registers/gloucester/asked-for",
    "/members/gloucester/gloucester-partnership-executive",
    "/balance?of=gloucester/gloucester-partnership-executive",
    "/capacity?area=bromley&area=hammersmith-and-fulham",
    "/relationships?area=hammersmith-and-fulham",
    "/compare?left=bromley&right=gloucester",
    "/report-back?area=bromley",
    "/fragility?area=bromley",
    "/glossary",
    "/booklet/gloucester",
]
"""Pages that people print, of every shape."""


def printed(page: Page, address: str) -> list[str]:
    """Return the text of each A4 page that an address prints on."""
    page.goto(address)
    return pages_of(page.pdf(format="A4", prefer_css_page_size=True))


def test_all_gaps_of_the_largest_place_print_on_eight_pages(watched: Page) -> None:
    sheets = printed(watched, "/gaps?area=bromley")
    text = " ".join(" ".join(sheets).split())
    assert len(sheets) <= 8
    assert "BATH" in sheets[0]
    for folded in ("Whether whoever holds the seat", "Seats whose holder is not recorded", "joined to nothing"):
        assert folded in text, "what is folded on the screen is open on paper"
    assert "What counts as a gap" not in text


@pytest.mark.parametrize("place", ["bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham"])
def test_the_map_of_a_place_is_printed_in_words_that_can_be_read_from_the_first_page_on(
    watched: Page, place: str
) -> None:
    watched.goto(f"/{place}")
    sheet = watched.pdf(format="A4", prefer_css_page_size=True)
    # Names have 6 points at least, the numbers in badges a little less.
    points, letters = smallest_type(sheet)
    assert points >= 5, letters
    first = pages_of(sheet)[0]
    assert "PartnershipExplorer" in "".join(first.split())
    named = watched.locator(".diagram__sheet:first-of-type p")
    if named.count():
        assert "".join(str(named.text_content()).split()) in "".join(first.split()), "the first sheet is on it"


@pytest.mark.parametrize("place", ["bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham"])
def test_a_printed_map_has_its_legend_beside_it_and_nothing_to_press(watched: Page, place: str) -> None:
    watched.goto(f"/{place}")
    legend = "".join(watched.locator(".diagram__legend").inner_text().split())
    parts = watched.locator(".diagram__sheet").count()
    pages = ["".join(each.split()) for each in pages_of(watched.pdf(format="A4", prefer_css_page_size=True))]
    assert legend in pages[max(parts, 1) - 1]
    assert "Draweverykindofline" not in "".join(pages)
    watched.emulate_media(media="print")
    for pressed in (".dg-toggle", ".explorer__more"):
        assert watched.locator(f"{pressed}:visible").count() == 0


@pytest.mark.parametrize(
    "story",
    [
        "bromley/why-nobody-speaks-for-faith-groups",
        "gloucester/who-sits-on-the-executive",
        "hammersmith-and-fulham/who-the-third-sector-knows",
    ],
)
def test_the_pictures_of_a_handout_can_be_read(watched: Page, story: str) -> None:
    watched.goto(f"/stories/{story}/handout")
    points, letters = smallest_type(watched.pdf(format="A4", prefer_css_page_size=True))
    # Names have 6 points at least, the numbers in badges a little less.
    assert points >= 5, letters


@pytest.mark.parametrize("address", READ)
def test_what_is_read_on_paper_is_set_in_nine_points_or_more(watched: Page, address: str) -> None:
    watched.goto(address)
    # Pictures are measured by themselves: their names are as large as the sheet lets them be.
    watched.evaluate("document.querySelectorAll('svg').forEach(it => it.remove())")
    sheet = watched.pdf(format="A4", prefer_css_page_size=True)
    points, letters = smallest_type(sheet)
    assert points >= 8.9, letters
    first = pages_of(sheet)[0]
    for frame in ("Skip to the content", "Search every name", "Sign in", "Tell us what is wrong on this page"):
        assert frame not in first
