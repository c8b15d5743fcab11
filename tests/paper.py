"""Reading a PDF, whether the site set it or Chromium printed it."""

import pypdfium2


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [_text_of(page) for page in document]


def text_of(content: bytes) -> str:
    """Return the letters of all pages in the order in which they are set, without any space.

    Pictures set each letter by itself, so that spaces say nothing.
    """
    return "".join("".join(pages_of(content)).split())


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
