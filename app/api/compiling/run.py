"""What completing an answer needs to know of the request, and how it says that it cannot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from graphql.execution.values import VariableValues

from app.api.loading.paging import PageAsked
from app.domain.as_at import AsAt
from app.reading.catalogue import Contents
from app.reading.moments import Moments
from app.store.pages import Key
from app.store.queries import Query


class NotCompiled(Exception):
    """A selection has something that no statement is made for."""


class Unfit(Exception):
    """A value is not as the schema has it: whoever executes field by field says what is wrong, and where."""


class Completed:
    """A part of an answer that is finished: the executor takes its data as it is.

    What is written already stands in it as an `orjson.Fragment`: only orjson can write such an answer.
    """

    __slots__ = ("data",)

    def __init__(self, data: Any) -> None:
        """Take the data of the answer."""
        self.data = data


PENDING: Any = object()
"""Stands for a value that has to be read first: what it is part of is made once more when it was."""


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """What is read by ids that only another answer says: one statement for all of them, wherever they stand."""

    query: Query
    at: int
    """Where in a row the id stands that it was found by."""
    asked: "Callable[[Run], Mapping[str, Any]]"
    """Says the parameters that are of neither ids nor days."""


@dataclass(slots=True)
class Run:
    """One request, while its answer is completed."""

    days: Sequence[AsAt]
    """The day of each part of the selection, by the number that its plan gives it."""
    address: Callable[[str], str]
    """Makes an address for everybody of a page of this site."""
    variables: VariableValues
    """What the request says of its variables."""
    wanted: PageAsked | None = None
    """Which page of a list is asked for."""
    contents: Contents | None = None
    """The catalogue, where the selection asks for something of it."""
    cited: Mapping[str, Sequence[Key]] | None = None
    """What sources are cited for, where it asks for that."""
    moments: Moments | None = None
    """When entries last changed, where it asks for that."""
    found: dict[Lookup, dict[str, list[Any]]] = field(default_factory=dict)
    """What was looked up so far: rows by the ids that they were found by."""
    missing: dict[Lookup, dict[str, None]] = field(default_factory=dict)
    """What has to be looked up before the answer is whole."""

    @property
    def catalogue(self) -> Contents:
        """The catalogue, which the selection asks for."""
        assert self.contents
        return self.contents

    def rows(self, lookup: Lookup, id_: str) -> list[Any] | None:
        """Return what was found by an id; nothing yet where it has to be read first, which is noted."""
        known = self.found.get(lookup)
        if known is not None and id_ in known:
            return known[id_]
        self.missing.setdefault(lookup, {})[id_] = None
        return None


Make: TypeAlias = Callable[[Any, Run], Any]
"""Makes a value of the answer of what was read."""
