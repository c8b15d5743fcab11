"""The columns of a spreadsheet, for whoever says what they mean: headings, a few of their values, how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.folding import folded
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Row, Sheet, letters
from app.exchange.sheets.headings import (
    NOT_READ,
    Chosen,
    Headings,
    by_letter,
    chosen_in,
    headings_in,
    looks_like_a_seat,
    without_headings,
)

SAMPLES = 3
MOST = 60
"""Columns that are shown."""
_LOOKED_AT = 200
"""Rows at the top among which the headings are, and the values of each column."""
_LETTERS = 60


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column as whoever made the sheet has it, and as it is read."""

    sheet: str
    letter: str
    heading: str
    samples: tuple[str, ...]
    read_as: str
    """One of our own headings; `-` where it is not read."""
    doubtful: bool
    """Whether somebody should look: its heading is not understood, another column says the same, or it is unsure."""
    unsure: bool = False
    """Whether it has bodies, and may say whom the seats are for or whom people work for."""


def columns_seen(sheets: Sequence[Sheet], beside: Beside) -> list[ColumnSeen]:
    """List the columns of every sheet that is not hidden, each heading once, with the first values below it."""
    chosen = chosen_in(beside.columns)
    found: dict[str, ColumnSeen] = {}
    for sheet in sheets:
        rows = sheet.rows[:_LOOKED_AT]
        at, headings = _found(rows, chosen)
        if at is None or sheet.hidden:
            continue
        if headings is None and looks_like_a_seat(rows[at]):
            headings = without_headings(chosen)
            for column, _ in rows[at].filled():
                said, samples = by_letter(column), _samples(rows[at:], column)
                seen = _seen(sheet.name, column, said, samples, headings, folded(said) in chosen)
                found.setdefault(folded(said), seen)
            continue
        for column, text in rows[at].filled():
            heading = " ".join(text.split())
            if folded(heading) not in found and len(found) < MOST:
                samples = _samples(rows[at + 1 :], column)
                found[folded(heading)] = _seen(
                    sheet.name, column, heading, samples, headings, folded(heading) in chosen
                )
    return list(found.values())


def _found(rows: Sequence[Row], chosen: Chosen) -> tuple[int | None, Headings | None]:
    """Return where the headings are, and what they say: of two rows of them the lower one."""
    for at, row in enumerate(rows):
        if headings := headings_in(row, chosen=chosen, below=rows[at + 1 :]):
            lower = headings_in(rows[at + 1], headings, chosen, rows[at + 2 :]) if at + 1 < len(rows) else None
            return (at + 1, lower) if lower else (at, headings)
    return _guessed(rows), None


def _seen(
    sheet: str, column: int, heading: str, samples: tuple[str, ...], headings: Headings | None, is_chosen: bool
) -> ColumnSeen:
    read_as = headings.by_column.get(column, NOT_READ) if headings else NOT_READ
    unsure = headings is not None and column in headings.unsure and bool(samples)
    doubtful = headings is None or column in headings.twice or read_as == NOT_READ or unsure
    return ColumnSeen(sheet, letters(column + 1), heading[:200], samples, read_as, doubtful and not is_chosen, unsure)


def _guessed(rows: Sequence[Row]) -> int | None:
    """Guess which row has the headings where none is understood: the first with several texts and no number."""
    for at, row in enumerate(rows):
        texts = [text for _, text in row.filled()]
        if len(texts) > 1 and not any(any(letter.isdigit() for letter in text) or len(text) > 100 for text in texts):
            return at
    return None


def _samples(rows: Sequence[Row], column: int) -> tuple[str, ...]:
    texts = (" ".join(row.texts[column].split()) for row in rows if column < len(row.texts))
    return tuple(text[:_LETTERS] for text in dict.fromkeys(texts) if text)[:SAMPLES]
