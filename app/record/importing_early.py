"""A spreadsheet is read while something else is waited for, such as the engine of a command that starts."""

import threading

from app.exchange.sheets.cells import Sheet, Unreadable
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.workbooks import Counting


class ReadEarly:
    """Reads a file's sheets from now on, and hands them over once."""

    def __init__(self, name: str, raw: bytes) -> None:
        """Begin; whoever does not want them any more need not wait."""
        self._found: list[Sheet] = []
        self._wrong: Unreadable | None = None
        self._counting: Counting | None = None
        self._thread = threading.Thread(target=self._read, args=(name, raw), daemon=True)
        self._thread.start()

    def sheets(self, counting: Counting) -> list[Sheet]:
        """Wait for the sheets, or Unreadable; none the second time: whoever has them lets go of them meanwhile."""
        self._counting = counting
        self._thread.join()
        if self._wrong:
            raise self._wrong
        found, self._found = self._found, []
        return found

    def _count(self, rows: int) -> None:
        if self._counting:
            self._counting(rows)

    def _read(self, name: str, raw: bytes) -> None:
        try:
            self._found = sheets_of(name, raw, self._count)
        except Unreadable as error:
            self._wrong = error
