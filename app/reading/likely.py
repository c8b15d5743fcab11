"""Which of many names can be like a text at all, found in bulk, so that few are looked at closely.

It leaves out nothing that `app.reading.search` would score as high as is asked for: each of its measures is asked for
all names at once, a little more generously. Names that many things share, as places do, are looked at once.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

Thing = TypeVar("Thing", bound=Hashable)
SET_WEIGHT, WORDS_WEIGHT, LEAST_WORD = 0.9, 0.95, 55.0
"""What likeness of words in any order counts for, what likeness word by word does, and how like each word must be."""
SMALL_WORDS = frozenset(["the", "of", "on", "for", "and", "in", "a", "an", "to"])
_SPARE = 0.6
"""What a score may have beside likeness, and what rounding may do."""


@dataclass(frozen=True, slots=True)
class Likely(Generic[Thing]):
    """Names, with what they belong to by its place in a list."""

    things: Sequence[Thing]
    names: Sequence[str]
    """Each once."""
    spaced: Sequence[str]
    """The same with a space before them, which begins every word."""
    owners: Sequence[Sequence[int]]
    """For each name, whose it is."""
    words: Mapping[str, Sequence[int]]
    """For each word, the names it is in."""
    short: Mapping[str, Sequence[int]]
    """For each abbreviation, whose it is."""

    @classmethod
    def of(
        cls, things: Sequence[Thing], given: Callable[[Thing], tuple[Iterable[str], Iterable[str]]]
    ) -> "Likely[Thing]":
        """Take things, and what gives the names and the abbreviations of one."""
        owners: dict[str, list[int]] = {}
        words: dict[str, list[int]] = {}
        short: dict[str, list[int]] = {}
        for place, thing in enumerate(things):
            names, abbreviations = given(thing)
            for name in {name.removeprefix("the ") or name for name in names}:
                owners.setdefault(name, []).append(place)
            for abbreviation in set(abbreviations):
                short.setdefault(abbreviation, []).append(place)
        for number, name in enumerate(owners):
            for word in set(name.split()):
                words.setdefault(word, []).append(number)
        return cls(things, list(owners), [f" {name}" for name in owners], list(owners.values()), words, short)

    def near(self, wanted: str, least: float) -> list[Thing]:
        """Return everything, in its order, with a name that may be as like a folded text as `least`, or holds it."""
        has = f" {wanted}"
        found = {number for number, name in enumerate(self.spaced) if has in name}
        least -= _SPARE
        scorers = [(fuzz.ratio, least), (fuzz.token_sort_ratio, least)]
        if " " in wanted:
            scorers.append((fuzz.token_set_ratio, least / SET_WEIGHT - _SPARE))
        for scorer, cutoff in scorers:
            found.update(number for _, _, number in _above(wanted, self.names, scorer, cutoff))
        found |= self._by_words(wanted)
        places = {place for number in found for place in self.owners[number]} | set(self.short.get(wanted, ()))
        return [self.things[place] for place in sorted(places)]

    def _by_words(self, wanted: str) -> set[int]:
        """Return the names that have, for every word that was asked for, one that is at all like it."""
        found: set[int] | None = None
        known = list(self.words)
        for word in {word for word in wanted.split() if word not in SMALL_WORDS}:
            like = _above(word, known, fuzz.ratio, LEAST_WORD - 0.01)
            having = {number for other, _, _ in like for number in self.words[other]}
            found = having if found is None else found & having
            if not found:
                break
        return found or set()


def _above(
    wanted: str, known: Sequence[str], scorer: Callable[..., float], cutoff: float
) -> list[tuple[str, float, int]]:
    return process.extract(wanted, known, scorer=scorer, score_cutoff=max(cutoff, 0.0), limit=None)
