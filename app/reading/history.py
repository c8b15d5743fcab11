"""What was once so of a body: lines that have ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.bodies import has_ended
from app.domain.english import listed, with_article
from app.domain.records import Line, Organization
from app.reading.explorer import Explorer
from app.store import rows

MOST = 200
"""Lines that are listed."""


@dataclass(frozen=True, slots=True)
class EndedLine:
    """A line that is no more."""

    line: Line
    because: str
    """Where its own end is not recorded, which end of it is no more: `until the Old Board ended`."""


async def find_ended_lines(explorer: Explorer, of: str, on: date) -> list[Line]:
    """Return the lines from and to a body that had ended before a day, the last to end first; proposals left out."""
    found = await explorer.database.read("list_ended_lines", id=of, on=on, limit=MOST)
    return sorted(map(rows.line, found), key=lambda line: (line.period.until or "", line.id), reverse=True)


def with_reasons(lines: list[Line], bodies: Mapping[str, Organization], on: date) -> tuple[EndedLine, ...]:
    """Say of lines between known bodies why they are no more where that is not their own end."""
    return tuple(
        EndedLine(line, _because(line, bodies, on)) for line in lines if line.from_id in bodies and line.to_id in bodies
    )


def _because(line: Line, bodies: Mapping[str, Organization], on: date) -> str:
    if line.period.until:
        return ""
    ended = [with_article(bodies[id_].name) for id_ in (line.from_id, line.to_id) if has_ended(bodies[id_], on)]
    return f"until {listed(ended)} ended"
