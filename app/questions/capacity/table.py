"""The same as a table to keep."""

from app.domain import records as r
from app.domain.english import listed, ordinary
from app.exchange.tables import Table
from app.questions.capacity.ask import COLUMNS, NOT_RECORDED, Capacities, cell, find_capacities
from app.questions.exporting import Export, TableAsked, sources_said
from app.reading.explorer import Explorer


def _table(found: Capacities, sources: dict[str, r.Source]) -> Table:
    """Return the same as a table to keep, with the sources of each row."""
    names = {area.id: area.name for area in found.areas}
    known = ("Name", "Place", "Sort", "Status", *(column.heading for column in COLUMNS))
    headings = (*known, "Sources", "Id", "As things stood on")
    return Table(
        "Capacity",
        headings,
        [
            (
                body.name,
                listed([names[id_] for id_ in body.area_ids if id_ in names]),
                ordinary(body.classification),
                ordinary(body.status),
                *(cell(body, column) or NOT_RECORDED for column in COLUMNS),
                sources_said(body.citations, sources),
                body.id,
                found.on.isoformat(),
            )
            for body in found.bodies
        ],
    )


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    found = await find_capacities(explorer, asked.areas, asked.as_at.on, sort=asked.sort, descending=asked.descending)
    return _table(found, (await explorer.catalogue.contents()).sources)


EXPORT = Export(
    name="capacity", summary="What forums have to work with, as a table", takes=("areas", "on", "sort"), make=_make
)
