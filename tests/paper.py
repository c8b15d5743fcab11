"""Reading a PDF, whether the site set it or Chromium printed it."""

import pypdfium2

LINE = 1.11
"""From the top of the tallest letter to the bottom of the deepest one, in type of one point: of Liberation Sans."""


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [_text_of(page) for page in document]


def text_of(content: bytes) -> str:
    """Return the letters of all pages in the order in which they are set, without any space.

    Pictures set each letter by itself, so that spaces say nothing.
    """
    return "".join("".join(pages_of(content)).split())


def smallest_type(content: bytes) -> tuple[float, str]:
    """Return in how many points the smallest letters of a file are set, and some of them."""
    sizes: dict[float, str] = {}
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                letter = text.get_text_range(at, 1)
                if letter.strip():
                    _, bottom, _, top = text.get_charbox(at, loose=True)
                    points = round((top - bottom) / LINE, 1)
                    sizes[points] = sizes.get(points, "") + letter
            text.close()
            page.close()
    least = min(sizes)
    return least, sizes[least][:80]


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
