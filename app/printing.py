r"""The one way to a terminal: names, keys and file names arrive there as text to read, never as orders to obey.

A name may hold what clears a screen, moves the cursor or turns the direction of writing. Whatever cannot be seen is
shown by its number, as Python and JSON write it: `\x1b`, `\u202e`.
"""

import json
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from app.domain.visible import can_be_seen, visible


class Terminal(Console):
    """A console on which every text is one line, after the line feeds that it begins with, and holds no orders."""

    def render_str(self, text: str, **options: Any) -> Text:
        """Read a plain string before rich drops from it what it takes for orders."""
        return super().render_str(_as_line(text), **options)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Return the pieces of what is to be printed, of tables and paddings too."""
        shown = self.render_str(renderable) if isinstance(renderable, str) else renderable
        shown = _line_of(self, shown) if isinstance(shown, Text) else shown
        for segment in super().render(shown, options):
            if segment.control:
                yield segment
            else:
                yield Segment(visible(segment.text, keep="\n"), segment.style)

    def print_line(self, text: str) -> None:
        """Print a sentence in one line, however wide the terminal is."""
        self.print(text, markup=False, highlight=False, soft_wrap=True)

    def print_text(self, text: str) -> None:
        """Print text of many lines as it is, such as a schema."""
        self.file.write(visible(text, keep="\n"))

    def print_json(self, value: object) -> None:  # type: ignore[override]
        """Print a value for other programs; what cannot be seen is escaped, letters of all languages are not."""
        self.file.write(json_text(value) + "\n")


def json_text(value: object) -> str:
    """Write a value as JSON in which every character can be seen."""
    written = json.dumps(value, indent=2, ensure_ascii=False)
    if written.replace("\n", "").isprintable():
        return written
    return "".join(c if c == "\n" or can_be_seen(c) else _escaped(c) for c in written)


def _escaped(character: str) -> str:
    """Write a character as JSON does: one number, or two for those beyond U+FFFF."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _as_line(text: str) -> str:
    """Make a text one line, apart from the line feeds that it begins with."""
    rest = text.lstrip("\n")
    return "\n" * (len(text) - len(rest)) + visible(rest)


def _line_of(console: Console, text: Text) -> Text:
    """Make a styled text one line in the same way, with its styles where they were."""
    if _as_line(text.plain) == text.plain:
        return text
    start = len(text.plain) - len(text.plain.lstrip("\n"))
    shown = text[:start]
    shown.end, shown.justify, shown.overflow, shown.no_wrap = text.end, text.justify, text.overflow, text.no_wrap
    for index, character in enumerate(text.plain[start:], start):
        style = text.get_style_at_offset(console, index)
        shown.append(visible(character), style)
    return shown


# Without emoji: `file.yaml:100:3` is a place in a file, and no picture of a hundred.
out, err = Terminal(emoji=False), Terminal(stderr=True, emoji=False)


def tell_unexpected(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    """Print what nobody foresaw, for those who put it right."""
    import traceback

    err.print_text("".join(traceback.format_exception(kind, error, trace)))
