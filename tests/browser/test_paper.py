"""Long pages on paper, as Chromium prints them: counted, and read from the file."""

from playwright.sync_api import Page

from tests.paper import pages_of


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
