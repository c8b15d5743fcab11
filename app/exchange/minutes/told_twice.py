"""Actions that a text tells twice, as in a paragraph and in a table at its end, are one."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from app.domain.folding import folded
from app.exchange.minutes.finds import FoundAction

_ALIKE = 80
"""How like two actions must be to be one that is written twice."""


def each_once(found: Sequence[FoundAction]) -> list[FoundAction]:
    """Leave out what says again what another says: with the same number, or in nearly the same words."""
    kept: list[FoundAction] = []
    for action in found:
        twin = next((at for at, it in enumerate(kept) if _is_same(it, action)), None)
        if twin is None:
            kept.append(action)
        elif not kept[twin].owners and action.owners:
            kept[twin] = action
    return sorted(kept, key=lambda it: it.at.start)


def _is_same(first: FoundAction, second: FoundAction) -> bool:
    if first.outstanding != second.outstanding:
        return False
    like = fuzz.token_set_ratio(folded(first.text), folded(second.text))
    if first.number and first.number == second.number:
        return like > _ALIKE / 2
    if _is_told_twice(first, second):
        return True
    return like > 92 and abs(len(first.text) - len(second.text)) < max(len(first.text), len(second.text)) / 2


def _is_told_twice(first: FoundAction, second: FoundAction) -> bool:
    """Tell whether a table has what the text says in other words: for the same people, by the same day if for any."""
    if not first.owners or {*map(folded, first.owners)} != {*map(folded, second.owners)}:
        return False
    if first.due and second.due and first.due != second.due:
        return False
    one, other = _content(first.text), _content(second.text)
    shared = len(one & other)
    if first.due and first.due == second.due:
        return shared * 2 >= min(len(one), len(other))
    return shared >= 3 and shared * 4 >= min(len(one), len(other)) * 3


def _content(text: str) -> set[str]:
    return {word.removesuffix("s") for word in folded(text).split() if len(word) > 3 and not word.isdecimal()}
