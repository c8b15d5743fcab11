"""Names to offer while somebody types: what begins like that first, then what sounds like it.

A look at every name for each key pressed has to be cheap, so names are folded once for each version of the data.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.english import name_order
from app.reading.aside import aside
from app.reading.catalogue import Catalogue, Contents, Name
from app.reading.search import folded, initials, search

MOST = 8
"""Names that are offered at once: more would not be read."""
LONGEST = 100
"""Characters that are looked at."""
_LABELS = {"Organization": 0, "Person": 1, "Area": 2, "Source": 3}


@dataclass(frozen=True, slots=True)
class _Known:
    name: Name
    written: tuple[str, ...]
    """Every name it has, folded, the current one first."""
    short: frozenset[str]
    """Its abbreviations."""


class Suggesting:
    """Offers names out of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue to offer from."""
        self._catalogue = catalogue
        self._kept: tuple[Contents, list[_Known]] | None = None

    async def suggest(self, text: str, labels: Iterable[str] = _LABELS, most: int = MOST) -> list[Name]:
        """Return at most `most` things of the sorts in `labels` that `text` may be the beginning of, best first."""
        contents = await self._catalogue.contents()
        wanted, sorts = folded(text[:LONGEST]), frozenset(labels)
        if not wanted:
            return []
        found = await aside(lambda: self._beginning(contents, wanted, sorts))
        # Nothing begins like that: it may be misspelt, which costs more to find out.
        found = found or [name for name in await search(self._catalogue, text[:LONGEST]) if name.label in sorts]
        return found[:most]

    def _beginning(self, contents: Contents, wanted: str, sorts: frozenset[str]) -> list[Name]:
        ranked = [
            (rank, _LABELS[known.name.label], name_order(known.name.name), known.name.id, known.name)
            for known in self._all(contents)
            if known.name.label in sorts and (rank := _rank(wanted, known)) is not None
        ]
        ranked.sort(key=lambda found: found[:4])
        return [name for *_, name in ranked]

    def _all(self, contents: Contents) -> list[_Known]:
        if self._kept is None or self._kept[0] is not contents:
            self._kept = (contents, [_known(name) for name in contents.names])
        return self._kept[1]


def _known(name: Name) -> _Known:
    given = (name.name, *name.others)
    return _Known(name, tuple(map(folded, given)), frozenset().union(*map(initials, given)))


def _rank(wanted: str, known: _Known) -> int | None:
    """Say how well a name answers what is typed, 0 the best; None when it does not."""
    if wanted in known.written:
        return 0
    if wanted in known.short:
        return 1
    if known.written[0].startswith(wanted):
        return 2
    if any(name.startswith(wanted) for name in known.written):
        return 3
    # Every word that is typed begins a word of the name: `mental for` finds the Mental Health Forum.
    parts = [f" {part}" for part in wanted.split()]
    if any(all(part in f" {name}" for part in parts) for name in known.written):
        return 4
    return None
