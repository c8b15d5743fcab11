"""Actions that a text tells twice, as in a paragraph and in a table at its end, are one."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from app.domain.folding import folded
from app.exchange.minutes.finds import FoundAction

_ALIKE = 80
"""How like two actions of one number must be to be one that is written twice; others nearly word for word."""


def each_once(rows: Iterable[FoundAction], passages: Iterable[FoundAction]) -> list[FoundAction]:
    """Leave out what says again what another says: with the same number, or in nearly the same words.

    A row of a table may have a passage of the text in other words, but no more than one: what is alike in one table, or
    in one text, is two things to do.
    """
    kept: list[FoundAction] = []
    for row in rows:
        _add(kept, row, _twin(kept, row))
    number, told = len(kept), set[int]()
    for passage in passages:
        twin = _twin(kept, passage)
        if twin is None:
            free = [at for at in range(number) if at not in told and _is_told_twice(kept[at], passage)]
            twin = max(free, key=lambda at: len(_shared(kept[at], passage)), default=None)
        told |= set() if twin is None else {twin}
        _add(kept, passage, twin)
    return sorted(kept, key=lambda it: it.at.start)


def _add(kept: list[FoundAction], action: FoundAction, twin: int | None) -> None:
    if twin is None:
        kept.append(action)
    elif not kept[twin].owners and action.owners:
        kept[twin] = action


def _twin(kept: Sequence[FoundAction], action: FoundAction) -> int | None:
    return next((at for at, it in enumerate(kept) if _is_same(it, action)), None)


def _is_same(first: FoundAction, second: FoundAction) -> bool:
    if first.outstanding != second.outstanding:
        return False
    like = fuzz.token_set_ratio(folded(first.text), folded(second.text))
    if first.number and first.number == second.number:
        return like > _ALIKE / 2
    one, other = _content(first.text), _content(second.text)
    says_no_other = one <= other or other <= one
    shorter, longer = sorted((len(first.text), len(second.text)))
    return says_no_other and like > 92 and longer - shorter < longer / 2


def _is_told_twice(first: FoundAction, second: FoundAction) -> bool:
    """Tell whether a table has what the text says in other words: for the same people, by the same day if for any."""
    if first.outstanding != second.outstanding:
        return False
    if not first.owners or {*map(folded, first.owners)} != {*map(folded, second.owners)}:
        return False
    if first.due and second.due and first.due != second.due:
        return False
    shared, fewest = len(_shared(first, second)), min(len(_content(it.text)) for it in (first, second))
    if first.due and first.due == second.due:
        return shared * 2 >= fewest
    return shared >= 3 and shared * 4 >= fewest * 3


def _shared(first: FoundAction, second: FoundAction) -> set[str]:
    return _content(first.text) & _content(second.text)


def _content(text: str) -> set[str]:
    return {word.removesuffix("s") for word in folded(text).split() if len(word) > 3 and not word.isdecimal()}
