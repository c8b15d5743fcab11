"""From when to when somebody has a seat, by the cells of a row that say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.english import capitalized
from app.domain.vocabulary import Basis
from app.exchange.sheets.dates import SINCE, UNTIL
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.tables import Record


@dataclass(slots=True)
class SaidDates:
    """The dates of a row; what stands in a cell of dates may also say how the holder is chosen."""

    since: str | None = None
    until: str | None = None
    term_ends: str | None = None
    basis: Basis = Basis.NOT_RECORDED


def dates_in(draft: Draft, record: Record, *, from_is_a_body: bool) -> SaidDates:
    """Read the cells of dates of a row: a word before a date says which end of a term it is, before its column does.

    Whoever is there ex officio has no term: that is how they are chosen.
    """
    found = SaidDates()
    for column in ("since", "until", "term_ends"):
        text = record.text(column)
        if not text or (from_is_a_body and column == "since"):
            continue
        said = draft.remembered.when(text)
        if said.basis:
            found.basis = said.basis
            continue
        date = draft.date_known(said.date) or draft.date(record.cell(column).part(said.date))
        says = column
        if said.end == UNTIL and column == "since":
            says = "term_ends"
        elif said.end == SINCE:
            says = "since"
        if date and not getattr(found, says):
            setattr(found, says, date)
    return found


def starts_in(
    draft: Draft, record: Record, number: int, since: str | None, *, from_is_a_body: bool
) -> Sequence[str | None]:
    """Return since when each of several is there: the cell may have a year for each, such as `since 2019/2022`."""
    text = record.text("since")
    years = draft.remembered.when(text).years if text and not from_is_a_body else ()
    if years and len(years) != number:
        cell = record.cell("since")
        draft.notes.append(f"{capitalized(str(cell.spot))}: '{cell.text}' is read as {years[0]}.")
    return years if len(years) == number else [since] * number
