"""The documents that facts come from, as a table to keep."""

from app.domain.english import name_order
from app.exchange.tables import Table
from app.questions.exporting import Export, TableAsked
from app.reading.explorer import Explorer
from app.reading.search import has_text

_HEADINGS = ("Title", "Publisher", "Creators", "Published", "Read", "Address", "Note", "Source id")


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    sources = (await explorer.catalogue.contents()).sources.values()
    shown = [it for it in sources if not asked.find or has_text(asked.find, it.title, it.publisher or "")]
    rows = [
        (it.title, it.publisher, "; ".join(it.creators), it.published, it.read, it.url, it.note, it.id)
        for it in sorted(shown, key=lambda source: name_order(source.title))
    ]
    return Table("Sources", _HEADINGS, rows)


EXPORT = Export(name="sources", summary="The documents that facts come from, as a table", takes=("find",), make=_make)
