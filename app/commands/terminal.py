"""Parts of answers as a terminal shows them: sentences, indented lines, tables."""

from collections.abc import Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.commands.common import out


def print_sentences(said: Sequence[str]) -> None:
    """Print an answer in sentences, the first one bold; empty ones are left out."""
    out.print(Text(said[0], style="bold"))
    for text in said[1:]:
        if text:
            out.print(Text(text))


def print_indented(text: str | Text, style: str = "") -> None:
    """Print what belongs to the line above, its later lines indented as well."""
    out.print(Padding(Text(text, style=style) if isinstance(text, str) else text, (0, 0, 0, 2)))


def print_whole(text: str, style: str = "") -> None:
    """Print a line that only the terminal breaks, so that it is copied as one."""
    out.print(Text(text, style=style), soft_wrap=True)


def print_table(headings: Sequence[str], lines: Sequence[Sequence[object]]) -> None:
    """Print a table under an empty line."""
    table = Table(title_justify="left", show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(Text(heading))
    for line in lines:
        # What a cell says is only ever text: square brackets in a name are no markup.
        table.add_row(*(Text(str(cell)) for cell in line))
    out.print()
    out.print(table)
