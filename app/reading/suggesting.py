"""Names to offer while somebody types: what begins like that first, then what sounds like it."""

from collections.abc import Iterable

from app.domain.english import name_order
from app.domain.folding import folded, untitled
from app.reading.catalogue import Catalogue, Name
from app.reading.search import Spelled, ended_last, search, spelled_names

MOST = 8
"""Names that are offered at once: more would not be read."""
LONGEST = 100
"""Characters that are looked at."""
_LABELS = {"Organization": 0, "Person": 1, "Area": 2, "Source": 3}


async def suggest(catalogue: Catalogue, text: str, labels: Iterable[str] = _LABELS, most: int = MOST) -> list[Name]:
    """Return at most `most` things of the sorts in `labels` that `text` may be the beginning of, best first."""
    contents = await catalogue.contents()
    wanted, sorts = folded(text[:LONGEST]), frozenset(labels)
    if not wanted:
        return []
    names = await spelled_names(catalogue, contents)
    found = await catalogue.aside(lambda: _beginning(names, wanted, sorts))
    if not found and "Person" in sorts and (person := untitled(wanted)) != wanted:
        found = await catalogue.aside(lambda: _beginning(names, person, frozenset({"Person"})))
    # Nothing begins like that: it may be misspelt, which costs more to find out.
    found = found or [name for name in await search(catalogue, text[:LONGEST]) if name.label in sorts]
    return ended_last(found[:most])


def _beginning(names: Iterable[Spelled], wanted: str, sorts: frozenset[str]) -> list[Name]:
    # Whatever is typed, its first word begins a word of the name, unless it is an abbreviation.
    first = f" {wanted.split(maxsplit=1)[0]}"
    names = (
        it for it in names if any(first in f" {name}" for name in it.written) or any(wanted in s for s in it.short)
    )
    ranked = [
        (rank, _LABELS[it.name.label], name_order(it.name.name), it.name.id, it.name)
        for it in names
        if it.name.label in sorts and (rank := _rank(wanted, it)) is not None
    ]
    ranked.sort(key=lambda found: found[:4])
    return [name for *_, name in ranked]


def _rank(wanted: str, known: Spelled) -> int | None:
    """Say how well a name answers what is typed, 0 the best; None when it does not."""
    if wanted in known.written:
        return 0
    if any(wanted in short for short in known.short):
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
