"""The same as a table to keep."""

from collections.abc import Sequence

from app.domain import records as r
from app.exchange.tables import Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.relationships.ask import (
    NAMES,
    RelationshipMap,
    dimension_name,
    find_relationships,
)
from app.reading.explorer import Explorer


def _table(found: Sequence[RelationshipMap], sources: dict[str, r.Source]) -> Table:
    """Return the cells as a table to keep, one row each."""
    headings = (
        "Place",
        "Service",
        "Dimension",
        "Rating",
        "What the source says of it",
        "Mapped by",
        "On",
        "Flags",
        "Sources",
    )
    return Table(
        "Relationship map",
        headings,
        [
            (
                it.area.name,
                it.bodies[cell.organization_id].name,
                dimension_name(cell.dimension),
                NAMES[cell.rating],
                cell.summary or "",
                it.bodies[cell.by_id].name if cell.by_id and cell.by_id in it.bodies else "",
                cell.on or "",
                cell.flag_count,
                sources_said(cell.citations, sources),
            )
            for it in found
            for cell in it.cells
        ],
    )


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    maps = await find_relationships(explorer, asked.area, asked.as_at.on)
    return _table(maps, (await explorer.catalogue.contents()).sources)


EXPORT = Export(name="relationships", summary="The relationship map, as a table", takes=("area", "on"), make=_make)
