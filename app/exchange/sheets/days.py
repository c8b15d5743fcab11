"""A sheet of who came to many meetings: a row for each person, a column for each day."""

from collections.abc import Iterator
from dataclasses import replace

from app.exchange.sheets.cells import Cell, Spot
from app.exchange.sheets.people import is_nobody
from app.exchange.sheets.tables import Block

ON_DAY = "on_day"
"""The column of a row that says how somebody came on the day of one meeting."""


def meetings_of(block: Block, notes: list[str]) -> Iterator[Block]:
    """Divide a table with a column a day into one a meeting, in which each row says how somebody came on that day."""
    for column, day in block.headings.days.items():
        columns = {name: at for name, at in block.headings.columns.items() if name in {"name", "for", "source"}}
        headings = replace(block.headings, columns=columns | {ON_DAY: column}, days={})
        records = [record._replace(at=record.at._replace(headings=headings), held={}) for record in block.records]
        said = [record for record in records if not is_nobody(record.cell(ON_DAY).text)]
        if said:
            spot = Spot(block.sheet, block.row, column + 1, day)
            yield replace(block, headings=headings, above=block.above | {"date": Cell(day, spot)}, records=said)
        else:
            notes.append(f"Nobody is said to have come on {day}: no meeting is recorded of that day.")
