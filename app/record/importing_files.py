"""A file of whichever format into the database: what it is is found from what is in it."""

from collections.abc import Callable, Mapping
from typing import Unpack

from app.errors import BadInput
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.moderngov_in import entries_of_moderngov
from app.exchange.formats.organogram_in import entries_of_organogram
from app.exchange.formats.popolo_in import entries_of_popolo
from app.exchange.incoming.sorts import MODERNGOV, ORG, ORGANOGRAM, POPOLO, Sort, sort_of
from app.exchange.sheets.asking import Beside
from app.record.importing import import_sheet
from app.record.importing_additions import import_additions
from app.record.importing_orders import How
from app.record.importing_places import import_places
from app.record.importing_steps import Imported
from app.store.database import Database


def entries_of_org(raw: bytes, place: str, title: str) -> EntriesRead:
    """Read linked data; what reads it is imported by whoever has some."""
    from app.exchange.formats.org_in import entries_of_org

    return entries_of_org(raw, place, title)


ADDING: Mapping[str, Callable[[bytes, str, str], EntriesRead]] = {
    POPOLO: entries_of_popolo,
    ORG: entries_of_org,
    MODERNGOV: entries_of_moderngov,
    ORGANOGRAM: entries_of_organogram,
}
"""What reads a file that only adds to a place, from its bytes, the place's id and a title for it as a source."""


async def import_file(
    database: Database, name: str, raw: bytes, area: str, *, beside: Beside | None = None, **how: Unpack[How]
) -> Imported:
    """Import a file, all of it or nothing: a spreadsheet, or what any of the open formats that come back has written.

    What each parameter says is as `import_sheet` and `import_places` have it. A spreadsheet wants a place, and so does
    what only adds to one.
    """
    sort = sort_of(name, raw)
    if sort is not None and beside not in (None, Beside()):
        raise BadInput(
            "This file says its own sources, bodies and dates: leave out what is asked beside a spreadsheet."
        )
    if isinstance(sort, Sort):
        return await import_places(database, name, lambda: sort.read(name, raw), area, **how)
    if not area and not how.get("new"):
        raise BadInput("Choose the place that the file is of.")
    if how.get("new") and not how.get("may_make", True):
        raise BadInput("Choose a place that is there already.")
    if sort is None:
        return await import_sheet(database, name, raw, area, beside=beside, **how)
    return await import_additions(database, name, lambda place: ADDING[sort](raw, place, name), area, **how)
