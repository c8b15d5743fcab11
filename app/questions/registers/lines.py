"""The register of lines: what joins which bodies, as the sources have it."""

from app.domain.english import ordinary
from app.domain.records import Line
from app.domain.vocabulary import Certainty, FactStatus
from app.questions.registers import cells
from app.questions.registers.cells import Entry
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row

COLUMNS = (
    Column("from", "From"),
    Column("line", "Line"),
    Column("to", "To"),
    Column("label", "Called by the source", expected=False),
    Column("amount", "Amount in £", expected=False),
    Column("per", "Amount per", expected=False),
    Column("status", "Status", expected=False),
    Column("since", "Since", in_one_line=True),
    Column("until", "Until", expected=False, in_one_line=True),
    Column("doubt", "Certainty", expected=False),
    Column("note", "Note", expected=False),
    Column("type", "Type", in_files_alone=True),
    Column("fromId", "From id", in_files_alone=True),
    Column("toId", "To id", in_files_alone=True),
)


def _rows(place: PlaceRead) -> list[Row]:
    rows = [Row(line.id, _entries(place, line), line.citations) for line in place.standing.lines]
    return sorted(rows, key=lambda row: (row["from"].order, row["line"].order, row["to"].order, row.id))


def _entries(place: PlaceRead, line: Line) -> dict[str, Entry]:
    standing = place.standing
    return {
        "from": cells.bodies(standing, [line.from_id]),
        "line": cells.words(ordinary(line.type)),
        "to": cells.bodies(standing, [line.to_id]),
        "label": cells.words(line.label),
        "amount": cells.number(line.amount),
        "per": cells.words(line.amount_per),
        "status": cells.said(line.status if line.status is FactStatus.PROPOSED else None),
        "since": cells.day(line.period.since),
        "until": cells.day(line.period.until),
        "doubt": cells.said(line.certainty if line.certainty is not Certainty.STATED else None),
        "note": cells.words(line.note),
        "type": cells.words(line.type.value),
        "fromId": cells.words(line.from_id),
        "toId": cells.words(line.to_id),
    }


LINES = Kind(
    "lines",
    "Lines",
    "What joins the bodies: what reports to what, is part of what, is funded or served by whom.",
    "line",
    "lines",
    COLUMNS,
    _rows,
)
