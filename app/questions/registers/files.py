"""Registers to keep: the same rows as a table for a spreadsheet, and as JSON."""

from typing import Any

from app.domain.records import Source
from app.exchange.tables import Cell, Table
from app.questions.exporting import sources_said
from app.questions.registers import words
from app.questions.registers.ask import ToldRoll
from app.questions.registers.rolls import Row


def as_table(told: ToldRoll, sources: dict[str, Source]) -> Table:
    """Return a register with all its columns, also those that a page leaves out, and with the sources of each row."""
    kind = told.roll.kind
    headings = ("Place", *(column.heading for column in kind.columns), "Sources", "Id", "As things stood on")
    return Table(kind.title, headings, [tuple(_cells(told, row, sources).values()) for row in told.roll.rows])


def as_json(told: ToldRoll, sources: dict[str, Source]) -> dict[str, Any]:
    """Return a register as JSON: what it is, its columns, and its rows by the columns' words."""
    roll = told.roll
    headings = {"place": "Place", **{column.key: column.heading for column in roll.kind.columns}}
    headings |= {"sources": "Sources", "id": "Id", "asAt": "As things stood on"}
    return {
        "register": roll.kind.key,
        "title": words.title(told),
        "answer": words.opening(told),
        "places": [area.id for area in told.areas],
        "on": told.as_at.on.isoformat(),
        "includeProposed": told.as_at.include_proposed,
        "columns": [{"key": key, "heading": heading} for key, heading in headings.items()],
        "rows": [_cells(told, row, sources) for row in roll.rows],
    }


def _cells(told: ToldRoll, row: Row, sources: dict[str, Source]) -> dict[str, Cell]:
    """Return the cells of a row by the words of their columns, in the order of a file."""
    return {
        "place": row.place,
        **{column.key: row[column.key].value for column in told.roll.kind.columns},
        "sources": sources_said(row.citations, sources),
        "id": row.id.partition(" ")[0].partition("#")[0],
        "asAt": told.as_at.on.isoformat(),
    }
