"""Which cell says each part of an entry: kept for whole entries, and worked out for their parts when somebody asks."""

from collections.abc import Callable
from typing import Protocol

from app.exchange.sheets.cells import Spot
from app.exchange.yaml_places import Path_

Within = Callable[[Path_], Spot | None]
"""Says where a part of an entry stands, by the rest of its path."""


class Placing(Protocol):
    """Says where something stands, by its path in a place's file; nothing where no cell says it."""

    def get(self, path: Path_, /) -> Spot | None:
        """Return the cell that says it."""
        ...


class Spots:
    """Where entries of a sheet stand, and their parts: of many rows only those with a problem are asked for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._at: dict[Path_, Spot] = {}
        self._within: dict[Path_, Within] = {}

    def __setitem__(self, path: Path_, spot: Spot) -> None:
        """Keep where something stands."""
        self._at[path] = spot

    def setdefault(self, path: Path_, spot: Spot) -> None:
        """Keep where something stands, unless that is known."""
        self._at.setdefault(path, spot)

    def work_out(self, entry: Path_, within: Within) -> None:
        """Have the parts of an entry found by a function."""
        self._within[entry] = within

    def get(self, path: Path_, /) -> Spot | None:
        """Return the cell that says something."""
        found = self._at.get(path)
        if found is None and len(path) > 2 and (within := self._within.get(path[:2])):
            return within(path[2:])
        return found
