"""The same as a table to keep."""

from app.domain.as_at import AsAt
from app.exchange.tables import Table
from app.questions.changes.ask import KIND_NAMES, Changes, find_changes
from app.questions.exporting import Export, TableAsked, sources_said
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer

_HEADINGS = ("Date", "Kind", "What changed", "Bodies", "Certainty", "Sources", "Of", "Id", "Between", "And")


def _table(found: Changes, contents: Contents) -> Table:
    """Return the changes as a table, a row each, by date; what has no date is last."""
    rows = [
        (
            change.date,
            KIND_NAMES[change.kind],
            change.explanation,
            "; ".join(body.name for body in found.bodies(change)),
            change.certainty.value,
            sources_said(change.citations, contents.sources),
            {"Organization": "body", "Post": "seat", "Line": "line"}[change.subject_type],
            change.subject_id,
            found.since.isoformat(),
            found.until.isoformat(),
        )
        for change in found.changes
    ]
    return Table("Changes", _HEADINGS, rows)


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    found = await find_changes(
        explorer,
        area=asked.area,
        organization=asked.of or None,
        since=asked.since,
        as_at=AsAt(asked.until or asked.as_at.on, asked.as_at.include_proposed),
    )
    return _table(found, await explorer.catalogue.contents())


EXPORT = Export(
    name="changes",
    summary="What changed between two days, as a table",
    takes=("of", "area", "between", "as_at"),
    make=_make,
)
