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
        self._entries: dict[str | int, dict[str | int, Spot]] = {}
        """By section and number: a path for each of many takes as much memory as where it leads."""
        self._at: dict[Path_, Spot] = {}
        self._within: dict[str | int, dict[str | int, Within]] = {}

    def __setitem__(self, path: Path_, spot: Spot) -> None:
        """Keep where something stands."""
        if len(path) == 2:
            self._entries.setdefault(path[0], {})[path[1]] = spot
        else:
            self._at[path] = spot

    def setdefault(self, entry: tuple[str, int], spot: Spot) -> None:
        """Keep where an entry stands, unless that is known."""
        self._entries.setdefault(entry[0], {}).setdefault(entry[1], spot)

    def work_out(self, entry: tuple[str, int], within: Within) -> None:
        """Have the parts of an entry found by a function."""
        section, number = entry
        self._within.setdefault(section, {})[number] = within

    def get(self, path: Path_, /) -> Spot | None:
        """Return the cell that says something."""
        if len(path) == 2:
            return self._entries.get(path[0], {}).get(path[1])
        found = self._at.get(path)
        if found is None and len(path) > 2 and (within := self._within.get(path[0], {}).get(path[1])):
            return within(path[2:])
        return found
