"""Reading the text of a PDF that the site sets."""

import pypdfium2


def text_of(content: bytes) -> str:
    """Return the letters of a PDF in the order in which they are set, without any space.

    Pictures set each letter by itself, so that spaces say nothing.
    """
    with pypdfium2.PdfDocument(content) as document:
        return "".join(_text_of(page) for page in document)


def _text_of(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return "".join(text.get_text_range().split())
    finally:
        text.close()
        page.close()
