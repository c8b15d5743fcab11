"""Where people stand in a list of names: by the family name, as agendas and telephone books have them."""

import re

from app.domain.folding import folded
from app.domain.honorifics import HONOURS, honours_after, titles_before

_PARTICLES = frozenset(
    "van von vander der den de du da del della di la le ter ten zu af av bin ibn al el ap ab ferch mac mc ó ní nic uí"
    " ua st saint".split()
)
"""Words that begin a family name of several: `van der Berg`, `ap Rhys`, `Ó Briain`."""
_GENERATIONS = frozenset("jr jnr sr snr ii iii iv".split())
_BESIDE = re.compile(r"\([^)]*\)")


def by_family_name(name: str) -> tuple[str, str]:
    """Return what a person's name is sorted by, titles and honours left out: the family name, then all of the name.

    `Baroness Lane of Ely` stands under Lane, `Jan van der Berg` under V, and whoever is written `Ray, Ann` under Ray.
    """
    first, comma, rest = _BESIDE.sub(" ", name).partition(",")
    words = _own_words(first)
    if comma and words and _PARTICLES.issuperset(words[:-1]) and not set(_words(rest)) <= HONOURS | _GENERATIONS:
        return folded("".join(words)).replace(" ", ""), folded(name)
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    # As one word, so that `Ó Briain` and `O'Brien` stand near each other.
    return folded("".join(words[start:])).replace(" ", ""), folded(name)


def _own_words(text: str) -> list[str]:
    """Return the words of a name without what stands before and after it."""
    words = _words(text)
    words = words[titles_before(words) :]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return words[: len(words) - honours_after(words)]


def _words(text: str) -> list[str]:
    return [word.strip(".").lower() for word in text.split()]
