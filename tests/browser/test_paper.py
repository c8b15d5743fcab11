"""Long pages on paper, as Chromium prints them: counted, and read from the file."""

import pypdfium2
from playwright.sync_api import Page


def printed(page: Page, address: str) -> list[str]:
    """Return the text of each A4 page that an address prints on."""
    page.goto(address)
    with pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True)) as file:
        return [sheet.get_textpage().get_text_bounded() for sheet in file]


def test_all_gaps_of_the_largest_place_print_on_eight_pages(watched: Page) -> None:
    sheets = printed(watched, "/gaps?area=bromley")
    text = " ".join(" ".join(sheets).split())
    assert len(sheets) <= 8
    assert "BATH" in sheets[0]
    for folded in ("Whether whoever holds the seat", "Seats whose holder is not recorded", "joined to nothing"):
        assert folded in text, "what is folded on the screen is open on paper"
    assert "What counts as a gap" not in text


def test_a_handout_keeps_each_step_together_and_ends_with_the_map(watched: Page) -> None:
    sheets = [
        " ".join(text.split())
        for text in printed(watched, "/stories/bromley/why-nobody-speaks-for-faith-groups/handout")
    ]
    assert len(sheets) <= 5
    for number, (heading, rest) in enumerate(STEPS, start=1):
        (sheet,) = [text for text in sheets if f"{number}. {heading}" in text]
        assert rest in sheet
    assert "The map" in sheets[-1]


STEPS = (
    ("A structure made of forums", "boards lead up to the Local Strategic Partnership"),
    ("A forum for nearly everybody", "a network or a council of groups"),
    ("The group that brings the forums together", "names no faith group among them"),
)
"""Headings of the story, and the end of what stands below each."""
