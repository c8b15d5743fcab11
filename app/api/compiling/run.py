"""What completing an answer needs to know of the request, and how it says that it cannot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.api.loading.paging import PageAsked
from app.domain.as_at import AsAt
from app.reading.catalogue import Contents


class NotCompiled(Exception):
    """A selection has something that no statement is made for."""


class Unfit(Exception):
    """A value is not as the schema has it: whoever executes field by field says what is wrong, and where."""


class Completed:
    """A part of an answer that is finished: the executor takes its data as it is."""

    __slots__ = ("data",)

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the data of the answer."""
        self.data = data


@dataclass(frozen=True, slots=True)
class Run:
    """One request, while its answer is completed."""

    days: Sequence[AsAt]
    """The day of each part of the selection, by the number that its plan gives it."""
    address: Callable[[str], str]
    """Makes an address for everybody of a page of this site."""
    wanted: PageAsked | None = None
    """Which page of a list is asked for."""
    contents: Contents | None = None
    """The catalogue, where the selection asks for something of it."""


Make: TypeAlias = Callable[[Any, Run], Any]
"""Makes a value of the answer of what was read."""
