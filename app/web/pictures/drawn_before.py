"""Drawings that were made before: those of this process, and on disk those of earlier ones.

A drawing is kept by everything that it depends on, the code that draws among it, so none can be out of date. On disk it
is text, in a folder of bounded size within the data folder; one that is damaged is drawn anew.
"""

from collections.abc import Callable, Hashable
from functools import cached_property

from app.diagram.draw import Drawing
from app.diagram.stored import as_bytes, from_bytes, key_of, program
from app.reading.explorer import Explorer
from app.reading.keeping import Kept, Shelf
from app.reading.shelved_files import ShelvedFiles, drawings_in


def _room_of(drawing: Drawing) -> int:
    return sum(len(text or "") for text in (drawing.svg, drawing.svg_narrow, drawing.svg_file, drawing.data_json))


DRAWINGS: Shelf[Drawing] = Shelf("drawings", 16_000_000, _room_of)
"""By everything that is shown, some 40 of whole places; the folder has more of them, quicker read than drawn."""
_BEFORE: "Shelf[DrawnBefore]" = Shelf("where drawings are kept over restarts", 1)


class DrawnBefore:
    """What to ask for a drawing before it is drawn; for threads."""

    def __init__(self, kept: Kept[Drawing], files: ShelvedFiles | None) -> None:
        """Take where this process keeps drawings, and where all processes do; nowhere, of what is not for everybody."""
        self._kept, self._files = kept, files

    @cached_property
    def _program(self) -> str:
        return program()

    def once_in_thread(self, key: Hashable, version: Hashable, make: Callable[[], Drawing]) -> Drawing:
        """Return what is kept under a key, else what is on disk, else what `make` makes."""
        return self._kept.once_in_thread(key, version, lambda: self._found(key, make))

    def _found(self, key: Hashable, make: Callable[[], Drawing]) -> Drawing:
        if self._files is None:
            return make()
        try:
            name = key_of(key, self._program)
        except TypeError:  # a name with half a letter in it, which no text can hold
            return make()
        if content := self._files.find(name):
            try:
                return from_bytes(content)
            except ValueError:
                pass  # of a program that calls itself as this one does: drawn anew
        drawing = make()
        self._files.keep(name, as_bytes(drawing))
        return drawing


def drawings_of(explorer: Explorer) -> DrawnBefore:
    """Return what an explorer has drawn before."""
    kept = explorer.kept
    files = None if explorer.clearance else drawings_in(explorer.settings.data_dir)
    return kept[_BEFORE].once_in_thread("", None, lambda: DrawnBefore(kept[DRAWINGS], files))
