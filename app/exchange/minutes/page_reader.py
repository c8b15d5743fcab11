"""Pages of the web become text: a line a paragraph, a line a row of a table, tabs between its cells.

Run by `apart.py`, so nothing of the project is imported.
"""

import re
from html.parser import HTMLParser

LETTERS = 250_000
_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 br tr table ul ol dl dt dd section article header footer main blockquote pre hr caption"
    " address figure nav aside form fieldset legend body".split()
)
_LEFT_OUT = frozenset("script style template noscript svg math select textarea title object iframe nav".split())
_ENCODING = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


class Refused(Exception):
    """A sentence for whoever gave the file."""


def read(raw: bytes) -> str:
    """Read a page; Refused says why it is none that can be read."""
    parser = _Page()
    parser.feed(_decoded(raw))
    parser.close()
    return parser.text()


def _decoded(raw: bytes) -> str:
    found = _ENCODING.search(raw[:2048])
    for encoding in (found[1].decode("ascii") if found else "utf-8-sig", "utf-8-sig"):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", "replace")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words: list[str] = []
        self._cells: list[list[str]] | None = None
        self._out: list[str] = []
        self._letters = 0

    def text(self) -> str:
        """Return all that was read."""
        self._break()
        return "\n".join(self._lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        del attrs
        if tag in _LEFT_OUT:
            self._out.append(tag)
        elif tag in {"td", "th"}:
            self._break()
            self._cells = [] if self._cells is None else self._cells
            self._cells.append([])
        elif tag in _BLOCKS:
            self._break()
            if tag in {"tr", "table"}:
                self._row()
            if tag in {"p", "h1", "h2", "h3", "h4", "ul", "ol"} and self._cells is None:
                self._lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._out:
            if tag == self._out[-1]:
                self._out.pop()
        elif tag in {"tr", "table"}:
            self._break()
            self._row()
        elif tag in _BLOCKS or tag in {"td", "th"}:
            self._break()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._out:
            return
        self._letters += len(data)
        if self._letters > LETTERS:
            raise Refused("has more text than the minutes of a meeting: keep only the text of the minutes")
        self._words.append(data)

    def _break(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if not text:
            return
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._lines.append(text)

    def _row(self) -> None:
        cells, self._cells = self._cells, None
        if cells and len(cells) == 1:
            self._lines += cells[0]
        elif cells and any(cells):
            self._lines.append("\t".join("\u2028".join(cell) for cell in cells))
