"""The same as a table to keep."""

from app.exchange.tables import Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.gaps.ask import GapsFound, find_gaps_of
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer


def _table(found: GapsFound, contents: Contents) -> Table:
    """Return the findings as a table for spreadsheets, a row each."""
    headings = ("Place", "Body", "Kind", "About", "Finding", "A source says so", "Certainty", "What would close it")
    rows = [
        (
            finding.area.name,
            finding.body.name,
            finding.kind_name,
            finding.subject_name,
            finding.explanation,
            "yes" if finding.recorded_as_none else "no",
            finding.certainty.value,
            finding.remedy,
            sources_said(finding.gap.citations, contents.sources),
            finding.gap.subject_id,
            finding.body.id,
            found.on.isoformat(),
            finding.id,
        )
        for finding in found.findings
    ]
    return Table("Gaps", (*headings, "Sources", "Subject id", "Body id", "As things stood on", "Finding id"), rows)


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    found = await find_gaps_of(explorer, asked.area, asked.kinds, asked.as_at)
    return _table(found, await explorer.catalogue.contents())


EXPORT = Export(name="gaps", summary="Gaps, as a table", takes=("area", "kinds", "as_at"), make=_make)
