"""How wide a name is in the diagrams' font, and how it is broken into lines, so that SVG and canvas agree.

The widths are those of Liberation Sans, which are Arial's and Helvetica's: a table of a hundred numbers needs neither
a font file nor a parser at run time. An accent is as wide as its letter; what the table lacks counts one em.
"""

import re
import unicodedata

FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif'
SIZE = 13.0
LINE_HEIGHT = SIZE * 1.15
MOST_LINES = 6

_THOUSANDTHS = {
    191: "'",
    222: "ijl‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft·ı",
    334: "()-`r{}“”",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£§«»ð–€",
    584: "+<=>~¬×±",
    611: "FTZ¿ßø",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐ",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _THOUSANDTHS.items() for character in characters}
_BOLDER = 1.1
_UNSEEN = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that turn the order of what stands around them: in a name they can only mislead."""


def cleaned(text: str) -> str:
    """Put a text on one line and free of what no drawing holds: control characters, lone surrogates, bidi turns."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    allowed = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in _UNSEEN.sub("", text))
    kept = (c for c in allowed if unicodedata.category(c) not in {"Cs", "Cn"} and not 0xFDD0 <= ord(c) <= 0xFDEF)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def width(text: str, *, size: float = SIZE, bold: bool = False) -> float:
    """Return the width of a text in drawing units."""
    return sum(_width(character) for character in text) * size / 1000 * (_BOLDER if bold else 1)


def _width(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return _WIDTHS.get(unicodedata.normalize("NFD", character)[0], 1000)


def wrapped(name: str, room: float, *, bold: bool = False, most: int = MOST_LINES) -> tuple[str, ...]:
    """Break a name into lines no wider than `room`: words too long are cut, too many lines end in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in (piece for each in cleaned(name).split() for piece in _pieces(each, room, bold)):
        longer = f"{line} {word}" if line else word
        if line and width(longer, bold=bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line or "(no name)")
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(f"{last}…", bold=bold) > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}…")


def _pieces(word: str, room: float, bold: bool) -> list[str]:
    if width(word, bold=bold) <= room:
        return [word]
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character, bold=bold) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def balanced(name: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a name into as few lines as `room` allows, of about the same length: no lonely last word."""
    lines = wrapped(name, room, bold=bold)
    if not 1 < len(lines) <= MOST_LINES or lines[-1].endswith("…"):
        return lines
    longest = max(width(word, bold=bold) for word in cleaned(name).split())
    low, high = min(max(room / 2, longest), room), room
    while high - low > 1:
        middle = (low + high) / 2
        if len(wrapped(name, middle, bold=bold, most=len(lines) + 1)) > len(lines):
            low = middle
        else:
            high = middle
    return wrapped(name, high, bold=bold)
