"""Documents of Word (DOCX) and of OpenDocument (ODT) become text: a line a paragraph, a line a row, tabs between cells.

What was deleted with changes tracked, comments and footnotes are left out. XML that defines words of its own is
refused. Run by `apart.py`, so nothing of the project is imported.
"""

import io
import zipfile
from typing import Any
from xml.parsers import expat

UNPACKED = 12_000_000
"""Bytes of the part that has the text."""
PARTS = 3_000
LETTERS = 250_000
_BLOCK = 100_000
_PARAGRAPHS, _ROWS, _CELLS = {"p", "h"}, {"tr", "table-row"}, {"tc", "table-cell"}
_LEFT_OUT = {
    "del", "moveFrom", "Fallback", "tracked-changes", "annotation", "note", "instrText", "footnote", "delText", "pPr",
    "rPr", "sectPr", "tblPr", "forms", "table-of-content",
}  # fmt: skip
_TOO_MUCH = "unpacks to more than can be read: keep only the text of the minutes"
_TEXT_PARTS = {"word/document.xml": True, "content.xml": False}
"""Whether the text stands within elements of its own, as in Word."""


class Refused(Exception):
    """A sentence for whoever gave the file."""


def read(raw: bytes) -> str:
    """Read a packed document; Refused says why it is none that can be read."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        names = set(packed.namelist())
        if len(names) > PARTS:
            raise Refused("has thousands of parts in it, which no document has")
        if any(
            name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) or name.startswith("Basic/") for name in names
        ):
            raise Refused("has macros in it: save it as a plain .docx or .odt")
        if "xl/workbook.xml" in names:
            raise Refused("is a spreadsheet: bring it in where spreadsheets are imported")
        if "META-INF/manifest.xml" in names and b"encryption-data" in _start_of(packed, "META-INF/manifest.xml"):
            raise Refused("is locked with a password: save it without one")
        part = next((name for name in _TEXT_PARTS if name in names), None)
        if part is None:
            raise Refused("is no document of Word or OpenDocument that can be read: save it as .docx, .odt or .pdf")
        if packed.getinfo(part).file_size > UNPACKED:
            raise Refused(_TOO_MUCH)
        return _Text(marked=_TEXT_PARTS[part]).of(packed, part)


def _start_of(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as opened:
        return opened.read(_BLOCK)


class _Text:
    """Makes text of a document's XML as it comes."""

    def __init__(self, *, marked: bool) -> None:
        """Begin; `marked` where text stands in elements of its own."""
        self._marked, self._depth, self._out = marked, 0, 0
        self._lines: list[str] = []
        self._letters = 0
        self._paragraphs: list[list[str]] = []
        """The open ones: a text box stands within a paragraph."""
        self._rows: list[list[list[str]]] = []
        """The open rows, each with its cells, each with its paragraphs."""

    def of(self, packed: zipfile.ZipFile, part: str) -> str:
        """Read one part."""
        parser: Any = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        left = UNPACKED
        with packed.open(part) as opened:
            while block := opened.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise Refused(_TOO_MUCH)
                parser.Parse(block, False)
        parser.Parse(b"", True)
        return "\n".join(self._lines)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._depth += 1
        if self._out:
            return
        if local in _LEFT_OUT:
            self._out = self._depth
        elif local in _PARAGRAPHS:
            self._paragraphs.append([])
        elif local in _ROWS:
            self._rows.append([])
        elif local in _CELLS and self._rows:
            self._rows[-1].append([])
        elif local == "tab":
            self._add(" " if self._rows else "\t")
        elif local in {"br", "cr", "line-break"}:
            self._add("\n")
        elif local == "noBreakHyphen":
            self._add("-")
        elif local == "s":
            count = next((value for key, value in attributes.items() if key.endswith(" c")), "1")
            self._add(" " * min(int(count) if count.isdecimal() else 1, 80))
        elif local == "t" and self._marked:
            self._in_text = True

    _in_text = False

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self._out:
            self._out = 0 if self._out == self._depth else self._out
        elif local in _PARAGRAPHS and self._paragraphs:
            self._paragraph("".join(self._paragraphs.pop()))
        elif local in _ROWS and self._rows:
            self._row(self._rows.pop())
        elif local == "t":
            self._in_text = False
        self._depth -= 1

    def _data(self, text: str) -> None:
        if not self._out and (self._in_text or not self._marked):
            self._add(text if self._marked else " ".join(text.split("\n")))

    def _add(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > LETTERS:
            raise Refused("has more text than the minutes of a meeting: keep only the text of the minutes")
        if self._paragraphs:
            self._paragraphs[-1].append(text)

    def _paragraph(self, text: str) -> None:
        lines = text.strip("\n").split("\n")
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += [line.strip() for line in lines if line.strip()]
        else:
            self._lines += [line.strip() for line in lines]

    def _row(self, cells: list[list[str]]) -> None:
        if len(cells) == 1:
            self._lines += cells[0]
        elif any(cells):
            self._lines.append("\t".join("\u2028".join(cell) for cell in cells))


def _refuse(*_: object) -> None:
    raise Refused("has XML that defines words of its own, which no program for documents writes")
