"""How lists of the answer are completed: in their order, each thing once where it is to be given once."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from app.api.compiling.run import Make, Run, Unfit


def sorted_maker(inner: Make, at: Sequence[int], key: Callable[..., Any] | None, once: int | None) -> Make:
    """Return what completes a list in the order of some columns; where one is to be given once, it says by which."""
    columns = itemgetter(*at) if at else None
    by = columns if key is None or columns is None else _keyed(key, columns, len(at))

    def make(found: list[Any], run: Run) -> Any:
        if once is not None:
            found = list({row[once]: row for row in reversed(found)}.values())[::-1]
        if by and len(found) > 1:
            found = sorted(found, key=by)
        return [inner(row, run) for row in found]

    return make


def _keyed(key: Callable[..., Any], columns: Callable[[Any], Any], many: int) -> Callable[[Any], Any]:
    if many == 1:
        return lambda row: key(columns(row))
    return lambda row: key(*columns(row))


def first_maker(inner: Make, nullable: bool) -> Make:
    """Return what completes the first of what was found; Unfit where there must be one and is none."""

    def make(found: list[Any], run: Run) -> Any:
        if found:
            return inner(found[0], run)
        if nullable:
            return None
        raise Unfit

    return make
