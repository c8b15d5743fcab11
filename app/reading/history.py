"""What was once so of a body: lines that have ended."""

from datetime import date

from app.domain.records import Line
from app.reading.explorer import Explorer
from app.store import rows

MOST = 200
"""Lines that are listed."""


async def find_ended_lines(explorer: Explorer, of: str, on: date) -> list[Line]:
    """Return the lines from and to a body that had ended before a day, the last to end first; proposals left out."""
    found = await explorer.database.read("list_ended_lines", id=of, on=on, limit=MOST)
    return sorted(map(rows.line, found), key=lambda line: (line.period.until or "", line.id), reverse=True)
