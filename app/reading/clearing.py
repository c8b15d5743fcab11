"""What readers with clearance see: an explorer for all who may read the same, with everything that it keeps.

Nothing that is kept for one clearance is ever looked for by another, since each has shelves of its own; what is not
about facts, such as threads and the version of the data, is shared.
"""

import dataclasses
from collections import OrderedDict

from app.domain.clearance import Clearance
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.keeping import Keeping, Shelf
from app.store.cleared import ClearedDatabase
from app.store.reader import Reader

MOST = 6
"""Clearances that are kept: each may take what the public's takes."""
_READERS: "Shelf[Readers]" = Shelf("what readers with clearance see", 1)


class Readers:
    """The explorers of the clearances that were asked for last."""

    def __init__(self) -> None:
        """Start with none."""
        self._explorers: OrderedDict[Clearance, Explorer] = OrderedDict()

    def of(self, explorer: Explorer, clearance: Clearance) -> Explorer:
        """Return the explorer of a clearance over the public's."""
        found = self._explorers.get(clearance)
        if found is None:
            found = self._explorers[clearance] = _cleared(explorer, clearance)
        self._explorers.move_to_end(clearance)
        while len(self._explorers) > MOST:
            self._explorers.popitem(last=False)
        return found


def explorer_for(explorer: Explorer, clearance: Clearance) -> Explorer:
    """Return what answers questions for a reader with clearance; for everybody else it is the public's explorer."""
    if not clearance:
        return explorer
    readers = explorer.kept[_READERS].once_in_thread("", None, Readers)
    return readers.of(explorer, clearance)


def _cleared(explorer: Explorer, clearance: Clearance) -> Explorer:
    database, kept = ClearedDatabase(explorer.database, clearance), Keeping()
    catalogue = Catalogue(database, kept, explorer.aside, explorer.versions)
    return dataclasses.replace(
        explorer, database=database, reader=Reader(database), catalogue=catalogue, kept=kept, clearance=clearance
    )
