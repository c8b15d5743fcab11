"""The one check of the data format, for entries that a sheet says: what it objects to is told at the cell."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.exchange import place_format as form
from app.exchange.entries.spelling import SpelledLater, spelled
from app.exchange.limits import Spare
from app.exchange.problems import Problem
from app.exchange.reading import Reading
from app.exchange.sheets.cells import AT_ONCE, Counted, Spot, nobody_counts
from app.exchange.sheets.helper import Helper
from app.exchange.sheets.parts import SECTIONS, Around, Part, take
from app.exchange.sheets.shared_out import SharedOut
from app.exchange.sheets.spots import Placing
from app.exchange.validation import sections
from app.exchange.yaml_files import Checked, FilesRead, read_into
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

_ELSEWHERE = re.compile(r"; see [^;]*\{line\}$")


def checked_sheet(
    file: str,
    place: form.PlaceFile,
    spots: Placing,
    known: Mapping[str, str],
    closed: Collection[str],
    *,
    most: int,
    areas: Sequence[form.Area] = (),
    sources: Sequence[form.Source] = (),
    moves: Mapping[str, str] | None = None,
    recorded: Collection[str] | None = None,
    step: Counted = nobody_counts,
    helper: Helper | None = None,
) -> Checked:
    """Check a place's entries and make facts of them; doubts are told only of what the sheet says.

    `known` and `closed` are as `read_files` has them; `areas` and `sources` are new ones, of all
    places; `moves` are ids that are others, as `begin_files` has them; `recorded` is as `Reading` has it. The sections
    of the place's file are let go of entry by entry. `step` is told how many entries are read, and of how many.
    `helper` checks a part of them meanwhile.
    """
    reading, ids = Reading(most, doubting=True, spare=Spare(facts=most), recorded=recorded), set[str]()
    documents = list[InCells]()
    if areas:
        documents.append(InCells(file, spelled(form.AreasFile.model_construct(areas=list(areas))), {}))
        read_into(reading, documents[0], Path("areas.yaml"), ids)
    if sources:
        documents.append(InCells(file, spelled(form.SourcesFile.model_construct(sources=list(sources))), {}))
        read_into(reading, documents[-1], Path("sources.yaml"), ids)
    documents.append(InCells(file, None, spots))
    sharing = _Sharing(helper, reading, documents[-1], place, known, recorded) if helper and not moves else None
    documents[-1].value = _spelled_later(place, moves, step, sharing)
    read_into(reading, documents[-1], Path(f"{place.place}.yaml"), ids, moves)
    return FilesRead(reading, list(documents), ids).checked(known, closed)


class _Sharing:
    """What a second process is told of a file, a part of which it checks."""

    def __init__(
        self,
        helper: Helper,
        reading: Reading,
        document: Document,
        place: form.PlaceFile,
        known: Mapping[str, str],
        recorded: Collection[str] | None,
    ) -> None:
        self.helper, self._reading, self._document, self._place = helper, reading, document, place.place
        self._sources = frozenset(source.id for source in place.sources)
        self._shared = {id_: label for id_, label in known.items() if label in {"Source", "Area"}}
        own = f"{place.place}/"
        self._recorded = None if recorded is None else frozenset(id_ for id_ in recorded if id_.startswith(own))

    def section(self, name: str, said: list[Any], count: Callable[[], None]) -> SharedOut:
        """Share a section out."""
        return SharedOut(said, count, self.helper, partial(self._around, name), self._take)

    def _around(self, section: str) -> Around:
        reading, labels = self._reading, self._shared | self._reading.labels
        return Around(section, self._place, reading.today, reading.doubting, labels, self._sources, self._recorded)

    def _take(self, part: Part) -> bool:
        return take(self._reading, self._document, part)


def _spelled_later(
    place: form.PlaceFile, moves: Mapping[str, str] | None, step: Counted, sharing: _Sharing | None
) -> dict[str, object]:
    """Spell a place's file, its sections only as their entries are asked for; what moves is looked through at once."""
    if moves:
        return spelled(place)
    long = sections(form.PlaceFile)
    outside = place.model_copy(update={name: [] for name in long})
    whole = sum(len(getattr(place, name)) for name in long)
    read = 0

    def count() -> None:
        nonlocal read
        read += 1
        if read % AT_ONCE == 0:
            step(read, whole)

    return spelled(outside) | {
        name: sharing.section(name, said, count) if sharing and name in SECTIONS else SpelledLater(said, count)
        for name in long
        if (said := getattr(place, name))
    }


def _as_said(expected: str) -> str:
    """Leave out the line of another fact, since there are none, and say what a cell would say, not a file."""
    said = _ELSEWHERE.sub("", expected)
    return said.replace(" line {line}", "").replace("'heldAs' says how", "write (job share) after their names")


class InCells(Document):
    """Entries whose values stand in cells, as far as the sheet says them."""

    def __init__(self, file: str, value: object, spots: Placing, beside: str = "what is recorded") -> None:
        super().__init__(file, value)
        self.spots, self.beside = spots, beside

    def empty(self) -> Document:
        """Return another of the same file, which tells of a cell where it stands."""
        return InCells(self.file, None, self.spots, self.beside)

    def text(self) -> bytes:
        """Return nothing: there is no text in which a line could be looked up."""
        return b""

    def first(self, most: int) -> list[Problem]:
        """Return the first so many problems, in the order of the cells."""
        found = [
            (
                note.at,
                Problem(self.file, 0, 0, "", note.found, note.expected, note.meant.nearest if note.meant else None),
            )
            for note in self._notes
        ]
        return self._at_cells(found, everything=True)[:most]

    def doubts(self, most: int) -> list[Problem]:
        """Return the first so many doubts of what the sheet says."""
        found = [(note.at, Problem(self.file, 0, 0, "", note.found, note.expected)) for note in self._doubts]
        told = self._at_cells(found, everything=False)
        self.doubtful = len(told)
        return told[:most]

    def _at_cells(self, found: Sequence[tuple[Path_, Problem]], *, everything: bool) -> list[Problem]:
        placed: list[tuple[Spot, Problem]] = []
        for path, problem in found:
            spot = self._spot(path)
            if spot or everything:
                field = spot.heading if spot else ".".join(map(str, path))
                said = problem.found, _as_said(problem.expected), problem.nearest
                where = str(spot) if spot else self.beside
                at = spot or Spot("", 0, 0)
                placed.append((at, Problem(self.file, at.row, at.column, field, *said, spot=where)))
        return [problem for _, problem in sorted(placed, key=lambda each: each[0][:3])]

    def _spot(self, path: Path_) -> Spot | None:
        ends = range(len(path), 1, -1)
        return next((spot for end in ends if (spot := self.spots.get(path[:end]))), None)
