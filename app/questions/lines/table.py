"""Every line of a place as a table: what it is in words and as the code has it, and what its source calls it."""

from functools import partial

from app.domain import records as r
from app.domain.english import ordinary
from app.domain.standing import Standing
from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, standing_of

_HEADINGS = (
    *(
        "Place",
        "From",
        "Line",
        "To",
        "Called by the source",
        "Type",
        "Amount",
        "Amount per",
        "Status",
        "Since",
        "Until",
    ),
    *("Certainty", "Note", "Sources", "From id", "To id", "Line id", "As things stood on"),
)


def _rows(standing: Standing, place: r.Area, contents: Contents) -> list[tuple[Cell, ...]]:
    """Return a row a line, by the names of its ends."""
    lines = sorted(standing.lines, key=lambda it: (standing.name(it.from_id), it.type, standing.name(it.to_id), it.id))
    return [
        (
            place.name,
            standing.name(line.from_id),
            ordinary(line.type),
            standing.name(line.to_id),
            line.label,
            line.type.value,
            int(line.amount) if line.amount and line.amount.is_integer() else line.amount,
            line.amount_per,
            line.status.value,
            line.period.since,
            line.period.until,
            line.certainty.value,
            line.note,
            sources_said(line.citations, contents.sources),
            line.from_id,
            line.to_id,
            line.id,
            standing.on.isoformat(),
        )
        for line in lines
    ]


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    contents = await explorer.catalogue.contents()
    # A line between two places is one of both, and listed once.
    found: dict[Cell, tuple[Cell, ...]] = {}
    at = _HEADINGS.index("Line id")
    for id_ in await areas_asked(explorer, asked.area):
        standing = await standing_of(explorer, id_, asked.as_at)
        for row in await explorer.aside(partial(_rows, standing, contents.areas[id_], contents)):
            found.setdefault(row[at], row)
    return Table("Lines", _HEADINGS, list(found.values()))


EXPORT = Export(name="lines", summary="Every line between bodies, as a table", takes=("area", "as_at"), make=_make)
