"""How much a file may hold, and how much is told of what is wrong: far more than any place needs, and bounded.

docs/data-format.md tells them to whoever writes files. Every step from a file to its facts is linear in what these
let through, so that no file takes more than two seconds a megabyte, and no run more than 300 MB.
"""

from dataclasses import dataclass

MAX_BYTES = 5_000_000
"""Of one file."""
MAX_VALUES = 750_000
"""Of one file: its values and the names of its fields."""
MAX_ENTRIES = 100_000
"""Of the sections of one file: its organizations, people, seats and so on."""
MAX_FIELDS = 100
"""Of one entry, or anything inside it."""
MAX_LIST = 2_000
"""Values in a list inside an entry; most lists may have fewer."""
MAX_TEXT = 10_000
"""Characters of one value; most may have fewer."""
MAX_NAME = 200
"""Characters of a field's name."""
MAX_DEPTH = 12
"""Levels of nesting."""
MAX_FILES = 2_000
"""Of one run."""
MAX_FACTS = 200_000
"""Of one run."""
VALUE_BYTES, ENTRY_BYTES, FACT_BYTES = 4, 10, 25
"""A file has at least so many bytes for each of its values, entries and facts: no place is all ids of one letter."""


@dataclass(slots=True)
class Spare:
    """How many more than that the files of one run may have, all together, since small files are not worth counting."""

    values: int = 50_000
    entries: int = 10_000
    facts: int = 10_000

    def use(self, size: int, *, values: int = 0, entries: int = 0, facts: int = 0) -> None:
        """Take off what a file of a size has beyond its own share."""
        self.values -= max(0, values - size // VALUE_BYTES)
        self.entries -= max(0, entries - size // ENTRY_BYTES)
        self.facts -= max(0, facts - size // FACT_BYTES)


MAX_SHOWN = 200
"""Problems that are told; of the others it is said how many there are."""
MAX_TOLD = 80_000
"""Characters of all problems that are told."""
MAX_KEPT = 20_000
"""Problems of one file, or ids of a run still to be looked up, that are kept with their place; others are counted."""
